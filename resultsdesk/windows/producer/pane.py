"""A part of the panel under a title of its own."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget


class Pane(QFrame):
    """A title, on its right the `tail` that says more, and what is under it; the first of several takes what room
    there is.
    """

    def __init__(
        self, title: str, *inside: QWidget, tail: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        head = QLabel(title)
        head.setObjectName("title")
        top = QHBoxLayout()
        top.setContentsMargins(9, 0, 9, 0)
        top.addWidget(head)
        top.addStretch(1)
        if tail is not None:
            top.addWidget(tail)
        column = QVBoxLayout(self)
        column.setContentsMargins(5, 10, 5, 8)
        column.setSpacing(8)
        column.addLayout(top)
        for place, one in enumerate(inside):
            column.addWidget(one, 1 if place == 0 and len(inside) > 1 else 0)
