"""One candidacy of the form: its painted line and its box."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from resultsdesk.figures.shapes import Figure
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
from resultsdesk.windows.picture import Picture

TALLEST_BOX = 40
GROUND = "ink"  # the form lies on the window itself


class CandidacyRow(QWidget):
    """Paints again only when its line says something else."""

    retyped = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = Picture(theme, GROUND)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._line: CandidacyLine | None = None
        self._drawn: Figure | None = None
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
        self._line, self._drawn = line, None
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
        painter = QPainter(self)
        if self._line is None:
            painter.fillRect(event.rect(), self._theme.colour(GROUND))
            painter.end()
            return
        if self._drawn is None or (self._drawn.width, self._drawn.height) != (self.width(), self.height()):
            self._drawn = candidacy_figure(self._line, float(self.width()), float(self.height()))
        painter.drawPixmap(0, 0, self._picture.of(self._drawn, self.size(), self.devicePixelRatioF()))
        painter.end()
