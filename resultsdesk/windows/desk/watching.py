"""Looking several times a second whether another window or program has written to the file."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from resultsdesk.desk.desk import Desk
from resultsdesk.night.trouble import Trouble

EVERY = 200  # milliseconds: within half a second with a repaint to spare


class Watching(QObject):
    """Has the desk catch up when the file was written to, which may be by half a count: `written`; `failed` says what
    stood in the way.
    """

    written = Signal()
    failed = Signal(str)

    def __init__(self, desk: Desk, changed: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._changed = desk, changed
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look from now on."""
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Look once."""
        try:
            if self._changed():
                self._desk.catch_up()
                self.written.emit()
        except Trouble as trouble:
            self.failed.emit(str(trouble))
