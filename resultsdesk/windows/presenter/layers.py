"""What does not change in a move, or only fades, painted once; so that a frame costs what really moves in it."""

from dataclasses import replace
from enum import IntEnum
from functools import reduce

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QRegion, QTransform

from resultsdesk.figures.shapes import Figure, Ink, Shape, ShapeId, Text, Tile
from resultsdesk.figures.tween import early, grows, late, tween
from resultsdesk.painters.paint import extent, paint, paint_on
from resultsdesk.painters.theme import Theme
from resultsdesk.painters.tiles import paint_tile

EDGE = 0.02  # how thin a tile is half way through its turn, as in `tween`
FEW = 60
"""Shapes up to which it is worth painting only where they are."""


class Layer(IntEnum):
    """From the lowest: what stays, goes, comes, is painted anew in each frame, and what stays over all of that."""

    STILL = 0
    GOING = 1
    COMING = 2
    LIVE = 3
    OVER = 4


class Layers:
    """A move from one figure to another, ready to be painted at any part of it. Made for one size of a window."""

    def __init__(self, start: Figure, end: Figure, theme: Theme, ground: Ink, size: QSize, ratio: float) -> None:
        self._theme, self._target = theme, QRectF(0, 0, size.width(), size.height())
        self._size, self._ratio = size, ratio
        sorted_out = layered(start, end)
        self._apart = start.shapes.keys() != end.shapes.keys()
        self._scale = min(size.width() / end.width, size.height() / end.height)
        self._corner = QPointF(
            (size.width() - end.width * self._scale) / 2, (size.height() - end.height * self._scale) / 2
        )
        self._still = self._picture(end, sorted_out[Layer.STILL], ground)
        self._going = self._part(start, sorted_out[Layer.GOING])
        self._coming = self._part(end, sorted_out[Layer.COMING])
        self._over = self._part(end, sorted_out[Layer.OVER])
        live = sorted_out[Layer.LIVE]
        self.whole = self._going is not None or self._coming is not None or len(live) > FEW
        self.live = len(live)
        self._flips = flips(start, end, live)
        live = live[len(self._flips) :]
        # Neither has a ground: it is painted already.
        self._start = Figure(start.width, start.height, {one: start.shapes[one] for one in live if one in start.shapes})
        self._end = Figure(end.width, end.height, {one: end.shapes[one] for one in live if one in end.shapes})

    def region(self) -> QRegion:
        """Return where a frame differs from the one before; of no use where that is the whole of it."""
        region = QRegion()
        for shapes in (self._start.shapes.values(), self._end.shapes.values(), [after for _, after in self._flips]):
            for shape in shapes:
                region = region.united(self._placed(extent(shape)).toAlignedRect().adjusted(-2, -2, 2, 2))
        return region

    def paint(self, painter: QPainter, part: float) -> None:
        """Paint the figure that is seen at a part of the way, from 0 to 1."""
        painter.drawPixmap(QPointF(0, 0), self._still)
        for one, opacity in ((self._going, early(part)), (self._coming, late(part) if self._apart else part)):
            if one is not None and opacity > 0:
                painter.setOpacity(opacity)
                painter.drawPixmap(*one)
        painter.setOpacity(1.0)
        self._paint_flips(painter, part)
        if self._end.shapes or self._start.shapes:
            paint(painter, tween(self._start, self._end, part), self._theme, self._target)
        if self._over is not None:
            painter.drawPixmap(*self._over)

    def _paint_flips(self, painter: QPainter, part: float) -> None:
        """Paint the tiles that turn over: `tween` would make each a new outline in every frame."""
        if not self._flips:
            return
        squeeze = max(abs(1.0 - 2.0 * part), EDGE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self._corner)
        painter.scale(self._scale, self._scale)
        placed = painter.transform()
        for before, after in self._flips:
            tile = before if part < 0.5 else after
            x = tile.centre[0]
            painter.setTransform(QTransform(squeeze, 0.0, 0.0, 1.0, x * (1.0 - squeeze), 0.0) * placed)
            paint_tile(painter, tile, self._theme, self._scale)
        painter.restore()

    def _picture(self, figure: Figure, shapes: list[ShapeId], ground: Ink) -> QPixmap:
        """Return shapes of a figure on its ground, as large as the window."""
        picture = self._empty(self._size * self._ratio)
        picture.fill(self._theme.colour(ground))
        paint_on(picture, _only(figure, shapes), self._theme, self._target)
        return picture

    def _part(self, figure: Figure, shapes: list[ShapeId]) -> tuple[QPointF, QPixmap] | None:
        """Return shapes of a figure on nothing, no larger than they are, and where that lies in the window."""
        boxes = [self._placed(extent(figure.shapes[one])) for one in shapes]
        seen = reduce(QRectF.united, boxes, QRectF()).adjusted(-2, -2, 2, 2) & self._target
        if seen.isEmpty():
            return None
        ratio = self._ratio
        dots = QRectF(seen.x() * ratio, seen.y() * ratio, seen.width() * ratio, seen.height() * ratio).toAlignedRect()
        at = QPointF(dots.x() / ratio, dots.y() / ratio)
        picture = self._empty(dots.size())
        picture.fill(Qt.GlobalColor.transparent)
        paint_on(picture, replace(_only(figure, shapes), ground=""), self._theme, self._target.translated(-at))
        return at, picture

    def _empty(self, dots: QSize) -> QPixmap:
        picture = QPixmap(dots)
        picture.setDevicePixelRatio(self._ratio)
        return picture

    def _placed(self, box: QRectF) -> QRectF:
        """Return where in the window a box of the figure is."""
        scale, left, top = self._scale, self._corner.x(), self._corner.y()
        return QRectF(left + box.x() * scale, top + box.y() * scale, box.width() * scale, box.height() * scale)


def _only(figure: Figure, shapes: list[ShapeId]) -> Figure:
    return replace(figure, shapes={one: figure.shapes[one] for one in shapes})


class _Seen:
    """Where the shapes of a layer are."""

    def __init__(self) -> None:
        self._tiles: list[QRectF] = []
        self._others: list[QRectF] = []

    def add(self, box: QRectF, is_tile: bool) -> None:
        (self._tiles if is_tile else self._others).append(box)

    def meets(self, box: QRectF, is_tile: bool) -> bool:
        """Return whether one of them lies over or under what is seen in a box."""
        # Tiles lie side by side, and only the boxes around them meet.
        return any(map(box.intersects, self._others)) or (not is_tile and any(map(box.intersects, self._tiles)))


def layered(start: Figure, end: Figure) -> dict[Layer, list[ShapeId]]:
    """Return the shapes of a move by their layers, each in the order they are painted in.

    What would come to lie under something it is over is painted live, in its turn.
    """
    layers: dict[Layer, list[ShapeId]] = {layer: [] for layer in Layer}
    above = {layer: _Seen() for layer in Layer}
    last, apart = _last_to_change(start, end), start.shapes.keys() != end.shapes.keys()
    for place, id in enumerate((*(one for one in start.shapes if one not in end.shapes), *end.shapes)):
        before, after = start.shapes.get(id), end.shapes.get(id)
        layer = _layer(before, after, apart)
        shape = after if after is not None else before
        if shape is None:
            continue
        box, is_tile = _reach(shape), isinstance(shape, Tile)
        if layer is not Layer.LIVE and any(
            above[higher].meets(box, is_tile) for higher in (Layer.GOING, Layer.COMING, Layer.LIVE) if higher > layer
        ):
            # What stays and has nothing over it that does not, such as a word across the frame, is over all of it.
            layer = Layer.OVER if layer is Layer.STILL and place > last else Layer.LIVE
        layers[layer].append(id)
        if layer not in (Layer.STILL, Layer.OVER):
            if before is not None and after is not None:
                box = _reach(before).united(box)
            above[layer].add(box, is_tile)
    return layers


def _last_to_change(start: Figure, end: Figure) -> int:
    """Return the place, in the order of `layered`, of the last shape that is not as it was."""
    gone = sum(one not in end.shapes for one in start.shapes)
    changed = (at for at, (id, shape) in enumerate(end.shapes.items(), start=gone) if start.shapes.get(id) != shape)
    return max(changed, default=gone - 1)


def flips(start: Figure, end: Figure, live: list[ShapeId]) -> list[tuple[Tile, Tile]]:
    """Return the tiles at the head of those that are live which turn over where they are."""
    turning: list[tuple[Tile, Tile]] = []
    for one in live:
        before, after = start.shapes.get(one), end.shapes.get(one)
        if not isinstance(before, Tile) or not isinstance(after, Tile) or before.rings != after.rings:
            break
        if before.opacity != 1 or after.opacity != 1:
            break
        turning.append((before, after))
    return turning


def _reach(shape: Shape) -> QRectF:
    """Return the box a shape is seen in: a text keeps to its own."""
    return QRectF(shape.x, shape.y, shape.width, shape.height) if isinstance(shape, Text) else extent(shape)


def _layer(before: Shape | None, after: Shape | None, apart: bool) -> Layer:
    """Return a shape's layer; where the figures are of other shapes, what was there unseen comes in its own time."""
    if before is None:
        return Layer.COMING if after is not None and not grows(after) else Layer.LIVE
    if after is None:
        return Layer.GOING
    if before is after or before == after:
        return Layer.STILL
    if not apart and before.opacity == 0 and after.opacity == 1 and _but_opacity(before, after):
        return Layer.COMING
    return Layer.LIVE


def _but_opacity(before: Shape, after: Shape) -> bool:
    return type(before) is type(after) and replace(before, opacity=after.opacity) == after
