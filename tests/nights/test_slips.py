"""How many slips of the hand the desk would ask about, put into every result of a real night.

The floors are what was measured, rounded down. What stays below them is a close first and second the wrong way
about, which no arithmetic can tell: that is what the majority announced and a second keying are for.
"""

from collections import Counter
from collections.abc import Callable, Mapping

import pytest
from town import ListJournal

from resultsdesk.assets import resource
from resultsdesk.desk.desk import Desk
from resultsdesk.desk.player import Player
from resultsdesk.desk.rehearsal import RehearsalClock
from resultsdesk.intake.folder import read_briefing, read_results
from resultsdesk.night.commands import Declare, Figures
from resultsdesk.night.night import begin
from resultsdesk.night.rules import Author
from resultsdesk.psephology.candidacy import CandidacyId

Votes = dict[CandidacyId, int]


def ranked(votes: Mapping[CandidacyId, int]) -> list[CandidacyId]:
    return sorted(votes, key=lambda one: -votes[one])


def dropped(place: int) -> Callable[[Votes], Votes]:
    return lambda votes: {**votes, ranked(votes)[place]: votes[ranked(votes)[place]] // 10}


def added(votes: Votes) -> Votes:
    return {**votes, ranked(votes)[0]: votes[ranked(votes)[0]] * 10 + 3}


def swapped(place: int) -> Callable[[Votes], Votes]:
    def slip(votes: Votes) -> Votes:
        first, other = ranked(votes)[0], ranked(votes)[place]
        return {**votes, first: votes[other], other: votes[first]}

    return slip


SLIPS: dict[str, tuple[Callable[[Votes], Votes], float]] = {
    "a digit dropped from the winner": (dropped(0), 0.95),
    "a digit dropped from the second": (dropped(1), 0.70),
    "a digit added to the winner": (added, 1.0),
    "first and second swapped": (swapped(1), 0.40),
    "first and third swapped": (swapped(2), 0.90),
}


@pytest.mark.parametrize("night", ["uk-2024", "uk-2017"])
def test_slips_are_asked_about(night: str) -> None:
    folder = resource("briefings", night)
    briefing = read_briefing(folder)
    results = read_results(folder, briefing)
    clock = RehearsalClock(briefing.election.close_of_poll)
    desk = Desk(begin(briefing, rehearsal=True), ListJournal(), clock, Author("Rehearsal", "rehearsal"))
    player = Player(desk, clock, results)
    caught, made, quiet = Counter[str](), Counter[str](), 0
    while (cue := player.next_cue) is not None:
        contest, votes = cue.result.contest, dict(cue.result.votes)
        clock.turn(cue.at)
        head = desk.night.contests[contest].head
        for name, (slip, _) in SLIPS.items():
            if cue.recount or len(votes) < 3:
                continue
            verdict = desk.weigh(Declare(contest=contest, after=head, figures=Figures(votes=slip(votes))))
            made[name] += 1
            caught[name] += bool(verdict.objections)
        step = player.step()
        assert step is not None
        if not cue.recount and step.done and step.done.entry:
            quiet += not step.done.entry.accepted
    for name, (_, floor) in SLIPS.items():
        assert caught[name] >= floor * made[name], f"{name}: {caught[name]} of {made[name]}"
    assert quiet >= 0.85 * len(results), f"only {quiet} true results pass in silence"
