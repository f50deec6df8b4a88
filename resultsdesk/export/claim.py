"""A file that one program alone has: it is free again when the program ends, however it ends."""

import os
from pathlib import Path


class Claim:
    """A claim on a file, which is made where it is not there; `held` says whether nobody else has it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = claimed(path)

    @property
    def held(self) -> bool:
        """Return whether it is this program's; where a disk knows no locks it is nobody's."""
        return self._file is not None

    def end(self) -> None:
        """Let go of it and take the file away, in between which nobody can have it but on Windows."""
        if os.name != "nt":
            self._path.unlink(missing_ok=True)
        if self._file is not None:
            os.close(self._file)
            self._file = None
        self._path.unlink(missing_ok=True)


def claimed(path: Path) -> int | None:
    """Return an open file that nobody else can have until it is closed, None where another has it."""
    file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]  # there on Windows alone
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(file)
        return None
    return file
