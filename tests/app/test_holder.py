"""Two desks that are called alike are two: what one has locked the other may not change."""

import subprocess
import sys
from pathlib import Path

import pytest
from night_files import new_night
from stations import TITLE

from resultsdesk.air.programme import Locked, words_of
from resultsdesk.app.holder import DeskPlace, place_at
from resultsdesk.app.serving import HeadlessDesk
from resultsdesk.night.rules import Author
from resultsdesk.store.night_file import open_night

ELSEWHERE = """
import sys
from pathlib import Path
from resultsdesk.app.serving import HeadlessDesk
from resultsdesk.night.rules import Author
from resultsdesk.store.night_file import open_night
with open_night(Path(sys.argv[1])) as file:
    HeadlessDesk(file, Author("AB", "Desk 1")).station.lock("presenter")
    print("locked", flush=True)
    sys.stdin.read()
"""


def test_another_program_of_the_same_name_is_kept_out(tmp_path: Path) -> None:
    with new_night(tmp_path) as file:
        place_at(file.path)  # this program was here first
        words = [sys.executable, "-c", ELSEWHERE, str(file.path)]
        with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
            assert other.stdout is not None
            assert other.stdout.readline() == "locked\n"
            station = HeadlessDesk(file, Author("AB", "Desk 1")).station
            assert station.programme.outputs["presenter"].locked_by == words_of(station.by) == "Desk 1"
            with pytest.raises(Locked, match=r"^Desk 1 has locked presenter"):
                station.air(TITLE, "presenter")
            other.communicate()
        station.unlock("presenter", force=True)
        station.lock("presenter")
        station.air(TITLE, "presenter")


def test_a_desk_that_comes_back_is_who_it_was(tmp_path: Path) -> None:
    night = tmp_path / "a.night"
    first, second = DeskPlace(night, tmp_path / "desks"), DeskPlace(night, tmp_path / "desks")
    assert first.holds("Desk 1") != second.holds("Desk 1")
    assert words_of(second.holds("Desk 1")) == "Desk 1"
    known = first.holds("Desk 1")
    first.end()
    again = DeskPlace(night, tmp_path / "desks")
    assert again.holds("Desk 1") == known
    other = DeskPlace(tmp_path / "b.night", tmp_path / "desks")
    assert other.number == 1, "another night has places of its own"
    for one in (again, second, other):
        one.end()


def test_one_program_has_one_place_at_a_night(tmp_path: Path) -> None:
    with new_night(tmp_path) as file, open_night(file.path) as again:
        assert place_at(file.path) is place_at(again.path)
