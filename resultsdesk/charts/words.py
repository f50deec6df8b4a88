"""Words on a chart, their middle at the height they are asked to stand at."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from resultsdesk.charts.forms import form
from resultsdesk.charts.look import Look
from resultsdesk.charts.textures import fill_textured
from resultsdesk.figures.plots.plot import Key, Symbol
from resultsdesk.figures.shapes import Ink
from resultsdesk.psephology.rounding import number

_KEY = 14
_VEIL = 0.86


class Words:
    """Sets lines of text in a theme's fonts."""

    def __init__(self, look: Look) -> None:
        self._look = look

    def width(self, words: str, size: int, strong: bool = False) -> float:
        """Return how wide words are."""
        return self._look.metrics("body", size, strong).horizontalAdvance(words)

    def left(self, painter: QPainter, at: QPointF, words: str, ink: Ink, size: int, strong: bool = False) -> float:
        """Set words that begin at a point; return where they end."""
        metrics = self._look.metrics("body", size, strong)
        painter.setFont(self._look.font("body", size, strong))
        painter.setPen(self._look.pen(ink, 1.0))
        painter.drawText(QPointF(at.x(), at.y() + metrics.capHeight() / 2), words)
        return at.x() + metrics.horizontalAdvance(words)

    def cut(self, words: str, room: float, size: int) -> str:
        """Return words as far as they find room, with an ellipsis where that is not all of them."""
        metrics = self._look.metrics("body", size)
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(room, 0.0))

    def centred(self, painter: QPainter, at: QPointF, words: str, ink: Ink, size: int, strong: bool = False) -> None:
        """Set words around a point."""
        self.left(painter, at - QPointF(self.width(words, size, strong) / 2, 0), words, ink, size, strong)

    def right(self, painter: QPainter, at: QPointF, words: str, ink: Ink, size: int, strong: bool = False) -> float:
        """Set words that end at a point; return where they begin."""
        begin = at.x() - self.width(words, size, strong)
        self.left(painter, QPointF(begin, at.y()), words, ink, size, strong)
        return begin

    def on_ground(self, painter: QPainter, at: QPointF, words: str, ink: Ink, size: int) -> None:
        """Set words that begin at a point over a veil, to be read across whatever lies below."""
        veil = QColor(self._look.colour("panel"))
        veil.setAlphaF(_VEIL)
        room = QRectF(at.x() - 3, at.y() - size / 2 - 2, self.width(words, size) + 6, size + 4)
        painter.fillRect(room, veil)
        self.left(painter, at, words, ink, size)

    def keys(self, painter: QPainter, x: float, y: float, right: float, keys: Sequence[Key]) -> None:
        """Set a key of symbols, names and numbers as far as there is room, and how many more there are."""
        for place, key in enumerate(keys):
            many = number(key.many)
            room = 20 + self.width(key.name, _KEY, True) + 5 + self.width(many, _KEY) + 18
            rest = f"and {number(len(keys) - place)} more"
            last = place == len(keys) - 1
            if x + room + (0 if last else self.width(rest, _KEY)) > right:
                self.left(painter, QPointF(x, y), rest, "muted", _KEY)
                return
            painter.save()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.brush(key.ink))
            painter.translate(x + 6, y)
            painter.drawPath(form(key.symbol, 5.0))
            if key.symbol is Symbol.NONE:
                fill_textured(painter, QRectF(-6, -6, 14, 12), key.ink, key.texture, self._look)
            painter.restore()
            end = self.left(painter, QPointF(x + 16, y), key.name, "text", _KEY, strong=True)
            x = self.left(painter, QPointF(end + 5, y), many, "muted", _KEY) + 18
