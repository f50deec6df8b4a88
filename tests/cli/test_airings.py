"""The ledger as somebody asks for it: what was on which output, with which figures, and what is not so any more."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from command_line import Answer, one_sentence, run
from night_files import BRIEFING
from stations import TITLE, OnStage, result
from town import HandClock

from resultsdesk.app.nights import desk_at
from resultsdesk.assets import resource
from resultsdesk.cli.columns import WIDTH
from resultsdesk.figures.scenes.request import SceneName, SceneRequest
from resultsdesk.figures.scenes.told import card_of
from resultsdesk.night.commands import Retract
from resultsdesk.night.rules import Author
from resultsdesk.store.night_file import create_night, open_night
from resultsdesk.story.telling import tell

GAIN = "Conservative gain Alpha ward from Labour: A Candidate2 wins by 200 votes"


@contextmanager
def on_stage(path: Path) -> Iterator[OnStage]:
    """A desk and a station on a night file, with clocks turned by hand."""
    with open_night(path) as file:
        yield OnStage(desk=desk_at(file, Author("AB", "Desk 1"), HandClock()), file=file.programme)


@pytest.fixture
def aired(town: Path) -> Path:
    """A night of which some was on air: a result that was corrected, a title, a card that was withdrawn."""
    with on_stage(town) as stage:
        stage.declare("alpha", 700, 900, 200)
        stage.station.air(result("alpha"))
        stage.wait(180)
        stage.station.air(TITLE)
        stage.wait(60)
        stage.declare("beta", 40, 20, 30, 10)
        (gain,) = [one for one in tell(stage.desk.night).lines if one.id == "gain/alpha"]
        stage.station.air(card_of(gain), "browser")
        stage.wait(60)
        stage.station.clear_all()
        stage.wait(60)
        stage.correct("alpha", 950, 900, 200)
        stage.station.air(SceneRequest(SceneName.CONTEST, contest=stage.desk.night.journal[1].contest))
    return town


def lines(answer: Answer) -> list[str]:
    return answer.answered.splitlines()


def test_each_airing_says_its_figures_and_what_was_corrected(aired: Path) -> None:
    assert lines(run("airings", aired)) == [
        "Town council 2016 · REHEARSAL · on air",
        "02:00–02:03  presenter  Result: Alpha ward (entry 1)",
        "    Alpha ward, entry 1: Con 900, Lab 700, LD 200; Con gain from Lab",
        "    CORRECTED: Alpha ward: A Candidate1 aired as 700 until 02:03; now 950 (entry 3)",
        "02:03–02:05  presenter  Title (entries 1 to 2)",
        "02:04–02:05  browser  Headline: Alpha ward (entry 2)",
        "    Told of Alpha ward, entry 1",
        f"    “{GAIN}”",
        "    WITHDRAWN: Alpha ward was corrected at 02:00: read out again.",
        "02:06–  presenter  Result: Beta ward (from entry 3)",
        "    Beta ward, entry 2: Con 40, Lab 30, Ind 20 and 1 more; Con hold",
    ]


def test_a_script_gets_the_same_with_every_figure(aired: Path) -> None:
    answer = run("airings", aired, "--json").json
    assert (answer["rehearsal"], answer["baseline"], len(answer["airings"])) == (True, "last", 4)
    first, second, third, last = answer["airings"]
    assert (first["output"], first["scene"], first["contest"]) == ("presenter", "contest", "alpha")
    assert (first["since"], first["until"]) == ("2016-05-06T02:00:00+01:00", "2016-05-06T02:03:00+01:00")
    (figures,) = first["figures"]
    assert figures["votes"] == {"alpha.1": 700, "alpha.2": 900, "alpha.3": 200}
    assert figures["now"]["entry"] == 3
    assert figures["now"]["changes"] == [
        {"label": "A Candidate1", "candidacy": "alpha.1", "before": 700, "after": 950},
    ]
    assert (second["scene"], second["figures"], second["first_entry"], second["last_entry"]) == ("title", [], 1, 2)
    (line,) = third["lines"]
    assert (line["sentence"], line["withdrawn"]["at"]) == (f"{GAIN}.", "2016-05-06T02:00:00+01:00")
    assert (last["until"], last["last_entry"], last["figures"][0]["now"]) == (None, None, None)


def test_who_left_something_as_it_was_aired_is_told(aired: Path) -> None:
    with on_stage(aired) as stage:
        stage.station.retell(tell(stage.desk.night))
        stage.wait(60)
        for one in stage.station.wrong:
            stage.station.leave(one)
    said = lines(run("airings", aired, "--wrong"))
    left = [place for place, one in enumerate(said) if one == "    Left as it was by Desk 1 at 02:01"]
    assert [said[place - 1].split(":")[0].strip() for place in left] == ["CORRECTED", "WITHDRAWN"]
    first, _, third, last = run("airings", aired, "--json").json["airings"]
    answer = {"at": "2016-05-06T02:01:00+01:00", "by": "Desk 1"}
    assert (first["figures"][0]["left"], third["lines"][0]["left"], last["figures"][0]["left"]) == (
        answer,
        answer,
        None,
    )


def test_every_key_is_documented(aired: Path) -> None:
    documented = resource("docs", "JSON.md").read_text(encoding="utf-8").partition("## `airings FILE`")[2]
    first, _, third, _ = run("airings", aired, "--json").json["airings"]
    objects = (
        first,
        first["figures"][0],
        first["figures"][0]["now"],
        third["lines"][0],
        third["lines"][0]["withdrawn"],
    )
    assert [key for one in objects for key in one if f"`{key}`" not in documented] == []


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (("--output", "browser"), ["Headline: Alpha ward"]),
        (("--contest", "beta"), ["Result: Beta ward"]),
        (("--contest", "Alpha ward"), ["Result: Alpha ward", "Headline: Alpha ward"]),
        (("--at", "02:04:30"), ["Title", "Headline: Alpha ward"]),
        (("--wrong",), ["Result: Alpha ward", "Headline: Alpha ward"]),
        (("--wrong", "--output", "presenter"), ["Result: Alpha ward"]),
    ],
)
def test_it_is_narrowed(aired: Path, words: tuple[str, ...], shown: list[str]) -> None:
    said = [one for one in lines(run("airings", aired, *words))[1:] if not one.startswith(" ")]
    assert [one.split("  ")[2].partition(" (")[0] for one in said] == shown


def test_a_retraction_says_what_the_contest_is_now(town: Path) -> None:
    with on_stage(town) as stage:
        done = stage.declare("alpha", 700, 900, 200)
        assert done.entry is not None
        stage.station.air(result("alpha"))
        stage.wait(60)
        stage.station.air(TITLE)
        stage.desk.commit(Retract(contest=done.entry.contest, after=done.entry.entry_id, reason="wrong ward"))
    said = lines(run("airings", town))
    assert "    NOT SO: Alpha ward was aired until 02:01; now awaited (entry 2)" in said
    (first, _) = run("airings", town, "--json").json["airings"]
    now = first["figures"][0]["now"]
    assert (now["kind"], now["outcome"], now["changes"]) == ("retracted", "awaited", [])


def test_figures_that_were_put_back_are_not_called_corrected(town: Path) -> None:
    with on_stage(town) as stage:
        stage.declare("alpha", 700, 900, 200)
        stage.station.air(result("alpha"))
        stage.wait(60)
        stage.station.air(TITLE)
        stage.correct("alpha", 750, 900, 200)
        stage.correct("alpha", 700, 900, 200)
    assert run("airings", town, "--wrong").answered.endswith("on air\nNothing of that was on air.\n")


def test_a_correction_on_air_is_two_sets_of_figures_in_one_airing(town: Path) -> None:
    with on_stage(town) as stage:
        stage.declare("alpha", 700, 900, 200)
        stage.station.air(result("alpha"))
        stage.wait(60)
        stage.correct("alpha", 750, 900, 200)
    (one,) = run("airings", town, "--json").json["airings"]
    assert [(figures["entry"], figures["until"]) for figures in one["figures"]] == [
        (1, "2016-05-06T02:01:00+01:00"),
        (2, None),
    ]


def test_a_list_is_told_by_what_it_said(town: Path) -> None:
    with on_stage(town) as stage:
        stage.declare("alpha", 700, 900, 200)
        stage.declare("beta", 40, 20, 30, 10)
        stage.station.air(SceneRequest(SceneName.TICKER))
        stage.wait(60)
        stage.station.air(TITLE)
        stage.correct("alpha", 700, 910, 200)
        stage.correct("beta", 40, 20, 30, 11)
    said = [
        "    Alpha ward, entry 1: Con gain from Lab by 200",
        "    CORRECTED: Alpha ward: aired as “Con gain from Lab by 200” until 02:01; now “Con gain from Lab",
        "        by 210” (entry 3)",
        "    Beta ward, entry 2: Con hold by 10",
    ]
    assert lines(run("airings", town, "--wrong"))[2:] == said
    (wrong,) = run("airings", town, "--json", "--wrong").json["airings"]
    assert [(one["listed"], one["now"] and one["now"]["entry"]) for one in wrong["figures"]] == [
        ("Con gain from Lab by 200", 3),
        ("Con hold by 10", None),
    ]


def test_entries_an_older_version_noted_without_their_scene_are_told_too(town: Path) -> None:
    with on_stage(town) as stage:
        stage.declare("alpha", 700, 900, 200)
    with sqlite3.connect(town) as connection:
        row = (1, "presenter", "2016-05-06T01:00:00+00:00", "2016-05-06T01:02:00+00:00")
        connection.execute("INSERT INTO airings (entry, output, aired_from, aired_to) VALUES (?,?,?,?)", row)
    connection.close()
    assert lines(run("airings", town))[1] == "02:00–02:02  presenter  a scene that was not kept"
    (one,) = run("airings", town, "--json").json["airings"]
    assert (one["scene"], one["take"], one["figures"][0]["entry"]) == (None, None, 1)


def test_a_night_of_which_nothing_was_on_air(tmp_path: Path) -> None:
    path = tmp_path / "live.night"
    create_night(path, BRIEFING, "live").close()
    assert lines(run("airings", path)) == ["Town council 2016 · on air", "Nothing has been on air."]
    assert run("airings", path, "--json").json == {"rehearsal": False, "baseline": "last", "airings": []}


def test_lines_fit_a_terminal(aired: Path) -> None:
    assert max(map(len, lines(run("airings", aired)))) <= WIDTH


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--output", "wall"), "There is no output “wall”: there are presenter, browser."),
        (("--contest", "nowhere"), "No ward here is called “nowhere”."),
        (("--at", "soon"), "--at “soon” is not a time: "),
    ],
)
def test_wrong_words_get_a_sentence(aired: Path, words: tuple[str, ...], said: str) -> None:
    answer = run("airings", aired, *words)
    assert (answer.status, answer.said.startswith(said), one_sentence(answer)) == (2, True, True)


def test_it_may_be_asked_while_the_night_is_on_air_and_writes_nothing(aired: Path) -> None:
    with on_stage(aired) as stage:
        before = stage.station.programme
        assert run("airings", aired).status == 0
        stage.station.catch_up()
        assert stage.station.programme == before


def test_a_clock_that_stands_still_mixes_nothing_up(town: Path) -> None:
    with on_stage(town) as stage:
        stage.declare("alpha", 700, 900, 200)
        stage.station.air(result("alpha"))
        stage.correct("alpha", 750, 900, 200)
        stage.station.clear()
        stage.station.air(result("alpha"))
        stage.station.air(result("beta"))
    said = [one for one in lines(run("airings", town))[1:] if not one.startswith(" ")]
    assert [one.partition("  ")[0] for one in said] == ["02:00", "02:00", "02:00–"]
    airings = run("airings", town, "--json").json["airings"]
    assert [[figures["entry"] for figures in one["figures"]] for one in airings] == [[1, 2], [2], []]
