"""Setting text in a figure: short ways to say it, and about how wide it will be.

A figure has no font, so columns are given their room by an estimate; the painter elides or shrinks what the
estimate got wrong.
"""

from collections.abc import Callable

from resultsdesk.figures.shapes import Align, Ink, Role, ShapeId, Span, Text

# Advance widths in ems, near enough for both families of the themes.
_DIGIT = 0.53
_WIDER = 1.24  # the face of headlines and figures against that of texts
_NARROW = frozenset("iljtfrI.,:;'’|!()[]· ")
_WIDE = frozenset("mwMWQO@%—")
_HEAD = 6  # letters a shortened name begins with, at least
_REST = {True: 0.31, False: 0.29}


def span(text: str, ink: Ink = "text", strong: bool = False) -> Span:
    """Return a run of text."""
    return Span(text, ink, strong)


def text(
    id: ShapeId,
    x: float,
    y: float,
    width: float,
    height: float,
    *spans: Span | str,
    ink: Ink = "text",
    strong: bool = False,
    role: Role = "body",
    size: float = 14.0,
    align: Align = Align.LEFT,
    shrink: bool = False,
) -> Text:
    """Return a line of text; a plain string is a span in `ink` and `strong`."""
    runs = tuple(Span(one, ink, strong) if isinstance(one, str) else one for one in spans)
    return Text(id, x, y, max(width, 0.0), height, runs, role, size, align, shrink)


def shortened(words: str, room: float, advance: Callable[[str], float]) -> str:
    """Return a name that ends as it did, with an ellipsis before its last word, where it is wider than `room`.

    `Newcastle upon Tyne North` and `… East` are told apart by their ends. A last word too long for that is left to the
    painter, as is a name that fits.
    """
    *before, last = words.split(" ")
    if not before or advance(words) <= room:
        return words
    head, tail = " ".join(before), f"… {last}"
    while len(head) >= _HEAD and advance(head + tail) > room:
        head = head[:-1].rstrip(" ,")
    return head + tail if len(head) >= _HEAD else words


def width_of(words: str, size: float, strong: bool = False, role: Role = "body") -> float:
    """Return about how many units `words` take at `size`, rather more than less."""
    if role in ("headline", "figure"):
        size *= _WIDER
    ems = 0.0
    for one in words:
        if one in _NARROW:
            ems += _REST[strong]
        elif one in _WIDE:
            ems += 0.9
        elif one.isdigit():
            ems += _DIGIT
        elif one.isupper():
            ems += 0.68 if strong else 0.64
        else:
            ems += 0.56 if strong else 0.545
    return ems * size
