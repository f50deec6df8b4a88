"""Seats that changed hands: from whom to whom, and where."""

from collections import Counter
from dataclasses import dataclass

from resultsdesk.export.summary import Summary
from resultsdesk.psephology.headlines import people_named
from resultsdesk.psephology.party import PartyId
from resultsdesk.story.about import place_of


@dataclass(frozen=True, slots=True)
class Flow:
    """The seats one party gained from another. `gainer` and `loser` are names, the ids their parties.

    In a contest of several vacancies nobody can say who gained from whom: `loser` then names all who lost a seat
    there.
    """

    gainer_id: PartyId
    gainer: str
    loser: str
    seats: int
    places: tuple[str, ...]


def flows(summary: Summary) -> tuple[Flow, ...]:
    """Return the flows, the parties that gained most first; a place twice where two seats went that way."""
    parties = summary.night.briefing.parties
    found: dict[tuple[PartyId, tuple[PartyId, ...]], list[str]] = {}
    for standing in summary.night.contests.values():
        outcome = standing.outcome(summary.measure)
        if outcome is None or not outcome.is_gain:
            continue
        losers = tuple(sorted(set(outcome.losses), key=lambda one: parties[one].order))
        for gainer in outcome.gains:
            found.setdefault((gainer, losers), []).append(place_of(summary.night.briefing, standing.contest))
    gained: Counter[PartyId] = Counter()
    for (gainer, _), names in found.items():
        gained[gainer] += len(names)
    order = sorted(found, key=lambda key: (-gained[key[0]], parties[key[0]].order, -len(found[key])))
    return tuple(
        Flow(
            gainer,
            people_named(parties[gainer]),
            ", ".join(people_named(parties[one]) for one in losers),
            len(found[gainer, losers]),
            _named(found[gainer, losers]),
        )
        for gainer, losers in order
    )


def _named(names: list[str]) -> tuple[str, ...]:
    seats = Counter(names)
    return tuple(f"{one} ({seats[one]})" if seats[one] > 1 else one for one in sorted(seats, key=str.casefold))
