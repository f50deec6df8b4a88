"""What `show history` says: each entry of a contest, and line against line what it changed."""

from collections.abc import Iterator

from resultsdesk.cli.columns import aligned, figures, words
from resultsdesk.cli.opening import COMMAND_LINE
from resultsdesk.desk.rehearsal import SOURCE
from resultsdesk.export.objects import outcome_said
from resultsdesk.night.history import difference, history
from resultsdesk.night.night import Night
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.rounding import number

OWN_HANDS = ("keyed", COMMAND_LINE, SOURCE)
"""Sources that the desk's name has said already; others are files that results were imported from."""


def history_lines(night: Night, standing: Standing, measure: Measure) -> Iterator[str]:
    """Yield each entry of a contest, and line against line what it changed."""
    yield standing.contest.name
    steps = history(standing)
    if not steps:
        yield "Nothing has been entered."
    with_figures = None
    for step in steps:
        entry = step.entry
        who = ", ".join(part for part in (entry.keyed_by, entry.desk) if part)
        line = f"{night.briefing.clock(entry.keyed_at)}  entry {entry.seq}: {entry.kind} by {who}"
        outcome = outcome_said(night, step.standing, measure)
        line += f" → {outcome}"
        yield line
        if entry.source not in OWN_HANDS:
            yield f"       source: {entry.source}"
        if entry.reason:
            yield f"       reason: {entry.reason}"
        if entry.accepted:
            yield f"       acknowledged: {', '.join(entry.accepted)}"
        if entry.votes is None:
            continue
        changed = [one for one in difference(standing.contest, with_figures, entry) if one.differs]
        table = aligned(
            (words(""), words("Figure", 36), figures("Before"), figures("After")),
            [("     ", one.label, number(one.before) if with_figures else "", number(one.after)) for one in changed],
        )
        yield from table
        with_figures = entry
