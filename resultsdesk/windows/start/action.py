"""A large button that says what it does and which key does it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget


class Action(QPushButton):
    """One way to begin."""

    def __init__(self, title: str, words: str, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("action")
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.setShortcut(keys)
        said = QVBoxLayout()
        said.setSpacing(1)
        said.addStretch()
        said.addWidget(_label(title, "actionTitle"))
        said.addWidget(_label(words, "actionWords"))
        said.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 8, 16, 8)
        row.addLayout(said, 1)
        key = _label(keys.replace("+", " "), "key")
        row.addWidget(key, 0, Qt.AlignmentFlag.AlignVCenter)


def _label(words: str, name: str) -> QLabel:
    label = QLabel(words)
    label.setObjectName(name)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label
