"""A monitor: the very figure of an output, small, with what it is written over it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from resultsdesk.figures.shapes import Figure, figure
from resultsdesk.painters.theme import Theme
from resultsdesk.windows.elided import ElidedLabel
from resultsdesk.windows.figure_view import FigureView

HEAD = 30
EDGE = 3
LEAST = 112  # of the picture: what it shows can still be told
SHAPE = (16, 9)
NOTHING = (1920.0, 1080.0)


class Monitor(QFrame):
    """`live` marks the one that shows what is on air. Its height follows its width, and less where a screen is low."""

    def __init__(self, name: str, theme: Theme, on_air: Theme, live: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("monitor")
        self.setProperty("live", live)
        self.setProperty("showing", False)
        self._name = name
        self.words, self.time, self.mark = ElidedLabel(), QLabel(), QLabel()
        self.words.setObjectName("monitor-words")
        self.view = FigureView(on_air)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, 0, EDGE, EDGE)
        layout.setSpacing(0)
        layout.addLayout(self._head())
        layout.addWidget(self.view)
        self.show_scene(None, "")
        self.count("")

    def show_scene(self, drawn: Callable[[], Figure] | None, words: str, mark: str = "") -> None:
        """Show a figure once it is time to paint, or an empty screen without one; `mark` says something of it."""

        def shown(_width: float, _height: float) -> Figure:
            one = drawn() if drawn is not None else figure(*NOTHING)
            return replace(one, ground=one.ground or "ink")  # what is transparent lies on nothing here

        marked = f", {mark}" if mark else ""
        self.view.draw(shown, f"{self._name}: {words or 'nothing'}{marked}")
        self.words.setText(words)
        self.mark.setText(mark)
        self.mark.setVisible(bool(mark))
        if bool(words) != self.property("showing"):
            self.setProperty("showing", bool(words))
            self.style().polish(self)

    def count(self, words: str) -> None:
        """Say how long what is shown stays; nothing where it stays until somebody changes it."""
        self.time.setText(words)
        self.time.setVisible(bool(words))

    def _head(self) -> QHBoxLayout:
        """Return the line above the picture; a long name gives way, the time and the mark never do."""
        name = QLabel(self._name)
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(8)
        for label, stretch in ((name, 0), (self.words, 1), (self.time, 0), (self.mark, 0)):
            label.setFixedHeight(HEAD)
            row.addWidget(label, stretch)
        for label in (name, self.time, self.mark):
            label.setObjectName("monitor-name")
        self.time.setAccessibleName("Time left")
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.view.setMaximumHeight(self._tall())
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(400, HEAD + EDGE + self._tall())

    def minimumSizeHint(self) -> QSize:
        return QSize(200, HEAD + EDGE + LEAST)

    def _tall(self) -> int:
        """Return how high the picture is at the monitor's width."""
        return max((self.width() - 2 * EDGE) * SHAPE[1] // SHAPE[0], LEAST)
