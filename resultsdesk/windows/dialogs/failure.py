"""A failure in one sentence and a remedy."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from resultsdesk.painters.theme import Theme
from resultsdesk.windows.style import stylesheet
from resultsdesk.windows.titles import titled

WIDTH = 540


class FailureDialog(QDialog):
    """Says what happened and what to do. `show_log`, for a bug, opens what the program wrote down.

    Esc alone closes it: it comes up in front of hands that type on, whose Enter must not take it away unread.
    """

    def __init__(
        self,
        theme: Theme,
        sentence: str,
        remedy: str,
        show_log: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(titled())
        self.setStyleSheet(stylesheet(theme))
        self.setAccessibleName(sentence)
        self.setAccessibleDescription(remedy)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 26, 28, 22)
        column.setSpacing(8)
        column.addWidget(_words(sentence, "failure"))
        if remedy:
            column.addWidget(_words(remedy, "lead"))
        column.addSpacing(14)
        row = QHBoxLayout()
        row.addStretch(1)
        if show_log is not None:
            log = QPushButton("Show the log")
            log.setAutoDefault(False)
            log.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            log.clicked.connect(show_log)
            row.addWidget(log)
        close = QPushButton("Go on  Esc")
        close.setAutoDefault(False)
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.setObjectName("primary")
        close.clicked.connect(self.accept)
        row.addWidget(close)
        column.addLayout(row)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()
        self.resize(WIDTH, column.heightForWidth(WIDTH))


def _words(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
