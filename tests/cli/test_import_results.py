"""Published results into a night from the command line: listed first, entered by the desk's rules."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from command_line import ROOT, Answer, one_sentence, run
from night_files import BRIEFING

from resultsdesk.store.night_file import create_night

HEAD = "contest,name,votes,rejected\n"
ALPHA = "Alpha ward,A Candidate1,1100,\nAlpha ward,A Candidate2,900,\nAlpha ward,A Candidate3,250,\n"
NOT_WHOLE = "a whole number: use digits alone, or empty the cell if unknown. [not-whole]"
DELTA = "Delta ward,A Candidate1,,\n"


def file_of(folder: Path, *rows: str, name: str = "theirs.csv", head: str = HEAD) -> Path:
    path = folder / name
    path.write_text(head + "".join(rows), encoding="utf-8")
    return path


def alpha(first: int, second: int = 900) -> str:
    return f"Alpha ward,A Candidate1,{first},\nAlpha ward,A Candidate2,{second},\nAlpha ward,A Candidate3,250,\n"


def entries(town: Path, contest: str = "alpha") -> list[dict[str, object]]:
    kept: list[dict[str, object]] = run("show", town, "history", contest, "--json").json
    return kept


@pytest.fixture
def live(tmp_path: Path) -> Path:
    path = tmp_path / "live.night"
    create_night(path, BRIEFING, "live").close()
    return path


def test_what_is_new_is_listed_and_entered_with_its_source(town: Path, tmp_path: Path) -> None:
    answer = run("import-results", town, file_of(tmp_path, ALPHA), "--source", "Town Council", "--by", "JS")
    assert answer.status == 0, answer.said
    assert answer.answered.splitlines() == [
        "Town council 2016 · REHEARSAL · gains against the last election (2012)",
        "Town Council (our own candidacies.csv): 1 ward of this night.",
        "",
        "New: 1",
        "Ward",
        "Alpha ward  Lab hold, majority 200",
        "",
        "1 new; 3 not told of.",
        "1 entry saved, number 1.",
    ]
    (entry,) = entries(town)
    assert (entry["source"], entry["keyed_by"], entry["desk"]) == ("Town Council", "JS", "command line")
    assert run("show", town, "history", "alpha").answered.splitlines()[3] == "       source: Town Council"
    assert run("verify", town).status == 0


def test_a_dry_run_enters_nothing_and_does_not_even_write_to_the_file(town: Path, tmp_path: Path) -> None:
    before = town.read_bytes()
    town.chmod(0o444)
    answer = run("import-results", town, file_of(tmp_path, ALPHA), "--dry-run")
    assert answer.status == 0
    assert answer.answered.endswith("Nothing was entered: --dry-run. Without it, 1 entry would be.\n")
    assert town.read_bytes() == before


def test_a_disagreement_is_shown_figure_by_figure_and_waits(town: Path, tmp_path: Path) -> None:
    assert run("key", town, "alpha", "--votes", "[1100, 900, 250]", "--declared", "01:30", "--by", "JS").status == 0
    theirs = file_of(tmp_path, alpha(890, 1110))
    refused = run("import-results", town, theirs)
    assert refused.status == 1
    assert refused.answered.splitlines()[-13:] == [
        "Disagreements: 1",
        "Alpha ward",
        "     ours: entry 1, declared 01:30 by JS, command line (command line)",
        "     theirs.csv: declared, line 2",
        "     Figure         ours  theirs.csv",
        "     A Candidate1  1,100         890",
        "     A Candidate2    900       1,110",
        "     ours elects A Candidate1",
        "     theirs.csv elects A Candidate2",
        "",
        "1 in disagreement; 3 not told of.",
        "Nothing was entered.",
        "Say whose figures are right, for one contest or all: --take CONTEST=WHOSE, --take WHOSE.",
    ]
    assert len(entries(town)) == 1


def test_whose_word_is_taken_is_said_with_a_reason(town: Path, tmp_path: Path) -> None:
    run("key", town, "alpha", "--votes", "[1100, 900, 250]", "--declared", "01:30")
    theirs = file_of(tmp_path, alpha(1101))
    bare = run("import-results", town, theirs, "--take", "theirs")
    assert bare.status == 1
    assert "error: reason-missing: " in bare.answered
    assert run("import-results", town, theirs, "--take", "Alpha ward=ours").status == 0
    assert len(entries(town)) == 1
    taken = run("import-results", town, theirs, "--take", "alpha", "--reason", "A bundle was misread")
    assert taken.status == 0, taken.answered
    corrected = entries(town)[-1]
    assert (corrected["kind"], corrected["reason"], corrected["source"]) == (
        "corrected", "A bundle was misread", "theirs.csv",
    )  # fmt: skip


def test_two_sources_that_disagree_are_shown_and_neither_is_entered(town: Path, tmp_path: Path) -> None:
    one, other = file_of(tmp_path, alpha(1100), name="a.csv"), file_of(tmp_path, alpha(1101), DELTA, name="b.csv")
    refused = run("import-results", town, one, other)
    assert refused.status == 1
    assert "     A Candidate1  1,100  1,101\n" in refused.answered
    assert entries(town) == []
    unclear = run("import-results", town, one, other, "--take", "theirs")
    assert unclear.status == 2
    assert "--take must say whose of 2 files is right: a.csv or b.csv." in unclear.said
    assert run("import-results", town, one, other, "--take", "alpha=b.csv").status == 0
    (entry,) = entries(town)
    assert entry["source"] == "b.csv"


def test_a_summary_brings_its_recounts_flashes_and_corrections(town: Path, tmp_path: Path) -> None:
    for words in (
        ("alpha", "--flash", "Lab", "--declared", "01:10"),
        ("alpha", "--recount", "--votes", "[1001, 1000, 250]", "--declared", "01:20"),
        ("alpha", "--votes", "[1010, 990, 250]", "--read-out", "2250", "--declared", "01:40"),
        ("delta", "--unopposed", "--declared", "01:45"),
        (
            "alpha",
            "--votes",
            "[1100, 900, 250]",
            "--correct",
            "--reason",
            "A bundle was misread",
            "--declared",
            "02:00",
        ),
    ):
        assert run("key", town, *words).status == 0, words
    folder, again = tmp_path / "summary", tmp_path / "again"
    assert run("export", town, folder, "--only", "csv", "--only", "json").status == 0
    fresh = tmp_path / "fresh.night"
    create_night(fresh, BRIEFING, "rehearsal").close()
    answer = run("import-results", fresh, folder)
    assert answer.status == 0, answer.said
    lines = answer.answered.splitlines()
    assert "Alpha ward  Lab hold, majority 200 (4 entries)" in lines
    assert lines[-1] == "5 entries saved, 1 to 5."
    for one in entries(fresh):
        assert (one["source"], one["desk"]) == ("REHEARSAL-summary.json", "command line")
    own = ("entry_id", "supersedes", "source")
    here, there = ([{**one, **dict.fromkeys(own)} for one in entries(file)] for file in (fresh, town))
    assert here == there
    assert run("export", fresh, again, "--only", "csv").status == 0
    for name in ("contests", "candidacies", "tally"):
        file = f"REHEARSAL-{name}.csv"
        assert (again / file).read_bytes() == (folder / file).read_bytes()
    assert run("verify", fresh).status == 0
    assert run("import-results", fresh, folder).answered.endswith("Nothing was entered.\n")


def test_sources_that_agree_make_one_entry(town: Path, tmp_path: Path) -> None:
    files = [file_of(tmp_path, ALPHA, name=name) for name in ("a.csv", "b.csv")]
    assert run("import-results", town, *files).status == 0
    assert [one["source"] for one in entries(town)] == ["a.csv; b.csv"]


def test_warnings_wait_for_their_codes(town: Path, tmp_path: Path) -> None:
    rows = [f"Beta ward,A Candidate{at},{votes},\n" for at, votes in enumerate((900, 950, 100, 20), start=1)]
    theirs = file_of(tmp_path, *rows)
    refused = run("import-results", town, theirs)
    assert refused.status == 1
    codes = refused.answered.splitlines()[-1].rpartition("--accept ")[2]
    assert f"warning: {codes.split(',')[0]}: " in refused.answered
    assert entries(town, "beta") == []
    assert run("import-results", town, theirs, "--accept", codes).status == 0
    assert entries(town, "beta")[0]["accepted"] == codes.split(",")


def test_places_and_people_nobody_knows_are_named_with_the_nearest(town: Path, tmp_path: Path) -> None:
    rows = "Alfa ward,A Candidate1,5,\n" + ALPHA + "Alpha ward,Anna Candidat,7,\n"
    refused = run("import-results", town, file_of(tmp_path, rows))
    assert refused.status == 1
    assert "Alfa ward (theirs.csv, line 2). Did you mean Alpha ward" in refused.answered
    assert "error: not-standing: Anna Candidat (line 6) is not standing in Alpha ward." in refused.answered
    assert entries(town) == []


def test_json_answers_all_of_it(town: Path, tmp_path: Path) -> None:
    run("key", town, "alpha", "--votes", "[1100, 900, 250]", "--declared", "01:30")
    theirs = file_of(tmp_path, alpha(1101), "Delta ward,A Candidate1,0,\n", "Epsilon,A Candidate1,1,\n")
    answer = run("import-results", town, theirs, "--json")
    assert answer.status == 1
    said = answer.json
    assert (said["refused"], said["dry_run"], said["rehearsal"]) == (True, False, True)
    assert [one["name"] for one in said["unknown"]] == ["Epsilon"]
    found = {one["id"]: one for one in said["contests"]}
    assert found["alpha"]["agreement"] == "disagreement"
    assert found["alpha"]["differing"] == [
        {"label": "A Candidate1", "candidacy": "alpha.1", "values": [1100, 1101]},
    ]
    assert [side["whose"] for side in found["alpha"]["sides"]] == ["ours", "theirs.csv"]
    assert found["alpha"]["against"] == ["disagreement"]
    assert found["delta"]["entry"]["kind"] == "declared unopposed"
    refused = run("import-results", town, file_of(tmp_path, "Alpha ward,A,many,\n"), "--json")
    assert (refused.status, refused.answered) == (2, "")


def test_every_name_in_the_answer_is_documented(town: Path, tmp_path: Path) -> None:
    said = run("import-results", town, file_of(tmp_path, ALPHA, "Epsilon,A Candidate1,1,\n"), "--json").json
    documented = (ROOT / "resources" / "docs" / "JSON.md").read_text(encoding="utf-8")
    lists = ("contests", "sources", "unknown")
    names = {*said, *(key for name in lists for key in said[name][0]), *said["contests"][0]["sides"][0]}
    assert names, "there is an answer"
    assert {one for one in names if f"`{one}`" not in documented} == set()


def test_a_live_night_refuses_before_the_close_of_poll(tmp_path: Path) -> None:
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    briefing = replace(BRIEFING, election=replace(BRIEFING.election, close_of_poll=tomorrow, day=tomorrow.date()))
    path = tmp_path / "early.night"
    create_night(path, briefing, "live").close()
    refused = run("import-results", path, file_of(tmp_path, ALPHA))
    assert refused.status == 1
    assert "error: before-close: " in refused.said
    assert refused.said.endswith("Nothing was entered.\n")


def test_what_was_made_in_a_rehearsal_stays_out_of_a_live_night(town: Path, live: Path, tmp_path: Path) -> None:
    made = file_of(tmp_path, ALPHA, name="REHEARSAL-candidacies.csv")
    refused = run("import-results", live, made, "--json")
    assert refused.status == 1
    assert [one["code"] for one in refused.json["objections"]] == ["rehearsal-source"]
    assert entries(live) == []
    assert run("import-results", town, made).status == 0
    real = file_of(tmp_path, ALPHA)
    assert run("import-results", live, real).status == 0
    assert [one["kind"] for one in entries(live)] == ["declared"]


def wrong(answer: Answer) -> str:
    assert answer.status == 2
    assert not answer.answered
    return answer.said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--take", "nobody=him"), "--take “nobody=him” names “him”, who is none of these: ours, theirs, theirs.csv."),
        (("--take", "Nowhere"), "No ward here is called “Nowhere”."),
        (("--take", "ours", "--take", "theirs"), "--take names both ours and theirs for everything"),
        (("--source", "a", "--source", "b"), "--source is there 2 times for 1 files"),
        (("--source", "ours"), "“ours” can be more than one of them"),
    ],
)
def test_words_that_do_not_fit(words: tuple[str, ...], said: str, town: Path, tmp_path: Path) -> None:
    answer = run("import-results", town, file_of(tmp_path, ALPHA), *words)
    assert said in wrong(answer)
    assert one_sentence(answer)


def test_files_that_do_not_fit(town: Path, tmp_path: Path) -> None:
    assert one_sentence(run("import-results", town, tmp_path / "none.csv"))
    said = wrong(run("import-results", town, file_of(tmp_path, "Alpha ward,A,many,\nAlpha ward,,5,\n")))
    assert said.splitlines() == [
        f"theirs.csv, line 2: “many” in “votes” is not {NOT_WHOLE}",
        "theirs.csv, line 3: The row names nobody: fill “name”, or remove the row. [no-name]",
        "Nothing was entered: mend these and do it again.",
    ]
    said = wrong(run("import-results", town, file_of(tmp_path, "Bristol West,A,5,\n")))
    assert said == "theirs.csv has no ward of Town council 2016; its first is Bristol West: is it the right file?\n"
    club = "election_id,ballot_paper_id,person_name,votes_cast\n"
    row = "local.town.2012-05-03,local.town.alpha-ward.2012-05-03,A Candidate1,5\n"
    said = wrong(run("import-results", town, file_of(tmp_path, row, head=club)))
    assert said == "theirs.csv has no poll of 5 May 2016: it is of another election.\n"


def test_the_answer_is_one_json_value(town: Path, tmp_path: Path) -> None:
    answer = run("import-results", town, file_of(tmp_path, ALPHA), "--json", "--dry-run")
    assert json.loads(answer.answered)["contests"][0]["ready"] is True
