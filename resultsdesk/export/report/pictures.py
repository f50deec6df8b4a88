"""The figures of the report: a map and a bar of seats for the night, a bar for each body."""

from collections.abc import Mapping
from dataclasses import replace

from resultsdesk.export.summary import Summary
from resultsdesk.figures.lettering import text, width_of
from resultsdesk.figures.map_key import map_key, seldom
from resultsdesk.figures.place import Place, moved
from resultsdesk.figures.scenes.facts import seated
from resultsdesk.figures.seat import Colouring, texture
from resultsdesk.figures.seat_map import placed, seat_map
from resultsdesk.figures.shapes import Figure, Shape, Text, Tile, figure
from resultsdesk.figures.tally_bar import tally_bar
from resultsdesk.night.night import Scope
from resultsdesk.psephology.rounding import number
from resultsdesk.psephology.wording import seats_words

WIDE, NARROW = 760.0, 380.0
_BAR = 70.0
_KEY = 330.0
_TILE, _WORDS, _LINE = 11.0, 12.0, 18.0  # as in the key to the map
_MOST_BODIES = 12  # more maps side by side than this would be specks


def night_map(summary: Summary, letters: bool) -> Figure | None:
    """Return the map of the night, or None where the briefing has no layout or too many bodies for one page."""
    night = summary.night
    if not night.briefing.hexes or len(night.briefing.bodies) > _MOST_BODIES:
        return None
    where = placed(night.briefing, shape=1.0)
    return seat_map(night, Colouring.WINNER, summary.measure, letters, where)


def night_map_key(summary: Summary, drawn: Figure) -> Figure:
    """Return what the marks on the map drawn mean, under the parties in their colours and lines."""
    night = summary.night
    marks = map_key(Colouring.WINNER, _KEY, seldom(drawn.shapes.values()))
    shapes: list[Shape] = []
    x, y = 0.0, 0.0
    for id in seated(night, night.tally(night.main_scope), summary.measure):
        party = night.briefing.parties[id]
        room = _TILE + 5 + width_of(party.short, _WORDS)
        if x and x + room > _KEY:
            x, y = 0.0, y + _LINE
        top, middle = y + (_LINE - _TILE) / 2, (x + _TILE / 2, y + _LINE / 2)
        ring = ((x, top), (x + _TILE, top), (x + _TILE, top + _TILE), (x, top + _TILE))
        shapes += [
            Tile(f"party:{id}", (ring,), middle, _TILE * 0.6, f"party:{id}", texture=texture(party)),
            text(f"party-word:{id}", x + _TILE + 5, y, room, _LINE, party.short, ink="muted", size=_WORDS),
        ]
        x += room + 10
    low = y + _LINE if shapes else 0.0
    lower = [_lowered(one, low) for one in marks.shapes.values()]
    return figure(_KEY, low + marks.height, *shapes, *lower)


def seats_bar(summary: Summary, scope: Scope, width: float = WIDE) -> Figure:
    """Return every seat of a scope in a row so many units wide."""
    night = summary.night
    return tally_bar(night.tally(scope), night.briefing.parties, width, _BAR, title="")


def map_words(summary: Summary) -> str:
    """Return the map in words, for whoever does not see it."""
    night = summary.night
    return f"Map of {number(len(night.contests))} {night.briefing.election.areas}: {summary.declared}."


def bar_words(summary: Summary, scope: Scope) -> str:
    """Return the bar in words."""
    night, tally = summary.night, summary.night.tally(scope)
    parties = night.briefing.parties
    held = ((parties[one].name, tally.party_seats(one)) for one in seated(night, tally, summary.measure))
    said = ", ".join(f"{name} {number(seats)}" for name, seats in held if seats)
    return f"Seats: {said or 'none yet'}; {seats_words(tally.to_come)} to come of {number(tally.all_seats)}."


def party_colours(summary: Summary) -> Mapping[str, str]:
    """Return each party's colour as `#rrggbb`, for the squares beside its name."""
    return {str(one.id): one.colour or "#808080" for one in summary.night.briefing.parties.values()}


def _lowered(shape: Shape, by: float) -> Shape:
    if isinstance(shape, Text):
        return replace(shape, y=shape.y + by)
    if isinstance(shape, Tile):
        there = moved(Place(shape.rings, shape.centre, shape.size), 0.0, by)
        return replace(shape, rings=there.rings, centre=there.centre)
    raise TypeError(shape)
