"""Writing the summary from the desk, by keyboard, with the real process beside it."""

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from night_files import BRIEFING, declared
from operators import put_up
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from resultsdesk.app.summary_window import own_command
from resultsdesk.painters.theme import theme
from resultsdesk.psephology.baseline import Measure
from resultsdesk.store.night_file import create_night
from resultsdesk.windows.dialogs.export_dialog import Export, ExportDialog

WAIT = 60_000
Ask = Callable[..., ExportDialog]
Command = Callable[[Path, Measure], Sequence[str]]


def saying(*lines: str, then: str = "pass") -> Command:
    """Return a command that stands for an export: it says these lines and does one thing more."""
    script = f"import sys\nfor one in {lines!r}: print(one, flush=True)\n{then}"
    return lambda *_: (sys.executable, "-c", script)


@pytest.fixture
def town(tmp_path: Path) -> Path:
    with create_night(tmp_path / "town.night", BRIEFING, "live") as night:
        night.journal.append(declared())
    return tmp_path / "town.night"


@pytest.fixture
def shown() -> list[str]:
    """The folders that were shown."""
    return []


@pytest.fixture
def ask(qtbot: QtBot, tmp_path: Path, shown: list[str]) -> Iterator[Ask]:
    asked: list[ExportDialog] = []

    def show(command: Command, mark: str = "") -> ExportDialog:
        export = Export(command, tmp_path / "out", lambda: "1 of 4 declared at 02:00", mark, Measure.LAST)
        dialog = ExportDialog(theme("dark", {}), export, show=shown.append)
        put_up(qtbot, dialog, dialog.folder)
        asked.append(dialog)
        return dialog

    yield show
    for dialog in asked:
        dialog.close()


def exporting(night: Path, *more: str) -> Command:
    def command(folder: Path, measure: Measure) -> Sequence[str]:
        words = ("export", str(night), str(folder), "--progress", "json", "--baseline", str(measure))
        return (*own_command(), *words, *more)

    return command


def test_enter_writes_what_is_offered_and_enter_again_opens_it(
    ask: Ask, qtbot: QtBot, town: Path, tmp_path: Path, shown: list[str]
) -> None:
    dialog = ask(exporting(town, "--only", "csv"))
    assert dialog.declared.text() == "1 of 4 declared at 02:00. Every file says so."
    qtbot.keyClick(dialog.folder, Qt.Key.Key_Return)
    assert dialog.cancel.text() == "Stop"
    assert not dialog.go.isEnabled()
    qtbot.waitUntil(lambda: dialog.go.text() == "Open the folder", timeout=WAIT)
    assert dialog.said.text().startswith("Town council 2016 · 1 of 4 declared at 02:00: ")
    assert (tmp_path / "out" / "contests.csv").exists()
    assert dialog.go.hasFocus()
    qtbot.keyClick(dialog.go, Qt.Key.Key_Return)
    assert shown == [str(tmp_path / "out")]
    assert not dialog.isVisible()


def test_the_other_baseline_is_asked_for(ask: Ask, qtbot: QtBot, town: Path, tmp_path: Path) -> None:
    dialog = ask(exporting(town, "--only", "contests.csv"))
    dialog.measure.setFocus()
    qtbot.keyClick(dialog.measure, Qt.Key.Key_Down)
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.go.text() == "Open the folder", timeout=WAIT)
    assert ",holder," in (tmp_path / "out" / "contests.csv").read_text(encoding="utf-8")


def test_what_is_wrong_is_said_and_can_be_put_right(ask: Ask, qtbot: QtBot, town: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    dialog = ask(exporting(town, "--only", "csv"))
    qtbot.keyClick(dialog.folder, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "is a file, not a folder" in dialog.said.text(), timeout=WAIT)
    assert dialog.folder.hasFocus()
    dialog.folder.setText(str(tmp_path / "other"))
    qtbot.keyClick(dialog.folder, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.go.text() == "Open the folder", timeout=WAIT)


def test_escape_stops_it_and_leaves_nothing(ask: Ask, qtbot: QtBot, town: Path, tmp_path: Path) -> None:
    dialog = ask(exporting(town))
    qtbot.keyClick(dialog.folder, Qt.Key.Key_Return)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: dialog.run is None, timeout=WAIT)
    assert dialog.said.text() == "Stopped: the folder is as it was."
    assert [one.name for one in tmp_path.iterdir() if one.name != "town.night"] == []
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_closing_the_window_stops_it_too(ask: Ask, qtbot: QtBot, town: Path, tmp_path: Path) -> None:
    dialog = ask(exporting(town))
    qtbot.keyClick(dialog.folder, Qt.Key.Key_Return)
    dialog.close()
    assert not dialog.isVisible()
    assert [one.name for one in tmp_path.iterdir() if one.name != "town.night"] == []


def test_files_left_out_are_listed_and_the_rest_can_be_opened(ask: Ask, qtbot: QtBot, tmp_path: Path) -> None:
    fault = "b.csv was left out: read again, it has 3 rows, not 4."
    dialog = ask(
        saying(
            '{"file": "a.csv", "done": 1, "of": 2}',
            f'{{"file": "b.csv", "done": 2, "of": 2, "fault": "{fault}"}}',
            f'{{"folder": "{tmp_path.as_posix()}", "files": ["a.csv"], "faults": ["{fault}"], "heading": "Town"}}',
            then="sys.exit(2)",
        )
    )
    qtbot.keyClick(dialog.folder, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.run is None, timeout=WAIT)
    assert dialog.faults.toPlainText() == fault
    assert dialog.said.text() == "Town: 1 file. 1 left out:"
    assert dialog.go.text() == "Open the folder"


def test_a_process_that_dies_or_does_not_start_is_told(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask(saying(then="sys.exit(3)"))
    qtbot.keyClick(dialog.folder, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.said.text() == "The summary's process ended without a word.", timeout=WAIT)
    other = ask(lambda *_: ("there-is-no-such-program",))
    qtbot.keyClick(other.folder, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: other.said.text().startswith("The summary's process did not start"), timeout=WAIT)


def test_a_rehearsal_says_so_before_anything_is_written(ask: Ask) -> None:
    assert ask(saying(), "REHEARSAL").declared.text().startswith("REHEARSAL. ")


def test_everything_that_takes_the_keys_has_a_name(ask: Ask) -> None:
    dialog = ask(saying())
    nameless = [
        type(one).__name__
        for one in dialog.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isVisible()
        and not (one.accessibleName() or getattr(one, "text", str)())
    ]
    assert nameless == []
