"""Holding a night file against everything it promises: SQLite's structure, the schema, the chain, the fold."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from resultsdesk.night.briefing import Briefing
from resultsdesk.night.entries import Entry
from resultsdesk.night.night import Night, replay
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.rounding import number
from resultsdesk.store.connection import connect_to_read, look_at, reading
from resultsdesk.store.journal import read_entries, seal
from resultsdesk.store.night_file import identify
from resultsdesk.store.recall import read_briefing
from resultsdesk.store.trouble import DamagedNight, DiskFailed, in_words

NAMED = 3
Fold = Callable[[Briefing, Iterable[Entry]], Night]


@dataclass(frozen=True, slots=True)
class Finding:
    """One promise that does not hold: `code` says which, `text` where and how."""

    code: str
    text: str


def verify(path: Path, fold: Fold = replay) -> tuple[Finding, ...]:
    """Return everything that is wrong inside a night file; empty means that all of it holds.

    Raises a NightFileError where there is no night to look into: missing, foreign, newer, not permitted.
    """
    look_at(path)
    found: list[Finding] = []
    try:
        connection = connect_to_read(path)
    except DamagedNight as error:
        return (Finding("damaged", error.sentence),)
    try:
        with in_words(path):
            identify(connection, path, reader=True)
        for check in (_structure, _keys, _schema):
            with reading(connection, path):
                found.extend(check(connection))
        with reading(connection, path):
            entries = read_entries(connection)
            found.extend(_chain(entries))
            night = fold(read_briefing(connection), entries)
            found.extend(_standing(connection, night))
    except (DamagedNight, DiskFailed) as error:
        found.append(Finding("damaged", error.sentence))
    finally:
        connection.close()
    return tuple(found)


def _structure(connection: sqlite3.Connection) -> Iterator[Finding]:
    for (text,) in connection.execute("PRAGMA integrity_check"):
        if text != "ok":
            yield Finding("structure", text)


def _keys(connection: sqlite3.Connection) -> Iterator[Finding]:
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        where = f"row {row} of {table}" if row is not None else f"a row of {table}"
        yield Finding("key", f"{where} names something in {parent} that is not there")


def _schema(connection: sqlite3.Connection) -> Iterator[Finding]:
    # The triggers that keep the journal are part of the schema: a file without them could have been edited.
    from resultsdesk.store.migrations import migrate

    fresh = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(fresh)
        promised, there = _objects(fresh), _objects(connection)
    finally:
        fresh.close()
    became: dict[tuple[str, str], list[str]] = {}
    for kind, name in sorted(promised.keys() | there.keys()):
        if (kind, name) not in there:
            became.setdefault((kind, "taken away"), []).append(name)
        elif (kind, name) not in promised:
            became.setdefault((kind, "added"), []).append(name)
        elif promised[kind, name] != there[kind, name]:
            became.setdefault((kind, "altered"), []).append(name)
    for (kind, what), names in became.items():
        yield Finding("schema", _of_the_schema(kind, what, names))


def _of_the_schema(kind: str, what: str, names: list[str]) -> str:
    """Return in one sentence what became of so many objects of a kind, and what follows for the entries."""
    if len(names) == 1:
        said = f"the {kind} {names[0]} has been {what}"
    else:
        more = f" and {number(len(names) - NAMED)} more" if len(names) > NAMED else ""
        plural = "indexes" if kind == "index" else f"{kind}s"
        said = f"{number(len(names))} {plural} have been {what} ({', '.join(names[:NAMED])}{more})"
    if kind == "trigger" and what != "added":
        said += ": entries could have been edited since, so trust the last backup that is sound"
    return said


def _objects(connection: sqlite3.Connection) -> dict[tuple[str, str], str | None]:
    return {(kind, name): sql for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_master")}


def _chain(entries: list[Entry]) -> Iterator[Finding]:
    last: dict[str, str] = {}
    for place, entry in enumerate(entries, start=1):
        if entry.seq != place:
            yield Finding("chain", f"entry {place} is missing; {entry.seq} stands in its place")
            return
        if entry.prev_hash != last.get(entry.desk, ""):
            yield Finding("chain", f"entry {entry.seq} does not follow the one before it at {entry.desk}")
        if entry.hash != seal(entry, entry.entry_id, entry.prev_hash):
            yield Finding("chain", f"entry {entry.seq} does not say what it said when it was sealed")
        last[entry.desk] = entry.hash


def _standing(connection: sqlite3.Connection, night: Night) -> Iterator[Finding]:
    polls: dict[str, dict[str, tuple[int, int, int]]] = {}
    for contest, candidacy, *figures in connection.execute(
        "SELECT contest, candidacy, votes, place, last_place FROM standing_votes"
    ):
        votes, place, last_place = figures
        polls.setdefault(contest, {})[candidacy] = (votes, place, last_place)
    for contest, stage, head in connection.execute("SELECT contest, stage, entry_id FROM standing"):
        folded = night.contests[contest]
        if (folded.stage.value, folded.head) != (stage, head):
            yield Finding(
                "replay", f"{contest} is {folded.stage.value} when replayed, and {stage} in the standing view"
            )
        elif not _agrees(folded, polls.get(contest, {})):
            yield Finding("replay", f"{contest} has other figures when replayed than in the standing view")


def _agrees(folded: Standing, poll: dict[str, tuple[int, int, int]]) -> bool:
    """Return whether votes are the same, and the elected those whom the order of the votes elects."""
    if (folded.poll.votes if folded.poll else {}) != {who: votes for who, (votes, _, _) in poll.items()}:
        return False
    seats = folded.contest.vacancies
    clear = {who for who, (_, _, last_place) in poll.items() if last_place <= seats}
    possible = {who for who, (_, place, _) in poll.items() if place <= seats}
    return not poll or (clear <= set(folded.winners) <= possible and len(folded.winners) <= seats)
