"""A night played again."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from town import CLOSE, LATER, TOWN, ListJournal, by_order

from resultsdesk.desk.desk import Desk
from resultsdesk.desk.player import LEAD, Player
from resultsdesk.desk.rehearsal import RECOUNT_BEFORE, RehearsalClock, cues, play
from resultsdesk.night.briefing import ContestId, PastResult
from resultsdesk.night.commands import Declare, Figures
from resultsdesk.night.night import begin
from resultsdesk.night.rules import Author
from resultsdesk.night.stages import Stage

ALPHA, BETA, DELTA = (ContestId(one) for one in ("alpha", "beta", "delta"))


def past(contest: ContestId, *votes: int, minutes: int | None = 0, recounts: int = 0) -> PastResult:
    figures = {one.id: number for one, number in zip(TOWN.contests[contest].candidacies, votes, strict=True)}
    at = None if minutes is None else LATER + timedelta(minutes=minutes)
    return PastResult(contest, at, figures, recounts=recounts)


RESULTS = (
    past(BETA, 300, 800, 600, 20, minutes=30, recounts=1),
    past(ALPHA, 900, 700, 200),
    past(DELTA, 12, minutes=None),
)


def test_cues_are_in_time_order_with_recounts_before_their_declaration() -> None:
    played = cues(TOWN, RESULTS)
    assert [(cue.result.contest, cue.recount) for cue in played] == [
        (BETA, True),
        (ALPHA, False),
        (DELTA, False),
        (BETA, False),
    ]
    assert played[0].at == played[-1].at - RECOUNT_BEFORE
    assert all(cue.at >= CLOSE for cue in played)


def test_playing_acknowledges_warnings_and_stamps_the_nights_own_time() -> None:
    clock, journal = RehearsalClock(CLOSE), ListJournal()
    desk = Desk(begin(TOWN, rehearsal=True), journal, clock, Author("Rehearsal", "rehearsal"))
    for cue in cues(TOWN, RESULTS):
        clock.turn(cue.at)
        done = play(desk, cue)
        assert done is not None
        assert done.entry is not None, done.verdict.objections
        assert done.entry.keyed_at == cue.at
    assert {one.stage for one in desk.night.contests.values()} == {Stage.DECLARED, Stage.AWAITED}
    beta = desk.night.contests[BETA].entries
    assert [entry.kind for entry in beta] == ["recount called", "declared"]
    assert "winner-unlikely" in beta[-1].accepted
    assert clock.now() == LATER + timedelta(minutes=30)


def test_a_drawn_lot_and_an_unopposed_return_are_played() -> None:
    clock = RehearsalClock(LATER)
    desk = Desk(begin(TOWN, rehearsal=True), ListJournal(), clock, Author("Rehearsal", "rehearsal"))
    level = past(BETA, 800, 300, 800, 20)
    drawn = next(iter(level.votes))
    results = (replace(level, lot=(drawn,)), PastResult(DELTA, LATER, {}))
    for cue in cues(TOWN, results):
        clock.turn(cue.at)
        done = play(desk, cue)
        assert done is not None
        assert done.entry is not None, done.verdict.objections
    assert desk.night.contests[BETA].winners == (drawn,)
    assert desk.night.contests[DELTA].stage is Stage.UNOPPOSED


def test_a_contest_keyed_by_hand_is_left_alone() -> None:
    clock = RehearsalClock(LATER + timedelta(hours=1))
    desk = Desk(begin(TOWN, rehearsal=True), ListJournal(), clock, Author("AB", "desk 1"))
    figures = Figures(votes=by_order(TOWN.contests[ALPHA], 901, 700, 200))
    desk.commit(Declare(contest=ALPHA, figures=figures))
    played = [play(desk, cue) for cue in cues(TOWN, RESULTS)]
    assert sum(done is None for done in played) == 1
    poll = desk.night.contests[ALPHA].poll
    assert poll
    assert poll.valid_votes == 1801


@pytest.mark.parametrize(
    ("speed", "end", "begun"),
    [
        (60.0, None, CLOSE + timedelta(minutes=30) - LEAD),
        (float("inf"), None, CLOSE + timedelta(minutes=30) - LEAD),
        (1.0, None, None),  # at true pace the wait is part of the rehearsal
        (60.0, CLOSE + timedelta(minutes=20), None),  # it ends before anything is declared
    ],
)
def test_the_wait_for_the_first_declaration_is_left_out(
    speed: float, end: datetime | None, begun: datetime | None
) -> None:
    clock = RehearsalClock(CLOSE)
    desk = Desk(begin(TOWN, rehearsal=True), ListJournal(), clock, Author("Rehearsal", "rehearsal"))
    player = Player(desk, clock, [replace(past(ALPHA, 900, 700, 200), declared_at=CLOSE + timedelta(minutes=30))])
    assert player.skip_wait(speed, end) == begun
    assert clock.now() == (begun or CLOSE)
    assert player.skip_wait(speed, end) is None, "once is enough"


def test_no_wait_is_left_out_of_a_night_begun() -> None:
    clock = RehearsalClock(CLOSE)
    desk = Desk(begin(TOWN, rehearsal=True), ListJournal(), clock, Author("Rehearsal", "rehearsal"))
    player = Player(desk, clock, RESULTS)
    assert player.left == len(RESULTS), "a recount is no declaration"
    player.step()
    stood = clock.now()
    assert player.skip_wait(60.0) is None
    assert clock.now() == stood
