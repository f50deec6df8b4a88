"""The feeds as files, for readers that watch a folder: each replaced in one step, never seen half written."""

import logging
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

log = logging.getLogger(__name__)


class FeedFolder:
    """Writes files of one folder. A disk that refuses is written about once, and tried again at the next change."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._written: dict[str, bytes] = {}
        self.trouble = ""

    def write(self, files: Iterable[tuple[str, bytes]]) -> bool:
        """Write the files that are not as they were; return whether all are on the disk."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            for name, body in files:
                if self._written.get(name) != body:
                    replace_file(self._folder / name, body)
                    self._written[name] = body
        except OSError as error:
            said = f"The feeds cannot be written to {self._folder}: {error.strerror}."
            if said != self.trouble:
                log.warning("%s", said)
            self.trouble = said
            return False
        self.trouble = ""
        return True


def replace_file(path: Path, body: bytes) -> None:
    """Put a whole file in the place of what was there."""
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(body)
            os.fchmod(file.fileno(), 0o644) if hasattr(os, "fchmod") else None
        Path(beside).replace(path)
    except OSError:
        Path(beside).unlink(missing_ok=True)
        raise
