"""Work that may take longer than half a second, done beside the window so that it stays alive."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, QTimer, Signal

SHOWN_AFTER = 500
"""Milliseconds after which a person wants to see that something is going on."""


class Work(QThread):
    """Runs one function. `done` or `failed` is told in the thread of whoever made it, then the thread is over."""

    done = Signal(object)
    failed = Signal(object)
    slow = Signal()

    def __init__(self, task: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._task = task
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(SHOWN_AFTER)
        self._patience.timeout.connect(self.slow)
        self.finished.connect(self._patience.stop)

    def begin(self) -> None:
        """Start, and say so after half a second if it is not over by then."""
        self._patience.start()
        self.start()

    def run(self) -> None:
        try:
            answer = self._task()
        except Exception as error:  # noqa: BLE001 - told in the window's thread, where known and bug are told apart
            self.failed.emit(error)
        else:
            self.done.emit(answer)
