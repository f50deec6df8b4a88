"""The desk's local server under its keys: one starts and stops it, one asks how it is to serve, and whom."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from resultsdesk.app.desk_server import DeskServer
from resultsdesk.night.trouble import Trouble
from resultsdesk.painters.theme import Theme
from resultsdesk.windows.in_front import in_front

if TYPE_CHECKING:
    from resultsdesk.windows.dialogs.outputs_dialog import OutputsDialog


class OutputsWindow(QObject):
    """Starts and stops a server, and tells of it. `owner` gives the window a dialog is to lie over."""

    def __init__(
        self,
        server: DeskServer,
        look: Callable[[], Theme],
        owner: Callable[[], QWidget],
        tell: Callable[[str], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._server, self._look, self._owner, self._tell = server, look, owner, tell
        self.dialog: OutputsDialog | None = None
        server.told.connect(tell)

    def toggle(self) -> None:
        """Start the server as it was last and leave its address to be pasted, or stop it."""
        if self._server.url:
            self._server.stop()
            self._tell("The local server has stopped")
            return
        try:
            self._server.start()
        except Trouble as trouble:
            self._tell(str(trouble))
            return
        QApplication.clipboard().setText(self._server.url)
        self._tell(f"Served at {self._server.url}: the address is on the clipboard")

    def show(self) -> "OutputsDialog":
        """Open the dialog, or bring it to the front."""
        if self.dialog is None:
            from resultsdesk.windows.dialogs.outputs_dialog import OutputsDialog  # opened once in a night, if at all

            self.dialog = OutputsDialog(self._look(), self._server, self._owner())
            self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.dialog.destroyed.connect(self._forget)
        return in_front(self.dialog)

    def close(self) -> None:
        """Close the dialog."""
        if self.dialog is not None:
            self.dialog.close()

    def _forget(self) -> None:
        self.dialog = None
