"""The journal: the night's entries, only ever added to, each on the disk before anyone hears of it."""

import hashlib
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from resultsdesk.night.commands import EntryId
from resultsdesk.night.entries import Entry, Kind, NewEntry, canonical
from resultsdesk.night.trouble import Superseded
from resultsdesk.psephology.candidacy import CandidacyId
from resultsdesk.store.connection import reading, writing
from resultsdesk.store.moments import read, written
from resultsdesk.store.trouble import Refused

COLUMNS = (
    "seq",
    "entry_id",
    "contest",
    "kind",
    "supersedes",
    "keyed_at",
    "declared_at",
    "keyed_by",
    "desk",
    "source",
    "reason",
    "winner",
    "rejected",
    "papers",
    "read_out",
    "announced_majority",
    "prev_hash",
    "hash",
)
ADD = f"INSERT INTO entries ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"
READ = f"SELECT {', '.join(COLUMNS)} FROM entries WHERE seq > ? ORDER BY seq"


class Journal:
    """The journal of one night file."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def append(self, new: NewEntry) -> Entry:
        """Write an entry and return it numbered and sealed; when this returns it is on the disk.

        Raises Superseded where another entry was quicker, and a NightFileError where the file cannot take it;
        then nothing is written.
        """
        if new.votes is not None and not new.votes:
            new = replace(new, votes=None)
        try:
            with writing(self._connection, self._path):
                entry = self._sealed(new)
                self._write(entry)
        except Refused as refused:
            quicker = self._quicker_than(new)
            if quicker is None:
                raise
            raise Superseded(quicker) from refused
        return entry

    def entries(self, after: int = 0) -> list[Entry]:
        """Return the entries numbered above `after`, in order."""
        with reading(self._connection, self._path):
            return read_entries(self._connection, after)

    def last_seq(self) -> int:
        """Return the number of the last entry, 0 where there is none."""
        with reading(self._connection, self._path):
            return _last_seq(self._connection)

    def _sealed(self, new: NewEntry) -> Entry:
        # Loaded here because it brings importlib.metadata with it, which a reader of the file need not wait for.
        import uuid6

        entry_id = str(uuid6.uuid7())
        last = self._connection.execute(
            "SELECT hash FROM entries WHERE desk = ? ORDER BY seq DESC LIMIT 1", (new.desk,)
        ).fetchone()
        prev_hash = last[0] if last else ""
        return Entry(
            **{one.name: getattr(new, one.name) for one in fields(NewEntry)},
            seq=_last_seq(self._connection) + 1,
            entry_id=entry_id,
            prev_hash=prev_hash,
            hash=seal(new, entry_id, prev_hash),
        )

    def _write(self, entry: Entry) -> None:
        add = self._connection.execute
        add(ADD, tuple(_cell(entry, column) for column in COLUMNS))
        for place, (candidacy, votes) in enumerate((entry.votes or {}).items()):
            add(
                "INSERT INTO entry_votes (entry, place, contest, candidacy, votes) VALUES (?,?,?,?,?)",
                (entry.seq, place, entry.contest, candidacy, votes),
            )
        for place, candidacy in enumerate(entry.lot):
            add(
                "INSERT INTO entry_lot (entry, place, contest, candidacy) VALUES (?,?,?,?)",
                (entry.seq, place, entry.contest, candidacy),
            )
        for place, code in enumerate(entry.accepted):
            add("INSERT INTO entry_accepted (entry, place, code) VALUES (?,?,?)", (entry.seq, place, code))

    def _quicker_than(self, new: NewEntry) -> EntryId | None:
        """Return the entry that already stands where a new one was to stand, or None."""
        with reading(self._connection, self._path):
            row = self._connection.execute(
                "SELECT entry_id FROM entries WHERE supersedes = :supersedes "
                "OR :supersedes IS NULL AND supersedes IS NULL AND contest = :contest",
                {"supersedes": new.supersedes, "contest": new.contest},
            ).fetchone()
        return row[0] if row else None


def seal(entry: NewEntry, entry_id: EntryId, prev_hash: str) -> str:
    """Return the hash of an entry."""
    return hashlib.sha256(canonical(entry, entry_id, prev_hash)).hexdigest()


def _last_seq(connection: sqlite3.Connection) -> int:
    (last,) = connection.execute("SELECT coalesce(max(seq), 0) FROM entries").fetchone()
    return int(last)


def _cell(entry: Entry, column: str) -> str | int | None:
    value = getattr(entry, column)
    return written(value) if column in ("keyed_at", "declared_at") else value


def read_entries(connection: sqlite3.Connection, after: int = 0) -> list[Entry]:
    """Return the entries numbered above `after`; ValueError where a row makes no sense."""
    votes: dict[int, dict[CandidacyId, int]] = defaultdict(dict)
    for seq, candidacy, figure in connection.execute(
        "SELECT entry, candidacy, votes FROM entry_votes WHERE entry > ? ORDER BY entry, place", (after,)
    ):
        votes[seq][candidacy] = figure
    lots = _listed(
        connection.execute("SELECT entry, candidacy FROM entry_lot WHERE entry > ? ORDER BY entry, place", (after,))
    )
    accepted = _listed(
        connection.execute("SELECT entry, code FROM entry_accepted WHERE entry > ? ORDER BY entry, place", (after,))
    )
    return [
        Entry(
            seq=seq,
            entry_id=entry_id,
            contest=contest,
            kind=Kind(kind),
            supersedes=supersedes,
            keyed_at=read(keyed_at),
            declared_at=read(declared_at),
            keyed_by=keyed_by,
            desk=desk,
            source=source,
            reason=reason,
            winner=winner,
            votes=votes.get(seq),
            rejected=rejected,
            papers=papers,
            read_out=read_out,
            announced_majority=majority,
            lot=tuple(lots.get(seq, ())),
            accepted=tuple(accepted.get(seq, ())),
            prev_hash=prev_hash,
            hash=own_hash,
        )
        for (
            seq,
            entry_id,
            contest,
            kind,
            supersedes,
            keyed_at,
            declared_at,
            keyed_by,
            desk,
            source,
            reason,
            winner,
            rejected,
            papers,
            read_out,
            majority,
            prev_hash,
            own_hash,
        ) in connection.execute(READ, (after,))
    ]


def _listed(rows: Iterable[tuple[int, Any]]) -> dict[int, list[Any]]:
    lists: dict[int, list[Any]] = defaultdict(list)
    for seq, one in rows:
        lists[seq].append(one)
    return lists
