"""The seats of a chamber as dots in half rings, the parties side by side."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from math import atan2, cos, pi, sin

from resultsdesk.figures.scenes.disc import disc
from resultsdesk.figures.scenes.letters import width_of
from resultsdesk.figures.scenes.stage import Area, line
from resultsdesk.figures.shapes import Align, Ink, Point, Text, Tile
from resultsdesk.psephology.party import PartyId

HOLE = 0.4  # what is left free in the middle, of the radius
_NAME, _OUTSIDE, _BETWEEN = 28.0, 10.0, 8.0  # of a party's name: its size, how far it is from dots and from others
ROUND = (80.0, 44.0)
"""The room that names take beside a chamber and above it."""
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


def block_names(area: Area, blocks: Sequence[tuple[PartyId, str, int]]) -> list[Text]:
    """Return each party's short name outside the middle of its seats, left to right as many as `blocks` say.

    The larger come first. A name is left out that would lie on another's or reach beyond its room, or that has fewer
    seats beside it than it is high: it would stand beside others' seats. All the seats are those of `area`, with the
    ones nobody has yet as a last block without a name.
    """
    seats = sum(how_many for _, _, how_many in blocks)
    if not seats:
        return []
    spots, dot = chamber(seats, area)
    (x, y), _ = hollow(seats, area)
    y -= dot
    out = min(area.width / 2, area.height) + _OUTSIDE
    names: list[Text] = []
    for at, (party, words, how_many) in sorted(_begin(blocks), key=lambda one: -one[1][2]):
        if not words or pi * out * how_many < _NAME * seats:
            continue
        seat = spots[at + how_many // 2]
        turn = atan2(y - seat[1], x - seat[0])
        wide = width_of(words, _NAME) + 4
        away = out + (abs(cos(turn)) * wide + sin(turn) * _NAME) / 2  # so far no corner comes nearer than `out`
        left, top = x - cos(turn) * away - wide / 2, y - sin(turn) * away - _NAME / 2
        name = line(f"block:{party}", Area(left, top, wide, _NAME), words, _NAME, f"words:{party}", align=Align.CENTRE)
        fits = area.x - ROUND[0] <= left and left + wide <= area.right + ROUND[0]
        if fits and not any(_meet(name, other) for other in names):
            names.append(name)
    return names


def _begin(blocks: Sequence[tuple[PartyId, str, int]]) -> list[tuple[int, tuple[PartyId, str, int]]]:
    """Return blocks with how many seats stand left of each."""
    ends = accumulate((how_many for _, _, how_many in blocks), initial=0)
    return list(zip(ends, blocks, strict=False))  # the last end begins nothing


def _meet(one: Text, other: Text) -> bool:
    beside = one.x >= other.x + other.width + _BETWEEN or other.x >= one.x + one.width + _BETWEEN
    return not (beside or abs(one.y - other.y) >= _NAME)


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
