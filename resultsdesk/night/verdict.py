"""What would come of a command: the same value while the operator types and when the declaration is made."""

from dataclasses import dataclass

from resultsdesk.night.entries import NewEntry
from resultsdesk.night.objections import Objection, Severity
from resultsdesk.night.standing import Standing


@dataclass(frozen=True, slots=True)
class Verdict:
    """Objections, errors first; the entry to be; the contest before and as it would be.

    `entry` and `after` are None while the command says too little to make an entry of.
    """

    objections: tuple[Objection, ...]
    before: Standing | None = None
    after: Standing | None = None
    entry: NewEntry | None = None
    accepted: frozenset[str] = frozenset()

    @property
    def errors(self) -> tuple[Objection, ...]:
        """Return the objections that block."""
        return tuple(one for one in self.objections if one.severity is Severity.ERROR)

    @property
    def asking(self) -> tuple[Objection, ...]:
        """Return the warnings nobody has acknowledged yet."""
        return tuple(one for one in self.objections if not one.blocks and one.code not in self.accepted)

    @property
    def ready(self) -> bool:
        """Return whether the entry may be committed as it stands."""
        return self.entry is not None and not self.errors and not self.asking
