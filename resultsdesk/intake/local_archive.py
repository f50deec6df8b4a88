"""Council elections from the Local Elections Archive Project's files: a row a candidate, a ward's winners flagged."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from resultsdesk.intake.archive_wards import Ward, earlier_wards, read_wards
from resultsdesk.intake.ballots import ballot_paper, plain
from resultsdesk.intake.built import CREDIT_ARCHIVE, CREDIT_COUNCILS, Built, british_election
from resultsdesk.intake.composition import MISFIT, UNKNOWN, council_bodies
from resultsdesk.intake.faults import IntakeError
from resultsdesk.intake.layouts import Layout, laid_out, made_layout
from resultsdesk.intake.parties import Label, Register
from resultsdesk.intake.sheets import published
from resultsdesk.night.briefing import Body, Briefing, Contest, ContestId
from resultsdesk.psephology.baseline import Baseline, BaselineKind, BaselineLine, Measure
from resultsdesk.psephology.party import PartyId

NATIONS = {"E": "England", "W": "Wales", "S": "Scotland", "N": "Northern Ireland"}  # first letters of codes


def build_councils(
    *,
    id: str,
    title: str,
    date: date,
    results: Sequence[Path],
    holders: Sequence[Path] = (),
    composition: Sequence[Path] = (),
    baseline: Sequence[Path] = (),
    layout: Sequence[Path] = (),
    credit_lines: Sequence[str] = (),
) -> Built:
    """Return a night of council elections, a body a council; without a layout one is made.

    `holders` are files of who had each seat that is up (`gss`, `ward` and a column `party_before…`), `composition`
    files of councillors or of seats by party after the night, `baseline` an earlier year's results. Raises
    IntakeError.
    """
    register = Register()
    wards = read_wards(results, register)
    if not wards:
        raise IntakeError(f"There are no candidates in {', '.join(map(str, results))}: is it the right file?")
    had = _holders(holders, register)
    bodies = council_bodies(wards.values(), composition, date.year, register)
    before = earlier_wards(baseline, register)
    contests: dict[ContestId, Contest] = {}
    past = []
    for ward in wards.values():
        vacancies = ward.elected or 1
        paper = ballot_paper(ward.id, ward.people)
        last, year = before.get(ward.key, (None, ""))
        contests[ward.id] = Contest(
            id=ward.id,
            name=ward.name,
            body=ward.body,
            candidacies=paper.candidacies,
            nation=NATIONS.get(ward.id[:1], "") if ward.id[1:].isdigit() else "",
            vacancies=vacancies,
            defended=_defended(ward, last, bodies[ward.body]),
            holders=_of_seats(had.get(ward.id) or had.get(plain(ward.name)) or (), vacancies),
            baseline=_baseline(last, year) if last else None,
            note=_note(last, year, vacancies),
        )
        result = paper.result(vacancies)
        if result:
            past.append(result)
    lattice, hexes = _hexes(layout, contests)
    sources = [CREDIT_ARCHIVE, *([CREDIT_COUNCILS] if holders or composition else [])]
    election = british_election(
        id, title, date, area=("ward", "wards"), deposits=False,
        shown=Measure.HOLDER if any(one.holders for one in contests.values()) else Measure.LAST,
        lattice=lattice, credit_lines=credit_lines or sources,
    )  # fmt: skip
    return Built(Briefing(election, register.in_order(), bodies, contests, hexes=hexes), tuple(past))


def _holders(paths: Iterable[Path], register: Register) -> dict[str, tuple[PartyId, ...]]:
    """Return the parties that have the seats now up, by the ward's code and by its name."""
    found: dict[str, tuple[PartyId, ...]] = {}
    for path in paths:
        for row in published(path, "ward"):
            column = next((name for name in row if name.startswith("party_before")), None)
            if column is None:
                raise IntakeError(f"{path} has no column “party_before…” that says who had the seats.")
            codes = [code.strip() for code in row[column].split(";") if code.strip()]
            for key in (row.get("gss", ""), plain(row["ward"])):
                if key and codes:
                    found[key] = tuple(register.party(Label("", code)) for code in codes)
    return found


def _of_seats(named: tuple[PartyId, ...], vacancies: int) -> tuple[PartyId, ...]:
    return named if len(named) == vacancies else ()


def _defended(ward: Ward, last: Ward | None, body: Body) -> tuple[PartyId, ...]:
    """Return who won these seats last time, where they were the same seats: all of the council's are up.

    Where a third of a council is up, the last year's winner has another seat of the ward.
    """
    if last is None or body.continuing or body.note in (UNKNOWN, MISFIT) or last.elected != ward.elected:
        return ()
    return tuple(one.party for one in last.people if one.elected)


def _baseline(last: Ward, year: str) -> Baseline:
    lines = (
        BaselineLine(one.party, one.votes, f"{one.forenames} {one.surname}".strip())
        for one in last.people
        if one.votes is not None
    )
    return Baseline(year, BaselineKind.ACTUAL, tuple(sorted(lines, key=lambda line: -line.votes)))


def _note(last: Ward | None, year: str, vacancies: int) -> str:
    """Return what to know where last time's shares are of another kind of vote."""
    if last is None or last.elected in (0, vacancies):
        return ""
    return f"In {year} {last.elected} councillors were elected here: shares of that year are of all votes cast."


def _hexes(layout: Sequence[Path], contests: Mapping[ContestId, Contest]) -> Layout:
    if not layout:
        return made_layout(contests.values(), lambda contest: contest.body)
    names = Counter(plain(one.name) for one in contests.values())
    by_name = {plain(one.name): key for key, one in contests.items() if names[plain(one.name)] == 1}
    return laid_out(layout, by_name | {key: key for key in contests})
