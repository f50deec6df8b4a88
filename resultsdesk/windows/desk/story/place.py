"""Where the story stands in the desk: over the map and the lists, while the form stays where the hands are."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from resultsdesk.windows.desk.story.panel import StoryPanel


class StoryPlace:
    """Opens and closes the panel in a splitter, in the place of some of its parts. It is made when first opened."""

    def __init__(self, splitter: QSplitter, over: Sequence[QWidget], make: "Callable[[], StoryPanel]") -> None:
        self._splitter, self._over, self._make = splitter, tuple(over), make
        self._around: QWidget | None = None
        self._sizes: list[int] = []
        self.panel: StoryPanel | None = None

    @property
    def shown(self) -> bool:
        """Return whether the story is open."""
        return self._around is not None and not self._around.isHidden()

    def open(self) -> "StoryPanel":
        """Open the story with the keys in its lines."""
        if self.panel is None:
            self.panel = self._make()
            self._around = QWidget()
            around = QVBoxLayout(self._around)
            around.setContentsMargins(12, 14, 12, 12)
            around.addWidget(self.panel)
            self._around.hide()
            self._splitter.addWidget(self._around)
        if self._around is not None and not self.shown:
            self._sizes = self._splitter.sizes()
            room = sum(self._sizes[self._splitter.indexOf(one)] for one in self._over)
            for one in self._over:
                one.hide()
            self._around.show()
            kept = [0 if self._splitter.widget(at) in self._over else size for at, size in enumerate(self._sizes)]
            self._splitter.setSizes([*kept[: self._splitter.count() - 1], room])
        self.panel.begin()
        return self.panel

    def close(self) -> None:
        """Show again what stood in its place."""
        if self._around is None or not self.shown:
            return
        self._around.hide()
        for one in self._over:
            one.show()
        self._splitter.setSizes([*self._sizes[: self._splitter.count() - 1], 0])
