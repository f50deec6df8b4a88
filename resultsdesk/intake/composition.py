"""Councils as wholes: their seats, and whose the seats are that are not up tonight.

Two kinds of file say so, both of them after the night: a row a councillor, or a row a council and year. What was
won tonight is taken away from them; what is left was not up.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from resultsdesk.intake.archive_wards import Ward
from resultsdesk.intake.ballots import plain
from resultsdesk.intake.built import whole
from resultsdesk.intake.faults import IntakeError
from resultsdesk.intake.parties import Label, Register
from resultsdesk.intake.sheets import header_of, published
from resultsdesk.night.briefing import Body, BodyId
from resultsdesk.psephology.party import PartyId

COUNCILLORS = ("Council", "Councillor Name", "Party Name", "Electoral Commission Party Code")
COUNCILS = ("authority", "year", "total", "other")
COLUMNS = {
    "con": "Con", "lab": "Lab", "ld": "LD", "green": "Green", "ukip": "UKIP", "ref": "RUK", "pc": "PC", "snp": "SNP",
}  # fmt: skip
OTHER = PartyId("Oth")
INDEPENDENT = PartyId("Ind")
UNKNOWN = "The seats not up are not known: only those up are counted, and control is not known."
MISFIT = "The file of seats by party does not fit who was elected: only the seats up are counted; control is not known."


@dataclass(frozen=True, slots=True)
class Seats:
    """A council after the night: its seats, and how many each party has."""

    total: int
    by_party: Counter[PartyId]
    note: str = ""


def council_bodies(wards: Iterable[Ward], paths: Sequence[Path], year: int, register: Register) -> dict[BodyId, Body]:
    """Return a body for each council of the wards, with what `paths` say of its seats not up."""
    councils: dict[BodyId, list[Ward]] = defaultdict(list)
    for ward in wards:
        councils[ward.body].append(ward)
    after: dict[str, Seats] = {}
    for path in paths:
        after |= _after(path, year, register)
    return {body: _body(body, there, after.get(plain(there[0].council)), register) for body, there in councils.items()}


def _body(body: BodyId, wards: Sequence[Ward], seats: Seats | None, register: Register) -> Body:
    name = wards[0].council
    up = sum(ward.elected or 1 for ward in wards)
    won = Counter(one.party for ward in wards for one in ward.people if one.elected)
    if seats is None:
        return Body(body, name, up, None, {}, UNKNOWN)
    left = {} if seats.total == up else _continuing(seats, won)
    if left is None:
        return Body(body, name, up, None, {}, MISFIT)
    for party in left:
        register.use(party)
    total = max(seats.total, up + sum(left.values()))
    notes = [seats.note]
    spare = total - up - sum(left.values())
    if spare:
        notes.append(f"{spare} more {'seat was' if spare == 1 else 'seats were'} neither up nor filled.")
    return Body(body, name, total, total // 2 + 1, left, " ".join(note for note in notes if note))


def _continuing(seats: Seats, won: Mapping[PartyId, int]) -> dict[PartyId, int] | None:
    """Return the seats by party less those won tonight, or None where a party would have fewer than none."""
    left = Counter(seats.by_party)
    for party, elected in won.items():
        left[party if party in left else OTHER] -= elected
    if any(number < 0 for number in left.values()):
        return None
    return {party: number for party, number in left.items() if number}


def _after(path: Path, year: int, register: Register) -> dict[str, Seats]:
    header = header_of(path)
    if set(COUNCILLORS) <= set(header):
        return _from_councillors(path, register)
    if set(COUNCILS) <= set(header):
        return _from_councils(path, year)
    raise IntakeError(
        f"{path} is no file of councillors ({', '.join(COUNCILLORS)}) or of councils ({', '.join(COUNCILS)}…)."
    )


def _from_councillors(path: Path, register: Register) -> dict[str, Seats]:
    councils: dict[str, Counter[PartyId]] = defaultdict(Counter)
    mixed: Counter[str] = Counter()
    for row in published(path, *COUNCILLORS):
        council = plain(row["Council"])
        party = register.party(Label(row["Electoral Commission Party Code"], "", row["Party Name"]))
        councils[council][party] += 1
        mixed[council] += "Other" in row["Party Name"] and party == INDEPENDENT
    note = "Councillors of no listed party are counted as independents."
    return {
        council: Seats(parties.total(), parties, note if mixed[council] else "")
        for council, parties in councils.items()
    }


def _from_councils(path: Path, year: int) -> dict[str, Seats]:
    found = {}
    for row in published(path, *COUNCILS):
        if row["year"] == str(year):
            parties = Counter({PartyId(party): whole(row.get(column, "")) or 0 for column, party in COLUMNS.items()})
            parties[OTHER] = whole(row["other"]) or 0
            found[plain(row["authority"])] = Seats(whole(row["total"]) or parties.total(), parties)
    return found
