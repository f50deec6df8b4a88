"""Where hexagons lie: HexJSON's four lattices, rows upwards, negative rows too."""

from itertools import combinations
from math import dist, sqrt

import pytest

from resultsdesk.figures.lattice import RADIUS, centre, corners, hexes_placed
from resultsdesk.night.briefing import ContestId, Hex, Lattice

W = sqrt(3)

POINTED = [
    # lattice, column, row, centre of a hexagon of radius 1
    (Lattice.ODD_R, 0, 0, (0, 0)),
    (Lattice.ODD_R, 1, 0, (W, 0)),
    (Lattice.ODD_R, 0, 1, (W / 2, -1.5)),
    (Lattice.ODD_R, 0, 2, (0, -3)),
    (Lattice.ODD_R, 0, -1, (W / 2, 1.5)),
    (Lattice.ODD_R, 0, -2, (0, 3)),
    (Lattice.ODD_R, -3, -23, (-2.5 * W, 34.5)),
    (Lattice.EVEN_R, 0, 0, (W / 2, 0)),
    (Lattice.EVEN_R, 0, 1, (0, -1.5)),
    (Lattice.EVEN_R, 0, -1, (0, 1.5)),
    (Lattice.EVEN_R, 0, -2, (W / 2, 3)),
]
FLAT = [
    (Lattice.ODD_Q, 0, 0, (0, 0)),
    (Lattice.ODD_Q, 0, 1, (0, -W)),
    (Lattice.ODD_Q, 1, 0, (1.5, -W / 2)),
    (Lattice.ODD_Q, -1, 0, (-1.5, -W / 2)),
    (Lattice.ODD_Q, -2, -1, (-3, W)),
    (Lattice.EVEN_Q, 0, 0, (0, -W / 2)),
    (Lattice.EVEN_Q, 1, 0, (1.5, 0)),
    (Lattice.EVEN_Q, -1, -4, (-1.5, 4 * W)),
]


@pytest.mark.parametrize(("lattice", "q", "r", "expected"), POINTED + FLAT)
def test_a_hexagon_has_its_centre(lattice: Lattice, q: int, r: int, expected: tuple[float, float]) -> None:
    assert centre(lattice, q, r) == pytest.approx(expected)


@pytest.mark.parametrize("lattice", list(Lattice))
def test_hexagons_touch_and_never_overlap(lattice: Lattice) -> None:
    middles = [centre(lattice, q, r) for q in range(-3, 4) for r in range(-3, 4)]
    distances = sorted(dist(one, other) for one, other in combinations(middles, 2))
    assert distances[0] == pytest.approx(W)
    one = centre(lattice, 0, -1)
    assert sum(dist(one, other) == pytest.approx(W) for other in middles) == 6


@pytest.mark.parametrize("lattice", list(Lattice))
def test_pointed_hexagons_stand_and_flat_ones_lie(lattice: Lattice) -> None:
    ring = corners(lattice, (0, 0), 1)
    highest = min(y for _, y in ring)
    at_the_top = [x for x, y in ring if y == pytest.approx(highest)]
    assert len(at_the_top) == (1 if lattice in (Lattice.ODD_R, Lattice.EVEN_R) else 2)
    assert all(dist((0, 0), corner) == pytest.approx(1) for corner in ring)


def ids(*names: str) -> list[ContestId]:
    return [ContestId(one) for one in names]


def test_higher_rows_are_further_up_and_everything_is_on_the_stage() -> None:
    hexes = [Hex(ContestId("low"), 4, -7), Hex(ContestId("high"), 4, 2)]
    placing = hexes_placed(hexes, Lattice.ODD_R, ids("low", "high"))
    assert placing.places[ContestId("high")].centre[1] < placing.places[ContestId("low")].centre[1]
    for place in placing.places.values():
        for x, y in place.rings[0]:
            assert 0 < x < placing.width
            assert 0 < y < placing.height


def test_head_room_is_kept_free_above() -> None:
    hexes = [Hex(ContestId("one"), 0, 0)]
    plain = hexes_placed(hexes, Lattice.ODD_R, ids("one"))
    roomy = hexes_placed(hexes, Lattice.ODD_R, ids("one"), head=50)
    assert roomy.height == pytest.approx(plain.height + 50)
    assert min(y for _, y in roomy.places[ContestId("one")].rings[0]) > 50


def test_a_contest_without_a_hexagon_lies_below_the_map() -> None:
    hexes = [Hex(ContestId("a"), 0, 0), Hex(ContestId("b"), 1, 0)]
    places = hexes_placed(hexes, Lattice.ODD_R, ids("a", "b", "lost")).places
    assert places[ContestId("lost")].centre[1] > places[ContestId("a")].centre[1] + RADIUS


def test_two_on_one_spot_are_both_seen() -> None:
    hexes = [Hex(ContestId("a"), 3, 3), Hex(ContestId("b"), 3, 3)]
    places = hexes_placed(hexes, Lattice.ODD_R, ids("a", "b")).places
    assert dist(places[ContestId("a")].centre, places[ContestId("b")].centre) > RADIUS


def test_without_any_layout_contests_make_a_block() -> None:
    names = [ContestId(str(one)) for one in range(30)]
    placing = hexes_placed((), Lattice.ODD_R, names)
    middles = [place.centre for place in placing.places.values()]
    assert len(middles) == 30
    assert min(dist(one, other) for one, other in combinations(middles, 2)) == pytest.approx(W * RADIUS)
    assert 0.6 < placing.width / placing.height < 1.7
