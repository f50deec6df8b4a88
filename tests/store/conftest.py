"""A live night of the made-up town, open for one test."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from night_files import new_night

from resultsdesk.store.night_file import NightFile


@pytest.fixture
def night(tmp_path: Path) -> Iterator[NightFile]:
    with new_night(tmp_path) as file:
        yield file


@pytest.fixture
def another(night: NightFile) -> Iterator[sqlite3.Connection]:
    """Another program's connection to the same night, with SQLite's own settings."""
    with closing(sqlite3.connect(night.path, isolation_level=None)) as connection:
        yield connection
