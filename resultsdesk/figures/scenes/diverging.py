"""Bars to the right for more and to the left for less, on one scale from one line of nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from resultsdesk.figures.scenes.letters import width_of
from resultsdesk.figures.scenes.stage import Area, line
from resultsdesk.figures.shapes import Align, Box, Ink, Rule, Shape
from resultsdesk.night.briefing import Briefing
from resultsdesk.psephology.party import PartyId
from resultsdesk.psephology.rounding import MINUS

_INKS: dict[str, Ink] = {"+": "gain", MINUS: "loss"}  # by what is said: a change that rounds to nothing is neither


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: `value` is None where it is not known, `words` is what it says."""

    key: str
    ink: str
    name: str
    value: float | None
    words: str


def change_ink(words: str) -> Ink:
    """Return the ink of a change by its sign as it is said."""
    return _INKS.get(words[:1], "muted")


def name_for(briefing: Briefing, party: PartyId, size: float, room: float) -> str:
    """Return a party's name, or its short one where the name would not fit."""
    one = briefing.parties[party]
    return one.name if width_of(one.name, size) <= room else one.short


def diverging(area: Area, bars: Sequence[Bar], name_room: float, most: float = 92.0, id: str = "net") -> list[Shape]:
    """Return the rows, each with its name on the left and its figure on the right."""
    if not bars:
        return []
    pitch = min(area.height / len(bars), most)
    size = min(42.0, max(24.0, pitch * 0.5))
    big = min(52.0, max(32.0, pitch * 0.66))
    figure_room = big * 3.05
    field = Area(area.x + name_room, area.y, area.width - name_room - figure_room, pitch * len(bars))
    least = min((one.value or 0.0 for one in bars), default=0.0)
    largest = max((one.value or 0.0 for one in bars), default=0.0)
    reach = max(largest, 0.0) - min(least, 0.0)
    scale = field.width / reach if reach else 0.0
    zero = field.x - min(least, 0.0) * scale
    shapes: list[Shape] = []
    inner = pitch * 0.62
    for at, one in enumerate(bars):
        y = area.y + at * pitch
        top = y + (pitch - inner) / 2
        wide = abs(one.value or 0.0) * scale
        left = (one.value or 0.0) < 0
        grows = "bar-left" if left else "bar"
        shapes += [
            Box(f"{id}:swatch:{one.key}", area.x, top, 14, inner, one.ink),
            line(f"{id}:name:{one.key}", Area(area.x + 34, y, name_room - 50, pitch), one.name, size, "text"),
            Box(f"{grows}:{id}:{one.key}", zero - wide if left else zero, top, max(wide, 1.0), inner, one.ink),
            line(f"{id}:{one.key}", Area(area.right - figure_room, y, figure_room, pitch), one.words, big,
                 change_ink(one.words), role="figure", align=Align.RIGHT),
        ]  # fmt: skip
    if any(one.value is not None for one in bars):
        shapes.append(Rule(f"{id}:zero", zero, area.y - 6, zero, area.y + pitch * len(bars) + 6, "muted", 2))
    return shapes
