"""What was open beside a desk that ended by itself is opened again: what was on air is still looked at."""

from PySide6.QtCore import QObject

from resultsdesk.app.desk_memory import DeskMemory
from resultsdesk.app.on_air import OnAirWindows
from resultsdesk.night.trouble import Trouble

PRESENTER, SERVER = "presenter", "server"


class ComingBack(QObject):
    """Keeps which of the presenter's window and the local server are open, and opens them anew."""

    def __init__(self, on_air: OnAirWindows, memory: DeskMemory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on_air, self._memory = on_air, memory
        self._left = memory.open
        on_air.presenting.changed.connect(self._keep)
        on_air.server.changed.connect(self._keep)

    def open(self) -> None:
        """Open what was open, and say so; what cannot be is told with the key that opens it."""
        said = []
        if PRESENTER in self._left and not self._on_air.presenting.shown:
            said.append(self._presenter())
        if SERVER in self._left and not self._on_air.server.url:
            said.append(self._server())
        self._left = frozenset()
        self._keep()
        if any(said):
            self._on_air.tell(" ".join(one for one in said if one))

    def _presenter(self) -> str:
        seat = self._on_air.presenting
        seat.open()
        if not seat.shown:
            return ""  # the seat has said, or asks, why not
        if seat.window is not None and not seat.window.isVisible():
            return "The presenter’s display is not connected: the window waits for it."
        return "The presenter’s window is open again, as it was. F4 closes it."

    def _server(self) -> str:
        server = self._on_air.server
        try:
            server.start()
        except Trouble as trouble:
            return f"Not served any more: {trouble} Ctrl Shift S starts the server."
        return f"Served again at {server.url}"

    def _keep(self) -> None:
        """Keep what is open now; until it has been opened anew, what was open."""
        on_air = self._on_air
        for what, is_open in ((PRESENTER, on_air.presenting.shown), (SERVER, bool(on_air.server.url))):
            self._memory.keep_open(what, is_open or what in self._left)
