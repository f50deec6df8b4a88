"""Where contests lie on a map: rings of points in a plane, y downwards, from a lattice or from outlines."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from resultsdesk.figures.shapes import Point
from resultsdesk.night.briefing import ContestId

Rings = tuple[tuple[Point, ...], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """One contest's area, a point well inside it, and the radius of a mark that fits there."""

    rings: Rings
    centre: Point
    size: float


@dataclass(frozen=True, slots=True)
class Placing:
    """Every contest's place on a stage of `width` × `height` units."""

    width: float
    height: float
    places: Mapping[ContestId, Place]


def bounds(rings: Iterable[Iterable[Point]]) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of all rings; all 0 where there is no point."""
    points = [point for ring in rings for point in ring]
    if not points:
        return 0.0, 0.0, 0.0, 0.0
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def scaled(rings: Rings, centre: Point, part: float) -> Rings:
    """Return rings drawn in towards a centre, or for a `part` above 1 out from it."""
    x0, y0 = centre
    return tuple(tuple((x0 + (x - x0) * part, y0 + (y - y0) * part) for x, y in ring) for ring in rings)


def staged(places: Mapping[ContestId, Place], margin: float) -> Placing:
    """Return the places moved so that the stage begins at 0, 0 and leaves `margin` on every side."""
    left, top, right, bottom = bounds(ring for place in places.values() for ring in place.rings)
    dx, dy = margin - left, margin - top
    there = {contest: moved(place, dx, dy) for contest, place in places.items()}
    return Placing(right - left + 2 * margin, bottom - top + 2 * margin, there)


def moved(place: Place, dx: float, dy: float) -> Place:
    """Return a place moved to the right and down."""
    rings = tuple(tuple((x + dx, y + dy) for x, y in ring) for ring in place.rings)
    return Place(rings, (place.centre[0] + dx, place.centre[1] + dy), place.size)
