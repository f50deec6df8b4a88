"""Where an axis has its ticks and what stands beside them."""

from datetime import UTC, timedelta
from fractions import Fraction
from math import ceil, floor, log10

from resultsdesk.figures.plots.plot import Axis, Scale
from resultsdesk.psephology.rounding import decimal, number, points

_MINUTES = (1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440)
_DAY = 1440.0

Tick = tuple[float, str]


def ticks(axis: Axis, low: float, high: float, room: float, each: float) -> tuple[Tick, ...]:
    """Return the ticks of an axis looked at from `low` to `high`, which is `room` pixels; one needs `each` of them."""
    if not high > low:
        return ()
    most = max(room / each, 1.0)
    match axis.scale:
        case Scale.CLOCK:
            return _clock(axis, low, high, most)
        case Scale.ROWS:
            return tuple((float(place), name) for place, name in enumerate(axis.rows) if low <= place <= high)
        case Scale.NONE:
            return ()
        case _:
            return _even(axis.scale, low, high, most)


def step(span: float, most: float) -> Fraction:
    """Return the smallest of 1, 2, 5, 10, 20 … and their tenths that divides a span into no more than `most`."""
    power = floor(log10(span / most))
    for more in range(3):
        for one in (1, 2, 5):
            found = Fraction(one) * Fraction(10) ** (power + more)
            if span / found <= most:
                return found
    return Fraction(10) ** (power + 3)


def _even(scale: Scale, low: float, high: float, most: float) -> tuple[Tick, ...]:
    by = step(high - low, most)
    if scale is Scale.COUNT:
        by = max(by, Fraction(1))
    first, last = ceil(low / by - Fraction(1, 1000)), floor(high / by + Fraction(1, 1000))
    places = 0 if scale is Scale.COUNT or (by * 100).denominator == 1 else 1
    return tuple((float(by * at), _words(scale, by * at, places)) for at in range(first, last + 1))


def _words(scale: Scale, value: Fraction, places: int) -> str:
    if scale is Scale.COUNT:
        return number(value)
    if scale in (Scale.SHARE, Scale.SWING):
        return f"{decimal(abs(value) * 100, places)}%"
    if places:
        return points(value)
    return f"{'+' if value > 0 else ''}{decimal(value * 100, 0)}"


def _clock(axis: Axis, low: float, high: float, most: float) -> tuple[Tick, ...]:
    if axis.begin is None:
        return ()
    by = next((one for one in _MINUTES if (high - low) / one <= most), _MINUTES[-1])
    start = axis.begin.hour * 60 + axis.begin.minute + axis.begin.second / 60
    first, last = ceil((low + start) / by), floor((high + start) / by)
    found = []
    for at in range(first, last + 1):
        minute = at * by - start
        moment = (axis.begin.astimezone(UTC) + timedelta(minutes=minute)).astimezone(axis.begin.tzinfo)
        found.append((minute, f"{moment:%A}" if at * by % _DAY == 0 and by >= _DAY / 2 else f"{moment:%H:%M}"))
    return tuple(found)
