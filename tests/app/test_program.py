"""The whole program in one process: from the start window to a desk and back, and what happens when things break."""

import signal
from collections.abc import Callable, Iterator
from datetime import time
from pathlib import Path

import disks
import pytest
from command_line import run
from night_files import BRIEFING
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from resultsdesk import settings
from resultsdesk.app.log import kept_log
from resultsdesk.app.program import Program, look_at
from resultsdesk.app.session import Session
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.commands import CallRecount
from resultsdesk.settings import log_file
from resultsdesk.store.night_file import create_night
from resultsdesk.windows.dialogs.export_dialog import ExportDialog
from resultsdesk.windows.dialogs.failure import FailureDialog

Start = Callable[[], Program]


@pytest.fixture
def town(tmp_path: Path) -> Path:
    path = tmp_path / "town.night"
    create_night(path, BRIEFING, "live").close()
    return path


@pytest.fixture
def program(qtbot: QtBot) -> Iterator[Program]:
    made = Program()
    yield made
    for session in tuple(made.sessions):
        session.close()
    for window in QApplication.topLevelWidgets():
        window.close()
        window.deleteLater()


def opened(program: Program, path: Path, qtbot: QtBot) -> Session:
    session = program.open_night(path)
    assert session is not None
    session.window.activateWindow()
    qtbot.waitUntil(session.window.isActiveWindow)
    return session


def test_a_rehearsal_from_the_start_window_by_keyboard(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    start = program.show_start()
    dialog = program.ask_for_night(rehearsal=True)
    dialog.briefings.setCurrentRow(2)  # the small one
    dialog.file.setText(str(tmp_path / "trial.night"))
    qtbot.keyClick(dialog.briefings, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(program.sessions), timeout=20_000)
    (session,) = program.sessions
    assert not start.isVisible()
    assert session.player is not None
    assert session.player.playing
    session.player.pause()
    session.player.jump(session.desk.night.briefing.moment(time(21, 59)))
    qtbot.waitUntil(lambda: session.player is not None and session.player.step.isEnabled() is False, timeout=20_000)
    assert sum(one.decided for one in session.desk.night.contests.values()) == 69
    with qtbot.waitSignal(session.closed):
        qtbot.keyClick(session.window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert program.sessions == []
    assert sorted(one.name for one in tmp_path.iterdir()) == ["trial.night"]  # closing left no file beside it
    assert settings.load().recent_nights == (str(tmp_path / "trial.night"),)
    assert run("verify", tmp_path / "trial.night").status == 0
    found = look_at(tmp_path / "trial.night")
    assert (found.rehearsal, found.declared, found.contests, found.trouble) == (True, 69, 69, "")


def test_a_rehearsal_goes_on_where_it_was_left(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "uk.night"
    run("rehearse", path, "--briefing", "uk-2024", "--headless", "--speed", "max", "--until", "01:30")
    session = opened(program, path, qtbot)
    assert session.player is not None
    assert not session.player.playing
    assert session.player.time.text() == f"{session.desk.night.briefing.local(session.desk.clock.now()):%H:%M}"
    before = session.desk.night.seq
    assert before > 0
    qtbot.keyClick(session.window, Qt.Key.Key_F8)
    assert session.desk.night.seq == before + 1


def test_a_night_that_is_open_comes_to_the_front(program: Program, qtbot: QtBot, town: Path) -> None:
    session = opened(program, town, qtbot)
    start = program.show_start()
    assert program.open_night(town.parent / "." / town.name) is session
    assert program.sessions == [session]
    assert not start.isVisible()


def test_a_new_name_of_the_desk_is_in_the_top_line_at_once(program: Program, qtbot: QtBot, town: Path) -> None:
    session = opened(program, town, qtbot)
    assert session.window.top.words is not None
    assert session.window.top.words.desk == "Desk 1"
    dialog = program.ask_settings(session.window)
    qtbot.keyClicks(dialog.initials, "QZ")
    dialog.desk.setText("Studio")
    qtbot.keyClick(dialog.initials, Qt.Key.Key_Return)
    assert session.window.top.words.desk == "Studio · Operator QZ"


def test_a_live_night_has_no_player(program: Program, qtbot: QtBot, town: Path) -> None:
    assert opened(program, town, qtbot).player is None


def test_what_cannot_be_opened_is_told_and_the_start_window_stays(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    other = tmp_path / "list.night"
    other.write_text("not a night")
    start = program.show_start()
    assert program.open_night(other) is None
    (dialog,) = failures()
    assert dialog.accessibleName() == "list.night is not a night file."
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert start.isVisible()
    assert settings.load().recent_nights == ()


def test_a_night_nobody_can_write_is_open_for_looking(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    with disks.sealable(tmp_path / "sealed") as seal:
        path = tmp_path / "sealed" / "town.night"
        create_night(path, BRIEFING, "rehearsal").close()
        assert run("key", path, "alpha", "--votes", "[1100, 900, 250]").status == 0
        seal()
        session = opened(program, path, qtbot)
        assert session.read_only
        assert session.player is None
        assert session.desk.night.contests[ContestId("alpha")].decided
        session.window.open_contest("beta")
        qtbot.keyClicks(session.window.focusWidget(), "12")
        session.close()


@pytest.fixture
def handlers() -> Iterator[None]:
    """Whoever answered to signals before the test answers to them after it."""
    before = {one: signal.getsignal(one) for one in (signal.SIGTERM, signal.SIGINT)}
    yield
    for one, handler in before.items():
        signal.signal(one, handler)


@pytest.mark.usefixtures("handlers")
@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_to_end_waits_for_what_is_being_done(
    program: Program, qtbot: QtBot, town: Path, ending: signal.Signals
) -> None:
    session = opened(program, town, qtbot)
    seen: list[bool] = []

    def look() -> None:
        signal.raise_signal(ending)
        seen.append(session.file.changed_elsewhere())

    QTimer.singleShot(0, look)
    QTimer.singleShot(10_000, QApplication.quit)  # should it never end by itself
    assert program.run() == 0
    assert seen == [False]
    assert program.sessions == []
    assert failures() == []


def test_a_bug_is_logged_with_its_context_and_the_desk_goes_on(program: Program, qtbot: QtBot, town: Path) -> None:
    session = opened(program, town, qtbot)
    release = program.reports.catch()
    with kept_log():
        QTimer.singleShot(0, broken)
        qtbot.waitUntil(lambda: bool(failures()))
    assert "mistake of the program" in failures()[0].accessibleName()
    logged = log_file().read_text(encoding="utf-8")
    assert "town.night, entry 0" in logged
    assert "ZeroDivisionError" in logged
    release()
    assert failures() == []
    contest = session.desk.night.contests[ContestId("alpha")]
    assert session.desk.commit(CallRecount(contest=contest.contest.id, after=contest.head)).entry is not None
    session.close()
    assert run("verify", town).status == 0


def broken() -> None:
    raise ZeroDivisionError("the test's own")


def failures() -> list[FailureDialog]:
    """Return the failures that are shown."""
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, FailureDialog) and one.isVisible()]


def test_settings_are_kept_and_a_new_theme_is_there_at_once(program: Program, qtbot: QtBot) -> None:
    before = program.show_start()
    dialog = program.ask_settings()
    light = next(button for button in dialog.themes.buttons() if button.text() == "Light")
    qtbot.keyClick(light, Qt.Key.Key_Space)
    qtbot.keyClicks(dialog.initials, "JS")
    qtbot.keyClick(dialog.initials, Qt.Key.Key_Return)
    assert (settings.load().theme, settings.load().operator_initials) == ("light", "JS")
    assert program.start is not None
    assert program.start is not before
    assert program.start.isVisible()


def test_a_window_does_not_take_back_which_nights_are_recent(program: Program, qtbot: QtBot, town: Path) -> None:
    session = opened(program, town, qtbot)
    session.close()
    assert settings.load().recent_nights == (str(town),)


def test_a_forgotten_night_keeps_its_file(program: Program, town: Path, qtbot: QtBot) -> None:
    opened(program, town, qtbot).close()
    start = program.show_start()
    qtbot.keyClick(start.recent, Qt.Key.Key_Delete)
    assert settings.load().recent_nights == ()
    assert town.exists()


def test_new_initials_stand_beside_the_next_entry(program: Program, qtbot: QtBot, town: Path) -> None:
    session = opened(program, town, qtbot)
    dialog = program.ask_settings(session.window)
    qtbot.keyClicks(dialog.initials, "QZ")
    qtbot.keyClick(dialog.initials, Qt.Key.Key_Return)
    entry = session.desk.commit(CallRecount(contest=ContestId("alpha"))).entry
    assert entry is not None
    assert entry.keyed_by == "QZ"


def test_the_summary_is_written_from_the_desk_while_it_is_keyed_at(
    program: Program, qtbot: QtBot, town: Path, tmp_path: Path
) -> None:
    session = opened(program, town, qtbot)
    qtbot.keyClick(
        session.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    dialog = session.window.findChild(ExportDialog)
    assert dialog is not None
    assert dialog.folder.text() == str(tmp_path / "town-summary")
    assert not dialog.isModal()
    qtbot.keyClick(dialog.folder, Qt.Key.Key_Return)
    done = session.desk.commit(CallRecount(contest=ContestId("beta")))
    assert done.entry is not None
    qtbot.waitUntil(lambda: dialog.go.text() == "Open the folder", timeout=60_000)
    assert (tmp_path / "town-summary" / "town-2016.night").exists()


def test_a_summary_offers_its_whole_folder_however_the_night_was_named(
    program: Program, qtbot: QtBot, town: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    session = opened(program, Path(town.name), qtbot)
    qtbot.keyClick(
        session.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    dialog = session.window.findChild(ExportDialog)
    assert dialog is not None
    assert dialog.folder.text() == str(tmp_path / "town-summary")


def test_closing_the_desk_stops_a_summary_and_leaves_nothing(program: Program, qtbot: QtBot, town: Path) -> None:
    session = opened(program, town, qtbot)
    qtbot.keyClick(
        session.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    dialog = session.window.findChild(ExportDialog)
    assert dialog is not None
    qtbot.keyClick(dialog.folder, Qt.Key.Key_Return)
    session.close()
    assert [one.name for one in town.parent.iterdir()] == ["town.night"]
