"""Whose a display is: a live night's keeps every rehearsal off it, in this program and in any other on this machine."""

import hashlib
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QLockFile


class Answer(Enum):
    """What becomes of a claim."""

    GRANTED = "granted"
    REFUSED = "a live night is shown there"
    ASK = "a rehearsal is shown there"


class Claim:
    """A claim to one display for one kind of night. It ends with the process at the latest."""

    def __init__(self, folder: Path, display: str, rehearsal: bool) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        name = hashlib.sha256(display.encode("utf-8")).hexdigest()[:16]
        self._live = _lock(folder / f"{name}.live")
        self._rehearsal = _lock(folder / f"{name}.rehearsal")
        self._own = self._rehearsal if rehearsal else self._live
        self._is_rehearsal = rehearsal

    def make(self, asked: bool = False) -> Answer:
        """Claim the display. `asked` says that a person wants it although a rehearsal is shown there."""
        if self._is_rehearsal:
            if _held(self._live):
                return Answer.REFUSED
        elif not asked and _held(self._rehearsal):
            return Answer.ASK
        self._own.tryLock(0)  # a second window of the same kind shares the display: that is no danger
        return Answer.GRANTED

    def end(self) -> None:
        """Let go of the display."""
        self._own.unlock()


def _lock(path: Path) -> QLockFile:
    lock = QLockFile(str(path))
    lock.setStaleLockTime(0)  # a night is long; only the end of its process makes a claim stale
    return lock


def _held(lock: QLockFile) -> bool:
    """Return whether somebody holds a lock."""
    if lock.isLocked():
        return True
    if lock.tryLock(0):
        lock.unlock()
        return False
    return True
