"""How safe the seats are: majorities as parts of the votes, laid side by side."""

from dataclasses import dataclass

from resultsdesk.night.night import Night, Scope
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.party import PartyId


@dataclass(frozen=True, slots=True)
class Majority:
    """One contest's majority as a part of its valid papers, or of its votes where the papers are not known.

    `party` is that of whoever was elected with fewest votes: the one the majority kept in.
    """

    standing: Standing
    share: float
    party: PartyId


@dataclass(frozen=True, slots=True)
class Majorities:
    """The majorities of a scope, smallest first; `unbeaten` had nobody to beat, `tied` wait for the drawn lot."""

    contests: tuple[Majority, ...]
    unbeaten: int = 0
    tied: int = 0


def majorities(night: Night, scope: Scope) -> Majorities:
    """Return the majorities of the declared contests of a scope."""
    found: list[Majority] = []
    unbeaten = tied = 0
    for standing in night.within(scope):
        if not standing.decided:
            continue
        if standing.tied:
            tied += 1
        elif (share := majority_share(standing)) is None:
            unbeaten += 1
        elif (last := standing.contest.candidacy(standing.winners[-1])) is not None:
            found.append(Majority(standing, share, last.party))
    return Majorities(tuple(sorted(found, key=lambda one: (one.share, one.standing.contest.id))), unbeaten, tied)


def majority_share(standing: Standing) -> float | None:
    """Return a majority as a part of 1, or None where nobody was beaten."""
    majority = standing.count.majority if standing.count else None
    if majority is None or standing.poll is None:
        return None
    votes = standing.poll.valid_papers(standing.contest.vacancies) or standing.poll.valid_votes
    return majority / votes if votes else None
