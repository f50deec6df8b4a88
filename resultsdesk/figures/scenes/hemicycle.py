"""The seats of a chamber as dots in half rings, the parties side by side."""

from collections.abc import Sequence
from functools import lru_cache
from math import cos, pi, sin

from resultsdesk.figures.scenes.disc import disc
from resultsdesk.figures.scenes.stage import Area
from resultsdesk.figures.shapes import Ink, Point, Tile

HOLE = 0.4  # what is left free in the middle, of the radius
_LARGEST = 0.1  # a dot of a small council, of the radius: it must leave room for words in the middle


@lru_cache(maxsize=64)
def chamber(seats: int, area: Area) -> tuple[tuple[Point, ...], float]:
    """Return the middle of every seat from left to right, and the radius of its dot."""
    radius = min(area.width / 2, area.height)
    rows = min(range(1, 40), key=lambda rows: abs(_spacing(seats, rows, radius) - _gap(rows, radius)))
    gap = min(_gap(rows, radius), _spacing(seats, rows, radius) * 1.02)
    dot = min(max(gap * 0.42, 2.0), radius * _LARGEST)
    radii = _radii(rows, radius - dot)
    counts = _shared(seats, radii)
    middle = area.x + area.width / 2, area.y + (area.height + radius) / 2 - dot
    spots = []
    for ring, how_many in zip(radii, counts, strict=True):
        for at in range(how_many):
            turn = pi * (at / (how_many - 1) if how_many > 1 else 0.5)
            spots.append((turn, ring, (middle[0] - ring * cos(turn), middle[1] - ring * sin(turn))))
    spots.sort(key=lambda one: (one[0], -one[1]))
    return tuple(one[2] for one in spots), dot


def hollow(seats: int, area: Area) -> tuple[Point, float]:
    """Return the middle of a chamber's foot and how far what stands there may reach before it meets a dot."""
    radius, (_, dot) = min(area.width / 2, area.height), chamber(seats, area)
    return (area.x + area.width / 2, area.y + (area.height + radius) / 2), (radius - dot) * HOLE - dot


def seat_dots(area: Area, inks: Sequence[Ink]) -> list[Tile]:
    """Return a dot for each ink; an empty one is a seat that nobody has yet."""
    if not inks:
        return []
    spots, dot = chamber(len(inks), area)
    return [disc(f"seat:{at}", spot, dot, ink) for at, (spot, ink) in enumerate(zip(spots, inks, strict=True))]


def _radii(rows: int, radius: float) -> list[float]:
    if rows == 1:
        return [radius]
    return [radius * (HOLE + (1 - HOLE) * row / (rows - 1)) for row in range(rows)]


def _gap(rows: int, radius: float) -> float:
    return radius * (1 - HOLE) / max(rows - 1, 1)


def _spacing(seats: int, rows: int, radius: float) -> float:
    return pi * sum(_radii(rows, radius)) / max(seats, 1)


def _shared(seats: int, radii: Sequence[float]) -> list[int]:
    """Return how many seats stand in each ring: by its length, largest remainders first."""
    whole = sum(radii)
    parts = [seats * one / whole for one in radii]
    counts = [int(one) for one in parts]
    rest = sorted(range(len(radii)), key=lambda at: counts[at] - parts[at])
    for at in rest[: seats - sum(counts)]:
        counts[at] += 1
    return counts
