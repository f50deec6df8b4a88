"""A party's own form and its own way to break a line, so that charts can be read without colours."""

from collections.abc import Iterable

from resultsdesk.figures.plots.plot import Dash, Key, Symbol
from resultsdesk.figures.seat import texture
from resultsdesk.figures.shapes import Texture
from resultsdesk.night.night import Night
from resultsdesk.psephology.party import Party, PartyId, PartyKind

_FORMS = (
    Symbol.DISC, Symbol.SQUARE, Symbol.DIAMOND, Symbol.TRIANGLE, Symbol.WEDGE, Symbol.CROSS, Symbol.PENTAGON,
    Symbol.PLUS, Symbol.STAR,
)  # fmt: skip


def symbol(party: Party) -> Symbol:
    """Return a party's form; independents, who are no party, have a ring."""
    return Symbol.RING if party.kind is PartyKind.INDEPENDENT else _FORMS[(party.order - 1) % len(_FORMS)]


def dash(party: Party) -> Dash:
    """Return how a party's line is broken: the first in the briefing's order has it whole."""
    return tuple(Dash)[(party.order - 1) % len(Dash)]


def keys(night: Night, parties: Iterable[PartyId], textured: bool = False) -> tuple[Key, ...]:
    """Return a key for the parties some contests were won by, most contests first."""
    counted: dict[PartyId, int] = {}
    for one in parties:
        counted[one] = counted.get(one, 0) + 1
    ranked = sorted(counted, key=lambda one: (-counted[one], night.briefing.parties[one].order))
    found = []
    for one in ranked:
        party = night.briefing.parties[one]
        form, lines = (Symbol.NONE, texture(party)) if textured else (symbol(party), Texture.NONE)
        found.append(Key(party.short, f"party:{one}", form, lines, counted[one]))
    return tuple(found)
