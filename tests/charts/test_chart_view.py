"""A chart by mouse and by keyboard."""

from collections.abc import Callable

import pytest
from built_in import built_in
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from resultsdesk.charts.chart_view import ChartView
from resultsdesk.figures.plots.asked import Asked, ChartName
from resultsdesk.figures.plots.draw import plot
from resultsdesk.figures.plots.plot import Plot
from resultsdesk.night.briefing import ContestId
from resultsdesk.painters.theme import theme
from resultsdesk.psephology.baseline import Measure

Show = Callable[..., ChartView]


def drawn(chart: ChartName, id: str = "uk-2024", until: str | None = "04:47") -> Plot:
    night = built_in(id, until)
    return plot(night, Asked(chart, night.main_scope, Measure.LAST))


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def open_on(chart: ChartName, id: str = "uk-2024", until: str | None = "04:47") -> ChartView:
        view = ChartView(theme("dark", built_in(id, until).briefing.parties))
        view.resize(1000, 560)
        qtbot.addWidget(view)
        with qtbot.waitExposed(view):
            view.show()
        view.show_plot(drawn(chart, id, until))
        QApplication.processEvents()
        view.setFocus()
        return view

    return open_on


def contest(name: str) -> ContestId:
    return next(one.id for one in built_in("uk-2024").briefing.contests.values() if one.name == name)


def middle(view: ChartView, name: str) -> QPoint:
    place = view.place_of(contest(name))
    assert place is not None
    return place.center()


def named(heard: list[str]) -> list[str]:
    contests = built_in("uk-2024").contests
    return [contests[ContestId(one)].contest.name if one else "" for one in heard]


@pytest.mark.parametrize("chart", [ChartName.CHANGE, ChartName.TURNOUT, ChartName.SWING, ChartName.MAJORITIES])
def test_a_click_opens_the_contest_under_it(qtbot: QtBot, show: Show, chart: ChartName) -> None:
    view = show(chart)
    with qtbot.waitSignal(view.contest_chosen, timeout=1000) as chosen:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, "Bristol Central"))
    assert named(chosen.args) == ["Bristol Central"]


def test_the_pointer_tells_what_it_is_over_and_when_it_leaves(qtbot: QtBot, show: Show) -> None:
    view = show(ChartName.CHANGE)
    heard: list[str] = []
    view.contest_hovered.connect(heard.append)
    qtbot.mouseMove(view.viewport(), middle(view, "Knowsley"))
    qtbot.mouseMove(view.viewport(), middle(view, "Knowsley") + QPoint(1, 1))
    qtbot.mouseMove(view.viewport(), QPoint(3, 3))
    assert named(heard) == ["Knowsley", ""]


def test_on_a_clock_the_nearest_declaration_is_meant_wherever_the_pointer_is(qtbot: QtBot, show: Show) -> None:
    view = show(ChartName.SEATS)
    heard: list[str] = []
    view.contest_hovered.connect(heard.append)
    at = middle(view, "Houghton and Sunderland South")
    qtbot.mouseMove(view.viewport(), QPoint(at.x(), 100))
    assert named(heard) == ["Houghton and Sunderland South"]


def test_a_strand_of_the_flow_is_a_seat(qtbot: QtBot, show: Show) -> None:
    view = show(ChartName.FLOW, until="02:00")  # few enough to be pixels apart
    heard: list[str] = []
    view.contest_hovered.connect(heard.append)
    for name in ("Swindon South", "Blyth and Ashington"):
        qtbot.mouseMove(view.viewport(), middle(view, name) + QPoint(3, 0))
    assert named(heard) == ["Swindon South", "Blyth and Ashington"]


@pytest.mark.parametrize("chart", list(ChartName))
def test_arrows_reach_every_contest_and_enter_opens(qtbot: QtBot, show: Show, chart: ChartName) -> None:
    view = show(chart, until="02:00")
    found = view.plot
    assert found is not None
    heard: list[str] = []
    view.contest_hovered.connect(heard.append)
    for _ in range(2 * len(found.spots) + 2):
        qtbot.keyClick(view, Qt.Key.Key_Left)
    heard.clear()
    for _ in range(len(found.spots)):
        qtbot.keyClick(view, Qt.Key.Key_Right)
    first = {one.contest for one in found.spots} - set(heard)
    assert len(first) <= 1, "all but the one it began at"
    with qtbot.waitSignal(view.contest_chosen, timeout=1000) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == [heard[-1]]


def test_up_goes_to_the_next_higher(qtbot: QtBot, show: Show) -> None:
    view = show(ChartName.CHANGE)
    found = view.plot
    assert found is not None
    qtbot.keyClick(view, Qt.Key.Key_Up)
    before = view._cursor
    qtbot.keyClick(view, Qt.Key.Key_Up)
    after = view._cursor
    assert before is not None
    assert after is not None
    assert found.spots[after].y >= found.spots[before].y
    between = [one for one in found.spots if found.spots[before].y < one.y < found.spots[after].y]
    assert not between


def test_without_a_walk_enter_opens_nothing(qtbot: QtBot, show: Show) -> None:
    view = show(ChartName.CHANGE)
    with qtbot.assertNotEmitted(view.contest_chosen):
        qtbot.keyClick(view, Qt.Key.Key_Return)


def test_keys_zoom_and_fit_and_never_leave_the_chart(qtbot: QtBot, show: Show) -> None:
    view = show(ChartName.CHANGE)
    whole = view._seen()
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view._seen().width() < whole.width() / 2
    for _ in range(30):
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert view._seen().right() == pytest.approx(whole.right())
    for _ in range(40):
        qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view._seen().width() > whole.width() / 60
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert view._seen().width() == pytest.approx(whole.width())


def test_a_walk_brings_what_it_comes_to_into_view(qtbot: QtBot, show: Show) -> None:
    view = show(ChartName.CHANGE)
    for _ in range(6):
        qtbot.keyClick(view, Qt.Key.Key_Plus)
    for _ in range(300):
        qtbot.keyClick(view, Qt.Key.Key_Right)
    place = view.cursor_place()
    assert place is not None
    assert view.rect().contains(place.center())


def test_the_same_chart_later_is_looked_at_as_before(qtbot: QtBot, show: Show) -> None:
    view = show(ChartName.CHANGE)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    seen, walked = view._seen(), view._contest_at(view._cursor)
    view.show_plot(drawn(ChartName.CHANGE, until=None), stay=True)
    assert view._seen() == seen
    assert view._contest_at(view._cursor) == walked
    view.show_plot(drawn(ChartName.MAJORITIES, until=None))
    assert view._fitted


@pytest.mark.parametrize("chart", list(ChartName))
def test_an_empty_chart_takes_every_key(qtbot: QtBot, show: Show, chart: ChartName) -> None:
    view = show(chart, until="22:00")
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0, Qt.Key.Key_Return):
        qtbot.keyClick(view, key)
    qtbot.mouseMove(view.viewport(), QPoint(400, 300))
    assert view.place_of("nowhere") is None
    assert view.cursor_place() is None


def test_it_says_what_it_shows_to_those_who_cannot_see_it(show: Show) -> None:
    view = show(ChartName.SEATS)
    assert view.accessibleName() == "Chart"
    assert view.accessibleDescription().startswith("170 seats for Labour. 228 of 650 declared at 04:47")
