"""The marks over a scene: REHEARSAL on every part of the frame, CORRECTED, and that the picture is old."""

from dataclasses import replace

from resultsdesk.figures.lettering import text
from resultsdesk.figures.scenes.letters import width_of
from resultsdesk.figures.scenes.stage import Stage
from resultsdesk.figures.shapes import Align, Box, Figure, Ink, Shape

_REHEARSAL = "REHEARSAL"
_FAINT, _OVER_PICTURES = 0.16, 0.28
_TALL = 36.0
_CHIP = 46.0


def marked(figure: Figure, stage: Stage, rehearsal: bool, corrected: bool, stale: bool) -> Figure:
    """Return a scene with its marks; ids of marks begin with `mark:`."""
    shapes: list[Shape] = []
    if rehearsal:
        shapes += _rehearsal(stage, _FAINT if figure.ground else _OVER_PICTURES)
    right, top = stage.safe.right, _top(figure, stage)
    for said, word, ink, on in (
        (stale, "OUT OF DATE", "live", "dark"),
        (corrected, "CORRECTED", "accent", "on-accent"),
    ):
        if said:
            mark, right = _chip(word, ink, on, right, top)
            shapes += mark
    return replace(figure, shapes={**figure.shapes, **{one.id: one for one in shapes}}) if shapes else figure


def rehearsal_words(width: float, height: float, opacity: float = _FAINT) -> list[Shape]:
    """Return the word over a whole picture, so that no part of it can be cut out without."""
    size = width / 12
    room = width_of(_REHEARSAL, size, "headline")
    shapes: list[Shape] = []
    rows = int(height // (size * 1.9)) + 1
    for row in range(rows):
        y = (row + 0.5) * height / rows - size / 2
        x = -room * 0.55 if row % 2 else -room * 0.05
        column = 0
        while x < width:
            shapes.append(
                text(f"mark:rehearsal/{row}/{column}", x, y, room, size, _REHEARSAL, ink="rehearsal", strong=True,
                     role="headline", size=size)
            )  # fmt: skip
            x, column = x + room * 1.1, column + 1
    return [replace(one, opacity=opacity) for one in shapes]


def _rehearsal(stage: Stage, opacity: float) -> list[Shape]:
    """Return the word over the whole frame, and a band at its top that says what it means."""
    top = Box("mark:rehearsal/top", 0, 0, stage.width, _TALL, "rehearsal-ground")
    word = text(
        "mark:rehearsal", 0, 0, stage.width, _TALL, f"{_REHEARSAL}  ·  not real results", ink="rehearsal", strong=True,
        role="headline", size=24, align=Align.CENTRE,
    )  # fmt: skip
    return [*rehearsal_words(stage.width, stage.height, opacity), top, word]


def _top(figure: Figure, stage: Stage) -> float:
    """Return how high chips stand: over a strap; else at the top of a wide frame or at the foot of a narrow one."""
    if not figure.ground:
        return min((one.y for one in figure.shapes.values() if isinstance(one, Box)), default=stage.safe.y) - _CHIP - 8
    return max(stage.safe.y - 8, _TALL + 4) if stage.wide else stage.safe.bottom - _CHIP


def _chip(word: str, ink: Ink, on: Ink, right: float, y: float) -> tuple[list[Shape], float]:
    """Return a mark that ends at `right`, and where the next one ends."""
    size = 28.0
    wide = width_of(word, size, "headline") + 28
    x = right - wide
    return [
        Box(f"mark:{word}/ground", x, y, wide, _CHIP, ink),
        text(f"mark:{word}", x, y, wide, _CHIP, word, ink=on, strong=True, role="headline", size=size,
             align=Align.CENTRE),
    ], x - 10  # fmt: skip
