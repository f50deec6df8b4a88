"""The key to the map, as high as its width needs."""

from collections.abc import Collection

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from resultsdesk.figures.map_key import map_key
from resultsdesk.figures.seat import Colouring
from resultsdesk.painters.theme import Theme
from resultsdesk.windows.figure_view import FigureView


class KeyView(FigureView):
    """What the colours and marks mean."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 18, parent)
        self._colouring = Colouring.WINNER
        self._seen: Collection[str] = ()

    def tell(self, colouring: Colouring, seen: Collection[str] = ()) -> None:
        """Show the key to another colouring, or to a map that has other rare marks."""
        self._colouring, self._seen = colouring, seen
        self.draw(lambda width, _height: map_key(colouring, width, seen), f"Key to the map, coloured by {colouring}")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        height = round(map_key(self._colouring, float(max(self.width(), 100)), self._seen).height)
        if height != self.height():
            self.setFixedHeight(height)
