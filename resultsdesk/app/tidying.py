"""What SQLite keeps beside a night file is put into it while nobody keys."""

import logging

from PySide6.QtCore import QObject, QTimer

from resultsdesk.desk.desk import Desk
from resultsdesk.night.changes import Changes
from resultsdesk.night.trouble import Trouble
from resultsdesk.store.night_file import NightFile

QUIET = 2_000  # milliseconds without an entry

log = logging.getLogger(__name__)


class Tidying(QObject):
    """Waits for a quiet moment after each entry. An entry is on the disk before that: what is kept beside the file is
    only in the way of the next one, and of whoever copies the file alone.
    """

    def __init__(self, file: NightFile, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET)
        self._timer.timeout.connect(self._tidy)
        self._hear_no_more = desk.subscribe(self._wait)

    def end(self) -> None:
        """Wait no more: whoever closes the file puts everything into it."""
        self._timer.stop()
        self._hear_no_more()

    def _wait(self, _: Changes) -> None:
        self._timer.start()

    def _tidy(self) -> None:
        try:
            self._file.tidy()
        except Trouble as trouble:  # nothing is lost, and the next entry tells whoever keys it
            log.warning("What is kept beside %s could not be put into it: %s", self._file.path.name, trouble)
