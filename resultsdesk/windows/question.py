"""A question before something that everybody will see: what it does in plain words, and two keys."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

WIDTH, MARGIN = 460, 24


class Question(QDialog):
    """Asks, and calls `do` with the reason given (empty where none is asked for) if the answer is yes.

    Esc and the second button leave everything as it is.
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
        self.setWindowTitle(title)
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
        self.yes = QPushButton(yes)
        self.yes.setDefault(True)
        self.no = QPushButton("Leave it  Esc")
        self.no.setAccessibleName("Leave it as it is")
        self.yes.clicked.connect(self.accept)
        self.no.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.no)
        buttons.addWidget(self.yes)
        layout.addSpacing(4)
        layout.addLayout(buttons)
        self.setAccessibleName(f"{title}. {' '.join(lines)}")
        (self.reason if reason else self.yes).setFocus()
        self.accepted.connect(self._answer)

    def _answer(self) -> None:
        self._do(self.reason.text().strip())
