"""A question before something that everybody will see: what it does in plain words, and two keys."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from resultsdesk.windows.titles import titled

WIDTH, MARGIN = 460, 24
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
WAITING = "Ctrl Enter answers, Esc leaves it as it is."


class Question(QDialog):
    """Asks, and calls `do` with the reason given (empty where none is asked for) if the answer is yes.

    Only the keys on its buttons answer: Ctrl Enter is yes, Esc leaves everything as it is. It comes up in front of
    hands that type on, so no letter, no space and no Enter meant for a box may be taken for an answer.
    """

    def __init__(
        self,
        title: str,
        lines: Sequence[str],
        yes: str,
        do: Callable[[str], object],
        reason: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._do = do
        self.setWindowTitle(titled(title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setMinimumWidth(WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 20, MARGIN, 20)
        layout.setSpacing(12)
        head = QLabel(title)
        head.setObjectName("headline")
        head.setWordWrap(True)
        layout.addWidget(head)
        for line in lines:
            label = QLabel(line)
            label.setWordWrap(True)
            label.setMinimumWidth(WIDTH - 2 * MARGIN)  # else its height is that of a narrower label
            layout.addWidget(label)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("Why? A few words for the history")
        self.reason.setAccessibleName("Reason")
        self.reason.setVisible(reason)
        layout.addWidget(self.reason)
        self.astray = QLabel()
        self.astray.setObjectName("warn")
        layout.addWidget(self.astray)
        self.yes = QPushButton(f"{yes}  Ctrl Enter")
        self.yes.setObjectName("primary")
        self.no = QPushButton("Leave it  Esc")
        self.yes.setAccessibleName(f"{yes}: Ctrl Enter")
        self.no.setAccessibleName("Leave it as it is: Esc")
        for one in (self.yes, self.no):
            one.setAutoDefault(False)
            one.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.yes.clicked.connect(self.accept)
        self.no.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.no)
        buttons.addWidget(self.yes)
        layout.addSpacing(4)
        layout.addLayout(buttons)
        self.setAccessibleName(f"{title}. {' '.join(lines)}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        (self.reason if reason else self).setFocus()
        self.accepted.connect(self._answer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.reject()
        elif event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if not event.isAutoRepeat():
                self.accept()
        elif event.text().strip() or event.key() == Qt.Key.Key_Space:
            QApplication.beep()
            self.astray.setText(WAITING)

    def _answer(self) -> None:
        self._do(self.reason.text().strip())
