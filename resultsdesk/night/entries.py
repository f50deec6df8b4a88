"""Entries: what the journal keeps. Only ever added; each names the one before it in its contest."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from enum import StrEnum

from resultsdesk.night.briefing import ContestId
from resultsdesk.night.commands import EntryId
from resultsdesk.psephology.candidacy import CandidacyId

UNDONE = "Undone"
"""What the desk itself keeps as the reason for taking an entry back: its own business, and no news."""


class Kind(StrEnum):
    """What an entry says happened."""

    FLASHED = "flashed"
    DECLARED = "declared"
    RECOUNT = "recount called"
    CORRECTED = "corrected"
    RETRACTED = "retracted"
    UNOPPOSED = "declared unopposed"
    POSTPONED = "postponed"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEntry:
    """An entry as it will be, before the journal gives it its number and its place in the chain.

    `declared_at` is when the returning officer spoke, `keyed_at` when the desk knew. `votes` is None where the
    entry has no figures.
    """

    contest: ContestId
    kind: Kind
    supersedes: EntryId | None
    keyed_at: datetime
    declared_at: datetime
    keyed_by: str
    desk: str
    source: str = "keyed"
    reason: str = ""
    winner: CandidacyId | None = None
    votes: Mapping[CandidacyId, int] | None = None
    rejected: int | None = None
    papers: int | None = None
    read_out: int | None = None
    announced_majority: int | None = None
    lot: tuple[CandidacyId, ...] = ()
    accepted: tuple[str, ...] = ()

    @property
    def told_reason(self) -> str:
        """Return the reason as the public is told it: nothing where it is only the desk's word that it took back."""
        return "" if self.reason == UNDONE or self.reason.startswith(f"{UNDONE}: ") else self.reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(NewEntry):
    """An entry of the journal: `seq` counts from 1 in this file, `entry_id` is a UUIDv7, `hash` seals it."""

    seq: int = field(default=0)
    entry_id: EntryId = ""
    prev_hash: str = ""
    hash: str = ""


SAID = tuple(one.name for one in fields(NewEntry))
"""The names of everything an entry says."""


def canonical(entry: NewEntry, entry_id: EntryId, prev_hash: str) -> bytes:
    """Return the bytes an entry's hash is taken over: all it says, its identity, and the hash before it on its desk."""
    said: dict[str, object] = {"entry_id": entry_id, "prev_hash": prev_hash}
    for name in SAID:
        value = getattr(entry, name)
        if isinstance(value, datetime):
            value = value.isoformat()
        elif isinstance(value, Mapping):
            value = dict(sorted(value.items()))
        said[name] = value
    return json.dumps(said, sort_keys=True, ensure_ascii=True, separators=(",", ":")).encode("ascii")
