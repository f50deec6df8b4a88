"""Paths of the shapes that are more than a rectangle."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from resultsdesk.figures.place import Rings
from resultsdesk.figures.shapes import Box, Point


def path_of(rings: Rings) -> QPainterPath:
    """Return rings as one closed path, holes left out (even-odd rule)."""
    path = QPainterPath()
    for ring in rings:
        path.addPolygon(_polygon(ring))
        path.closeSubpath()
    return path


def box_path(box: Box) -> QPainterPath:
    """Return a box's path: its corners rounded, or its right side leaning by `slant`."""
    path = QPainterPath()
    if box.slant:
        left, top, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
        path.addPolygon(_polygon(((left, top), (right, top), (right - box.slant, bottom), (left, bottom))))
        path.closeSubpath()
    else:
        path.addRoundedRect(QRectF(box.x, box.y, box.width, box.height), box.radius, box.radius)
    return path


def _polygon(points: tuple[Point, ...]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])
