"""What a file tells, in its own words: before any of it is matched with a night."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from resultsdesk.intake.parties import Label
from resultsdesk.night.entries import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldPerson:
    """One person as named; `votes` and `elected` are None where the file does not say.

    `id` is the candidacy's, where the file has one; `drawn` counts from 1 those a lot fell on, 0 is nobody.
    """

    name: str
    label: Label
    line: int = 0
    id: str = ""
    votes: int | None = None
    elected: bool | None = None
    drawn: int = 0
    flashed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldEntry:
    """One entry of the journal a file brings with it; candidacies bear the file's own ids. `votes` may be None."""

    number: int
    kind: Kind
    declared_at: datetime
    keyed_at: datetime
    reason: str = ""
    winner: str = ""
    votes: Mapping[str, int] | None = None
    rejected: int | None = None
    papers: int | None = None
    read_out: int | None = None
    announced_majority: int | None = None
    lot: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldContest:
    """One contest as named, with everybody the file has in it. `ids` are those it may be known by here.

    `kind` is what the file says happened: DECLARED where there are votes, or None where it says nothing yet. `day` is
    the poll's, where it says. `journal` is how it came to that, oldest first, in a file that tells it.
    """

    name: str
    body: str
    line: int = 0
    ids: tuple[str, ...] = ()
    people: tuple[ToldPerson, ...] = ()
    kind: Kind | None = None
    rejected: int | None = None
    papers: int | None = None
    declared_at: datetime | None = None
    day: date | None = None
    journal: tuple[ToldEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file read: what it is called where it is spoken of, what kind of file it is, and all it tells.

    `rehearsal` where the file says it was made in one.
    """

    name: str
    what: str
    contests: tuple[ToldContest, ...]
    rehearsal: bool = False


Row = Mapping[str, str]

KINDS: Mapping[str, Kind | None] = {
    "awaited": None,
    "flashed": Kind.FLASHED,
    "in recount": Kind.RECOUNT,
    "declared": Kind.DECLARED,
    "declared unopposed": Kind.UNOPPOSED,
    "postponed": Kind.POSTPONED,
}
"""What happened in a contest, by the stages our own files have."""


def kind_told(people: Iterable[ToldPerson]) -> Kind | None:
    """Return what happened, from the people's votes and marks alone: None where nothing is said."""
    everybody = tuple(people)
    if any(one.votes is not None for one in everybody):
        return Kind.DECLARED
    return Kind.UNOPPOSED if everybody and all(one.elected for one in everybody) else None
