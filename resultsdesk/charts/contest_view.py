"""What a map and a chart share: contests to point at, to open and to look at closer, by mouse and by keyboard."""

from typing import Protocol

import pyqtgraph
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QGraphicsView, QWidget

from resultsdesk.figures.finding import Way

_ARROWS = {
    Qt.Key.Key_Left: Way.LEFT,
    Qt.Key.Key_Right: Way.RIGHT,
    Qt.Key.Key_Up: Way.UP,
    Qt.Key.Key_Down: Way.DOWN,
}
_CLOSER, _FURTHER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal), (Qt.Key.Key_Minus,)
_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_STEP = 1.35  # one press or notch of zoom


class _Click(Protocol):
    """What is used of pyqtgraph's own event, which has no annotations."""

    def button(self) -> Qt.MouseButton: ...

    def double(self) -> bool: ...

    def scenePos(self) -> QPointF: ...


class ContestView(pyqtgraph.GraphicsView):
    """Arrows walk from contest to contest and Enter opens; with Ctrl they pan; +, − and 0 zoom and fit.

    What walking, panning and pointing mean is for the view itself to say, in the methods that do nothing here.
    """

    contest_chosen = Signal(str)
    contest_hovered = Signal(str)  # empty where there is no contest under the pointer

    def __init__(self, name: str, ground: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=ground)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
        self.setAccessibleName(name)
        self._hovered = ""
        self.scene().sigMouseClicked.connect(self._clicked)

    def fit(self) -> None:
        """Show all there is, and go on doing so when the view changes its size."""

    def zoom(self, times: float) -> None:
        """Look closer by a factor above 1, or from further off below it, at the same middle."""

    def close(self) -> bool:
        # pyqtgraph's own takes the scene and the viewport apart by hand and crashes; Qt does it in the right order.
        return QGraphicsView.close(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._pan(_ARROWS[key])
        elif key in _ARROWS:
            self._walk(_ARROWS[key])
        elif key in _CLOSER:
            self.zoom(_STEP)
        elif key in _FURTHER:
            self.zoom(1 / _STEP)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key in _OPEN and (contest := self._pointed_at()):
            self.contest_chosen.emit(contest)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._pointer_over(self.mapToScene(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._pointer_gone()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._begin_walk()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._end_walk()

    def _pan(self, way: Way) -> None:
        """Look at what lies that way."""

    def _walk(self, way: Way) -> None:
        """Point at the next contest that way."""

    def _begin_walk(self) -> None:
        """Point at a contest to walk on from."""

    def _end_walk(self) -> None:
        """Point at none."""

    def _pointed_at(self) -> str | None:
        """Return the contest the keys point at, or None."""
        return None

    def _contest_under(self, at: QPointF) -> str | None:
        """Return the contest at a point of the scene, or None."""
        return None

    def _pointer_over(self, at: QPointF) -> None:
        """Take note of where in the scene the mouse is."""
        self._hover(self._contest_under(at))

    def _pointer_gone(self) -> None:
        """Take note that the mouse has left."""
        self._hover(None)

    def _hover(self, contest: str | None) -> None:
        """Tell whose place is pointed at, once."""
        if (contest or "") != self._hovered:
            self._hovered = contest or ""
            self.contest_hovered.emit(self._hovered)

    def _clicked(self, event: _Click) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if event.double():
            self.fit()
        elif contest := self._contest_under(event.scenePos()):
            self.contest_chosen.emit(contest)
