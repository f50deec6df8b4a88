"""A disk or folder that may be read and not written."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from night_files import BRIEFING, declared, new_night

from resultsdesk.night.entries import Entry
from resultsdesk.store.night_file import create_night, open_night
from resultsdesk.store.trouble import NightFileError, ReadOnlyNight
from resultsdesk.store.verify import verify

Sealing = Callable[[Path], None]


@pytest.fixture(params=["a disk mounted read-only", "a folder without permission to write"])
def sealed(request: pytest.FixtureRequest) -> Iterator[Sealing]:
    """Make a folder one that nobody may write in, in ways that this system has."""
    with ExitStack() as undoing:
        if request.param.startswith("a disk"):
            yield lambda folder: _remount(folder, undoing)
        else:
            yield lambda folder: _forbid(folder, undoing)


def _remount(folder: Path, undoing: ExitStack) -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("a read-only disk is made with Linux's bind mounts")
    made = subprocess.run(["mount", "--bind", str(folder), str(folder)], capture_output=True, text=True)
    if made.returncode:
        pytest.skip(f"no read-only disk can be mounted here: {made.stderr.strip()}")
    undoing.callback(subprocess.run, ["umount", str(folder)], check=True)
    subprocess.run(["mount", "-o", "remount,ro,bind", str(folder)], check=True, capture_output=True)


def _forbid(folder: Path, undoing: ExitStack) -> None:
    if os.name == "nt":
        pytest.skip("Windows keeps permissions elsewhere")
    if os.geteuid() == 0:
        pytest.skip("nothing is forbidden to root")
    for one in (*folder.iterdir(), folder):
        mode = one.stat().st_mode
        one.chmod(mode & 0o555)
        undoing.callback(one.chmod, mode)


def a_night(folder: Path, left_open: bool) -> tuple[Path, Entry]:
    """Return a night in a folder of its own, closed or as a crash leaves it: the last entry waits in the -wal file."""
    place = folder / "night"
    place.mkdir()
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
    path, entry = a_night(tmp_path, left_open)
    sealed(path.parent)
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


def test_no_night_can_be_made_in_a_read_only_folder(tmp_path: Path, sealed: Sealing) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    sealed(folder)
    with pytest.raises(ReadOnlyNight, match="cannot be written"):
        create_night(folder / "a.night", BRIEFING, "live")
    assert list(folder.iterdir()) == []


def test_whoever_only_reads_cannot_write(tmp_path: Path) -> None:
    path, entry = a_night(tmp_path, left_open=False)
    with open_night(path, read_only=True) as night:
        with pytest.raises(ReadOnlyNight):
            night.journal.append(declared("beta"))
        with pytest.raises(ReadOnlyNight):
            night.drafts.save(entry.contest, {"a": "1"})
        assert night.journal.entries() == [entry]
