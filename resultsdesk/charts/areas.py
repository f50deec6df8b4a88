"""Blocks and ribbons onto a QPainter."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPolygonF

from resultsdesk.charts.frame import Frame
from resultsdesk.charts.look import Look, seen
from resultsdesk.charts.textures import fill_textured
from resultsdesk.charts.words import Words
from resultsdesk.figures.plots.plot import Block, Ribbon
from resultsdesk.figures.shapes import Texture

_STEPS = 28
_FAINT, _FULL = 0.2, 0.72  # how much of a ribbon's ink is seen
_THINNEST = 1.2  # pixels
_CELL = 4.0  # pixels: cells smaller than that are not told apart
_WORDS = 12


def curve(start: QPointF, end: QPointF) -> list[QPointF]:
    """Return points along a ribbon's middle, level at both ends."""
    points = []
    for step in range(_STEPS + 1):
        part = step / _STEPS
        down = part * part * (3 - 2 * part)
        points.append(QPointF(start.x() + (end.x() - start.x()) * part, start.y() + (end.y() - start.y()) * down))
    return points


def paint_ribbon(painter: QPainter, ribbon: Ribbon, frame: Frame, look: Look) -> None:
    """Paint a band, never so thin that it is lost."""
    half = max(abs(frame.scale[1]) * ribbon.height, _THINNEST) / 2
    middle = curve(frame.at(*ribbon.start), frame.at(*ribbon.end))
    edge = [QPointF(0, half)] * len(middle)
    outline = [at - down for at, down in zip(middle, edge, strict=True)]
    outline += [at + down for at, down in zip(reversed(middle), edge, strict=True)]
    colour = QColor(look.colour(ribbon.ink))
    colour.setAlphaF(_FAINT if ribbon.faint else _FULL)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF(outline))


def paint_block(painter: QPainter, block: Block, frame: Frame, look: Look, words: Words) -> None:
    """Paint a block with its texture, the lines between its units, and its words where they find room."""
    box = frame.box(block.x, block.y, block.width, block.height)
    fill_textured(painter, box, block.ink, block.texture, look)
    if seen(look, block.ink) != block.ink:
        painter.setPen(look.pen(seen(look, block.ink), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
    if block.hatched:
        painter.fillRect(box, QBrush(look.colour("muted"), Qt.BrushStyle.BDiagPattern))
    each = box.height() / block.units
    if block.units > 1 and each >= _CELL:
        painter.setPen(look.pen("panel", 1.0))
        for unit in range(1, block.units):
            y = box.bottom() - unit * each
            painter.drawLine(QLineF(box.left(), y, box.right(), y))
    elif block.units > 1 or block.texture is not Texture.NONE:
        painter.setPen(look.pen("panel", 1.0))
        painter.drawLine(box.topLeft(), box.topRight())
    if not block.beside:
        _set_within(painter, block, box, look, words)


def _set_within(painter: QPainter, block: Block, box: QRectF, look: Look, words: Words) -> None:
    width = words.width(block.words, _WORDS, strong=True)
    if not block.words or box.height() < _WORDS + 3 or width > box.width() - 4:
        return
    middle = box.center()
    ground = QRectF(middle.x() - width / 2 - 2, middle.y() - _WORDS / 2 - 1, width + 4, _WORDS + 2)
    painter.fillRect(ground, look.brush(block.ink))
    words.centred(painter, middle, block.words, block.words_ink, _WORDS, strong=True)
