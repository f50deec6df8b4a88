"""General elections from the House of Commons Library's files of candidates and constituencies."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from resultsdesk.intake.ballots import Person, ballot_paper, plain
from resultsdesk.intake.built import CLOSE_OF_POLL, CREDIT_COMMONS, ZONE, Built, british_election, whole
from resultsdesk.intake.by_elections import holder, read_by_elections
from resultsdesk.intake.commons_baseline import current_code, label_of, read_baselines
from resultsdesk.intake.faults import IntakeError
from resultsdesk.intake.geojson import read_geojson
from resultsdesk.intake.layouts import Layout, laid_out, made_layout
from resultsdesk.intake.parties import COOPERATIVE, COOPERATIVE_COMMISSION_ID, Label, Register
from resultsdesk.intake.sheets import published
from resultsdesk.night.briefing import Body, BodyId, Briefing, Contest, ContestId
from resultsdesk.psephology.baseline import Baseline, Measure
from resultsdesk.psephology.party import PartyId

HOUSE = BodyId("commons")
Row = Mapping[str, str]


def build_commons(
    *,
    id: str,
    title: str,
    date: date,
    candidates: Path,
    constituencies: Path,
    baseline: Path,
    declared: Path | None = None,
    layout: Path | None = None,
    outlines: Path | None = None,
    by_elections: Path | None = None,
    earlier: Path | None = None,
    credit_lines: Sequence[str] = (CREDIT_COMMONS,),
) -> Built:
    """Return a general election.

    `baseline` is a file of votes recomputed on new boundaries or an earlier election's candidates. `earlier` is
    the constituencies file of an earlier election: its declaration times, of constituencies of the same code or
    name, become the expected times; of the same code, its electorates the baseline's. Raises IntakeError.
    """
    seats = {row["ONS ID"]: row for row in published(constituencies, "ONS ID", "Constituency name", "Electorate")}
    standing = _standing(candidates, seats)
    register = Register()
    by_names = read_by_elections(by_elections) if by_elections else {}
    past = published(earlier, "ONS ID", "Constituency name", "Declaration time", "Electorate") if earlier else []
    expected = _expected(past, date, seats)
    electorates = {row["ONS ID"]: whole(row["Electorate"]) for row in past}
    moments = _declared(declared, seats)
    contests: dict[ContestId, Contest] = {}
    results = []
    papers = {code: ballot_paper(ContestId(code), (_person(one, register) for one in standing[code])) for code in seats}
    # After the candidates: a party of both is known by what it is called now.
    baselines = read_baselines(baseline, seats, register)
    for code, row in seats.items():
        contest, paper = ContestId(code), papers[code]
        since = by_names.get(plain(row["Constituency name"]), ())
        before = baselines.get(code)
        if before is not None and before.electorate is None and electorates.get(code):
            before = Baseline(before.election, before.kind, before.lines, electorates[code])
        contests[contest] = Contest(
            id=contest,
            name=row["Constituency name"],
            body=HOUSE,
            candidacies=paper.candidacies,
            region=row.get("Region name", ""),
            nation=row.get("Country name", ""),
            electorate=whole(row["Electorate"]),
            expected=expected.get(code),
            defended=_winner(before),
            holders=holder([one for one in paper.candidacies if one.sitting], since, register),
            baseline=before,
            note=" ".join(one.note for one in since),
        )
        result = paper.result(1, moments.get(code), whole(row.get("Invalid votes", "")))
        if result:
            results.append(result)
    lattice, hexes = _hexes(layout, contests)
    election = british_election(
        id, title, date, area=("constituency", "constituencies"), deposits=True, shown=Measure.LAST,
        lattice=lattice, credit_lines=credit_lines,
    )  # fmt: skip
    house = Body(HOUSE, "House of Commons", len(contests), len(contests) // 2 + 1, {})
    briefing = Briefing(election, register.in_order(), {HOUSE: house}, contests, hexes=hexes)
    known = {code: ContestId(code) for code in seats}
    return Built(briefing, tuple(results), read_geojson(outlines, known) if outlines else ())


def _standing(candidates: Path, seats: Mapping[str, Row]) -> dict[str, list[Row]]:
    standing: dict[str, list[Row]] = defaultdict(list)
    for row in published(candidates, "ONS ID", "Party abbreviation", "Candidate surname"):
        code = current_code(row["ONS ID"], seats)
        if code not in seats:
            name = row.get("Constituency name", "")
            raise IntakeError(f"{candidates} has candidates in {code} {name}, which the constituencies file lacks.")
        standing[code].append(row)
    return standing


def _person(row: Row, register: Register) -> Person:
    label = label_of(row)
    adjunct = row.get("Electoral Commission adjunct party ID", "")
    if adjunct == COOPERATIVE_COMMISSION_ID:
        second: PartyId | None = register.use(COOPERATIVE)
    else:
        second = register.party(Label(adjunct)) if adjunct else register.adjunct(label)
    return Person(
        row.get("Candidate first name", ""),
        row["Candidate surname"],
        register.party(label),
        second,
        row.get("Sitting MP", "") == "Yes",
        whole(row.get("Votes", "")),
    )


def _winner(baseline: Baseline | None) -> tuple[PartyId, ...]:
    return (baseline.ranked[0].party,) if baseline and baseline.majority != 0 else ()


def _expected(past: Iterable[Row], day: date, seats: Mapping[str, Row]) -> dict[str, datetime]:
    """Return when each seat may be expected: at the hour it, or the seat of its name, was declared at that time."""
    told = [(row, _moment(row["Declaration time"])) for row in past if row["Declaration time"]]
    if not told:
        return {}
    first = min(moment for _, moment in told)
    # The first declaration is before midnight of polling day, or in the small hours after it.
    polling_day = first.date() if first.hour >= CLOSE_OF_POLL.hour else first.date() - timedelta(days=1)
    shift = day - polling_day
    by_code = {row["ONS ID"]: moment + shift for row, moment in told}
    by_name = {plain(row["Constituency name"]): moment + shift for row, moment in told}
    moments = {code: by_code.get(code) or by_name.get(plain(row["Constituency name"])) for code, row in seats.items()}
    return {code: moment for code, moment in moments.items() if moment}


def _declared(path: Path | None, seats: Mapping[str, Row]) -> dict[str, datetime]:
    moments = {code: _moment(row["Declaration time"]) for code, row in seats.items() if row.get("Declaration time")}
    for row in published(path, "ons_id", "time_recorded") if path else []:
        if row["time_recorded"]:
            moments[current_code(row["ons_id"], seats)] = _moment(row["time_recorded"])
    return moments


def _moment(text: str) -> datetime:
    """Return a time as the files write it: `08/05/2015 03:19` day first, `7/5/24 4:07` month first."""
    form = "%d/%m/%Y %H:%M" if len(text.split()[0].split("/")[-1]) == 4 else "%m/%d/%y %H:%M"
    try:
        return datetime.strptime(text, form).replace(tzinfo=ZoneInfo(ZONE))
    except ValueError as wrong:
        raise IntakeError(f"“{text}” is no time as the Library writes it, such as 08/05/2015 03:19.") from wrong


def _hexes(layout: Path | None, contests: Mapping[ContestId, Contest]) -> Layout:
    if layout is None:
        return made_layout(contests.values(), lambda contest: contest.region)
    return laid_out([layout], {code: code for code in contests})
