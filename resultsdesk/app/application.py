"""Qt's application: its name, its faces, its icon."""

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QFont, QIcon, QPainter, QPixmap, QPolygonF
from PySide6.QtWidgets import QApplication

from resultsdesk import __version__
from resultsdesk.app import screen_failure
from resultsdesk.assets import TEXT_FAMILY
from resultsdesk.painters.fonts import add_fonts
from resultsdesk.painters.theme import Theme

POINTY_HEX = ((0.5, 0.0), (0.933, 0.25), (0.933, 0.75), (0.5, 1.0), (0.067, 0.75), (0.067, 0.25))


def application() -> QApplication:
    """Return the running application, made ready if there is none yet."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    screen_failure.listen()
    QCoreApplication.setApplicationName("resultsdesk")
    QCoreApplication.setApplicationVersion(__version__)
    made = QApplication(["resultsdesk"])
    screen_failure.stop_listening()
    made.setApplicationDisplayName("Results Desk")
    made.setDesktopFileName("resultsdesk")
    made.setStyle("Fusion")  # the one style that looks alike on every system and takes a style sheet whole
    add_fonts()
    font = QFont(TEXT_FAMILY)
    font.setPixelSize(15)
    made.setFont(font)
    return made


def icon(theme: Theme) -> QIcon:
    """Return the program's icon: a seat with the dot of a gain."""
    made = QIcon()
    for size in (16, 32, 64, 128):
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.brush("accent"))
        painter.drawPolygon(QPolygonF([QPointF(x * size, y * size) for x, y in POINTY_HEX]))
        painter.setBrush(theme.brush("ink"))
        painter.drawEllipse(QPointF(size / 2, size / 2), size * 0.14, size * 0.14)
        painter.end()
        made.addPixmap(pixmap)
    return made
