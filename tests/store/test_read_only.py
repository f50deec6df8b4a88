"""A disk or folder that may be read and not written."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import disks
import pytest
from night_files import BRIEFING, declared, new_night

from resultsdesk.night.entries import Entry
from resultsdesk.store.night_file import create_night, open_night
from resultsdesk.store.trouble import NightFileError, ReadOnlyNight
from resultsdesk.store.verify import verify

Sealing = tuple[Path, Callable[[], None]]


@pytest.fixture(params=["a disk mounted read-only", "a folder without permission to write"])
def sealed(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Sealing]:
    """A folder, and a function that makes it one nobody may write in, in each way that this system has."""
    folder = tmp_path / "sealed"
    folder.mkdir()
    with ExitStack() as undoing:
        if request.param.startswith("a disk"):
            yield folder, undoing.enter_context(disks.sealable(folder))
        else:
            yield folder, lambda: undoing.enter_context(disks.forbidden(folder))


def a_night(folder: Path, place: Path, left_open: bool) -> tuple[Path, Entry]:
    """Return a night in `place`, closed or as a crash leaves it: the last entry waits in the -wal file."""
    with new_night(folder) as night:
        entry = night.journal.append(declared())
        if left_open:
            for one in folder.glob("town.night*"):
                if not one.name.endswith("-shm"):
                    shutil.copy(one, place)
    if not left_open:
        shutil.copy(folder / "town.night", place)
    return place / "town.night", entry


@pytest.mark.parametrize("left_open", [False, True], ids=["closed", "after a crash"])
def test_a_night_that_cannot_be_written_can_be_read(tmp_path: Path, sealed: Sealing, left_open: bool) -> None:
    folder, seal = sealed
    path, entry = a_night(tmp_path, folder, left_open)
    seal()
    before = {one.name: one.read_bytes() for one in path.parent.iterdir()}
    with pytest.raises(ReadOnlyNight, match="cannot be written"):
        open_night(path)
    with open_night(path, read_only=True) as night:
        assert night.journal.entries() == [entry]
        assert night.briefing() == BRIEFING
        with pytest.raises(NightFileError):
            night.journal.append(declared("beta"))
    assert verify(path) == ()
    assert {one.name: one.read_bytes() for one in path.parent.iterdir()} == before


def test_no_night_can_be_made_in_a_read_only_folder(sealed: Sealing) -> None:
    folder, seal = sealed
    seal()
    with pytest.raises(ReadOnlyNight, match="cannot be written"):
        create_night(folder / "a.night", BRIEFING, "live")
    assert list(folder.iterdir()) == []


def test_whoever_only_reads_cannot_write(tmp_path: Path) -> None:
    (place := tmp_path / "night").mkdir()
    path, entry = a_night(tmp_path, place, left_open=False)
    with open_night(path, read_only=True) as night:
        with pytest.raises(ReadOnlyNight):
            night.journal.append(declared("beta"))
        with pytest.raises(ReadOnlyNight):
            night.drafts.save(entry.contest, {"a": "1"})
        assert night.journal.entries() == [entry]
