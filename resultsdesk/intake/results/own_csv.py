"""Our own `candidacies.csv`, and any file in its manner: a row a candidacy, with the figures of its contest."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from resultsdesk.intake.cells import Cells, Clock
from resultsdesk.intake.faults import Faults
from resultsdesk.intake.parties import Label
from resultsdesk.intake.results.figures import Figures
from resultsdesk.intake.results.table import Layout, Table
from resultsdesk.intake.results.told import KINDS, Row, Source, ToldContest, ToldPerson, kind_told
from resultsdesk.night.entries import Kind

COLUMNS = (
    "mode contest_id contest body stage declared_at candidacy_id name party party_id party_name votes elected flashed"
    " lot rejected papers"
)
LAYOUT = Layout("our own candidacies.csv", ("contest", "name", "votes"), dict.fromkeys(COLUMNS.split(), ()))
REHEARSAL = "rehearsal"


def read_own_csv(path: Path, table: Table, clock: Clock, faults: Faults) -> Source:
    """Return what a file of ours tells, noting what is wrong with it."""
    figures = Figures(Cells(path.name, faults))
    contests: dict[str, list[tuple[int, Row]]] = {}
    for line, row in table.rows:
        key = row["contest_id"] or f"{row['body']}/{row['contest']}".strip("/")
        if not key:
            faults.error(path.name, line, "no-contest", "The row names no contest: fill “contest”.")
            continue
        contests.setdefault(key, []).append((line, row))
    return Source(
        name=path.name,
        what=LAYOUT.what,
        contests=tuple(_contest(key, rows, figures, clock) for key, rows in contests.items()),
        rehearsal=any(row["mode"].casefold() == REHEARSAL for _, row in table.rows),
    )


def _contest(key: str, rows: Sequence[tuple[int, Row]], figures: Figures, clock: Clock) -> ToldContest:
    def once(column: str) -> tuple[int, str]:
        return figures.once([(line, row[column]) for line, row in rows], column, rows[0][1]["contest"] or key)

    rejected, papers = once("rejected"), once("papers")
    people = _people(key, rows, figures)
    return ToldContest(
        name=once("contest")[1],
        body=once("body")[1],
        line=rows[0][0],
        ids=(rows[0][1]["contest_id"],) if rows[0][1]["contest_id"] else (),
        people=people,
        kind=_kind(once("stage"), people, figures),
        rejected=figures.whole(rejected[0], "rejected", rejected[1]),
        papers=figures.whole(papers[0], "papers", papers[1]),
        declared_at=_moment(once("declared_at"), figures, clock),
    )


def _kind(stage: tuple[int, str], people: Sequence[ToldPerson], figures: Figures) -> Kind | None:
    line, said = stage
    if said and said not in KINDS:
        words = f"“{said[:40]}” in “stage” is not one of {', '.join(KINDS)}: correct it, or empty it."
        figures.cells.faults.error(figures.cells.file, line, "stage", words)
    return KINDS[said] if said in KINDS else kind_told(people)


def _moment(told: tuple[int, str], figures: Figures, clock: Clock) -> datetime | None:
    line, text = told
    if not text:
        return None
    moment = clock.moment(text)
    if moment is None:
        words = f"“{text[:40]}” in “declared_at” is no time: write it as 2024-07-05 02:30."
        figures.cells.faults.error(figures.cells.file, line, "time", words)
    return moment


def _people(key: str, rows: Sequence[tuple[int, Row]], figures: Figures) -> tuple[ToldPerson, ...]:
    people: list[ToldPerson] = []
    seen: dict[str, int] = {}
    faults, file = figures.cells.faults, figures.cells.file
    for line, row in rows:
        name = row["name"]
        who = row["candidacy_id"] or f"{name}, {row['party_id'] or row['party'] or row['party_name']}"
        if not name and not row["candidacy_id"]:
            faults.error(file, line, "no-name", "The row names nobody: fill “name”, or remove the row.")
            continue
        if who in seen:
            words = f"{name or who} stands on line {seen[who]} too, in {key}: remove one of the two rows."
            faults.error(file, line, "twice", words)
            continue
        seen[who] = line
        people.append(
            ToldPerson(
                name=name,
                label=Label("", row["party_id"] or row["party"], row["party_name"]),
                line=line,
                id=row["candidacy_id"],
                votes=figures.whole(line, "votes", row["votes"]),
                elected=figures.mark(line, "elected", row["elected"]),
                drawn=figures.whole(line, "lot", row["lot"]) or 0,
                flashed=bool(figures.mark(line, "flashed", row["flashed"])),
            )
        )
    return tuple(people)
