"""Pinned lines: in the file, in their order, for every desk of the night."""

from pathlib import Path

import pytest
from night_files import new_night

from resultsdesk.store.night_file import NightFile, open_night
from resultsdesk.store.trouble import ReadOnlyNight


def test_pins_are_kept_in_the_order_they_were_put_in(night: NightFile) -> None:
    for line in ("gain:beta", "closest", "gain:beta", "first:“Sŵn”"):
        night.pins.pin(line)
    assert night.pins.load() == ("gain:beta", "closest", "first:“Sŵn”")
    night.pins.unpin("gain:beta")
    night.pins.unpin("nowhere")
    with open_night(night.path) as other:
        assert other.pins.load() == ("closest", "first:“Sŵn”")


def test_another_desk_sees_them(tmp_path: Path) -> None:
    with new_night(tmp_path) as one, open_night(one.path) as two:
        one.pins.pin("closest")
        assert two.pins.load() == ("closest",)


def test_whoever_only_reads_pins_nothing(night: NightFile) -> None:
    with open_night(night.path, read_only=True) as reader, pytest.raises(ReadOnlyNight):
        reader.pins.pin("closest")
    assert night.pins.load() == ()
