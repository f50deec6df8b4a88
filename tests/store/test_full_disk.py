"""A real small disk that is really full."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import disks
import pytest
from night_files import BRIEFING, declared

from resultsdesk.night.entries import Entry
from resultsdesk.store.night_file import NightFile, create_night, open_night
from resultsdesk.store.trouble import DiskFull
from resultsdesk.store.verify import verify


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """An empty disk of one megabyte, where this system lets us make one."""
    with disks.small(tmp_path / "disk") as folder:
        yield folder


def fill(folder: Path, leaving: int = 0) -> Path:
    """Fill the disk but for so many bytes, and return the file that does it."""
    ballast = folder / "ballast"
    with suppress(OSError), ballast.open("wb", buffering=0) as file:
        while True:
            file.write(b"x" * 4096)
    with ballast.open("r+b") as file:
        file.truncate(ballast.stat().st_size - leaving)
    return ballast


def append_until_full(night: NightFile) -> list[Entry]:
    kept = night.journal.entries()
    try:
        while True:
            kept.append(night.journal.append(declared(after=kept[-1].entry_id if kept else None)))
    except DiskFull:
        return kept


def test_a_night_that_finds_no_room_leaves_nothing(small_disk: Path) -> None:
    ballast = fill(small_disk, leaving=100_000)
    with pytest.raises(DiskFull, match=r"a\.night is full"):
        create_night(small_disk / "a.night", BRIEFING, "live")
    assert [one.name for one in small_disk.iterdir()] == ["ballast"]
    ballast.unlink()
    create_night(small_disk / "a.night", BRIEFING, "live").close()


def test_a_full_disk_costs_no_acknowledged_entry_and_the_desk_goes_on(small_disk: Path) -> None:
    path = small_disk / "a.night"
    with create_night(path, BRIEFING, "live") as night:
        night.drafts.save(declared("beta").contest, {"beta.1": "5"})
        ballast = fill(small_disk, leaving=60_000)
        kept = append_until_full(night)
        assert kept, "the last room is used"
        with pytest.raises(DiskFull):
            night.journal.append(declared("beta"))
        with suppress(DiskFull):
            night.drafts.save(declared("beta").contest, {"beta.1": "5" * 50_000})
        assert night.journal.entries() == kept
        ballast.unlink()
        kept.append(night.journal.append(declared("beta")))
        assert night.drafts.get(declared("beta").contest) == {"beta.1": "5"}
    with open_night(path) as night:
        assert night.journal.entries() == kept
    assert verify(path) == ()


def test_a_night_closed_on_a_full_disk_opens_again_whole(small_disk: Path) -> None:
    path = small_disk / "a.night"
    with create_night(path, BRIEFING, "live") as night:
        ballast = fill(small_disk, leaving=60_000)
        kept = append_until_full(night)
        with pytest.raises(DiskFull):
            night.backup(small_disk / "copy.night")
    assert not (small_disk / "copy.night").exists()
    ballast.unlink()
    with open_night(path) as night:
        assert night.journal.entries() == kept
    assert verify(path) == ()


def test_a_night_on_a_full_disk_can_be_read(small_disk: Path) -> None:
    path = small_disk / "a.night"
    with create_night(path, BRIEFING, "live") as night:
        night.journal.append(declared())
    fill(small_disk)
    with open_night(path, read_only=True) as night:
        assert night.journal.last_seq() == 1
        assert night.briefing() == BRIEFING
