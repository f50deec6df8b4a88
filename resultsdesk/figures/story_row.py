"""A line of the story and the figures that make it true, as rows of a list."""

from datetime import datetime

from resultsdesk.figures.lettering import span, text, width_of
from resultsdesk.figures.scenes.stage import fitted
from resultsdesk.figures.shapes import Align, Box, Figure, Ink, Rule, Shape, figure
from resultsdesk.night.briefing import Briefing
from resultsdesk.story.lines import Evidence, Line, Source, Withdrawn

_SIZE, _SMALL, _MARK = 15.0, 13.0, 11.0
_LEAD, _LOW = 20.0, 16.0
_TIME = 46.0
_EDGE = 4.0
_SOURCE = 108.0
_REAL = 0.9  # of the estimate, which is rather more than a sentence takes

SOURCES = {Source.ENTRY: "tonight", Source.BASELINE: "last time", Source.BRIEFING: "briefing"}


def story_row(
    line: Line,
    briefing: Briefing,
    width: float,
    height: float = 50.0,
    pinned: bool = False,
    said: str = "",
    withdrawn: Withdrawn | None = None,
) -> Figure:
    """Return a line: when, what, and whether it is pinned and where it is said; one taken back is struck through."""
    shapes: list[Shape] = []
    right = width
    for place, (words, ground, ink) in enumerate(_marks(pinned, said, withdrawn)):
        room = width_of(words, _MARK, strong=True) + 12
        y = 6 + place * 20.0
        shapes += [
            Box(f"mark:{place}", width - room, y, room, 17, ground, "" if ground else "line", radius=4),
            text(f"mark:{place}/words", width - room, y, room, 17, span(words, ink, strong=True), role="label",
                 size=_MARK, align=Align.CENTRE),
        ]  # fmt: skip
        right = min(right, width - room - 8)
    left = _TIME + _EDGE + 10
    room = right - left
    broken = () if withdrawn is not None else _broken(line.sentence, room)
    top = (height - _LEAD * (len(broken) or 2)) / 2
    shapes += [
        *_time(briefing, line.at, top, height),
        Box("edge", _TIME, 8, _EDGE, height - 16, _ink(briefing, line, withdrawn), radius=2),
    ]
    if withdrawn is not None:
        return figure(width, height, *shapes, *_struck(line, withdrawn, briefing, left, room, top))
    shapes += [
        text(f"sentence/{at}" if at else "sentence", left, top + at * _LEAD, room, _LEAD, one, size=_SIZE)
        for at, one in enumerate(broken)
    ]
    return figure(width, height, *shapes)


def evidence_row(
    evidence: Evidence, briefing: Briefing, width: float, height: float = 28.0, entry: int | None = None, name: str = ""
) -> Figure:
    """Return a figure with what it is and where it is from; `name` is the contest's where it needs saying."""
    source = f"entry {entry}" if entry is not None else SOURCES[evidence.source]
    room = width - _SOURCE
    value = min(width_of(evidence.value, _SIZE, strong=True) + 4, room * 0.62)
    label = (span(f"{name}: ", "muted"), span(evidence.label, "muted")) if name else (span(evidence.label, "muted"),)
    return figure(
        width,
        height,
        text("label", 0, 0, room - value - 10, height, *label, size=_SIZE),
        text("value", room - value, 0, value, height, span(evidence.value, "text", strong=True), size=_SIZE,
             align=Align.RIGHT, shrink=True),
        text("source", room, 0, _SOURCE, height, source, ink="muted", size=_SMALL, align=Align.RIGHT),
    )  # fmt: skip


def missing_row(words: str, width: float, height: float = 28.0) -> Figure:
    """Return a figure that nobody has told."""
    return figure(width, height, text("missing", 0, 0, width, height, span(f"Not known: {words}", "warn"), size=_SIZE))


def _broken(sentence: str, room: float) -> tuple[str, ...]:
    """Return a sentence in one line or two; what finds no room in the second is left for the painter to cut."""
    return fitted(sentence, room, (_SIZE, _SIZE), 2, "body")[0]


def _struck(line: Line, withdrawn: Withdrawn, briefing: Briefing, left: float, room: float, top: float) -> list[Shape]:
    wide = min(width_of(line.sentence, _SIZE) * _REAL, room)
    why = f"Withdrawn {briefing.clock(withdrawn.at)}: "
    return [
        text("sentence", left, top, room, _LEAD, line.sentence, ink="muted", size=_SIZE),
        Rule("struck", left, top + _LEAD / 2 + 1, left + wide, top + _LEAD / 2 + 1, "muted", 1.2),
        text("why", left, top + _LEAD, room, _LEAD, span(why, "warn", strong=True), span(withdrawn.why, "warn"),
             size=_SMALL),
    ]  # fmt: skip


def _marks(pinned: bool, said: str, withdrawn: Withdrawn | None) -> list[tuple[str, Ink, Ink]]:
    found: list[tuple[str, Ink, Ink]] = []
    if said:
        live = said == "on air"
        found.append((said.upper(), "live" if live else "accent", "light" if live else "on-accent"))
    if pinned:
        found.append(("PINNED", "", "accent"))
    if withdrawn is not None and not found:
        found.append(("WITHDRAWN", "", "warn"))
    return found


def _ink(briefing: Briefing, line: Line, withdrawn: Withdrawn | None) -> Ink:
    if withdrawn is not None:
        return "faint"
    return f"party:{line.party}" if line.party in briefing.parties else "line"


def _time(briefing: Briefing, at: datetime | None, top: float, height: float) -> list[Shape]:
    """Return when it was, beside the first line; where the night's clock alone would mislead, its day is below it."""
    clock, _, day = briefing.clock(at).partition(" ")
    if not day:
        return [text("time", 0, top, _TIME, _LEAD, clock, ink="muted", size=_SMALL)]
    first = height / 2 - _LOW
    return [
        text("time", 0, first, _TIME, _LOW, clock, ink="muted", size=_SMALL),
        text("day", 0, first + _LOW, _TIME, _LOW, day, ink="muted", size=_SMALL),
    ]
