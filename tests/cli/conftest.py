"""Night files for the command line: the made-up town's, and the real night of 2024 played to its end."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import disks
import pytest
from command_line import Answer, run
from night_files import BRIEFING

from resultsdesk.store.night_file import create_night


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A rehearsal of the town in which nothing has been entered."""
    path = tmp_path / "town.night"
    create_night(path, BRIEFING, "rehearsal").close()
    return path


@pytest.fixture
def key(town: Path) -> Callable[..., Answer]:
    """Key into the town's night."""
    return lambda *words: run("key", town, *words)


@pytest.fixture(scope="session")
def uk_2024_played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The general election of 2024, played to its end from the command line."""
    path = tmp_path_factory.mktemp("uk") / "uk.night"
    played = run("rehearse", path, "--briefing", "uk-2024", "--headless", "--speed", "max")
    assert played.status == 0, played.said[-2000:]
    return path


@pytest.fixture
def uk_2024(uk_2024_played: Path, tmp_path: Path) -> Path:
    """A copy of that night, to write in."""
    return Path(shutil.copyfile(uk_2024_played, tmp_path / "uk.night"))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """An empty disk of one megabyte."""
    with disks.small(tmp_path / "disk") as folder:
        yield folder


@pytest.fixture
def seal(tmp_path: Path) -> Iterator[Callable[[], None]]:
    """A function that makes the folder `sealed` one nobody can write in."""
    with disks.sealable(tmp_path / "sealed") as seal_it:
        yield seal_it
