"""What stands around a chart in a picture of it: heading, notes, credits, and REHEARSAL over everything."""

from dataclasses import dataclass

from resultsdesk.figures.lettering import text, width_of
from resultsdesk.figures.plots.asked import Asked
from resultsdesk.figures.plots.draw import kicker
from resultsdesk.figures.plots.plot import Plot
from resultsdesk.figures.scenes.marks import rehearsal_words
from resultsdesk.figures.shapes import Align, Box, Figure, Shape, figure
from resultsdesk.night.night import Night

_EDGE = 32.0
_KICKER, _HEADLINE, _NOTE = 16.0, 34.0, 14.0
_LEAD = 1.45
_FAINT = 0.12
_BETWEEN = "  ·  "
WARNING = "REHEARSAL  ·  not real results"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A picture's frame, what lies over all of it, and where the chart goes: x, y, width and height."""

    frame: Figure
    over: Figure
    chart: tuple[float, float, float, float]


def sheet(night: Night, asked: Asked, plot: Plot, width: float, height: float) -> Sheet:
    """Return what stands around a chart in a picture of so many units."""
    inner = width - 2 * _EDGE
    shapes: list[Shape] = [
        text("kicker", _EDGE, 24, inner, _KICKER * _LEAD, kicker(night, asked), ink="muted", size=_KICKER),
        text("headline", _EDGE, 24 + _KICKER * _LEAD, inner, _HEADLINE * 1.3, plot.headline, strong=True,
             role="headline", size=_HEADLINE, shrink=True),
    ]  # fmt: skip
    top = 24 + _KICKER * _LEAD + _HEADLINE * 1.3 + 6
    foot = [*broken(plot.notes, inner), *broken(night.briefing.election.credits, inner)]
    y = height - 20 - len(foot) * _NOTE * _LEAD
    bottom = y - 8
    many = len(broken(plot.notes, inner))
    for place, words in enumerate(foot):
        ink = "text" if place < many else "muted"
        shapes.append(text(f"foot:{place}", _EDGE, y, inner, _NOTE * _LEAD, words, ink=ink, size=_NOTE, shrink=True))
        y += _NOTE * _LEAD
    over: list[Shape] = []
    if night.rehearsal:
        room = width_of(WARNING, _KICKER, strong=True, role="headline") + 36
        over = [
            *rehearsal_words(width, height, _FAINT),
            Box("warning/ground", width - _EDGE - room, 18, room, 30, "rehearsal-ground", radius=6),
            text("warning", width - _EDGE - room, 18, room, 30, WARNING, ink="rehearsal", strong=True,
                 role="headline", size=_KICKER, align=Align.CENTRE),
        ]  # fmt: skip
    chart = (_EDGE - 12, top, inner + 24, max(bottom - top, 0.0))
    return Sheet(figure(width, height, *shapes, ground="panel"), figure(width, height, *over), chart)


def broken(notes: tuple[str, ...], room: float) -> tuple[str, ...]:
    """Return notes one after the other on as few lines as they need; a long one has a line to itself."""
    lines: list[str] = []
    for note in notes:
        longer = f"{lines[-1]}{_BETWEEN}{note}" if lines else note
        if lines and width_of(longer, _NOTE) <= room:
            lines[-1] = longer
        else:
            lines.append(note)
    return tuple(lines)


def cover(width: float, height: float) -> Figure:
    """Return the word REHEARSAL over a chart of this size."""
    return figure(width, height, *rehearsal_words(width, height, _FAINT))
