"""A live night of the made-up town, open for one test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from night_files import new_night

from resultsdesk.store.night_file import NightFile


@pytest.fixture
def night(tmp_path: Path) -> Iterator[NightFile]:
    with new_night(tmp_path) as file:
        yield file
