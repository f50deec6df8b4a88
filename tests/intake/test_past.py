"""What the story is told from: since when, lost by whom, first ever; written, read and checked."""

from dataclasses import replace
from pathlib import Path

import pytest

from resultsdesk.intake.built import Built
from resultsdesk.intake.check import check
from resultsdesk.intake.files import CANDIDACIES, CONTESTS, PARTIES
from resultsdesk.intake.folder import read_briefing
from resultsdesk.night.briefing import ContestId
from resultsdesk.psephology.party import PartyId

ALPHA, LAB, CON = ContestId("alpha"), PartyId("Lab"), PartyId("Con")


@pytest.fixture
def storied(built: Built) -> Built:
    """The small briefing with a past."""
    briefing = built.briefing
    alpha = briefing.contests[ALPHA]
    member = replace(alpha.candidacies[0], elected_for=CON)
    alpha = replace(
        alpha,
        candidacies=(member, *alpha.candidacies[1:]),
        party_since=1992,
        member_since=2001,
        lost_last=(CON, LAB),
    )
    con = replace(briefing.parties[CON], called="the Conservatives", first_ever="in Town")
    contests = {**briefing.contests, ALPHA: alpha}
    return replace(built, briefing=replace(briefing, contests=contests, parties={**briefing.parties, CON: con}))


@pytest.fixture
def past(storied: Built, tmp_path: Path) -> Path:
    """The same as a folder."""
    storied.write(tmp_path / "past")
    return tmp_path / "past"


def test_the_past_is_written_and_read_back(storied: Built, past: Path) -> None:
    assert read_briefing(past) == storied.briefing


def test_columns_nobody_fills_are_left_out(built: Built, tmp_path: Path) -> None:
    built.write(tmp_path / "plain")
    heads = {
        one.file: (tmp_path / "plain" / one.file).read_text(encoding="utf-8").splitlines()[0].split(",")
        for one in (PARTIES, CONTESTS, CANDIDACIES)
    }
    assert {file: head[-1] for file, head in heads.items()} == {
        "parties.csv": "kind",
        "contests.csv": "former_names",
        "candidacies.csv": "sitting",
    }


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("contests.csv", ",1992,", ",1792,", "year"),
        ("contests.csv", ",1992,", ",2017,", "year"),
        ("contests.csv", ",2001,", ",long ago,", "not-whole"),
        ("contests.csv", "Con; Lab", "Con; Lib", "unknown-party"),
        ("candidacies.csv", "yes,Con", "yes,Cno", "unknown-party"),
    ],
)
def test_each_error_of_the_past(past: Path, file: str, old: str, new: str, code: str) -> None:
    text = (past / file).read_text(encoding="utf-8")
    assert old in text
    (past / file).write_text(text.replace(old, new), encoding="utf-8")
    assert (file, 2, code) in {(one.file, one.line, one.code) for one in check(past)}
