"""A line of the rundown as a row: its number, what it is, how long it stays, and whether it is on air."""

from resultsdesk.figures.lettering import span, text, width_of
from resultsdesk.figures.shapes import Align, Box, Figure, Shape, figure

_SIZE = 15.0
_NUMBER, _DWELL = 26.0, 46.0


def rundown_row(
    place: int,
    words: str,
    dwell: int,
    width: float,
    height: float = 34.0,
    on_air: bool = False,
    in_preview: bool = False,
) -> Figure:
    """Return the row; ON AIR and NEXT are written, so that they are not told by colour alone."""
    kind, _, what = words.partition(": ")
    shapes: list[Shape] = [
        text("place", 0, 0, _NUMBER - 8, height, f"{place}", ink="muted", role="figure", size=14, align=Align.RIGHT)
    ]
    right = width - _DWELL
    shapes.append(text("dwell", right, 0, _DWELL, height, f"{dwell} s", ink="muted", size=14, align=Align.RIGHT))
    mark, ground, ink = ("ON AIR", "live", "light") if on_air else ("NEXT", "accent", "on-accent")
    if on_air or in_preview:
        room = width_of(mark, 12, strong=True) + 14
        right -= room + 6
        shapes.append(Box("mark", right, height / 2 - 10, room, 20, ground, radius=4))
        shapes.append(
            text("mark words", right, 0, room, height, span(mark, ink, strong=True), role="label", size=12,
                 align=Align.CENTRE)
        )  # fmt: skip
    runs = [span(what, strong=True), span(f"  {kind}", "muted")] if what else [span(kind, strong=True)]
    shapes.append(text("words", _NUMBER + 4, 0, right - _NUMBER - 12, height, *runs, size=_SIZE))
    return figure(width, height, *shapes)
