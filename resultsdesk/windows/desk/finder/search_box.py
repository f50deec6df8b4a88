"""The box of the finder: the arrows move in the list below while the keys stay here."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from resultsdesk.figures.lettering import span, text
from resultsdesk.figures.shapes import Align, Box, figure
from resultsdesk.painters.paint import paint
from resultsdesk.painters.theme import Theme
from resultsdesk.windows.line_edit import LineEdit

STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}
ROOMY = 250  # so that the key does not lie over the words
TAG_WIDTH, TAG_HEIGHT = 48, 20


class SearchBox(LineEdit):
    """`stepped` by so many rows, `opened` on Enter."""

    stepped = Signal(int)
    opened = Signal()

    def __init__(self, theme: Theme, area: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("search")
        self.setPlaceholderText(f"{area.capitalize()} or candidate")
        self.setAccessibleName(f"Find a {area} or candidate")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in STEPS:
            self.stepped.emit(STEPS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & CONTROL:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.setText("")
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.text() or self.hasFocus() or self.width() < ROOMY:
            return
        painter = QPainter(self)
        x, y = self.width() - TAG_WIDTH - 10, (self.height() - TAG_HEIGHT) / 2
        words = text("words", 0, 0, TAG_WIDTH, TAG_HEIGHT, span("Ctrl K", strong=True), size=12, align=Align.CENTRE)
        tag = figure(TAG_WIDTH, TAG_HEIGHT, Box("tag", 0, 0, TAG_WIDTH, TAG_HEIGHT, "line", radius=4), words)
        painter.translate(x, y)
        paint(painter, tag, self._theme, tag_rect())
        painter.end()


def tag_rect() -> QRectF:
    """Return the box of the key's tag at the origin."""
    return QRectF(0, 0, TAG_WIDTH, TAG_HEIGHT)


CONTROL = Qt.KeyboardModifier.ControlModifier
