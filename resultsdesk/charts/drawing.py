"""All that is inside the axes of a chart, in pixels: text and symbols keep their size however close one looks."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from math import inf

from pyqtgraph import GraphicsObject
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from resultsdesk.charts.areas import curve, paint_block, paint_ribbon
from resultsdesk.charts.forms import DASHES, TICK, form
from resultsdesk.charts.frame import Frame
from resultsdesk.charts.look import Look, seen
from resultsdesk.charts.words import Words
from resultsdesk.figures.plots.plot import Axis, Block, Guide, Line, Plot, Scale, Spot, Symbol
from resultsdesk.figures.plots.spread import spread
from resultsdesk.figures.plots.ticks import Tick

SMALL, LABEL = 13, 14
KEYS_ABOVE = 27.0  # from the top of the axes to the middle of the key
_LINE = 2.2
_FEW, _MANY = 5.2, 3.4  # radius of a spot, by how many there are
_GAP = 17.0  # between labels
_SPOT_OPACITY = 0.9


class Drawing(GraphicsObject):
    """Paints a plot for the part of it that is seen, and marks over some of its spots."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._words = Words(look)
        self._plot: Plot | None = None
        self._frame = Frame(QRectF(), QRectF(0, 0, 1, 1), False)
        self._grid: tuple[Sequence[Tick], Sequence[Tick]] = ((), ())
        self._room = QRectF()
        self.cursor: int | None = None
        self.chosen: int | None = None
        self.clipped = False

    def show(self, plot: Plot, frame: Frame, grid: tuple[Sequence[Tick], Sequence[Tick]], room: QRectF) -> None:
        """Show a plot in a frame, with lines at these ticks; `room` is all there is to paint on."""
        if room != self._room:
            self.prepareGeometryChange()
        self._plot, self._frame, self._grid, self._room = plot, frame, grid, room
        self.update()

    def mark(self, cursor: int | None, chosen: int | None) -> None:
        """Mark the spot the hands are at, and that of the contest that is open."""
        if (cursor, chosen) != (self.cursor, self.chosen):
            self.cursor, self.chosen = cursor, chosen
            self.update()

    @property
    def radius(self) -> float:
        """Return how large spots are."""
        many = len(self._plot.spots) if self._plot else 0
        return _FEW if many <= 120 else _MANY if many >= 900 else 4.2

    def boundingRect(self) -> QRectF:
        return self._room

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        plot = self._plot
        if plot is None or plot.empty or self._frame.rect.isEmpty():
            return
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self._paint_grid(painter, plot)
        painter.save()
        if self.clipped:
            painter.setClipRect(self._frame.rect.adjusted(0, -1, 1, 1))
        for ribbon in plot.ribbons:
            paint_ribbon(painter, ribbon, self._frame, self._look)
        for block in plot.blocks:
            paint_block(painter, block, self._frame, self._look, self._words)
        for line in plot.lines:
            painter.strokePath(self._path(line), self._line_pen(line))
        self._paint_spots(painter, plot)
        painter.restore()
        self._paint_words(painter, plot)
        self._paint_marks(painter, plot)

    def _paint_grid(self, painter: QPainter, plot: Plot) -> None:
        rect, frame = self._frame.rect, self._frame
        for axis, ticks, upright in ((plot.x, self._grid[0], True), (plot.y, self._grid[1], False)):
            for value, _ in ticks:
                painter.setPen(self._look.pen("faint" if _is_zero(axis, value) else "line", 1.0))
                at = frame.at(value, value)
                if upright and axis.scale is not Scale.CLOCK:
                    painter.drawLine(QLineF(at.x(), rect.top(), at.x(), rect.bottom()))
                elif not upright and axis.scale is not Scale.ROWS:
                    painter.drawLine(QLineF(rect.left(), at.y(), rect.right(), at.y()))
        painter.setPen(self._look.pen("faint", 1.0))
        if plot.x.scale is not Scale.NONE:
            painter.drawLine(QLineF(rect.left(), rect.bottom(), rect.right(), rect.bottom()))

    def _path(self, line: Line) -> QPainterPath:
        """Return a line as far as it is seen from left to right."""
        left, right = self._frame.seen.left(), self._frame.seen.right()
        points = line.points
        first = max(bisect_right(points, (left, inf)) - 1, 0)
        last = bisect_left(points, (right, -inf)) + 1
        path = QPainterPath()
        shown = [self._frame.at(min(max(x, left), right), y) for x, y in points[first:last]]
        path.addPolygon(QPolygonF(_thinned(shown)))
        return path

    def _line_pen(self, line: Line) -> QPen:
        pen = QPen(self._look.pen(seen(self._look, line.ink), _LINE))
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if DASHES[line.dash]:
            pen.setDashPattern(DASHES[line.dash])
        return pen

    def _paint_spots(self, painter: QPainter, plot: Plot) -> None:
        apart, edge = QPen(self._look.colour("panel"), 0.8), QPen()
        rect = self._frame.rect.adjusted(-1, -1, 1, 1)
        left, top, right, floor = rect.left(), rect.top(), rect.right(), rect.bottom()
        radius, last = self.radius, ""
        painter.setOpacity(_SPOT_OPACITY)
        ticked: set[tuple[int, str]] = set()
        around = painter.transform()
        for spot in plot.spots:
            if spot.symbol is Symbol.NONE:
                continue
            if spot.ink != last:
                painter.setBrush(self._look.brush(spot.ink))
                last, plain = spot.ink, seen(self._look, spot.ink)
                edge = apart if plain == spot.ink else QPen(self._look.colour(plain), 1.0)
            at = self._frame.at(spot.x, spot.y)
            tick = spot.symbol is Symbol.TICK
            if not (left <= at.x() <= right and (tick or top <= at.y() <= floor)):
                continue
            if tick:
                if (column := (round(at.x()), spot.ink)) not in ticked:
                    ticked.add(column)
                    painter.fillRect(QRectF(column[0] - 0.5, floor - 1 - TICK, 1.2, TICK), painter.brush())
                continue
            painter.setPen(edge)
            painter.translate(at.x(), at.y())
            painter.drawPath(form(spot.symbol, radius))
            painter.setTransform(around)
        painter.setOpacity(1.0)

    def _paint_words(self, painter: QPainter, plot: Plot) -> None:
        rect = self._frame.rect
        for guide in plot.guides:
            self._paint_guide(painter, guide)
        self._paint_ends(painter, plot.lines)
        for side in (-1, 1):
            self._paint_beside(painter, [one for one in plot.blocks if one.beside == side], plot.y.scale is Scale.ROWS)
        above = rect.top() - KEYS_ABOVE
        x = rect.left()
        if plot.y.words:
            x = self._words.left(painter, QPointF(x, above), plot.y.words, "muted", SMALL) + 26
        self._words.keys(painter, x, above, self._room.right() - 12, plot.keys)
        if plot.x.words:
            foot = QPointF(rect.center().x(), rect.bottom() + 38)
            self._words.centred(painter, foot, plot.x.words, "muted", SMALL)

    def _paint_guide(self, painter: QPainter, guide: Guide) -> None:
        rect = self._frame.rect
        line = self._frame.cut(QLineF(self._frame.at(*guide.start), self._frame.at(*guide.end)))
        if line is None:
            return
        painter.setPen(self._look.pen(guide.ink, 1.2, dashed=True))
        painter.drawLine(line)
        width = self._words.width(guide.words, SMALL)
        if line.dx() == 0:
            at = QPointF(line.x1() + 6, rect.top() + 11)
        elif line.dy() == 0:
            at = QPointF(rect.right() - width - 6, line.y1() - 10)
        else:
            at = line.pointAt(0.72) + QPointF(8, -6)
        self._words.on_ground(painter, at, guide.words, "text", SMALL)

    def _paint_ends(self, painter: QPainter, lines: Sequence[Line]) -> None:
        """Set each line's name and value at its right end, with a leader where it could not stand beside it."""
        rect, frame = self._frame.rect, self._frame
        ends = [min(max(frame.at(*one.points[-1]).y(), rect.top()), rect.bottom()) for one in lines]
        placed = spread(ends, _GAP, rect.top(), rect.bottom())
        for line, wanted, y in zip(lines, ends, placed, strict=True):
            painter.setPen(self._look.pen(line.ink, 1.0))
            if abs(wanted - y) > 2:
                painter.drawLine(QLineF(rect.right() + 2, wanted, rect.right() + 12, y))
            else:
                painter.drawLine(QLineF(rect.right() + 4, y, rect.right() + 12, y))
            x = self._words.left(painter, QPointF(rect.right() + 16, y), line.name, line.words_ink, LABEL, strong=True)
            self._words.left(painter, QPointF(x + 6, y), line.value, "text", LABEL)

    def _paint_beside(self, painter: QPainter, blocks: Sequence[Block], rows: bool) -> None:
        """Set the words of blocks beside them, those of rows at the right of all of them."""
        rect, words = self._frame.rect, self._words
        boxes = [self._frame.box(one.x, one.y, one.width, one.height) for one in blocks]
        wanted = [box.center().y() for box in boxes]
        placed = wanted if rows else spread(wanted, _GAP, self._room.top() + 12, self._room.bottom() - 12)
        for block, box, middle, y in zip(blocks, boxes, wanted, placed, strict=True):
            if rows:
                if rect.top() <= y <= rect.bottom():
                    x = words.left(painter, QPointF(rect.right() + 12, y), block.strong, "text", LABEL, strong=True)
                    words.left(painter, QPointF(x + 6, y), block.words, block.words_ink, LABEL)
                continue
            edge = box.left() if block.beside < 0 else box.right()
            painter.setPen(self._look.pen("faint", 1.0))
            painter.drawLine(QLineF(edge + 3 * block.beside, middle, edge + 15 * block.beside, y))
            at = QPointF(edge + 20 * block.beside, y)
            if block.beside < 0:
                begin = words.right(painter, at, block.strong, "text", LABEL, strong=True)
                named = words.cut(block.words, begin - 7 - self._room.left(), LABEL)
                words.right(painter, QPointF(begin - 7, y), named, "muted", LABEL)
            else:
                end = words.left(painter, at, block.strong, "text", LABEL, strong=True)
                named = words.cut(block.words, self._room.right() - end - 7, LABEL)
                words.left(painter, QPointF(end + 7, y), named, "muted", LABEL)

    def _paint_marks(self, painter: QPainter, plot: Plot) -> None:
        for at, ink, width in ((self.chosen, "text", 1.8), (self.cursor, "accent", 2.2)):
            if at is not None and at < len(plot.spots):
                self._paint_mark(painter, plot.spots[at], self._look.colour(ink), width)

    def _paint_mark(self, painter: QPainter, spot: Spot, colour: QColor, width: float) -> None:
        rect, at = self._frame.rect, self._frame.at(spot.x, spot.y)
        painter.setPen(QPen(colour, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if spot.symbol is Symbol.TICK:
            if rect.left() - 1 <= at.x() <= rect.right() + 1:
                painter.drawLine(QLineF(at.x(), rect.top(), at.x(), rect.bottom()))
        elif spot.end is not None:
            painter.drawPath(_strand(self._frame, spot))
        elif spot.width:
            left, low = spot.x - spot.width / 2, spot.y - spot.height / 2
            painter.drawRect(self._frame.box(left, low, spot.width, spot.height))
        elif rect.adjusted(-8, -8, 8, 8).contains(at):
            painter.drawEllipse(at, self.radius + 4, self.radius + 4)


def _strand(frame: Frame, spot: Spot) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF(curve(frame.at(spot.x, spot.y), frame.at(*(spot.end or (spot.x, spot.y))))))
    return path


def _thinned(points: Sequence[QPointF]) -> list[QPointF]:
    """Return a line without the points that are within a pixel of the one before: thousands take long to stroke."""
    kept: list[QPointF] = []
    for at, point in enumerate(points):
        if not kept or at == len(points) - 1 or (point - kept[-1]).manhattanLength() >= 1:
            kept.append(point)
    return kept


def _is_zero(axis: Axis, value: float) -> bool:
    return axis.scale in (Scale.CHANGE, Scale.SWING) and value == 0
