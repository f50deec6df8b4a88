"""A night that is open: the file, the desk on it, its window, and for a rehearsal the player."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from resultsdesk.app.nights import desk_at
from resultsdesk.desk.desk import Desk
from resultsdesk.desk.player import Player
from resultsdesk.desk.rehearsal import RehearsalClock
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.rules import Author
from resultsdesk.painters.theme import Theme, theme
from resultsdesk.settings import Settings
from resultsdesk.store.night_file import NightFile, open_night
from resultsdesk.store.trouble import ReadOnlyNight
from resultsdesk.windows.desk.desk_window import DeskWindow
from resultsdesk.windows.desk.services import DeskServices
from resultsdesk.windows.player.player_bar import PlayerBar
from resultsdesk.windows.player.speeds import TRUE_PACE_60


class NoDrafts:
    """The drafts of a night nobody can write: none are kept."""

    def save(self, contest: ContestId, texts: Mapping[str, str]) -> None:
        """Keep nothing."""

    def get(self, contest: ContestId) -> Mapping[str, str] | None:
        """Return None: nothing was kept."""
        return None

    def forget(self, contest: ContestId) -> None:
        """Have nothing to forget."""


class Session(QObject):
    """Opens a night file in a desk window and closes it with the window. `failed` tells what the player met."""

    closed = Signal()
    failed = Signal(object)

    def __init__(self, path: Path, settings: Settings, keep: Callable[[Settings], object]) -> None:
        super().__init__()
        self.file, self.read_only = opened(path)
        try:
            self.desk = desk_at(self.file, Author(settings.operator_initials, settings.desk_name))
            self.window = self._window(settings, keep)
        except BaseException:
            self.file.close()
            raise
        self.player: PlayerBar | None = None

    def show_player(self, speed: float = TRUE_PACE_60, end: datetime | None = None) -> PlayerBar | None:
        """Add the player to a rehearsal's window; None where there is nothing to play or nothing may be written."""
        clock = self.desk.clock
        if not isinstance(clock, RehearsalClock) or self.read_only:
            return None
        results = self.file.results()
        if not results:
            return None
        bar = PlayerBar(Player(self.desk, clock, results), speed, end)
        bar.failed.connect(self.failed)
        self.window.addToolBar(Qt.ToolBarArea.BottomToolBarArea, bar)
        self.player = bar
        return bar

    def close(self) -> None:
        """Close the file, if the window has not done so already; everything waiting beside it is put into it."""
        if self.player is not None:
            self.player.pause()
        self.file.close()

    def _window(self, settings: Settings, keep: Callable[[Settings], object]) -> DeskWindow:
        window = DeskWindow(_services(self.file, self.desk, self.read_only, settings, keep))
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.destroyed.connect(self._gone)
        QShortcut(QKeySequence("Ctrl+Q"), window, window.close)
        return window

    def _gone(self) -> None:
        self.player = None
        self.file.close()
        self.closed.emit()


def opened(path: Path) -> tuple[NightFile, bool]:
    """Return a night file open for writing, or where that cannot be, for looking; and whether it is the latter."""
    try:
        return open_night(path), False
    except ReadOnlyNight:
        return open_night(path, read_only=True), True


def _services(
    file: NightFile, desk: Desk, read_only: bool, settings: Settings, keep: Callable[[Settings], object]
) -> DeskServices:
    parties: Theme = theme(settings.theme, desk.night.briefing.parties)
    return DeskServices(
        desk=desk,
        drafts=NoDrafts() if read_only else file.drafts,
        theme=parties,
        settings=settings,
        keep=keep,
        file_name=file.path.name,
        outlines=file.outlines,
        has_outlines=file.has_outlines,
        watch=file.changed_elsewhere,
        read_only=read_only,
    )
