"""A figure as it was painted last, to be shown again without painting it, or with only what differs painted anew."""

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion

from resultsdesk.figures.shapes import Figure
from resultsdesk.painters.paint import extent, paint, paint_on
from resultsdesk.painters.theme import Theme

Painted = tuple[Figure, QPixmap]
MOST_ANEW = 0.5  # of the shapes: where more differ, painting everything is as quick


def painted(figure: Figure, theme: Theme, size: QSize, ratio: float, ground: str = "") -> QPixmap:
    """Return a figure painted on an ink or on nothing; `ratio` is how many dots a unit is wide on its screen."""
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(_ground(theme, ground))
    paint_on(picture, figure, theme, QRectF(0, 0, size.width(), size.height()))
    return picture


class Picture:
    """Keeps the last pictures, of which the newest is shown for as long as figure, size and screen stay the same."""

    def __init__(self, theme: Theme, ground: str = "", kept: int = 1) -> None:
        self._theme, self._ground, self._most = theme, ground, kept
        self._of: tuple[QSize, float] | None = None
        self._kept: list[Painted] = []  # the newest last

    def of(self, figure: Figure, size: QSize, ratio: float) -> QPixmap:
        """Return a figure's picture."""
        if (size, ratio) != self._of:
            self._of = (size, ratio)
            self._kept.clear()
        for one in reversed(self._kept):
            if one[0] is figure or one[0] == figure:
                return one[1]
        before = self._kept[-1] if self._kept else None
        picture = repainted(before, figure, self._theme, size, ratio, self._ground)
        self._kept = [*self._kept[len(self._kept) - self._most + 1 :], (figure, picture)]
        return picture


def repainted(
    before: Painted | None, figure: Figure, theme: Theme, size: QSize, ratio: float, ground: str = ""
) -> QPixmap:
    """Return what `painted` does, from an earlier picture of the same size where only some of it differs."""
    region = _difference(before[0], figure) if before and _fills(figure, size) else None
    if before is None or region is None:
        return painted(figure, theme, size, ratio, ground)
    picture = before[1].copy()
    painter = QPainter(picture)
    try:
        painter.setClipRegion(region)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.fillRect(region.boundingRect(), _ground(theme, ground))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        paint(painter, figure, theme, QRectF(0, 0, size.width(), size.height()))
    finally:
        painter.end()
    return picture


def _fills(figure: Figure, size: QSize) -> bool:
    """Return whether a unit of the figure is a unit of the screen, so that a shape's extent is where it is painted."""
    return (figure.width, figure.height) == (size.width(), size.height())


def _difference(before: Figure, after: Figure) -> QRegion | None:
    """Return where two figures of one size differ, or None where that is nearly everywhere."""
    if replace(before, shapes={}) != replace(after, shapes={}):
        return None
    if [one for one in before.shapes if one in after.shapes] != [one for one in after.shapes if one in before.shapes]:
        return None  # what lay above lies below now
    region, count = QRegion(), 0
    for one in {**before.shapes, **after.shapes}:
        old, new = before.shapes.get(one), after.shapes.get(one)
        if old == new:
            continue
        count += 1
        for shape in (old, new):
            if shape is not None:
                region += extent(shape).toAlignedRect().adjusted(-1, -1, 1, 1)
    return region if count <= MOST_ANEW * len(after.shapes) else None


def _ground(theme: Theme, ground: str) -> QColor:
    return theme.colour(ground) if ground else QColor(Qt.GlobalColor.transparent)
