"""What the map's colours and marks mean: the same tiles as on the map, each with its word."""

from resultsdesk.figures.lettering import text, width_of
from resultsdesk.figures.seat import Colouring
from resultsdesk.figures.shapes import Figure, Ink, Mark, Pattern, Shape, Tile, figure

_SIZE, _TEXT, _LINE = 11.0, 12.0, 18.0

Sample = tuple[str, Ink, Pattern, Ink, Mark]

_STATES: tuple[Sample, ...] = (
    ("awaited", "awaited-edge", Pattern.HOLLOW, "awaited", Mark.NONE),
    ("heard", "muted", Pattern.RINGED, "awaited", Mark.NONE),
    ("recount", "awaited", Pattern.HATCHED, "recount", Mark.NONE),
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


def map_key(colouring: Colouring, width: float) -> Figure:
    """Return the key to a map on as many lines as the width needs."""
    shapes: list[Shape] = []
    x, y = 0.0, 0.0
    for word, ink, pattern, second, mark in (*_TOLD[colouring], *_STATES):
        room = _SIZE + 6 + width_of(word, _TEXT)
        if x and x + room > width:
            x, y = 0.0, y + _LINE
        top = y + (_LINE - _SIZE) / 2
        ring = ((x, top), (x + _SIZE, top), (x + _SIZE, top + _SIZE), (x, top + _SIZE))
        middle = (x + _SIZE / 2, top + _SIZE / 2)
        shapes.append(Tile(f"tile:{word}", (ring,), middle, _SIZE * 0.6, ink, pattern, second, mark))
        shapes.append(text(f"word:{word}", x + _SIZE + 6, y, room - _SIZE - 6, _LINE, word, ink="muted", size=_TEXT))
        x += room + 10
    return figure(width, y + _LINE, *shapes)
