"""Any election from Democracy Club's candidates export: one file, a row a candidacy, many elections and bodies."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from resultsdesk.intake.ballots import Paper, Person, ballot_paper, plain, split_name
from resultsdesk.intake.built import CREDIT_DEMOCRACY_CLUB, Built, british_election, whole
from resultsdesk.intake.composition import UNKNOWN
from resultsdesk.intake.democracy_club_ids import BallotId, body_name, made_id, nouns
from resultsdesk.intake.faults import IntakeError
from resultsdesk.intake.geojson import read_geojson
from resultsdesk.intake.layouts import Layout, laid_out, made_layout
from resultsdesk.intake.parties import Label, Register
from resultsdesk.intake.sheets import published
from resultsdesk.night.briefing import Body, BodyId, Briefing, Contest, ContestId, PastResult
from resultsdesk.psephology.baseline import Measure

# Today's columns, and what older exports called them.
NAMES = {
    "election_id": ("election",),
    "ballot_paper_id": (),
    "person_name": ("name",),
    "party_name": ("party",),
    "party_id": (),
    "post_label": (),
    "votes_cast": ("ballots_cast",),
    "elected": ("is_winner",),
    "tied_vote_winner": (),
    "seats_contested": ("winner_count",),
    "gss": ("gss_code",),
    "cancelled_poll": (),
    "sopn_first_names": (),
    "sopn_last_name": (),
    "turnout_reported": (),
    "total_electorate": (),
    "spoilt_ballots": (),
}
HEADERS = (("election_id", "ballot_paper_id", "person_name"), ("election", "post_label", "name"))
TRUE = {"t", "true", "1", "yes"}
Row = Mapping[str, str]


def build_democracy_club(
    *,
    id: str,
    title: str,
    date: date,
    candidates: Path,
    elections: Sequence[str] = (),
    layout: Sequence[Path] = (),
    outlines: Path | None = None,
    credit_lines: Sequence[str] = (CREDIT_DEMOCRACY_CLUB,),
) -> Built:
    """Return a night from the export's rows of one day, with results where it has votes.

    `elections` choose among that day's, by the beginnings of their ids, such as `local.birmingham` or `parl`;
    without them all are taken. A contest's id is its area's GSS code where each has its own, else the ballot's.
    Raises IntakeError.
    """
    ballots: dict[BallotId, list[Row]] = {}
    for row in _rows(candidates):
        key = BallotId(row["ballot_paper_id"])
        if key.day in (date.isoformat(), "") and (not elections or key.is_of(elections)):
            ballots.setdefault(key, []).append(row)
    if not ballots:
        wanted = " or ".join(elections) or "any election"
        raise IntakeError(f"{candidates} has no rows of {wanted} on {date}: are id and date right?")
    register = Register()
    codes = _codes(ballots)
    contests: dict[ContestId, Contest] = {}
    bodies: dict[BodyId, list[BallotId]] = {}
    results = []
    for key, rows in sorted(ballots.items(), key=lambda one: (one[0].election, one[0].text)):
        body = BodyId(rows[0]["election_id"] or key.election)
        bodies.setdefault(body, []).append(key)
        contest, result = _contest(codes[key], key, body, rows, register)
        contests[contest.id] = contest
        if result:
            results.append(result)
    kinds = {key.kind for key in ballots}
    known = _known(contests, codes, ballots)
    lattice, hexes = _hexes(layout, known, contests)
    election = british_election(
        id, title, date, area=nouns(kinds), deposits="local" not in kinds, shown=Measure.LAST,
        lattice=lattice, credit_lines=credit_lines,
    )  # fmt: skip
    chambers = {body: _body(body, there, contests) for body, there in bodies.items()}
    briefing = Briefing(election, register.in_order(), chambers, contests, hexes=hexes)
    return Built(briefing, tuple(results), read_geojson(outlines, known) if outlines else ())


def _rows(path: Path) -> Iterable[Row]:
    """Yield the rows under today's names; an old export's ballots get the ids they would have now."""
    for header in HEADERS:
        try:
            found = published(path, *header)
            break
        except IntakeError:
            if header is HEADERS[-1]:
                raise
    for row in found:
        fresh = {name: next((row[one] for one in (name, *older) if row.get(one)), "") for name, older in NAMES.items()}
        if not fresh["ballot_paper_id"]:
            fresh["ballot_paper_id"] = made_id(fresh["election_id"], fresh["post_label"])
        yield fresh


def _contest(
    contest: ContestId, key: BallotId, body: BodyId, rows: Sequence[Row], register: Register
) -> tuple[Contest, PastResult | None]:
    people = [_person(row, register) for row in rows]
    vacancies = _number(rows, "seats_contested") or sum(one.elected for one in people) or 1
    paper = ballot_paper(contest, people)
    told = Contest(
        id=contest,
        name=_text(rows, "post_label") or key.place,
        body=body,
        candidacies=paper.candidacies,
        vacancies=vacancies,
        electorate=_number(rows, "total_electorate"),
        note=_note(key, rows),
    )
    papers = _fitting(_number(rows, "turnout_reported"), paper, vacancies)
    return told, paper.result(vacancies, rejected=_number(rows, "spoilt_ballots"), papers=papers)


def _person(row: Row, register: Register) -> Person:
    forenames, surname = split_name(row["person_name"])
    if row["sopn_last_name"]:
        forenames, surname = row["sopn_first_names"], row["sopn_last_name"]
    commission = row["party_id"]
    label = Label("PP" + commission.removeprefix("party:") if commission.startswith("party:") else commission)
    label = Label(label.commission_id, "", row["party_name"])
    return Person(
        forenames,
        surname,
        register.party(label),
        register.adjunct(label),
        votes=whole(row["votes_cast"]),
        elected=bool({row["elected"].casefold(), row["tied_vote_winner"].casefold()} & TRUE),
    )


def _text(rows: Iterable[Row], column: str) -> str:
    """Return what the rows of one ballot say of it in a column: the first that says anything."""
    return next((row[column] for row in rows if row[column]), "")


def _number(rows: Iterable[Row], column: str) -> int | None:
    return whole(_text(rows, column))


def _fitting(papers: int | None, paper: Paper, vacancies: int) -> int | None:
    """Return the number of ballot papers, or None where the votes say it must be wrong."""
    votes = [person.votes or 0 for _, person in paper.lines]
    if papers is None or max(votes) > papers or sum(votes) > papers * vacancies:
        return None
    return papers


def _note(key: BallotId, rows: Sequence[Row]) -> str:
    notes = []
    if key.by_election:
        notes.append("By-election.")
    if _text(rows, "cancelled_poll").casefold() in TRUE:
        notes.append("The poll was cancelled.")
    return " ".join(notes)


def _codes(ballots: Mapping[BallotId, Sequence[Row]]) -> dict[BallotId, ContestId]:
    codes = {key: _text(rows, "gss") for key, rows in ballots.items()}
    own = all(codes.values()) and len(set(codes.values())) == len(codes)
    return {key: ContestId(codes[key] if own else key.text) for key in ballots}


def _body(body: BodyId, ballots: Sequence[BallotId], contests: Mapping[ContestId, Contest]) -> Body:
    seats = sum(one.vacancies for one in contests.values() if one.body == body)
    whole_body = ballots[0].kind in ("parl", "mayor", "pcc") and not any(key.by_election for key in ballots)
    if whole_body:
        return Body(body, body_name(body), seats, seats // 2 + 1, {})
    return Body(body, body_name(body), seats, None, {}, UNKNOWN)


def _known(
    contests: Mapping[ContestId, Contest],
    codes: Mapping[BallotId, ContestId],
    ballots: Mapping[BallotId, Sequence[Row]],
) -> dict[str, ContestId]:
    """Return the contest for each id or name by which a map's file may speak of it."""
    names = Counter(plain(one.name) for one in contests.values())
    areas = Counter(_text(rows, "gss") for rows in ballots.values())
    known = {plain(one.name): key for key, one in contests.items() if names[plain(one.name)] == 1}
    for key, rows in ballots.items():
        code = _text(rows, "gss")
        if code and areas[code] == 1:
            known[code] = codes[key]
        known[key.text] = codes[key]
    return known


def _hexes(layout: Sequence[Path], known: Mapping[str, ContestId], contests: Mapping[ContestId, Contest]) -> Layout:
    if not layout:
        return made_layout(contests.values(), lambda contest: contest.body)
    return laid_out(layout, known)
