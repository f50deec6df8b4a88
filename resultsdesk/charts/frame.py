"""From places of a chart to pixels, for whatever paints on it."""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QLineF, QPointF, QRectF


@dataclass(frozen=True)
class Frame:
    """Where the axes' rectangle is, and what of the chart it shows; `downwards` where y counts from the top."""

    rect: QRectF
    seen: QRectF
    downwards: bool

    @cached_property
    def scale(self) -> tuple[float, float]:
        """Return pixels for one of x and one of y."""
        kx = self.rect.width() / (self.seen.width() or 1.0)
        ky = self.rect.height() / (self.seen.height() or 1.0)
        return kx, ky if self.downwards else -ky

    @cached_property
    def shift(self) -> tuple[float, float]:
        """Return where 0, 0 is."""
        kx, ky = self.scale
        top = self.seen.top() if self.downwards else self.seen.bottom()
        return self.rect.left() - self.seen.left() * kx, self.rect.top() - top * ky

    def at(self, x: float, y: float) -> QPointF:
        """Return where a place is."""
        (kx, ky), (x0, y0) = self.scale, self.shift
        return QPointF(x * kx + x0, y * ky + y0)

    def box(self, x: float, y: float, width: float, height: float) -> QRectF:
        """Return where a rectangle is."""
        return QRectF(self.at(x, y), self.at(x + width, y + height)).normalized()

    def cut(self, line: QLineF) -> QLineF | None:
        """Return the part of a straight line that is inside, or None where none of it is.

        After Liang and Barsky. Painters' own clipping does not survive in every SVG reader.
        """
        first, last = 0.0, 1.0
        rect = self.rect
        for towards, room in (
            (-line.dx(), line.x1() - rect.left()),
            (line.dx(), rect.right() - line.x1()),
            (-line.dy(), line.y1() - rect.top()),
            (line.dy(), rect.bottom() - line.y1()),
        ):
            if towards < 0:
                first = max(first, room / towards)
            elif towards > 0:
                last = min(last, room / towards)
            elif room < 0:
                return None
        return QLineF(line.pointAt(first), line.pointAt(last)) if first < last else None
