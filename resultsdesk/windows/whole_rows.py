"""A list that shows whole rows alone: half a row at the bottom reads as one that is cut off by mistake."""

from PySide6.QtWidgets import QListWidget


class WholeRows(QListWidget):
    """What is left of its height below the last whole row stays empty."""

    def updateGeometries(self) -> None:
        super().updateGeometries()
        row, inside = self.sizeHintForRow(0), self.contentsRect().height()
        rest = inside % row if 0 < row < inside else 0
        if self.viewportMargins().bottom() != rest:
            self.setViewportMargins(0, 0, 0, rest)
