"""Night files for the command line: the made-up town's, and the real night of 2024 played to its end."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

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
    """An empty disk of one megabyte, where this system lets us make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if not sys.platform.startswith("linux"):
        pytest.skip("a small disk is made with Linux's tmpfs")
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    made = subprocess.run(mount, capture_output=True, text=True)
    if made.returncode:
        pytest.skip(f"no small disk can be mounted here: {made.stderr.strip()}")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture
def read_only_disk(tmp_path: Path) -> Iterator[Callable[[], Path]]:
    """A folder, and a function that makes it one nobody can write in."""
    folder = tmp_path / "sealed"
    folder.mkdir()
    if not sys.platform.startswith("linux"):
        pytest.skip("a read-only disk is made with Linux's bind mounts")
    made = subprocess.run(["mount", "--bind", str(folder), str(folder)], capture_output=True, text=True)
    if made.returncode:
        pytest.skip(f"no read-only disk can be mounted here: {made.stderr.strip()}")

    def seal() -> Path:
        subprocess.run(["mount", "-o", "remount,ro,bind", str(folder)], check=True, capture_output=True)
        return folder

    yield seal
    subprocess.run(["umount", str(folder)], check=True)
