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
KINDS = {kind.value: kind for kind in Kind}
SAID = tuple(one.name for one in fields(NewEntry))
ADD = f"INSERT INTO entries ({', '.join(COLUMNS)}) VALUES ({', '.join(f':{one}' for one in COLUMNS)})"
LAST = (
    "SELECT coalesce(max(seq), 0), "
    "coalesce((SELECT hash FROM entries WHERE desk = ? ORDER BY seq DESC LIMIT 1), '') FROM entries"
)
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
            (last,) = self._connection.execute("SELECT coalesce(max(seq), 0) FROM entries").fetchone()
        return int(last)

    def _sealed(self, new: NewEntry) -> Entry:
        # Loaded here because it brings importlib.metadata with it, which a reader of the file need not wait for.
        import uuid6

        entry_id = str(uuid6.uuid7())
        last_seq, prev_hash = self._connection.execute(LAST, (new.desk,)).fetchone()
        return Entry(
            **{name: getattr(new, name) for name in SAID},
            seq=last_seq + 1,
            entry_id=entry_id,
            prev_hash=prev_hash,
            hash=seal(new, entry_id, prev_hash),
        )

    def _write(self, entry: Entry) -> None:
        add, seq, contest = self._connection.executemany, entry.seq, entry.contest
        self._connection.execute(
            ADD,
            {
                **{column: getattr(entry, column) for column in COLUMNS},
                "keyed_at": written(entry.keyed_at),
                "declared_at": written(entry.declared_at),
            },
        )
        if entry.votes:
            add(
                "INSERT INTO entry_votes (entry, place, contest, candidacy, votes) VALUES (?,?,?,?,?)",
                [(seq, place, contest, *one) for place, one in enumerate(entry.votes.items())],
            )
        if entry.lot:
            add(
                "INSERT INTO entry_lot (entry, place, contest, candidacy) VALUES (?,?,?,?)",
                [(seq, place, contest, one) for place, one in enumerate(entry.lot)],
            )
        if entry.accepted:
            add(
                "INSERT INTO entry_accepted (entry, place, code) VALUES (?,?,?)",
                [(seq, place, code) for place, code in enumerate(entry.accepted)],
            )

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


def read_entries(connection: sqlite3.Connection, after: int = 0) -> list[Entry]:
    """Return the entries numbered above `after`; ValueError where a row makes no sense."""
    votes = _votes(connection, after)
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
            kind=KINDS[kind],
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


def _votes(connection: sqlite3.Connection, after: int) -> dict[int, dict[CandidacyId, int]]:
    """Return votes by entry: cut from one long list, which is three times as quick as row by row."""
    rows = connection.execute(
        "SELECT candidacy, votes FROM entry_votes WHERE entry > ? ORDER BY entry, place", (after,)
    ).fetchall()
    votes: dict[int, dict[CandidacyId, int]] = {}
    start = 0
    for seq, number in connection.execute(
        "SELECT entry, count(*) FROM entry_votes WHERE entry > ? GROUP BY entry ORDER BY entry", (after,)
    ):
        votes[seq] = dict(rows[start : start + number])
        start += number
    return votes


def _listed(rows: Iterable[tuple[int, Any]]) -> dict[int, list[Any]]:
    lists: dict[int, list[Any]] = defaultdict(list)
    for seq, one in rows:
        lists[seq].append(one)
    return lists
