"""The seats of a scope, party by party, in words."""

from resultsdesk.story.grammar import party_named
from resultsdesk.story.scopes.view import View
from resultsdesk.story.wording import sums as wording


def holders_known(view: View) -> bool:
    """Return whether of everything declared it is known who had the seats before."""
    return view.tally.known.get(view.ground.measure, 0) == view.tally.declared


def seats_said(view: View, most: int) -> list[str]:
    """Return the seats of the parties with most of them, so many by name, and how many all the others have.

    Changes are told where all holders are known. One more party is named rather than called others.
    """
    tally, known = view.tally, holders_known(view)
    seated = [one for one in view.seated if tally.party_seats(one)]
    named = seated if len(seated) == most + 1 else seated[:most]
    said = [
        wording.seats_of(party_named(view.party(one)), tally.party_seats(one), view.net(one) if known else None)
        for one in named
    ]
    others = sum(tally.party_seats(one) for one in seated[len(named) :])
    return [*said, wording.seats_of_others(others)] if others else said
