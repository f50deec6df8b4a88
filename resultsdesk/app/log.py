"""The log: what went wrong, with what is needed to mend it. Nothing of a night's figures is in it."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from resultsdesk import __version__
from resultsdesk.settings import log_file

log = logging.getLogger("resultsdesk")
FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"


@contextmanager
def kept_log() -> Iterator[Path | None]:
    """Have warnings and worse written to the log file meanwhile; give its path, or None where it cannot be written."""
    file = log_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler = logging.FileHandler(file, encoding="utf-8")
    except OSError:
        yield None
        return
    handler.setFormatter(logging.Formatter(FORM))
    handler.setLevel(logging.WARNING)
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        yield file
    finally:
        root.removeHandler(handler)
        handler.close()


def note_bug(error: BaseException, context: str) -> None:
    """Log a mistake of the program with what was going on."""
    log.error("version %s, %s", __version__, context, exc_info=error)
