"""A programme run from the panel, by keyboard alone."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from producers import Producer
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QDialog, QWidget
from pytestqt.qtbot import QtBot
from stations import MAP, TITLE, result

from resultsdesk.air.programme import Way
from resultsdesk.figures.scenes.request import SceneName, SceneRequest
from resultsdesk.windows.commands import OFFERS as DESK_OFFERS
from resultsdesk.windows.producer.offers import OFFERS

Produce = Callable[..., Producer]


def test_called_up_looked_at_and_taken(producer: Produce) -> None:
    one = producer()
    one.declare("alpha", 900, 700, 200)
    one.call("1 alp")
    assert one.shown() == ("Preview: Result: Alpha ward", "Program: nothing")
    assert one.on() is None
    one.press("F9")
    assert one.shown() == ("Preview: nothing", "Program: Result: Alpha ward")
    assert one.on().scene == result("alpha")
    assert "Result: Alpha ward" in one.panel.tabs.tabs["presenter"].text()
    one.press("F9")
    assert one.told() == "Nothing is in preview. Call a scene up first."
    assert one.on().scene == result("alpha")


def test_a_cut_is_taken_as_one(producer: Produce) -> None:
    one = producer()
    one.call("14")
    one.press("Shift F9")
    assert (one.on().scene, one.on().way) == (TITLE, Way.CUT)


def test_what_is_on_air_is_followed_and_marked(producer: Produce) -> None:
    one = producer()
    one.declare("alpha", 900, 700, 200)
    one.call("1 alp")
    one.press("F9")
    before = one.panel.program.view.figure
    one.declare("alpha", 900, 710, 200)
    assert one.shown()[1] == "Program: Result: Alpha ward, CORRECTED"
    assert one.panel.program.view.figure != before
    assert any("CORRECTED" in said for said in texts(one.panel.program.view.figure))


def test_what_was_aired_wrong_is_asked_about_until_it_is_put_right(producer: Produce) -> None:
    one = producer()
    one.declare("alpha", 900, 1796, 200)
    one.call("1 alp")
    one.press("F9")
    one.press("F12")
    one.declare("alpha", 900, 1976, 200)
    assert one.panel.wrong.isVisible()
    assert "A Candidate2 aired as 1,796, now 1,976, on presenter" in one.panel.wrong.words.text()
    one.press("Ctrl A")
    assert one.station.output.preview == result("alpha")
    one.press("F9")
    assert not one.panel.wrong.isVisible()
    assert one.shown()[1] == "Program: Result: Alpha ward, CORRECTED"


def test_what_was_aired_wrong_can_be_left(producer: Produce) -> None:
    one = producer()
    one.declare("alpha", 900, 1796, 200)
    one.call("1 alp")
    one.press("F9")
    one.press("F12")
    one.declare("alpha", 900, 1976, 200)
    one.press("Ctrl D")
    assert not one.panel.wrong.isVisible()
    one.declare("alpha", 900, 1977, 200)
    assert one.panel.wrong.isVisible(), "another wrong figure is another question"


def test_the_rundown_is_built_and_changed_by_its_keys(producer: Produce) -> None:
    one = producer()
    for said in ("14", "3", "1 bet"):
        one.call(said, "Ctrl Enter")
    assert one.rundown() == [
        "1, Title, 12 seconds",
        "2, Map, 12 seconds",
        "3, Result: Beta ward, 12 seconds",
    ]
    one.press("F6")
    one.press("Alt Down")
    one.press("Minus")
    one.press("Minus")
    assert one.rundown()[:2] == ["1, Map, 12 seconds", "2, Title, 10 seconds"]
    one.press("Enter")
    assert one.rundown()[1] == "2, Title, 10 seconds, in preview"
    one.press("F9")
    assert one.rundown()[1:] == ["2, Title, 10 seconds, on air", "3, Result: Beta ward, 12 seconds, in preview"]
    one.press("F10")
    assert one.on().scene == result("beta")
    one.press("F6")
    one.press("Delete")
    assert len(one.rundown()) == 2


def test_what_is_in_preview_is_added(producer: Produce) -> None:
    one = producer()
    one.call("3")
    one.press("F6")
    one.press("Ctrl Enter")
    assert one.rundown() == ["1, Map, 12 seconds"]


def test_a_run_goes_on_by_itself_and_is_held(producer: Produce, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    one = producer()
    for said in ("14", "3"):
        one.call(said, "Ctrl Enter")
    one.press("F11")
    assert one.on().scene == TITLE
    assert one.panel.buttons.buttons["run"].text().startswith("Stop")
    assert "locked" in one.panel.tabs.tabs["presenter"].text()
    assert one.panel.program.time.text() in ("12 s left", "11 s left")
    monkeypatch.setattr(one.station, "_wall", lambda: datetime.now(UTC) + timedelta(seconds=13))
    qtbot.waitUntil(lambda: one.on().scene == MAP)
    one.press("F8")
    assert one.station.output.run.held
    assert one.panel.program.time.text() == "held"
    one.press("F11")
    assert one.station.output.run is None
    assert not one.panel.program.time.isVisible()


def test_declarations_that_interrupt_are_chosen(producer: Produce) -> None:
    one = producer()
    row = one.panel.interrupts
    one.press("Ctrl I")
    one.press("Down")
    row.scope.activated.emit(row.scope.currentIndex())
    assert [rule.seconds for rule in one.station.programme.interrupts] == [12]
    one.press("Ctrl I")
    one.press("Up")
    row.scope.activated.emit(row.scope.currentIndex())
    assert one.station.programme.interrupts == ()


@pytest.mark.parametrize("where", ["panel", "desk", "presenter"])
def test_one_key_clears_everything_from_wherever_the_hands_are(producer: Produce, where: str) -> None:
    one = producer()
    one.press("F4")
    one.station.air(MAP)
    one.station.air(TITLE, "browser")
    windows = {"panel": one.panel, "desk": one.session.window, "presenter": one.presenter}
    one.press("F12", windows[where])
    assert one.station.programme.on_air == {}
    assert one.presenter.stage.figure is None


def test_the_desks_top_line_says_what_is_on_air(producer: Produce) -> None:
    one = producer()
    line = one.session.window.top
    assert "Nothing on air" in line.accessibleName()
    one.declare("alpha", 900, 700, 200)
    one.session.window.open_contest("alpha")
    one.press("Ctrl P", one.session.window)
    one.press("F9", one.session.window)
    assert one.on().scene == result("alpha")
    assert "On air, presenter: Alpha ward" in line.accessibleName()
    one.declare("alpha", 901, 700, 200)
    assert "On air, presenter: Alpha ward CORRECTED" in line.accessibleName()


def test_two_people_do_not_fight_over_one_screen(producer: Produce, qtbot: QtBot) -> None:
    one, two = producer(desk="Desk 1"), producer(desk="Desk 2")
    one.press("F7")
    one.station.air(MAP)
    qtbot.waitUntil(lambda: "locked by Desk 1" in two.panel.tabs.tabs["presenter"].text())
    qtbot.waitUntil(lambda: two.shown()[1] == "Program: Map")  # what one takes the other sees
    two.press("Shift F12")
    assert two.told() == "Desk 1 has locked presenter. Shift F7 breaks the lock."
    assert not two.panel.buttons.buttons["take"].isEnabled()
    two.press("F12")
    assert two.told() == "Presenter stays: somebody else has locked it. Shift F7 breaks the lock."
    button = two.panel.buttons.buttons["lock"]
    assert (button.text(), button.isEnabled()) == ("Break lock  Shift F7", True)
    button.click()
    assert two.told() == "", "what stood against the last act says nothing of this one"
    assert button.text() == "Lock  F7"
    two.press("F12")
    qtbot.waitUntil(lambda: one.on() is None, timeout=1000)


def test_outputs_are_chosen_by_their_numbers(producer: Produce) -> None:
    one = producer()
    one.press("Alt 2")
    one.call("14")
    one.press("F9")
    assert (one.on("presenter"), one.on("browser").scene) == (None, TITLE)


def test_after_a_crash_everything_is_there(producer: Produce) -> None:
    one = producer()
    one.call("14", "Ctrl Enter")
    one.declare("alpha", 900, 700, 200)
    one.call("1 alp")
    one.press("F9")
    two = producer()  # the first has not closed
    assert two.shown() == one.shown() == ("Preview: nothing", "Program: Result: Alpha ward")
    assert two.rundown() == one.rundown() == ["1, Title, 12 seconds"]


def test_a_night_closed_in_peace_leaves_nothing_of_its_window_on_air(producer: Produce) -> None:
    one = producer()
    one.declare("alpha", 900, 700, 200)
    one.press("F4")
    one.station.air(result("alpha"))
    one.station.air(MAP, "browser")
    one.session.close()
    two = producer()
    assert two.shown()[0] == "Preview: Result: Alpha ward"
    assert (two.on("presenter"), two.on("browser").scene) == (None, MAP)
    ended = [line.until is not None for line in two.session.file.ledger.airings() if line.output == "presenter"]
    assert ended == [True]


def test_every_frame_of_a_rehearsal_says_so(producer: Produce) -> None:
    one = producer("rehearsal")
    one.press("F4")
    for place in range(1, 15):
        one.call(str(place))
        if one.station.output.preview is None:
            continue
        one.press("Shift F9")
        figures = (one.panel.program.view.figure, one.presenter.stage.figure)
        assert all(any("REHEARSAL" in said for said in texts(figure)) for figure in figures), place
    assert "REHEARSAL" in one.panel.windowTitle()
    assert "REHEARSAL" in one.presenter.windowTitle()


def test_every_control_has_a_name_and_no_two_commands_one_key(producer: Produce) -> None:
    one = producer()
    one.declare("alpha", 900, 1796, 200)
    one.station.air(result("alpha"))
    one.press("F12")
    one.declare("alpha", 900, 1976, 200)
    widgets = [w for w in one.panel.findChildren(QWidget) if w.focusPolicy() != Qt.FocusPolicy.NoFocus]
    inner = [area.viewport() for area in one.panel.findChildren(QAbstractScrollArea)]
    nameless = [w for w in widgets if w.isVisibleTo(one.panel) and w not in inner and not w.accessibleName()]
    assert nameless == []
    keys = Counter(offer.keys for offer in OFFERS)
    assert [key for key, times in keys.items() if times > 1] == []
    desks = {offer.keys for offer in DESK_OFFERS if offer.keys}
    new = {"F3", "F4", "F9", "F12", "Ctrl+P"}
    assert not desks & new


@pytest.mark.parametrize("keys", ["F1", "Ctrl Shift P"])
def test_help_and_palette(producer: Produce, keys: str) -> None:
    one = producer()
    one.press(keys)
    (dialog,) = (found for found in one.panel.findChildren(QDialog) if found.isVisible())
    dialog.close()


def test_it_fits_the_smallest_screen(producer: Produce) -> None:
    one = producer()
    one.declare("alpha", 900, 1796, 200)
    one.station.air(result("alpha"))
    one.press("F12")
    one.declare("alpha", 900, 1976, 200)
    one.panel.resize(1280, 720)
    one.settle()
    assert (one.panel.width(), one.panel.height()) == (1280, 720)
    assert one.panel.call.list.height() > 60, "there is room for the scenes that were meant"


def test_the_key_line_follows_the_hands(producer: Produce) -> None:
    one = producer()
    assert "Enter: preview, F9: take" in one.panel.keys.accessibleName()
    one.call("14", "Ctrl Enter")
    one.press("F6")
    assert "Alt ↑ ↓: move" in one.panel.keys.accessibleName()


def texts(figure: object) -> list[str]:
    """Return everything a figure says."""
    shapes = getattr(figure, "shapes", {})
    return ["".join(run.text for run in shape.spans) for shape in shapes.values() if hasattr(shape, "spans")]


def test_both_monitors_stay_alike_however_long_a_name_is(producer: Produce) -> None:
    one = producer()
    one.station.preview(SceneRequest(SceneName.CARD, words=("A very long headline & <more> " * 6,)))
    one.settle()
    assert one.panel.preview.width() == one.panel.program.width()
    assert one.panel.preview.words.shown().endswith("…")
    assert "headline & <more>" in one.panel.preview.words.text(), "as it stands, not as markup"


def test_the_rundown_says_how_long_it_takes_to_run_through(producer: Produce) -> None:
    one = producer()
    assert one.panel.through.text() == ""
    one.call("14", "Ctrl Enter")
    assert one.panel.through.text() == "1 scene · 12 s"
    for _ in range(4):
        one.station.add(MAP)
    assert one.panel.through.text() == "5 scenes · 1 min"
    one.press("F6")
    one.press("Plus")
    assert one.panel.through.text() == "5 scenes · 1 min 1 s"


@pytest.mark.parametrize("size", [(1024, 536), (960, 540)])
def test_on_a_small_screen_everything_is_there_and_whole(producer: Produce, size: tuple[int, int]) -> None:
    """1280 × 720 at 125 per cent, less a title bar; and the least the window can be."""
    one = producer()
    one.panel.setMinimumHeight(0)  # as `fit` lowers it on a screen that is lower
    one.panel.resize(*size)
    one.settle()
    assert (one.panel.width(), one.panel.height()) == size
    shown = [each for each in one.panel.findChildren(QWidget) if each.isVisibleTo(one.panel)]
    for each in shown:
        if each.parentWidget() is not None and not isinstance(each.parentWidget().parentWidget(), QAbstractScrollArea):
            assert each.parentWidget().rect().contains(each.geometry()), each
    assert one.panel.call.list.height() >= 2 * one.panel.call.list.sizeHintForRow(0)
    assert one.panel.program.view.height() >= 100
