"""Rehearsing without a window."""

from pathlib import Path

import pytest
from command_line import one_sentence, run, start

from resultsdesk.store.night_file import create_night


def declared(path: Path) -> int:
    found: int = run("show", path, "tally", "--json").json["declared"]
    return found


def rehearse(path: Path, *words: str) -> str:
    answer = run("rehearse", path, "--briefing", "uk-2024", "--headless", "--speed", "max", *words)
    assert answer.status == 0, answer.said[-500:]
    return answer.said


def test_it_stops_after_the_minute_and_goes_on_from_there(tmp_path: Path) -> None:
    path = tmp_path / "uk.night"
    rehearse(path, "--until", "02:30")
    first = declared(path)
    assert 0 < first < 100
    assert run("show", path, "contest", "Ashfield", "--json").json["stage"] == "declared"  # at 02:30 itself
    assert rehearse(path, "--until", "02:30") == ""
    said = rehearse(path, "--until", "03:00")
    assert declared(path) > first
    assert f"entry {first + 1}  " in said.splitlines()[0]
    assert run("verify", path).status == 0


def test_what_was_keyed_by_hand_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "uk.night"
    rehearse(path, "--until", "02:00")
    codes = "share-moved,turnout-far,winner-unlikely,digit-count,same-figure,swap-suspected"
    contest = run("show", path, "contest", "Ashfield", "--json").json
    votes = str([1000 + 1000 * place for place in range(len(contest["candidacies"]))])
    keyed = run("key", path, "Ashfield", "--votes", votes, "--declared", "02:10", "--accept", codes)
    assert keyed.status == 0, keyed.said
    retracted = run("show", path, "contests", "--at", "02:00", "--json").json
    other = next(one["id"] for one in retracted if one["stage"] == "declared")
    assert run("key", path, other, "--retract").status == 0
    rehearse(path, "--until", "03:00")
    kept = run("show", path, "history", "Ashfield", "--json").json
    assert [one["source"] for one in kept] == ["command line"]
    assert run("show", path, "contest", other, "--json").json["stage"] == "awaited"


def test_a_slower_night_runs_by_the_clock(tmp_path: Path) -> None:
    path = tmp_path / "uk.night"
    rehearse(path, "--until", "02:00")
    before = declared(path)
    answer = run("rehearse", path, "--briefing", "uk-2024", "--headless", "--speed", "6000", "--until", "02:10")
    assert answer.status == 0
    assert declared(path) > before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--briefing", "uk-1832"), "There is no briefing “uk-1832”"),
        (("--briefing", "uk-2024", "--speed", "warp"), "Invalid value for '--speed': “warp” is not a speed"),
        (("--briefing", "uk-2024", "--speed", "0"), "Invalid value for '--speed': “0” is not a speed"),
        (("--briefing", "uk-2024", "--until", "late"), "--until “late” is not a time"),
        ((), "Missing option '--briefing'."),
    ],
)
def test_wrong_words_get_a_sentence(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    answer = run("rehearse", tmp_path / "x.night", "--headless", *words)
    assert answer.status == 2
    assert answer.said.startswith(said)
    assert one_sentence(answer)
    assert not (tmp_path / "x.night").exists()


def test_a_live_night_is_never_rehearsed_in(tmp_path: Path) -> None:
    path = tmp_path / "live.night"
    assert run("new", path, "--briefing", "uk-2024").status == 0
    before = path.read_bytes()
    answer = run("rehearse", path, "--briefing", "uk-2024", "--headless", "--speed", "max")
    assert answer.status == 2
    assert answer.said == "live.night is a live night, and stays one. Give the rehearsal a name of its own.\n"
    assert path.read_bytes() == before


def test_another_elections_rehearsal_is_not_mixed_up(town: Path) -> None:
    answer = run("rehearse", town, "--briefing", "uk-2017", "--headless", "--speed", "max")
    assert answer.status == 2
    assert answer.said.startswith("town.night is a rehearsal of town-2016, not of uk-2017.")


def test_a_briefing_without_results_cannot_be_rehearsed(tmp_path: Path) -> None:
    from night_files import BRIEFING

    from resultsdesk.intake.folder import write_briefing

    write_briefing(tmp_path / "town", BRIEFING)
    answer = run("rehearse", tmp_path / "x.night", "--briefing", tmp_path / "town", "--headless")
    assert answer.status == 2
    assert "has no results to rehearse with" in answer.said
    assert not (tmp_path / "x.night").exists()


def test_a_live_night_refuses_what_is_before_the_close_of_poll(tmp_path: Path) -> None:
    from dataclasses import replace
    from datetime import UTC, datetime, timedelta

    from night_files import BRIEFING

    tomorrow = datetime.now(UTC) + timedelta(days=1)
    path = tmp_path / "live.night"
    create_night(path, replace(BRIEFING, election=replace(BRIEFING.election, close_of_poll=tomorrow)), "live").close()
    answer = run("key", path, "alpha", "--votes", "[1100, 900, 250]")
    assert answer.status == 1
    assert "error: before-close: The poll closes at " in answer.said


def test_progress_is_a_line_for_each_entry_in_a_log(tmp_path: Path) -> None:
    path = tmp_path / "uk.night"
    answer = start("rehearse", path, "--briefing", "uk-2024", "--headless", "--speed", "max", "--until", "01:30")
    assert answer.status == 0
    lines = answer.said.splitlines()
    assert len(lines) == declared(path)
    assert lines[0].endswith("  entry 1  Houghton and Sunderland South: Lab hold")
    assert answer.answered == f"{len(lines)} of 650 constituencies declared, {len(lines)} entries in uk.night.\n"
