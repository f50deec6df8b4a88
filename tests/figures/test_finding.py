"""Which tile is where."""

import pytest

from resultsdesk.figures.finding import Grid, Way
from resultsdesk.figures.lattice import hexes_placed
from resultsdesk.figures.shapes import Tile
from resultsdesk.night.briefing import ContestId, Hex, Lattice

HEXES = [Hex(ContestId(f"{q},{r}"), q, r) for q in range(-6, 7) for r in range(-6, 7)]


def tiles(lattice: Lattice = Lattice.ODD_R) -> list[Tile]:
    places = hexes_placed(HEXES, lattice, [one.contest for one in HEXES]).places
    return [Tile(name, place.rings, place.centre, place.size) for name, place in places.items()]


@pytest.mark.parametrize("lattice", list(Lattice))
def test_every_tile_is_found_at_its_middle_and_near_its_corners(lattice: Lattice) -> None:
    grid = Grid(tiles(lattice))
    for tile in tiles(lattice):
        x0, y0 = tile.centre
        assert grid.at(x0, y0) == tile.id
        for x, y in tile.rings[0]:
            assert grid.at(x0 + (x - x0) * 0.97, y0 + (y - y0) * 0.97) == tile.id


def test_between_tiles_and_beyond_the_map_there_is_none() -> None:
    grid = Grid(tiles())
    assert grid.at(-500, -500) is None
    assert grid.at(1e9, 0) is None


def test_within_a_box_are_the_tiles_that_meet_it_and_no_others() -> None:
    grid = Grid(tiles())
    left, top, right, bottom = grid.boxes["0,0"]
    met = grid.within((left, top, right, bottom))
    assert "0,0" in met
    assert 5 <= len(met) <= 7, "a tile and its neighbours"
    middle = (left + right) / 2, (top + bottom) / 2
    assert grid.within((*middle, *middle)) == ["0,0"]
    assert len(grid.within((-1e6, -1e6, 1e4, 1e4))) == len(HEXES)


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        (Way.LEFT, {"-1,0"}),
        (Way.RIGHT, {"1,0"}),
        # Rows count upwards; straight above lies a corner, so either neighbour will do.
        (Way.UP, {"0,1", "-1,1"}),
        (Way.DOWN, {"0,-1", "-1,-1"}),
    ],
)
def test_the_next_tile_in_a_direction(way: Way, expected: set[str]) -> None:
    assert Grid(tiles()).next_to("0,0", way) in expected


def test_at_the_edge_there_is_no_next_tile() -> None:
    assert Grid(tiles()).next_to("6,1", Way.RIGHT) is None


def test_a_walk_goes_over_a_gap() -> None:
    far = [one for one in tiles() if one.id in ("-6,0", "6,0")]
    assert Grid(far).next_to("-6,0", Way.RIGHT) == "6,0"


def test_a_map_without_tiles_finds_nothing() -> None:
    assert Grid(()).at(0, 0) is None
    assert Grid(()).within((0, 0, 10, 10)) == []
