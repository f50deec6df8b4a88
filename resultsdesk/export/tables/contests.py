"""A row for each contest."""

from collections.abc import Iterator

from resultsdesk.export.objects import Object, fraction
from resultsdesk.export.summary import Summary
from resultsdesk.export.tables.table import Cell, Column, Kind, Table, cell, table
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.shares import share

WHAT = "A row for each contest: its stage and outcome, who is elected, majority, turnout, when it was declared."
PLACE = (
    Column("contest_id", "Id"),
    Column("contest", "Contest"),
    Column("body", "Body", what="the body's id"),
    Column("region", "Region"),
    Column("nation", "Nation"),
    Column("vacancies", "Vacancies", Kind.COUNT),
)
COUNTED = (
    Column("valid_votes", "Valid votes", Kind.COUNT),
    Column("rejected", "Rejected papers", Kind.COUNT),
    Column("papers", "Ballot papers", Kind.COUNT, "all of them, rejected ones too"),
    Column("electorate", "Electorate", Kind.COUNT),
)
TOLD = (
    Column("declared_at", "Declared", Kind.MOMENT),
    Column("revision", "Revision", Kind.COUNT, "1 as first declared, one more at each correction, 0 before"),
)
COLUMNS = (
    *PLACE,
    Column("stage", "Stage", what="`awaited`, `flashed`, `in recount`, `declared`, `declared unopposed`, `postponed`"),
    Column("outcome", "Outcome", what="in the House of Commons Library's words"),
    Column("heard", "Heard", what="the outcome a flash announced; no figures yet"),
    Column("baseline", "Gains against", what="`last`, the last election, or `holder`, who has the seat now"),
    Column("winners", "Elected"),
    Column("winner_parties", "Party"),
    Column("gain_from", "Gain from", what="the parties that lost a seat here"),
    Column("runner_up", "Runner-up", what="the first who is not elected"),
    Column("runner_up_party", "Runner-up’s party"),
    Column("majority", "Majority", Kind.COUNT, "last elected minus first not elected"),
    Column("majority_share", "Majority %", Kind.PART, "of the valid votes, where there is one vacancy"),
    Column("swing_from", "Swing from"),
    Column("swing_to", "Swing to"),
    Column("swing", "Swing", Kind.PART, "between the first two parties, since the last election"),
    *COUNTED,
    Column("turnout", "Turnout", Kind.PART),
    *TOLD,
    Column("expected", "Expected", Kind.MOMENT),
    Column("note", "Note"),
)
SAME = ("region", "nation", "vacancies")


def contests_table(summary: Summary) -> Table:
    """Return every contest in the briefing's order."""
    standings = summary.night.contests.values()
    rows = (_row(summary, *pair) for pair in zip(standings, summary.contests, strict=True))
    return table(summary, "contests", "Contests", COLUMNS, rows)


def place(contest: Object) -> Iterator[Cell]:
    """Yield the cells of the columns that say where a row is of."""
    for name in ("id", "name", "body", *SAME):
        yield cell(contest[name])


def _row(summary: Summary, standing: Standing, contest: Object) -> tuple[Cell, ...]:
    swing = contest["swing"]
    swung = tuple(swing[one] for one in ("from", "to", "by")) if isinstance(swing, dict) else (None, None, None)
    majority, poll = standing.count.majority if standing.count else None, standing.poll
    single = standing.contest.vacancies == 1
    parties = summary.night.briefing.parties
    second = standing.runner_up
    return (
        *place(contest),
        *(cell(contest[name]) for name in ("stage", "outcome", "heard", "baseline", "winners")),
        cell([parties[one.party].short for one in standing.elected]),
        cell(contest["gain_from"]),
        second.name if second else None,
        parties[second.party].short if second else None,
        majority,
        fraction(share(majority, poll.valid_votes)) if single and poll and majority is not None else None,
        *map(cell, swung),
        *(cell(contest[one.name]) for one in (*COUNTED, *COLUMNS[-len(TOLD) - 3 :])),
    )
