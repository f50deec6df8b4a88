"""Choosing candidacies by their number: the winner that was heard, or whom the drawn lot elected."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidgetItem, QVBoxLayout, QWidget

from resultsdesk.painters.theme import Theme
from resultsdesk.psephology.candidacy import Candidacy, CandidacyId
from resultsdesk.windows.desk.entry.stray import ENTER, strays
from resultsdesk.windows.tailed_items import TAIL, TailedItems
from resultsdesk.windows.whole_rows import WholeRows

ID = Qt.ItemDataRole.UserRole
MARK = "   ✓"
ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class Choice(QWidget):
    """A list in which a number or the arrows choose and Enter confirms; Esc leaves it.

    Nobody is chosen to begin with and letters choose nobody: whoever types on, with the eyes on the paper, must not
    announce a winner by it. `strayed` tells of such a key; after one, a number is a figure of the next contest, and
    only the arrows, which nobody types, choose.
    """

    chosen = Signal(tuple)  # CandidacyIds, in the order chosen
    left = Signal()
    strayed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = 1
        self._picked: list[CandidacyId] = []
        self._typed = ""
        self._astray = False
        self._title = QLabel()
        self._title.setObjectName("title")
        self._title.setWordWrap(True)
        self.list = WholeRows()
        self.list.setObjectName("choice")
        self.list.setItemDelegate(TailedItems(theme, self.list))
        self.list.itemActivated.connect(self._pick)
        self.list.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self._title)
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

    def ask(self, question: str, candidacies: Sequence[Candidacy], parties: Sequence[str], wanted: int = 1) -> None:
        """Ask for so many of these candidacies."""
        self._wanted, self._picked, self._typed, self._astray = wanted, [], "", False
        self._title.setText(question)
        self.list.setAccessibleName(question)
        self.list.clear()
        for place, (one, party) in enumerate(zip(candidacies, parties, strict=True), start=1):
            name = ", ".join(part for part in (one.surname.upper(), one.forenames) if part)
            item = QListWidgetItem(f"{place:>2}   {name}")
            item.setData(ID, one.id)
            item.setData(TAIL, party)
            self.list.addItem(item)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._took(event)

    def _took(self, event: QKeyEvent) -> bool:
        """Do what a key means here; return whether it means anything but what it means in any list."""
        key, chosen = Qt.Key(event.key()), bool(self.list.selectedItems())
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif strays(event) and event.text().isdecimal() and not self._astray:
            self._number(self._typed + event.text())
        elif key == Qt.Key.Key_Backspace:
            self._number(self._typed[:-1])
        elif key in ARROWS and not chosen:
            self._typed, self._astray = "", False
            self.list.setCurrentRow(0 if key == Qt.Key.Key_Down else self.list.count() - 1)
        elif strays(event) and not (chosen and key in ENTER):
            self._typed, self._astray = "", True
            self.list.clearSelection()
            self.strayed.emit()
        else:
            self._typed = ""
            return False
        return True

    def _number(self, typed: str) -> None:
        """Choose by a number of one digit or more; nobody where nobody has it."""
        self._typed = typed
        place = int(typed or "0")
        if 1 <= place <= self.list.count():
            self.list.setCurrentRow(place - 1)
        else:
            self.list.clearSelection()

    def _pick(self, item: QListWidgetItem) -> None:
        if not item.isSelected():
            return
        one = CandidacyId(item.data(ID))
        if one in self._picked:
            self._picked.remove(one)
        else:
            self._picked.append(one)
        item.setText(item.text().removesuffix(MARK) + (MARK if one in self._picked else ""))
        if len(self._picked) == self._wanted:
            self.chosen.emit(tuple(self._picked))
