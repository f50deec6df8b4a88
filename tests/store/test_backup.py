from pathlib import Path

import pytest
from night_files import declared, new_night

from resultsdesk.store.night_file import NightFile, open_night
from resultsdesk.store.trouble import Missing, NightExists
from resultsdesk.store.verify import verify


def test_a_backup_is_the_night_as_it_was(night: NightFile, tmp_path: Path) -> None:
    entry = night.journal.append(declared())
    night.backup(tmp_path / "copy.night")
    night.journal.append(declared("beta"))
    with open_night(tmp_path / "copy.night") as copy:
        assert copy.journal.entries() == [entry]
        assert copy.briefing() == night.briefing()
        assert copy.journal.append(declared("beta")).seq == 2
    assert verify(tmp_path / "copy.night") == ()


def test_a_reader_can_make_a_backup(night: NightFile, tmp_path: Path) -> None:
    night.journal.append(declared())
    with open_night(night.path, read_only=True) as reader:
        reader.backup(tmp_path / "copy.night")
    assert verify(tmp_path / "copy.night") == ()


def test_a_backup_overwrites_nothing_and_leaves_nothing_behind(night: NightFile, tmp_path: Path) -> None:
    (tmp_path / "copy.night").write_text("mine")
    before = {one.name for one in tmp_path.iterdir()}
    with pytest.raises(NightExists):
        night.backup(tmp_path / "copy.night")
    with pytest.raises(Missing):
        night.backup(tmp_path / "nowhere" / "copy.night")
    assert {one.name for one in tmp_path.iterdir()} == before
    assert (tmp_path / "copy.night").read_text() == "mine"


def test_a_closed_night_is_one_file_that_holds_everything(tmp_path: Path) -> None:
    with new_night(tmp_path) as night:
        entry = night.journal.append(declared())
    assert [one.name for one in tmp_path.iterdir()] == ["town.night"]
    moved = (tmp_path / "town.night").rename(tmp_path / "archive.night")
    with open_night(moved) as night:
        assert night.journal.entries() == [entry]


def test_a_reader_leaves_nothing_beside_the_file(tmp_path: Path) -> None:
    new_night(tmp_path).close()
    with open_night(tmp_path / "town.night", read_only=True) as night:
        night.briefing()
    assert [one.name for one in tmp_path.iterdir()] == ["town.night"]
