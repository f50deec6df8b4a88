"""Motion is by id: what both figures have moves, figures count, and an update never enters anew."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scenes_seen import live, of, words

from resultsdesk.figures.lettering import text
from resultsdesk.figures.scenes.request import SceneName, SceneRequest
from resultsdesk.figures.scenes.scene import draw
from resultsdesk.figures.shapes import Box, Figure, Glow, Rule, Text, Tile, figure
from resultsdesk.figures.tween import entrance, tween
from resultsdesk.psephology.rounding import number, per_cent, signed

SQUARE = (((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)),)


def said(words: str, opacity: float = 1.0) -> Figure:
    one = text("said", 0, 0, 100, 20, words, role="figure")
    return figure(100, 100, Text(one.id, 0, 0, 100, 20, one.spans, one.role, opacity=opacity))


def between(a: str, b: str, t: float) -> str:
    return words(tween(said(a), said(b), t))[0]


@pytest.mark.parametrize(
    ("a", "b", "half"),
    [
        ("1,000", "2,000", "1,500"),
        ("170 seats for Labour", "172 seats for Labour", "171 seats for Labour"),
        ("35.2%", "36.2%", "35.7%"),
        ("+75", "+85", "+80"),
        ("−10", "+10", "0"),
        ("−35.3", "−33.3", "−34.3"),
        ("228 of 650 declared", "230 of 650 declared", "229 of 650 declared"),
        ("999", "1,001", "1,000"),
    ],
)
def test_figures_count(a: str, b: str, half: str) -> None:
    assert between(a, b, 0.5).removeprefix("+" if half == "0" else "") == half


@pytest.mark.parametrize(("a", "b"), [("04:47", "04:53"), ("Ashfield", "Burnley"), ("new", "+1.2")])
def test_what_is_no_figure_changes_half_way_and_is_not_seen_there(a: str, b: str) -> None:
    assert (between(a, b, 0.4), between(a, b, 0.6)) == (a, b)
    assert tween(said(a), said(b), 0.5).shapes["said"].opacity == 0


@given(st.integers(0, 99_999), st.integers(0, 99_999), st.floats(0, 1))
def test_a_count_stays_between_its_ends(a: int, b: int, t: float) -> None:
    low, high = sorted((a, b))
    assert low <= int(between(number(a), number(b), t).replace(",", "")) <= high


@given(st.integers(-400, 400), st.integers(-400, 400), st.floats(0, 1))
def test_signed_figures_are_written_as_wording_writes_them(a: int, b: int, t: float) -> None:
    middle = between(signed(a), signed(b), t)
    assert "-" not in middle
    assert middle.count("+") + middle.count("−") <= 1


def test_what_both_have_moves_and_grows() -> None:
    a, b = figure(100, 100, Box("bar:x", 0, 0, 10, 8, "text")), figure(100, 100, Box("bar:x", 0, 20, 50, 8, "text"))
    assert tween(a, b, 0.25).shapes["bar:x"] == Box("bar:x", 0, 5, 20, 8, "text")


def test_the_ends_are_the_figures_themselves() -> None:
    a, b = said("1"), said("2")
    assert tween(a, b, 0) is a
    assert tween(a, b, 1) is b
    assert tween(a, a, 0.5) is a


def test_what_comes_and_goes_fades_where_it_lay() -> None:
    under, over = Box("under", 0, 0, 9, 9, "panel"), Rule("over", 0, 0, 9, 9)
    a = figure(9, 9, under, Box("gone", 0, 0, 1, 1, "text"), over)
    b = figure(9, 9, under, over, Box("new", 0, 0, 1, 1, "text"))
    seen = tween(a, b, 0.25)
    assert list(seen.shapes) == ["under", "gone", "over", "new"]
    assert (seen.shapes["gone"].opacity, seen.shapes["new"].opacity) == (0.5, 0.0)
    after = tween(a, b, 0.75)
    assert (after.shapes["gone"].opacity, after.shapes["new"].opacity) == (0.0, 0.5)


@pytest.mark.parametrize("t", [0.1, 0.3, 0.5, 0.7, 0.9])
@pytest.mark.parametrize("name", [SceneName.CONTEST, SceneName.STRAP, SceneName.GAINS, SceneName.TICKER])
def test_what_goes_has_gone_before_what_takes_its_place_is_seen(name: SceneName, t: float) -> None:
    before, after = live("uk-2024", "04:30"), live("uk-2024", "04:47")
    a = draw(before, of(before, name, "Burnley"))
    b = draw(after, of(after, name, "Burnley" if t < 0.5 else "Ashfield"))
    seen = tween(a, b, t).shapes
    visible = {id for id, one in seen.items() if one.opacity > 0 and not (isinstance(one, Box) and not one.width)}
    assert not (visible & (a.shapes.keys() - b.shapes.keys()) and visible & (b.shapes.keys() - a.shapes.keys()))


def test_bars_grow_and_figures_count_when_a_result_takes_the_place_of_what_was_awaited() -> None:
    before, after = live("uk-2024", "22:00"), live("uk-2024", "04:47")
    awaited, result = (draw(night, of(night, SceneName.CONTEST, "Leicester South")) for night in (before, after))
    first, later = (tween(awaited, result, t).shapes for t in (0.5, 0.75))
    for id, shape in result.shapes.items():
        if id.startswith("bar:") and isinstance(shape, Box):
            old, new = first[id], later[id]
            assert isinstance(old, Box)
            assert isinstance(new, Box)
            assert (old.width, new.width) == (0, pytest.approx(shape.width / 2))
    assert words(tween(awaited, result, 0.75), "votes:")[0] == "7,370"


def test_no_row_flies_across_the_frame_when_the_first_ones_of_a_list_are_in() -> None:
    before, after = live("uk-2024", "04:45"), live("uk-2024", "04:47")
    a, b = (draw(night, SceneRequest(SceneName.DUE)) for night in (before, after))
    rows = [id for id in a.shapes if id.startswith("due-name:") and id in b.shapes]
    assert rows
    for id in rows:
        old, new = a.shapes[id], b.shapes[id]
        assert isinstance(old, Text)
        assert isinstance(new, Text)
        assert old.x == new.x


def test_a_tile_that_changes_its_look_flips_in_its_place() -> None:
    a = figure(10, 10, Tile("c", SQUARE, (5, 5), 4, "awaited"))
    b = figure(10, 10, Tile("c", SQUARE, (5, 5), 4, "party:Lab"))
    for t, ink, wide in ((0.25, "awaited", 5.0), (0.5, "party:Lab", 0.2), (0.75, "party:Lab", 5.0)):
        tile = tween(a, b, t).shapes["c"]
        assert isinstance(tile, Tile)
        xs = [x for x, _ in tile.rings[0]]
        assert (tile.ink, max(xs) - min(xs)) == (ink, pytest.approx(wide))
        assert tile.centre == (5, 5)


def test_an_area_of_as_many_corners_changes_its_shape() -> None:
    moved = tuple(tuple((x + 8, y) for x, y in ring) for ring in SQUARE)
    a, b = (figure(10, 10, Tile("c", rings, (5, 5), 4, "text")) for rings in (SQUARE, moved))
    tile = tween(a, b, 0.5).shapes["c"]
    assert isinstance(tile, Tile)
    assert tile.rings[0][0] == (4.0, 0.0)


@pytest.mark.parametrize("name", list(SceneName))
def test_every_scene_moves_from_before_to_after_and_never_from_nothing(name: SceneName) -> None:
    before, after = live("uk-2024", "04:30"), live("uk-2024", "04:47")
    a, b = (draw(night, of(night, name, "Manchester Central")) for night in (before, after))
    seen = [tween(a, b, t / 8) for t in range(9)]
    assert all(set(one.shapes) == set(a.shapes) | set(b.shapes) for one in seen[1:-1])
    kept = [id for id in a.shapes if id in b.shapes and a.shapes[id] == b.shapes[id]]
    assert all(one.shapes[id] == b.shapes[id] for one in seen for id in kept), "what does not change does not move"
    for id in a.shapes.keys() & b.shapes.keys():
        bars = [one.shapes[id] for one in seen]
        if id.startswith("bar:") and all(isinstance(one, Box) for one in bars):
            widths = [one.width for one in bars if isinstance(one, Box)]
            assert min(widths) >= min(widths[0], widths[-1]) - 1e-6, "a bar on air never begins at nothing again"
    assert all(0 <= shape.opacity <= 1 for one in seen for shape in one.shapes.values())


@pytest.mark.parametrize("name", list(SceneName))
def test_a_scene_enters_with_bars_and_figures_at_nothing_and_its_marks_there(name: SceneName) -> None:
    night = live("uk-2024", "04:47")
    whole = draw(night, of(night, name, "Ashfield"), corrected=True)
    first = entrance(whole)
    assert list(first.shapes) == list(whole.shapes)
    for id, shape in first.shapes.items():
        if id.startswith(("mark:", "track")):
            assert shape == whole.shapes[id]
        elif id.startswith(("bar:", "bar-left:")):
            assert isinstance(shape, Box)
            assert shape.width == 0
        elif id != "needle":
            assert shape.opacity == 0
    assert tween(first, whole, 1) is whole


def test_a_figure_enters_from_nothing_in_its_own_decimals() -> None:
    night = live("uk-2024")
    whole = draw(night, of(night, SceneName.CONTEST, "Ashfield"))
    first = entrance(whole)
    assert set(words(first, "votes:")) == {"0"}
    assert set(words(first, "share:")) == {"0.0%"}
    half = words(tween(first, whole, 0.5), "share:")[0]
    assert half == "21.4%", per_cent(None)


def test_bars_that_run_left_enter_from_their_right_end() -> None:
    whole = draw(live("uk-2024"), SceneRequest(SceneName.GAINS))
    first = entrance(whole)
    left = [id for id in whole.shapes if id.startswith("bar-left:")]
    assert left
    for id in left:
        old, new = first.shapes[id], whole.shapes[id]
        assert isinstance(old, Box)
        assert isinstance(new, Box)
        assert old.x == new.x + new.width


def test_frames_follow_on_without_a_jump() -> None:
    before, after = live("uk-2024", "04:30"), live("uk-2024", "04:47")
    a, b = (draw(night, SceneRequest(SceneName.TALLY)) for night in (before, after))
    seen = [tween(a, b, t / 50).shapes["bar:Lab"] for t in range(51)]
    widths = [one.width for one in seen if isinstance(one, Box)]
    steps = [other - one for one, other in pairwise(widths)]
    assert max(steps) - min(steps) < 1e-6


def test_the_ground_and_its_glow_are_those_of_the_figure_that_comes() -> None:
    plain, one, other = (
        replace(figure(9, 9, ground=ground), glow=glow)
        for ground, glow in (("ink", None), ("ink", Glow(1, 1, 5, 5)), ("panel", Glow(8, 1, 5, 5)))
    )
    floating = figure(9, 9)
    for a, b in ((plain, one), (one, plain), (one, other)):
        between = tween(a, b, 0.2)
        assert (between.ground, between.glow) == (b.ground, b.glow)
        assert (entrance(b).ground, entrance(b).glow) == (b.ground, b.glow)
    assert tween(one, floating, 0.9).glow == one.glow, "as its ground is"
    assert tween(floating, one, 0.1).glow == one.glow
