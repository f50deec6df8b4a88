"""All keys on one page, from the table the shortcuts themselves are made from."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from resultsdesk.windows.commands import Offer
from resultsdesk.windows.desk.frame.key_line import key_words
from resultsdesk.windows.titles import titled

IN_THE_FORM = (
    ("Enter, Down", "Next box; after the last the check figures, then the button"),
    ("Shift Enter, Up", "The box before"),
    ("Ctrl V", "Paste a figure, a column, a row, or lines that name the candidates"),
    ("Ctrl 1 … 9", "Acknowledge a warning, or take that back"),
    ("Esc", "Leave a choice or a correction"),
)
INSIDE = {"In the form": IN_THE_FORM}


class Help(QDialog):
    """Scrolls with the arrows; Esc closes it. `inside` are keys that belong to one part of the window."""

    def __init__(
        self,
        offers: Sequence[Offer],
        parent: QWidget | None = None,
        inside: Mapping[str, Sequence[tuple[str, str]]] = INSIDE,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(titled("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(720, 620)
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        groups: dict[str, list[tuple[str, str]]] = {}
        for one in offers:
            if one.keys:
                groups.setdefault(one.group, []).append((key_words(one.keys), one.words))
        groups |= {group: list(lines) for group, lines in inside.items()}
        row = 0
        for group, lines in groups.items():
            title = QLabel(group)
            title.setObjectName("title")
            grid.addWidget(title, row, 0, 1, 2)
            row += 1
            for key, words in lines:
                tag = QLabel(key)
                tag.setObjectName("key")
                tag.setSizePolicy(tag.sizePolicy().horizontalPolicy().Fixed, tag.sizePolicy().verticalPolicy())
                grid.addWidget(tag, row, 0, Qt.AlignmentFlag.AlignRight)
                grid.addWidget(QLabel(words), row, 1)
                row += 1
        grid.setRowStretch(row, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName("Keys")
        scroll.setWidget(page)
        layout = QVBoxLayout(self)
        layout.addWidget(scroll)
        scroll.setFocus()
