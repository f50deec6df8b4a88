"""Keying from the command line: the same rules as at the desk, told by status and code."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import Answer, one_sentence, run

Key = Callable[..., Answer]


def stage(town: Path, contest: str) -> str:
    said: str = run("show", town, "contest", contest, "--json").json["stage"]
    return said


def test_a_declaration_says_what_it_means_and_that_it_is_saved(key: Key, town: Path) -> None:
    answer = key("alpha", "--votes", '{"Lab": 1100, "Con": 900, "LD": 250}', "--declared", "01:30", "--by", "JS")
    assert answer == Answer(0, "Alpha ward: Lab hold, majority 200.\nEntry 1, saved.\n", "")
    (entry,) = run("show", town, "history", "alpha", "--json").json
    assert entry["keyed_by"] == "JS"
    assert entry["declared_at"] == entry["keyed_at"] == "2016-05-06T01:30:00+01:00"


@pytest.mark.parametrize(
    "votes",
    [
        "[1100, 900, 250]",
        '{"alpha.1": 1100, "alpha.2": 900, "alpha.3": 250}',
        '{"A Candidate1": 1100, "A Candidate2": 900, "A Candidate3": 250}',
        '{"candidate1": "1,100", "CANDIDATE2": " 900 ", "Candidate3": "250"}',
        '{"Labour": "1 100", "Conservative": 900, "Liberal Democrat": 250}',
        '{"Candidate1, A": "1\u202f100", "Con": "900", "LD": 250}',
    ],
)
def test_votes_are_named_in_any_way_only_one_candidacy_has(key: Key, town: Path, votes: str) -> None:
    assert key("Alpha ward", "--votes", votes).status == 0
    found = run("show", town, "contest", "alpha", "--json").json
    assert [one["votes"] for one in found["candidacies"]] == [1100, 900, 250]


@pytest.mark.parametrize(
    ("votes", "codes"),
    [
        ('["many", 900, 250]', ["not-whole-number"]),
        ("[-5, 900, 250]", ["not-whole-number"]),
        ("[5.5, 900, 250]", ["not-whole-number"]),
        ("[NaN, 900, 250]", ["not-whole-number"]),
        ("[12345678901, 900, 250]", ["not-whole-number"]),
        ("[null, 900, 250]", ["missing-figure"]),
        ('{"Lab": 900}', ["missing-figure", "missing-figure"]),
        ("[4000, 900, 250]", ["over-electorate"]),
    ],
)
def test_wrong_figures_are_refused_with_their_codes(key: Key, town: Path, votes: str, codes: list[str]) -> None:
    answer = key("alpha", "--votes", votes, "--json")
    assert answer.status == 1
    assert answer.json["refused"] is True
    errors = [one["code"] for one in answer.json["objections"] if one["severity"] == "error"]
    assert errors == codes
    assert f"error: {codes[0]}: " in answer.said
    assert stage(town, "alpha") == "awaited"


@pytest.mark.parametrize(
    ("votes", "said"),
    [
        ("1100 900 250", "--votes is not JSON"),
        ("7", "--votes is neither an object nor a list"),
        ("[1, 2]", "--votes lists 2 figures for 3 candidacies in Alpha ward"),
        ('{"Green": 4}', "“Green” is not standing in Alpha ward. These are: A Candidate1 (Lab, alpha.1); "),
        ('{"Lab": 4, "Lab": 5}', "--votes names “Lab” twice"),
        ('{"Lab": 4, "Candidate1": 5}', "--votes names A Candidate1 twice"),
        ('{"Candidate": 4}', "“Candidate” can be 3 people in Alpha ward"),
        ("[true, 900, 250]", "--votes has “true” for a figure"),
        ('[["1"], 900, 250]', '--votes has “["1"]” for a figure'),
        ("[" * 100_000, "--votes is not JSON"),
    ],
)
def test_unclear_votes_are_wrong_words(key: Key, town: Path, votes: str, said: str) -> None:
    answer = key("alpha", "--votes", votes)
    assert answer.status == 2
    assert answer.said.startswith(said)
    assert one_sentence(answer)
    assert stage(town, "alpha") == "awaited"


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--recount", "--flash", "Lab"),
        ("--votes", "[1,2,3]", "--retract"),
        ("--correct",),
        ("--correct", "--recount"),
        ("--recount", "--rejected", "3"),
        ("--recount", "--votes", '{"Lab": 900}'),
        ("--votes", "[1,2,3]", "--declared", "late"),
        ("--votes", "[1,2,3]", "--declared", ""),
        ("--flash", "Lab", "--declared", "2061-05-06T02:00"),
    ],
)
def test_contradictory_words_are_wrong(key: Key, words: tuple[str, ...]) -> None:
    answer = key("alpha", *words)
    assert answer.status == 2
    assert one_sentence(answer)


def test_a_warning_must_be_acknowledged_by_its_code(key: Key, town: Path) -> None:
    words = ("beta", "--votes", "[900, 950, 100, 20]", "--declared", "02:20")
    refused = key(*words)
    assert refused.status == 1
    codes = refused.said.splitlines()[-1].rpartition("--accept ")[2]
    assert f"warning: {codes.split(',')[0]}: " in refused.said
    assert key(*words, "--accept", "something-else").said == refused.said, "a code nobody raised is not repeated"
    assert key(*words, "--accept", codes).status == 0
    (entry,) = run("show", town, "history", "beta", "--json").json
    assert entry["accepted"] == codes.split(",")


def test_check_figures_are_held_against_the_count(key: Key) -> None:
    words = ("alpha", "--votes", "[1100, 900, 250]")
    assert "warning: total-differs: " in key(*words, "--read-out", "2260").said
    assert "warning: majority-differs: " in key(*words, "--majority", "210").said
    assert key(*words, "--read-out", "2,250", "--majority", "200", "--rejected", "9").status == 0


def test_from_flash_by_recount_and_correction_to_retraction(key: Key, town: Path) -> None:
    def now(*words: str) -> str:
        answer = key("alpha", *words)
        assert answer.status == 0, answer.said
        return stage(town, "alpha")

    assert now("--flash", "Lab") == "flashed"
    assert run("show", town, "contest", "alpha", "--json").json["heard"] == "Lab hold"
    assert run("show", town, "contest", "alpha", "--json").json["outcome"] is None
    assert now("--recount", "--votes", "[1000, 1001, 250]") == "in recount"
    assert now("--votes", "[1000, 999, 250]", "--accept", "close") == "declared"
    corrected = key("alpha", "--votes", "[1000, 1003, 250]", "--correct", "--reason", "A bundle was misread", "--json")
    assert corrected.status == 0, corrected.said
    assert corrected.json["consequences"][0] == ("Lab hold becomes Con gain from Lab; Labour −1, Conservative +1.")
    assert corrected.json["contest"]["revision"] == 2
    assert now("--retract") == "awaited"
    kinds = [one["kind"] for one in run("show", town, "history", "alpha", "--json").json]
    assert kinds == ["flashed", "recount called", "declared", "corrected", "retracted"]


def test_a_correction_needs_its_reason(key: Key) -> None:
    key("alpha", "--votes", "[1100, 900, 250]")
    refused = key("alpha", "--votes", "[1101, 900, 250]", "--correct")
    assert refused.status == 1
    assert "error: reason-missing: " in refused.said


def test_a_correction_keeps_what_it_says_nothing_of(key: Key, town: Path) -> None:
    key("alpha", "--votes", "[1100, 900, 250]", "--rejected", "9", "--papers", "2259")
    right = ("alpha", "--votes", "[1101, 899, 250]", "--correct", "--reason", "Misread")
    assert key(*right).status == 0
    assert key(*right, "--rejected", "8", "--papers", "2258").status == 0
    kept = [(one["rejected"], one["papers"]) for one in run("show", town, "history", "alpha", "--json").json]
    assert kept == [(9, 2259), (9, 2259), (8, 2258)]


def test_what_the_stage_does_not_allow_is_refused(key: Key) -> None:
    assert "error: wrong-stage: " in key("alpha", "--retract").said
    key("alpha", "--postpone")
    assert "error: wrong-stage: " in key("alpha", "--votes", "[1100, 900, 250]").said


def insist(key: Key, *words: str) -> Answer:
    """Key, and where only warnings stand against it, key again with their codes acknowledged."""
    answer = key(*words, "--json")
    if answer.status:
        assert {one["severity"] for one in answer.json["objections"]} == {"warning"}, answer.said
        answer = key(*words, "--json", "--accept", ",".join(one["code"] for one in answer.json["objections"]))
    assert answer.status == 0, answer.said
    return answer


def test_a_tie_waits_for_the_lot(key: Key, town: Path) -> None:
    tied = ("alpha", "--votes", "[1000, 1000, 250]")
    assert "error: tie-without-lot: " in key(*tied).said
    assert stage(town, "alpha") == "awaited"
    drawn = insist(key, *tied, "--lot", "Con")
    assert (drawn.json["contest"]["winners"], drawn.json["contest"]["majority"]) == (["A Candidate2"], 0)


def test_a_tie_decided_by_lot_and_an_unopposed_return_have_no_majority(key: Key, town: Path) -> None:
    drawn = key("alpha", "--votes", "[900, 900, 200]", "--lot", "Con", "--accept", "same-figure")
    assert drawn.answered.splitlines()[0] == "Alpha ward: Con gain from Lab, by lot.", drawn.said
    assert key("delta", "--unopposed").answered.splitlines()[0] == "Delta ward: LD win, unopposed."
    rows = run("show", town, "contests").answered.splitlines()
    assert " by lot " in next(row for row in rows if "Alpha ward" in row)
    assert next(row for row in rows if "Delta ward" in row).endswith(" unopposed")
    shown = [run("show", town, "contest", one).answered.splitlines()[2] for one in ("alpha", "delta")]
    assert [one.split(", declared")[0] for one in shown] == ["Con gain from Lab, by lot", "LD win, unopposed"]


def test_several_vacancies_and_an_unopposed_return(key: Key, town: Path) -> None:
    assert key("delta", "--unopposed").status == 0
    assert "error: opposed: " in key("gamma", "--unopposed").said
    gamma = insist(key, "gamma", "--votes", "[900, 880, 870, 700, 690, 100]").json["contest"]
    assert gamma["outcome"] == "Lab gain 2 from Con; Lab hold"
    assert len(gamma["winners"]) == 3
    assert {one["change"] for one in gamma["candidacies"]} == {None}


def test_a_rehearsals_clock_is_the_nights_and_never_goes_back(key: Key, town: Path) -> None:
    key("alpha", "--votes", "[1100, 900, 250]", "--declared", "02:00")
    key("delta", "--unopposed", "--declared", "01:45")
    first, second = (run("show", town, "history", one, "--json").json[0] for one in ("alpha", "delta"))
    assert second["declared_at"] < first["declared_at"]
    assert second["keyed_at"] == first["keyed_at"] == "2016-05-06T02:00:00+01:00"


def test_a_contest_is_found_by_part_of_its_name_if_only_one_has_it(uk_2024: Path) -> None:
    found = run("show", uk_2024, "contest", "perry", "--json")
    assert found.json["name"] == "Birmingham Perry Barr"
    assert run("show", uk_2024, "contest", "barr perry", "--json").json["id"] == found.json["id"]
    many = run("key", uk_2024, "birmingham", "--retract")
    assert many.status == 2
    assert "is in the name of 9 constituencies" in many.said
    typo = run("key", uk_2024, "Perry Bar Birmigham", "--retract")
    assert typo.status == 2
    assert "Did you mean Birmingham Perry Barr" in typo.said


def test_perry_barr_2024_corrected(uk_2024: Path) -> None:
    standing = run("show", uk_2024, "contest", "Perry Barr", "--json").json
    votes = {one["id"]: one["votes"] for one in standing["candidacies"]}
    khan = next(one["id"] for one in standing["candidacies"] if one["name"] == "Ayoub Khan")
    votes[khan] = 12_000
    corrected = run(
        "key", uk_2024, standing["id"], "--votes", json.dumps(votes), "--correct", "--reason", "A trial",
        "--accept", "share-moved", "--json",
    )  # fmt: skip
    assert corrected.status == 0, corrected.said
    assert corrected.json["contest"]["outcome"] == "Lab hold"
    assert corrected.json["consequences"][0] == ("Ind gain from Lab becomes Lab hold; Independent −1, Labour +1.")
    tally = {one["party"]: one["seats"] for one in run("show", uk_2024, "tally", "--json").json["parties"]}
    assert (tally["Lab"], tally["Ind"]) == (412, 5)
    assert run("verify", uk_2024).status == 0
