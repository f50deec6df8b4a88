"""How high the rows of the printed list are, so that Typst need not find out.

It lays out a row whose height it is to find twice, and remembers both: a third of the time and memory that paper takes.
Heights are said only where it is sure what fits; elsewhere Typst finds them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from resultsdesk.assets import TEXT_FAMILY
from resultsdesk.assets.palette import Face
from resultsdesk.export.report.places import CandidacyLine, PlaceLine
from resultsdesk.export.svg.lettering import cap_height, width

KEPT = "\u00a0"  # a space at which no line ends
BETWEEN = f"{KEPT}· "
_FACE = Face(TEXT_FAMILY, 400, 700, tabular=True)

# Points, as in the template: sizes of letters, what there is around them and between lines, the marks of parties.
_LETTERS, _SMALL = 7.0, 6.0
_AROUND, _MARK = 3.6, 6.0
_BETWEEN_LINES = 0.5  # of a letter's size
# The room for words in the columns where they may take more than a line.
_NAME, _RESULT, _WINNERS, _SWING, _AT, _STOOD = 89.5, 68.0, 115.0, 59.5, 19.0, 423.0
_LAST_KNOWN = "\u052f"  # past Latin, Greek and Cyrillic the typefaces may have to be others


@dataclass(frozen=True, slots=True)
class Rows:
    """A contest's two rows: who stood, in lines where it is sure how they break, and the heights of both.

    A height is in points, None where Typst is to find it.
    """

    stood: str
    heights: tuple[float | None, float | None]


def rows(one: PlaceLine) -> Rows:
    """Return how a contest is set."""
    stood = [_stood(each) for each in one.candidacies]
    first = _first_row(one)
    broken = _broken(stood) if first is not None and _short_name(one) else None
    if broken is None:
        return Rows(BETWEEN.join(stood), (first, None))
    lines, small = len(broken), cap_height(_FACE, _SMALL, strong=False)
    tall = lines * small + (lines - 1) * _BETWEEN_LINES * _SMALL + _AROUND
    return Rows(f"{BETWEEN.rstrip()}\n".join(broken), (first, round(tall, 2)))


def _first_row(one: PlaceLine) -> float | None:
    """Return the height of a row of one line, which is that of its party's mark."""
    fits = (
        _wide(one.result, _LETTERS, strong=one.gained) <= _RESULT
        and _wide(one.winners, _LETTERS) <= _WINNERS
        and _wide(one.swing, _LETTERS) <= _SWING
        and _wide(one.declared, _LETTERS) <= _AT
    )
    return _MARK + _AROUND if fits and _known(one.winners) else None


def _short_name(one: PlaceLine) -> bool:
    """Return whether a name, which stands beside both rows, is no higher than they are at least: two lines."""
    flags = _wide(", ".join(one.flags), _LETTERS)
    lines = 1 if _wide(one.name, _LETTERS, strong=True) <= _NAME else 2
    fits = _wide(one.name, _LETTERS, strong=True) <= _NAME * 1.5 and flags <= _NAME
    return fits and lines + bool(flags) <= 2 and _known(one.name)


def _stood(one: CandidacyLine) -> str:
    figures = (one.party, one.votes, f"({one.share})" if one.share else "")
    return f"{one.name} {KEPT.join(part for part in figures if part)}"


def _broken(parts: Sequence[str]) -> tuple[str, ...] | None:
    """Return parts in lines that fit, broken between them; None where one is longer than a line or not known."""
    between = _wide(BETWEEN, _SMALL)
    lines: list[str] = []
    left = 0.0
    for part in parts:
        wide = _wide(part, _SMALL) + between
        if wide > _STOOD or not _known(part):
            return None
        if lines and wide <= left:
            lines[-1] += f"{BETWEEN}{part}"
            left -= wide
        else:
            lines.append(part)
            left = _STOOD - wide
    return tuple(lines) or None


def _wide(words: str, size: float, strong: bool = False) -> float:
    return width(words, _FACE, size, strong)


def _known(words: str) -> bool:
    return all(one <= _LAST_KNOWN or "\u2000" <= one <= "\u206f" for one in words)
