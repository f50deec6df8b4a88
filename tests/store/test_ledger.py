import sqlite3
from datetime import timedelta

import pytest
from night_files import declared
from town import LATER

from resultsdesk.store.ledger import Airing
from resultsdesk.store.night_file import NightFile
from resultsdesk.store.trouble import Refused

SOON, LAST = LATER + timedelta(minutes=1), LATER + timedelta(minutes=2)


def test_airings_begin_and_end(night: NightFile) -> None:
    night.journal.append(declared("alpha"))
    night.journal.append(declared("beta"))
    night.ledger.begin(1, "presenter", LATER)
    night.ledger.begin(1, "browser", LATER)
    night.ledger.begin(2, "presenter", SOON)
    night.ledger.end(1, "presenter", SOON)
    assert night.ledger.airings() == (
        Airing(1, "presenter", LATER, SOON),
        Airing(1, "browser", LATER),
        Airing(2, "presenter", SOON),
    )


def test_beginning_or_ending_twice_changes_nothing(night: NightFile) -> None:
    night.journal.append(declared())
    night.ledger.begin(1, "presenter", LATER)
    night.ledger.begin(1, "presenter", SOON)
    night.ledger.end(1, "presenter", SOON)
    night.ledger.end(1, "presenter", LAST)
    assert night.ledger.airings() == (Airing(1, "presenter", LATER, SOON),)
    night.ledger.begin(1, "presenter", LAST)
    assert night.ledger.airings()[1:] == (Airing(1, "presenter", LAST),)


def test_what_was_never_declared_cannot_be_on_air(night: NightFile) -> None:
    with pytest.raises(Refused):
        night.ledger.begin(1, "presenter", LATER)
    assert night.ledger.airings() == ()


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM airings",
        "UPDATE airings SET aired_to = NULL",
        "UPDATE airings SET aired_to = 'later'",
        "UPDATE airings SET output = 'another'",
    ],
)
def test_what_was_on_air_stays_known(night: NightFile, another: sqlite3.Connection, statement: str) -> None:
    night.journal.append(declared())
    night.ledger.begin(1, "presenter", LATER)
    night.ledger.end(1, "presenter", SOON)
    with pytest.raises(sqlite3.IntegrityError, match="on air"):
        another.execute(statement)
