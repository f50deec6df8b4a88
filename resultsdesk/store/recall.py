"""The briefing from its rows: a few large SELECTs, put together in the order they were written."""

import sqlite3
from collections import defaultdict
from datetime import date
from fractions import Fraction
from typing import TypeVar
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

NEVER = (None, None)
"""The years of a seat of which nobody told since when it is held."""


def read_briefing(connection: sqlite3.Connection) -> Briefing:
    """Return the briefing the night was made with. Raises ValueError where a row makes no sense."""
    select = connection.execute
    election = _election(connection)
    parties = {
        PartyId(key): Party(key, name, short, colour, rank, PartyKind(kind), called or "", first_ever or "")
        for key, name, short, colour, rank, kind, called, first_ever in select(
            "SELECT id, name, short, colour, rank, kind, called, first_ever "
            "FROM parties LEFT JOIN party_words ON party = id ORDER BY place"
        )
    }
    members = [one for (one,) in select('SELECT contest FROM group_contests ORDER BY "group", place')]
    groups = _parted(connection, "group_contests", members, by='"group"')
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
    elected_for = {(key, one): party for key, one, party in select("SELECT contest, candidacy, party FROM elected_for")}
    candidacies = _parted(
        connection,
        "candidacies",
        [
            Candidacy(key, order, forenames, surname, party, adjunct, bool(sitting), elected_for.get((contest, key)))
            for contest, key, order, forenames, surname, party, adjunct, sitting in select(
                "SELECT contest, id, ballot_order, forenames, surname, party, adjunct, sitting FROM candidacies "
                "ORDER BY contest, place"
            )
        ],
    )
    former_names: dict[str, tuple[str, ...]] = _parted(
        connection,
        "former_names",
        [name for (name,) in select("SELECT name FROM former_names ORDER BY contest, place")],
    )
    since = {key: (party, member) for key, party, member in select("SELECT contest, party, member FROM held_since")}
    lost = _parted(
        connection, "lost_last", [one for (one,) in select("SELECT party FROM lost_last ORDER BY contest, place")]
    )
    defended, holders = (_seats(connection, measure) for measure in (Measure.LAST, Measure.HOLDER))
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
            since.get(key, NEVER)[0],
            since.get(key, NEVER)[1],
            lost.get(key, ()),
        )
        for key, name, body, region, nation, vacancies, electorate, expected, note in select(
            "SELECT id, name, body, region, nation, vacancies, electorate, expected, note FROM contests ORDER BY place"
        )
    }


def _seats(connection: sqlite3.Connection, measure: Measure) -> dict[str, tuple[PartyId, ...]]:
    mine = f"seats_before WHERE measure = '{measure.value}'"
    parties = [party for (party,) in connection.execute(f"SELECT party FROM {mine} ORDER BY contest, seat")]
    return _parted(connection, mine, parties)


def _baselines(connection: sqlite3.Connection) -> dict[str, Baseline]:
    lines = _parted(
        connection,
        "baseline_lines",
        [
            BaselineLine(party, votes if divisor is None else Fraction(votes, divisor), name)
            for party, votes, divisor, name in connection.execute(
                "SELECT party, votes, divisor, name FROM baseline_lines ORDER BY contest, place"
            )
        ],
    )
    return {
        contest: Baseline(election, BaselineKind(kind), lines.get(contest, ()), electorate)
        for contest, election, kind, electorate in connection.execute(
            "SELECT contest, election, kind, electorate FROM baselines"
        )
    }


def _parted(
    connection: sqlite3.Connection, table: str, made: list[Made], by: str = "contest"
) -> dict[str, tuple[Made, ...]]:
    """Return what was made of a table's rows in the order of `by`, cut into a piece for each value of it."""
    parts: dict[str, tuple[Made, ...]] = {}
    start = 0
    for key, number in connection.execute(f"SELECT {by}, count(*) FROM {table} GROUP BY {by} ORDER BY {by}"):
        parts[key] = tuple(made[start : start + number])
        start += number
    return parts
