"""What was on air and has been corrected since: said until it is put right there, or left."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from resultsdesk.air.aired import AiredWrong


class WrongBar(QFrame):
    """Shows the first of them, and how many more there are."""

    again = Signal(object)  # AiredWrong
    left = Signal(object)  # AiredWrong

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("objection")
        self.setProperty("tone", "warn")
        self._wrong: tuple[AiredWrong, ...] = ()
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.yes = QPushButton("In preview  Ctrl A")
        self.yes.setAccessibleName("Put the corrected result in preview")
        self.no = QPushButton("Leave it  Ctrl D")
        self.no.setAccessibleName("Leave it as it was")
        self.yes.clicked.connect(self.air_again)
        self.no.clicked.connect(self.leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(self.words, 1)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        self.hide()

    @property
    def first(self) -> AiredWrong | None:
        """Return what is shown."""
        return self._wrong[0] if self._wrong else None

    def tell(self, wrong: Sequence[AiredWrong]) -> None:
        """Show what is wrong now."""
        self._wrong = tuple(wrong)
        first = self.first
        self.setVisible(first is not None)
        if first is not None:
            more = len(self._wrong) - 1
            said = first.words + (f" ({more} more)" if more else "")
            self.words.setText(said)
            self.setAccessibleName(said)

    def air_again(self) -> None:
        """Have it shown again."""
        if self.first is not None:
            self.again.emit(self.first)

    def leave(self) -> None:
        """Have it left as it was."""
        if self.first is not None:
            self.left.emit(self.first)
