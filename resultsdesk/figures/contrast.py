"""How well one colour can be read on another, by WCAG 2.2's formula (Success Criterion 1.4.3)."""

from functools import lru_cache
from math import dist
from typing import Literal

DARK = "#0B0F1A"
LIGHT = "#FFFFFF"
PANEL = "#141A29"
READABLE = 4.5  # for text
READABLE_LARGE = 3.0  # for large text and for shapes


@lru_cache(maxsize=1024)
def luminance(rgb: str) -> float:
    """Return the relative luminance of `#rrggbb`, 0 for black to 1 for white."""
    red, green, blue = (_linear(int(rgb[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours `#rrggbb`, from 1 (the same) to 21 (black and white)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def text_on(rgb: str) -> Literal["dark", "light"]:
    """Return which of the two text colours, `DARK` or `LIGHT`, has the larger contrast on `rgb`."""
    return "dark" if contrast(rgb, DARK) > contrast(rgb, LIGHT) else "light"


def difference(one: str, other: str) -> float:
    """Return how unlike two colours look: their distance in CIE L*a*b*, 2 just seen, 20 plainly different."""
    return dist(_lab(one), _lab(other))


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


@lru_cache(maxsize=1024)
def _lab(rgb: str) -> tuple[float, float, float]:
    red, green, blue = (_linear(int(rgb[at : at + 2], 16) / 255) for at in (1, 3, 5))
    # sRGB to CIE XYZ, divided by the white point D65 (IEC 61966-2-1).
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116 for value in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)
