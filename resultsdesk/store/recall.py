"""The briefing from its rows: a few large SELECTs, put together in the order they were written."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from resultsdesk.night.briefing import (
    Body,
    BodyId,
    Briefing,
    Contest,
    ContestId,
    Election,
    Group,
    GroupId,
    Hex,
    Lattice,
    Target,
)
from resultsdesk.psephology.baseline import Baseline, BaselineKind, BaselineLine, Measure
from resultsdesk.psephology.candidacy import Candidacy
from resultsdesk.psephology.party import Party, PartyId, PartyKind
from resultsdesk.store.moments import read

Made = TypeVar("Made")


def read_briefing(connection: sqlite3.Connection) -> Briefing:
    """Return the briefing the night was made with. Raises ValueError where a row makes no sense."""
    select = connection.execute
    election = _election(connection)
    parties = {
        PartyId(key): Party(key, name, short, colour, rank, PartyKind(kind))
        for key, name, short, colour, rank, kind in select(
            "SELECT id, name, short, colour, rank, kind FROM parties ORDER BY place"
        )
    }
    groups = _grouped(select('SELECT "group", contest FROM group_contests ORDER BY "group", place'), _only)
    return Briefing(
        election,
        parties,
        _bodies(connection),
        _contests(connection, election),
        tuple(
            Group(GroupId(key), name, groups.get(key, ()))
            for key, name in select("SELECT id, name FROM groups ORDER BY place")
        ),
        tuple(Target(*row) for row in select("SELECT party, contest, rank FROM targets ORDER BY place")),
        tuple(Hex(*row) for row in select("SELECT contest, q, r FROM hexes ORDER BY place")),
    )


def _election(connection: sqlite3.Connection) -> Election:
    row = connection.execute(
        "SELECT id, title, day, close_of_poll, zone, area, areas, deposits, count_rejected, shown, lattice "
        "FROM election"
    ).fetchone()
    key, title, day, close, zone_name, area, areas, deposits, count_rejected, shown, lattice = row
    zone = ZoneInfo(zone_name)
    return Election(
        key,
        title,
        date.fromisoformat(day),
        read(close, zone),
        zone,
        zone_name,
        area,
        areas,
        bool(deposits),
        bool(count_rejected),
        Measure(shown),
        Lattice(lattice),
        tuple(text for (text,) in connection.execute("SELECT text FROM credits ORDER BY place")),
    )


def _bodies(connection: sqlite3.Connection) -> dict[BodyId, Body]:
    continuing: dict[str, dict[PartyId, int]] = defaultdict(dict)
    for body, party, seats in connection.execute("SELECT body, party, seats FROM continuing ORDER BY body, place"):
        continuing[body][party] = seats
    return {
        key: Body(key, name, seats, majority, continuing.get(key, {}), note)
        for key, name, seats, majority, note in connection.execute(
            "SELECT id, name, seats, majority, note FROM bodies ORDER BY place"
        )
    }


def _contests(connection: sqlite3.Connection, election: Election) -> dict[ContestId, Contest]:
    select = connection.execute
    candidacies = _grouped(
        select(
            "SELECT contest, id, ballot_order, forenames, surname, party, adjunct, sitting FROM candidacies "
            "ORDER BY contest, place"
        ),
        lambda row: Candidacy(row[1], row[2], row[3], row[4], row[5], row[6], bool(row[7])),
    )
    former_names = _grouped(select("SELECT contest, name FROM former_names ORDER BY contest, place"), _only)
    defended, holders = (
        _grouped(
            select(
                "SELECT contest, party FROM seats_before WHERE measure = ? ORDER BY contest, seat",
                (measure.value,),
            ),
            _only,
        )
        for measure in (Measure.LAST, Measure.HOLDER)
    )
    baselines = _baselines(connection)
    return {
        key: Contest(
            key,
            name,
            body,
            candidacies.get(key, ()),
            region,
            nation,
            vacancies,
            electorate,
            None if expected is None else read(expected, election.zone),
            defended.get(key, ()),
            holders.get(key, ()),
            baselines.get(key),
            note,
            former_names.get(key, ()),
        )
        for key, name, body, region, nation, vacancies, electorate, expected, note in select(
            "SELECT id, name, body, region, nation, vacancies, electorate, expected, note FROM contests ORDER BY place"
        )
    }


def _baselines(connection: sqlite3.Connection) -> dict[str, Baseline]:
    lines = _grouped(
        connection.execute("SELECT contest, party, votes, name, divisor FROM baseline_lines ORDER BY contest, place"),
        lambda row: BaselineLine(row[1], row[2] if row[4] is None else Fraction(row[2], row[4]), row[3]),
    )
    return {
        contest: Baseline(election, BaselineKind(kind), lines.get(contest, ()), electorate)
        for contest, election, kind, electorate in connection.execute(
            "SELECT contest, election, kind, electorate FROM baselines"
        )
    }


def _only(row: tuple[str, Made]) -> Made:
    return row[1]


def _grouped(rows: sqlite3.Cursor, make: Callable[[Any], Made]) -> dict[str, tuple[Made, ...]]:
    """Return what is made of each row, by the row's first column."""
    groups: dict[str, list[Made]] = defaultdict(list)
    for row in rows:
        groups[row[0]].append(make(row))
    return {key: tuple(made) for key, made in groups.items()}
