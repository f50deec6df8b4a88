"""The forms of spots as paths around 0, 0, and the ways to break a line."""

from functools import cache
from math import cos, pi, sin

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF

from resultsdesk.figures.plots.plot import Dash, Symbol

# In widths of the pen.
DASHES: dict[Dash, tuple[float, ...]] = {
    Dash.SOLID: (),
    Dash.LONG: (6.0, 2.5),
    Dash.SHORT: (3.0, 2.0),
    Dash.DOTS: (1.0, 1.8),
    Dash.MIXED: (6.0, 2.0, 1.2, 2.0),
}
TICK = 11.0  # pixels
# Corners at a distance of 1 look larger or smaller than a disc of the same radius.
_MADE = {
    Symbol.SQUARE: (4, pi / 4, 1.2),
    Symbol.DIAMOND: (4, 0.0, 1.28),
    Symbol.TRIANGLE: (3, -pi / 2, 1.35),
    Symbol.WEDGE: (3, pi / 2, 1.35),
    Symbol.PENTAGON: (5, -pi / 2, 1.15),
}


@cache
def form(symbol: Symbol, radius: float) -> QPainterPath:
    """Return a symbol's outline around 0, 0; empty for none, and for a tick, which is but a line."""
    path = QPainterPath()
    if symbol in _MADE:
        corners, turn, more = _MADE[symbol]
        path.addPolygon(_polygon(corners, turn, radius * more))
    elif symbol is Symbol.STAR:
        path.addPolygon(_star(radius * 1.45, radius * 0.62))
    elif symbol in (Symbol.PLUS, Symbol.CROSS):
        path.addPolygon(_plus(radius * 1.25, radius * 0.42, pi / 4 if symbol is Symbol.CROSS else 0.0))
    elif symbol is Symbol.RING:
        path.addEllipse(QPointF(), radius, radius)
        path.addEllipse(QPointF(), radius * 0.5, radius * 0.5)
    elif symbol not in (Symbol.NONE, Symbol.TICK):
        path.addEllipse(QPointF(), radius, radius)
    path.closeSubpath()
    return path


def _polygon(corners: int, turn: float, radius: float) -> QPolygonF:
    return _closed([_at(radius, turn + 2 * pi * place / corners) for place in range(corners)])


def _star(outer: float, inner: float) -> QPolygonF:
    radii = (outer, inner)
    return _closed([_at(radii[place % 2], -pi / 2 + pi * place / 5) for place in range(10)])


def _plus(reach: float, half: float, turn: float) -> QPolygonF:
    corners = []
    for arm in range(4):
        for x, y in ((reach, -half), (reach, half), (half, half)):
            angle = turn + arm * pi / 2
            corners.append(QPointF(x * cos(angle) - y * sin(angle), x * sin(angle) + y * cos(angle)))
    return _closed(corners)


def _at(radius: float, angle: float) -> QPointF:
    return QPointF(radius * cos(angle), radius * sin(angle))


def _closed(corners: list[QPointF]) -> QPolygonF:
    return QPolygonF([*corners, corners[0]])
