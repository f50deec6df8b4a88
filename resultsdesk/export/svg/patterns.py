"""Hatching, lines and slices as gradients with hard edges and light as one with soft, the same as the painters'."""

from collections.abc import Iterator, Sequence

from resultsdesk.export.svg.element import element, number
from resultsdesk.figures.shapes import Point, Texture

_SOFT_HATCH, _SOFT_SLICE = 0.06, 0.02
_LINE = ((0.0, False), (0.34, False), (0.38, True), (0.62, True), (0.66, False), (1.0, False))

Stop = tuple[float, str]


def hatched(id: str, ground: str, stripe: str, at: Point, width: float) -> str:
    """Return diagonal stripes, one every `width` units, through a point."""
    return _gradient(id, at, (at[0] + width, at[1] + width), "repeat", _even((ground, stripe), _SOFT_HATCH))


def lined(id: str, ground: str, line: str, texture: Texture, at: Point, width: float) -> str:
    """Return lines in the direction of a texture, one every `width` units, the middle of one through a point."""
    dx, dy = {Texture.LEVEL: (0.0, 1.0), Texture.UPRIGHT: (1.0, 0.0)}.get(texture, (0.7, -0.7))
    x, y = at[0] - dx * width / 2, at[1] - dy * width / 2
    stops = [(place, line if on else ground) for place, on in _LINE]
    return _gradient(id, (x, y), (x + dx * width, y + dy * width), "repeat", stops)


def split(id: str, colours: Sequence[str], left: float, top: float, right: float, bottom: float) -> str:
    """Return slices of equal width from the top left to the bottom right of a box."""
    lean, middle = (bottom - top) * 0.18, (top + bottom) / 2
    return _gradient(id, (left, middle - lean), (right, middle + lean), "pad", _even(colours, _SOFT_SLICE))


def radial(id: str, stops: Sequence[Stop]) -> str:
    """Return a gradient from the middle of what it fills to its edges."""
    return element("radialGradient", *_stops(stops), id=id)


def _even(colours: Sequence[str], soft: float) -> list[Stop]:
    share, last = 1 / len(colours), len(colours) - 1
    stops = []
    for place, colour in enumerate(colours):
        stops.append((place * share + (soft / 2 if place else 0.0), colour))
        stops.append(((place + 1) * share - (soft / 2 if place < last else 0.0), colour))
    return stops


def _gradient(id: str, start: Point, end: Point, spread: str, stops: Sequence[Stop]) -> str:
    return element(
        "linearGradient",
        *_stops(stops),
        id=id, x1=start[0], y1=start[1], x2=end[0], y2=end[1], gradientUnits="userSpaceOnUse", spreadMethod=spread,
    )  # fmt: skip


def _stops(stops: Sequence[Stop]) -> Iterator[str]:
    return (f'<stop offset="{number(place)}" stop-color="{colour}"/>' for place, colour in stops)
