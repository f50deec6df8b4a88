"""Every kind of entry at every stage."""

from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest
from town import LATER, TOWN, by_order, sit

from resultsdesk.desk.desk import Desk
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
    Retract,
)
from resultsdesk.night.stages import Stage

DELTA = ContestId("delta")
WINNER = TOWN.contests[DELTA].candidacies[0].id


def figures(votes: int) -> Figures:
    return Figures(votes=by_order(TOWN.contests[DELTA], votes))


WORDS = {
    "flash": lambda head: Flash(contest=DELTA, after=head, winner=WINNER),
    "declare": lambda head: Declare(contest=DELTA, after=head, figures=figures(10)),
    "recount": lambda head: CallRecount(contest=DELTA, after=head, accepted=frozenset({"recount-again"})),
    "correct": lambda head: Correct(contest=DELTA, after=head, figures=figures(11), reason="Misheard"),
    "retract": lambda head: Retract(contest=DELTA, after=head),
    "unopposed": lambda head: DeclareUnopposed(contest=DELTA, after=head),
    "postpone": lambda head: Postpone(contest=DELTA, after=head),
}
PATHS: dict[Stage, tuple[str, ...]] = {
    Stage.AWAITED: (),
    Stage.FLASHED: ("flash",),
    Stage.RECOUNT: ("recount",),
    Stage.DECLARED: ("declare",),
    Stage.UNOPPOSED: ("unopposed",),
    Stage.POSTPONED: ("postpone",),
}
LEADS = {
    (Stage.AWAITED, "flash"): Stage.FLASHED,
    (Stage.AWAITED, "declare"): Stage.DECLARED,
    (Stage.AWAITED, "recount"): Stage.RECOUNT,
    (Stage.AWAITED, "unopposed"): Stage.UNOPPOSED,
    (Stage.AWAITED, "postpone"): Stage.POSTPONED,
    (Stage.RECOUNT, "declare"): Stage.DECLARED,
    (Stage.RECOUNT, "recount"): Stage.RECOUNT,
    (Stage.RECOUNT, "retract"): Stage.AWAITED,
    (Stage.FLASHED, "flash"): Stage.FLASHED,
    (Stage.FLASHED, "declare"): Stage.DECLARED,
    (Stage.FLASHED, "recount"): Stage.RECOUNT,
    (Stage.FLASHED, "retract"): Stage.AWAITED,
    (Stage.DECLARED, "correct"): Stage.DECLARED,
    (Stage.DECLARED, "retract"): Stage.AWAITED,
    (Stage.UNOPPOSED, "retract"): Stage.AWAITED,
    (Stage.POSTPONED, "retract"): Stage.AWAITED,
}


def said(desk: Desk, word: str) -> Command:
    return WORDS[word](desk.night.contests[DELTA].head)


@pytest.mark.parametrize(("stage", "word"), list(product(Stage, WORDS)), ids=lambda one: str(one))
def test_every_command_at_every_stage(stage: Stage, word: str) -> None:
    desk = sit()
    for earlier in PATHS[stage]:
        assert desk.commit(said(desk, earlier)).entry
    assert desk.night.contests[DELTA].stage is stage
    done = desk.commit(said(desk, word))
    expected = LEADS.get((stage, word))
    if expected is None:
        assert done.entry is None
        assert "wrong-stage" in {one.code for one in done.verdict.errors}
        assert desk.night.contests[DELTA].stage is stage
        assert len(desk.night.journal) == len(PATHS[stage])
    else:
        assert done.entry is not None
        assert desk.night.contests[DELTA].stage is expected


def test_a_flash_never_overwrites_figures() -> None:
    desk = sit()
    desk.commit(said(desk, "declare"))
    assert desk.commit(said(desk, "flash")).entry is None
    assert desk.night.contests[DELTA].poll is not None


def test_figures_leave_the_night_with_a_retraction_and_stay_in_the_history() -> None:
    desk = sit()
    desk.commit(said(desk, "declare"))
    desk.commit(said(desk, "retract"))
    standing = desk.night.contests[DELTA]
    assert standing.poll is None
    assert standing.winners == ()
    assert standing.entries[0].votes == {WINNER: 10}


def test_a_correction_keeps_the_time_of_the_declaration_and_counts_up() -> None:
    desk = sit()
    desk.commit(said(desk, "declare"))
    desk.clock.at = LATER + timedelta(minutes=9)  # type: ignore[attr-defined]  # the clock of these tests
    desk.commit(said(desk, "correct"))
    standing = desk.night.contests[DELTA]
    assert (standing.revision, standing.declared_at) == (2, LATER)


def test_the_first_count_is_kept_through_a_recount_and_is_nowhere_else() -> None:
    desk = sit()
    head = desk.night.contests[DELTA].head
    desk.commit(CallRecount(contest=DELTA, after=head, figures=figures(9)))
    standing = desk.night.contests[DELTA]
    assert standing.poll is None
    assert standing.first_count is not None
    assert standing.first_count.votes == {WINNER: 9}
    desk.commit(said(desk, "declare"))
    assert desk.night.contests[DELTA].first_count is None


def test_the_first_count_of_a_recount_that_was_retracted_is_nobodys() -> None:
    desk = sit()
    for command in (CallRecount(contest=DELTA, figures=figures(9)), Retract(contest=DELTA), CallRecount(contest=DELTA)):
        assert desk.commit(replace(command, after=desk.night.contests[DELTA].head)).entry
    standing = desk.night.contests[DELTA]
    assert (len(standing.recounts), standing.first_count) == (1, None)
