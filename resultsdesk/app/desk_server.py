"""The local server of an open desk: started and stopped from its windows, in the same program as the keys."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from resultsdesk.air.station import Station
from resultsdesk.desk.desk import Desk

if TYPE_CHECKING:
    from resultsdesk.outputs.server import OutputServer


AFTER = 5  # milliseconds in which the window paints


class DeskServer(QObject):
    """Serves the desk's night until it is stopped. `changed` when it has started or stopped."""

    changed = Signal()
    _handed_over = Signal(object)  # an act, from whatever thread

    def __init__(self, desk: Desk, station: Station, port: int | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._station, self._port = desk, station, port
        self._server: OutputServer | None = None
        self.url = ""
        # What a control surface wishes is carried out between two events of the window, as if a key had been pressed.
        self._handed_over.connect(self._carry_out, Qt.ConnectionType.QueuedConnection)

    def toggle(self) -> None:
        """Start, or stop. Raises Trouble where the port cannot be had."""
        if self._server is None:
            self.start()
        else:
            self.stop()

    def start(self) -> None:
        """Start. Raises Trouble where the port cannot be had."""
        # The server is a third of what this program loads, and most desks never start it.
        from resultsdesk.app.serving import DeskSource
        from resultsdesk.outputs.opening import PORT, Opening
        from resultsdesk.outputs.server import OutputServer

        source = DeskSource(self._desk, self._station, self._handed_over.emit, tell=once_painted)
        server = OutputServer(source, Opening(PORT if self._port is None else self._port))
        self.url = server.start().url
        self._server = server
        self.changed.emit()

    def stop(self) -> None:
        """Stop, where it runs."""
        if self._server is not None:
            self._server.stop()
            self._server, self.url = None, ""
            self.changed.emit()

    def _carry_out(self, act: Callable[[], None]) -> None:
        act()


def once_painted(listener: Callable[[], None]) -> None:
    """Call what listens when the window has painted what it was told of: the server wants the processor too."""
    # First comes what views have put off until the end of this turn; and while they paint, no timer is heard.
    QTimer.singleShot(0, lambda: QTimer.singleShot(AFTER, listener))
