"""The vocabulary of charts. Places are in the measures of the two axes; inks and textures are those of figures."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from resultsdesk.figures.shapes import Ink, Point, ShapeId, Texture
from resultsdesk.night.briefing import ContestId


class Scale(StrEnum):
    """What an axis measures: minutes on the clock, things counted, parts of 1, signed parts of 1, or named rows.

    A `SWING` has a party at each end, and no sign.
    """

    CLOCK = "clock"
    COUNT = "count"
    SHARE = "share"
    CHANGE = "change"
    SWING = "swing"
    ROWS = "rows"
    NONE = "none"


class Symbol(StrEnum):
    """The form of a spot: one for each party, so that colour is never the only key. A `TICK` stands on the axis."""

    DISC = "disc"
    SQUARE = "square"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"
    WEDGE = "wedge"
    CROSS = "cross"
    PLUS = "plus"
    PENTAGON = "pentagon"
    STAR = "star"
    RING = "ring"
    TICK = "tick"
    NONE = ""


class Dash(StrEnum):
    """How a line is broken: one way for each party."""

    SOLID = "solid"
    LONG = "long"
    SHORT = "short"
    DOTS = "dots"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis from `low` to `high`; `end` is how far it may be followed where that is further.

    `words` say what it measures; `begin` is the moment of minute 0 on a clock, in the zone of the count; `rows` are
    names for 0, 1, 2 … from the top.
    """

    scale: Scale
    low: float
    high: float
    words: str = ""
    begin: datetime | None = None
    rows: tuple[str, ...] = ()
    end: float | None = None

    @property
    def downwards(self) -> bool:
        """Return whether an upright axis counts from the top, as rows do."""
        return self.scale in (Scale.ROWS, Scale.NONE)

    @property
    def furthest(self) -> float:
        """Return where the axis ends when all of it is looked at."""
        return self.high if self.end is None else max(self.end, self.high)


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points, with its name and its last value set beside its end; `ink` paints, `words` names."""

    id: ShapeId
    points: tuple[Point, ...]
    ink: Ink
    words_ink: Ink
    name: str = ""
    value: str = ""
    dash: Dash = Dash.SOLID


@dataclass(frozen=True, slots=True)
class Spot:
    """A contest's place: something to point at, to walk to and to open.

    `width` and `height` make it an area around its middle. With `end` it is a strand from the left to there.
    """

    contest: ContestId
    x: float
    y: float
    ink: Ink = "text"
    symbol: Symbol = Symbol.NONE
    width: float = 0.0
    height: float = 0.0
    end: Point | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle from its corner with the smaller x and y, in so many equal `units` along y.

    Its words stand in it where they find room, or `beside` it: −1 to the left, 1 to the right.
    """

    id: ShapeId
    x: float
    y: float
    width: float
    height: float
    ink: Ink
    texture: Texture = Texture.NONE
    words: str = ""
    words_ink: Ink = "text"
    strong: str = ""
    hatched: bool = False
    beside: int = 0
    units: int = 1


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A band `height` high between the middles of two ends; one that is `faint` lets others be seen."""

    id: ShapeId
    start: Point
    end: Point
    height: float
    ink: Ink
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Guide:
    """A dashed straight line from point to point, with what it means beside its end."""

    id: ShapeId
    start: Point
    end: Point
    words: str
    ink: Ink = "muted"


@dataclass(frozen=True, slots=True)
class Key:
    """A line of the chart's key: a party's symbol, or a swatch with its texture, its name and how many spots it has."""

    name: str
    ink: Ink
    symbol: Symbol
    texture: Texture = Texture.NONE
    many: int = 0


@dataclass(frozen=True, slots=True)
class Plot:
    """A chart. Where `empty` says why there is nothing to draw, only that is shown.

    `headline` is what it comes to, as a fact; `notes` say how much is declared, what is compared with what and what
    is left out. With `by_column` a spot is found by its x alone.
    """

    headline: str
    x: Axis
    y: Axis
    notes: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    spots: tuple[Spot, ...] = ()
    blocks: tuple[Block, ...] = ()
    ribbons: tuple[Ribbon, ...] = ()
    guides: tuple[Guide, ...] = ()
    keys: tuple[Key, ...] = ()
    empty: str = ""
    by_column: bool = False
