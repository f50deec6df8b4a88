"""Outlines in the plane: north is up, a degree of longitude is shorter than one of latitude, holes are holes."""

from math import cos, radians

import pytest

from resultsdesk.figures.outline import area, holds, inside, outlines_placed
from resultsdesk.night.briefing import ContestId, Outline

SQUARE = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))
HOLE = ((4.0, 4.0), (6.0, 4.0), (6.0, 6.0), (4.0, 6.0))
CRESCENT = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0), (0.0, 9.0), (9.0, 9.0), (9.0, 1.0), (0.0, 1.0))


def outline(name: str, west: float, south: float, degrees: float = 1.0) -> Outline:
    east, north = west + degrees, south + degrees
    return Outline(ContestId(name), (((west, south), (east, south), (east, north), (west, north)),))


def test_north_is_up_and_east_is_right() -> None:
    places = outlines_placed([outline("south", -3, 50), outline("north", -3, 58), outline("east", 1, 50)]).places
    assert places[ContestId("north")].centre[1] < places[ContestId("south")].centre[1]
    assert places[ContestId("east")].centre[0] > places[ContestId("south")].centre[0]


def test_the_middle_latitude_is_true_to_scale() -> None:
    ring = outlines_placed([outline("one", 0, 52.5)]).places[ContestId("one")].rings[0]
    wide = max(x for x, _ in ring) - min(x for x, _ in ring)
    tall = max(y for _, y in ring) - min(y for _, y in ring)
    assert wide / tall == pytest.approx(cos(radians(53)))


def test_a_hole_is_not_inside() -> None:
    assert holds((SQUARE, HOLE), 1, 1)
    assert not holds((SQUARE, HOLE), 5, 5)
    assert not holds((SQUARE,), 11, 5)


@pytest.mark.parametrize("ring", [SQUARE, CRESCENT, tuple(reversed(CRESCENT))])
def test_the_mark_of_any_shape_lies_within_it(ring: tuple[tuple[float, float], ...]) -> None:
    assert holds((ring,), *inside(ring))


def test_area_is_that_of_the_ring() -> None:
    assert abs(area(SQUARE)) == pytest.approx(100)


def test_a_ring_too_short_for_an_area_is_left_out() -> None:
    scrap = Outline(ContestId("scrap"), (((0.0, 50.0), (1.0, 50.0)),))
    assert set(outlines_placed([scrap, outline("one", 0, 50)]).places) == {ContestId("one")}
