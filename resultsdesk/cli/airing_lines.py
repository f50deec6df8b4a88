"""What `airings` says: each thing that was on air, the figures and lines in it, and which are not so any more."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from textwrap import wrap

from resultsdesk.air.aired import moved_most
from resultsdesk.air.left import Left
from resultsdesk.air.record import Aired, AiredFigures, AiredLine
from resultsdesk.cli.columns import WIDTH
from resultsdesk.export.airing_objects import outcome_after
from resultsdesk.figures.scenes.scene import title
from resultsdesk.night.entries import Entry
from resultsdesk.night.night import Night
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.rounding import number

MARGIN = 4
MOST_VOTES, MOST_FIGURES = 3, 3


def airing_lines(night: Night, every: Iterable[Aired], measure: Measure) -> Iterator[str]:
    """Yield each airing in lines that fit a terminal."""
    for aired in every:
        yield from _set_out(f"{_when(night, aired)}  {aired.output}  {_what(night, aired)}", 0)
        yield from _named(night, aired) if aired.only_says else _figures(night, aired, measure)
        for line in aired.lines:
            yield from _line(line)
            yield from _left(night, line.left)


def _when(night: Night, aired: Aired) -> str:
    since, until = night.briefing.clock(aired.since), night.briefing.clock(aired.until)
    if since == until:
        return since
    day = until[len("00:00") :]
    return f"{since.removesuffix(day) if day else since}–{until}"


def _what(night: Night, aired: Aired) -> str:
    """Return what was shown, and from which entry to which the night went on meanwhile."""
    shown = aired.screening
    if shown is None:
        return "a scene that was not kept"
    scene = replace(shown.scene, words=()) if shown.scene.lines else shown.scene  # its lines are told below
    if shown.last is None:
        return f"{title(night, scene)} (from entry {shown.first})"
    night_at = f"entry {shown.first}" if shown.first == shown.last else f"entries {shown.first} to {shown.last}"
    return f"{title(night, scene)} ({night_at})"


def _named(night: Night, aired: Aired) -> Iterator[str]:
    """Yield the entries that lines are told of."""
    named = (f"{night.contests[one.entry.contest].contest.name}, entry {one.entry.seq}" for one in aired.figures)
    said = "; ".join(named)
    if said:
        yield from _set_out(f"Told of {said}", MARGIN)


def _figures(night: Night, aired: Aired, measure: Measure) -> Iterator[str]:
    if len(aired.figures) > MOST_FIGURES:
        named = (f"{night.contests[one.entry.contest].contest.name} ({one.entry.seq})" for one in aired.figures)
        yield from _set_out(f"By entry: {', '.join(named)}", MARGIN)
    for one in aired.figures:
        if len(aired.figures) <= MOST_FIGURES:
            yield from _set_out(_read(night, one, measure), MARGIN)
        if one.now is not None:
            yield from _set_out(_not_so(night, one, one.now, measure), MARGIN)
            yield from _left(night, one.left)


def _read(night: Night, one: AiredFigures, measure: Measure) -> str:
    """Return an entry as it was read: the first few by their votes, and the outcome."""
    entry, contest = one.entry, night.contests[one.entry.contest].contest
    said = f"{contest.name}, entry {entry.seq}: "
    if one.listed:
        return f"{said}{one.listed}"
    if entry.votes is not None:
        votes = entry.votes
        first = sorted(contest.candidacies, key=lambda who: -votes.get(who.id, 0))
        shorts = (f"{night.briefing.parties[who.party].short} {number(votes.get(who.id))}" for who in first)
        more = f" and {len(first) - MOST_VOTES} more" if len(first) > MOST_VOTES else ""
        said += f"{', '.join(list(shorts)[:MOST_VOTES])}{more}; "
    return f"{said}{outcome_after(night, entry, measure)}"


def _not_so(night: Night, one: AiredFigures, now: Entry, measure: Measure) -> str:
    """Return what was read out and is not so, the largest difference first."""
    name = night.contests[now.contest].contest.name
    until = f"until {night.briefing.clock(one.until)}" if one.until is not None else "and still there"
    if now.votes is None:
        return f"NOT SO: {name} was aired {until}; now {outcome_after(night, now, measure)} (entry {now.seq})"
    if one.listed:
        return f"CORRECTED: {name}: aired as “{one.listed}” {until}; now “{one.listed_now}” (entry {now.seq})"
    moved = moved_most(night, one.entry, now) if one.entry.votes is not None else ()
    if not moved:
        return f"NOT SO: {name} was aired {until}; now {outcome_after(night, now, measure)} (entry {now.seq})"
    more = f", and {len(moved) - 1} more" if len(moved) > 1 else ""
    figures = f"{moved[0].label} aired as {number(moved[0].before)} {until}; now {number(moved[0].after)}"
    return f"CORRECTED: {name}: {figures}{more} (entry {now.seq})"


def _line(line: AiredLine) -> Iterator[str]:
    yield from _set_out(f"“{line.sentence.removesuffix('.')}”", MARGIN)
    if line.back is not None:
        yield from _set_out(f"WITHDRAWN: {line.back.why}", MARGIN)


def _left(night: Night, left: Left | None) -> Iterator[str]:
    if left is not None:
        yield from _set_out(f"Left as it was by {left.by} at {night.briefing.clock(left.at)}", MARGIN)


def _set_out(text: str, margin: int) -> Iterator[str]:
    """Yield a text in lines that fit a terminal."""
    yield from wrap(
        text, WIDTH, initial_indent=" " * margin, subsequent_indent=" " * (margin + 4), break_on_hyphens=False
    )
