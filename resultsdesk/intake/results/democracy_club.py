"""Democracy Club's results, as their files are and as ours in their manner are: a row a candidacy."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from resultsdesk.intake.cells import Cells
from resultsdesk.intake.democracy_club import NAMES
from resultsdesk.intake.democracy_club_ids import BallotId, body_name, made_id
from resultsdesk.intake.faults import Faults
from resultsdesk.intake.parties import Label
from resultsdesk.intake.results.figures import Figures
from resultsdesk.intake.results.table import Layout, Table
from resultsdesk.intake.results.told import Row, Source, ToldContest, ToldPerson, kind_told
from resultsdesk.night.entries import Kind

LAYOUT = Layout(
    "Democracy Club's results",
    ("ballot_paper_id", "person_name", "votes_cast"),
    {**NAMES, "person_id": ("id",), "results_source": ("source",), "turnout": ()},
)
OURS = "Results Desk"
"""How the source begins in a file of ours. There `turnout` is the number of papers; in theirs of 2018 it is mostly a
percentage, sometimes the papers and sometimes the votes, so that nothing can be made of it."""

REHEARSAL = "REHEARSAL"
OLDER = Layout("an older file of Democracy Club's", ("election_id", "post_label", "person_name"), LAYOUT.names)


def read_democracy_club(path: Path, table: Table, faults: Faults) -> Source:
    """Return what a file of Democracy Club's tells, noting what is wrong with it."""
    figures = Figures(Cells(path.name, faults))
    ballots: dict[BallotId, list[tuple[int, Row]]] = {}
    for line, row in table.rows:
        key = row["ballot_paper_id"] or (made_id(row["election_id"], row["post_label"]) if row["election_id"] else "")
        if not key:
            faults.error(path.name, line, "no-ballot", "The row names no ballot: fill “ballot_paper_id”.")
            continue
        ballots.setdefault(BallotId(key), []).append((line, row))
    contests = tuple(_contest(key, rows, figures) for key, rows in ballots.items())
    rehearsal = any(REHEARSAL in row["results_source"] for _, row in table.rows)
    return Source(name=path.name, what=LAYOUT.what, contests=contests, rehearsal=rehearsal)


def _day(key: BallotId) -> date | None:
    try:
        return date.fromisoformat(key.day)
    except ValueError:
        return None


def _contest(key: BallotId, rows: Sequence[tuple[int, Row]], figures: Figures) -> ToldContest:
    def once(column: str) -> tuple[int, str]:
        return figures.once([(line, row[column]) for line, row in rows], column, key.text)

    ours = all(row["results_source"].startswith(OURS) for _, row in rows)
    rejected, papers = once("spoilt_ballots"), once("turnout" if ours else "turnout_reported")
    people = _people(key, rows, figures)
    return ToldContest(
        name=once("post_label")[1] or key.place,
        body=body_name(key.election),
        line=rows[0][0],
        ids=tuple(one for one in (once("gss")[1], key.text) if one),
        people=people,
        kind=kind_told(people) or (Kind.POSTPONED if _cancelled(once("cancelled_poll"), figures) else None),
        rejected=figures.whole(rejected[0], "spoilt_ballots", rejected[1]),
        papers=figures.whole(papers[0], "turnout_reported", papers[1]),
        day=_day(key),
    )


def _cancelled(said: tuple[int, str], figures: Figures) -> bool:
    """Return whether the poll was called off; where nobody opposes it is too, and all are marked as elected."""
    return bool(figures.mark(said[0], "cancelled_poll", said[1]))


def _people(key: BallotId, rows: Sequence[tuple[int, Row]], figures: Figures) -> tuple[ToldPerson, ...]:
    people: list[ToldPerson] = []
    seen: dict[str, int] = {}
    for line, row in rows:
        name = row["person_name"]
        if not name:
            figures.cells.faults.error(
                figures.cells.file, line, "no-name", "The row names nobody: fill “person_name”, or remove the row."
            )
            continue
        who = row["person_id"] or f"{name}, {row['party_id'] or row['party_name']}"
        if who in seen:
            words = f"{name} stands on line {seen[who]} too, in {key.text}: remove one of the two rows."
            figures.cells.faults.error(figures.cells.file, line, "twice", words)
            continue
        seen[who] = line
        commission = row["party_id"]
        if commission.startswith("party:"):
            commission = f"PP{commission.removeprefix('party:')}"
        people.append(
            ToldPerson(
                name=name,
                label=Label(commission, "", row["party_name"]),
                line=line,
                votes=figures.whole(line, "votes_cast", row["votes_cast"]),
                elected=figures.mark(line, "elected", row["elected"]),
                drawn=int(bool(figures.mark(line, "tied_vote_winner", row["tied_vote_winner"]))),
            )
        )
    return tuple(people)
