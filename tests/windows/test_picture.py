"""A picture mended where it differs is the picture painted anew."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot
from town import TOWN

from resultsdesk.figures.lettering import span, text
from resultsdesk.figures.shapes import Align, Box, Figure, Glow, Rule, figure
from resultsdesk.painters.theme import theme
from resultsdesk.windows.picture import Picture, painted, repainted

SIZE = QSize(300, 40)


def line(seats: str, share: str, ground: str = "raised", edge: str = "") -> Figure:
    """A line with rounded, hatched and written parts that touch one another."""
    return figure(
        300.0,
        40.0,
        Box("ground", 0, 0, 300, 40, ground, radius=8),
        Box("swatch", 8, 12, 14, 14, "party:Lab", edge, 2.0, radius=3),
        text("name", 30, 0, 120, 40, span("Llafur", strong=True), role="headline", size=19),
        text("share", 150, 0, 70, 40, share, size=14, align=Align.RIGHT),
        text("seats", 215, 0, 70, 40, seats, role="figure", size=19, align=Align.RIGHT),
        Rule("under", 8, 38.5, 292, 38.5, "line"),
    )


@pytest.mark.parametrize("ground", ["", "panel"])
@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize(
    "after",
    [
        line("412", "33.7%"),
        line("412", "100.0%"),
        line("411", "33.7%", ground="warn-ground"),
        line("411", "33.7%", edge="accent"),
        figure(300.0, 40.0, *[one for one in line("411", "33.7%").shapes.values() if one.id != "share"]),
    ],
)
def test_what_differs_is_painted_as_if_all_were(qtbot: QtBot, after: Figure, ratio: float, ground: str) -> None:
    dark = theme("dark", TOWN.parties)
    before = line("411", "33.7%")
    mended = repainted((before, painted(before, dark, SIZE, ratio, ground)), after, dark, SIZE, ratio, ground).toImage()
    assert mended == painted(after, dark, SIZE, ratio, ground).toImage()


def test_the_ground_and_its_glow_are_there_again_under_what_has_gone(qtbot: QtBot) -> None:
    dark = theme("dark", TOWN.parties)
    before, after = (replace(line(seats, "33.7%"), ground="ink", glow=Glow(150, 0, 120, 60)) for seats in ("411", "12"))
    before, after = (
        replace(one, shapes={id: one.shapes[id] for id in ("name", "share", "seats")}) for one in (before, after)
    )
    mended = repainted((before, painted(before, dark, SIZE, 1.0)), after, dark, SIZE, 1.0).toImage()
    assert mended == painted(after, dark, SIZE, 1.0).toImage()
    dimmed = replace(after, glow=None)
    mended = repainted((after, painted(after, dark, SIZE, 1.0)), dimmed, dark, SIZE, 1.0).toImage()
    assert mended == painted(dimmed, dark, SIZE, 1.0).toImage()


def test_a_picture_said_before_is_kept_as_long_as_it_was_asked_for(qtbot: QtBot) -> None:
    picture = Picture(theme("dark", TOWN.parties), "panel", kept=2)
    one, other = line("1", "1.0%"), line("2", "2.0%")
    first = picture.of(one, SIZE, 1.0).cacheKey()
    picture.of(other, SIZE, 1.0)
    assert picture.of(line("1", "1.0%"), SIZE, 1.0).cacheKey() == first
    picture.of(line("3", "3.0%"), SIZE, 1.0)
    assert picture.of(other, SIZE, 1.0).cacheKey() != first
    assert picture.of(one, SIZE, 1.0).cacheKey() != first, "only two are kept"
