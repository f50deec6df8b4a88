"""Each way a night file can be wrong gets one sentence with a remedy, and loses nothing."""

import os
import random
import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import disks
import pytest
from night_files import BRIEFING, declared, new_night

from resultsdesk.night.trouble import Trouble
from resultsdesk.store import connection
from resultsdesk.store.connection import PAGE
from resultsdesk.store.night_file import NightFile, create_night, open_night
from resultsdesk.store.schema import APPLICATION_ID, SCHEMA
from resultsdesk.store.trouble import (
    DamagedNight,
    Missing,
    NewerNight,
    NightExists,
    NightFileError,
    NightLocked,
    NotANight,
    Unreadable,
)
from resultsdesk.store.verify import verify


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed night with a few entries and a draft."""
    with new_night(tmp_path) as night:
        first = night.journal.append(declared("alpha"))
        night.journal.append(declared("alpha", 3, 2, 1, after=first.entry_id))
        night.journal.append(declared("gamma"))
        night.drafts.save(BRIEFING.contests[declared("beta").contest].id, {"beta.1": "17"})
    return tmp_path / "town.night"


def as_text(path: Path) -> None:
    path.write_text("contest,votes\nalpha,1\n")


def as_nothing(path: Path) -> None:
    path.write_bytes(b"")


def as_another_database(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE mine (a)")


def as_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def as_newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as newer:
        newer.execute(f"PRAGMA user_version = {SCHEMA + 4}")


def as_gone(path: Path) -> None:
    path.unlink()


def as_header_lost(path: Path) -> None:
    path.write_bytes(b"\xff" * 100 + path.read_bytes()[100:])


def as_middle_lost(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:4096].ljust(path.stat().st_size, b"\xff"))


def as_cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:20000])


def as_without_a_meta_row(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("DROP TRIGGER meta_never_deleted")
        raw.execute("DELETE FROM meta")


def as_without_a_table(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("DROP TABLE meta")


WRONG: dict[str, tuple[Callable[[Path], None], type[NightFileError], str]] = {
    "text": (as_text, NotANight, "town.night is not a night file"),
    "nothing": (as_nothing, NotANight, "town.night is not a night file"),
    "another program's database": (as_another_database, NotANight, "town.night is not a night file"),
    "a folder": (as_a_folder, NotANight, "town.night is a folder, not a night file"),
    "newer": (as_newer, NewerNight, f"its schema is {SCHEMA + 4}, this one knows {SCHEMA}"),
    "missing": (as_gone, Missing, "There is no file town.night"),
    "header lost": (as_header_lost, NotANight, "town.night is not a night file"),
    "middle lost": (as_middle_lost, DamagedNight, "town.night is damaged"),
    "cut short": (as_cut_short, DamagedNight, "town.night is damaged"),
    "meta row lost": (as_without_a_meta_row, DamagedNight, "town.night is damaged"),
    "meta table lost": (as_without_a_table, DamagedNight, "town.night is damaged"),
}


@pytest.mark.parametrize("read_only", [False, True], ids=["to write", "to read"])
@pytest.mark.parametrize(("spoil", "kind", "says"), WRONG.values(), ids=WRONG)
def test_a_file_that_is_wrong_is_named_and_left_as_it_is(
    path: Path, spoil: Callable[[Path], None], kind: type[NightFileError], says: str, read_only: bool
) -> None:
    spoil(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(kind) as trouble:
        open_night(path, read_only=read_only).close()
    assert says in trouble.value.sentence
    assert trouble.value.remedy
    assert trouble.value.path == path
    assert isinstance(trouble.value, Trouble)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert [one.name for one in path.parent.iterdir()] == (["town.night"] if path.exists() else [])


def test_a_file_that_may_not_be_read_is_named(path: Path) -> None:
    path.chmod(0)
    with disks.permissions_bind(), pytest.raises(Unreadable, match="may not be read"):
        open_night(path)


def test_a_night_is_never_made_over_another_file(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(NightExists, match="already has a file"):
        create_night(path, BRIEFING, "live")
    assert path.read_bytes() == before


def test_a_night_needs_its_folder(tmp_path: Path) -> None:
    with pytest.raises(Missing, match="There is no folder"):
        create_night(tmp_path / "nowhere" / "a.night", BRIEFING, "live")


def test_what_an_earlier_night_left_is_not_read_into_a_new_one(path: Path, tmp_path: Path) -> None:
    with open_night(path) as night:
        night.journal.append(declared("beta"))
        shutil.copy(f"{path}-wal", tmp_path / "new.night-wal")
    with pytest.raises(NightExists, match=r"new.night-wal, left by an earlier night"):
        create_night(tmp_path / "new.night", BRIEFING, "live")
    assert (tmp_path / "new.night-wal").stat().st_size


def test_what_a_killed_program_was_building_is_cleared_away_and_what_is_being_built_is_not(tmp_path: Path) -> None:
    yesterday = time.time() - 86_400
    dead = {".a.night.0123abcd.part", ".a.night.0123abcd.part-journal"}
    others = {".a.night.part", ".b.night.0123abcd.part", "a.night.0123abcd.part"}
    for name in (*dead, *others, ".a.night.4567cdef.part"):
        (tmp_path / name).write_text("half a night")
    for name in (*dead, *others):
        os.utime(tmp_path / name, (yesterday, yesterday))
    create_night(tmp_path / "a.night", BRIEFING, "live").close()
    assert {one.name for one in tmp_path.iterdir()} == {"a.night", ".a.night.4567cdef.part", *others}


def test_someone_taking_the_name_meanwhile_keeps_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from resultsdesk.store import placing

    def take_the_name(path: Path) -> None:
        (tmp_path / "a.night").write_text("mine")

    monkeypatch.setattr(placing, "onto_disk", take_the_name)
    with pytest.raises(NightExists):
        create_night(tmp_path / "a.night", BRIEFING, "live")
    assert [one.name for one in tmp_path.iterdir()] == ["a.night"]
    assert (tmp_path / "a.night").read_text() == "mine"


def test_a_night_locked_by_another_program_is_named_and_goes_on(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "PATIENCE", 0.01)
    with open_night(path) as night, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NightLocked, match="locked by another program"):
            night.journal.append(declared("beta"))
        with pytest.raises(NightLocked):
            open_night(path)
        assert night.journal.last_seq() == 3, "reading goes on"
        other.execute("ROLLBACK")
        assert night.journal.append(declared("beta")).seq == 4


def use(night: NightFile) -> None:
    """Read everything there is, and write a little."""
    night.briefing()
    night.outlines()
    night.results()
    night.drafts.load()
    night.ledger.airings()
    entries = night.journal.entries()
    night.journal.append(declared("alpha", after=entries[1].entry_id if len(entries) > 1 else None))


def spoiled(path: Path, at: int, rubbish: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(rubbish)


def test_any_page_lost_is_a_known_failure_and_verify_finds_it(path: Path, tmp_path: Path) -> None:
    page = PAGE
    chance = random.Random(7)
    for number in range(path.stat().st_size // page):
        copy = Path(shutil.copy(path, tmp_path / "copy.night"))
        spoiled(copy, number * page, chance.randbytes(page))
        try:
            found = bool(verify(copy))
        except NightFileError:
            found = True
        assert found, f"page {number + 1} is lost and verify says nothing"
        try:
            with open_night(copy) as night:
                use(night)
        except NightFileError:
            pass  # said in words; anything else fails the test


def test_any_byte_changed_is_at_worst_a_known_failure(path: Path, tmp_path: Path) -> None:
    chance = random.Random(8)
    for _ in range(100):
        copy = Path(shutil.copy(path, tmp_path / "copy.night"))
        spoiled(copy, chance.randrange(path.stat().st_size), chance.randbytes(1))
        try:
            verify(copy)
            with open_night(copy) as night:
                use(night)
        except Trouble:
            pass  # said in words; anything else fails the test


def test_our_files_can_be_told_by_their_first_bytes(path: Path) -> None:
    assert path.read_bytes()[68:72] == APPLICATION_ID.to_bytes(4, "big") == b"RDsk"


def test_a_folder_is_named_in_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Missing) as failed:
        open_night(Path("nobody.night"))
    assert failed.value.sentence == f"There is no file nobody.night in {tmp_path}."
    with pytest.raises(NotANight) as failed_here:
        open_night(Path())
    assert failed_here.value.sentence == f"{tmp_path} is a folder, not a night file."
