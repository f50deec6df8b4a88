"""A figure as plain data, for painters that are not Python: the browser's draws from exactly this."""

from collections.abc import Iterator
from dataclasses import MISSING, fields
from enum import StrEnum

from resultsdesk.figures.shapes import Box, Figure, Ink, Mark, Rule, Shape, Text, Tile, differing

Data = dict[str, object]

_PLACES = 3  # of a unit: finer than any screen


def as_data(figure: Figure) -> Data:
    """Return a figure as what JSON can hold; a field that has its usual value is left out."""
    return {**stage(figure), "shapes": [shape_data(one) for one in figure.shapes.values()]}


def stage(figure: Figure) -> Data:
    """Return what a figure is beside its shapes."""
    said: Data = {"width": _plain(figure.width), "height": _plain(figure.height), "ground": figure.ground}
    if figure.ground and figure.glow is not None:
        said["glow"] = _plain(figure.glow)
    return said


def patch(before: Figure, after: Figure) -> Data | None:
    """Return what to change in `before` to have `after`; None where the whole is to be sent.

    `order` is there only where shapes came, went or changed places.
    """
    if stage(before) != stage(after):
        return None
    ids = differing(before, after)
    gone = [one for one in ids if one not in after.shapes]
    changed: Data = {"set": [shape_data(after.shapes[one]) for one in ids if one in after.shapes]}
    if gone:
        changed["gone"] = gone
    if list(before.shapes) != list(after.shapes):
        changed["order"] = list(after.shapes)
    return changed


def shape_data(shape: Shape) -> Data:
    """Return one shape, its kind under `kind`."""
    said: Data = {"kind": type(shape).__name__.lower()}
    for name, usual in _USUAL[type(shape)]:
        value = getattr(shape, name)
        if value != usual:
            said[name] = _plain(value)
    return said


def inks_of(figure: Figure) -> frozenset[Ink]:
    """Return every ink a painter needs for a figure, what stands on a tile included."""
    found: set[Ink] = {figure.ground}
    if figure.ground and figure.glow is not None:
        found.add(figure.glow.ink)
    for shape in figure.shapes.values():
        found.update(shape_inks(shape))
    return frozenset(found - {""})


def shape_inks(shape: Shape) -> Iterator[Ink]:
    """Yield the inks of one shape."""
    match shape:
        case Box():
            yield from (shape.ink, shape.edge)
        case Rule():
            yield shape.ink
        case Text():
            yield from (one.ink for one in shape.spans)
        case Tile():
            yield from (shape.ink, shape.second, shape.edge, *shape.parts)
            if shape.mark is not Mark.NONE or shape.letter:
                yield from (f"on:{one.removeprefix('party:')}" for one in _middles(shape))


def _middles(tile: Tile) -> Iterator[Ink]:
    """Yield the inks of parties that may lie under a tile's mark."""
    yield from (one for one in (tile.ink, *tile.parts) if one.startswith("party:"))


class _Never:
    """Equals nothing that a shape holds."""


_NEVER = _Never()

# The fields of each kind of shape with their usual values; one that has none never equals its own.
_USUAL = {
    kind: tuple((one.name, _NEVER if one.default is MISSING else one.default) for one in fields(kind))
    for kind in (Box, Tile, Text, Rule)
}


def _plain(value: object) -> object:
    if isinstance(value, float):
        rounded = round(value, _PLACES)
        return int(rounded) if rounded.is_integer() else rounded
    if isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if hasattr(value, "__dataclass_fields__"):
        return {name: _plain(getattr(value, name)) for name in value.__dataclass_fields__}
    return value
