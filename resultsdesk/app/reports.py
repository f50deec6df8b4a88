"""What went wrong while a window is open: a known failure is told, a bug is logged too, and the desk goes on."""

import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from resultsdesk.app.log import note_bug
from resultsdesk.painters.theme import Theme
from resultsdesk.settings import log_file
from resultsdesk.windows.dialogs.failure import FailureDialog
from resultsdesk.windows.dialogs.telling import KNOWN, told


class Reports(QObject):
    """The one place where failures end up. One dialog at a time: what comes meanwhile is logged only."""

    def __init__(self, theme: Theme, context: Callable[[], str]) -> None:
        super().__init__()
        self._theme, self._context = theme, context
        self._showing: FailureDialog | None = None

    def catch(self) -> Callable[[], None]:
        """Take what no one catches from now on; return the function that ends it."""
        before = sys.excepthook
        sys.excepthook = self._uncaught

        def end() -> None:
            sys.excepthook = before
            if self._showing is not None:
                self._showing.close()

        return end

    def tell(self, error: BaseException) -> None:
        """Say what happened; log it if it is a mistake of the program."""
        bug = not isinstance(error, KNOWN)
        if bug:
            note_bug(error, self._context())
        if self._showing is not None:
            return
        sentence, remedy = told(error)
        dialog = FailureDialog(self._theme, sentence, remedy, _show_log if bug else None, QApplication.activeWindow())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._told)
        self._showing = dialog
        dialog.open()

    def _told(self) -> None:
        self._showing = None

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        self.tell(error.with_traceback(trace))


def _show_log() -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_file())))
