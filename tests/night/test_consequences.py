"""What a correction changes, in the sentences an operator reads before entering it."""

import pytest
from town import TOWN, by_order, sit

from resultsdesk.night.briefing import ContestId
from resultsdesk.night.commands import CallRecount, Correct, Declare, Figures
from resultsdesk.night.consequences import consequences
from resultsdesk.night.history import difference, history
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.candidacy import CandidacyId

ALPHA = ContestId("alpha")
LAB_HOLD, CON_HOLD = (900, 700, 200), (700, 900, 200)
TIE = (900, 900, 200)
LAB, CON = (CandidacyId("alpha.1"),), (CandidacyId("alpha.2"),)


def figures(votes: tuple[int, ...], lot: tuple[CandidacyId, ...] = ()) -> Figures:
    return Figures(votes=by_order(TOWN.contests[ALPHA], *votes), lot=lot)


def said(first: Figures, then: Figures) -> tuple[str, ...]:
    """Return what follows when one count of the first ward is corrected to another."""
    desk = sit()
    accepted = frozenset({"turnout-far", "share-moved", "same-figure"})
    assert desk.commit(Declare(contest=ALPHA, figures=first, accepted=accepted)).entry
    before = desk.night.contests[ALPHA]
    after = desk.weigh(Correct(contest=ALPHA, after=before.head, figures=then, reason="Read again")).after
    assert after is not None
    return consequences(before, after, TOWN.parties, Measure.LAST)


def test_nothing_follows_where_nothing_changes() -> None:
    desk = sit()
    desk.commit(CallRecount(contest=ALPHA))
    before = desk.night.contests[ALPHA]
    again = desk.weigh(CallRecount(contest=ALPHA, after=before.head)).after
    assert again is not None
    assert consequences(before, again, TOWN.parties, Measure.LAST) == ()


@pytest.mark.parametrize(
    ("first", "then", "sentences"),
    [
        (
            figures(LAB_HOLD),
            figures(CON_HOLD),
            ("Lab hold becomes Con gain from Lab; Labour −1, Conservative +1.",),
        ),
        (figures(LAB_HOLD), figures((912, 700, 200)), ("A majority of 200 becomes a majority of 212.",)),
        (
            figures(LAB_HOLD),
            figures(TIE),
            ("Lab hold becomes undecided; Labour −1.", "A majority of 200 becomes a tie."),
        ),
        (figures(TIE, lot=LAB), figures(LAB_HOLD), ("A result by lot becomes a majority of 200.",)),
        (figures(LAB_HOLD), figures(TIE, lot=LAB), ("A majority of 200 becomes a result by lot.",)),
        (
            figures(TIE, lot=LAB),
            figures(TIE, lot=CON),
            ("Lab hold becomes Con gain from Lab; Labour −1, Conservative +1.",),
        ),
    ],
)
def test_a_correction_says_what_becomes_of_seat_and_majority(
    first: Figures, then: Figures, sentences: tuple[str, ...]
) -> None:
    assert said(first, then) == sentences


def test_an_entry_does_not_differ_from_itself() -> None:
    desk = sit()
    desk.commit(Declare(contest=ALPHA, figures=figures(LAB_HOLD), accepted=frozenset({"same-figure"})))
    standing = desk.night.contests[ALPHA]
    entry = history(standing)[0].entry
    assert not any(line.differs for line in difference(standing.contest, entry, entry))
