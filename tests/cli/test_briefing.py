"""Building, checking and listing briefings from the command line."""

import shutil
from pathlib import Path

import pytest
from command_line import one_sentence, run

from resultsdesk.assets import resource


def test_the_built_in_briefings_are_listed() -> None:
    lines = run("briefing", "list").answered.splitlines()
    assert [line.split()[0] for line in lines[1:]] == ["uk-2024", "uk-2017", "midlands-2016"]


@pytest.mark.parametrize("id", ["uk-2024", "uk-2017", "midlands-2016"])
def test_the_built_in_briefings_are_sound(id: str) -> None:
    answer = run("briefing", "check", id)
    assert answer.status == 0, answer.said
    assert answer.answered.splitlines()[-1].startswith(f"{id}: ")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A briefing to spoil."""
    return Path(shutil.copytree(resource("briefings", "midlands-2016"), tmp_path / "spoilt"))


def test_every_fault_is_listed_at_once_with_its_place(copy: Path) -> None:
    parties, contests = copy / "parties.csv", copy / "contests.csv"
    parties.write_text(parties.read_text(encoding="utf-8").replace("#", ""), encoding="utf-8")
    lines = contests.read_text(encoding="utf-8").splitlines()
    contests.write_text("\n".join([*lines, lines[1]]) + "\n", encoding="utf-8")
    answer = run("briefing", "check", copy)
    assert answer.status == 2
    assert "error: parties.csv, line 2: " in answer.answered
    assert f"error: contests.csv, line {len(lines) + 1}: " in answer.answered
    assert not answer.said, "one list, for one file or one pipe"
    night = run("new", copy.parent / "x.night", "--briefing", copy)
    assert night.status == 2
    assert "parties.csv, line 2: " in night.said
    assert "Traceback" not in night.said
    assert not (copy.parent / "x.night").exists()


def test_a_folder_is_called_by_its_name_from_within(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(copy)
    assert run("briefing", "check", ".").answered.splitlines()[-1].startswith(f"{copy.name}: ")


def test_a_file_in_the_wrong_encoding_is_named(copy: Path) -> None:
    file = copy / "candidacies.csv"
    text = file.read_text(encoding="utf-8")
    file.write_bytes((text + "E00000000,1,,Zoë,Example,Lab,,\n").encode("latin-1", "replace"))
    answer = run("briefing", "check", copy)
    assert answer.status == 2
    assert "candidacies.csv" in answer.answered
    assert "UTF-8" in answer.answered


def test_a_result_that_could_not_be_read_is_worth_a_look(tmp_path: Path) -> None:
    rows = ["council,ward,candidate,party,votes,elected"]
    rows += [f"Town,{ward},A {name},{party},{votes},{elected}"
             for ward, second in (("Alpha", "5x9"), ("Beta", "519"))
             for name, party, votes, elected in (("One", "Lab", "900", 1), ("Two", "C", second, 0))]  # fmt: skip
    source, out = tmp_path / "results.csv", tmp_path / "town"
    source.write_text("\n".join(rows) + "\n", encoding="utf-8")
    answer = run("briefing", "build", "councils", out, "--id=x", "--title=X", "--date=2018-05-03", "--results", source)
    assert "2 wards, 4 candidacies, 1 result." in answer.answered
    before = len([one for one in run("briefing", "check", out).answered.splitlines() if one.startswith("warning")])
    assert f"{before + 1} things to look at" in answer.answered
    assert "Alpha" in run("briefing", "check", out).answered


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check", "nowhere"), "There is no briefing “nowhere”"),
        (("build", "commons", "out"), "Missing option"),
        (
            ("build", "commons", "out", "--id", "x", "--title", "X", "--date", "8 June", "--candidates", "a",
             "--constituencies", "b", "--baseline", "c"),
            "Invalid value for '--date'",
        ),
        (
            ("build", "councils", "out", "--id=x", "--title=X", "--date=2018-05-03", "--results=nowhere.csv"),
            "nowhere.csv cannot be read",
        ),
        (
            ("build", "councils", "out", "--id=x 1", "--title=X", "--date=2018-05-03", "--results=nowhere.csv"),
            "--id “x 1” cannot be an id",
        ),
        (
            ("build", "councils", "out", "--id=x", "--title= ", "--date=2018-05-03", "--results=nowhere.csv"),
            "--title is empty",
        ),
    ],
)  # fmt: skip
def test_wrong_words_get_a_sentence(words: tuple[str, ...], said: str) -> None:
    answer = run("briefing", *words)
    assert answer.status == 2
    assert said in answer.said
    assert one_sentence(answer)


def test_a_general_election_is_built_as_the_manual_says(shared: Path, tmp_path: Path) -> None:
    data, out = shared / "data", tmp_path / "uk-2017"
    words = (
        "briefing", "build", "commons", out, "--id", "uk-2017", "--title", "General election 2017",
        "--date", "2017-06-08", "--candidates", data / "uk-general-2017" / "candidates.csv",
        "--constituencies", data / "uk-general-2017" / "constituencies.csv",
        "--baseline", data / "uk-general-2015" / "candidates.csv",
        "--layout", data / "layouts" / "uk-constituencies-2010.hexjson",
    )  # fmt: skip
    answer = run(*words)
    assert answer.status == 0, answer.said
    assert "650 constituencies, 3,304 candidacies, 650 results" in answer.answered
    assert run("briefing", "check", out).status == 0
    again = run(*words)
    assert again.status == 2
    assert "already holds a briefing" in again.said
    night = tmp_path / "uk.night"
    assert run("rehearse", night, "--briefing", out, "--headless", "--speed", "max").status == 0
    northfield = run("show", night, "contest", "Birmingham, Northfield", "--json").json
    assert (northfield["outcome"], northfield["majority"]) == ("Lab hold", 4667)


def test_councils_are_built_with_a_layout_of_their_own(shared: Path, tmp_path: Path) -> None:
    data, out = shared / "data" / "councils-2016", tmp_path / "two"
    answer = run(
        "briefing", "build", "councils", out, "--id", "two-2016", "--title", "Two councils", "--date", "2016-05-05",
        "--results", data / "walsall-results.csv", "--results", data / "redditch-results.csv",
        "--composition", data / "councillors-after.csv",
    )  # fmt: skip
    assert answer.status == 0, answer.said
    assert (out / "layout.csv").is_file()
    assert run("briefing", "check", out).status == 0


def test_democracy_clubs_export_is_built(shared: Path, tmp_path: Path) -> None:
    export, out = shared / "data" / "democracy-club" / "results-2018-05-03.csv", tmp_path / "dc"
    answer = run(
        "briefing", "build", "democracy-club", out, "--id", "birmingham-2018", "--title", "Birmingham 2018",
        "--date", "2018-05-03", "--candidates", export, "--election", "local.birmingham",
    )  # fmt: skip
    assert answer.status == 0, answer.said
    assert "69 " in answer.answered
