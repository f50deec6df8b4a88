"""Paths of the shapes that are more than a rectangle."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from resultsdesk.figures.place import Rings
from resultsdesk.figures.shapes import Box


def path_of(rings: Rings) -> QPainterPath:
    """Return rings as one closed path, holes left out (even-odd rule)."""
    path = QPainterPath()
    for ring in rings:
        # Corner by corner: a polygon of points takes half as long again to make.
        path.moveTo(*ring[0])
        for x, y in ring[1:]:
            path.lineTo(x, y)
        path.closeSubpath()
    return path


def box_path(box: Box) -> QPainterPath:
    """Return a box's path: its corners rounded, or its right side leaning by `slant`."""
    if box.slant:
        left, top, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
        return path_of((((left, top), (right, top), (right - box.slant, bottom), (left, bottom)),))
    path = QPainterPath()
    path.addRoundedRect(QRectF(box.x, box.y, box.width, box.height), box.radius, box.radius)
    return path
