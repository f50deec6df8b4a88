"""The window of charts beside a desk, by keyboard, while the night goes on."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from operators import KEYS, MODIFIERS, NONE, Operator, Sit
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from resultsdesk.app.chart_windows import ChartWindows
from resultsdesk.figures.plots.asked import ChartName
from resultsdesk.settings import Settings
from resultsdesk.windows.charts.charts_window import ChartsWindow
from resultsdesk.windows.charts.offers import OFFERS


@dataclass
class Reader:
    """One person at a desk with the charts open beside it. `kept` are the folders to be remembered."""

    operator: Operator
    charts: ChartWindows
    kept: list[str] = field(default_factory=list)

    @property
    def window(self) -> ChartsWindow:
        """Return the open window."""
        assert self.charts.window is not None
        return self.charts.window

    def press(self, keys: str) -> None:
        """Press a key such as `Alt 3` in the window of charts."""
        self.window.activateWindow()
        QApplication.processEvents()
        *held, key = keys.split()
        modifiers = NONE
        for one in held:
            modifiers |= MODIFIERS[one]
        at = self.window.focusWidget() or self.window
        QTest.keyClick(at, KEYS[key] if key in KEYS else getattr(Qt.Key, f"Key_{key}"), modifiers)
        QApplication.processEvents()

    def headline(self) -> str:
        """Return what the chart comes to."""
        return self.window.headline.text()

    def walk(self) -> str:
        """Go to the chart, take one step, and return what is said there."""
        self.press("F6")
        self.press("Right")
        return self.window.words.text()


@pytest.fixture
def reader(sit: Sit) -> Iterator[Reader]:
    """Somebody with the charts of the made-up town open."""
    operator = sit("town")
    kept: list[str] = []
    charts = ChartWindows(operator.window, Settings(), kept.append)
    operator.press("Ctrl Shift C")
    one = Reader(operator, charts, kept)
    yield one
    charts.close()


def declare(operator: Operator, name: str, *votes: int) -> None:
    operator.settle()
    operator.find(name)
    operator.key(*votes)
    operator.declare()


def settled(reader: Reader, qtbot: QtBot) -> None:
    """Wait until the charts have followed."""
    qtbot.waitUntil(lambda: not reader.window._timer.isActive(), timeout=20_000)


def test_a_key_at_the_desk_opens_it_once(reader: Reader) -> None:
    first = reader.window
    assert first.isVisible()
    assert reader.headline() == "No results yet"
    reader.operator.settle()
    reader.operator.press("Ctrl Shift C")
    assert reader.window is first


@pytest.mark.parametrize("place", range(1, 8))
def test_every_chart_has_its_key(reader: Reader, place: int) -> None:
    reader.press(f"Alt {place}")
    assert reader.window.choosing.asked.chart is list(ChartName)[place - 1]
    checked = [name for name, tab in reader.window.choosing.tabs.items() if tab.isChecked()]
    assert checked == [list(ChartName)[place - 1]]


def test_no_two_commands_share_a_key() -> None:
    keys = [one.keys for one in OFFERS]
    assert len(keys) == len(set(keys))


def test_it_follows_the_night_after_the_desk(reader: Reader, qtbot: QtBot) -> None:
    shown = reader.window.plot
    declare(reader.operator, "alpha", 900, 700, 200)
    assert reader.window.plot is shown, "not on the way of the declaration"
    settled(reader, qtbot)
    assert reader.headline() == "4 seats for Labour"
    assert "1 of 4 declared" in reader.window.notes.text()


def test_while_it_is_hidden_it_does_nothing_and_then_catches_up(reader: Reader, qtbot: QtBot) -> None:
    reader.window.hide()
    declare(reader.operator, "alpha", 900, 700, 200)
    assert not reader.window._timer.isActive()
    assert reader.headline() == "No results yet"
    reader.window.show()
    assert reader.headline() == "4 seats for Labour"


def test_walking_tells_and_enter_opens_at_the_desk(reader: Reader, qtbot: QtBot) -> None:
    declare(reader.operator, "alpha", 900, 700, 200)
    declare(reader.operator, "beta", 900, 100, 300, 10)
    settled(reader, qtbot)
    assert "ward: " in reader.walk()
    assert reader.window._tip.isVisible()
    said = reader.window.words.text().split(" ward")[0]
    reader.press("Enter")
    assert reader.operator.standing.contest.name == f"{said} ward"


def test_the_pointer_tells_too(reader: Reader, qtbot: QtBot) -> None:
    declare(reader.operator, "alpha", 900, 700, 200)
    settled(reader, qtbot)
    reader.press("Alt 6")
    place = reader.window.view.place_of("alpha")
    assert place is not None
    qtbot.mouseMove(reader.window.view.viewport(), place.center())
    assert reader.window.words.text() == "Alpha ward: majority 200, 11.1% of the votes"
    qtbot.mouseMove(reader.window.view.viewport(), QPoint(2, 2))
    assert not reader.window._tip.isVisible()


def test_the_party_the_scope_and_the_baseline_are_chosen_from_the_keys(reader: Reader, qtbot: QtBot) -> None:
    declare(reader.operator, "alpha", 900, 700, 200)
    settled(reader, qtbot)
    reader.press("Alt 3")
    assert reader.headline() == "Labour up in 0 of 1 ward"
    reader.press("Alt P")
    reader.press("Down")
    assert reader.window.choosing.asked.party == "Con"
    assert reader.headline() == "Conservative up in 0 of 1 ward"
    reader.press("Alt S")
    reader.press("Down")
    assert reader.window.choosing.scope.currentText() != "Town"
    reader.press("Alt 7")
    assert reader.headline() == "No seat has changed hands"
    assert "Against 2012" in reader.window.notes.text()
    reader.press("Alt B")
    assert "Against the holder now" in reader.window.notes.text()


def test_the_wrong_keys_of_a_chart_do_nothing(reader: Reader) -> None:
    asked = reader.window.choosing.asked
    reader.press("Alt B")
    assert reader.window.choosing.asked == asked


@pytest.mark.parametrize(("suffix", "starts"), [("png", b"\x89PNG"), ("svg", b"<?xml")])
def test_a_picture_is_saved_where_it_is_asked_for_and_the_folder_remembered(
    reader: Reader, tmp_path: Path, suffix: str, starts: bytes
) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    dialog = reader.window.ask_where()
    dialog.fileSelected.emit(str(folder / f"chart.{suffix}"))
    dialog.reject()
    assert (folder / f"chart.{suffix}").read_bytes().startswith(starts)
    assert reader.kept == [str(folder)]
    assert reader.window.words.text() == f"Saved as chart.{suffix}"


def test_the_dialog_offers_a_name_and_both_kinds(reader: Reader) -> None:
    reader.press("Ctrl S")
    (dialog,) = [one for one in reader.window.findChildren(QDialog) if one.isVisible()]
    assert [Path(one).name for one in dialog.selectedFiles()] == ["town-2016-seats.png"]
    assert [one.partition(" ")[0] for one in dialog.nameFilters()] == ["PNG", "SVG"]
    dialog.reject()


def test_a_folder_that_takes_nothing_is_told_of(reader: Reader, tmp_path: Path) -> None:
    reader.window.save(tmp_path / "missing" / "chart.png")
    assert reader.window.words.text().startswith("chart.png cannot be written: No such file")
    assert reader.kept == []


def test_a_rehearsal_says_so_on_the_window_the_chart_and_the_picture(sit: Sit, tmp_path: Path) -> None:
    charts = ChartWindows(sit("rehearsal").window, Settings(), lambda _: None)
    window = charts.show()
    assert "REHEARSAL" in window.windowTitle()
    assert window.rehearsal.isVisible()
    QApplication.processEvents()
    covered = window.view.grab().toImage()
    window.view._over = None
    assert covered != window.view.grab().toImage()
    dialog = window.ask_where()
    assert Path(dialog.selectedFiles()[0]).name == "REHEARSAL-uk-2024-seats.png"
    dialog.reject()
    window.save(tmp_path / "chart.png")
    assert QImage(str(tmp_path / "chart.png")).width() == 1920
    charts.close()


def test_a_live_night_is_not_called_a_rehearsal(reader: Reader) -> None:
    assert "REHEARSAL" not in reader.window.windowTitle()
    assert not reader.window.rehearsal.isVisible()
    assert reader.window.view._over is None


def test_it_can_be_closed_and_opened_again(reader: Reader, qtbot: QtBot) -> None:
    reader.window.close()
    assert reader.charts.window is None
    declare(reader.operator, "alpha", 900, 700, 200)
    assert reader.charts.show().headline.text() == "4 seats for Labour"


def test_the_smallest_window_shows_a_chart(reader: Reader, qtbot: QtBot) -> None:
    reader.window.resize(900, 560)
    declare(reader.operator, "alpha", 900, 700, 200)
    settled(reader, qtbot)
    for place in range(1, 8):
        reader.press(f"Alt {place}")
        assert reader.window.view.height() > 220
