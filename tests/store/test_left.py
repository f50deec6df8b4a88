"""What was aired wrong and left as it was: known to every desk, and for good."""

import sqlite3
from pathlib import Path

import pytest
from night_files import new_night
from town import LATER

from resultsdesk.air.left import Left
from resultsdesk.store.night_file import NightFile, open_night


def test_what_is_left_is_known_to_every_desk_and_after_a_restart(tmp_path: Path) -> None:
    with new_night(tmp_path) as night, open_night(night.path) as other:
        night.programme.leave("presenter", "alpha/1/2", LATER, "Desk 1")
        assert other.programme.left() == (Left("presenter", "alpha/1/2", LATER, "Desk 1"),)
        path = night.path
    with open_night(path, read_only=True) as night:
        assert night.programme.left() == (Left("presenter", "alpha/1/2", LATER, "Desk 1"),)


def test_it_is_left_on_one_output_and_whoever_did_so_first_stays_known(night: NightFile) -> None:
    night.programme.leave("presenter", "alpha/1/2", LATER, "Desk 1")
    night.programme.leave("presenter", "alpha/1/2", LATER, "Desk 2")
    night.programme.leave("browser", "alpha/1/2", LATER, "Desk 2")
    assert [(one.output, one.by) for one in night.programme.left()] == [("presenter", "Desk 1"), ("browser", "Desk 2")]


@pytest.mark.parametrize("statement", ["DELETE FROM left_as_aired", "UPDATE left_as_aired SET left_by = ''"])
def test_it_is_never_taken_back(night: NightFile, another: sqlite3.Connection, statement: str) -> None:
    night.programme.leave("presenter", "alpha/1/2", LATER, "Desk 1")
    with pytest.raises(sqlite3.IntegrityError, match="stays known"):
        another.execute(statement)
