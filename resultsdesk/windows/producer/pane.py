"""A part of the panel under a title of its own."""

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget


class Pane(QFrame):
    """A title and what is under it; the first of several takes what room there is."""

    def __init__(self, title: str, *inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        head = QLabel(title)
        head.setObjectName("title")
        head.setContentsMargins(9, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(5, 10, 5, 8)
        column.setSpacing(8)
        column.addWidget(head)
        for place, one in enumerate(inside):
            column.addWidget(one, 1 if place == 0 and len(inside) > 1 else 0)
