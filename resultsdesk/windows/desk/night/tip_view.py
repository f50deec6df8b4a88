"""What the map says about the contest under the pointer, beside its tile."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from resultsdesk.figures.shapes import Figure
from resultsdesk.figures.tip import WIDTH
from resultsdesk.painters.theme import Theme
from resultsdesk.windows.figure_view import FigureView

GAP = 12
EDGE = 4


def tip_width(within: QRect) -> float:
    """Return how wide a figure over a panel may be: narrower than usual where the panel is."""
    return min(WIDTH, float(within.width() - 2 * EDGE - 1))


class TipView(FigureView):
    """A figure over the map. It never takes the pointer."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, 0, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_beside(self, figure: Figure, tile: QRect, within: QRect) -> None:
        """Show a figure right of a tile, left of it or else below or above, where there is room within the panel."""
        width, height = round(figure.width), round(figure.height)
        x, y = tile.right() + GAP, tile.center().y() - height // 2
        if x + width + EDGE > within.right():
            x = tile.left() - GAP - width
            if x - EDGE < within.left():
                x, y = tile.center().x() - width // 2, tile.bottom() + GAP
                if y + height + EDGE > within.bottom():
                    y = tile.top() - GAP - height
        x = max(min(x, within.right() - width - EDGE), within.left() + EDGE)
        y = max(min(y, within.bottom() - height - EDGE), within.top() + EDGE)
        self.setGeometry(x, y, width, height)
        self.draw(lambda _width, _height: figure)
        self.raise_()
        self.show()
