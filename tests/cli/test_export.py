"""`export` as a person, a script and a desk meet it."""

import csv
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import disks
import pytest
from command_line import ROOT, one_sentence, run, start
from night_files import BRIEFING, declared

from resultsdesk.cli.export import Stop, heard
from resultsdesk.export.apart import deaf_to_ctrl_c
from resultsdesk.store.night_file import create_night, open_night
from resultsdesk.store.verify import verify

TABLES = ("candidacies.csv", "contests.csv", "journal.csv", "tally.csv")
CSV = tuple(word for name in TABLES for word in ("--only", name))
SOME = (*CSV, "--only", "night")


@pytest.fixture
def live(tmp_path: Path) -> Path:
    """A live night of the town with one ward declared."""
    with create_night(tmp_path / "live.night", BRIEFING, "live") as night:
        night.journal.append(declared())
    return tmp_path / "live.night"


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_night_is_written_and_can_be_gone_on_with(live: Path, tmp_path: Path) -> None:
    answer = run("export", live, tmp_path / "out", *SOME)
    assert answer.status == 0, answer.said
    out = tmp_path / "out"
    assert answer.answered.startswith("Town council 2016 · 1 of 4 declared at 02:00: 6 files in ")
    assert {one["mode"] for one in rows(out / "contests.csv")} == {"live"}
    assert {one["known"] for one in rows(out / "candidacies.csv")} == {"1 of 4 declared at 02:00"}
    assert verify(out / "town-2016.night") == ()
    with open_night(out / "town-2016.night") as copy, open_night(live) as night:
        assert copy.journal.entries() == night.journal.entries()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["live.night", "out"]


def test_pictures_that_fill_the_disk_are_told_in_one_sentence(live: Path, tmp_path: Path) -> None:
    with disks.small(tmp_path / "disk") as disk:
        answer = start("export", live, disk / "out", "--only", "*.png")
        assert answer.status == 2
        (sentence,) = (line for line in answer.said.splitlines() if not line.endswith(".png"))
        assert sentence.startswith(f"The disk with {disk / 'out'} is full, so the summary was not written.")
        assert list(disk.iterdir()) == []


def test_progress_is_a_line_a_file(live: Path, tmp_path: Path) -> None:
    answer = run("export", live, tmp_path / "out", *CSV)
    assert sorted(answer.said.splitlines()) == list(TABLES)


def test_a_past_minute_has_nothing_of_what_came_later(uk_2024_played: Path, tmp_path: Path) -> None:
    answer = run("export", uk_2024_played, tmp_path / "out", "--at", "03:14", *CSV)
    assert answer.status == 0, answer.said
    contests = rows(tmp_path / "out" / "REHEARSAL-contests.csv")
    declared_then = [one for one in contests if one["stage"] == "declared"]
    shown = run("show", uk_2024_played, "tally", "--at", "03:14", "--json").json
    assert len(declared_then) == shown["declared"]
    assert {one["known"] for one in contests} == {f"{shown['declared']} of 650 declared at 03:14"}
    assert {one["mode"] for one in contests} == {"REHEARSAL"}
    assert all(one["majority"] == one["turnout"] == "" for one in contests if one["stage"] != "declared")
    unknown = run("export", uk_2024_played, tmp_path / "other", "--at", "03:14", "--only", "night")
    assert unknown.status == 2
    assert "has no file “night”" in unknown.said
    assert "journal.csv" in unknown.said
    assert " stills," in unknown.said
    assert "stills/" not in unknown.said, "a folder of many is named once"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nowhere.night", "out"), "There is no file nowhere.night"),
        (("live.night", "live.night"), "is a file, not a folder"),
        (("live.night", "no/such"), "There is no folder"),
        (("live.night", "out", "--at", "noon"), "is not a time"),
        (("live.night", "out", "--only", "nothing"), "The summary has no file “nothing”"),
    ],
)
def test_what_is_wrong_is_one_sentence(live: Path, tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    file, folder, *more = words
    answer = run("export", tmp_path / file, tmp_path / folder, *more)
    assert answer.status == 2
    assert one_sentence(answer)
    assert said in answer.said
    assert not (tmp_path / "out").exists()


def test_a_rehearsal_never_comes_into_the_folder_of_a_live_night(live: Path, town: Path, tmp_path: Path) -> None:
    assert run("export", live, tmp_path / "out", *SOME).status == 0
    before = sorted(one.name for one in (tmp_path / "out").iterdir())
    answer = run("export", town, tmp_path / "out", *SOME, "--force")
    assert answer.status == 2
    assert "holds the summary of a live night" in answer.said
    assert sorted(one.name for one in (tmp_path / "out").iterdir()) == before


def test_a_program_is_told_in_json(live: Path, tmp_path: Path) -> None:
    done = begun(live, tmp_path / "out", *CSV)
    answered, said = done.communicate(timeout=60)
    assert (done.returncode, said) == (0, "")
    *steps, end = [json.loads(line) for line in answered.splitlines()]
    assert sorted(one["file"] for one in steps) == list(TABLES)
    assert [(one["done"], one["of"]) for one in steps] == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert end["folder"] == str(tmp_path / "out")
    assert (end["faults"], "README.txt" in end["files"]) == ([], True)


def cancelled(child: "subprocess.Popen[str]") -> None:
    assert child.stdin is not None
    child.stdin.write("cancel\n")
    child.stdin.flush()


def interrupted(child: "subprocess.Popen[str]") -> None:
    child.send_signal(signal.SIGINT)


def ended(child: "subprocess.Popen[str]") -> None:
    child.send_signal(signal.SIGTERM)


@pytest.mark.parametrize("stop", [cancelled, interrupted, ended])
def test_whoever_stops_it_leaves_nothing(
    uk_2024_played: Path, tmp_path: Path, stop: Callable[["subprocess.Popen[str]"], None]
) -> None:
    child = begun(uk_2024_played, tmp_path / "out")
    assert child.stdout is not None
    first = json.loads(child.stdout.readline())
    assert first["done"] == 1
    stop(child)
    _, said = child.communicate(timeout=60)
    assert child.returncode == 130
    assert said == f"Stopped: {tmp_path / 'out'} is as it was.\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no terminals of this kind")
def test_what_is_said_last_has_a_line_of_its_own_on_a_terminal(uk_2024_played: Path, tmp_path: Path) -> None:
    import pty

    screen, terminal = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-m", "resultsdesk", "export", str(uk_2024_played), str(tmp_path / "out")],
        cwd=ROOT, stderr=terminal,
    )  # fmt: skip
    os.close(terminal)
    said = b""
    with suppress(OSError):  # how a terminal says that nobody writes to it any more
        while piece := os.read(screen, 1024):
            if b"%" in piece and b"%" not in said:
                child.send_signal(signal.SIGINT)
            said += piece
    os.close(screen)
    assert child.wait(timeout=60) == 130
    assert b"\r\nStopped: " in said


def test_a_word_to_stop_that_is_there_before_it_begins_leaves_nothing(live: Path, tmp_path: Path) -> None:
    child = begun(live, tmp_path / "out")
    _, said = child.communicate("cancel\n", timeout=60)
    assert (child.returncode, said) == (130, f"Stopped: {tmp_path / 'out'} is as it was.\n")
    assert [one.name for one in tmp_path.iterdir()] == ["live.night"]


def test_stopping_waits_until_no_file_is_half_in_its_place_unless_it_is_said_twice() -> None:
    before = signal.getsignal(signal.SIGINT)
    stop = Stop()
    with heard(stop):
        signal.raise_signal(signal.SIGINT)
        assert stop.asked
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGTERM)
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals to hold back")
def test_ctrl_c_is_heard_though_it_comes_while_a_second_process_is_started() -> None:
    stop = Stop()
    with heard(stop):
        with deaf_to_ctrl_c():
            signal.pthread_kill(threading.get_ident(), signal.SIGINT)
            assert not stop.asked
        assert stop.asked


def begun(night: Path, folder: Path, *words: str) -> "subprocess.Popen[str]":
    """Start an export as the desk does."""
    return subprocess.Popen(
        [sys.executable, "-m", "resultsdesk", "export", str(night), str(folder), "--progress", "json", *words],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
