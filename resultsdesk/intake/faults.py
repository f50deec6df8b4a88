"""What is wrong with a file, as values: where, what, and what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Severity(StrEnum):
    """Errors keep a briefing from being used; warnings ask for a look; infos are good to know."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: `line` counts from 1 and is 0 for the whole file; `text` says what and the remedy."""

    file: str
    line: int
    code: str
    text: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        where = f"{self.file}, line {self.line}" if self.line else self.file
        return f"{where}: {self.text} [{self.code}]"


class BriefingFaults(Exception):
    """A briefing that cannot be used: carries every fault found in it, worst first."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = in_order(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class IntakeError(Exception):
    """A publisher's file that cannot be read as what it was said to be: one sentence, with the remedy."""


def unreadable(path: Path, error: OSError) -> IntakeError:
    """Return the failure for a file the system does not give."""
    return IntakeError(f"{path} cannot be read ({error.strerror or error}): check its name, and that you may read it.")


def not_a_file(path: Path) -> IntakeError:
    """Return the failure for a pipe or a device, which would keep whoever opens it waiting."""
    return IntakeError(f"{path} is a pipe or a device: save what comes from it as a file, and give that.")


class Faults:
    """Collects faults while files are read, so that all are told at once."""

    def __init__(self) -> None:
        self.found: list[Fault] = []

    def error(self, file: str, line: int, code: str, text: str) -> None:
        """Note an error."""
        self.found.append(Fault(file, line, code, text))

    def warn(self, file: str, line: int, code: str, text: str) -> None:
        """Note a warning."""
        self.found.append(Fault(file, line, code, text, Severity.WARNING))

    def inform(self, file: str, line: int, code: str, text: str) -> None:
        """Note something good to know."""
        self.found.append(Fault(file, line, code, text, Severity.INFO))

    def raise_errors(self) -> None:
        """Raise BriefingFaults with all that was found, if any of it is an error."""
        if any(fault.severity is Severity.ERROR for fault in self.found):
            raise BriefingFaults(self.found)


def in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Return faults worst first, then by file and line."""
    worst = list(Severity)
    return tuple(sorted(faults, key=lambda one: (worst.index(one.severity), one.file, one.line)))
