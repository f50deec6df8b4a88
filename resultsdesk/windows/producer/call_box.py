"""Calling up a scene: its number or its name, and of what, in a few letters."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from resultsdesk.desk.calling import Called
from resultsdesk.painters.theme import Theme
from resultsdesk.windows.desk.frame.palette import MOVES
from resultsdesk.windows.line_edit import LineEdit
from resultsdesk.windows.tailed_items import TAIL, TailedItems

LEAST = 126  # the box and two scenes
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CallBox(QWidget):
    """Enter puts the chosen scene in preview; Ctrl Enter, a key of the panel, into the rundown. `call` answers what is
    typed, `examples` are of what may be.
    """

    previewed = Signal(object)  # SceneRequest
    added = Signal(object)  # SceneRequest

    def __init__(
        self,
        call: Callable[[str], Sequence[Called]],
        examples: Sequence[str],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._call = call
        self._called: tuple[Called, ...] = ()
        self.search = LineEdit()
        self.search.setObjectName("search")
        self.search.setPlaceholderText(f"Call up a scene: {', '.join(examples)} …")
        self.search.setAccessibleName("Call up a scene by number or name")
        self.search.textChanged.connect(self._show)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setObjectName("calls")
        self.list.setAccessibleName("Scenes")
        self.list.setItemDelegate(TailedItems(theme, self.list, strong=True))
        self.list.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemDoubleClicked.connect(lambda _: self._choose(self.previewed))
        # No higher than it must be where there is little room: it scrolls, and the monitors beside it do not.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.setMinimumHeight(LEAST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        self.refresh()

    def begin(self) -> None:
        """Put the keys where a scene is called up, over what was typed before."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def add_chosen(self) -> None:
        """Have the chosen scene put into the rundown."""
        self._choose(self.added)

    def refresh(self) -> None:
        """Answer anew what stands in the box."""
        self._show(self.search.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in MOVES:
                self.list.event(event)
                return True
            if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._choose(self.previewed)
                return True
        return False

    def _show(self, said: str) -> None:
        called = tuple(self._call(said))
        if called == self._called:
            return
        self._called = called
        self.list.clear()
        for one in called:
            item = QListWidgetItem(one.words)
            item.setData(TAIL, f"{one.number}")
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _choose(self, told: SignalInstance) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._called):
            told.emit(self._called[row].scene)
            self.search.selectAll()
