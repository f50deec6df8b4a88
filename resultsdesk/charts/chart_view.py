"""A chart to look at, to look into and to open contests from, by mouse and by keyboard."""

from collections.abc import Callable

import pyqtgraph
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsGridLayout, QStyleOptionGraphicsItem, QWidget

from resultsdesk.charts.contest_view import ContestView
from resultsdesk.charts.drawing import Drawing
from resultsdesk.charts.frame import Frame
from resultsdesk.charts.look import Look
from resultsdesk.charts.map_item import Draw
from resultsdesk.charts.places import Places, index_of
from resultsdesk.charts.tick_axis import TickAxis
from resultsdesk.figures.finding import Way
from resultsdesk.figures.plots.plot import Axis, Plot, Scale
from resultsdesk.figures.shapes import Figure

_PAN = 0.2  # of the view, a press
_CLOSEST = 0.02  # of all there is
_ABOVE, _BELOW, _LEFT = 44.0, 28.0, 8.0
_RIGHT, _RIGHT_NAMES = 18.0, 128.0  # pixels right of the axes, with names beside lines or bars more
_NO_DATA = 16


class ChartView(ContestView):
    """Shows a plot. Arrows walk from spot to spot."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__("Chart", look.hex("panel"), parent)
        self._look = look
        self._box = pyqtgraph.ViewBox(enableMenu=False, defaultPadding=0.0)
        self._box.disableAutoRange()
        self._axes = TickAxis("left", look), TickAxis("bottom", look)
        # pyqtgraph's own PlotItem comes with menus and buttons that nobody is offered here.
        self._item = pyqtgraph.GraphicsWidget()
        self._layout = QGraphicsGridLayout(self._item)
        self._layout.setSpacing(0)
        self._layout.addItem(self._axes[0], 0, 0)
        self._layout.addItem(self._box, 0, 1)
        self._layout.addItem(self._axes[1], 1, 1)
        for axis in self._axes:
            axis.linkToView(self._box)
        self._drawing = Drawing(look)
        self._drawing.setParentItem(self._item)
        self._drawing.setZValue(10)
        self.setCentralItem(self._item)
        self._plot: Plot | None = None
        self._places: Places | None = None
        self._cursor: int | None = None
        self._chosen = ""
        self._fitted = True
        self._cover = QPixmap()
        self._over: Callable[[float, float], Figure] | None = None
        self._box.sigResized.connect(self._resized)
        self._box.sigRangeChanged.connect(self._moved)
        self._box.sigRangeChangedManually.connect(self._moved_by_hand)

    def cover(self, draw: Draw, over: Callable[[float, float], Figure]) -> None:
        """Have a figure, made for the view's width and height, lie over everything for as long as the view lasts."""
        self._draw_over, self._over = draw, over
        self.viewport().update()

    @property
    def plot(self) -> Plot | None:
        """Return the plot shown."""
        return self._plot

    def show_plot(self, plot: Plot, stay: bool = False) -> None:
        """Show a plot; with `stay` the same chart of another moment, looked at as before and walked on from there."""
        walked = self._contest_at(self._cursor) if stay else None
        self._plot, self._places = plot, None
        self._cursor = index_of(plot.spots, walked)
        self._axes[0].measure(plot.y, self._box.height())
        self._axes[1].measure(plot.x, self._box.width())
        shown = not plot.empty
        for axis, scale in zip(self._axes, (plot.y.scale, plot.x.scale), strict=True):
            axis.setVisible(shown and scale is not Scale.NONE)
        named = bool(plot.lines) or plot.y.scale is Scale.ROWS
        self._layout.setContentsMargins(_LEFT, _ABOVE, _RIGHT_NAMES if named else _RIGHT, _BELOW)
        self._layout.activate()
        self._box.invertY(plot.y.downwards)
        self._box.setMouseEnabled(x=shown, y=shown and not plot.by_column)
        if not stay or self._fitted:
            self.fit()
        self._draw()
        self.setAccessibleDescription(". ".join((plot.headline, *plot.notes)))

    def choose(self, contest: str | None) -> None:
        """Mark the contest that is open elsewhere, or none."""
        self._chosen = contest or ""
        self._mark()

    def fit(self) -> None:
        """Show the whole chart, and go on doing so when the view changes its size."""
        self._fitted = True
        if self._plot is not None:
            self._box.setRange(rect=_rect(self._plot.x, self._plot.y), padding=0.0)

    def zoom(self, times: float) -> None:
        """Look closer by a factor above 1, or from further off below it, at the same middle."""
        seen = self._seen()
        self._look_at(seen.center(), seen.width() / times, seen.height() / times)

    def place_of(self, contest: str) -> QRect | None:
        """Return where a contest's spot is in this widget, or None where it has none."""
        at = index_of(self._plot.spots, contest) if self._plot else None
        return self._place(at) if at is not None else None

    def cursor_place(self) -> QRect | None:
        """Return where the spot pointed at is in this widget, or None for none."""
        return self._place(self._cursor) if self._cursor is not None else None

    def lay_out(self) -> None:
        """Have everything in its place for the present size, without waiting to be shown."""
        self.resizeEvent(None)
        self._layout.activate()
        if self._plot is not None:
            self.show_plot(self._plot)

    def paint_on(self, painter: QPainter, target: QRectF) -> None:
        """Paint the chart as it is, without its ground, on something else than this widget."""
        self.scene().prepareForPaint()
        # Apart, since in Qt's SVG the last axis's clipping would go on over what is drawn after it.
        self._drawing.setVisible(False)
        self.scene().render(painter, target, QRectF(0, 0, self.width(), self.height()))
        self._drawing.setVisible(True)
        painter.save()
        painter.translate(target.topLeft())
        painter.scale(target.width() / max(self.width(), 1), target.height() / max(self.height(), 1))
        self._drawing.paint(painter, QStyleOptionGraphicsItem())
        painter.restore()
        if self._plot is not None and self._plot.empty:
            self._paint_empty(painter, target)

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        super().drawForeground(painter, rect)
        whole = QRectF(0, 0, self.width(), self.height())
        if self._plot is not None and self._plot.empty:
            self._paint_empty(painter, whole)
        if self._over is not None:
            painter.drawPixmap(0, 0, self._covering(self._over))

    def _pointer_over(self, at: QPointF) -> None:
        self._point_at(self._under(at))

    def _pointer_gone(self) -> None:
        self._point_at(None)

    def _begin_walk(self) -> None:
        self._point_at(self._first())

    def _end_walk(self) -> None:
        self._point_at(None)

    def _pointed_at(self) -> str | None:
        return self._contest_at(self._cursor)

    def _contest_under(self, at: QPointF) -> str | None:
        return self._contest_at(self._under(at))

    def _covering(self, over: Callable[[float, float], Figure]) -> QPixmap:
        """Return what lies over the view, painted once for a size: it is under every move of the pointer."""
        ratio = self.devicePixelRatioF()
        if self._cover.size() != self.size() * ratio:
            self._cover = QPixmap(self.size() * ratio)
            self._cover.setDevicePixelRatio(ratio)
            self._cover.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._cover)
            whole = QRectF(0, 0, self.width(), self.height())
            self._draw_over(painter, over(whole.width(), whole.height()), whole, None)
            painter.end()
        return self._cover

    def _paint_empty(self, painter: QPainter, room: QRectF) -> None:
        painter.setFont(self._look.font("body", _NO_DATA))
        painter.setPen(self._look.pen("muted", 1.0))
        words = self._plot.empty if self._plot is not None else ""
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room.adjusted(40, 0, -40, 0), flags, words)

    def _walk(self, way: Way) -> None:
        dx, dy = way.value
        if self._cursor is None:
            self._begin_walk()
        elif self._plot is not None and self._plot.spots:
            self._point_at(self._indexed().next_to(self._cursor, dx or (dy if self._plot.by_column else 0), dy))

    def _point_at(self, spot: int | None) -> None:
        """Mark a spot, bring it into view, and tell whose it is."""
        self._cursor = spot
        if spot is not None and self._plot is not None:
            one = self._plot.spots[spot]
            at = QPointF(one.x, one.y)
            seen = self._seen()
            if not self._fitted and not seen.adjusted(-1e-9, -1e-9, 1e-9, 1e-9).contains(at):
                self._look_at(at, seen.width(), seen.height())
        self._mark()
        self._hover(self._contest_at(spot))

    def _first(self) -> int | None:
        """Return the spot a walk begins at: that of the contest that is open, else the first."""
        if self._plot is None or not self._plot.spots:
            return None
        chosen = index_of(self._plot.spots, self._chosen)
        return chosen if chosen is not None else 0

    def _pan(self, way: Way) -> None:
        dx, dy = way.value
        seen = self._seen()
        down = dy if self._plot is not None and self._plot.y.downwards else -dy
        middle = seen.center() + QPointF(dx * seen.width() * _PAN, down * seen.height() * _PAN)
        self._look_at(middle, seen.width(), seen.height())

    def _look_at(self, middle: QPointF, width: float, height: float) -> None:
        """Show so much of the chart around a place of it, neither beyond its ends nor closer than makes sense."""
        if self._plot is None or self._plot.empty:
            return
        self._fitted = False
        x, y = self._plot.x, self._plot.y
        whole = QRectF(x.low, y.low, x.furthest - x.low, y.furthest - y.low)
        width = min(max(width, whole.width() * _CLOSEST), whole.width())
        height = whole.height() if self._plot.by_column else min(max(height, whole.height() * _CLOSEST), whole.height())
        left = min(max(middle.x() - width / 2, whole.left()), whole.right() - width)
        top = min(max(middle.y() - height / 2, whole.top()), whole.bottom() - height)
        self._box.setRange(rect=QRectF(left, top, width, height), padding=0.0)

    def _moved_by_hand(self, *_: object) -> None:
        seen = self._seen()
        self._look_at(seen.center(), seen.width(), seen.height())

    def _moved(self, *_: object) -> None:
        self._draw()

    def _resized(self, *_: object) -> None:
        if self._fitted:
            self.fit()
        self._draw()

    def _draw(self) -> None:
        """Have everything painted for the part that is seen."""
        if self._plot is None:
            return
        self._places = None
        seen, frame = self._seen(), self._frame()
        grid = (
            self._axes[1].ticks(seen.left(), seen.right(), frame.rect.width()),
            self._axes[0].ticks(seen.top(), seen.bottom(), frame.rect.height()),
        )
        whole = _rect(self._plot.x, self._plot.y).adjusted(-1e-9, -1e-9, 1e-9, 1e-9)
        self._drawing.clipped = not seen.contains(whole)
        self._drawing.show(self._plot, frame, grid, QRectF(0, 0, self.width(), self.height()))
        self._mark()

    def _mark(self) -> None:
        chosen = index_of(self._plot.spots, self._chosen) if self._plot else None
        self._drawing.mark(self._cursor, chosen)

    def _frame(self) -> Frame:
        rect = self._item.mapRectFromItem(self._box, self._box.rect())
        return Frame(rect, self._seen(), self._plot is not None and self._plot.y.downwards)

    def _indexed(self) -> Places:
        if self._places is None:
            frame = self._frame()
            self._places = Places(self._plot or Plot("", Axis(Scale.NONE, 0, 1), Axis(Scale.NONE, 0, 1)),
                                  frame.scale, frame.shift)  # fmt: skip
        return self._places

    def _seen(self) -> QRectF:
        seen: QRectF = self._box.viewRect()
        return seen

    def _under(self, at: QPointF) -> int | None:
        if self._plot is None or self._plot.empty or not self._frame().rect.adjusted(-6, -6, 6, 6).contains(at):
            return None
        return self._indexed().at(at.x(), at.y())

    def _place(self, spot: int) -> QRect:
        places = self._indexed()
        return QRect(round(places.x[spot]) - 6, round(places.y[spot]) - 6, 12, 12)

    def _contest_at(self, spot: int | None) -> str | None:
        if spot is None or self._plot is None or spot >= len(self._plot.spots):
            return None
        return self._plot.spots[spot].contest


def _rect(x: Axis, y: Axis) -> QRectF:
    return QRectF(x.low, y.low, x.high - x.low, y.high - y.low)
