"""A figure on a screen and the way to the next: fifty frames a second while it moves, none while it does not."""

import time
from collections.abc import Callable

from PySide6.QtCore import QLineF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from resultsdesk.figures.shapes import Figure
from resultsdesk.figures.tween import entrance
from resultsdesk.painters.paint import paint
from resultsdesk.painters.theme import Theme
from resultsdesk.windows.presenter.layers import Layers
from resultsdesk.windows.presenter.motion import Motion

FRAME = 20  # milliseconds
GROUND = "ink"
TITLE_SAFE, ACTION_SAFE = 0.05, 0.035


class StageView(QWidget):
    """Shows one figure at a time, in the middle of whatever room it has. `settled` when a move is over.

    `frames` counts what was painted, for whoever measures.
    """

    settled = Signal()

    def __init__(
        self,
        theme: Theme,
        reduce_motion: bool = False,
        now: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._now = theme, now
        self.reduce_motion = reduce_motion
        self.frames = 0
        self.guides = False
        self._figure: Figure | None = None
        self._motion: Motion | None = None
        self._layers: Layers | None = None
        self._region: QRegion | None = None  # where a frame differs from the one before, where that is not everywhere
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME)
        self._timer.timeout.connect(self._step)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def figure(self) -> Figure | None:
        """Return the figure that is shown once nothing moves."""
        return self._motion.end if self._motion is not None else self._figure

    @property
    def moving(self) -> bool:
        """Return whether something moves."""
        return self._motion is not None

    def clear(self) -> None:
        """Show nothing, at once."""
        self._settle(None)

    def cut(self, figure: Figure) -> None:
        """Show a figure at once."""
        self._settle(figure)

    def enter(self, figure: Figure) -> None:
        """Show a figure by its entrance."""
        self._move(entrance(figure), figure)

    def go_to(self, figure: Figure) -> None:
        """Go from what is shown, wherever it is by now, to a figure."""
        if figure == self.figure:
            return
        if self._figure is None:
            self._settle(figure)
        else:
            self._move(self._motion.at(self._now()) if self._motion else self._figure, figure)

    def show_guides(self, shown: bool) -> None:
        """Show or hide where titles are safe."""
        self.guides = shown
        self.update()

    def stop(self) -> None:
        """Have nothing move any more."""
        if self._motion is not None:
            self._settle(self._motion.end)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.frames += 1
        painter = QPainter(self)
        if self._motion is not None and self._layers is not None:
            self._layers.paint(painter, self._motion.part(self._now()))
        else:
            painter.fillRect(event.rect(), self._theme.brush(GROUND))
            if self._figure is not None:
                paint(painter, self._figure, self._theme, QRectF(self.rect()))
        if self.guides:
            self._paint_guides(painter, self.figure)
        painter.end()

    def _move(self, start: Figure, end: Figure) -> None:
        if self.reduce_motion or (start.width, start.height) != (end.width, end.height):
            self._settle(end)
            return
        self._layers = Layers(start, end, self._theme, GROUND, self.size(), self.devicePixelRatioF())
        self._region = None if self._layers.whole else self._layers.region()
        self._motion = Motion(start, end, self._now())
        self._timer.start()
        self.update()

    def _settle(self, figure: Figure | None) -> None:
        self._timer.stop()
        self._motion, self._layers, self._figure = None, None, figure
        self.update()

    def _step(self) -> None:
        if self._motion is not None and self._motion.over(self._now()):
            self._settle(self._motion.end)
            self.settled.emit()
        elif self._region is not None:
            self.update(self._region)
        else:
            self.update()

    def _paint_guides(self, painter: QPainter, shown: Figure | None) -> None:
        wide, tall = (shown.width, shown.height) if shown is not None else (16.0, 9.0)
        scale = min(self.width() / wide, self.height() / tall)
        frame = QRectF(0, 0, wide * scale, tall * scale)
        frame.moveCenter(QRectF(self.rect()).center())
        for part, ink in ((ACTION_SAFE, "muted"), (TITLE_SAFE, "accent")):
            aside, above = frame.width() * part, frame.height() * part
            painter.setPen(self._theme.pen(ink, 1.5, dashed=True))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(frame.adjusted(aside, above, -aside, -above))
        middle, reach = frame.center(), frame.height() * 0.03
        painter.drawLine(QLineF(middle.x() - reach, middle.y(), middle.x() + reach, middle.y()))
        painter.drawLine(QLineF(middle.x(), middle.y() - reach, middle.x(), middle.y() + reach))
