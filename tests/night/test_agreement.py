"""Whether accounts agree: with each other, and with what the desk has."""

from dataclasses import replace

import pytest
from town import TOWN, by_order, sit

from resultsdesk.night.accounts import Account
from resultsdesk.night.agreement import Agreement, compare
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.commands import (
    CallRecount,
    Command,
    Correct,
    Declare,
    DeclareUnopposed,
    Figures,
    Flash,
    Postpone,
)
from resultsdesk.night.entries import Kind
from resultsdesk.night.objections import error
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.candidacy import CandidacyId

ALPHA, DELTA = ContestId("alpha"), ContestId("delta")
VOTES = (1100, 900, 250)


def figures(*votes: int | None, contest: ContestId = ALPHA, **more: object) -> Figures:
    return Figures(votes=by_order(TOWN.contests[contest], *votes), **more)  # type: ignore[arg-type]  # fields by name


def account(*votes: int | None, source: str = "theirs", **more: object) -> Account:
    counted = figures(*votes) if votes else Figures(votes={})
    return replace(Account(contest=ALPHA, source=source, figures=counted), **more)  # type: ignore[arg-type]  # as above


def after(*commands: Command) -> Standing:
    """Return a contest after these commands, each of which must be accepted."""
    desk = sit()
    for one in commands:
        head = desk.night.contests[one.contest].head
        done = desk.commit(replace(one, after=head, accepted=frozenset({"flash-unlikely"})))
        assert done.entry, done.verdict.objections
    return desk.night.contests[commands[0].contest if commands else ALPHA]


DECLARED = Declare(contest=ALPHA, figures=figures(*VOTES))


@pytest.mark.parametrize(
    ("ours", "theirs", "agreement"),
    [
        ((), [account(*VOTES)], Agreement.NEW),
        ((), [account(1100, None, 250)], Agreement.INCOMPLETE),
        ((), [account(*VOTES, objections=(error("not-standing", "Who?"),))], Agreement.INCOMPLETE),
        ((), [account(kind=Kind.POSTPONED)], Agreement.NEW),
        ((), [account(kind=Kind.RECOUNT)], Agreement.NEW),
        ((), [account(kind=Kind.FLASHED, winner=CandidacyId("alpha.1"))], Agreement.NEW),
        ((DECLARED,), [account(*VOTES)], Agreement.SAME),
        ((DECLARED,), [account(*VOTES, figures=figures(*VOTES, rejected=9))], Agreement.MORE),
        ((DECLARED,), [account(1101, 900, 250)], Agreement.DIFFERS),
        ((DECLARED,), [account(1101, None, 250)], Agreement.DIFFERS),
        ((DECLARED,), [account(1100, None, 250)], Agreement.INCOMPLETE),
        ((DECLARED,), [account(kind=Kind.POSTPONED)], Agreement.DIFFERS),
        ((DECLARED,), [account(kind=Kind.RECOUNT)], Agreement.SILENT),
        ((DECLARED,), [account(kind=Kind.FLASHED, winner=CandidacyId("alpha.2"))], Agreement.SILENT),
        ((replace(DECLARED, figures=figures(*VOTES, rejected=9)),), [account(*VOTES)], Agreement.SAME),
        ((Postpone(contest=ALPHA),), [account(kind=Kind.POSTPONED)], Agreement.SAME),
        ((Postpone(contest=ALPHA),), [account(*VOTES)], Agreement.DIFFERS),
        ((Flash(contest=ALPHA, winner=CandidacyId("alpha.2")),), [account(*VOTES)], Agreement.NEW),
        ((Flash(contest=ALPHA, winner=CandidacyId("alpha.2")),),
         [account(kind=Kind.FLASHED, winner=CandidacyId("alpha.2"))], Agreement.SAME),
        ((Flash(contest=ALPHA, winner=CandidacyId("alpha.2")),),
         [account(kind=Kind.FLASHED, winner=CandidacyId("alpha.1"))], Agreement.DIFFERS),
        ((CallRecount(contest=ALPHA),), [account(kind=Kind.RECOUNT)], Agreement.SAME),
        ((CallRecount(contest=ALPHA, figures=figures(1, 2, 3)),), [account(*VOTES)], Agreement.NEW),
        # With one vacancy the papers follow from what is known.
        ((replace(DECLARED, figures=figures(*VOTES, rejected=9)),),
         [account(figures=figures(*VOTES, papers=2259))], Agreement.SAME),
        ((replace(DECLARED, figures=figures(*VOTES, rejected=9)),),
         [account(figures=figures(*VOTES, papers=2260))], Agreement.DIFFERS),
        # Two sources.
        ((), [account(*VOTES), account(*VOTES, source="others")], Agreement.NEW),
        ((), [account(*VOTES), account(1101, 900, 250, source="others")], Agreement.DIFFERS),
        ((), [account(*VOTES), account(1100, None, 250, source="others")], Agreement.NEW),
        ((), [account(*VOTES), account(source="others", kind=Kind.RECOUNT)], Agreement.NEW),
        ((), [account(*VOTES), account(*VOTES, source="others", objections=(error("not-standing", "Who?"),))],
         Agreement.DIFFERS),
        ((DECLARED,), [account(*VOTES), account(1101, 900, 250, source="others")], Agreement.DIFFERS),
    ],
)  # fmt: skip
def test_how_accounts_stand_to_each_other(
    ours: tuple[Command, ...], theirs: list[Account], agreement: Agreement
) -> None:
    assert compare(after(*ours), theirs).agreement is agreement


def test_a_correction_is_what_is_compared() -> None:
    right = Correct(contest=ALPHA, reason="A bundle was misread", figures=figures(1090, 910, 250))
    found = compare(after(DECLARED, right), [account(*VOTES)])
    assert [(one.label, one.values) for one in found.differing] == [
        ("A Candidate1", (1090, 1100)),
        ("A Candidate2", (910, 900)),
    ]
    assert found.ours
    assert found.ours.entry
    assert found.ours.entry.reason == "A bundle was misread"


def test_lots_that_fell_on_others_disagree() -> None:
    level = (1000, 1000, 250)
    desk = sit()
    lot = (CandidacyId("alpha.1"),)
    done = desk.commit(Declare(contest=ALPHA, figures=figures(*level, lot=lot), accepted=frozenset({"same-figure"})))
    assert done.entry, done.verdict.objections
    standing = desk.night.contests[ALPHA]
    same, other = (account(figures=figures(*level, lot=(CandidacyId(one),))) for one in ("alpha.1", "alpha.2"))
    assert compare(standing, [same]).agreement is Agreement.SAME
    differing = compare(standing, [other])
    assert differing.agreement is Agreement.DIFFERS
    assert differing.elect_others
    assert not differing.agree(*differing.sides)


def test_whom_the_figures_elect_is_told_where_it_differs() -> None:
    close = compare(after(DECLARED), [account(1101, 900, 250)])
    assert not close.elect_others
    swapped = compare(after(DECLARED), [account(900, 1100, 250)])
    assert swapped.elect_others
    assert [swapped.elected(one) for one in swapped.sides] == [("alpha.1",), ("alpha.2",)]
    lacking = compare(after(DECLARED), [account(900, None, 250)])
    assert lacking.elected(lacking.sides[1]) is None


def test_an_unopposed_return_is_the_same_as_itself() -> None:
    standing = after(DeclareUnopposed(contest=DELTA))
    told = Account(contest=DELTA, source="theirs", kind=Kind.UNOPPOSED)
    assert compare(standing, [told]).agreement is Agreement.SAME
    counted = replace(told, kind=Kind.DECLARED, figures=figures(12, contest=DELTA))
    assert compare(standing, [counted]).agreement is Agreement.DIFFERS
