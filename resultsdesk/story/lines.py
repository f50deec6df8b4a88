"""A line of the story: a sentence, how much it matters, and what makes it true."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from resultsdesk.night.briefing import ContestId
from resultsdesk.night.commands import EntryId
from resultsdesk.night.night import Scope
from resultsdesk.psephology.party import PartyId


class Source(StrEnum):
    """Where a figure comes from."""

    ENTRY = "entry"  # the journal of tonight
    BASELINE = "baseline"  # the last election, or its notional recount
    BRIEFING = "briefing"  # notes, targets, holders, seats not up


@dataclass(frozen=True, slots=True)
class Evidence:
    """One figure that makes a line true, in words: `label` and `value`, and the entry or contest it is found at."""

    label: str
    value: str
    source: Source
    contest: ContestId | None = None
    entry: EntryId | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to say. `id` stays the same while the line is about the same thing, so that it can be pinned.

    `weight` is 0 to 100, the greater the more it matters; `at` is when the result it is about was declared, whatever
    was corrected since, None for what no single result did. `contests` has the one it is about first, none where it is
    about a scope or a party.
    `missing` names figures nobody has told, without which more could be said.
    """

    id: str
    kind: str
    sentence: str
    weight: int
    at: datetime | None
    contests: tuple[ContestId, ...]
    scope: Scope
    party: PartyId | None
    evidence: tuple[Evidence, ...]
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A line that a correction or retraction made untrue: what was said, and which entry took it back, and when."""

    line: Line
    entry: EntryId
    at: datetime
    why: str


@dataclass(frozen=True)
class Story:
    """What a night means at one moment: the lines that hold, the most telling first, and those taken back."""

    lines: tuple[Line, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()
