"""The window of charts of one desk: opened once, and in front again when it is asked for again."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from resultsdesk.figures.plots.asked import Asked, ChartName
from resultsdesk.painters.theme import theme
from resultsdesk.settings import Settings
from resultsdesk.windows.commands import Offer, Place
from resultsdesk.windows.desk.desk_window import DeskWindow
from resultsdesk.windows.in_front import in_front

if TYPE_CHECKING:
    from resultsdesk.windows.charts.charts_window import ChartsWindow

OFFER = Offer("charts", "Charts of the night", "Ctrl+Shift+C", "charts", "Go to", (Place.MAP, Place.LISTS))


class ChartWindows(QObject):
    """What a desk window offers of charts. `keep` takes the folder that pictures were saved in."""

    def __init__(self, window: DeskWindow, settings: Settings, keep: Callable[[str], object]) -> None:
        super().__init__()
        self._desk, self._keep = window, keep
        self._look, self._folder = settings.theme, settings.charts_folder
        self.window: ChartsWindow | None = None
        window.offer(OFFER, self.show)

    def show(self) -> "ChartsWindow":
        """Open the window of charts, or bring it to the front."""
        if self.window is None:
            # Loaded when first looked at: many desks never do.
            from resultsdesk.windows.charts.charts_window import ChartsWindow

            view = self._desk.viewing.now
            asked = Asked(ChartName.SEATS, view.scope, view.measure)
            look = theme(self._look, self._desk.feed.night.briefing.parties)
            self.window = ChartsWindow(self._desk.feed, asked, look, self._folder)
            self.window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.window.contest_chosen.connect(self._open)
            self.window.desk_wanted.connect(self._desk.activateWindow)
            self.window.kept.connect(self._saved)
            self.window.closed.connect(self._forget)
        standing = self._desk.entry.keying.standing
        self.window.choose_contest(standing.contest.id if standing is not None else None)
        return in_front(self.window)

    def close(self) -> None:
        """Close the window, if it is open."""
        if self.window is not None:
            self.window.close()

    def _open(self, contest: str) -> None:
        self._desk.open_contest(contest)
        self._desk.activateWindow()
        if self.window is not None:
            self.window.choose_contest(contest)

    def _saved(self, folder: str) -> None:
        self._folder = folder
        self._keep(folder)

    def _forget(self) -> None:
        self.window = None
