"""Taking back: the command that undoes an entry, which is itself an entry."""

from resultsdesk.desk.rehearsal import SOURCE
from resultsdesk.night.commands import CallRecount, Command, Correct, Figures, Flash, Retract
from resultsdesk.night.entries import UNDONE, Entry, Kind
from resultsdesk.night.history import history
from resultsdesk.night.night import Night


def last_of(night: Night, desk: str) -> Entry | None:
    """Return the last entry keyed at this desk that is still the latest of its contest and can be taken back, or
    None. What a rehearsal played was nobody's hand.
    """
    for entry in reversed(night.journal):
        standing = night.contests.get(entry.contest)
        keyed_here = entry.desk == desk and entry.source != SOURCE
        if keyed_here and standing is not None and standing.head == entry.entry_id:
            return None if entry.kind is Kind.RETRACTED else entry
    return None


def undoing(night: Night, entry: Entry) -> Command:
    """Return the command that takes back `entry`, the latest of its contest.

    A correction goes back to the figures it superseded. Everything else is retracted: the contest is awaited again,
    and `bringing_back` says what has to be entered after that to have it as it was.
    """
    standing = night.contests[entry.contest]
    if entry.kind is Kind.CORRECTED:
        previous = next(one for one in standing.entries if one.entry_id == entry.supersedes)
        return Correct(
            contest=entry.contest,
            after=standing.head,
            reason=f"{UNDONE}: {entry.reason}",
            figures=figures_of(previous),
        )
    return Retract(contest=entry.contest, after=standing.head, reason=UNDONE)


def bringing_back(night: Night, undone: Entry) -> Command | None:
    """Return the command that puts a contest back where it was before an entry that is retracted by now, or None.

    Only a flash and a recount are put back, each with what was said then: what was awaited is awaited again.
    """
    standing = night.contests[undone.contest]
    before = next((one for one in standing.entries if one.entry_id == undone.supersedes), None)
    latest = standing.entries[-1].kind if standing.entries else None
    if before is None or latest is not Kind.RETRACTED:
        return None
    match before.kind:
        case Kind.FLASHED if before.winner is not None:
            return Flash(contest=undone.contest, after=standing.head, winner=before.winner, reason=UNDONE,
                         accepted=frozenset(before.accepted), declared_at=before.declared_at)  # fmt: skip
        case Kind.RECOUNT:
            first = next(one.standing for one in history(standing) if one.entry is before).first_count
            figures = figures_of(first) if first else None
            return CallRecount(contest=undone.contest, after=standing.head, figures=figures, reason=UNDONE,
                               declared_at=before.declared_at)  # fmt: skip
        case _:
            return None


def figures_of(entry: Entry) -> Figures:
    """Return the figures an entry kept."""
    return Figures(
        votes=entry.votes or {},
        rejected=entry.rejected,
        papers=entry.papers,
        read_out=entry.read_out,
        announced_majority=entry.announced_majority,
        lot=entry.lot,
    )
