"""Texts as SVG: spans on one line, aligned, shrunk or elided to their box."""

import unicodedata
from dataclasses import replace

from resultsdesk.assets.palette import Face
from resultsdesk.export.svg.element import element, number, safe
from resultsdesk.export.svg.lettering import cap_height, width
from resultsdesk.export.svg.look import Look
from resultsdesk.figures.shapes import Align, Span, Text

_SMALLEST = 0.62  # of the size asked for: smaller than that, the end is cut off instead
_ANCHORS = {Align.LEFT: "", Align.CENTRE: "middle", Align.RIGHT: "end"}
_OTHERS = "sans-serif"  # a letter that the family has not is drawn by whatever has it


def text_element(text: Text, look: Look) -> str:
    """Return a text, its capitals centred between the top and the bottom of its box."""
    face = look.face(text.role)
    spans, size = set_in(text, face)
    if not spans:
        return ""
    strong = any(one.strong for one in spans)
    x = text.x + {Align.LEFT: 0.0, Align.CENTRE: text.width / 2, Align.RIGHT: text.width}[text.align]
    y = text.y + (text.height + cap_height(face, size, strong)) / 2
    first, *rest = spans
    one_ink = all(one.ink == first.ink and one.strong == first.strong for one in rest)
    runs = (
        (safe("".join(one.text for one in spans)),)
        if one_ink
        else tuple(
            element("tspan", safe(one.text), fill=look.colour(one.ink), font_weight=_weight(face, one.strong))
            for one in spans
        )
    )
    return words(
        *runs, x=x, y=y, face=face, size=size, strong=first.strong, fill=look.colour(first.ink),
        anchor=_ANCHORS[text.align],
    )  # fmt: skip


def words(*runs: str, x: float, y: float, face: Face, size: int, strong: bool, fill: str, anchor: str = "") -> str:
    """Return a `text` element of runs that are escaped already."""
    tabular = "font-feature-settings:'tnum' 1;" if face.tabular else ""
    return element(
        "text", *runs, x=x, y=y, fill=fill, font_family=f"{face.family}, {_OTHERS}", font_size=float(size),
        font_weight=_weight(face, strong), letter_spacing=number(face.tracking * size) if face.tracking else None,
        text_anchor=anchor, style=f"{tabular}white-space:pre",
    )  # fmt: skip


def set_in(text: Text, face: Face) -> tuple[tuple[Span, ...], int]:
    """Return what of a text fits its box, and at which size."""
    size = max(1, round(text.size))
    wide = _width(text.spans, face, size)
    if text.shrink and wide > text.width:
        size = max(round(text.size * _SMALLEST), int(size * text.width / wide), 1)
        wide = _width(text.spans, face, size)
    return (text.spans if wide <= text.width + 0.01 else _elided(text, face, size)), size


def _weight(face: Face, strong: bool) -> str:
    return str(face.strong if strong else face.weight)


def _width(spans: tuple[Span, ...], face: Face, size: int) -> float:
    return sum(width(one.text, face, size, one.strong) for one in spans)


def _elided(text: Text, face: Face, size: int) -> tuple[Span, ...]:
    """Return the spans that fit, the last one of them ending in an ellipsis."""
    room = text.width
    kept: list[Span] = []
    dots = width("…", face, size, False)
    for one in text.spans:
        wide = width(one.text, face, size, one.strong)
        if wide > (room if one is text.spans[-1] else room - dots):
            return (*kept, replace(one, text=_cut(one, face, size, room)))
        kept.append(one)
        room -= wide
    return tuple(kept)


def _cut(one: Span, face: Face, size: int, room: float) -> str:
    """Return as much of a span as fits with an ellipsis, never half of a letter with its accent."""
    room -= width("…", face, size, one.strong)
    low, high = 0, len(one.text)
    while low < high:
        middle = (low + high + 1) // 2
        if width(one.text[:middle], face, size, one.strong) <= room:
            low = middle
        else:
            high = middle - 1
    while 0 < low < len(one.text) and unicodedata.combining(one.text[low]):
        low -= 1
    return f"{one.text[:low].rstrip(' ')}…"
