"""contests.csv, candidacies.csv and baselines.csv."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from resultsdesk.intake.cells import LATE, Cells, Clock, listed
from resultsdesk.intake.election_file import Heading
from resultsdesk.intake.faults import Faults
from resultsdesk.intake.files import BASELINES, BODIES, CANDIDACIES, CONTESTS, PARTIES
from resultsdesk.intake.party_files import Lines
from resultsdesk.intake.sheets import rows
from resultsdesk.night.briefing import BodyId, Contest, ContestId
from resultsdesk.psephology.baseline import Baseline, BaselineKind, BaselineLine
from resultsdesk.psephology.candidacy import Candidacy, CandidacyId
from resultsdesk.psephology.party import PartyId

EARLIEST = 1800  # no seat of today has been held for longer


@dataclass(frozen=True, slots=True)
class Known:
    """What the rows of a contest may name."""

    heading: Heading
    bodies: Collection[BodyId]
    parties: Collection[PartyId]


def read_contests(folder: Path, known: Known, faults: Faults, lines: Lines) -> dict[ContestId, Contest]:
    """Return the contests by id, with their candidacies in ballot order and their baselines."""
    candidacies = _Candidacies(folder, known, faults, lines)
    baselines = _Baselines(folder, known, faults, lines)
    cells = Cells(CONTESTS.file, faults)
    found: dict[ContestId, Contest] = {}
    for line, row in rows(folder, CONTESTS, faults):
        key, name, body, region, nation, vacancies, electorate, expected, before, defended, holders, *told = row
        note, former, party_since, member_since, lost_last = told
        if not cells.identity(line, "contest", key, found):
            continue
        if not name:
            faults.error(cells.file, line, "no-name", f"Contest “{key}” has no name: fill the cell.")
        cells.known(line, "body", body, known.bodies, BODIES.file)
        up = cells.whole(line, "vacancies", vacancies)
        if up == 0:
            faults.error(cells.file, line, "no-vacancies", "A contest has at least one vacancy: correct the cell.")
        lines[CONTESTS.file, key] = line
        contest = ContestId(key)
        found[contest] = Contest(
            id=contest,
            name=name or key,
            body=BodyId(body),
            candidacies=candidacies.take(key),
            region=region,
            nation=nation,
            vacancies=up or 1,
            electorate=cells.whole(line, "electorate", electorate),
            expected=_expected(cells, line, expected, known.heading),
            defended=_parties(cells, line, defended, up or 1, known, "defended"),
            holders=_parties(cells, line, holders, up or 1, known, "holders"),
            baseline=baselines.take(key, cells.whole(line, "baseline_electorate", before)),
            note=note,
            former_names=listed(former),
            party_since=_year(cells, line, "party_since", party_since, known.heading),
            member_since=_year(cells, line, "member_since", member_since, known.heading),
            lost_last=_known_parties(cells, line, lost_last, known),
        )
        if before and found[contest].baseline is None:
            faults.warn(
                cells.file,
                line,
                "electorate-alone",
                f"“{key}” has a baseline electorate but no baseline votes: add them to {BASELINES.file}.",
            )
    candidacies.leave(found)
    baselines.leave(found)
    return found


def _expected(cells: Cells, line: int, text: str, heading: Heading) -> datetime | None:
    if not text:
        return None
    clock: Clock = heading.clock
    moment = clock.moment(text)
    if moment is None:
        cells.faults.error(
            cells.file, line, "time", f"“{text}” is no time: write 02:30, or 2024-07-05 14:10 for a later day."
        )
    elif moment < clock.close:
        cells.faults.error(
            cells.file, line, "before-close", f"{text} is before the close of poll: correct the date or the time."
        )
    elif len(text) <= len("hh:mm:ss") and moment - clock.close > LATE:
        cells.faults.warn(
            cells.file,
            line,
            "before-close",
            f"{text} is read as the day after, being before the close of poll: write date and time if so meant.",
        )
    return moment


def _year(cells: Cells, line: int, column: str, text: str, heading: Heading) -> int | None:
    year = cells.whole(line, column, text)
    if year is None or EARLIEST <= year <= heading.election.day.year:
        return year
    cells.faults.error(
        cells.file,
        line,
        "year",
        f"{year} in “{column}” is no year up to the election: write one such as 1992, or empty the cell.",
    )
    return None


def _known_parties(cells: Cells, line: int, text: str, known: Known) -> tuple[PartyId, ...]:
    named = listed(text)
    fine = [cells.known(line, "party", one, known.parties, PARTIES.file) for one in named]
    return tuple(PartyId(one) for one in named) if all(fine) else ()


def _parties(cells: Cells, line: int, text: str, vacancies: int, known: Known, column: str) -> tuple[PartyId, ...]:
    named = listed(text)
    if named and len(named) != vacancies:
        cells.faults.error(
            cells.file,
            line,
            column,
            f"“{column}” names {len(named)} for {vacancies} vacancies: name a party for each, or none if unknown.",
        )
    return _known_parties(cells, line, text, known)


class _Candidacies:
    """The rows of candidacies.csv, by contest until their contest takes them."""

    def __init__(self, folder: Path, known: Known, faults: Faults, lines: Lines) -> None:
        self.faults = faults
        self.lines = lines
        self.of: dict[str, dict[int, Candidacy]] = {}
        self.first: dict[str, int] = {}
        cells = Cells(CANDIDACIES.file, faults)
        ids: set[str] = set()
        for line, row in rows(folder, CANDIDACIES, faults):
            contest, order, key, forenames, surname, party, adjunct, sitting, elected_for = row
            self.first.setdefault(contest, line)
            there = self.of.setdefault(contest, {})
            place = cells.whole(line, "order", order)
            if place is None or place in there:
                if place is not None or not order:
                    said = f"Ballot order {place} is used twice" if order else "There is no ballot order"
                    faults.error(cells.file, line, "order", f"{said}: number each contest's rows from 1.")
                place = max(there, default=0) + 1
            key = key or f"{contest}.{place}"
            if not cells.identity(line, "candidacy", key, ids):
                continue
            ids.add(key)
            if not surname:
                faults.error(cells.file, line, "no-name", f"“{key}” has no surname: fill the cell.")
            cells.known(line, "party", party, known.parties, PARTIES.file)
            for other in (adjunct, elected_for):
                if other:
                    cells.known(line, "party", other, known.parties, PARTIES.file)
            lines[CANDIDACIES.file, key] = line
            there[place] = Candidacy(
                CandidacyId(key),
                place,
                forenames,
                surname,
                PartyId(party),
                PartyId(adjunct) if adjunct else None,
                cells.truth(line, "sitting", sitting),
                PartyId(elected_for) if elected_for else None,
            )

    def take(self, contest: str) -> tuple[Candidacy, ...]:
        there = self.of.get(contest, {})
        return tuple(there[place] for place in sorted(there))

    def leave(self, contests: Collection[str]) -> None:
        """Note the rows whose contest does not exist, once a contest."""
        cells = Cells(CANDIDACIES.file, self.faults)
        for contest, line in self.first.items():
            cells.known(line, "contest", contest, contests, CONTESTS.file)


class _Baselines:
    """The rows of baselines.csv, by contest until their contest takes them."""

    def __init__(self, folder: Path, known: Known, faults: Faults, lines: Lines) -> None:
        self.faults = faults
        self.election = known.heading.baseline_election
        self.kind = known.heading.baseline_kind
        self.of: dict[str, list[BaselineLine]] = {}
        self.told: dict[str, tuple[str, BaselineKind]] = {}
        self.first: dict[str, int] = {}
        cells = Cells(BASELINES.file, faults)
        for line, (contest, party, votes, name, election, kind) in rows(folder, BASELINES, faults):
            self.first.setdefault(contest, line)
            there = self.of.setdefault(contest, [])
            if kind and kind not in tuple(BaselineKind):
                allowed = " or ".join(BaselineKind)
                faults.error(cells.file, line, "kind", f"“{kind}” is no kind of baseline: write {allowed}.")
                kind = ""
            told = (election or self.election, BaselineKind(kind) if kind else self.kind)
            if self.told.setdefault(contest, told) != told:
                faults.error(
                    cells.file, line, "two-baselines", f"The rows of “{contest}” name two elections: keep one."
                )
            number = cells.votes(line, "votes", votes)
            if cells.known(line, "party", party, known.parties, PARTIES.file) and number is not None:
                there.append(BaselineLine(PartyId(party), number, name))

    def take(self, contest: str, electorate: int | None) -> Baseline | None:
        there = self.of.get(contest)
        if not there:
            return None
        election, kind = self.told[contest]
        return Baseline(election, kind, tuple(there), electorate)

    def leave(self, contests: Collection[str]) -> None:
        """Note the rows whose contest does not exist, once a contest."""
        cells = Cells(BASELINES.file, self.faults)
        for contest, line in self.first.items():
            cells.known(line, "contest", contest, contests, CONTESTS.file)
