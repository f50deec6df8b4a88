"""The rundown: Enter puts a line in preview; lines are moved, kept longer and taken out by their keys."""

from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from resultsdesk.figures.rundown_row import rundown_row
from resultsdesk.figures.shapes import Figure
from resultsdesk.models.rundown import RundownLine, RundownList
from resultsdesk.painters.theme import Theme
from resultsdesk.windows.rows import Index, RowList

HEIGHT = 34
LONGER = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
SHIFTED = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RundownView(RowList):
    """Says what is wanted; the programme changes elsewhere."""

    chosen = Signal(int)
    removed = Signal(int)
    shifted = Signal(int, int)
    longer = Signal(int, int)

    def __init__(self, model: RundownList, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, model, _drawn, HEIGHT, "Rundown", parent)
        self._lines = model
        self.nothing = "Nothing planned. Ctrl Enter adds a scene."
        model.modelReset.connect(self._keep_cursor)
        self._at = 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self._lines.id_at(self.currentIndex().row())
        key, alt = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if line is None:
            super().keyPressEvent(event)
        elif alt and key in SHIFTED:
            self._at = max(self.currentIndex().row() + SHIFTED[key], 0)
            self.shifted.emit(line, SHIFTED[key])
        elif key == Qt.Key.Key_Delete:
            self._at = self.currentIndex().row()
            self.removed.emit(line)
        elif key in LONGER:
            self.longer.emit(line, LONGER[key])
        else:
            super().keyPressEvent(event)

    def currentChanged(self, now: Index, before: Index) -> None:
        super().currentChanged(now, before)
        if now.isValid():
            self._at = now.row()

    def _keep_cursor(self) -> None:
        """Put the cursor back where it was, or where its line went."""
        rows = self._lines.rowCount()
        if rows:
            self.setCurrentIndex(self._lines.index(min(self._at, rows - 1)))

    def _open(self, index: QModelIndex) -> None:
        line = self._lines.id_at(index.row())
        if line is not None:
            self.chosen.emit(line)


def _drawn(line: Any, width: float, height: float) -> Figure:  # noqa: ANN401  # each list has its own subject
    if not isinstance(line, RundownLine):
        return Figure(width, height)
    return rundown_row(line.place, line.words, line.item.dwell, width, height, line.on_air, line.in_preview)
