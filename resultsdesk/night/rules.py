"""Weigh a command: the one set of rules, asked on each keystroke and again at the declaration."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from resultsdesk.night.checks import arithmetic, likeness, moment, readout
from resultsdesk.night.checks.case import Case
from resultsdesk.night.commands import (
    CallRecount,
    Command,
    Correct,
    Declare,
    DeclareUnopposed,
    Figures,
    Flash,
    Postpone,
    Retract,
)
from resultsdesk.night.entries import SAID, Entry, Kind, NewEntry
from resultsdesk.night.night import Night
from resultsdesk.night.objections import Objection, error
from resultsdesk.night.standing import advanced
from resultsdesk.night.verdict import Verdict

KINDS: dict[type[Command], Kind] = {
    Flash: Kind.FLASHED,
    Declare: Kind.DECLARED,
    Correct: Kind.CORRECTED,
    CallRecount: Kind.RECOUNT,
    Retract: Kind.RETRACTED,
    DeclareUnopposed: Kind.UNOPPOSED,
    Postpone: Kind.POSTPONED,
}
ALWAYS = (
    moment.changed_meanwhile,
    moment.reason,
    moment.nothing_changed,
    moment.clock,
    moment.flash,
    moment.recount,
    moment.unopposed,
)
IMPOSSIBLE = (arithmetic.figures, arithmetic.papers, arithmetic.electorate, arithmetic.tie)
SURPRISING = (
    readout.total,
    readout.majority,
    readout.rejected,
    likeness.flashed,
    likeness.digit_count,
    likeness.swap,
    likeness.same_figure,
    likeness.share_moved,
    likeness.winner,
    likeness.turnout,
    likeness.elsewhere,
)


@dataclass(frozen=True, slots=True)
class Author:
    """Who is at the keys: initials, and the desk's name."""

    keyed_by: str
    desk: str


def weigh(night: Night, command: Command, now: datetime, author: Author) -> Verdict:
    """Return what would come of `command` if it were committed at `now`; never raises on anything keyed."""
    standing = night.contests.get(command.contest)
    if standing is None:
        noun = night.briefing.election.area
        return Verdict((error("unknown-contest", f"No {noun} here is called {command.contest}: check its name."),))
    kind = KINDS[type(command)]
    case = Case(night, standing, command, now, _figures(command))
    objections = tuple(sorted(_objections(case, kind), key=lambda one: not one.blocks))
    if any(one.code in ("wrong-stage", "not-standing") for one in objections) or not _sayable(case):
        return Verdict(objections, standing, accepted=command.accepted)
    entry = _entry(case, kind, author, objections)
    shared = {name: getattr(entry, name) for name in SAID}
    after = advanced(standing, Entry(**shared)) if command.after == standing.head else None
    return Verdict(objections, standing, after, entry, command.accepted)


def _figures(command: Command) -> Figures | None:
    if isinstance(command, Declare | Correct | CallRecount):
        return command.figures
    return None


def _objections(case: Case, kind: Kind) -> Iterator[Objection]:
    yield from moment.stage(case, kind)
    for check in ALWAYS:
        yield from check(case)
    if isinstance(case.command, Declare | Correct):
        for check in (*IMPOSSIBLE, *SURPRISING):
            yield from check(case)


def _sayable(case: Case) -> bool:
    """Return whether there is enough to make an entry of: a declaration needs every figure, a recount none."""
    return not isinstance(case.command, Declare | Correct) or case.poll is not None


def _entry(case: Case, kind: Kind, author: Author, objections: tuple[Objection, ...]) -> NewEntry:
    command, figures = case.command, case.figures
    kept = figures if figures is not None and case.poll is not None else None
    raised = {one.code for one in objections if not one.blocks}
    return NewEntry(
        contest=command.contest,
        kind=kind,
        supersedes=command.after,
        keyed_at=case.now,
        declared_at=command.declared_at or case.now,
        keyed_by=author.keyed_by,
        desk=author.desk,
        source=command.source,
        reason=command.reason.strip(),
        winner=command.winner if isinstance(command, Flash) else None,
        votes=dict(case.poll.votes) if kept and case.poll else None,
        rejected=kept.rejected if kept else None,
        papers=kept.papers if kept else None,
        read_out=kept.read_out if kept else None,
        announced_majority=kept.announced_majority if kept else None,
        lot=kept.lot if kept else (),
        accepted=tuple(sorted(raised & command.accepted)),
    )
