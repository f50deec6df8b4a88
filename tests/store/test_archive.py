import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import disks
import pytest
from night_files import BRIEFING, declared, new_night

from resultsdesk.store.night_file import NightFile, create_night, open_night
from resultsdesk.store.trouble import DiskFull, NightExists, NightFileError
from resultsdesk.store.verify import verify


def test_an_archive_is_the_night_without_what_is_half_typed(night: NightFile, tmp_path: Path) -> None:
    entry = night.journal.append(declared())
    night.drafts.save(declared("beta").contest, {"beta.1": "half typed"})
    night.archive(tmp_path / "copy.night")
    night.journal.append(declared("beta"))
    with open_night(tmp_path / "copy.night", read_only=True) as copy:
        assert copy.journal.entries() == [entry]
        assert copy.briefing() == night.briefing()
        assert not copy.drafts.get(declared("beta").contest)
    assert verify(tmp_path / "copy.night") == ()
    assert b"half typed" not in (tmp_path / "copy.night").read_bytes()
    assert night.drafts.get(declared("beta").contest) == {"beta.1": "half typed"}


@pytest.mark.parametrize("mode", ["live", "rehearsal"])
def test_an_archive_stays_what_it_was(tmp_path: Path, mode: str) -> None:
    with create_night(tmp_path / "a.night", BRIEFING, mode) as night:  # type: ignore[arg-type]  # one of the two
        night.archive(tmp_path / "copy.night")
    with open_night(tmp_path / "copy.night") as copy:
        assert copy.rehearsal == (mode == "rehearsal")
        copy.journal.append(declared())


def test_a_reader_can_make_an_archive_and_still_cannot_write(night: NightFile, tmp_path: Path) -> None:
    night.journal.append(declared())
    with open_night(night.path, read_only=True) as reader:
        reader.archive(tmp_path / "copy.night")
        with pytest.raises(NightFileError):
            reader.journal.append(declared("beta"))
    assert verify(tmp_path / "copy.night") == ()


def test_an_archive_can_be_made_of_a_file_nobody_may_write(sealed: Callable[[], None], tmp_path: Path) -> None:
    with new_night(tmp_path / "sealed") as night:
        night.journal.append(declared())
    sealed()
    with open_night(tmp_path / "sealed" / "town.night", read_only=True) as reader:
        reader.archive(tmp_path / "copy.night")
    assert verify(tmp_path / "copy.night") == ()


def test_an_archive_overwrites_nothing(night: NightFile, tmp_path: Path) -> None:
    (tmp_path / "copy.night").write_text("mine")
    with pytest.raises(NightExists):
        night.archive(tmp_path / "copy.night")
    assert (tmp_path / "copy.night").read_text() == "mine"


def test_an_archive_that_finds_no_room_leaves_nothing(night: NightFile, tmp_path: Path) -> None:
    night.journal.append(declared())
    with disks.small(tmp_path / "disk") as disk:
        with suppress(OSError), (disk / "ballast").open("wb", buffering=0) as file:
            while True:
                file.write(b"x" * 4096)
        os.truncate(disk / "ballast", (disk / "ballast").stat().st_size - 20_000)
        with pytest.raises(DiskFull):
            night.archive(disk / "copy.night")
        assert [one.name for one in disk.iterdir()] == ["ballast"]


@pytest.fixture
def sealed(tmp_path: Path) -> Iterator[Callable[[], None]]:
    with disks.sealable(tmp_path / "sealed") as seal:
        yield seal
