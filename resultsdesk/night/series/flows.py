"""Seats from party to party: who gained from whom, as far as that is known."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from resultsdesk.night.night import Night, Scope
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.outcome import Outcome
from resultsdesk.psephology.party import PartyId

UNKNOWN, SEVERAL = PartyId(""), PartyId("*")
"""In the place of a party: nobody can say who had the seat; and several lost while several gained in one contest."""

Link = tuple[PartyId, PartyId]


@dataclass(frozen=True, slots=True)
class Flows:
    """Seats by the party that had them and the party that has them, an item a seat, in the briefing's order.

    Where several parties lost and several gained in one contest, nobody can say which seat went to whom: its seats
    go from the losers to `SEVERAL`, and from there to the gainers. Seats of unknown holders come from `UNKNOWN`.
    """

    links: Mapping[Link, tuple[Standing, ...]]

    def seats(self, before: PartyId | None = None, after: PartyId | None = None) -> int:
        """Return how many seats go from and to these parties, None for any."""
        return sum(
            len(seats) for (from_, to), seats in self.links.items() if before in (None, from_) and after in (None, to)
        )

    @property
    def gains(self) -> tuple[tuple[Link, tuple[Standing, ...]], ...]:
        """Return the links between two different parties, the most seats first."""
        apart = (
            (link, seats)
            for link, seats in self.links.items()
            if link[0] != link[1] and not {UNKNOWN, SEVERAL} & set(link)
        )
        return tuple(sorted(apart, key=lambda one: -len(one[1])))


def flows(night: Night, scope: Scope, measure: Measure) -> Flows:
    """Return where the seats declared in a scope came from by one of the two baselines.

    A contest with a seat that waits for the drawn lot is left out: who lost what is not known before.
    """
    links: dict[Link, list[Standing]] = {}
    for standing in night.within(scope):
        outcome = standing.outcome(measure)
        if outcome is None or standing.tied:
            continue
        for link in moves(outcome):
            links.setdefault(link, []).append(standing)
    return Flows({link: tuple(seats) for link, seats in links.items()})


def moves(outcome: Outcome) -> tuple[Link, ...]:
    """Return one contest's seats as links, an item a seat; two for each seat that passes through `SEVERAL`."""
    if not outcome.known:
        return tuple((UNKNOWN, party) for party in outcome.elected)
    kept: list[Link] = [(party, party) for party in outcome.holds]
    losers, gainers = Counter(outcome.losses), Counter(outcome.gains)
    if len(losers) > 1 and len(gainers) > 1:
        through = [(one, SEVERAL) for one in losers.elements()] + [(SEVERAL, one) for one in gainers.elements()]
        return (*kept, *through)
    # One loser or one gainer: the other end of every seat is known.
    return (*kept, *zip(losers.elements(), gainers.elements(), strict=True))
