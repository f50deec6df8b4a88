"""What is on the screen is what the window would paint anew: nothing is left over from what stood there before."""

import numpy
import pytest
from numpy.typing import NDArray
from operators import Operator, Sit
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from resultsdesk.desk.player import Player
from resultsdesk.desk.rehearsal import RehearsalClock

NOTICED = 24  # of 255, in one of the colours


def dots(picture: QPixmap) -> NDArray[numpy.int16]:
    image = picture.toImage().convertToFormat(QImage.Format.Format_RGBX8888)
    return (
        numpy.frombuffer(image.constBits(), numpy.uint8).reshape(image.height(), image.width(), 4).astype(numpy.int16)
    )


def left_over(window: QWidget) -> list[int]:
    """Return the lines of a window on which something else is seen than would be painted anew."""
    seen = dots(window.screen().grabWindow(window.winId()))
    differs = numpy.abs(seen - dots(window.grab())).max(axis=2) > NOTICED
    lines: list[int] = numpy.flatnonzero(differs.any(axis=1)).tolist()
    return lines


@pytest.fixture
def half(sit: Sit) -> Operator:
    """A desk at a rehearsal of 2024 in which the first forty are declared, its window as small as it may be."""
    one = sit("rehearsal")
    clock = one.desk.clock
    assert isinstance(clock, RehearsalClock)
    player = Player(one.desk, clock, one.file.results())
    for _ in range(40):
        player.step()
    one.window.showNormal()
    one.window.resize(1280, 720)
    one.settle()
    return one


def test_nothing_is_left_over_when_rows_grow_and_shrink(half: Operator) -> None:
    """Contests with few and many candidacies, with banners and boxes for a reason coming and going above them."""
    QApplication.setCursorFlashTime(0)
    declared = [one.contest.name for one in half.desk.night.contests.values() if one.decided]
    assert len(declared) == 40
    for place, name in enumerate(declared):
        half.find(name)
        if place % 3 == 1:
            half.type("12")  # a banner: it is declared already
        if place % 3 == 2:
            half.press("Ctrl E")
            half.type("misheard")
        for _ in range(5):  # a layout asks for another, which asks for a bar to scroll by
            half.settle()
        assert left_over(half.window) == [], name
