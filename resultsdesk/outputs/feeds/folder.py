"""The feeds as files, for readers that watch a folder: each replaced in one step, never seen half written."""

import json
import logging
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from resultsdesk.night.trouble import Trouble

MARKED = "flat.json"
"""The file that tells a live night's feeds from a rehearsal's."""

log = logging.getLogger(__name__)


class FeedFolder:
    """Writes files of one folder. A disk that refuses is written about once, and tried again at the next change."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._written: dict[str, bytes] = {}
        self.trouble = ""

    def refuse_rehearsal(self) -> None:
        """Raise Trouble where a live night's feeds are in the folder: whoever watches it would air a rehearsal's."""
        try:
            there = json.loads((self._folder / MARKED).read_bytes())
        except (OSError, ValueError, RecursionError):  # nothing is there, or nothing of ours
            return
        if isinstance(there, dict) and there.get("isTest") == "false":
            raise Trouble(
                f"{self._folder} has the feeds of a live night, which a rehearsal must not replace.",
                "Choose another folder for the rehearsal.",
            )

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
