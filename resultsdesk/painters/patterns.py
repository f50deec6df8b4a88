"""Hatching and slices as gradients with hard edges: any shape is filled in one go, without clipping."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QGradient, QLinearGradient

from resultsdesk.figures.shapes import Texture

_SOFT = 0.02  # an edge this wide in the gradient's length is smooth on the screen


def hatched(ground: QColor, stripe: QColor, at: QPointF, width: float) -> QBrush:
    """Return diagonal stripes, one every `width` units, through a point."""
    gradient = QLinearGradient(at, QPointF(at.x() + width, at.y() + width))
    gradient.setSpread(QGradient.Spread.RepeatSpread)
    _stops(gradient, (ground, stripe), soft=0.06)
    return QBrush(gradient)


def lined(ground: QColor, line: QColor, texture: Texture, at: QPointF, width: float) -> QBrush:
    """Return lines in the direction of a texture, one every `width` units, the middle of one through a point."""
    x, y = {Texture.LEVEL: (0.0, 1.0), Texture.UPRIGHT: (1.0, 0.0)}.get(texture, (0.7, -0.7))
    start = QPointF(at.x() - x * width / 2, at.y() - y * width / 2)
    gradient = QLinearGradient(start, QPointF(start.x() + x * width, start.y() + y * width))
    gradient.setSpread(QGradient.Spread.RepeatSpread)
    for place, colour in ((0.0, ground), (0.34, ground), (0.38, line), (0.62, line), (0.66, ground), (1.0, ground)):
        gradient.setColorAt(place, colour)
    return QBrush(gradient)


def split(parts: Sequence[QColor], box: QRectF) -> QBrush:
    """Return slices of equal width from the top left to the bottom right of a box."""
    lean = box.height() * 0.18
    middle = box.center().y()
    gradient = QLinearGradient(QPointF(box.left(), middle - lean), QPointF(box.right(), middle + lean))
    _stops(gradient, parts, soft=_SOFT)
    return QBrush(gradient)


def _stops(gradient: QLinearGradient, colours: Sequence[QColor], soft: float) -> None:
    share = 1 / len(colours)
    for place, colour in enumerate(colours):
        start = place * share + (soft / 2 if place else 0.0)
        end = (place + 1) * share - (soft / 2 if place + 1 < len(colours) else 0.0)
        gradient.setColorAt(start, colour)
        gradient.setColorAt(end, colour)
