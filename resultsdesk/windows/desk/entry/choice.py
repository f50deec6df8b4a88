"""Choosing candidacies by their number: the winner that was heard, or whom the drawn lot elected."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from resultsdesk.psephology.candidacy import Candidacy, CandidacyId

ID = Qt.ItemDataRole.UserRole


class Choice(QWidget):
    """A list in which a number or the arrows choose and Enter confirms; Esc leaves it."""

    chosen = Signal(tuple)  # CandidacyIds, in the order chosen
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = 1
        self._picked: list[CandidacyId] = []
        self._title = QLabel()
        self._title.setObjectName("title")
        self._title.setWordWrap(True)
        self.list = QListWidget()
        self.list.setObjectName("choice")
        self.list.itemActivated.connect(self._pick)
        self.list.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self._title)
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

    def ask(self, question: str, candidacies: Sequence[Candidacy], parties: Sequence[str], wanted: int = 1) -> None:
        """Ask for so many of these candidacies."""
        self._wanted, self._picked = wanted, []
        self._title.setText(question)
        self.list.setAccessibleName(question)
        self.list.clear()
        for place, (one, party) in enumerate(zip(candidacies, parties, strict=True), start=1):
            item = QListWidgetItem(f"{place}   {one.surname.upper()}, {one.forenames}   {party}")
            item.setData(ID, one.id)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif text.isdecimal() and 1 <= int(text) <= self.list.count() and not event.modifiers() & NOT_PLAIN:
            self.list.setCurrentRow(int(text) - 1)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: object, event: object) -> bool:
        # The list would take digits for a search of its own.
        if not isinstance(event, QKeyEvent) or event.type() != QKeyEvent.Type.KeyPress:
            return False
        ours = event.text().isdecimal() or event.key() == Qt.Key.Key_Escape
        if ours:
            self.keyPressEvent(event)
        return ours

    def _pick(self, item: QListWidgetItem) -> None:
        one = CandidacyId(item.data(ID))
        if one in self._picked:
            self._picked.remove(one)
        else:
            self._picked.append(one)
        item.setText(item.text().removesuffix(MARK) + (MARK if one in self._picked else ""))
        if len(self._picked) == self._wanted:
            self.chosen.emit(tuple(self._picked))


MARK = "   ✓"
NOT_PLAIN = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
