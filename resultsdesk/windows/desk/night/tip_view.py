"""What the map says about the contest under the pointer, beside its tile."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from resultsdesk.figures.shapes import Figure
from resultsdesk.painters.theme import Theme
from resultsdesk.windows.figure_view import FigureView

GAP = 12


class TipView(FigureView):
    """A figure over the map. It never takes the pointer."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, 0, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_beside(self, figure: Figure, tile: QRect, within: QRect) -> None:
        """Show a figure to the right of a tile, to its left where there is no room; never beyond the panel."""
        width, height = round(figure.width), round(figure.height)
        x = tile.right() + GAP
        if x + width > within.right():
            x = tile.left() - GAP - width
        x = min(max(x, within.left() + 4), within.right() - width - 4)
        y = min(max(tile.center().y() - height // 2, within.top() + 4), within.bottom() - height - 4)
        self.setGeometry(x, y, width, height)
        self.draw(lambda _width, _height: figure)
        self.raise_()
        self.show()
