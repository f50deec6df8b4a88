"""What can be wrong with the place a summary goes to, each in one sentence with its remedy."""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from resultsdesk.night.trouble import Trouble

NEARLY_FULL = 1 << 20
"""With fewer free bytes than this a failed write is taken for a full disk."""

FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
READ_ONLY = {errno.EACCES, errno.EPERM, errno.EROFS}


class SummaryTrouble(Trouble):
    """The summary cannot be written there; the folder is as it was."""


def disk_full(folder: Path) -> SummaryTrouble:
    """Return the failure for a disk without room for the summary."""
    return SummaryTrouble(
        f"The disk with {folder} is full, so the summary was not written.", "Free some space, or choose another disk."
    )


@contextmanager
def in_words(folder: Path) -> Iterator[None]:
    """Turn what the system raises inside into a SummaryTrouble about the folder."""
    try:
        yield
    except OSError as error:
        raise told(error, folder) from error


def told(error: OSError, folder: Path) -> SummaryTrouble:
    """Return a system's error in words."""
    if error.errno in FULL or nearly_full(folder):
        return disk_full(folder)
    if error.errno in READ_ONLY:
        return SummaryTrouble(
            f"Nothing can be written in {folder}: it is read-only.", "Choose a folder you may write in."
        )
    return SummaryTrouble(
        f"The summary could not be written to {folder} ({error.strerror or error}).",
        "Check the disk or the network drive, or choose another folder.",
    )


def nearly_full(folder: Path) -> bool:
    """Return whether the disk of a folder, or of the nearest one above it that is there, has no room left."""
    for one in (folder, *folder.absolute().parents):
        try:
            return shutil.disk_usage(one).free < NEARLY_FULL
        except OSError:
            continue
    return False
