"""Lines over a colour, so that areas can be told apart without it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter

from resultsdesk.charts.look import Look
from resultsdesk.figures.shapes import Ink, Texture

_LINES = {
    Texture.LEVEL: Qt.BrushStyle.HorPattern,
    Texture.UPRIGHT: Qt.BrushStyle.VerPattern,
    Texture.FALLING: Qt.BrushStyle.FDiagPattern,
}
_VEIL = 0.42


def fill_textured(painter: QPainter, box: QRectF, ink: Ink, texture: Texture, look: Look) -> None:
    """Fill a box with an ink and the lines of a texture."""
    painter.fillRect(box, look.brush(ink))
    if texture in _LINES:
        veil = QColor(look.colour("panel"))
        veil.setAlphaF(_VEIL)
        painter.fillRect(box, QBrush(veil, _LINES[texture]))
