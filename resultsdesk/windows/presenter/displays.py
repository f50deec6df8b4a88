"""The screens of this machine as they come and go, each by an identity that outlives the cable."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen

NAMELESS = "display"
"""A screen of which nothing at all is known; empty stands for no display."""


class Displays(QObject):
    """`came` and `went` tell a screen's identity."""

    came = Signal(str)
    went = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._added)
            application.screenRemoved.connect(self._removed)

    def offered(self) -> tuple[tuple[str, str], ...]:
        """Return identity and name of every screen there is."""
        return tuple((identity(one), words(one)) for one in QGuiApplication.screens())

    def find(self, wanted: str) -> QScreen | None:
        """Return the screen of an identity, or None while it is not connected."""
        return next((one for one in QGuiApplication.screens() if identity(one) == wanted), None)

    def _added(self, screen: QScreen) -> None:
        self.came.emit(identity(screen))

    def _removed(self, screen: QScreen) -> None:
        self.went.emit(identity(screen))


def identity(screen: QScreen) -> str:
    """Return what tells one screen from another: what its maker wrote into it, else the socket it is in."""
    made = " ".join(one for one in (screen.manufacturer(), screen.model(), screen.serialNumber()) if one)
    return made if screen.serialNumber() else screen.name() or NAMELESS


def words(screen: QScreen) -> str:
    """Return a screen's name to show, with its size."""
    size = screen.size() * screen.devicePixelRatio()
    return f"{screen.model() or screen.name() or 'Display'} · {size.width()} × {size.height()}"
