"""The vocabulary of figures: boxes, tiles, areas, rules and texts with ids, unit coordinates, inks and roles.

An ink is the name of a colour: one of the theme's own (`text`, `muted`, `awaited`, `recount`, `gain`, `loss`,
`accent`, `line`, `panel`, `raised` …) or made from a party's colour:

* `party:Lab` is the colour itself, `party:Lab/1` to `party:Lab/4` weaker to full strength, `party:Lab/dim`
subdued, `party:Lab/wash` a ground only just tinted with it;
* `on:Lab`, `on:Lab/dim` … is text on that ink, dark or light by contrast;
* `words:Lab` is the colour as text on a panel, mended until it can be read.

Never RGB, never a font: those are the theme's. Every shape has an `opacity`, 0 for not seen to 1.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

Ink = str
Role = str
ShapeId = str
Point = tuple[float, float]


class Pattern(StrEnum):
    """How an area is filled, so that state is never told by colour alone."""

    SOLID = "solid"
    HOLLOW = "hollow"
    RINGED = "ringed"
    HATCHED = "hatched"
    SPLIT = "split"


class Mark(StrEnum):
    """What stands in the middle of a tile."""

    NONE = ""
    DOT = "dot"
    RING = "ring"
    CROSS = "cross"


class Texture(StrEnum):
    """Lines that tell one party's tiles from another's without their colours."""

    NONE = ""
    LEVEL = "level"
    UPRIGHT = "upright"
    FALLING = "falling"


class Align(StrEnum):
    """Which end of its box a text is set against."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; `ink` fills it, `edge` draws its border, `slant` leans its right side by so many units."""

    id: ShapeId
    x: float
    y: float
    width: float
    height: float
    ink: Ink = ""
    edge: Ink = ""
    edge_width: float = 1.0
    radius: float = 0.0
    pattern: Pattern = Pattern.SOLID
    slant: float = 0.0
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Tile:
    """A contest's place on a map: a hexagon or an outline as rings of points.

    `size` is the radius of its mark. `second` is the ink of the hatching, or of the inside of a hollow (thin edge)
    or ringed (thick edge) tile. A split tile has a slice for each ink of `parts`. Where `ink` is empty nothing is
    filled. `edge_width` is in pixels of the screen, at any scale.
    """

    id: ShapeId
    rings: tuple[tuple[Point, ...], ...]
    centre: Point
    size: float
    ink: Ink = "awaited"
    pattern: Pattern = Pattern.SOLID
    second: Ink = ""
    mark: Mark = Mark.NONE
    edge: Ink = ""
    letter: str = ""
    label: str = ""
    parts: tuple[Ink, ...] = ()
    edge_width: float = 1.0
    texture: Texture = Texture.NONE
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one ink and weight."""

    text: str
    ink: Ink = "text"
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """Text on one line in a box of `width` × `height`, elided where it is too long.

    `shrink` lets it grow smaller first. `size` is the height of the type in units; `role` is `headline`,
    `figure`, `label` or `body`.
    """

    id: ShapeId
    x: float
    y: float
    width: float
    height: float
    spans: tuple[Span, ...]
    role: Role = "body"
    size: float = 14.0
    align: Align = Align.LEFT
    shrink: bool = False
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line."""

    id: ShapeId
    x1: float
    y1: float
    x2: float
    y2: float
    ink: Ink = "line"
    width: float = 1.0
    dashed: bool = False
    opacity: float = 1.0


Shape = Box | Tile | Text | Rule


@dataclass(frozen=True, slots=True)
class Glow:
    """A soft light on the ground: `ink` at x, y, and nothing left of it `across` and `down` units from there."""

    x: float
    y: float
    across: float
    down: float
    ink: Ink = "glow"


FADING = tuple((tenth / 10, (1 + math.cos(math.pi * tenth / 10)) / 2) for tenth in range(11))
"""How much of a glow's ink there is, the rest being the ground's, at parts of the way from its centre to its end: level
at both, so that neither can be seen."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A display list: shapes by id in the order they are painted, on a stage of `width` × `height` units.

    Where there is no ground nothing glows.
    """

    width: float
    height: float
    shapes: Mapping[ShapeId, Shape] = field(default_factory=dict)
    ground: Ink = ""
    glow: Glow | None = None


def figure(width: float, height: float, *shapes: Shape, ground: Ink = "") -> Figure:
    """Return a figure of these shapes; two shapes with one id are a mistake of the program."""
    by_id = {shape.id: shape for shape in shapes}
    if len(by_id) != len(shapes):
        raise ValueError("two shapes of a figure share an id")
    return Figure(width, height, by_id, ground)


def replaced(before: Figure, *shapes: Shape) -> Figure:
    """Return a figure with some shapes in the place of those of the same id."""
    return replace(before, shapes={**before.shapes, **{one.id: one for one in shapes}})


def differing(before: Figure, after: Figure) -> tuple[ShapeId, ...]:
    """Return the ids whose shape differs, those in one figure only included."""
    old, new = before.shapes, after.shapes
    gone = tuple(one for one in old if one not in new)
    return gone + tuple(one for one, shape in new.items() if old.get(one) is not shape and old.get(one) != shape)
