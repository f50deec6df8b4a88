"""Making a night, by keyboard."""

import shutil
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from operators import put_up
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from resultsdesk.assets import resource
from resultsdesk.intake.check import check
from resultsdesk.intake.library import builtin_briefings
from resultsdesk.night.trouble import Trouble
from resultsdesk.painters.theme import theme
from resultsdesk.windows.dialogs.new_night import NewNightDialog, Wanted, suggested
from resultsdesk.windows.player.speeds import TRUE_PACE_60

Ask = Callable[..., NewNightDialog]


@pytest.fixture
def ask(qtbot: QtBot, tmp_path: Path) -> Iterator[Ask]:
    asked: list[NewNightDialog] = []

    def show(make: Callable[[Wanted], None] = lambda _: None, rehearsal: bool = True) -> NewNightDialog:
        dialog = NewNightDialog(theme("dark", {}), builtin_briefings(), check, make, tmp_path, rehearsal)
        put_up(qtbot, dialog, dialog.briefings)
        asked.append(dialog)
        return dialog

    yield show
    for dialog in asked:
        dialog.close()


def test_enter_makes_what_is_offered_first(ask: Ask, qtbot: QtBot, tmp_path: Path) -> None:
    made: list[Wanted] = []
    dialog = ask(made.append)
    with qtbot.waitSignal(dialog.made) as told:
        qtbot.keyClick(dialog.briefings, Qt.Key.Key_Return)
    wanted = Wanted(tmp_path / "uk-2024-rehearsal.night", resource("briefings", "uk-2024"), True, TRUE_PACE_60)
    assert made == told.args == [wanted]
    assert not dialog.isVisible()


def test_the_file_is_named_after_the_briefing_until_a_person_names_it(ask: Ask, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ask(rehearsal=False)
    qtbot.keyClick(dialog.briefings, Qt.Key.Key_Down)
    assert dialog.file.text() == str(tmp_path / "uk-2017.night")
    dialog.file.setFocus()
    dialog.file.clear()
    assert dialog.go.isEnabled()  # cleared by the test, not typed
    qtbot.keyClicks(dialog.file, "ours.night")
    qtbot.keyClick(dialog.briefings, Qt.Key.Key_Down)
    assert dialog.file.text() == "ours.night"


def test_a_name_that_is_taken_is_refused_before_anything_is_made(ask: Ask, qtbot: QtBot, tmp_path: Path) -> None:
    made: list[Wanted] = []
    dialog = ask(made.append)
    (tmp_path / "uk-2024-rehearsal.night").touch()
    qtbot.keyClick(dialog.briefings, Qt.Key.Key_Return)
    assert dialog.said.text().startswith("There is a file uk-2024-rehearsal.night already")
    assert made == []
    assert dialog.isVisible()
    assert suggested(tmp_path, "uk-2024", rehearsal=True) == tmp_path / "uk-2024-rehearsal-2.night"


def test_what_goes_wrong_is_said_in_the_dialog(ask: Ask, qtbot: QtBot) -> None:
    def full(_: Wanted) -> None:
        raise Trouble("The disk is full.", "Free some space and do it again.")

    dialog = ask(full)
    qtbot.keyClick(dialog.briefings, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.said.text() == "The disk is full. Free some space and do it again.")
    assert dialog.go.isEnabled()
    assert dialog.isVisible()


def test_progress_is_shown_after_half_a_second_and_nothing_can_be_left_half_made(ask: Ask, qtbot: QtBot) -> None:
    enough = threading.Event()
    dialog = ask(lambda _: enough.wait(20) and None)
    qtbot.keyClick(dialog.briefings, Qt.Key.Key_Return)
    assert not dialog.progress.isVisible()
    qtbot.waitUntil(dialog.progress.isVisible)
    assert not dialog.go.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.close()
    assert dialog.isVisible()
    enough.set()
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_a_folder_with_faults_lists_them_and_is_not_offered(ask: Ask, qtbot: QtBot, tmp_path: Path) -> None:
    spoilt = tmp_path / "spoilt"
    shutil.copytree(resource("briefings", "midlands-2016"), spoilt)
    parties = spoilt / "parties.csv"
    parties.write_text(parties.read_text(encoding="utf-8").replace("#", ""), encoding="utf-8")
    dialog = ask()
    dialog.offer_folder(spoilt)
    qtbot.waitUntil(dialog.faults.isVisible)
    assert "cannot be used yet" in dialog.said.text()
    assert "parties.csv, line 2: " in dialog.faults.toPlainText()
    assert dialog.briefings.count() == 3


def test_a_sound_folder_is_offered_first(ask: Ask, qtbot: QtBot, tmp_path: Path) -> None:
    ours = tmp_path / "ours"
    shutil.copytree(resource("briefings", "midlands-2016"), ours)
    dialog = ask()
    dialog.offer_folder(ours)
    qtbot.waitUntil(lambda: dialog.briefings.count() == 4)
    assert dialog.briefings.currentRow() == 0
    assert dialog.briefings.currentItem().toolTip() == str(ours)


def test_a_folder_that_is_no_briefing_is_told(ask: Ask, tmp_path: Path) -> None:
    dialog = ask()
    dialog.offer_folder(tmp_path)
    assert "is not a briefing" in dialog.said.text()


def test_a_rehearsal_is_only_offered_where_there_are_results(qtbot: QtBot, ask: Ask, tmp_path: Path) -> None:
    ours = tmp_path / "ours"
    shutil.copytree(resource("briefings", "midlands-2016"), ours)
    (ours / "results.csv").unlink()
    dialog = ask()
    dialog.offer_folder(ours)
    qtbot.waitUntil(lambda: dialog.briefings.count() == 4)
    item = dialog.briefings.item(0)
    assert item.text().endswith("no results to play")
    assert not item.flags() & Qt.ItemFlag.ItemIsEnabled


@pytest.mark.parametrize("rehearsal", [True, False])
def test_everything_that_takes_the_keys_has_a_name(ask: Ask, rehearsal: bool) -> None:
    dialog = ask(rehearsal=rehearsal)
    nameless: Sequence[str] = [
        type(one).__name__
        for one in dialog.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isVisible()
        and not (one.accessibleName() or getattr(one, "text", str)())
    ]
    assert nameless == []
