"""The map by mouse and by keyboard, and what of it is painted again."""

from collections.abc import Collection

import pytest
from built_in import built_in, told
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from resultsdesk.charts.map_view import MapView
from resultsdesk.figures.finding import Way
from resultsdesk.figures.seat_map import seat_map, seat_map_after
from resultsdesk.figures.shapes import Figure, ShapeId
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.entries import Kind
from resultsdesk.painters.paint import painting
from resultsdesk.painters.theme import Theme, theme


class Drawing:
    """Paints as the program does, and remembers which tiles it was asked for; None is all of them."""

    def __init__(self, look: Theme) -> None:
        self._paint = painting(look)
        self.asked: list[set[ShapeId] | None] = []

    def __call__(self, painter: QPainter, figure: Figure, target: QRectF, only: Collection[ShapeId] | None) -> None:
        self.asked.append(None if only is None else set(only))
        self._paint(painter, figure, target, only)


@pytest.fixture
def drawing(qapp: QApplication) -> Drawing:
    return Drawing(theme("dark", built_in("midlands-2016").briefing.parties))


@pytest.fixture
def view(qtbot: QtBot, drawing: Drawing) -> MapView:
    view = MapView(drawing, "#141A29")
    view.resize(640, 480)
    view.show_figure(seat_map(built_in("midlands-2016", "22:00")))
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    view.setFocus()
    qtbot.wait_until(lambda: bool(drawing.asked))
    return view


def ward(name: str) -> ContestId:
    return next(one.id for one in built_in("midlands-2016").briefing.contests.values() if one.name == name)


def middle(view: MapView, name: str) -> QPoint:
    place = view.place_of(ward(name))
    assert place is not None
    return place.center()


def width_of(view: MapView, name: str) -> int:
    place = view.place_of(ward(name))
    assert place is not None
    return place.width()


def test_a_click_chooses_the_contest_under_it(qtbot: QtBot, view: MapView) -> None:
    with qtbot.waitSignal(view.contest_chosen, timeout=1000) as chosen:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, "Weoley"))
    assert chosen.args == [ward("Weoley")]


def test_a_click_beside_the_map_chooses_nothing(qtbot: QtBot, view: MapView) -> None:
    with qtbot.assertNotEmitted(view.contest_chosen):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))


def test_the_pointer_tells_what_it_is_over_and_when_it_leaves(qtbot: QtBot, view: MapView) -> None:
    heard: list[str] = []
    view.contest_hovered.connect(heard.append)
    qtbot.mouseMove(view.viewport(), middle(view, "Weoley"))
    qtbot.mouseMove(view.viewport(), middle(view, "Weoley") + QPoint(1, 1))
    qtbot.mouseMove(view.viewport(), middle(view, "Tyburn"))
    qtbot.mouseMove(view.viewport(), QPoint(3, 3))
    assert heard == [ward("Weoley"), ward("Tyburn"), ""]


def test_arrows_walk_and_enter_chooses(qtbot: QtBot, view: MapView) -> None:
    heard: list[str] = []
    view.contest_hovered.connect(heard.append)
    view.choose(ward("Weoley"))
    qtbot.keyClick(view, Qt.Key.Key_Right)  # the first press goes to the contest that is open
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert heard[0] == heard[2] == ward("Weoley")
    assert heard[1] != ward("Weoley")
    with qtbot.waitSignal(view.contest_chosen, timeout=1000) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == [ward("Weoley")]
    assert view.accessibleDescription() == "Weoley"


def test_without_a_walk_enter_chooses_nothing(qtbot: QtBot, view: MapView) -> None:
    with qtbot.assertNotEmitted(view.contest_chosen):
        qtbot.keyClick(view, Qt.Key.Key_Return)


def test_every_tile_can_be_walked_to(qtbot: QtBot, view: MapView) -> None:
    grid = view._item.grid

    start = ward("Weoley")
    reached, edge = {start}, [start]
    while edge:
        here = edge.pop()
        for way in Way:
            there = grid.next_to(here, way)
            if there is not None and there not in reached:
                reached.add(ContestId(there))
                edge.append(ContestId(there))
    assert reached == set(built_in("midlands-2016").contests)


def test_keys_zoom_and_fit(qtbot: QtBot, view: MapView) -> None:
    fitted = width_of(view, "Weoley")
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert width_of(view, "Weoley") > 1.6 * fitted
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert width_of(view, "Weoley") < 1.6 * fitted
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert width_of(view, "Weoley") == pytest.approx(fitted, abs=1)


def test_there_is_an_end_to_zooming(qtbot: QtBot, view: MapView) -> None:
    for _ in range(40):
        qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert 60 < width_of(view, "Weoley") < 400
    for _ in range(60):
        qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert width_of(view, "Weoley") > 5


def test_control_and_arrows_pan_and_the_map_is_never_lost(qtbot: QtBot, view: MapView) -> None:
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Plus)
    before = middle(view, "Weoley").x()
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert middle(view, "Weoley").x() < before
    for _ in range(50):
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    rightmost = max(box[2] for box in view._item.grid.boxes.values())
    assert view._seen().left() < rightmost


def test_walking_off_the_view_brings_the_tile_into_it(qtbot: QtBot, view: MapView) -> None:
    for _ in range(8):
        qtbot.keyClick(view, Qt.Key.Key_Plus)
    heard: list[str] = []
    view.contest_hovered.connect(heard.append)
    for _ in range(30):
        qtbot.keyClick(view, Qt.Key.Key_Left)
    place = view.place_of(heard[-1])
    assert place is not None
    assert view.rect().contains(place.center())


def test_the_wheel_zooms_about_the_pointer(qtbot: QtBot, view: MapView) -> None:
    at, before = middle(view, "Weoley"), width_of(view, "Weoley")
    position = QPointF(at)
    wheel = QWheelEvent(
        position,
        QPointF(view.viewport().mapToGlobal(at)),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), wheel)
    assert width_of(view, "Weoley") > before
    assert (middle(view, "Weoley") - at).manhattanLength() <= 3


def test_a_map_that_fits_goes_on_fitting_and_one_looked_into_does_not(qtbot: QtBot, view: MapView) -> None:
    before = width_of(view, "Weoley")
    view.resize(1280, 960)
    qtbot.wait_until(lambda: width_of(view, "Weoley") > 1.8 * before)
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    closer = width_of(view, "Weoley")
    view.resize(1000, 960)
    qtbot.wait_until(lambda: view._box.width() == 1000)
    assert width_of(view, "Weoley") == pytest.approx(closer, rel=0.3)


def test_only_what_changed_is_painted_again(qtbot: QtBot, view: MapView, drawing: Drawing) -> None:
    night = built_in("midlands-2016", "22:00")
    after = told(night, "Weoley", Kind.RECOUNT)
    figure = seat_map_after(view._item.figure, after, [ward("Weoley")])
    QApplication.processEvents()
    drawing.asked.clear()
    view.change_figure(figure, [ward("Weoley")])
    qtbot.wait_until(lambda: bool(drawing.asked))
    assert None not in drawing.asked
    painted = set().union(*(one for one in drawing.asked if one is not None))
    tiles = painted & set(night.contests)
    assert ward("Weoley") in tiles
    assert len(tiles) <= 7, "the tile, and the corners of its neighbours"


def test_the_chosen_ring_moves_without_painting_the_map_again(qtbot: QtBot, view: MapView, drawing: Drawing) -> None:
    one, other = ward("Weoley"), max(view._item.grid.boxes, key=lambda tile: view._item.grid.boxes[tile][0])
    view.choose(one)
    QApplication.processEvents()
    drawing.asked.clear()
    view.choose(other)
    qtbot.wait_until(lambda: bool(drawing.asked))
    tiles = drawing.asked[0]  # after it come the rings
    assert tiles is not None
    tiles &= set(built_in("midlands-2016").contests)
    assert {one, other} <= tiles
    assert len(tiles) <= 14, "two tiles at the two ends of the map, and their neighbours"


def test_what_is_painted_in_part_is_what_is_painted_whole(qtbot: QtBot, view: MapView) -> None:
    night = told(built_in("midlands-2016", "22:00"), "Weoley", Kind.RECOUNT)
    view.change_figure(seat_map_after(view._item.figure, night, [ward("Weoley")]), [ward("Weoley")])
    QApplication.processEvents()
    in_part = view.grab().toImage()
    view.show_figure(seat_map(night))
    QApplication.processEvents()
    assert in_part == view.grab().toImage()


def test_a_frame_that_follows_a_move_paints_by_the_new_view_not_the_old(
    qtbot: QtBot, view: MapView, drawing: Drawing
) -> None:
    view.zoom(3.0)
    view.grab()
    drawing.asked.clear()
    view.fit()
    view.grab()
    assert drawing.asked
    everything = set(view._item.grid.boxes)
    assert drawing.asked[0] is None or drawing.asked[0] >= everything


def test_a_map_of_another_size_is_fitted_again_and_the_same_is_left_where_it_was(qtbot: QtBot, view: MapView) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    closer = width_of(view, "Weoley")
    view.show_figure(seat_map(built_in("midlands-2016")))
    assert width_of(view, "Weoley") == closer
    view.show_figure(seat_map(built_in("uk-2024", "23:50")))
    assert view._fitted


def test_it_has_a_name_for_those_who_cannot_see_it(view: MapView) -> None:
    assert view.accessibleName() == "Seat map"


@pytest.mark.usefixtures("qapp")
def test_an_empty_map_takes_every_key(qtbot: QtBot, drawing: Drawing) -> None:
    view = MapView(drawing, "#141A29")
    qtbot.addWidget(view)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0, Qt.Key.Key_Return):
        qtbot.keyClick(view, key)
    assert view.place_of("nowhere") is None
