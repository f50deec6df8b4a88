"""Being on air, put together: the station on a night file, the producer's panel, the presenter's window."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from resultsdesk.air.airing import Airing
from resultsdesk.air.programme import PRESENTER, AirTrouble
from resultsdesk.air.station import Station
from resultsdesk.air.switching import stays
from resultsdesk.app.desk_server import DeskServer
from resultsdesk.app.holder import place_at
from resultsdesk.app.outputs_window import OutputsWindow
from resultsdesk.app.story_on_air import StoryOnAir
from resultsdesk.desk.calling import of_what
from resultsdesk.desk.desk import Desk
from resultsdesk.figures.scenes.request import SceneName, SceneRequest
from resultsdesk.models.air_feed import AirFeed
from resultsdesk.night.rules import Author
from resultsdesk.painters.theme import Theme, theme
from resultsdesk.settings import Settings, log_file
from resultsdesk.store.night_file import NightFile
from resultsdesk.windows.commands import Offer, Place
from resultsdesk.windows.desk.desk_window import DeskWindow
from resultsdesk.windows.in_front import in_front
from resultsdesk.windows.presenter.seat import PresenterSeat

if TYPE_CHECKING:
    from resultsdesk.windows.presenter.presenter_window import PresenterWindow
    from resultsdesk.windows.producer.panel import ProducerPanel

TICK = 100  # milliseconds
ON_AIR_THEME = "dark"
SHOWN = (Place.FORM, Place.FINDER, Place.LISTS, Place.MAP, Place.STORY)
OFFERS = (
    Offer("take", "Take: what is in preview goes on air", "F9", "take to air", "On air", SHOWN),
    Offer("clear", "Clear everything off every output", "F12", "clear", "On air", SHOWN),
    Offer("panel", "The producer’s panel", "F3", "producer", "On air"),
    Offer("presenter", "Open or close the presenter’s window", "F4", "", "On air"),
    Offer("serve", "Start or stop the local server for OBS, playout and readers", "Ctrl+Shift+S", "", "On air"),
    Offer("outputs", "Outputs: address, network, CasparCG, vMix, Companion, feeds", "Ctrl+Shift+A", "", "On air"),
    Offer("preview", "Put this contest’s result in preview", "Ctrl+P", "preview", "On air", (Place.FORM,)),
)


def station_of(file: NightFile, desk: Desk) -> Station:
    """Return the station of a night, which follows its desk before any window does."""
    place = place_at(file.path)
    station = Station(
        file.programme,
        lambda: desk.night,
        desk.clock.now,
        lambda: datetime.now(UTC),
        lambda: place.holds(who(desk.author)),
    )
    desk.subscribe(station.take_in)
    return station


def who(author: Author) -> str:
    """Return whom a lock names."""
    return f"{author.desk} · {author.keyed_by}" if author.keyed_by else author.desk


class OnAirWindows(QObject):
    """What a desk window offers of being on air. `failed` tells what could not be kept."""

    failed = Signal(object)

    def __init__(
        self,
        station: Station,
        file: NightFile,
        desk: Desk,
        window: DeskWindow,
        settings: Settings,
        keep: Callable[[str, bool], object],
        keep_outputs: Callable[[Settings], object],
    ) -> None:
        super().__init__()
        self.station, self._file, self._desk, self._window = station, file, desk, window
        self._settings = settings
        self.feed = AirFeed(station, self)
        self._on_air: Theme = theme(ON_AIR_THEME, desk.night.briefing.parties)
        self.panel: ProducerPanel | None = None
        self.presenting = PresenterSeat(
            self._presenter_window,
            log_file().parent / "displays",
            desk.night.rehearsal,
            settings.presenter_display,
            settings.presenter_view,
            lambda: self.panel or window,
            self,
        )
        self.server = DeskServer(desk, station, settings, self)
        self.outputs = OutputsWindow(
            self.server, lambda: theme(settings.theme, {}), lambda: self.panel or window, self.tell, self
        )
        self.story = StoryOnAir(station, self.feed, window, self.tell, self)
        self.presenting.kept.connect(keep)
        self.server.kept.connect(keep_outputs)
        self.presenting.told.connect(self.tell)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(station.tick)
        station.trouble = self.failed.emit
        self.feed.changed.connect(self._hear)
        doing: dict[str, Callable[[], object]] = {
            "take": station.take,
            "clear": self._clear,
            "panel": self.show_panel,
            "presenter": self.presenting.toggle,
            "serve": self.outputs.toggle,
            "outputs": self.outputs.show,
            "preview": self._preview,
        }
        for offer in OFFERS:
            window.offer(offer, lambda act=doing[offer.id]: self._try(act))  # type: ignore[misc]  # bound at once
        self._hear(Airing(station.programme, station.programme))

    def show_panel(self) -> "ProducerPanel":
        """Open the producer's panel, or bring it to the front."""
        if self.panel is None:
            # Half of what is loaded for being on air is in the two windows, which many desks never open.
            from resultsdesk.windows.producer.panel import ProducerPanel
            from resultsdesk.windows.producer.services import PanelServices

            parties = self._desk.night.briefing.parties
            services = PanelServices(
                self._desk,
                self.feed,
                theme(self._settings.theme, parties),
                self._on_air,
                self.presenting,
                self.outputs.toggle,
                self.outputs.show,
                self._file.path.name,
            )
            self.panel = ProducerPanel(services)
            self.panel.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.panel.closed.connect(self._forget_panel)
            self.panel.desk_wanted.connect(self._window.activateWindow)
            self.panel.story_wanted.connect(self._window.show_story)
        return in_front(self.panel)

    def _presenter_window(self, own_view: bool) -> "PresenterWindow":
        from resultsdesk.windows.presenter.presenter_window import PresenterWindow

        window = PresenterWindow(
            self._desk, self.feed, self._window.story_feed, self._on_air, own_view, self._settings.reduce_motion
        )
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.keys = {
            Qt.Key.Key_F9: lambda: self._try(self.station.take),
            Qt.Key.Key_F10: lambda: self._try(self.station.next_line),
            Qt.Key.Key_F12: self._clear,
            Qt.Key.Key_F4: self.presenting.toggle,
            Qt.Key.Key_F3: self.show_panel,
            Qt.Key.Key_G: self.presenting.toggle_guides,
        }
        return window

    def tell(self, news: str) -> None:
        """Say something where the hands are."""
        if self.panel is not None and self.panel.isActiveWindow():
            self.panel.tell(news)
        else:
            self._window.status.tell(news)

    def close(self) -> None:
        """Close panel and presenter's window; what only they showed is off air."""
        self._timer.stop()
        served = bool(self.server.url)
        self.outputs.close()
        self.server.stop()
        if self.presenting.shown or served:
            self.presenting.close()
            # A server shows every output there is.
            self.station.put_away(self.station.programme.outputs if served else [PRESENTER])
        if self.panel is not None:
            self.panel.close()
        self.feed.close()

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except AirTrouble as trouble:
            self.tell(str(trouble))

    def _clear(self) -> None:
        left = self.station.clear_all()
        if left:
            self.tell(stays(left))

    def _preview(self) -> None:
        standing = self._window.entry.keying.standing
        if standing is None:
            raise AirTrouble("No contest is on the form.", "Find one first.")
        self.station.preview(SceneRequest(SceneName.CONTEST, contest=standing.contest.id))
        self.tell(f"In preview: {standing.contest.name}. F9 takes it.")

    def _hear(self, _: Airing) -> None:
        self._window.status.show_on_air(on_air_words(self.station))
        runs = any(one.run is not None for one in self.station.programme.outputs.values())
        if runs != self._timer.isActive():
            (self._timer.start if runs else self._timer.stop)()

    def _forget_panel(self) -> None:
        self.panel = None


def on_air_words(station: Station) -> str:
    """Return what is on air in a few words."""
    on = station.programme.on_air
    if not on:
        return "Nothing on air"
    name, first = next(iter(on.items()))
    what = of_what(station.night, first.scene)
    more = f" +{len(on) - 1}" if len(on) > 1 else ""
    return f"On air, {name}: {what}{' CORRECTED' if first.corrected else ''}{more}"
