"""One candidacy of the form: its painted line and its box."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from resultsdesk.painters.paint import paint
from resultsdesk.painters.theme import Theme
from resultsdesk.windows.desk.entry.candidacy_figure import (
    BOX_GAP,
    SHARE_WIDTH,
    CandidacyLine,
    box_width,
    candidacy_figure,
    words_of_line,
)
from resultsdesk.windows.desk.entry.figure_box import FigureBox

TALLEST_BOX = 40


class CandidacyRow(QWidget):
    """Paints again only when its line says something else."""

    retyped = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._line: CandidacyLine | None = None
        self.box = FigureBox("votes", parent=self)
        self.box.textEdited.connect(self.retyped)
        self.setFocusProxy(self.box)

    @property
    def line(self) -> CandidacyLine | None:
        """Return what the row shows."""
        return self._line

    def tell(self, line: CandidacyLine) -> None:
        """Show another line."""
        if line == self._line:
            return
        self._line = line
        self.box.mark(line.trouble)
        self.box.setAccessibleName(words_of_line(line))
        self.box.setToolTip(line.remark)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        height = min(self.height() - 6, TALLEST_BOX)
        width = box_width(self.width())
        left = self.width() - SHARE_WIDTH - BOX_GAP - width + 4
        self.box.setGeometry(left, (self.height() - height) // 2, width, height)
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._line is None:
            return
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        drawn = candidacy_figure(self._line, float(self.width()), float(self.height()))
        paint(painter, drawn, self._theme, QRectF(self.rect()))
        painter.end()
