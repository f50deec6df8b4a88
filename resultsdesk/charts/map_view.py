"""The seat map to pan, zoom and choose from, by mouse and by keyboard."""

from collections.abc import Collection, Iterable

import pyqtgraph
from PySide6.QtCore import QPointF, QRect, QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from resultsdesk.charts.contest_view import ContestView
from resultsdesk.charts.map_item import Draw, MapItem
from resultsdesk.figures.finding import Way
from resultsdesk.figures.shapes import Figure, ShapeId, Tile

_PAN = 0.2  # of the view, a press
_MARGIN = 0.03
_FEW_BOXES = 40  # of a repaint; with more it is as well to paint all that lies between them
_FEWEST_TILES = 5.0  # across the narrower side, as close as it goes


class MapView(ContestView):
    """Shows a seat map. Arrows walk from tile to tile.

    `draw` paints a figure (a painter with its theme); `ground` is the colour behind it.
    """

    shaped = Signal(float)  # the view's width over its height, when that has changed

    def __init__(self, draw: Draw, ground: str, parent: QWidget | None = None) -> None:
        super().__init__("Seat map", ground, parent)
        self._item = MapItem(draw)
        self._box = pyqtgraph.ViewBox(lockAspect=True, invertY=True, enableMenu=False, defaultPadding=0.0)
        self._box.addItem(self._item, ignoreBounds=True)
        self._box.disableAutoRange()
        self.setCentralItem(self._box)
        self._fitted = True
        self._box.sigResized.connect(self._resized)
        self._box.sigRangeChangedManually.connect(self._moved_by_hand)

    def show_figure(self, figure: Figure) -> None:
        """Show a map; the part looked at stays where the map is as large as the one before."""
        before = self._item.figure
        self._item.show(figure)
        if (before.width, before.height) != (figure.width, figure.height):
            self.fit()

    def change_figure(self, figure: Figure, contests: Collection[ShapeId]) -> None:
        """Show the same map with these contests in other inks; nothing else is painted again."""
        self._item.change(figure, contests)

    def choose(self, contest: str | None) -> None:
        """Lay a ring over the chosen contest, or over none."""
        self._item.ring("chosen", contest or None)

    def fit(self) -> None:
        """Show the whole map, and go on doing so when the view changes its size."""
        self._fitted = True
        self._box.setRange(rect=QRectF(0, 0, self._item.figure.width, self._item.figure.height), padding=_MARGIN)

    def zoom(self, times: float) -> None:
        """Look closer by a factor above 1, or from further off below it, at the same middle."""
        self._look(self._seen().center(), self._seen().width() / times)

    def place_of(self, contest: str) -> QRect | None:
        """Return where a contest's tile is in this widget, or None where it has none."""
        box = self._item.grid.boxes.get(contest)
        if box is None:
            return None
        left, top, right, bottom = box
        corners = [self._box.mapViewToScene(QPointF(x, y)) for x, y in ((left, top), (right, bottom))]
        return QRect(self.mapFromScene(corners[0]), self.mapFromScene(corners[1])).normalized()

    def paintEvent(self, event: QPaintEvent) -> None:
        # A range set since the last frame is only now put into the transform that the boxes are mapped by.
        self.scene().prepareForPaint()
        region = event.region()
        if region.rectCount() <= _FEW_BOXES:
            each: Iterable[QRect] = iter(region)  # type: ignore[call-overload]  # it is; PySide's stubs do not say so
            boxes = (self.mapToScene(one.adjusted(-1, -1, 1, 1)).boundingRect() for one in each)
            self._item.exposed = tuple(self._item.mapRectFromScene(one) for one in boxes)
        super().paintEvent(event)
        self._item.exposed = ()

    def _begin_walk(self) -> None:
        self._point_at(self._item.ringed("chosen") or self._nearest_the_middle())

    def _end_walk(self) -> None:
        self._item.ring("cursor", None)
        self._hover(None)

    def _pointed_at(self) -> str | None:
        return self._item.ringed("cursor")

    def _walk(self, way: Way) -> None:
        here = self._item.ringed("cursor")
        if here is None:
            self._begin_walk()
        elif beyond := self._item.grid.next_to(here, way):
            self._point_at(beyond)

    def _point_at(self, contest: ShapeId | None) -> None:
        self._item.ring("cursor", contest, "accent")
        shape = self._item.figure.shapes.get(contest) if contest else None
        if not isinstance(shape, Tile):
            return
        self.setAccessibleDescription(shape.label)
        seen = self._seen()
        if not seen.contains(QPointF(*shape.centre)):
            self._look(QPointF(*shape.centre), seen.width())
        self._hover(shape.id)

    def _pan(self, way: Way) -> None:
        seen = self._seen()
        dx, dy = way.value
        self._look(seen.center() + QPointF(dx * seen.width() * _PAN, dy * seen.height() * _PAN), seen.width())

    def _look(self, middle: QPointF, width: float) -> None:
        """Show so much of the map around a point of it; neither closer nor further off than makes sense."""
        self._fitted = False
        stage, seen = self._item.figure, self._seen()
        ratio = seen.height() / seen.width() if seen.width() else 1.0
        furthest = max(stage.width, stage.height / ratio) * (1 + 2 * _MARGIN)
        width = min(max(width, _FEWEST_TILES * self._item.grid.span), furthest)
        x = min(max(middle.x(), 0.0), stage.width)
        y = min(max(middle.y(), 0.0), stage.height)
        self._box.setRange(rect=QRectF(x - width / 2, y - width * ratio / 2, width, width * ratio), padding=0.0)

    def _moved_by_hand(self, *_: object) -> None:
        self._look(self._seen().center(), self._seen().width())

    def _resized(self, *_: object) -> None:
        if self._fitted:
            self.fit()
        self.shaped.emit(self.width() / max(self.height(), 1))

    def _seen(self) -> QRectF:
        seen: QRectF = self._box.viewRect()
        return seen

    def _contest_under(self, at: QPointF) -> str | None:
        point = self._box.mapSceneToView(at)
        return self._item.grid.at(point.x(), point.y())

    def _nearest_the_middle(self) -> ShapeId | None:
        middle = self._seen().center()
        tiles = (one for one in self._item.figure.shapes.values() if isinstance(one, Tile))

        def distance(tile: Tile) -> float:
            return (tile.centre[0] - middle.x()) ** 2 + (tile.centre[1] - middle.y()) ** 2

        nearest = min(tiles, key=distance, default=None)
        return nearest.id if nearest else None
