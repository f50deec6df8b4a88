"""Shares, changes, swing, turnout, deposits, exact."""

from fractions import Fraction

import pytest

from resultsdesk.psephology.baseline import Baseline, BaselineKind, BaselineLine
from resultsdesk.psephology.candidacy import CandidacyId
from resultsdesk.psephology.party import Party, PartyId, PartyKind
from resultsdesk.psephology.poll import Poll
from resultsdesk.psephology.shares import change, deposit_lost, share, swing, turnout

LAB = Party(PartyId("Lab"), "Labour", "Lab", "#e4003b", 1)
IND = Party(PartyId("Ind"), "Independent", "Ind", "#9aa3b2", 9, PartyKind.INDEPENDENT)
LAST = Baseline(
    "2019",
    BaselineKind.NOTIONAL,
    (
        BaselineLine(PartyId("Lab"), 300),
        BaselineLine(PartyId("Con"), 500),
        BaselineLine(PartyId("Ind"), 150),
        BaselineLine(PartyId("Ind"), Fraction(100, 2)),
    ),
    electorate=2000,
)


def test_last_time() -> None:
    assert LAST.valid_votes == 1000
    assert LAST.majority == 200
    assert LAST.turnout == Fraction(1, 2)
    assert LAST.share(PartyId("Ind")) == Fraction(1, 5)
    assert (LAST.rank(PartyId("Con")), LAST.rank(PartyId("Ind")), LAST.rank(PartyId("LD"))) == (1, 3, None)


def test_change_is_unknown_without_a_baseline_and_for_independents() -> None:
    assert change(Fraction(2, 5), LAB, LAST) == Fraction(1, 10)
    assert change(Fraction(2, 5), LAB, None) is None
    assert change(None, LAB, LAST) is None
    assert change(Fraction(2, 5), IND, LAST) is None
    assert change(Fraction(2, 5), Party(PartyId("LD"), "LD", "LD", "#faa61a", 3), LAST) is None


def test_swing_is_half_the_difference_of_the_changes() -> None:
    assert swing(Fraction(-10, 100), Fraction(6, 100)) == Fraction(8, 100)
    assert swing(None, Fraction(6, 100)) is None


def test_nobody_voted() -> None:
    assert share(0, 0) is None


@pytest.mark.parametrize(
    ("poll", "vacancies", "rejected_too", "expected"),
    [
        (Poll({CandidacyId("a"): 500}, rejected=10), 1, False, Fraction(1, 2)),
        (Poll({CandidacyId("a"): 500}, rejected=10), 1, True, Fraction(51, 100)),
        (Poll({CandidacyId("a"): 500}), 1, True, None),
        (Poll({CandidacyId("a"): 500, CandidacyId("b"): 400}), 2, False, None),
        (Poll({CandidacyId("a"): 500, CandidacyId("b"): 400}, rejected=10, papers=610), 2, False, Fraction(3, 5)),
        (Poll({CandidacyId("a"): 500, CandidacyId("b"): 400}, papers=610), 2, False, None),
        (Poll({CandidacyId("a"): 500, CandidacyId("b"): 400}, papers=610), 2, True, Fraction(61, 100)),
        (Poll({CandidacyId("a"): 500}, papers=510), 1, False, Fraction(1, 2)),
    ],
)
def test_turnout(poll: Poll, vacancies: int, rejected_too: bool, expected: Fraction | None) -> None:
    assert turnout(poll, 1000, vacancies, rejected_too) == expected
    assert turnout(poll, None, vacancies, rejected_too) is None


@pytest.mark.parametrize(("votes", "valid", "lost"), [(50, 1000, True), (51, 1000, False), (0, 0, True)])
def test_a_deposit_is_lost_at_one_twentieth_exactly(votes: int, valid: int, lost: bool) -> None:
    assert deposit_lost(votes, valid) is lost
