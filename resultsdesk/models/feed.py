"""The one signal through which every view hears what changed."""

from PySide6.QtCore import QObject, Signal

from resultsdesk.desk.desk import Desk
from resultsdesk.night.changes import Changes
from resultsdesk.night.night import Night


class NightFeed(QObject):
    """A desk's broadcast as a Qt signal. Views hear it in the order they connected, all before the next repaint."""

    changed = Signal(object)  # Changes

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._end = desk.subscribe(self._tell)

    @property
    def night(self) -> Night:
        """Return the present night."""
        return self._desk.night

    def close(self) -> None:
        """Stop listening."""
        self._end()

    def _tell(self, changes: Changes) -> None:
        self.changed.emit(changes)
