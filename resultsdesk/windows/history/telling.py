"""A contest's entries, and the difference of two of them, as rows of words."""

from resultsdesk.night.briefing import Briefing, Contest
from resultsdesk.night.entries import Entry, Kind
from resultsdesk.night.history import Line, Step, difference
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.rounding import NONE, number, signed
from resultsdesk.psephology.wording import outcome_words

ENTRY_HEADS = ("Entry", "Keyed", "Declared", "What", "Outcome", "By", "Desk", "Reason", "Acknowledged")
LINE_HEADS = ("", "Before", "After", "Difference")


def entry_cells(step: Step, briefing: Briefing, measure: Measure) -> tuple[str, ...]:
    """Return one entry's cells under `ENTRY_HEADS`."""
    entry, standing = step.entry, step.standing
    outcome = standing.outcome(measure)
    what = str(entry.kind)
    if entry.kind is Kind.FLASHED and entry.winner:
        heard = standing.contest.candidacy(entry.winner)
        what = f"flashed: {heard.name if heard else entry.winner}"
    declared = entry.kind in (Kind.DECLARED, Kind.CORRECTED, Kind.UNOPPOSED)
    return (
        str(entry.seq),
        f"{briefing.local(entry.keyed_at):%H:%M:%S}",
        f"{briefing.local(entry.declared_at):%H:%M}" if declared else NONE,
        what,
        outcome_words(outcome, briefing.parties) if outcome else NONE,
        entry.keyed_by or NONE,
        entry.desk + ("" if entry.source == "keyed" else f" ({entry.source})"),
        entry.reason or NONE,
        ", ".join(one.replace("-", " ") for one in entry.accepted) or NONE,
    )


def lines(contest: Contest, before: Entry | None, after: Entry) -> list[Line]:
    """Return the figures that either entry has, side by side."""
    return [
        one
        for one in difference(contest, before, after)
        if one.candidacy is not None or (one.before, one.after) != (None, None)
    ]


def line_cells(line: Line) -> tuple[str, ...]:
    """Return one figure's cells under `LINE_HEADS`."""
    known = line.before is not None and line.after is not None
    by = signed((line.after or 0) - (line.before or 0)) if known else NONE
    return line.label, number(line.before), number(line.after), by if line.differs else ""
