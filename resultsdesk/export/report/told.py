"""The story and what became of it: lines with their evidence, corrections, and what was taken back."""

from dataclasses import dataclass
from unicodedata import bidirectional

from resultsdesk.export.summary import Summary
from resultsdesk.night.entries import Kind
from resultsdesk.night.history import difference, history
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.rounding import number
from resultsdesk.story.about import place_of
from resultsdesk.story.lines import Source

_LEFT_TO_RIGHT = "\u200e"
_RIGHT_TO_LEFT = ("R", "AL")
_SOURCES = {Source.ENTRY: "", Source.BASELINE: " (last time)", Source.BRIEFING: " (briefing)"}


@dataclass(frozen=True, slots=True)
class Proof:
    """One figure that makes a line true; `source` is said where it is not of tonight."""

    label: str
    value: str
    source: str


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A line of the story of one kind; `at` is when it became true, empty for what no single entry did."""

    kind: str
    sentence: str
    at: str
    evidence: tuple[Proof, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """A line that is no longer true."""

    sentence: str
    at: str
    why: str


@dataclass(frozen=True, slots=True)
class Correction:
    """What was put right after a declaration: `what` names every figure that differs."""

    at: str
    place: str
    kind: str
    what: tuple[str, ...]
    reason: str


def ended(name: str) -> str:
    """Return a name that figures may follow.

    Without the mark that ends it, a figure after a name in Arabic or Hebrew is set before it, as if part of it.
    """
    return f"{name}{_LEFT_TO_RIGHT}" if any(bidirectional(one) in _RIGHT_TO_LEFT for one in name) else name


def story_lines(summary: Summary) -> tuple[StoryLine, ...]:
    """Return every line that holds, the most telling first."""
    clock = summary.night.briefing.clock
    return tuple(
        StoryLine(
            one.kind,
            one.sentence,
            clock(one.at),
            tuple(Proof(ended(each.label), each.value, _SOURCES[each.source]) for each in one.evidence),
            one.missing,
        )
        for one in summary.story.lines
    )


def taken_back(summary: Summary) -> tuple[Taken, ...]:
    """Return every line that was taken back."""
    clock = summary.night.briefing.clock
    return tuple(Taken(one.line.sentence, clock(one.at), one.why) for one in summary.story.withdrawn)


def corrections(summary: Summary) -> tuple[Correction, ...]:
    """Return every correction and retraction in the order they were keyed."""
    found = [one for standing in summary.night.contests.values() for one in _of(summary, standing)]
    return tuple(each for _, each in sorted(found, key=lambda pair: pair[0]))


def _of(summary: Summary, standing: Standing) -> list[tuple[int, Correction]]:
    if not any(one.kind in (Kind.CORRECTED, Kind.RETRACTED) for one in standing.entries):
        return []
    briefing = summary.night.briefing
    place = place_of(briefing, standing.contest)
    found, before = [], None
    for step in history(standing):
        entry = step.entry
        if entry.kind in (Kind.CORRECTED, Kind.RETRACTED):
            lines = difference(standing.contest, before, entry) if entry.votes is not None else ()
            what = tuple(
                f"{ended(one.label)}: {number(one.before)}, now {number(one.after)}" for one in lines if one.differs
            )
            at = briefing.clock(entry.keyed_at)
            found.append((entry.seq, Correction(at, place, str(entry.kind), what, entry.told_reason)))
        if entry.votes is not None:
            before = entry
    return found
