"""What an operator wants done to one contest. `after` is the last entry of the contest the operator had seen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict

from resultsdesk.night.briefing import ContestId
from resultsdesk.psephology.candidacy import CandidacyId

EntryId = str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """A count as keyed: a vote is None where its box is empty; check figures are what was read out, where it was."""

    votes: Mapping[CandidacyId, int | None]
    rejected: int | None = None
    papers: int | None = None
    read_out: int | None = None
    announced_majority: int | None = None
    lot: tuple[CandidacyId, ...] = ()

    @property
    def complete(self) -> bool:
        """Return whether every candidacy has a figure."""
        return bool(self.votes) and None not in self.votes.values()


class Shared(TypedDict):
    """What every command is made with, for whoever makes one of several kinds."""

    contest: ContestId
    after: EntryId | None
    accepted: frozenset[str]
    reason: str
    source: str
    declared_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """What every command has. `accepted` are the codes of warnings the operator has acknowledged."""

    contest: ContestId
    after: EntryId | None = None
    accepted: frozenset[str] = frozenset()
    reason: str = ""
    source: str = "keyed"
    declared_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Flash(Command):
    """The winner is known before the figures."""

    winner: CandidacyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Declare(Command):
    """The returning officer has declared."""

    figures: Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """A declared count was wrong: these figures supersede it."""

    figures: Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRecount(Command):
    """The papers are being counted again before any declaration; the first count is kept, where there is one."""

    figures: Figures | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Retract(Command):
    """What was entered for this contest should not have been: it is awaited again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclareUnopposed(Command):
    """No more candidacies than vacancies: all are elected without a poll."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Postpone(Command):
    """The poll does not take place tonight."""
