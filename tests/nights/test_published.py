"""Every constituency of two general elections against what the House of Commons Library published."""

import csv
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

import pytest
from reading import words

from resultsdesk.intake.sheets import as_written
from resultsdesk.night.night import Night
from resultsdesk.psephology.rounding import rounded
from resultsdesk.psephology.shares import change, share

SIX = 6


def rows(path: Path) -> Iterable[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


@pytest.mark.parametrize("year", ["2024", "2017"])
def test_every_outcome_majority_and_turnout(year: str, shared: Path, request: pytest.FixtureRequest) -> None:
    night: Night = request.getfixturevalue(f"uk_{year}")
    right = 0
    for row in rows(shared / "data" / f"uk-general-{year}" / "constituencies.csv"):
        standing = night.contests[row["ONS ID"]]  # type: ignore[index]  # the id as the file has it
        assert standing.poll is not None
        assert standing.count is not None
        assert words(night, standing) == row["Result"], row["Constituency name"]
        assert standing.count.majority == int(row["Majority"])
        assert standing.poll.valid_votes == int(row["Valid votes"])
        assert standing.poll.rejected == int(row["Invalid votes"])
        assert standing.contest.electorate == int(row["Electorate"])
        right += 1
    assert right == 650 == len(night.contests)


@pytest.mark.parametrize(("year", "candidacies"), [("2024", 4515), ("2017", 3304)])
def test_every_share_and_change(year: str, candidacies: int, shared: Path, request: pytest.FixtureRequest) -> None:
    night: Night = request.getfixturevalue(f"uk_{year}")
    seen = inexact = 0
    astray = Fraction(0)
    for row in rows(shared / "data" / f"uk-general-{year}" / "candidates.csv"):
        standing = night.contests[row["ONS ID"]]  # type: ignore[index]  # the id as the file has it
        assert standing.poll is not None
        # One name was published with its letters misread; the briefing has it right.
        forenames, surname = (as_written(row[f"Candidate {part}"].strip()) for part in ("first name", "surname"))
        (one,) = [
            one
            for one in standing.contest.candidacies
            if (one.forenames, one.surname) == (forenames, surname) and standing.poll.votes[one.id] == int(row["Votes"])
        ]
        now = share(standing.poll.votes[one.id], standing.poll.valid_votes)
        assert now is not None
        # A few published shares were rounded twice on their way: off by one in the sixth decimal, never in the first.
        astray += abs(rounded(now, SIX) - Fraction(row["Share"])) * 10**SIX
        moved = change(now, night.briefing.parties[one.party], standing.contest.baseline)
        if row["Change"]:
            assert moved is not None, (row["Constituency name"], one.name)
            # In 2024 the Library subtracted rounded shares: 89 changes are off by one in the last place.
            off = abs(rounded(moved, SIX) - Fraction(row["Change"])) * 10**SIX
            assert off <= (1 if year == "2024" else 0), (row["Constituency name"], one.name)
            inexact += bool(off)
        seen += 1
    assert astray <= 5
    assert inexact == (89 if year == "2024" else 0)
    assert seen == candidacies == sum(len(one.candidacies) for one in night.briefing.contests.values())
