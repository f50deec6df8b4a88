"""The frame of a scene: its safe area, its heading and its foot, alike in every scene of a format."""

from collections.abc import Sequence
from dataclasses import dataclass

from resultsdesk.figures.lettering import text
from resultsdesk.figures.scenes.letters import width_of
from resultsdesk.figures.scenes.request import Format
from resultsdesk.figures.shapes import Align, Box, Ink, Role, Shape, Span, Text

SMALLEST = 22.0  # units of a 1080 line frame: no text on air is smaller
_SAFE = 0.05
_LEAD = 1.12  # line to line of a headline, in its size
_BAND = 96.0


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle to lay something out in."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Return the x of the right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Return the y of the lower side."""
        return self.y + self.height

    def left_part(self, width: float) -> "Area":
        """Return so much of the left."""
        return Area(self.x, self.y, width, self.height)

    def right_part(self, width: float) -> "Area":
        """Return so much of the right."""
        return Area(self.right - width, self.y, width, self.height)

    def below(self, height: float) -> "Area":
        """Return what is left when so much is taken off the top."""
        return Area(self.x, self.y + height, self.width, max(self.height - height, 0.0))

    def above(self, height: float) -> "Area":
        """Return what is left when so much is taken off the foot."""
        return Area(self.x, self.y, self.width, max(self.height - height, 0.0))


@dataclass(frozen=True, slots=True)
class Stage:
    """A frame of one format and the sizes its furniture is set in."""

    format: Format
    width: float
    height: float
    safe: Area
    headline: float
    kicker: float
    foot: float

    @property
    def wide(self) -> bool:
        """Return whether things stand side by side."""
        return self.format is Format.WIDE


def stage_of(format: Format) -> Stage:
    """Return the stage of a format, its safe area 5 per cent in from every side."""
    width, height = format.size
    aside, above = width * _SAFE, height * _SAFE
    safe = Area(aside, above, width - 2 * aside, height - 2 * above)
    headline, kicker, foot = {
        Format.WIDE: (88.0, 30.0, 24.0),
        Format.TALL: (84.0, 32.0, 26.0),
        Format.SQUARE: (68.0, 28.0, 24.0),
    }[format]
    return Stage(format, width, height, safe, headline, kicker, foot)


def fitted(
    words: str, width: float, sizes: tuple[float, float], lines: int, role: Role = "headline"
) -> tuple[tuple[str, ...], float]:
    """Return words broken into at most so many lines and the largest size between two at which they fit.

    At the smaller size what does not fit is left in the last line, for the painter to cut.
    """
    largest, smallest = sizes
    size = largest
    while True:
        broken = _broken(words, width, size, role)
        if len(broken) <= lines and all(width_of(one, size, role) <= width for one in broken):
            return broken, size
        if size <= smallest:
            return (*broken[: lines - 1], " ".join(broken[lines - 1 :])), size
        size = max(size - 2, smallest)


def first_that_fits(choices: Sequence[str], size: float, room: float, role: Role = "label") -> str:
    """Return the first of several ways to say a thing that finds room, else the last."""
    return next((one for one in choices if width_of(one, size, role) <= room), choices[-1])


def balanced(said: tuple[str, ...], size: float, role: Role = "headline") -> tuple[str, ...]:
    """Return lines broken anew so that the longest is as short as may be: no last line of one word."""
    words, width = " ".join(said), max(width_of(one, size, role) for one in said)
    while len(said) > 1:
        width -= size * 0.2
        tighter = _broken(words, width, size, role)
        if len(tighter) > len(said) or any(width_of(one, size, role) > width for one in tighter):
            break
        said = tighter
    return said


def _broken(words: str, width: float, size: float, role: Role) -> tuple[str, ...]:
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, role) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines) or ("",)


def block(
    id: str,
    area: Area,
    words: str,
    sizes: tuple[float, float],
    lines: int = 1,
    ink: Ink = "text",
    role: Role = "headline",
    strong: bool = True,
    align: Align = Align.LEFT,
) -> tuple[list[Shape], float]:
    """Return words set from the top of an area in at most so many lines, and the y below them."""
    said, size = fitted(words, area.width, sizes, lines, role)
    said = balanced(said, size, role)
    lead = size * _LEAD
    shapes: list[Shape] = [
        text(
            id if not place else f"{id}/{place}", area.x, area.y + place * lead, area.width, lead, one,
            ink=ink, strong=strong, role=role, size=size, align=align, shrink=True,
        )
        for place, one in enumerate(said)
    ]  # fmt: skip
    return shapes, area.y + lead * len(said)


def heading(stage: Stage, kicker: str, words: str, area: Area | None = None) -> tuple[list[Shape], Area]:
    """Return a line of small words over the headline, and the area left below; in `area`, else in the safe one."""
    area = area or stage.safe
    shapes: list[Shape] = []
    tall = stage.kicker * 1.3 if kicker else 0.0
    if kicker:
        shapes.append(line("kicker", Area(area.x, area.y, area.width, tall), kicker, stage.kicker))
    lines = 1 if stage.wide and area.width > 1200 else 2
    smallest = stage.headline * (0.6 if lines == 2 else 0.5)
    head, bottom = block("headline", area.below(tall), words, (stage.headline, smallest), lines)
    return [*shapes, *head], Area(area.x, bottom, area.width, area.bottom - bottom)


def line(
    id: str,
    area: Area,
    words: str | Sequence[Span],
    size: float,
    ink: Ink = "muted",
    strong: bool = True,
    role: Role = "label",
    align: Align = Align.LEFT,
) -> Text:
    """Return one line of text in the middle of an area's height; it grows smaller only as far as may be on air."""
    spans = (words,) if isinstance(words, str) else tuple(words)
    return text(
        id, area.x, area.y, area.width, area.height, *spans,
        ink=ink, strong=strong, role=role, size=size, align=align, shrink=size * 0.62 >= SMALLEST,
    )  # fmt: skip


def foot(stage: Stage, *words: str, area: Area | None = None) -> tuple[list[Shape], float]:
    """Return what a scene must always say at its foot, and how much room that takes with the gap above it.

    On a wide frame the first stands on the left and the rest on the right, there or in `area`, as long as they find
    room so; else, and on other frames, the rest stands below the first, in one line if there is room.
    """
    said = [one for one in words if one]
    tall = stage.foot * 1.4
    safe = area or stage.safe
    if not said:
        return [], 0.0
    left, right = said[0], "  ·  ".join(said[1:])
    room = width_of(left, stage.foot) + 20
    if stage.wide and room + width_of(right, stage.foot) <= safe.width:
        y = safe.bottom - tall
        shapes: list[Shape] = [line("foot", Area(safe.x, y, room, tall), left, stage.foot)]
        if right:
            rest = Area(safe.x + room, y, safe.width - room, tall)
            shapes.append(line("foot/1", rest, right, stage.foot, align=Align.RIGHT))
        return shapes, tall + 26
    if len(said) > 2 and width_of(right, stage.foot) <= safe.width:
        said = [left, right]
    top = safe.bottom - tall * len(said)
    return [
        line("foot" if not at else f"foot/{at}", Area(safe.x, top + at * tall, safe.width, tall), one, stage.foot)
        for at, one in enumerate(said)
    ], tall * len(said) + 24


def band(
    stage: Stage, y: float, ink: Ink, on: Ink, words: str, chip: str = "", chip_ink: Ink = "", chip_on: Ink = ""
) -> tuple[list[Shape], float]:
    """Return the band across the frame that says what happened, and the y below it.

    It runs in from the left edge to where its words end, and leans there; `chip` is set in a box of its own ink.
    """
    tall = _BAND if stage.wide else 84.0
    inset, gap, lean = 12.0, 26.0, tall * 0.36
    most = stage.safe.right - stage.safe.x - lean - gap
    size = tall * 0.5
    while size > 28 and _band_width(words, chip, size, gap) > most:
        size -= 1
    wide = min(width_of(words, size, "headline"), most)
    end = stage.safe.x + wide + gap
    shapes: list[Shape] = []
    if chip:
        room = min(width_of(chip, size, "headline"), most - wide - 3 * gap) + 2 * gap
        shapes += [
            Box("band:chip", end, y + inset, room, tall - 2 * inset, chip_ink, "ink", 3.0),
            text("band/chip", end + gap, y, room - 2 * gap, tall, chip, ink=chip_on, strong=True, role="headline",
                 size=size, align=Align.CENTRE, shrink=True),
        ]  # fmt: skip
        end += room + gap
    ground = Box("band", 0, y, end + lean, tall, ink, slant=lean)
    head = text(
        "band/words", stage.safe.x, y, wide, tall, words,
        ink=on, strong=True, role="headline", size=size, shrink=True,
    )  # fmt: skip
    return [ground, head, *shapes], y + tall


def band_holds(stage: Stage, words: str, chip: str) -> bool:
    """Return whether a band has room for its words and its chip in a size to be read from afar."""
    return _band_width(words, chip, 32.0, 26.0) <= stage.safe.right - stage.safe.x - 62


def _band_width(words: str, chip: str, size: float, gap: float) -> float:
    both = width_of(words, size, "headline")
    return both + (width_of(chip, size, "headline") + 3 * gap if chip else 0.0)
