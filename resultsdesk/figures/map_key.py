"""What the map's colours and marks mean: the same tiles as on the map, each with its word."""

from collections.abc import Collection, Iterable

from resultsdesk.figures.lettering import text, width_of
from resultsdesk.figures.seat import UNOPPOSED, Colouring
from resultsdesk.figures.shapes import Figure, Ink, Mark, Pattern, Shape, Tile, figure

_SIZE, _TEXT, _LINE = 11.0, 12.0, 18.0

Sample = tuple[str, Ink, Pattern, Ink, Mark]

_POSTPONED, _UNOPPOSED, _TIE, _SEVERAL = "postponed", "unopposed", "tie", "several parties"
_LETTERS = {_UNOPPOSED: UNOPPOSED}
_PARTS: dict[str, tuple[Ink, ...]] = {_TIE: ("muted", "line"), _SEVERAL: ("muted", "line")}

_STATES: tuple[Sample, ...] = (
    ("awaited", "awaited-edge", Pattern.HOLLOW, "awaited", Mark.NONE),
    ("heard", "muted", Pattern.RINGED, "awaited", Mark.NONE),
    ("recount", "awaited", Pattern.HATCHED, "recount", Mark.NONE),
)
_SELDOM: tuple[Sample, ...] = (
    (_POSTPONED, "awaited-edge", Pattern.HOLLOW, "panel", Mark.CROSS),
    (_UNOPPOSED, "muted", Pattern.SOLID, "", Mark.NONE),
    (_TIE, "muted", Pattern.SPLIT, "line", Mark.RING),
    (_SEVERAL, "muted", Pattern.SPLIT, "line", Mark.NONE),
)
_TOLD: dict[Colouring, tuple[Sample, ...]] = {
    Colouring.WINNER: (("gain", "muted", Pattern.SOLID, "", Mark.DOT),),
    Colouring.GAIN: (
        ("gain", "muted", Pattern.SOLID, "", Mark.DOT),
        ("hold", "line", Pattern.SOLID, "", Mark.NONE),
        ("not known", "faint", Pattern.SOLID, "", Mark.NONE),
    ),
    Colouring.MAJORITY: (("paler: smaller majority", "muted", Pattern.SOLID, "", Mark.NONE),),
}


def seldom(shapes: Iterable[Shape]) -> frozenset[str]:
    """Return what these tiles of a map show that most maps do not: the key has a word for it only where it is seen."""
    found = set()
    for one in shapes:
        if not isinstance(one, Tile):
            continue
        if one.mark is Mark.CROSS:
            found.add(_POSTPONED)
        if one.mark is Mark.RING:
            found.add(_TIE)
        elif one.pattern is Pattern.SPLIT:
            found.add(_SEVERAL)
        if one.letter == UNOPPOSED:
            found.add(_UNOPPOSED)
    return frozenset(found)


def map_key(colouring: Colouring, width: float, seen: Collection[str] = ()) -> Figure:
    """Return the key to a map on as many lines as the width needs, with what is `seen` of the `seldom`."""
    shapes: list[Shape] = []
    x, y = 0.0, 0.0
    for word, ink, pattern, second, mark in (*_TOLD[colouring], *_STATES, *(one for one in _SELDOM if one[0] in seen)):
        room = _SIZE + 6 + width_of(word, _TEXT)
        if x and x + room > width:
            x, y = 0.0, y + _LINE
        top = y + (_LINE - _SIZE) / 2
        ring = ((x, top), (x + _SIZE, top), (x + _SIZE, top + _SIZE), (x, top + _SIZE))
        middle = (x + _SIZE / 2, top + _SIZE / 2)
        letter, parts = _LETTERS.get(word, ""), _PARTS.get(word, ())
        sample = Tile(f"tile:{word}", (ring,), middle, _SIZE * 0.6, ink, pattern, second, mark, "", letter, "", parts)
        shapes.append(sample)
        shapes.append(text(f"word:{word}", x + _SIZE + 6, y, room - _SIZE - 6, _LINE, word, ink="muted", size=_TEXT))
        x += room + 10
    return figure(width, y + _LINE, *shapes)
