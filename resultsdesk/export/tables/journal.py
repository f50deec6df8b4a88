"""A row for each entry of the journal, as it was kept."""

from resultsdesk.export.objects import entry_object
from resultsdesk.export.summary import Summary
from resultsdesk.export.tables.table import Cell, Column, Kind, Table, cell, table
from resultsdesk.night.entries import Entry

WHAT = "A row for each entry of the journal: who keyed what and when, corrections and their reasons too."
COLUMNS = (
    Column("entry", "Entry", Kind.COUNT, "its number in the night file"),
    Column("declared_at", "Declared", Kind.MOMENT, "when the returning officer spoke"),
    Column("keyed_at", "Keyed", Kind.MOMENT, "when the desk knew"),
    Column("contest_id", "Contest’s id"),
    Column("contest", "Contest"),
    Column("kind", "Kind", what="what happened"),
    Column("votes", "Votes", what="`candidacy=votes` for each candidacy"),
    Column("rejected", "Rejected papers", Kind.COUNT),
    Column("papers", "Ballot papers", Kind.COUNT),
    Column("read_out", "Total read out", Kind.COUNT),
    Column("announced_majority", "Majority announced", Kind.COUNT),
    Column("winner", "Heard to have won", what="a candidacy's id: of a flash alone"),
    Column("lot", "Drawn by lot", what="candidacies' ids in the order drawn"),
    Column("keyed_by", "Keyed by"),
    Column("desk", "Desk"),
    Column("source", "Source"),
    Column("reason", "Reason"),
    Column("accepted", "Warnings accepted", what="their codes"),
    Column("entry_id", "Entry’s id"),
    Column("supersedes", "Supersedes", what="the id of the entry before it in its contest"),
)


def journal_table(summary: Summary) -> Table:
    """Return every entry in the order of the file."""
    return table(summary, "journal", "Journal", COLUMNS, (_row(summary, one) for one in summary.night.journal))


def _row(summary: Summary, entry: Entry) -> tuple[Cell, ...]:
    said = entry_object(summary.night, entry)
    standing = summary.night.contests.get(entry.contest)
    named = {"contest_id": entry.contest, "contest": standing.contest.name if standing else None}
    return tuple(cell(named[one.name] if one.name in named else said[one.name]) for one in COLUMNS)
