"""Several maps in a view: drawn as large as its shape lets them be."""

from itertools import combinations

import pytest
from built_in import built_in

from resultsdesk.figures.packing import packed
from resultsdesk.figures.place import Place, Placing, bounds
from resultsdesk.figures.seat_map import placed, seat_map
from resultsdesk.figures.shapes import Text, Tile
from resultsdesk.night.briefing import ContestId

MIDLANDS = "midlands-2016"


def square(name: str, side: float) -> Placing:
    ring = ((0.0, 0.0), (side, 0.0), (side, side), (0.0, side))
    return Placing(side, side, {ContestId(name): Place((ring,), (side / 2, side / 2), side / 4)})


def rows(placing: Placing) -> list[str]:
    """The maps of each row, by the height at which they begin."""
    tops: dict[float, str] = {}
    for contest, place in placing.places.items():
        top = bounds(place.rings)[1]
        tops[top] = tops.get(top, "") + contest
    return [tops[top] for top in sorted(tops)]


@pytest.mark.parametrize(
    ("shape", "expected"),
    [(4.0, ["abcd"]), (1.0, ["ab", "cd"]), (0.25, ["a", "b", "c", "d"]), (0.5, ["ab", "cd"])],
)
def test_rows_follow_the_shape_of_the_view(shape: float, expected: list[str]) -> None:
    assert rows(packed([square(one, 10) for one in "abcd"], shape)) == expected


def test_a_row_lies_in_the_middle() -> None:
    stage = packed([square("a", 10), square("b", 30), square("c", 10)], 0.2)
    assert rows(stage) == ["a", "b", "c"]
    assert {place.centre[0] for place in stage.places.values()} == {15.0}
    assert (stage.width, stage.height) == (30.0, 50.0)


def test_nothing_is_packed_of_nothing() -> None:
    assert packed([], 1.0) == Placing(0.0, 0.0, {})


@pytest.mark.parametrize("shape", [0.3, 0.6, 1.0, 2.0, 5.0])
def test_councils_lie_apart_each_under_its_name(shape: float) -> None:
    night = built_in(MIDLANDS, "23:00")
    drawn = seat_map(night, where=placed(night.briefing, shape=shape))
    assert {one.id for one in drawn.shapes.values() if isinstance(one, Tile)} == set(night.contests)
    boxes = {}
    for body in night.briefing.bodies:
        tiles = [drawn.shapes[one.id] for one in night.briefing.contests.values() if one.body == body]
        left, top, right, bottom = bounds(ring for tile in tiles if isinstance(tile, Tile) for ring in tile.rings)
        name = drawn.shapes[f"body:{body}"]
        assert isinstance(name, Text)
        assert name.y + name.height <= top
        assert name.y >= 0
        assert left >= 0
        assert right <= drawn.width
        assert bottom <= drawn.height
        boxes[body] = (left, name.y, right, bottom)
    for one, other in combinations(boxes.values(), 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_one_body_lies_as_its_layout_has_it() -> None:
    briefing = built_in("uk-2024", "22:00").briefing
    assert placed(briefing, shape=0.5) == placed(briefing)
