"""The one signal through which every view hears what changed on air, and the scenes they all look at."""

from PySide6.QtCore import QObject, Signal

from resultsdesk.air.airing import Airing
from resultsdesk.air.station import Station
from resultsdesk.figures.scenes.drawn import Drawn


class AirFeed(QObject):
    """A station's broadcast as a Qt signal; `drawn` draws a scene once for monitors and presenter."""

    changed = Signal(object)  # Airing

    def __init__(self, station: Station, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.station = station
        self.drawn = Drawn()
        self._end = station.subscribe(self._tell)

    def close(self) -> None:
        """Stop listening."""
        self._end()

    def _tell(self, airing: Airing) -> None:
        self.changed.emit(airing)
