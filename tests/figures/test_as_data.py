"""Figures as plain data: all of it, what changed of it, and the inks it takes."""

import json
from dataclasses import replace

import pytest
from built_in import built_in

from resultsdesk.figures.as_data import as_data, inks_of, patch
from resultsdesk.figures.seat import Colouring
from resultsdesk.figures.seat_map import seat_map
from resultsdesk.figures.shapes import Box, Figure, Glow, Mark, Pattern, Rule, Span, Text, Tile, figure

TILE = Tile("t", (((0.0, 0.0), (1.0, 0.0), (0.12345, 1.0)),), (0.5, 0.5), 3.0, "party:Lab", mark=Mark.DOT)


def test_what_is_usual_is_left_out() -> None:
    shown = figure(100, 50.5, Box("b", 1, 2, 3.0, 4, "text"), Rule("r", 0, 0, 1, 1), TILE, ground="ink")
    assert as_data(shown) == {
        "width": 100,
        "height": 50.5,
        "ground": "ink",
        "shapes": [
            {"kind": "box", "id": "b", "x": 1, "y": 2, "width": 3, "height": 4, "ink": "text"},
            {"kind": "rule", "id": "r", "x1": 0, "y1": 0, "x2": 1, "y2": 1},
            {
                "kind": "tile",
                "id": "t",
                "rings": [[[0, 0], [1, 0], [0.123, 1]]],
                "centre": [0.5, 0.5],
                "size": 3,
                "ink": "party:Lab",
                "mark": "dot",
            },
        ],
    }


def test_spans_are_whole() -> None:
    (said,) = as_data(figure(1, 1, Text("t", 0, 0, 1, 1, (Span("é", "muted", True),))))["shapes"]  # type: ignore[misc]  # a list
    assert said["spans"] == [{"text": "é", "ink": "muted", "strong": True}]


@pytest.mark.parametrize("colouring", list(Colouring))
def test_a_real_map_goes_through_json(colouring: Colouring) -> None:
    said = as_data(seat_map(built_in("uk-2024", "04:47"), colouring, letters=True))
    assert json.loads(json.dumps(said)) == said


def changed(before: Figure, after: Figure) -> list[object]:
    """Return the shapes a reader has who had `before` and was sent the change."""
    change = patch(before, after)
    assert change is not None
    shapes = {one["id"]: one for one in as_data(before)["shapes"]}  # type: ignore[attr-defined]  # a list
    for id in change.get("gone", ()):  # type: ignore[attr-defined]  # a list
        del shapes[id]
    shapes |= {one["id"]: one for one in change["set"]}  # type: ignore[attr-defined]  # a list
    order = change.get("order", list(shapes))
    return [shapes[one] for one in order]  # type: ignore[attr-defined]  # a list


def test_a_change_leads_from_one_figure_to_the_other() -> None:
    a, b, c = Box("a", 0, 0, 1, 1), Box("b", 0, 0, 1, 1), Box("c", 0, 0, 1, 1)
    moved = Box("b", 5, 0, 1, 1)
    for before, after in (((a, b), (a, moved)), ((a, b), (b,)), ((a, b), (c, b, a)), ((), (a,)), ((a,), ())):
        one, other = figure(9, 9, *before), figure(9, 9, *after)
        assert changed(one, other) == as_data(other)["shapes"]
    assert patch(figure(9, 9, a), figure(9, 9, a)) == {"set": []}
    assert patch(figure(9, 9, a), figure(9, 8, a)) is None


def test_every_ink_a_painter_asks_for_is_named() -> None:
    split = Tile(
        "s", TILE.rings, TILE.centre, 3.0, "party:Lab", Pattern.SPLIT, parts=("party:Con", "party:LD"), letter="X"
    )
    shown = figure(1, 1, TILE, split, Box("b", 0, 0, 1, 1, "a", "e"), ground="g")
    inks = {"party:Lab", "on:Lab", "party:Con", "on:Con", "party:LD", "on:LD", "a", "e", "g"}
    assert inks_of(shown) == inks


def test_a_glow_is_part_of_the_ground() -> None:
    glowing = replace(figure(9, 9, ground="ink"), glow=Glow(1.0, 2.5, 3, 4))
    assert as_data(glowing)["glow"] == {"x": 1, "y": 2.5, "across": 3, "down": 4, "ink": "glow"}
    assert inks_of(glowing) == {"ink", "glow"}
    assert patch(figure(9, 9, ground="ink"), glowing) is None, "no change of shapes says it"
    floating = replace(glowing, ground="")
    assert "glow" not in as_data(floating)
    assert inks_of(floating) == frozenset()
