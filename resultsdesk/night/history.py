"""A contest's history, and the difference between two of its entries line against line."""

from dataclasses import dataclass

from resultsdesk.night.briefing import Contest
from resultsdesk.night.entries import Entry
from resultsdesk.night.standing import Standing, advanced
from resultsdesk.psephology.candidacy import CandidacyId


@dataclass(frozen=True, slots=True)
class Line:
    """One figure before and after; None where the entry does not have it. `candidacy` is None for check figures."""

    label: str
    before: int | None
    after: int | None
    candidacy: CandidacyId | None = None

    @property
    def differs(self) -> bool:
        """Return whether the figure changed."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class Step:
    """An entry of a contest, and how the contest stood after it."""

    entry: Entry
    standing: Standing


def history(standing: Standing) -> tuple[Step, ...]:
    """Return the contest's entries, oldest first, each with the standing it led to."""
    steps = []
    now = Standing(standing.contest)
    for entry in standing.entries:
        now = advanced(now, entry)
        steps.append(Step(entry, now))
    return tuple(steps)


def difference(contest: Contest, before: Entry | None, after: Entry) -> tuple[Line, ...]:
    """Return every figure of two entries side by side: candidacies in ballot order, then the check figures."""
    old = (before.votes if before else None) or {}
    new = after.votes or {}
    lines = [Line(one.name, old.get(one.id), new.get(one.id), one.id) for one in contest.candidacies]
    for label, field in (
        ("Rejected papers", "rejected"),
        ("Ballot papers", "papers"),
        ("Total read out", "read_out"),
        ("Majority announced", "announced_majority"),
    ):
        lines.append(Line(label, getattr(before, field) if before else None, getattr(after, field)))
    return tuple(lines)
