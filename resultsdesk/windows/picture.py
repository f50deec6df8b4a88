"""A figure as it was painted last, to be shown again without painting it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPixmap

from resultsdesk.figures.shapes import Figure
from resultsdesk.painters.paint import paint_on
from resultsdesk.painters.theme import Theme


def painted(figure: Figure, theme: Theme, size: QSize, ratio: float) -> QPixmap:
    """Return a figure painted on nothing; `ratio` is how many dots a unit is wide on the screen it is for."""
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    paint_on(picture, figure, theme, QRectF(0, 0, size.width(), size.height()))
    return picture


class Picture:
    """Keeps one picture for as long as figure, size and screen stay the same."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._figure: Figure | None = None
        self._of: tuple[QSize, float] | None = None
        self._picture = QPixmap()

    def of(self, figure: Figure, size: QSize, ratio: float) -> QPixmap:
        """Return a figure's picture."""
        if (size, ratio) != self._of or figure != self._figure:
            self._figure, self._of = figure, (size, ratio)
            self._picture = painted(figure, self._theme, size, ratio)
        return self._picture
