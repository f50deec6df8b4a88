"""Every command by its name, with its key: type a few letters, Enter does it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidgetItem, QVBoxLayout, QWidget
from rapidfuzz import fuzz

from resultsdesk.painters.theme import Theme
from resultsdesk.windows.commands import Offer
from resultsdesk.windows.desk.frame.key_line import key_words
from resultsdesk.windows.tailed_items import TAIL, TailedItems
from resultsdesk.windows.titles import titled
from resultsdesk.windows.whole_rows import WholeRows

WIDTH, HEIGHT = 560, 460
MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
ALIKE = 60  # of 100
ID = Qt.ItemDataRole.UserRole


class Palette(QDialog):
    """`do` is called with the id of the command chosen, after the palette has closed."""

    def __init__(
        self, offers: Sequence[Offer], do: Callable[[str], object], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._offers, self._do = tuple(offers), do
        self.setWindowTitle(titled("All commands"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(WIDTH, HEIGHT)
        self.search = QLineEdit()
        self.search.setObjectName("search")
        self.search.setPlaceholderText("What would you like to do?")
        self.search.setAccessibleName("Find a command")
        self.search.textChanged.connect(self._show)
        self.search.installEventFilter(self)
        self.list = WholeRows()
        self.list.setObjectName("choice")
        self.list.setAccessibleName("Commands")
        self.list.setItemDelegate(TailedItems(theme, self.list, strong=True))
        self.list.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.list.itemActivated.connect(lambda _: self._choose())
        self.list.itemClicked.connect(lambda _: self._choose())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 14)
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        self._show("")
        self.search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in MOVES:
                self.list.event(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose()
                return True
        return False

    def _show(self, query: str) -> None:
        names = {one.id: f"{one.words} {one.group}".lower() for one in self._offers}
        order = [one.id for one in self._offers]
        if query.strip():
            alike = {one: fuzz.partial_ratio(query.lower().strip(), name) for one, name in names.items()}
            order = sorted((one for one in order if alike[one] >= ALIKE), key=lambda one: -alike[one])
        by_id = {one.id: one for one in self._offers}
        self.list.clear()
        for one in order:
            offer = by_id[one]
            item = QListWidgetItem(offer.words)
            item.setData(ID, one)
            item.setData(TAIL, key_words(offer.keys) if offer.keys else "")
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _choose(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            chosen = item.data(ID)
            self.accept()
            self._do(chosen)
