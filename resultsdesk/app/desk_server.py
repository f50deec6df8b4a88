"""The local server of an open desk: started and stopped from its windows, in the same program as the keys."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from resultsdesk.air.station import Station
from resultsdesk.desk.desk import Desk
from resultsdesk.settings import Settings

if TYPE_CHECKING:
    from resultsdesk.outputs.server import OutputServer


AFTER = 5  # milliseconds in which the window paints


class DeskServer(QObject):
    """Serves the desk's night until it is stopped.

    `changed` when it has started or stopped or another program is followed or not, `told` says why one is not, `kept`
    when the settings it goes by are others.
    """

    changed = Signal()
    told = Signal(str)
    kept = Signal(object)  # Settings
    _handed_over = Signal(object)  # an act, from whatever thread
    _troubled = Signal()  # from the server's thread

    def __init__(self, desk: Desk, station: Station, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._station = desk, station
        self._server: OutputServer | None = None
        self._troubles: tuple[str, ...] = ()
        self.settings = settings
        self.url = ""
        # What a control surface wishes is carried out between two events of the window, as if a key had been pressed.
        self._handed_over.connect(self._carry_out, Qt.ConnectionType.QueuedConnection)
        self._troubled.connect(self._take_in, Qt.ConnectionType.QueuedConnection)

    @property
    def rehearsal(self) -> bool:
        """Return whether what it serves is a rehearsal."""
        return self._desk.night.rehearsal

    @property
    def troubles(self) -> tuple[str, ...]:
        """Return why other programs are not kept as the night is, of those that are not."""
        return self._server.troubles if self._server is not None else ()

    @property
    def token(self) -> str:
        """Return the token of control surfaces, made when it is first asked for."""
        from resultsdesk.outputs.tokens import tokens

        return tokens().control

    def start(self, settings: Settings | None = None) -> None:
        """Start, by other settings where they are given; those that served are kept.

        Raises Trouble where the port cannot be had, or another program or the folder of feeds is not what it should be.
        """
        # The server is a third of what this program loads, and most desks never start it.
        from resultsdesk.app.serving import DeskSource
        from resultsdesk.outputs.opening import Opening
        from resultsdesk.outputs.playout import keep, playout
        from resultsdesk.outputs.server import OutputServer

        wanted = settings or self.settings
        source = DeskSource(self._desk, self._station, self._handed_over.emit, tell=once_painted)
        server = OutputServer(
            source,
            Opening(wanted.outputs_port, wanted.outputs_lan, wanted.outputs_names),
            folder=Path(wanted.outputs_folder) if wanted.outputs_folder else None,
            troubled=self._troubled.emit,
        )
        keep(server, [playout(line) for line in wanted.playout(self.rehearsal)])
        self.url = server.start().url
        self._server = server
        if wanted != self.settings:
            self.settings = wanted
            self.kept.emit(wanted)
        self.changed.emit()

    def stop(self) -> None:
        """Stop, where it runs."""
        if self._server is not None:
            self._server.stop()
            self._server, self.url, self._troubles = None, "", ()
            self.changed.emit()

    def _carry_out(self, act: Callable[[], None]) -> None:
        act()

    def _take_in(self) -> None:
        before, self._troubles = self._troubles, self.troubles
        for one in self._troubles:
            if one not in before:
                self.told.emit(one)
        self.changed.emit()


def once_painted(listener: Callable[[], None]) -> None:
    """Call what listens when the window has painted what it was told of: the server wants the processor too."""
    # First comes what views have put off until the end of this turn; and while they paint, no timer is heard.
    QTimer.singleShot(0, lambda: QTimer.singleShot(AFTER, listener))
