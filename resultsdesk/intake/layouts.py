"""Where each contest is drawn: from layouts that were given, side by side, or made where none is."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil, sqrt
from pathlib import Path
from typing import NamedTuple

from resultsdesk.intake.ballots import plain
from resultsdesk.intake.faults import IntakeError
from resultsdesk.intake.hexjson import HexLayout, read_hexjson
from resultsdesk.night.briefing import Contest, ContestId, Hex, Lattice

GAP = 2  # empty columns between two layouts, empty rows between two shelves of made ones
SHAPE = 1.6  # width to height of a made layout


class Layout(NamedTuple):
    """The lattice of a layout, and its hexagons."""

    lattice: Lattice
    hexes: tuple[Hex, ...]


def laid_out(paths: Sequence[Path], contests: Mapping[str, ContestId]) -> Layout:
    """Return the hexagons of known contests from one file or several, these side by side from left to right.

    `contests` gives the contest for each id an area may go by, and for each name as `plain` writes it where that
    is no other's. Raises IntakeError where a file has none of them or where lattices differ.
    """
    layouts = [(path, read_hexjson(path)) for path in paths]
    lattices = Counter(layout.lattice for _, layout in layouts)
    if len(lattices) > 1:
        found = " and ".join(lattices)
        raise IntakeError(f"The layouts are {found}: bring them to one before they are put side by side.")
    blocks = []
    for path, layout in layouts:
        block = tuple(_known(layout, contests))
        if not block:
            raise IntakeError(f"{path} places none of the contests: is it the right layout?")
        blocks.append(block)
    lattice = layouts[0][1].lattice
    return Layout(lattice, tuple(beside(blocks, lattice)))


def _known(layout: HexLayout, contests: Mapping[str, ContestId]) -> Iterable[Hex]:
    for place in layout.places:
        contest = contests.get(place.id) or contests.get(plain(place.name))
        if contest is not None:
            yield Hex(contest, place.q, place.r)


def beside(blocks: Sequence[Sequence[Hex]], lattice: Lattice) -> Iterable[Hex]:
    """Yield the hexagons of blocks moved side by side, `GAP` columns between them, their middles level.

    Rows or columns that a lattice shifts by half a hexagon stay shifted: blocks move along them by even numbers.
    """
    if len(blocks) == 1:
        yield from blocks[0]
        return
    rows_shift = lattice in (Lattice.ODD_R, Lattice.EVEN_R)
    edge = 0
    for block in blocks:
        left, right = min(one.q for one in block), max(one.q for one in block)
        low, high = min(one.r for one in block), max(one.r for one in block)
        across = edge - left
        up = -((low + high) // 2)
        if rows_shift:
            up -= up % 2
        else:
            across += across % 2
        for one in block:
            yield replace(one, q=one.q + across, r=one.r + up)
        edge = right + across + 1 + GAP


@dataclass(frozen=True, slots=True)
class _Block:
    contests: tuple[ContestId, ...]

    @property
    def width(self) -> int:
        return ceil(sqrt(len(self.contests)))

    @property
    def height(self) -> int:
        return ceil(len(self.contests) / self.width)


def made_layout(contests: Iterable[Contest], part: Callable[[Contest], str]) -> Layout:
    """Return an odd-r layout for contests that have none: a compact block for each `part`, the blocks on shelves.

    It says nothing of where places are; contests run in the briefing's order, left to right and downwards.
    """
    parts: dict[str, list[ContestId]] = {}
    for contest in contests:
        parts.setdefault(part(contest), []).append(contest.id)
    blocks = [_Block(tuple(there)) for there in parts.values()]
    area = sum((block.width + GAP) * (block.height + GAP) for block in blocks)
    widest = max((block.width for block in blocks), default=1)
    limit = max(widest, round(sqrt(area * SHAPE)))
    hexes: list[Hex] = []
    left = top = tallest = 0
    for block in blocks:
        if left and left + block.width > limit:
            left, top, tallest = 0, top - _even(tallest + GAP), 0
        for at, one in enumerate(block.contests):
            row, column = divmod(at, block.width)
            hexes.append(Hex(one, left + column, top - row))
        left += block.width + GAP
        tallest = max(tallest, block.height)
    return Layout(Lattice.ODD_R, tuple(hexes))


def _even(rows: int) -> int:
    return rows + rows % 2
