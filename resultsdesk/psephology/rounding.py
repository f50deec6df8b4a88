"""Figures as they are printed: the only place where anything is rounded."""

from fractions import Fraction

MINUS = "−"
NONE = "–"


def rounded(value: Fraction | int, places: int = 0) -> Fraction:
    """Return `value` rounded half away from zero to `places` decimals."""
    return Fraction(_scaled(value, places), 10**places)


def decimal(value: Fraction | int, places: int = 1) -> str:
    """Return `value` with a fixed number of decimals, thousands marked and a true minus."""
    return _pointed(_scaled(value, places), places)


def _pointed(at_end: int, places: int) -> str:
    """Return a whole number of the smallest decimals with its point, thousands marked and a true minus."""
    whole, part = divmod(abs(at_end), 10**places)
    point = f".{part:0{places}}" if places else ""
    return f"{MINUS if at_end < 0 else ''}{whole:,}{point}"


def number(value: int | Fraction | None) -> str:
    """Return a whole number with thousands marked, or a dash for unknown."""
    return NONE if value is None else decimal(value, 0)


def per_cent(value: Fraction | None) -> str:
    """Return a share of 1 as a percentage to one decimal, or a dash for unknown."""
    return NONE if value is None else f"{_pointed(_scaled(value, 3), 1)}%"


def points(value: Fraction | None) -> str:
    """Return a change in share as signed percentage points to one decimal, or a dash for unknown."""
    if value is None:
        return NONE
    at_end = _scaled(value, 3)
    return f"{'+' if at_end > 0 else ''}{_pointed(at_end, 1)}"


def _scaled(value: Fraction | int, places: int) -> int:
    """Return `value` times ten to the power of `places` as the nearest whole number, halves away from zero."""
    scaled = abs(value.numerator) * 10**places
    whole: int = (2 * scaled + value.denominator) // (2 * value.denominator)
    return whole if value.numerator >= 0 else -whole


def signed(value: int | None) -> str:
    """Return a signed whole number; no change is `0`, unknown a dash."""
    return f"+{number(value)}" if value is not None and value > 0 else number(value)
