"""Accounts: what somebody other than this desk says happened in a contest, in this night's own ids."""

from dataclasses import dataclass, field
from datetime import datetime

from resultsdesk.night.briefing import ContestId
from resultsdesk.night.commands import Figures
from resultsdesk.night.entries import Kind
from resultsdesk.night.objections import Objection
from resultsdesk.psephology.candidacy import CandidacyId

SETTLED = (Kind.DECLARED, Kind.UNOPPOSED, Kind.POSTPONED)
"""What an account can say that stands beside what this desk has."""
HEARD = (Kind.FLASHED, Kind.RECOUNT)
"""What it can say of a contest that is not declared yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One source's word on one contest; `line` is where it begins in the source, from 1.

    `kind` is one of DECLARED, UNOPPOSED, POSTPONED, RECOUNT, FLASHED (then `winner` is who was heard) and RETRACTED.
    `figures` may lack some. `objections` are against the account itself: people nobody here knows, names taken for
    others.

    `journal` is how a source that keeps one came to that: each entry an account with its `number` there from 1, when
    the source knew it (`keyed_at`) and why it changed its word (`reason`). CORRECTED is a kind of these alone.
    """

    contest: ContestId
    source: str
    kind: Kind = Kind.DECLARED
    figures: Figures = field(default_factory=lambda: Figures(votes={}))
    winner: CandidacyId | None = None
    declared_at: datetime | None = None
    line: int = 0
    objections: tuple[Objection, ...] = ()
    reason: str = ""
    keyed_at: datetime | None = None
    number: int = 0
    journal: tuple["Account", ...] = ()
