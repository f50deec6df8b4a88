"""What was said and is not true any more, and why."""

from collections.abc import Iterable, Iterator, Mapping

from resultsdesk.night.entries import Entry, Kind
from resultsdesk.night.night import Night
from resultsdesk.story.about import place_of
from resultsdesk.story.evidence import time_of
from resultsdesk.story.lines import Line, Withdrawn
from resultsdesk.story.wording import withdrawn as wording

TAKES_BACK = frozenset({Kind.CORRECTED, Kind.RETRACTED})
"""The entries that can make untrue what was said before them. The drawn lot comes as a correction."""

CORRECTION = "correction"
"""That something was corrected stays true, whatever comes after it."""

PASSING = frozenset({
    "closest", "largest-majority", "fall", "rise", "overturned", "swing",
    "turnout-highest", "turnout-lowest", "turnout-up", "turnout-down",
    "seats", "turnout", "independents", "deposits", "targets", "remaining", "unknown", "in-recount",
})  # fmt: skip
"""Kinds of lines about how things stand at a moment: they pass as the night goes on, and are not withdrawn for that.

Such a line is withdrawn only where it named the contest that was corrected: a record merely beaten goes over to
whoever beat it.
"""


def withdrawn(night: Night, before: Mapping[str, Line], after: Mapping[str, Line], entry: Entry) -> Iterator[Withdrawn]:
    """Yield the lines that held before `entry` and do not after it, though time alone would not have ended them."""
    where = place_of(night.briefing, night.contests[entry.contest].contest)
    clock = time_of(night.briefing, entry.declared_at)
    for id, line in before.items():
        now = after.get(id)
        if now is not None and now.sentence == line.sentence:
            continue
        if line.kind == CORRECTION or (line.kind in PASSING and entry.contest not in line.contests):
            continue
        why = wording.taken_back(str(entry.kind), where, clock, entry.told_reason, now.sentence if now else "")
        yield Withdrawn(line, entry.entry_id, entry.declared_at, why)


def still_untrue(untrue: Iterable[Withdrawn], lines: Iterable[Line]) -> tuple[Withdrawn, ...]:
    """Return what was withdrawn and is not true now; of one sentence the last withdrawal alone."""
    last = {(one.line.id, one.line.sentence): one for one in untrue}
    if not last:
        return ()
    true = {(one.id, one.sentence) for one in lines}
    return tuple(one for said, one in last.items() if said not in true)
