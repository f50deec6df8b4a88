"""The briefing as rows: writing them once, when the night is made."""

import sqlite3
from collections.abc import Iterable, Iterator
from fractions import Fraction

from resultsdesk.night.briefing import Briefing, Contest
from resultsdesk.psephology.baseline import Measure
from resultsdesk.store.moments import written, written_or_none

Cell = str | int | None
Row = tuple[Cell, ...]


def write_briefing(connection: sqlite3.Connection, briefing: Briefing) -> None:
    """Write all of a briefing's rows inside the caller's transaction."""
    contests = tuple(briefing.contests.values())
    _write(connection, "election", [_election(briefing)])
    _write(connection, "credits", enumerate(briefing.election.credits))
    _write(
        connection,
        "parties",
        (
            (place, one.id, one.name, one.short, one.colour, one.order, one.kind.value)
            for place, one in enumerate(briefing.parties.values())
        ),
    )
    _write(
        connection,
        "bodies",
        (
            (place, one.id, one.name, one.seats, one.majority, one.note)
            for place, one in enumerate(briefing.bodies.values())
        ),
    )
    _write(
        connection,
        "continuing",
        (
            (body.id, place, party, seats)
            for body in briefing.bodies.values()
            for place, (party, seats) in enumerate(body.continuing.items())
        ),
    )
    _write_contests(connection, contests)
    _write_past(connection, briefing)
    _write(connection, "groups", ((place, one.id, one.name) for place, one in enumerate(briefing.groups)))
    _write(
        connection,
        "group_contests",
        ((group.id, place, contest) for group in briefing.groups for place, contest in enumerate(group.contests)),
    )
    _write(
        connection,
        "targets",
        ((place, one.party, one.contest, one.rank) for place, one in enumerate(briefing.targets)),
    )
    _write(connection, "hexes", ((place, one.contest, one.q, one.r) for place, one in enumerate(briefing.hexes)))


def _write_contests(connection: sqlite3.Connection, contests: tuple[Contest, ...]) -> None:
    _write(connection, "contests", (_contest(place, one) for place, one in enumerate(contests)))
    _write(
        connection,
        "former_names",
        ((one.id, place, name) for one in contests for place, name in enumerate(one.former_names)),
    )
    _write(
        connection,
        "seats_before",
        (
            (one.id, measure.value, seat, party)
            for one in contests
            for measure in Measure
            for seat, party in enumerate(one.before(measure))
        ),
    )
    _write(connection, "candidacies", (row for one in contests for row in _candidacies(one)))
    _write(
        connection,
        "baselines",
        (
            (one.id, one.baseline.election, one.baseline.kind.value, one.baseline.electorate)
            for one in contests
            if one.baseline is not None
        ),
    )
    _write(connection, "baseline_lines", (row for one in contests for row in _baseline_lines(one)))


def _write_past(connection: sqlite3.Connection, briefing: Briefing) -> None:
    contests = tuple(briefing.contests.values())
    words = ((one.id, one.called, one.first_ever) for one in briefing.parties.values() if one.called or one.first_ever)
    _write(connection, "party_words", words)
    since = ((one.id, one.party_since, one.member_since) for one in contests if one.party_since or one.member_since)
    _write(connection, "held_since", since)
    lost = ((one.id, place, party) for one in contests for place, party in enumerate(one.lost_last))
    _write(connection, "lost_last", lost)
    people = ((one.id, person) for one in contests for person in one.candidacies)
    elected = ((contest, one.id, one.elected_for) for contest, one in people if one.elected_for)
    _write(connection, "elected_for", elected)


def _write(connection: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    rows = list(rows)
    if rows:
        connection.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * len(rows[0]))})", rows)


def _election(briefing: Briefing) -> Row:
    one = briefing.election
    return (
        one.id,
        one.title,
        one.day.isoformat(),
        written(one.close_of_poll),
        one.zone_name,
        one.area,
        one.areas,
        one.deposits,
        one.count_rejected,
        one.shown.value,
        one.lattice.value,
    )


def _contest(place: int, one: Contest) -> Row:
    return (
        place,
        one.id,
        one.name,
        one.body,
        one.region,
        one.nation,
        one.vacancies,
        one.electorate,
        written_or_none(one.expected),
        one.note,
    )


def _candidacies(contest: Contest) -> Iterator[Row]:
    for place, one in enumerate(contest.candidacies):
        yield (
            contest.id,
            place,
            one.id,
            one.order,
            one.forenames,
            one.surname,
            one.party,
            one.adjunct,
            one.sitting,
        )


def _baseline_lines(contest: Contest) -> Iterator[Row]:
    if contest.baseline is None:
        return
    for place, line in enumerate(contest.baseline.lines):
        votes, divisor = line.votes, None
        if isinstance(votes, Fraction):
            votes, divisor = votes.numerator, votes.denominator
        yield (contest.id, place, line.party, line.name, votes, divisor)
