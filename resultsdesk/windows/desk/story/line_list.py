"""The lines and their evidence as lists: keys say what is to be done with a line."""

from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from resultsdesk.figures.shapes import Figure
from resultsdesk.figures.story_row import evidence_row, missing_row, story_row
from resultsdesk.models.evidence import EvidenceList, Shown
from resultsdesk.models.story import StoryList, Told
from resultsdesk.night.briefing import Briefing
from resultsdesk.painters.theme import Theme
from resultsdesk.windows.desk.story.keys import VERBS
from resultsdesk.windows.rows import Index, RowList

ROW, EVIDENCE_ROW = 50, 28
BACK = (Qt.Key.Key_Escape, Qt.Key.Key_Left)


class LineList(RowList):
    """`asked` says a verb of `keys.VERBS`; `looked_at` that the cursor is on another line. A click only looks."""

    asked = Signal(str)
    looked_at = Signal()

    def __init__(self, model: StoryList, briefing: Briefing, theme: Theme, parent: QWidget | None = None) -> None:
        def drawn(told: Any, width: float, height: float) -> Figure:  # noqa: ANN401  # each list has its own subject
            if not isinstance(told, Told):
                return Figure(width, height)
            return story_row(told.line, briefing, width, height, told.pinned, told.said, told.withdrawn)

        super().__init__(theme, model, drawn, ROW, "Story", parent)
        self._lines = model
        self.doubleClicked.connect(lambda _: self.asked.emit("card"))

    @property
    def told(self) -> Told | None:
        """Return the row the cursor is on."""
        one = self._lines.id_at(self.currentIndex().row())
        return self._lines.subject(one) if one is not None else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        verb = VERBS.get(Qt.Key(event.key())) if not held else None
        if verb is not None:
            self.asked.emit(verb)
        else:
            super().keyPressEvent(event)

    def currentChanged(self, now: Index, before: Index) -> None:
        super().currentChanged(now, before)
        self.looked_at.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())  # a longer sentence under the list leaves it less room

    def dataChanged(self, first: Index, last: Index, roles: object = ()) -> None:
        super().dataChanged(first, last, roles)
        if first.row() <= self.currentIndex().row() <= last.row():
            self.looked_at.emit()

    def _open(self, index: QModelIndex) -> None:
        """Do nothing: the first click looks."""


class EvidenceView(RowList):
    """Enter or a click says which figure to follow; `left` when the keys are to go back to the lines."""

    chosen = Signal(object)  # Evidence
    left = Signal()

    def __init__(self, model: EvidenceList, briefing: Briefing, theme: Theme, parent: QWidget | None = None) -> None:
        def drawn(shown: Any, width: float, height: float) -> Figure:  # noqa: ANN401  # each list has its own subject
            if not isinstance(shown, Shown):
                return Figure(width, height)
            if shown.evidence is None:
                return missing_row(shown.missing, width, height)
            return evidence_row(shown.evidence, briefing, width, height, shown.entry, shown.name)

        super().__init__(theme, model, drawn, EVIDENCE_ROW, "Evidence", parent)
        self._evidence = model

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in BACK and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        one = self._evidence.id_at(index.row())
        shown = self._evidence.subject(one) if one is not None else None
        if shown is not None and shown.evidence is not None and shown.evidence.contest is not None:
            self.chosen.emit(shown.evidence)
