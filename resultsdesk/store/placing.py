"""A new file appears whole or not at all, and never in the place of another."""

import os
import re
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from resultsdesk.disk import onto_disk
from resultsdesk.store.trouble import Missing, NightExists, about, exists, in_words

COMPANIONS = ("-wal", "-shm", "-journal")
"""What SQLite writes beside a file it has open."""
LONG_DEAD = 3600.0
"""After how many seconds without a change nobody is building any more; it takes one or two."""


@contextmanager
def placed(path: Path) -> Iterator[Path]:
    """Give a name beside `path` to build in; when all went well the file is put at `path`, else nothing is left."""
    _look_for_room(path)
    _clear_leftovers(path)
    building = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with in_words(path):
            yield building
            onto_disk(building)
            _rename(building, path)
            onto_disk(path.parent)
    finally:
        for leftover in (building, *(building.with_name(building.name + end) for end in COMPANIONS)):
            with suppress(OSError):  # already gone, or on a disk that has gone
                leftover.unlink()


def _look_for_room(path: Path) -> None:
    with in_words(path):
        if not path.parent.is_dir():
            raise about(path, Missing, "There is no folder {folder}.", "Make it first, or choose another.")
        if path.exists():
            raise exists(path)
        for leftover in (path.with_name(path.name + end) for end in COMPANIONS):
            if leftover.exists():
                # SQLite would read it into the new file.
                raise about(
                    leftover,
                    NightExists,
                    "{folder} still has {name}, left by an earlier night of that name.",
                    "Put it back beside the night it belongs to, move it away, or choose another name.",
                )


def _clear_leftovers(path: Path) -> None:
    """Remove what a program that was killed while building this file has left beside it."""
    name = re.compile(rf"\.{re.escape(path.name)}\.[0-9a-f]{{8}}\.part({'|'.join(COMPANIONS)})?")
    with suppress(OSError):  # what cannot be listed or removed is in nobody's way
        for leftover in path.absolute().parent.iterdir():
            if name.fullmatch(leftover.name) and time.time() - leftover.stat().st_mtime > LONG_DEAD:
                leftover.unlink()


def _rename(building: Path, path: Path) -> None:
    """Rename without overwriting: by a hard link, which fails where the name is taken, as renaming does on Windows."""
    if os.name != "nt":
        try:
            os.link(building, path)
        except FileExistsError:
            raise
        except OSError:
            pass  # a disk without hard links
        else:
            building.unlink()
            return
        if path.exists():
            raise exists(path)
    building.rename(path)
