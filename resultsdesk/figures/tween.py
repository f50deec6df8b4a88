"""Motion: the figure between two figures, shape by shape by their ids, the same in every painter.

`t` runs from 0 to 1 and is eased already: what lies between is linear in it. A shape in both figures moves and
grows, its figures count, and what cannot be in between (an ink, other words) turns half way; a tile that changes
its look flips over. A shape of the first figure only leaves in the first half, one of the second only enters in the
second: so no words ever lie over others.

The id of a shape says how it enters: `bar:…` grows from its left end, `bar-left:…` from its right end,
`needle` swings from upright, `track…` and `mark:…` are there at once, and everything else fades in.
"""

import re
from dataclasses import replace
from fractions import Fraction
from itertools import zip_longest

from resultsdesk.figures.place import Rings
from resultsdesk.figures.shapes import Box, Figure, Point, Rule, Shape, ShapeId, Span, Text, Tile
from resultsdesk.psephology.rounding import MINUS, decimal

# A number as `wording` writes it, and not a part of a time or a name.
_NUMBER = re.compile(rf"(?<![\w:.])([+{MINUS}]?)(\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.(\d+))?(?![\w:]|\.\d)")
_EDGE = 0.02  # of a tile's width: how thin it is half way through its flip


def tween(a: Figure, b: Figure, t: float) -> Figure:
    """Return what is seen at `t` on the way from `a` (0) to `b` (1): exactly `a` and `b` at the ends."""
    if t <= 0 or a is b:
        return a if t <= 0 else b
    if t >= 1:
        return b
    shapes: dict[ShapeId, Shape] = {}
    gone = _gone_after(a, b)
    for id in gone.get(None, ()):
        shapes[id] = _faded(a.shapes[id], early(t))
    for id, after in b.shapes.items():
        before = a.shapes.get(id)
        if before is after or before == after:
            shapes[id] = after
        elif before is None or type(before) is not type(after):
            shapes[id] = _coming(after, late(t))
        else:
            shapes[id] = _between(before, after, t)
        for other in gone.get(id, ()):
            shapes[other] = _faded(a.shapes[other], early(t))
    under = b if b.ground else a  # at once: a ground on the way would have to be painted in every frame
    return Figure(_mid(a.width, b.width, t), _mid(a.height, b.height, t), shapes, under.ground, under.glow)


def early(t: float) -> float:
    """Return how much is seen at `t` of what goes: all of it at first, none from half way on."""
    return max(1 - 2 * t, 0.0)


def late(t: float) -> float:
    """Return how far what comes has come at `t`: not at all until half way."""
    return max(2 * t - 1, 0.0)


def grows(shape: Shape) -> bool:
    """Return whether a shape enters by more than being seen: a bar, a figure, the needle."""
    match shape:
        case Box():
            return shape.id.startswith(("bar:", "bar-left:"))
        case Text():
            return shape.role == "figure"
        case _:
            return shape.id == "needle"


def entrance(figure: Figure) -> Figure:
    """Return a scene before it has entered: bars without length, figures at nothing, all else not seen yet."""
    shapes = {id: _before(shape) for id, shape in figure.shapes.items()}
    return replace(figure, shapes=shapes)


def _gone_after(a: Figure, b: Figure) -> dict[ShapeId | None, list[ShapeId]]:
    """Return the shapes of `a` that `b` has not, each under the last shape before it that both have."""
    gone: dict[ShapeId | None, list[ShapeId]] = {}
    anchor: ShapeId | None = None
    for id in a.shapes:
        if id in b.shapes:
            anchor = id
        else:
            gone.setdefault(anchor, []).append(id)
    return gone


def _before(shape: Shape) -> Shape:
    kind = shape.id.partition(":")[0]
    if kind == "mark" or shape.id.startswith("track"):
        return shape
    match shape:
        case Box() if kind == "bar":
            return replace(shape, width=0.0)
        case Box() if kind == "bar-left":
            return replace(shape, x=shape.x + shape.width, width=0.0)
        case Rule() if shape.id == "needle":
            length = ((shape.x2 - shape.x1) ** 2 + (shape.y2 - shape.y1) ** 2) ** 0.5
            return replace(shape, x2=shape.x1, y2=shape.y1 - length)
        case Tile():
            return _faded(shape, 0.0)
        case Text() if shape.role == "figure":
            spans = tuple(replace(one, text=_zeroed(one.text)) for one in shape.spans)
            return replace(shape, spans=spans, opacity=0.0)
        case _:
            return replace(shape, opacity=0.0)


def _coming(shape: Shape, part: float) -> Shape:
    return _between(_before(shape), shape, part) if grows(shape) else _faded(shape, part)


def _faded(shape: Shape, part: float) -> Shape:
    if isinstance(shape, Tile):
        return _with(shape, shape.rings, shape.centre, shape.size, shape.opacity * part)
    return replace(shape, opacity=shape.opacity * part)


def _between(a: Shape, b: Shape, t: float) -> Shape:
    """Return a shape between two of one kind."""
    match a, b:
        case Box(), Box():
            return _box(a, b, t)
        case Text(), Text():
            return _text(a, b, t)
        case Rule(), Rule():
            return replace(
                b, x1=_mid(a.x1, b.x1, t), y1=_mid(a.y1, b.y1, t), x2=_mid(a.x2, b.x2, t), y2=_mid(a.y2, b.y2, t),
                width=_mid(a.width, b.width, t), opacity=_mid(a.opacity, b.opacity, t),
            )  # fmt: skip
        case Tile(), Tile():
            return _tile(a, b, t)
    raise TypeError(f"{a.id} is of two kinds")


def _box(a: Box, b: Box, t: float) -> Box:
    look = a if t < 0.5 else b
    return replace(
        look, x=_mid(a.x, b.x, t), y=_mid(a.y, b.y, t), width=_mid(a.width, b.width, t),
        height=_mid(a.height, b.height, t), radius=_mid(a.radius, b.radius, t), slant=_mid(a.slant, b.slant, t),
        opacity=_mid(a.opacity, b.opacity, t),
    )  # fmt: skip


def _text(a: Text, b: Text, t: float) -> Text:
    opacity = _mid(a.opacity, b.opacity, t)
    spans = _counted(a.spans, b.spans, t)
    look = b
    if spans is None:  # other words: the old ones leave before the new ones come
        look = a if t < 0.5 else b
        spans = look.spans
        opacity = a.opacity * (1 - 2 * t) if t < 0.5 else b.opacity * (2 * t - 1)
    return replace(
        look, x=_mid(a.x, b.x, t), y=_mid(a.y, b.y, t), width=_mid(a.width, b.width, t),
        height=_mid(a.height, b.height, t), size=_mid(a.size, b.size, t), spans=spans, opacity=opacity,
    )  # fmt: skip


def _tile(a: Tile, b: Tile, t: float) -> Tile:
    opacity = _mid(a.opacity, b.opacity, t)
    look = a if t < 0.5 else b
    if a.rings is b.rings or a.rings == b.rings:
        rings = b.rings if _looks(a) == _looks(b) else _flipped(look, abs(1 - 2 * t))
        return _with(look, rings, look.centre, look.size, opacity)
    if [len(ring) for ring in a.rings] != [len(ring) for ring in b.rings]:
        return _with(look, look.rings, look.centre, look.size, opacity)
    rings = tuple(
        tuple(_point(one, other, t) for one, other in zip(before, after, strict=True))
        for before, after in zip(a.rings, b.rings, strict=True)
    )
    return _with(look, rings, _point(a.centre, b.centre, t), _mid(a.size, b.size, t), opacity)


def _flipped(tile: Tile, part: float) -> Rings:
    """Return a tile's rings as it turns about its upright middle, `part` of its width."""
    x, squeeze = tile.centre[0], max(part, _EDGE)
    return tuple(tuple((x + (px - x) * squeeze, py) for px, py in ring) for ring in tile.rings)


def _looks(tile: Tile) -> tuple[object, ...]:
    return (
        tile.ink, tile.pattern, tile.second, tile.mark, tile.edge, tile.letter, tile.label, tile.parts,
        tile.edge_width, tile.texture,
    )  # fmt: skip


def _with(tile: Tile, rings: Rings, centre: Point, size: float, opacity: float) -> Tile:
    # Field by field: dataclasses.replace takes five times as long, and a map in motion has hundreds of tiles a frame.
    return Tile(
        tile.id, rings, centre, size, tile.ink, tile.pattern, tile.second, tile.mark, tile.edge, tile.letter,
        tile.label, tile.parts, tile.edge_width, tile.texture, opacity,
    )  # fmt: skip


def _counted(a: tuple[Span, ...], b: tuple[Span, ...], t: float) -> tuple[Span, ...] | None:
    """Return spans with numbers between those of two texts that say the same but for them, else None."""
    if len(a) != len(b):
        return None
    spans = []
    for before, after in zip(a, b, strict=True):
        words = after.text if before.text == after.text else _number_between(before.text, after.text, t)
        if words is None:
            return None
        spans.append(replace(after, text=words))
    return tuple(spans)


def _number_between(a: str, b: str, t: float) -> str | None:
    """Return a text with each number between those of two texts, written as the later one is."""
    if _NUMBER.sub("#", a) != _NUMBER.sub("#", b):
        return None
    before, after = list(_NUMBER.finditer(a)), list(_NUMBER.finditer(b))
    parts, at = [], 0
    for old, new in zip_longest(before, after):
        parts.append(b[at : new.start()])
        parts.append(new[0] if old[0] == new[0] else _written(_mid(_value(old), _value(new), t), new))
        at = new.end()
    return "".join(parts) + b[at:]


def _value(found: re.Match[str]) -> float:
    value = float(found[2].replace(",", "") + (f".{found[3]}" if found[3] else ""))
    return -value if found[1] == MINUS else value


def _written(value: float, like: re.Match[str]) -> str:
    words = decimal(Fraction(value).limit_denominator(10**6), len(like[3] or ""))
    if words.startswith(MINUS) and not words.strip(f"{MINUS}0.,"):
        words = words.removeprefix(MINUS)
    return f"+{words}" if like[1] == "+" and not words.startswith(MINUS) else words


def _zeroed(words: str) -> str:
    """Return a text with its numbers at nothing, in the same number of decimals."""
    return _NUMBER.sub(lambda found: f"{found[1]}{decimal(Fraction(0), len(found[3] or ''))}", words)


def _mid(a: float, b: float, t: float) -> float:
    return a + (b - a) * t


def _point(a: Point, b: Point, t: float) -> Point:
    return _mid(a[0], b[0], t), _mid(a[1], b[1], t)
