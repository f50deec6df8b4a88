"""Outlines: rings of longitude and latitude become areas in the plane, north up.

The projection is equirectangular with the middle latitude true to scale: at the size of a country it is
within a few per cent of a printed map, and it needs nothing but a cosine.
"""

from collections.abc import Iterable
from math import cos, pi, radians, sqrt

from resultsdesk.figures.place import Place, Placing, bounds, staged
from resultsdesk.figures.shapes import Point
from resultsdesk.night.briefing import Outline

STAGE = 1000.0  # units along the longer side
_SMALLEST, _LARGEST = 1.5, 14.0  # radius of a mark


def outlines_placed(outlines: Iterable[Outline]) -> Placing:
    """Return the places of these contests on a stage whose longer side is about 1,000 units."""
    known = [one for one in outlines if any(len(ring) > 2 for ring in one.rings)]
    left, south, right, north = bounds(ring for one in known for ring in one.rings)
    narrow = cos(radians((south + north) / 2))
    scale = STAGE / max((right - left) * narrow, north - south, 1e-9)
    places = {}
    for one in known:
        rings = tuple(
            tuple(((lon - left) * narrow * scale, (north - lat) * scale) for lon, lat in ring)
            for ring in one.rings
            if len(ring) > 2
        )
        largest = max(rings, key=lambda ring: abs(area(ring)))
        size = sqrt(abs(area(largest)) / pi) * 0.6
        places[one.contest] = Place(rings, inside(largest), min(max(size, _SMALLEST), _LARGEST))
    return staged(places, STAGE / 100)


def area(ring: tuple[Point, ...]) -> float:
    """Return the area of a ring, positive where it runs clockwise with y downwards."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in _sides(ring)) / 2


def inside(ring: tuple[Point, ...]) -> Point:
    """Return a point in a ring: the middle of its widest stretch halfway between its top and its bottom."""
    _, top, _, bottom = bounds((ring,))
    y = (top + bottom) / 2
    crossings = sorted(
        x1 + (y - y1) / (y2 - y1) * (x2 - x1) for (x1, y1), (x2, y2) in _sides(ring) if (y1 > y) != (y2 > y)
    )
    stretches = list(zip(crossings[::2], crossings[1::2], strict=False))
    if not stretches:
        return ring[0]
    start, end = max(stretches, key=lambda one: one[1] - one[0])
    return (start + end) / 2, y


def holds(rings: Iterable[tuple[Point, ...]], x: float, y: float) -> bool:
    """Return whether a point lies within the rings, holes left out (even-odd rule)."""
    within = False
    for ring in rings:
        for (x1, y1), (x2, y2) in _sides(ring):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
                within = not within
    return within


def _sides(ring: tuple[Point, ...]) -> Iterable[tuple[Point, Point]]:
    return zip(ring, (*ring[1:], ring[0]), strict=True)
