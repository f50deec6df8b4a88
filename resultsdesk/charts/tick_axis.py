"""pyqtgraph's axis with the ticks a chart's own scale asks for."""

from collections.abc import Sequence

from pyqtgraph import AxisItem
from PySide6.QtCore import Qt

from resultsdesk.charts.look import Look
from resultsdesk.figures.plots.plot import Axis, Scale
from resultsdesk.figures.plots.ticks import Tick, ticks

SIZE = 13
_EACH = {"left": 46.0, "bottom": 86.0}  # pixels a tick takes
_NARROW, _WIDE = 34.0, 250.0


class TickAxis(AxisItem):
    """An axis at the left or at the foot. Its words stand over the chart or below it: see `Drawing`."""

    def __init__(self, orientation: str, look: Look) -> None:
        super().__init__(orientation, pen=look.pen("line", 1.0), textPen=look.pen("muted", 1.0), maxTickLength=0)
        self._look = look
        self._each = _EACH[orientation]
        self._axis = Axis(Scale.NONE, 0, 1)
        self._said: dict[float, str] = {}
        self.setStyle(tickFont=look.font("body", SIZE), tickTextOffset=8, hideOverlappingLabels=False,
                      tickTextHeight=SIZE + 6, autoReduceTextSpace=False)  # fmt: skip

    def measure(self, axis: Axis, room: float) -> None:
        """Take the axis of another chart that has so many pixels, and keep room for its widest words."""
        self._axis = axis
        self.setVisible(axis.scale is not Scale.NONE)
        if self.orientation == "left":
            metrics = self._look.metrics("body", SIZE)
            words = [said for _, said in self.ticks(axis.low, axis.furthest, room)]
            widest = max((metrics.horizontalAdvance(one) for one in [*words, "0.0%"]), default=0.0)
            self.setWidth(min(max(widest, _NARROW), _WIDE) + 14 if axis.scale is not Scale.NONE else 0)
        else:
            self.setHeight(SIZE + 14 if axis.scale is not Scale.NONE else 0)
        self.picture = None
        self.update()

    def ticks(self, low: float, high: float, room: float) -> tuple[Tick, ...]:
        """Return the ticks between two values that are `room` pixels apart."""
        return ticks(self._axis, low, high, room, self._each)

    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, list[float]]]:
        found = self.ticks(min(minVal, maxVal), max(minVal, maxVal), size)
        self._said = dict(found)
        return [(1.0, [value for value, _ in found])]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        metrics = self._look.metrics("body", SIZE)
        right = Qt.TextElideMode.ElideRight
        return [metrics.elidedText(self._said.get(one, ""), right, _WIDE) for one in values]
