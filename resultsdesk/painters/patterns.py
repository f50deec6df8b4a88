"""Hatching and slices as gradients with hard edges: any shape is filled in one go, without clipping."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QGradient, QLinearGradient

_SOFT = 0.02  # an edge this wide in the gradient's length is smooth on the screen


def hatched(ground: QColor, stripe: QColor, at: QPointF, width: float) -> QBrush:
    """Return diagonal stripes, one every `width` units, through a point."""
    gradient = QLinearGradient(at, QPointF(at.x() + width, at.y() + width))
    gradient.setSpread(QGradient.Spread.RepeatSpread)
    _stops(gradient, (ground, stripe), soft=0.06)
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
