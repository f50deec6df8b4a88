"""The composition root: makes Qt's application, gives windows what they need, and runs until the last is closed."""

import signal
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from resultsdesk import __version__
from resultsdesk.app.application import application, icon
from resultsdesk.app.log import kept_log
from resultsdesk.app.nights import make_night
from resultsdesk.app.preferences import Preferences
from resultsdesk.app.reports import Reports
from resultsdesk.app.summary_window import SummaryWindow
from resultsdesk.intake.check import check
from resultsdesk.intake.library import builtin_briefings
from resultsdesk.night.trouble import Trouble
from resultsdesk.painters.theme import Theme, theme
from resultsdesk.store.summary import summary
from resultsdesk.windows.commands import Offer
from resultsdesk.windows.dialogs.about import AboutDialog
from resultsdesk.windows.dialogs.new_night import NewNightDialog, Wanted
from resultsdesk.windows.dialogs.settings_dialog import SettingsDialog
from resultsdesk.windows.in_front import in_front
from resultsdesk.windows.player.speeds import TRUE_PACE_60
from resultsdesk.windows.start.recent import RecentNight
from resultsdesk.windows.start.start_window import StartWindow
from resultsdesk.windows.titles import titled

if TYPE_CHECKING:
    from resultsdesk.app.session import Session

SETTINGS = Offer("settings", "Settings", "Ctrl+,", "settings", "Desk")
ANOTHER = Offer("another", "Open or make another night", "Ctrl+Shift+O", "another night", "Desk")
ABOUT = Offer("about", "About Results Desk", "", "about", "Help")


def run_start() -> int:
    """Open the start window; return Qt's status when the last window is closed."""
    program = Program()
    program.show_start()
    return program.run()


def run_desk(path: Path) -> int:
    """Open the desk on a night file."""
    program = Program()
    program.open_night(path)
    return program.run()


def run_rehearsal(path: Path, speed: float, end: datetime | None = None) -> int:
    """Open the desk on a rehearsal with its player running."""
    program = Program()
    program.open_night(path, speed, end, play=True)
    return program.run()


class Program(QObject):
    """Every window that is open, and what they share."""

    def __init__(self) -> None:
        self._application: QApplication = application()
        super().__init__()
        self.preferences = Preferences()
        self.sessions: list[Session] = []
        self.start: StartWindow | None = None
        self.reports = Reports(self._theme(), self._context)
        self._application.setWindowIcon(icon(self._theme()))

    def run(self) -> int:
        """Run until the last window is closed; every file is closed then."""
        release = self.reports.catch()
        for ending in (signal.SIGTERM, signal.SIGINT):
            # It comes between any two steps of what is being done, which must not find its file closed: afterwards.
            signal.signal(ending, lambda *_: QTimer.singleShot(0, self._application.closeAllWindows))
        try:
            with kept_log():
                return self._application.exec()
        finally:
            release()
            for session in tuple(self.sessions):
                session.close()

    def show_start(self) -> StartWindow:
        """Show the start window."""
        window = StartWindow(self._theme(), look_at, f"Version {__version__}")
        window.night_chosen.connect(self.open_night)
        window.night_forgotten.connect(self._forget)
        window.live_wanted.connect(lambda: self.ask_for_night(rehearsal=False))
        window.rehearsal_wanted.connect(lambda: self.ask_for_night(rehearsal=True))
        window.file_wanted.connect(self._ask_for_file)
        window.settings_wanted.connect(lambda: self.ask_settings())
        window.about_wanted.connect(lambda: self.show_about())
        self.start = window
        self._list_recent()
        window.show()
        return window

    def open_night(
        self, path: Path, speed: float = TRUE_PACE_60, end: datetime | None = None, play: bool = False
    ) -> "Session | None":
        """Open a desk on a night file, in the place of the start window; None where that failed, and why is said.

        A night that is open here already comes to the front.
        """
        there = next((one for one in self.sessions if one.file.path.resolve() == path.resolve()), None)
        if there is not None:
            self._close_start()
            in_front(there.window)
            return there
        try:
            session = self._opened(path)
        except Trouble as trouble:
            if self.start is None:
                raise
            self.reports.tell(trouble)
            return None
        self.preferences.opened(path)
        self.sessions.append(session)
        session.failed.connect(self.reports.tell)
        session.closed.connect(lambda: self.sessions.remove(session))
        session.window.offer(SETTINGS, lambda: self.ask_settings(session.window))
        session.window.offer(ANOTHER, self.show_start)
        session.window.offer(ABOUT, lambda: self.show_about(session.window))
        summary_window = SummaryWindow(path, session.desk, session.window, self._theme())
        session.closed.connect(summary_window.close)
        player = session.show_player(speed, end)
        session.show()
        if player is not None and play:
            player.start()
        self._close_start()
        return session

    def _close_start(self) -> None:
        if self.start is not None:
            self.start.close()
            self.start = None

    def _opened(self, path: Path) -> "Session":
        """Return a session on a night file; the pointer waits meanwhile."""
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            # The desk and its map are half of what this program loads, and the start window needs neither.
            from resultsdesk.app.session import Session

            kept = self.preferences
            return Session(path, kept.now, kept.keep_looks, kept.keep_presenter, kept.keep_charts, kept.keep_outputs)
        finally:
            QApplication.restoreOverrideCursor()

    def ask_for_night(self, rehearsal: bool) -> NewNightDialog:
        """Ask which night to make, and open it once it is made."""
        dialog = NewNightDialog(self._theme(), builtin_briefings(), check, make, nights_folder(), rehearsal, self.start)
        dialog.made.connect(self._made)
        self._open(dialog)
        return dialog

    def ask_settings(self, over: QWidget | None = None) -> SettingsDialog:
        """Ask for settings and keep them."""
        dialog = SettingsDialog(self._theme(), self.preferences.now, over or self.start)
        dialog.accepted.connect(lambda: self._keep(dialog))
        self._open(dialog)
        return dialog

    def show_about(self, over: QWidget | None = None) -> AboutDialog:
        """Show what this is and whose work it stands on."""
        dialog = AboutDialog(self._theme(), __version__, builtin_briefings(), over or self.start)
        self._open(dialog)
        return dialog

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _made(self, wanted: object) -> None:
        if isinstance(wanted, Wanted):
            self.open_night(wanted.path, wanted.speed, play=wanted.rehearsal)

    def _keep(self, dialog: SettingsDialog) -> None:
        before, self_theme = self.preferences.now, dialog.settings.theme
        self.preferences.keep(dialog.settings)
        for session in self.sessions:
            session.sit_down(dialog.settings)
        if before.theme != self_theme and self.start is not None:
            old = self.start
            self.show_start().setGeometry(old.geometry())
            old.close()

    def _forget(self, path: Path) -> None:
        self.preferences.forget(path)
        self._list_recent()

    def _list_recent(self) -> None:
        if self.start is not None:
            self.start.show_recent(tuple(map(Path, self.preferences.now.recent_nights)))

    def _ask_for_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self.start, titled("Open a night file"), str(nights_folder()), "Night files (*.night);;All files (*)"
        )
        if path:
            self.open_night(Path(path))

    def _theme(self) -> Theme:
        return theme(self.preferences.now.theme, {})

    def _context(self) -> str:
        """Return what is open, for the log."""
        return "; ".join(f"{one.file.path.name}, entry {one.desk.night.seq}" for one in self.sessions) or "no night"


def make(wanted: Wanted) -> None:
    """Make a night file as it was asked for."""
    wanted.path.parent.mkdir(parents=True, exist_ok=True)
    make_night(wanted.path, str(wanted.folder), wanted.rehearsal).close()


def look_at(path: Path) -> RecentNight:
    """Return what the list of recent nights says of a file."""
    try:
        found = summary(path)
        saved = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except Trouble as trouble:
        return RecentNight(path, trouble=trouble.sentence)
    except OSError as error:
        return RecentNight(path, trouble=f"{path.name} cannot be looked at: {error.strerror}.")
    return RecentNight(path, found.title, bool(found.rehearsal), found.contests, found.declared, saved)


def nights_folder() -> Path:
    """Return where night files are suggested to be kept."""
    import platformdirs  # asks the system; only needed once a file is wanted

    return Path(platformdirs.user_documents_dir()) / "Results Desk"
