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


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One source's word on one contest; `line` is where it begins in the source, from 1.

    `kind` is one of DECLARED, UNOPPOSED, POSTPONED, RECOUNT and FLASHED (then `winner` is who was heard). `figures`
    may lack some. `objections` are against the account itself: people nobody here knows, names taken for others.
    """

    contest: ContestId
    source: str
    kind: Kind = Kind.DECLARED
    figures: Figures = field(default_factory=lambda: Figures(votes={}))
    winner: CandidacyId | None = None
    declared_at: datetime | None = None
    line: int = 0
    objections: tuple[Objection, ...] = ()
