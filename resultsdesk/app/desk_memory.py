"""What a desk leaves on its machine for itself, should it end by itself: its name at a night, and what it had open."""

import logging
import tomllib
from pathlib import Path

import tomli_w

log = logging.getLogger(__name__)

NAME, OPEN = "name", "open"


class DeskMemory:
    """A small TOML file at a place of a night, read once and written at each change.

    Nothing depends on it: what cannot be read is forgotten, what cannot be written is logged.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept = _read(path)

    @property
    def name(self) -> str:
        """Return what the desk was called here; empty where it never was."""
        name = self._kept.get(NAME, "")
        return name if isinstance(name, str) else ""

    @property
    def open(self) -> frozenset[str]:
        """Return what is open beside the desk, at first what was when it ended by itself."""
        left = self._kept.get(OPEN, [])
        return frozenset(one for one in left if isinstance(one, str)) if isinstance(left, list) else frozenset()

    def keep_name(self, name: str) -> None:
        """Keep what the desk is called here."""
        if name != self.name:
            self._keep(NAME, name)

    def keep_open(self, what: str, is_open: bool) -> None:
        """Keep whether something is open beside the desk."""
        now = self.open | {what} if is_open else self.open - {what}
        if now != self.open:
            self._keep(OPEN, sorted(now))

    def _keep(self, key: str, value: object) -> None:
        self._kept = {**self._kept, key: value}
        try:
            self._path.write_text(tomli_w.dumps(self._kept), encoding="utf-8")
        except OSError as error:
            log.warning("What is open beside the desk could not be kept in %s: %s", self._path, error.strerror)


def free_name(first: int, taken: frozenset[str]) -> str:
    """Return `Desk 1`, or the next that is free from number `first` on."""
    number = first
    while (name := f"Desk {number}") in taken:
        number += 1
    return name


def _read(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:  # TOML's and Unicode's errors are ValueErrors
        log.warning("What the desk left in %s cannot be read: %s", path, error)
        return {}
