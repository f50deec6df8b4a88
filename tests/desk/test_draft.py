"""What is typed becomes figures, or an objection with the text kept."""

from datetime import time

import pytest
from town import TOWN, by_order

from resultsdesk.desk.draft import Draft, clock_time, of_figures, read, whole_number
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.commands import Figures
from resultsdesk.psephology.candidacy import CandidacyId

ALPHA = TOWN.contests[ContestId("alpha")]
FIRST = CandidacyId("alpha.1")


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("13303", 13303),
        ("13,303", 13303),
        ("13 303", 13303),
        ("13\u202f303", 13303),
        ("13’303", 13303),
        (" 0 ", 0),
        ("", None),
        ("   ", None),
    ],
)
def test_numbers_as_people_write_them(typed: str, number: int | None) -> None:
    assert whole_number(typed) == number


@pytest.mark.parametrize(
    "typed",
    ["twelve", "-3", "−3", "13.303", "1e3", "12,34", "1 2", ",303", "13,,303", "12O4", "1234567890", "½", "=2+2"],
)
def test_what_is_not_a_whole_number_is_said_and_kept(typed: str) -> None:
    draft = Draft(ALPHA.id).keyed(FIRST, typed)
    reading = read(draft, ALPHA, TOWN)
    assert [(one.code, one.at) for one in reading.objections] == [("not-whole-number", (FIRST,))]
    assert typed[:20] in reading.objections[0].text
    assert reading.figures.votes[FIRST] is None
    assert draft.votes[FIRST] == typed


def test_an_empty_box_is_not_nought() -> None:
    reading = read(Draft(ALPHA.id), ALPHA, TOWN)
    assert set(reading.figures.votes.values()) == {None}
    assert reading.figures.rejected is None
    assert not reading.objections


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("3:46", time(3, 46)),
        ("03.46", time(3, 46)),
        ("0346", time(3, 46)),
        ("346", time(3, 46)),
        ("2215", time(22, 15)),
    ],
)
def test_times_as_people_write_them(typed: str, expected: time) -> None:
    assert clock_time(typed) == expected


@pytest.mark.parametrize("typed", ["25:00", "12:61", "noon", "3", "12345", ":", "3:"])
def test_what_is_not_a_time(typed: str) -> None:
    assert clock_time(typed) is None
    assert [one.code for one in read(Draft(ALPHA.id, declared_at=typed), ALPHA, TOWN).objections] == ["not-a-time"]


def test_a_time_after_midnight_is_the_next_day() -> None:
    late, early = (read(Draft(ALPHA.id, declared_at=typed), ALPHA, TOWN).declared_at for typed in ("22:15", "03:46"))
    assert late is not None
    assert early is not None
    assert (late.day, early.day) == (5, 6)


def test_a_correction_starts_from_what_was_declared() -> None:
    figures = Figures(votes=by_order(ALPHA, 900, 700, 200), rejected=4, read_out=1800, lot=(FIRST,))
    assert read(of_figures(ALPHA, figures), ALPHA, TOWN).figures == figures
