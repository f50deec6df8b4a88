"""A figure as it was painted last, to be shown again without painting it, or with only what differs painted anew."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion

from resultsdesk.figures.shapes import Figure
from resultsdesk.painters.paint import extent, paint, paint_on
from resultsdesk.painters.theme import Theme

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
        self._kept: list[tuple[Figure, QPixmap]] = []  # the newest last

    def of(self, figure: Figure, size: QSize, ratio: float) -> QPixmap:
        """Return a figure's picture."""
        if (size, ratio) != self._of:
            self._of = (size, ratio)
            self._kept.clear()
        for one in reversed(self._kept):
            if one[0] is figure or one[0] == figure:
                return one[1]
        picture = self._mended(figure, size) or painted(figure, self._theme, size, ratio, self._ground)
        self._kept = [*self._kept[len(self._kept) - self._most + 1 :], (figure, picture)]
        return picture

    def _mended(self, figure: Figure, size: QSize) -> QPixmap | None:
        """Return the newest picture with only what differs painted anew, or None where that is too much."""
        if not self._kept or (figure.width, figure.height) != (size.width(), size.height()):
            return None
        before, picture = self._kept[-1]
        region = _difference(before, figure)
        if region is None:
            return None
        picture = picture.copy()
        painter = QPainter(picture)
        try:
            painter.setClipRegion(region)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            painter.fillRect(region.boundingRect(), _ground(self._theme, self._ground))
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            paint(painter, figure, self._theme, QRectF(0, 0, size.width(), size.height()))
        finally:
            painter.end()
        return picture


def _difference(before: Figure, after: Figure) -> QRegion | None:
    """Return where two figures of one size differ, or None where that is nearly everywhere."""
    if (before.width, before.height, before.ground) != (after.width, after.height, after.ground):
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
