"""Every title bar says what it is in one form: ours, whatever a system would add."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from resultsdesk.night.trouble import Trouble
from resultsdesk.painters.theme import Theme, theme
from resultsdesk.settings import Settings
from resultsdesk.windows.desk.frame.help import Help
from resultsdesk.windows.desk.frame.palette import Palette
from resultsdesk.windows.dialogs.about import AboutDialog
from resultsdesk.windows.dialogs.failure import FailureDialog
from resultsdesk.windows.dialogs.new_night import NewNightDialog
from resultsdesk.windows.dialogs.settings_dialog import SettingsDialog
from resultsdesk.windows.question import Question
from resultsdesk.windows.titles import titled

SAID = Trouble("It broke.", "Mend it.")
WINDOWS: dict[str, Callable[[Theme], QWidget]] = {
    "Undo the last entry? – Results Desk": lambda _dark: Question("Undo the last entry?", [], "Undo", lambda _: None),
    "Keys – Results Desk": lambda _dark: Help([]),
    "All commands – Results Desk": lambda dark: Palette([], lambda _: None, dark),
    "About – Results Desk": lambda dark: AboutDialog(dark, "1.2.3", []),
    "Settings – Results Desk": lambda dark: SettingsDialog(dark, Settings()),
    "Results Desk": lambda dark: FailureDialog(dark, SAID.sentence, SAID.remedy),
    "Rehearse – Results Desk": lambda dark: NewNightDialog(
        dark, [], lambda _: [], lambda _: None, Path("nights"), rehearsal=True
    ),
}


@pytest.mark.parametrize("title", WINDOWS)
def test_a_dialog_is_titled_as_a_window_is(qtbot: QtBot, title: str) -> None:
    window = WINDOWS[title](theme("dark", {}))
    qtbot.addWidget(window)
    assert window.windowTitle() == title


def test_a_rehearsal_says_so_before_the_programs_name() -> None:
    assert titled("History of Alpha ward", rehearsal=True) == "History of Alpha ward – REHEARSAL – Results Desk"
