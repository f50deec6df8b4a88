"""The map as an item of a pyqtgraph view: it paints what is exposed and repaints what changed."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from pyqtgraph import GraphicsObject
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from resultsdesk.figures.finding import Grid
from resultsdesk.figures.seat_map import ringed
from resultsdesk.figures.shapes import Figure, Ink, ShapeId, Tile, figure

Draw = Callable[[QPainter, Figure, QRectF, Collection[ShapeId] | None], None]

_EMPTY = figure(1.0, 1.0)
_BLEED = 0.75  # of a pixel: antialiasing reaches this far beyond a tile
_RING_BLEED = 4.0  # pixels


class MapItem(GraphicsObject):
    """A figure's tiles, and rings over some of them."""

    def __init__(self, draw: Draw) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._draw = draw
        self._rings: dict[str, tuple[ShapeId, Ink]] = {}
        # What a repaint is about, in units. Qt tells an item no more than one box around it all, and two tiles at
        # the two ends of a country would have everything between them painted.
        self.exposed: tuple[QRectF, ...] = ()
        self._take(_EMPTY)

    @property
    def figure(self) -> Figure:
        """Return the figure shown."""
        return self._figure

    def show(self, shown: Figure) -> None:
        """Show another map."""
        self.prepareGeometryChange()
        self._take(shown)
        self._rings = {name: ring for name, ring in self._rings.items() if ring[0] in self.grid.boxes}
        self.update()

    def change(self, shown: Figure, tiles: Iterable[ShapeId]) -> None:
        """Show the same map with some tiles in other inks, repainting those alone."""
        self._figure = shown
        for tile in tiles:
            self._repaint(tile, _BLEED)

    def ring(self, name: str, tile: ShapeId | None, ink: Ink = "text") -> None:
        """Lay the ring `name` over a tile, or with None take it away."""
        before = self._rings.pop(name, None)
        if tile is not None and tile in self.grid.boxes:
            self._rings[name] = (tile, ink)
        now = self._rings.get(name)
        for one in {before, now} if before != now else ():
            if one is not None:
                self._repaint(one[0], _RING_BLEED)

    def ringed(self, name: str) -> ShapeId | None:
        """Return the tile under the ring `name`, or None."""
        ring = self._rings.get(name)
        return ring[0] if ring else None

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        whole: QRectF = getattr(option, "exposedRect")  # noqa: B009  (PySide's stubs leave the fields out)
        self._draw(painter, self._figure, self._stage, self._met(self.exposed or (whole,)))
        rings = self._ring_tiles()
        if rings:
            over = figure(self._figure.width, self._figure.height, *rings)
            self._draw(painter, over, self._stage, None)

    def _met(self, exposed: Collection[QRectF]) -> Collection[ShapeId] | None:
        """Return the shapes to paint, or None for all of them."""
        if any(one.contains(self._stage) for one in exposed):
            return None
        met: dict[ShapeId, None] = {}
        for one in exposed:
            met |= dict.fromkeys(self.grid.within((one.left(), one.top(), one.right(), one.bottom())))
        return (*met, *self._others)

    def _ring_tiles(self) -> list[Tile]:
        found = []
        for name, (tile, ink) in self._rings.items():
            shape = self._figure.shapes.get(tile)
            if isinstance(shape, Tile):
                found += [_named(one, name) for one in ringed(shape, ink)]
        return found

    def _take(self, shown: Figure) -> None:
        self._figure = shown
        self.grid = Grid(shown.shapes.values())
        self._others = tuple(one for one in shown.shapes if one not in self.grid.boxes)
        self._stage = QRectF(0, 0, shown.width, shown.height)
        # Rings over the outermost tiles reach beyond the stage.
        self._bounds = self._stage.adjusted(-20, -20, 20, 20)

    def _repaint(self, tile: ShapeId, bleed: float) -> None:
        """Have the views paint a tile again. Not by `update`, which makes one box of all that an item asks for."""
        box = self.grid.boxes.get(tile)
        scene = self.scene()
        if box is None or scene is None:
            return
        left, top, right, bottom = box
        more = bleed / max(abs(self.sceneTransform().m11()), 1e-6)
        around = QRectF(left, top, right - left, bottom - top).adjusted(-more, -more, more, more)
        for view in scene.views():
            view.viewport().update(view.mapFromScene(self.mapRectToScene(around)).boundingRect())


def _named(tile: Tile, name: str) -> Tile:
    return replace(tile, id=f"{name}:{tile.id}")
