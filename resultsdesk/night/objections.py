"""What is wrong with a command, or looks wrong: values with a stable code, never exceptions."""

from dataclasses import dataclass
from enum import StrEnum

from resultsdesk.psephology.candidacy import CandidacyId


class Severity(StrEnum):
    """Errors block a command; warnings ask to be acknowledged."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Objection:
    """One objection: what is wrong and what to do, in one sentence; `at` names the figures it is about."""

    code: str
    severity: Severity
    text: str
    at: tuple[CandidacyId, ...] = ()

    @property
    def blocks(self) -> bool:
        """Return whether nothing can be committed until this is put right."""
        return self.severity is Severity.ERROR


def error(code: str, text: str, *at: CandidacyId) -> Objection:
    """Return an objection that blocks."""
    return Objection(code, Severity.ERROR, text, at)


def warning(code: str, text: str, *at: CandidacyId) -> Objection:
    """Return an objection that asks."""
    return Objection(code, Severity.WARNING, text, at)
