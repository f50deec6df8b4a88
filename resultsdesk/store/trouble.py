"""What can be wrong with a night file, each in one sentence with its remedy."""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from resultsdesk.night.trouble import Trouble

NEARLY_FULL = 1 << 20
"""With fewer free bytes than this a failed write is taken for a full disk."""

DISK_FULL_ERRNOS = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
NOT_OUR_SCHEMA = ("no such", "mismatch", "malformed")
"""What SQLite says of statements that are right where the schema is not the one that was written."""

READ_ONLY_ERRNOS = {errno.EACCES, errno.EPERM, errno.EROFS}
LEADS_NOWHERE_ERRNOS = {errno.ENOTDIR, errno.ELOOP}
"""What is said of a path through a file, and of a link that leads back to itself."""


class NightFileError(Trouble):
    """A known failure of one night file, `path`."""

    path: Path


Failure = TypeVar("Failure", bound=NightFileError)


class Missing(NightFileError):
    """There is no such file, or no such folder to put it in."""


class Unreadable(NightFileError):
    """The system does not let this person read it."""


class NotANight(NightFileError):
    """It is something else: no database, or another program's."""


class NewerNight(NightFileError):
    """A newer version of the program made it."""


class DamagedNight(NightFileError):
    """Its bytes are not as they were written."""


class ReadOnlyNight(NightFileError):
    """It can be read but not written."""


class DiskFull(NightFileError):
    """There is no room left; what was to be written is not acknowledged."""


class DiskFailed(NightFileError):
    """The system could not read or write for another reason."""


class NightLocked(NightFileError):
    """Another program has kept it locked for longer than anyone should wait."""


class NightExists(NightFileError):
    """There is a file of that name already; nothing is ever overwritten."""


class BriefingRefused(NightFileError):
    """The briefing contradicts itself, so that no night can be made of it."""


class Refused(NightFileError):
    """SQLite's own constraints refused what the rules should have stopped, such as a vote for nobody standing."""


def about(path: Path, kind: type[Failure], sentence: str, remedy: str) -> Failure:
    """Return a failure of one file; `{name}` and `{folder}` in the words become the file's."""

    def named(words: str) -> str:
        return words.replace("{name}", path.name or str(path.absolute())).replace(
            "{folder}", str(path.absolute().parent)
        )

    error = kind(named(sentence), named(remedy))
    error.path = path
    return error


def missing(path: Path) -> NightFileError:
    """Return the failure for a file that is not there."""
    return about(path, Missing, "There is no file {name} in {folder}.", "Check the name, or make it with a new night.")


def read_only(path: Path) -> NightFileError:
    """Return the failure for a file that cannot be written."""
    return about(
        path,
        ReadOnlyNight,
        "{name} cannot be written: the file or its folder {folder} is read-only.",
        "Copy the file to a folder you may write in, or open it for reading only.",
    )


def damaged(path: Path) -> NightFileError:
    """Return the failure for a file whose bytes are not what was written."""
    return about(
        path,
        DamagedNight,
        "{name} is damaged.",
        "Leave it as it is, work on a backup, and run `resultsdesk verify` on both to see what each still holds.",
    )


def disk_full(path: Path) -> NightFileError:
    """Return the failure for a write that found no room."""
    return about(
        path,
        DiskFull,
        "The disk with {name} is full, so this was not saved.",
        "Free some space and do it again: everything acknowledged before is safe.",
    )


def unreadable(path: Path) -> NightFileError:
    """Return the failure for a file this person may not read."""
    return about(path, Unreadable, "{name} may not be read by you.", "Ask its owner for permission, or for a copy.")


def exists(path: Path) -> NightFileError:
    """Return the failure for a name that is taken."""
    return about(
        path, NightExists, "{folder} already has a file {name}.", "Choose another name, or open the one that is there."
    )


def failed(path: Path, why: str) -> NightFileError:
    """Return the failure for a disk that did not do as asked."""
    return about(
        path,
        DiskFailed,
        f"The disk with {{name}} could not be read or written ({why}).",
        "Check the disk or the network drive, then open the night again: everything acknowledged before is safe.",
    )


def told(error: sqlite3.Error | OSError, path: Path) -> NightFileError | None:
    """Return a system's or SQLite's error in the operator's words, or None where it is a bug of ours."""
    if isinstance(error, OSError):
        return _told_by_system(error, path)
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # The one error without a code that a file can cause: text that is not UTF-8.
        return damaged(path) if "decode" in str(error) else None
    match code & 0xFF:
        case sqlite3.SQLITE_FULL:
            return disk_full(path)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return about(
                path,
                NightLocked,
                "{name} is locked by another program.",
                "Close the program that has it open (a database browser, a backup), then do it again.",
            )
        case sqlite3.SQLITE_CONSTRAINT:
            return about(
                path,
                Refused,
                f"{{name}} refused this: {error}.",
                "Nothing was written; look at it again, and report it if it is right.",
            )
        case sqlite3.SQLITE_CORRUPT:
            return damaged(path)
        case sqlite3.SQLITE_NOTADB:
            return not_a_night(path)
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return read_only(path) if path.exists() else missing(path)
        case sqlite3.SQLITE_IOERR:
            return disk_full(path) if _nearly_full(path) else failed(path, str(error))
        case sqlite3.SQLITE_ERROR if any(words in str(error) for words in NOT_OUR_SCHEMA):
            return damaged(path)
    return None


def not_a_night(path: Path) -> NightFileError:
    """Return the failure for a file that is something else, or a folder."""
    if path.is_dir():
        return about(path, NotANight, "{name} is a folder, not a night file.", "Name the file; they end in .night.")
    return about(
        path, NotANight, "{name} is not a night file.", "Choose a file made by Results Desk; they end in .night."
    )


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system raise inside into the failures above; bugs pass through as they are."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        known = told(error, path)
        if known is None:
            raise
        raise known from error
    except UnicodeDecodeError as error:
        # SQLite quotes the damaged bytes in its message, and Python cannot read the message.
        raise damaged(path) from error


def _told_by_system(error: OSError, path: Path) -> NightFileError | None:
    if isinstance(error, FileNotFoundError) or error.errno in LEADS_NOWHERE_ERRNOS:
        return missing(path)
    if error.errno == errno.ENAMETOOLONG:
        return about(path, Missing, f"The name {path.name[:20]}… is too long for this disk.", "Choose a shorter one.")
    if isinstance(error, FileExistsError):
        return exists(path)
    if isinstance(error, IsADirectoryError):
        return not_a_night(path)
    if error.errno in DISK_FULL_ERRNOS:
        return disk_full(path)
    if error.errno in READ_ONLY_ERRNOS:
        return read_only(path)
    return failed(path, error.strerror or str(error))


def _nearly_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < NEARLY_FULL
    except OSError:
        return False
