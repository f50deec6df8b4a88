"""Disks that are really full and really read-only, and permissions that bind root too, where this system lets us."""

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

ROOM = 1 << 20
"""The bytes of a small disk."""

FORBIDS_NOTHING = (1 << 1) | (1 << 2)
"""Linux's CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH: with them no permission of a file is asked for."""


@contextmanager
def small(folder: Path) -> Iterator[Path]:
    """Give an empty disk of one megabyte."""
    _mount(folder, "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@contextmanager
def sealable(folder: Path) -> Iterator[Callable[[], None]]:
    """Give a function that makes a folder one nobody can write in."""
    _mount(folder, "--bind", str(folder))
    try:
        yield lambda: _seal(folder)
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@contextmanager
def permissions_bind() -> Iterator[None]:
    """Have what is forbidden be forbidden to this thread too, although root may run the tests."""
    if os.name == "nt":
        pytest.skip("Windows keeps permissions elsewhere")
    if os.geteuid() != 0:
        yield
        return
    if not sys.platform.startswith("linux"):
        pytest.skip("nothing is forbidden to root")
    had = _capabilities()
    _allow((had[0] & ~FORBIDS_NOTHING, *had[1:]))
    try:
        yield
    finally:
        _allow(had)


@contextmanager
def forbidden(folder: Path) -> Iterator[None]:
    """Have nobody write in a folder, nor in its files, for want of permission."""
    with ExitStack() as undoing:
        undoing.enter_context(permissions_bind())
        for one in (*folder.iterdir(), folder):
            mode = one.stat().st_mode
            one.chmod(mode & 0o555)
            undoing.callback(one.chmod, mode)
        yield


def _mount(folder: Path, *words: str) -> None:
    folder.mkdir(exist_ok=True)
    if not sys.platform.startswith("linux"):
        pytest.skip("such a disk is made with Linux's mounts")
    made = subprocess.run(["mount", *words, str(folder)], capture_output=True, text=True)
    if made.returncode:
        pytest.skip(f"no such disk can be mounted here: {made.stderr.strip()}")


def _seal(folder: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro,bind", str(folder)], check=True, capture_output=True)


_Words = tuple[int, ...]
_HEAD = (0x20080522, 0)
"""Linux's third version of the call, for the thread that asks."""


def _capabilities() -> _Words:
    """Return this thread's capabilities: effective, permitted and inheritable, the lower half and then the upper."""
    found = (ctypes.c_uint32 * 6)()
    if ctypes.CDLL(None).capget((ctypes.c_uint32 * 2)(*_HEAD), found):
        pytest.skip("nothing is forbidden to root")
    return tuple(found)


def _allow(capabilities: _Words) -> None:
    made = ctypes.CDLL(None).capset((ctypes.c_uint32 * 2)(*_HEAD), (ctypes.c_uint32 * 6)(*capabilities))
    assert made == 0
