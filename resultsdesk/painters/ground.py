"""The ground of a figure, and the glow on it: painted once, since a screen full of gradient takes half a frame."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QRadialGradient, QTransform

from resultsdesk.assets.inks import mixed
from resultsdesk.figures.shapes import FADING

FRAME = 1920 * 1080
"""Pixels of a screen."""

Ellipse = tuple[float, float, float, float]  # x and y of the centre and the radii, in pixels
Key = tuple[str, str, int, int, Ellipse]


class Grounds:
    """The pictures of the grounds that were painted last, of no more than `most` pixels together."""

    def __init__(self, most: int = 3 * FRAME) -> None:
        self._most = most
        self._kept: dict[Key, QImage] = {}

    def picture(self, ground: str, glow: str, size: QSize, ellipse: Ellipse) -> QImage:
        """Return a picture all of `ground` with `glow` in the middle of an ellipse; both are `#rrggbb`."""
        key = (ground, glow, size.width(), size.height(), ellipse)
        known = self._kept.get(key)
        if known is None:
            known = _painted(ground, glow, size, ellipse)
            # Never the one that another thread may be reading.
            self._kept = _within({**self._kept, key: known}, self._most)
        return known


def _within(pictures: dict[Key, QImage], most: int) -> dict[Key, QImage]:
    """Return the newest pictures that are not too large together, and the very newest anyway."""
    kept: list[tuple[Key, QImage]] = []
    room = most
    for key, picture in reversed(pictures.items()):
        room -= picture.width() * picture.height()
        if kept and room < 0:
            break
        kept.append((key, picture))
    return dict(reversed(kept))


def _painted(ground: str, glow: str, size: QSize, ellipse: Ellipse) -> QImage:
    x, y, across, down = ellipse
    light = QRadialGradient(0.0, 0.0, 1.0)
    light.setStops([(place, QColor(mixed(glow, ground, part))) for place, part in FADING])
    brush = QBrush(light)
    brush.setTransform(QTransform(across, 0.0, 0.0, down, x, y))
    picture = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    try:
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), brush)
    finally:
        painter.end()
    return picture
