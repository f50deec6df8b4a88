"""What this is, and whose work it stands on."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from resultsdesk.intake.library import Offer
from resultsdesk.painters.theme import Theme
from resultsdesk.windows.style import stylesheet
from resultsdesk.windows.titles import titled

LICENCE = (
    "Results Desk is free software under the MIT License. "
    "It is set in Red Hat Display and Source Sans Pro, both under the SIL Open Font License, "
    "and made with Qt for Python (LGPL v3), pyqtgraph (MIT) and sqlite-utils (Apache 2.0)."
)


class AboutDialog(QDialog):
    """The version, the licence, and each briefing's credit lines as their authors ask for them."""

    def __init__(self, theme: Theme, version: str, offers: Sequence[Offer], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(titled("About"))
        self.setStyleSheet(stylesheet(theme))
        self.setMinimumSize(600, 460)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(8)
        column.addWidget(_words("Results Desk", "brand"))
        column.addWidget(_words(f"Version {version}", "muted"))
        column.addSpacing(6)
        column.addWidget(_words(LICENCE, ""))
        column.addSpacing(6)
        column.addWidget(_words("Credits of the briefings", "title"))
        self.credits = QPlainTextEdit(credit_lines(offers))
        self.credits.setReadOnly(True)
        self.credits.setTabChangesFocus(True)
        self.credits.setAccessibleName("Credits")
        column.addWidget(self.credits, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        close = QPushButton("Close")
        close.setDefault(True)
        close.setObjectName("primary")
        close.clicked.connect(self.accept)
        row.addWidget(close)
        column.addLayout(row)
        close.setFocus()


def credit_lines(offers: Sequence[Offer]) -> str:
    """Return each briefing's title with its credit lines below it."""
    return "\n\n".join("\n".join((one.title, *(f"  {line}" for line in one.credits))) for one in offers)


def _words(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setWordWrap(True)
    return label
