import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from night_files import BRIEFING, declared
from town import CLOSE

from resultsdesk.night.briefing import ContestId, Hex, Outline, PastResult, Target
from resultsdesk.psephology.candidacy import CandidacyId
from resultsdesk.psephology.party import PartyId
from resultsdesk.store.connection import PAGE, connect
from resultsdesk.store.night_file import NightFile, create_night
from resultsdesk.store.schema.briefing import TABLES
from resultsdesk.store.schema.journal import PARTS

ALPHA = ContestId("alpha")


@pytest.fixture(scope="module")
def full_night(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A rehearsal with a row in every table of the briefing and the journal."""
    briefing = replace(
        BRIEFING,
        election=replace(BRIEFING.election, credits=("Someone",)),
        contests={
            **BRIEFING.contests,
            ALPHA: replace(BRIEFING.contests[ALPHA], former_names=("Old Alpha",)),
        },
        targets=(Target(PartyId("Lab"), ALPHA, 1),),
        hexes=(Hex(ALPHA, 0, 0),),
    )
    path = tmp_path_factory.mktemp("full") / "full.night"
    results = [PastResult(ALPHA, CLOSE, {CandidacyId("alpha.1"): 5})]
    outlines = [Outline(ALPHA, (((0.0, 0.0), (1.0, 1.0)),))]
    with create_night(path, briefing, "rehearsal", results, outlines) as night:
        first = night.journal.append(declared())
        night.journal.append(
            replace(declared(after=first.entry_id), lot=(CandidacyId("alpha.1"),), accepted=("turnout",))
        )
    return path


@pytest.fixture(params=["ON", "OFF"], ids=["recursive triggers", "no recursive triggers"])
def raw(full_night: Path, request: pytest.FixtureRequest) -> Iterator[sqlite3.Connection]:
    """Somebody else's connection, foreign keys off, in a transaction that is never committed."""
    with closing(sqlite3.connect(full_night, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA recursive_triggers = {request.param}")
        connection.execute("BEGIN")
        yield connection
        assert connection.execute("SELECT total_changes()").fetchone() == (0,)


@pytest.mark.parametrize("table", [*TABLES, "meta", "entries", *PARTS])
def test_no_row_is_ever_changed_deleted_or_replaced(raw: sqlite3.Connection, table: str) -> None:
    before = raw.execute(f"SELECT * FROM {table}").fetchall()
    assert before, "a table without a row proves nothing"
    column = raw.execute(f"SELECT name FROM pragma_table_info('{table}')").fetchone()[0]
    row = f"SELECT * FROM {table} LIMIT 1"
    for statement in (
        f'UPDATE {table} SET "{column}" = "{column}"',
        f'UPDATE OR REPLACE {table} SET "{column}" = "{column}"',
        f"DELETE FROM {table}",
        f"INSERT OR REPLACE INTO {table} {row}",
        f"REPLACE INTO {table} {row}",
        f"INSERT OR IGNORE INTO {table} {row}",
    ):
        with pytest.raises(sqlite3.IntegrityError, match=r"does not change|only ever added|numbered one after"):
            raw.execute(statement)
    assert raw.execute(f"SELECT * FROM {table}").fetchall() == before


def _others(raw: sqlite3.Connection) -> dict[str, str]:
    cells = dict(zip(
        ("seq", "entry_id", "contest", "supersedes"),
        raw.execute("SELECT max(seq) + 1, 'new', 'alpha', max(entry_id) FROM entries").fetchone(),
        strict=True,
    ))  # fmt: skip
    first, second = (row[0] for row in raw.execute("SELECT entry_id FROM entries ORDER BY seq"))

    def insert(**changed: str | int | None) -> str:
        row = {**cells, **changed}
        values = ", ".join("NULL" if one is None else repr(one) for one in row.values())
        return (
            "INSERT OR REPLACE INTO entries (seq, entry_id, contest, supersedes, kind, keyed_at, declared_at, "
            f"keyed_by, desk, source, reason, prev_hash, hash) VALUES ({values}, 'declared', '', '', '', '', '', "
            "'', '', '')"
        )

    return {
        "an identity used before": insert(entry_id=second),
        "superseding what is superseded": insert(supersedes=first),
        "a second first entry": insert(supersedes=None),
        "a gap in the numbers": insert(seq=9),
        "a number used before": insert(seq=1),
        "votes for an entry of before": "INSERT OR REPLACE INTO entry_votes VALUES (1, 7, 'alpha', 'alpha.1', 3)",
        "a second vote for someone": "INSERT OR REPLACE INTO entry_votes VALUES (2, 7, 'alpha', 'alpha.1', 3)",
    }


@pytest.mark.parametrize(
    "what",
    [
        "an identity used before",
        "superseding what is superseded",
        "a second first entry",
        "a gap in the numbers",
        "a number used before",
        "votes for an entry of before",
        "a second vote for someone",
    ],
)
def test_replacing_finds_no_way_round(raw: sqlite3.Connection, what: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=r"only ever added|numbered one after"):
        raw.execute(_others(raw)[what])


def test_our_own_connections_have_the_safeguards_on(night: NightFile) -> None:
    names = ("foreign_keys", "recursive_triggers", "synchronous", "journal_mode", "page_size")
    with closing(connect(night.path)) as own:
        pragmas = {name: own.execute(f"PRAGMA {name}").fetchone()[0] for name in names}
    assert pragmas == {
        "foreign_keys": 1, "recursive_triggers": 1, "synchronous": 2, "journal_mode": "wal", "page_size": PAGE,
    }  # fmt: skip


def test_every_table_is_strict(another: sqlite3.Connection) -> None:
    strict = another.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict "
        "AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    assert strict == []


def test_a_live_night_cannot_become_a_rehearsal(night: NightFile, another: sqlite3.Connection) -> None:
    assert not night.rehearsal
    with pytest.raises(sqlite3.IntegrityError, match="does not change"):
        another.execute("UPDATE meta SET mode = 'rehearsal'")
    with pytest.raises(sqlite3.IntegrityError, match="does not change"):
        another.execute("INSERT INTO results (contest, recounts) VALUES ('alpha', 0)")
