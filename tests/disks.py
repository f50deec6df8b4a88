"""Disks that are really full and really read-only, where this system lets us make them."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def small(folder: Path) -> Iterator[Path]:
    """Give an empty disk of one megabyte."""
    _mount(folder, "-t", "tmpfs", "-o", "size=1m", "tmpfs")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@contextmanager
def sealable(folder: Path) -> Iterator[Callable[[], None]]:
    """Give a function that makes a folder one nobody can write in."""
    _mount(folder, "--bind", str(folder))
    yield lambda: _seal(folder)
    subprocess.run(["umount", str(folder)], check=True)


def _mount(folder: Path, *words: str) -> None:
    folder.mkdir(exist_ok=True)
    if not sys.platform.startswith("linux"):
        pytest.skip("such a disk is made with Linux's mounts")
    made = subprocess.run(["mount", *words, str(folder)], capture_output=True, text=True)
    if made.returncode:
        pytest.skip(f"no such disk can be mounted here: {made.stderr.strip()}")


def _seal(folder: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro,bind", str(folder)], check=True, capture_output=True)
