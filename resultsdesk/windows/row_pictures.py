"""Rows as they were painted last, so that a list which moves by a row paints one row and not thirty."""

from collections.abc import Callable, Hashable, Iterable
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap

from resultsdesk.figures.shapes import Figure
from resultsdesk.painters.theme import Theme
from resultsdesk.windows.picture import Painted, repainted

KEPT = 160


class RowPictures:
    """A picture by the row's identity, drawn from its subject. One in doubt is drawn again, and painted again where the
    drawing differs."""

    def __init__(
        self, theme: Theme, subject: Callable[[Any], object], draw: Callable[[Any, float, float], Figure], ground: str
    ) -> None:
        self._theme, self._subject, self._draw, self._ground = theme, subject, draw, ground
        self._kept: dict[Hashable, Painted] = {}
        self._sure: set[Hashable] = set()
        self._size: tuple[int, int, float] = (0, 0, 1.0)

    def of(self, one: Hashable, width: int, height: int, ratio: float) -> QPixmap:
        """Return a row's picture; `ratio` is how many dots a unit is wide on this screen."""
        if (width, height, ratio) != self._size:
            self._size = (width, height, ratio)
            self._kept.clear()
            self._sure.clear()
        known = self._kept.get(one)
        if known is not None and one in self._sure:
            return known[1]
        figure = self._draw(self._subject(one), float(width), float(height))
        if known is None or (known[0] is not figure and known[0] != figure):
            if len(self._kept) >= KEPT:
                self._kept.clear()
                self._sure.clear()
            size = QSize(width, height)
            known = self._kept[one] = (figure, repainted(known, figure, self._theme, size, ratio, self._ground))
        self._sure.add(one)
        return known[1]

    def figure(self, one: Hashable, width: int, height: int, ratio: float) -> Figure:
        """Return the figure of a row's picture, to be painted on another ground."""
        self.of(one, width, height, ratio)
        return self._kept[one][0]

    def doubt(self, some: Iterable[Hashable]) -> None:
        """Take in that these rows may look different."""
        self._sure.difference_update(some)

    def doubt_all(self) -> None:
        """Take in that any row may look different."""
        self._sure.clear()
