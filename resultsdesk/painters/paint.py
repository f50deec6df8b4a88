"""Paint a figure onto any QPainter: a widget, a row of a list, an image, a page."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPaintDevice, QPainter

from resultsdesk.figures.shapes import Box, Figure, Pattern, Rule, Shape, ShapeId, Text, Tile
from resultsdesk.painters.paths import box_path
from resultsdesk.painters.patterns import hatched
from resultsdesk.painters.texts import paint_text
from resultsdesk.painters.theme import Theme
from resultsdesk.painters.tiles import box_of, paint_tile


def paint(
    painter: QPainter, figure: Figure, theme: Theme, target: QRectF, only: Collection[ShapeId] | None = None
) -> None:
    """Paint a figure as large as it fits in the middle of `target`; with `only`, just these shapes of it.

    Otherwise shapes outside the painter's clip are passed over. The painter is left as it was.
    """
    if not figure.width or not figure.height:
        return
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    scale = min(target.width() / figure.width, target.height() / figure.height)
    left, top = (target.width() - figure.width * scale) / 2, (target.height() - figure.height * scale) / 2
    if figure.ground:
        _paint_ground(painter, figure, theme, target, QRectF(left, top, scale, scale))
    painter.translate(target.x() + left, target.y() + top)
    painter.scale(scale, scale)
    on_screen = abs(painter.worldTransform().m11())
    shapes, stage = figure.shapes, QRectF(0, 0, figure.width, figure.height)
    if only is not None:
        chosen = [shapes[one] for one in only if one in shapes]
    else:
        clip = painter.clipBoundingRect() if painter.hasClipping() else stage
        whole = clip.contains(stage)
        chosen = [shape for shape in shapes.values() if whole or clip.intersects(extent(shape))]
    for shape in chosen:
        _paint_shape(painter, shape, theme, on_screen)
    painter.restore()


def painting(theme: Theme) -> Callable[[QPainter, Figure, QRectF, Collection[ShapeId] | None], None]:
    """Return `paint` with its theme, for a view that knows of no themes."""

    def paint_with(painter: QPainter, figure: Figure, target: QRectF, only: Collection[ShapeId] | None) -> None:
        paint(painter, figure, theme, target, only)

    return paint_with


def to_image(figure: Figure, theme: Theme, width: int, height: int) -> QImage:
    """Return a figure as a picture of so many pixels, transparent where nothing is painted."""
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    paint_on(image, figure, theme, QRectF(0, 0, width, height))
    return image


def paint_on(device: QPaintDevice, figure: Figure, theme: Theme, target: QRectF) -> None:
    """Paint a figure on a device that has no painter yet, and let go of it again whatever happens."""
    painter = QPainter(device)
    try:
        paint(painter, figure, theme, target)
    finally:
        painter.end()


def extent(shape: Shape) -> QRectF:
    """Return a box around all that a shape paints."""
    match shape:
        case Tile():
            return box_of(shape)
        case Rule():
            box = QRectF(QPointF(shape.x1, shape.y1), QPointF(shape.x2, shape.y2)).normalized()
            return box.adjusted(-shape.width, -shape.width, shape.width, shape.width)
        case Box():
            edge = shape.edge_width if shape.edge else 0.0
            return QRectF(shape.x, shape.y, shape.width, shape.height).adjusted(-edge, -edge, edge, edge)
        case Text():
            return QRectF(shape.x, shape.y, shape.width, shape.height).adjusted(-2, -shape.size, 2, shape.size)


def _paint_ground(painter: QPainter, figure: Figure, theme: Theme, target: QRectF, unit: QRectF) -> None:
    """Fill `target` with a figure's ground; `unit` is where in it the figure's first unit is painted."""
    glow = figure.glow
    placed = painter.deviceTransform()
    across, down = abs(placed.m11()), abs(placed.m22())  # pixels
    size = QSize(round(target.width() * across), round(target.height() * down))
    if glow is None or size.isEmpty():
        painter.fillRect(target, theme.brush(figure.ground))
        return
    across, down = across * unit.width(), down * unit.height()
    x, y = unit.x() / unit.width() + glow.x, unit.y() / unit.height() + glow.y
    ellipse = (x * across, y * down, glow.across * across, glow.down * down)
    painter.drawImage(target, theme.grounds.picture(theme.hex(figure.ground), theme.hex(glow.ink), size, ellipse))


def _paint_shape(painter: QPainter, shape: Shape, theme: Theme, scale: float) -> None:
    if shape.opacity <= 0:
        return
    if shape.opacity < 1 and not isinstance(shape, Text):
        around = painter.opacity()
        painter.setOpacity(around * shape.opacity)
        _paint_solid(painter, shape, theme, scale)
        painter.setOpacity(around)
    else:
        _paint_solid(painter, shape, theme, scale)


def _paint_solid(painter: QPainter, shape: Shape, theme: Theme, scale: float) -> None:
    match shape:
        case Tile():
            paint_tile(painter, shape, theme, scale)
        case Text():
            paint_text(painter, shape, theme)
        case Box():
            _paint_box(painter, shape, theme)
        case Rule():
            painter.setPen(theme.pen(shape.ink, shape.width, shape.dashed))
            painter.drawLine(QLineF(shape.x1, shape.y1, shape.x2, shape.y2))


def _paint_box(painter: QPainter, box: Box, theme: Theme) -> None:
    plain = not box.radius and not box.slant
    if box.ink and plain and box.pattern is Pattern.SOLID:
        painter.fillRect(QRectF(box.x, box.y, box.width, box.height), theme.brush(box.ink))
    elif box.ink and box.pattern is Pattern.HATCHED:
        stripe = theme.colour(box.edge or "recount")
        painter.fillPath(box_path(box), hatched(theme.colour(box.ink), stripe, QPointF(box.x, box.y), 4.0))
    elif box.ink and box.pattern is not Pattern.HOLLOW:
        painter.fillPath(box_path(box), theme.brush(box.ink))
    if box.edge and box.edge_width:
        painter.strokePath(box_path(box), theme.pen(box.edge, box.edge_width))
