"""Large words as outlines of the program's own making.

Qt too fills outlines where letters are too large for its cache of pictures of them. But FreeType keeps, on a face, the
part of a pixel by which the last small letter was moved, and an outline taken from the same face is moved by as much:
large words would depend on what was painted before them. The faces here paint nothing small.
"""

import threading
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGlyphRun, QPainterPath, QRawFont, QTextLayout, QTransform

from resultsdesk.assets import font_files

LARGEST_KEPT = 64.0
"""Qt keeps pictures of letters below this many pixels and fills the outlines of larger ones."""
_EM = 1000.0  # pixels, so many that nothing is rounded


def outline(words: str, font: QFont) -> tuple[QPainterPath, ...]:
    """Return the outlines of words whose baseline begins at 0, 0, letter by letter.

    Filled one after the other they take a third of the time of all of them as one path.
    """
    layout = QTextLayout(words, font)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return tuple(letter for run in line.glyphRuns() for letter in _letters(run, line.ascent()))


def _letters(run: QGlyphRun, ascent: float) -> Iterator[QPainterPath]:
    shown = run.rawFont()
    # A letter the program's own typefaces have not comes from one of the machine's, and as Qt gives it.
    own = _faces().get((shown.familyName(), shown.styleName()))
    face, size = (own, shown.pixelSize() / _EM) if own is not None else (shown, 1.0)
    for index, place in zip(run.glyphIndexes(), run.positions(), strict=True):
        there = QTransform(size, 0, 0, size, place.x(), place.y() - ascent)
        letter = there.map(face.pathForGlyph(index))
        letter.setFillRule(Qt.FillRule.WindingFill)
        yield letter


def _faces() -> dict[tuple[str, str], QRawFont]:
    """Return every typeface of the program by family and style, apart from those that Qt paints small letters with.

    Each thread has its own: what Qt keeps of a typeface ends with the thread that asked for it.
    """
    found: dict[tuple[str, str], QRawFont] | None = getattr(_HERE, "faces", None)
    if found is None:
        every = (QRawFont(str(one), _EM, QFont.HintingPreference.PreferNoHinting) for one in font_files())
        found = _HERE.faces = {(one.familyName(), one.styleName()): one for one in every}
    return found


_HERE = threading.local()
