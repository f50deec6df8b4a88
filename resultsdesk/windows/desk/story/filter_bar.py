"""Which lines of the story are listed, and in which order."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from resultsdesk.models.story import Order, StoryFilter
from resultsdesk.night.night import Night, Scope, scope_name
from resultsdesk.painters.theme import Theme
from resultsdesk.psephology.rounding import number
from resultsdesk.windows.chooser import Chooser
from resultsdesk.windows.desk.night.map_panel import chip
from resultsdesk.windows.desk.night.seats_panel import scopes_of
from resultsdesk.windows.line_edit import LineEdit

ORDERS = {Order.TELLING: "Most telling", Order.NEWEST: "Newest"}
LEAVING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class FilterBar(QWidget):
    """`changed` tells the filter; `left` when the keys are to go to the lines."""

    changed = Signal(object)  # StoryFilter
    left = Signal()

    def __init__(self, night: Night, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scopes = scopes_of(night)
        self.now = StoryFilter(self._scopes[0] if self._scopes else Scope())
        title = QLabel("Story")
        title.setObjectName("title")
        self.count = QLabel()
        self.count.setObjectName("muted")
        self.orders = {one: chip(words, f"{words} first") for one, words in ORDERS.items()}
        self.pinned = chip("Pinned", "Only what is pinned")
        self.search = LineEdit()
        self.search.setPlaceholderText("Filter lines  /")
        self.search.setAccessibleName("Filter lines by words")
        self.search.installEventFilter(self)
        self.scope = Chooser(theme, "Lines of")
        self.scope.setSizeAdjustPolicy(Chooser.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.scope.setMinimumContentsLength(14)
        for one in self._scopes:
            self.scope.addItem(scope_name(night.briefing, one))
        head, below = QHBoxLayout(), QHBoxLayout()
        head.addWidget(title)
        head.addSpacing(8)
        head.addWidget(self.count, 1)
        for button in (*self.orders.values(), self.pinned):
            head.addWidget(button)
        below.addWidget(self.search, 3)
        below.addWidget(self.scope, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(9, 0, 9, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addLayout(below)
        for order, button in self.orders.items():
            button.clicked.connect(lambda _=False, order=order: self.choose(order=order))
        self.pinned.clicked.connect(lambda: self.choose(pinned=not self.now.pinned))
        self.search.textChanged.connect(lambda words: self.choose(words=words))
        self.scope.currentIndexChanged.connect(lambda row: self.choose(scope=self._scopes[row]))
        self.choose()

    def choose(self, **fields: object) -> None:
        """Change fields of the filter, by name."""
        self.now = replace(self.now, **fields)  # type: ignore[arg-type]  # fields of the filter by name
        for order, button in self.orders.items():
            button.setChecked(order is self.now.order)
        self.pinned.setChecked(self.now.pinned)
        self.changed.emit(self.now)

    def turn(self) -> None:
        """List the newest first, or the most telling again."""
        self.choose(order=Order.TELLING if self.now.order is Order.NEWEST else Order.NEWEST)

    def tell(self, lines: int, withdrawn: int) -> None:
        """Say how many lines pass the filter."""
        said = f"{number(lines)} {'line' if lines == 1 else 'lines'}"
        self.count.setText(f"{said} · {number(withdrawn)} withdrawn" if withdrawn else said)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in LEAVING and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.left.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                if self.search.text():
                    self.search.clear()
                else:
                    self.left.emit()
                return True
        return False
