"""A night that is open: the file, the desk on it, its window, and for a rehearsal the player."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from resultsdesk.air.station import Station
from resultsdesk.app.chart_windows import ChartWindows
from resultsdesk.app.coming_back import ComingBack
from resultsdesk.app.holder import place_at
from resultsdesk.app.nights import desk_at
from resultsdesk.app.on_air import OnAirWindows, station_of
from resultsdesk.app.tidying import Tidying
from resultsdesk.desk.desk import Desk
from resultsdesk.desk.player import Player
from resultsdesk.desk.rehearsal import RehearsalClock
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.rules import Author
from resultsdesk.painters.theme import Theme, theme
from resultsdesk.settings import Settings
from resultsdesk.store.night_file import NightFile, open_night
from resultsdesk.store.trouble import ReadOnlyNight
from resultsdesk.windows.commands import Offer
from resultsdesk.windows.desk.desk_window import DeskWindow
from resultsdesk.windows.desk.services import DeskServices
from resultsdesk.windows.player.player_bar import PlayerBar
from resultsdesk.windows.player.speeds import TRUE_PACE_60

QUIT = Offer("quit", "Close this night", "Ctrl+Q", "close", "Desk")
PLAYING = (
    Offer("play", "Play or pause the rehearsal", "F7", "play", "Rehearsal"),
    Offer("play-next", "Play the next declaration now", "F8", "next", "Rehearsal"),
    Offer("play-to", "Play on to a time", "Ctrl+G", "play to", "Rehearsal"),
)


class NoDrafts:
    """The drafts of a night nobody can write: none are kept."""

    def save(self, contest: ContestId, texts: Mapping[str, str]) -> None:
        """Keep nothing."""

    def get(self, contest: ContestId) -> Mapping[str, str] | None:
        """Return None: nothing was kept."""
        return None

    def load(self) -> Mapping[ContestId, Mapping[str, str]]:
        """Return nothing."""
        return {}

    def forget(self, contest: ContestId) -> None:
        """Have nothing to forget."""


class Session(QObject):
    """Opens a night file in a desk window and closes it with the window. `failed` tells what the player met."""

    closed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        path: Path,
        settings: Settings,
        keep: Callable[[Settings], object],
        keep_presenter: Callable[[str, bool], object] = lambda _display, _own_view: None,
        keep_charts: Callable[[str], object] = lambda _folder: None,
        keep_outputs: Callable[[Settings], object] = lambda _settings: None,
    ) -> None:
        super().__init__()
        self.file, self.read_only = opened(path)
        try:
            self._theme = theme(settings.theme, {})
            self.desk = desk_at(self.file, Author(settings.operator_initials, settings.desk_name))
            self.desk.author = self._author(settings)  # its name may follow from who has written to the night
            # Whoever follows the desk first has marked what is on air before a window shows it.
            station = None if self.read_only else station_of(self.file, self.desk)
            self.window = self._window(settings, keep, station)
        except BaseException:
            self.file.close()
            raise
        self._tidying = None if self.read_only else Tidying(self.file, self.desk, self)
        self.charts = ChartWindows(self.window, settings, keep_charts)
        self.player: PlayerBar | None = None
        self.on_air: OnAirWindows | None = None
        self._coming_back: ComingBack | None = None
        if station is not None:
            self.on_air = OnAirWindows(
                station, self.file, self.desk, self.window, settings, keep_presenter, keep_outputs
            )
            self.on_air.failed.connect(self.failed)
            place = place_at(path)
            place.take_over()
            self._coming_back = ComingBack(self.on_air, place.memory, self)

    def show(self) -> None:
        """Show the window, and what was open beside it when the desk ended by itself."""
        self.window.show()
        if self._coming_back is not None:
            self._coming_back.open()
            self.window.raise_()  # on a single display the presenter's window would cover the form

    def sit_down(self, settings: Settings) -> None:
        """Have somebody else at the keys, or a desk of another name, from the next entry on."""
        self.desk.author = self._author(settings)
        self.window.status.show_author()

    def show_player(self, speed: float = TRUE_PACE_60, end: datetime | None = None) -> PlayerBar | None:
        """Add the player to a rehearsal's window; None where there is nothing to play or nothing may be written."""
        clock = self.desk.clock
        if not isinstance(clock, RehearsalClock) or self.read_only:
            return None
        results = self.file.results()
        if not results:
            return None
        bar = PlayerBar(Player(self.desk, clock, results), self._theme, speed, end)
        bar.failed.connect(self.failed)
        self.window.place_bar(bar)
        doing: dict[str, Callable[[], object]] = {
            "play": bar.play.toggle,
            "play-next": bar.play_next,
            "play-to": bar.ask_time,
        }
        for offer in PLAYING:
            self.window.offer(offer, doing[offer.id])
        self.player = bar
        return bar

    def close(self) -> None:
        """Close the window and the file; everything waiting beside the file is put into it."""
        self.window.close()

    def _author(self, settings: Settings) -> Author:
        """Return who is at the keys, at a desk that is called as somebody chose, else as no other here is."""
        name = settings.desk_name
        if not name and not self.read_only:
            name = place_at(self.file.path).name(one.desk for one in self.desk.night.journal)
        return Author(settings.operator_initials, name)

    def _window(self, settings: Settings, keep: Callable[[Settings], object], station: Station | None) -> DeskWindow:
        window = DeskWindow(_services(self.file, self.desk, self.read_only, settings, keep, station))
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.closed.connect(self._let_go)
        window.offer(QUIT, window.close)
        return window

    def _let_go(self) -> None:
        self.charts.close()
        if self.player is not None:
            self.player.pause()
            self.player = None
        if self.on_air is not None:
            self.on_air.close()
            self.on_air = None
        if self._tidying is not None:
            self._tidying.end()
        self.file.close()
        self.closed.emit()


def opened(path: Path) -> tuple[NightFile, bool]:
    """Return a night file open for writing, or where that cannot be, for looking; and whether it is the latter."""
    try:
        return open_night(path), False
    except ReadOnlyNight:
        return open_night(path, read_only=True), True


def _services(
    file: NightFile,
    desk: Desk,
    read_only: bool,
    settings: Settings,
    keep: Callable[[Settings], object],
    station: Station | None,
) -> DeskServices:
    parties: Theme = theme(settings.theme, desk.night.briefing.parties)

    def changed() -> bool:
        """Tell whether another program wrote to the file; it may have been to the programme."""
        written = file.changed_elsewhere()
        if written and station is not None:
            station.catch_up()
        return written

    return DeskServices(
        desk=desk,
        drafts=NoDrafts() if read_only else file.drafts,
        theme=parties,
        settings=settings,
        keep=keep,
        file_name=file.path.name,
        outlines=file.outlines,
        has_outlines=file.has_outlines,
        watch=changed,
        read_only=read_only,
        pins=None if read_only else file.pins,
    )
