"""Tiles onto a QPainter: a contest's area with its pattern, its mark and its letter."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath

from resultsdesk.assets.inks import mixed
from resultsdesk.figures import tile_measures as measures
from resultsdesk.figures.shapes import Mark, Pattern, Texture, Tile
from resultsdesk.figures.tile_measures import ink_over, letter_size
from resultsdesk.painters.patterns import hatched, lined, split
from resultsdesk.painters.theme import Theme


def paint_tile(painter: QPainter, tile: Tile, theme: Theme, scale: float) -> None:
    """Paint a tile; `scale` is how many pixels a unit is, to leave out what would be too small to see."""
    path = theme.path(tile.rings)
    lettered = bool(tile.letter) and letter_size(tile) * scale >= measures.SMALLEST_LETTER
    painter.setPen(Qt.PenStyle.NoPen)
    if not tile.ink:
        pass
    elif tile.texture is not Texture.NONE and not lettered:
        line = QColor(mixed(theme.hex("panel"), theme.hex(tile.ink), measures.LINES))
        brush = lined(theme.colour(tile.ink), line, tile.texture, QPointF(*tile.centre), tile.size * 0.7)
        _fill(painter, path, brush)
    elif tile.pattern is Pattern.SOLID:
        _fill(painter, path, theme.brush(tile.ink))
    else:
        _paint_pattern(painter, tile, theme, scale)
    if tile.edge and (tile.edge_width > 1 or tile.size * scale >= measures.SMALLEST_EDGE):
        painter.strokePath(path, theme.pen(tile.edge, tile.edge_width, cosmetic=True))
    if tile.mark is not Mark.NONE and tile.size * scale >= measures.SMALLEST_MARK:
        _paint_mark(painter, tile, theme, lettered)
    if lettered:
        _paint_letter(painter, tile, theme)


def _fill(painter: QPainter, path: QPainterPath, brush: QBrush) -> None:
    # With the pen off this takes two thirds of the time of fillPath.
    painter.setBrush(brush)
    painter.drawPath(path)


def _paint_pattern(painter: QPainter, tile: Tile, theme: Theme, scale: float) -> None:
    path = theme.path(tile.rings)
    match tile.pattern:
        case Pattern.HATCHED:
            second = theme.colour(tile.second or "recount")
            brush = hatched(theme.colour(tile.ink), second, QPointF(*tile.centre), tile.size * 0.5)
            _fill(painter, path, brush)
        case Pattern.SPLIT:
            colours = [theme.colour(one) for one in tile.parts or (tile.ink, tile.second or tile.ink)]
            _fill(painter, path, split(colours, path.boundingRect()))
        case Pattern.HOLLOW if tile.edge or tile.size * scale < measures.SMALLEST_EDGE:
            _fill(painter, path, theme.brush(tile.second or "panel"))
        case Pattern.RINGED if tile.edge:  # an outline drawn in to its middle would not run along its border
            _fill(painter, path, theme.brush(tile.second or "panel"))
            painter.strokePath(path, theme.pen(tile.ink, measures.OUTLINE, cosmetic=True))
        case _:
            inside = measures.HOLLOW if tile.pattern is Pattern.HOLLOW else measures.RINGED
            _fill(painter, path, theme.brush(tile.ink))
            _fill(painter, theme.inner(tile.rings, tile.centre, inside), theme.brush(tile.second or "panel"))


def _paint_mark(painter: QPainter, tile: Tile, theme: Theme, lettered: bool) -> None:
    """Paint the mark in the middle, or small above the letter where there is one."""
    x, y = tile.centre
    centre = QPointF(x, y - tile.size * measures.ABOVE_LETTER) if lettered else QPointF(x, y)
    part = measures.BESIDE_LETTER if lettered else 1.0
    ink = ink_over(tile)
    match tile.mark:
        case Mark.DOT:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.brush(ink))
            painter.drawEllipse(centre, tile.size * measures.DOT * part, tile.size * measures.DOT * part)
        case Mark.RING:
            painter.setPen(theme.pen(ink, tile.size * measures.RING_WIDTH))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, tile.size * measures.RING * part, tile.size * measures.RING * part)
        case _:
            reach = tile.size * measures.CROSS_REACH
            painter.setPen(theme.pen("postponed", tile.size * measures.CROSS_WIDTH))
            painter.drawLine(centre + QPointF(-reach, -reach), centre + QPointF(reach, reach))
            painter.drawLine(centre + QPointF(-reach, reach), centre + QPointF(reach, -reach))


def _paint_letter(painter: QPainter, tile: Tile, theme: Theme) -> None:
    size = letter_size(tile)
    width = theme.advance(tile.letter, "label", size, True)
    height = theme.metrics("label", size, True).capHeight()
    x, y = tile.centre
    painter.setFont(theme.font("label", size, True))
    painter.setPen(theme.pen(ink_over(tile), 1.0))
    painter.drawText(QPointF(x - width / 2, y + height / 2), tile.letter)


def box_of(tile: Tile) -> QRectF:
    """Return the box of all that a tile paints."""
    xs = [x for ring in tile.rings for x, _ in ring]
    ys = [y for ring in tile.rings for _, y in ring]
    return QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys)))
