"""A row for each contest that changed hands, in the order of declaration."""

from resultsdesk.export.objects import instant
from resultsdesk.export.summary import Summary
from resultsdesk.export.tables.table import Cell, Column, Kind, Table, cell, table
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.outcome import Outcome

WHAT = "A row for each contest that changed hands."
COLUMNS = (
    Column("declared_at", "Declared", Kind.MOMENT),
    Column("contest_id", "Id"),
    Column("contest", "Contest"),
    Column("body", "Body"),
    Column("region", "Region"),
    Column("gained_by", "Gained by", what="one name a seat"),
    Column("lost_by", "Lost by", what="one name a seat"),
    Column("outcome", "Outcome"),
    Column("winners", "Elected"),
    Column("majority", "Majority", Kind.COUNT),
    Column("baseline", "Gains against"),
)


def gains_table(summary: Summary) -> Table:
    """Return the contests in which a seat is known to have changed hands."""
    by_id = {one["id"]: one for one in summary.contests}
    gained = [(one, outcome) for one in summary.night.contests.values() if (outcome := _gain(summary, one))]
    gained.sort(key=lambda pair: (pair[0].entries[-1].declared_at, pair[0].contest.name))
    rows = (_row(summary, standing, outcome, by_id[standing.contest.id]) for standing, outcome in gained)
    return table(summary, "gains", "Gains", COLUMNS, rows)


def _gain(summary: Summary, standing: Standing) -> Outcome | None:
    outcome = standing.outcome(summary.measure)
    return outcome if outcome is not None and outcome.is_gain else None


def _row(summary: Summary, standing: Standing, outcome: Outcome, said: dict[str, object]) -> tuple[Cell, ...]:
    parties, contest = summary.night.briefing.parties, standing.contest
    return (
        instant(summary.night, standing.declared_at),
        contest.id,
        contest.name,
        contest.body,
        cell(contest.region),
        cell([parties[one].short for one in outcome.gains]),
        cell([parties[one].short for one in outcome.losses]),
        *(cell(said[name]) for name in ("outcome", "winners", "majority", "baseline")),
    )
