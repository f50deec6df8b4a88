"""Taking back: the command that undoes an entry, which is itself an entry."""

from resultsdesk.night.commands import Command, Correct, Figures, Retract
from resultsdesk.night.entries import Entry, Kind
from resultsdesk.night.night import Night


def last_of(night: Night, desk: str) -> Entry | None:
    """Return the last entry keyed at this desk that is still the latest of its contest and can be taken back, or
    None. What a rehearsal played was nobody's hand.
    """
    for entry in reversed(night.journal):
        standing = night.contests.get(entry.contest)
        keyed_here = entry.desk == desk and entry.source != "rehearsal"
        if keyed_here and standing is not None and standing.head == entry.entry_id:
            return None if entry.kind is Kind.RETRACTED else entry
    return None


def undoing(night: Night, entry: Entry) -> Command:
    """Return the command that takes back `entry`, the latest of its contest.

    A correction goes back to the figures it superseded. Everything else is retracted: the contest is awaited again,
    also where it was flashed or in recount before.
    """
    standing = night.contests[entry.contest]
    if entry.kind is Kind.CORRECTED:
        previous = next(one for one in standing.entries if one.entry_id == entry.supersedes)
        return Correct(
            contest=entry.contest,
            after=standing.head,
            reason=f"Undone: {entry.reason}",
            figures=figures_of(previous),
        )
    return Retract(contest=entry.contest, after=standing.head, reason="Undone")


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
