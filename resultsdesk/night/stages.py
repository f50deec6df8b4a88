"""Where a contest stands, and which entry may follow which."""

from enum import StrEnum

from resultsdesk.night.entries import Kind


class Stage(StrEnum):
    """A contest's stage. The journal moves it; nothing else does."""

    AWAITED = "awaited"
    FLASHED = "flashed"
    RECOUNT = "in recount"
    DECLARED = "declared"
    UNOPPOSED = "declared unopposed"
    POSTPONED = "postponed"


DECIDED = frozenset({Stage.DECLARED, Stage.UNOPPOSED})

MOVES: dict[Stage, dict[Kind, Stage]] = {
    Stage.AWAITED: {
        Kind.FLASHED: Stage.FLASHED,
        Kind.DECLARED: Stage.DECLARED,
        Kind.RECOUNT: Stage.RECOUNT,
        Kind.UNOPPOSED: Stage.UNOPPOSED,
        Kind.POSTPONED: Stage.POSTPONED,
    },
    Stage.RECOUNT: {
        Kind.DECLARED: Stage.DECLARED,
        Kind.RECOUNT: Stage.RECOUNT,
        Kind.RETRACTED: Stage.AWAITED,
    },
    Stage.FLASHED: {
        Kind.FLASHED: Stage.FLASHED,
        Kind.DECLARED: Stage.DECLARED,
        Kind.RECOUNT: Stage.RECOUNT,
        Kind.RETRACTED: Stage.AWAITED,
    },
    Stage.DECLARED: {
        Kind.CORRECTED: Stage.DECLARED,
        Kind.RETRACTED: Stage.AWAITED,
    },
    Stage.UNOPPOSED: {Kind.RETRACTED: Stage.AWAITED},
    Stage.POSTPONED: {Kind.RETRACTED: Stage.AWAITED},
}
