"""Where a chart's spots are on the screen: which is under the pointer, and which comes next."""

from collections.abc import Sequence

import numpy
from numpy.typing import NDArray

from resultsdesk.figures.plots.plot import Plot, Spot

NEAR = 14.0  # pixels
_EMPTY = numpy.empty(0)

Numbers = NDArray[numpy.float64]


class Places:
    """An index of a chart's spots in pixels. `scale` and `shift` take a place of the chart to the screen."""

    def __init__(self, plot: Plot, scale: tuple[float, float], shift: tuple[float, float]) -> None:
        spots = plot.spots
        self._by_column = plot.by_column
        (kx, ky), (x0, y0) = scale, shift
        self.x: Numbers = _column([one.x for one in spots]) * kx + x0
        self.y: Numbers = _column([one.y for one in spots]) * ky + y0
        self._half_width: Numbers = _column([one.width for one in spots]) * abs(kx) / 2
        self._half_height: Numbers = _column([one.height for one in spots]) * abs(ky) / 2
        strands = any(one.end is not None for one in spots)
        ends = [one.end or (one.x, one.y) for one in spots] if strands else []
        self._end_x: Numbers = _column([x for x, _ in ends]) * kx + x0
        self._end_y: Numbers = _column([y for _, y in ends]) * ky + y0

    def at(self, x: float, y: float) -> int | None:
        """Return the spot at or nearest to a point, or None where none is near."""
        if not len(self.x):
            return None
        if self._by_column:
            return int(numpy.argmin(numpy.abs(self.x - x)))
        distance = self._strand_distance(x, y) if len(self._end_x) else self._spot_distance(x, y)
        best = int(numpy.argmin(distance))
        return best if distance[best] <= NEAR else None

    def next_to(self, spot: int, dx: int, dy: int) -> int:
        """Return the next spot across (dx ±1) or up and down (dy ±1, downwards); the last one has none after it.

        Across goes through all spots by x, so that every one can be reached, and up and down likewise by y.
        """
        first, second = (self.x, self.y) if dx else (self.y, self.x)
        order = numpy.lexsort((second, first))
        at = int(numpy.flatnonzero(order == spot)[0]) + (dx or dy)
        return int(order[min(max(at, 0), len(order) - 1)])

    def _spot_distance(self, x: float, y: float) -> Numbers:
        across = numpy.maximum(numpy.abs(self.x - x) - self._half_width, 0.0)
        down = numpy.maximum(numpy.abs(self.y - y) - self._half_height, 0.0)
        return numpy.hypot(across, down)

    def _strand_distance(self, x: float, y: float) -> Numbers:
        """Return how far strands are above or below a point; far where it is not between their ends."""
        part = (x - self.x) / numpy.where(self._end_x == self.x, 1.0, self._end_x - self.x)
        middle = self.y + (self._end_y - self.y) * eased(numpy.clip(part, 0.0, 1.0))
        down = numpy.maximum(numpy.abs(middle - y) - self._half_height, 0.0)
        return numpy.where((part < -0.06) | (part > 1.06), numpy.inf, down)


def eased(part: Numbers) -> Numbers:
    """Return how far down a ribbon is at a part of its length: level at both ends."""
    return part * part * (3.0 - 2.0 * part)


def _column(values: Sequence[float]) -> Numbers:
    return numpy.array(values, dtype=float) if values else _EMPTY


def index_of(spots: Sequence[Spot], contest: str | None) -> int | None:
    """Return a contest's first spot, or None."""
    return next((at for at, one in enumerate(spots) if one.contest == contest), None) if contest else None
