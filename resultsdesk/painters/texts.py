"""Texts onto a QPainter: spans on one line, aligned, shrunk or elided to their box."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPaintEngine, QPainter

from resultsdesk.figures.shapes import Align, Span, Text
from resultsdesk.painters.outlines import LARGEST_KEPT
from resultsdesk.painters.theme import Theme

_SMALLEST = 0.62  # of the size asked for: smaller than that, the end is cut off instead


def paint_text(painter: QPainter, text: Text, theme: Theme) -> None:
    """Paint a text, its capitals centred between the top and the bottom of its box."""
    size = max(1, round(text.size))
    width = _width(text, theme, size)
    if text.shrink and width > text.width:
        size = max(round(text.size * _SMALLEST), int(size * text.width / width), 1)
        width = _width(text, theme, size)
    spans = text.spans if width <= text.width + 0.01 else _elided(text, theme, size)
    if spans is not text.spans:
        width = sum(theme.advance(one.text, text.role, size, one.strong) for one in spans)
    x = text.x
    if text.align is Align.RIGHT:
        x += text.width - width
    elif text.align is Align.CENTRE:
        x += (text.width - width) / 2
    large = _outlined(painter, size)
    strong = any(one.strong for one in spans)
    y = text.y + (text.height + theme.metrics(text.role, size, strong).capHeight()) / 2
    for one in spans:
        if large:
            colour = theme.brush(one.ink) if text.opacity >= 1 else _part_seen(theme.colour(one.ink), text.opacity)
            painter.translate(x, y)
            for letter in theme.outline(one.text, text.role, size, one.strong):
                painter.fillPath(letter, colour)
            painter.translate(-x, -y)
        else:
            painter.setFont(theme.font(text.role, size, one.strong))
            painter.setPen(
                theme.pen(one.ink, 1.0) if text.opacity >= 1 else _part_seen(theme.colour(one.ink), text.opacity)
            )
            painter.drawText(QPointF(x, y), one.text)
        x += theme.advance(one.text, text.role, size, one.strong)


def _outlined(painter: QPainter, size: int) -> bool:
    """Return whether Qt would fill outlines for letters of `size`: then they are the theme's own."""
    large = size * abs(painter.deviceTransform().m11()) >= LARGEST_KEPT
    return large and painter.paintEngine().type() is QPaintEngine.Type.Raster


def _part_seen(colour: QColor, opacity: float) -> QColor:
    # Text in a colour that lets through is painted eight times as fast as text on a painter that does.
    seen = QColor(colour)
    seen.setAlphaF(opacity)
    return seen


def _width(text: Text, theme: Theme, size: int) -> float:
    return sum(theme.advance(one.text, text.role, size, one.strong) for one in text.spans)


def _elided(text: Text, theme: Theme, size: int) -> tuple[Span, ...]:
    """Return the spans that fit, the last one of them ending in an ellipsis."""
    room = text.width
    kept: list[Span] = []
    dots = theme.advance("…", text.role, size, False)
    for one in text.spans:
        width = theme.advance(one.text, text.role, size, one.strong)
        last = one is text.spans[-1]
        if width > (room if last else room - dots):
            metrics = theme.metrics(text.role, size, one.strong)
            words = metrics.elidedText(one.text, Qt.TextElideMode.ElideRight, room)
            if words == one.text:  # it would just fit, but what comes after it would not
                words = metrics.elidedText(one.text + one.text, Qt.TextElideMode.ElideRight, room)
            return (*kept, Span(words.replace(" …", "…"), one.ink, one.strong))
        kept.append(one)
        room -= width
    return tuple(kept)
