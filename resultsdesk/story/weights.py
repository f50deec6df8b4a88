"""How much a line matters, from 0 to 100: an editor's order of what goes first. One table, to be argued over.

| weight | lines |
|---|---|
| 90 to 100 | who runs the place; a party's first seat ever; the majority line crossed |
| 75 to 89 | the state of the parties, a long hold ended, a first, a win from far below, the largest overturned |
| 60 to 74 | gains and sitting members out, safe seats first; the closest; a council held, of several |
| 40 to 59 | narrow holds, targets, split votes, records of share, recounts and corrections, a patch complete |
| 20 to 39 | turnout, totals, jumps in rank, what is left, deposits of those who defended the seat |
| 0 to 19 | what happens everywhere: holds, re-elections, deposits lost, figures nobody has |
"""

from fractions import Fraction

WEIGHTS = {
    "majority-line": 99,
    "control-changed": 97,
    "first-ever": 95,
    "control-held": 92,
    "long-hold": 86,
    "upset": 74,
    "overturned": 84,
    "first-of-night": 80,
    "first-of-few": 69,
    "first-here": 76,
    "first-expected": 41,
    "first-there": 31,
    "only-gain": 72,
    "gain": 64,
    "gain-independent": 78,
    "two-baselines": 60,
    "regain": 70,
    "member-out": 64,
    "other-party": 70,
    "by-lot": 73,
    "closest": 71,
    "swing": 69,
    "seats": 88,
    "milestone": 58,
    "first-declared": 57,
    "fall": 56,
    "rise": 55,
    "vote-split": 50,
    "hair": 54,
    "narrow": 44,
    "largest-majority": 47,
    "target-met": 52,
    "target-missed": 48,
    "targets": 46,
    "complete": 60,
    "recount": 45,
    "in-recount": 53,
    "tied": 75,
    "correction": 43,
    "postponed": 42,
    "turnout": 39,
    "turnout-highest": 36,
    "turnout-lowest": 35,
    "turnout-up": 34,
    "turnout-down": 33,
    "deposit-of-defender": 38,
    "deposits": 32,
    "independents": 37,
    "remaining": 40,
    "rank-jump": 24,
    "tie": 22,
    "hold": 12,
    "win": 14,
    "re-elected": 10,
    "unopposed": 9,
    "deposit": 5,
    "unknown": 3,
}
"""The weight of each kind of line, before what a smaller scope is worth is taken off."""

EARLY, SEATS_EARLY = 10, 56
"""Of fewer results the seats are no state of the parties yet, and weigh less."""
SEATS_THERE = 48
"""The seats of a group: those of the whole night are said first."""
CONTROL_THERE = 72
"""That one council among many stays with who had it."""
IN_DOUBT = 87
"""What the parties need of the seats left, once half are known and nobody has a majority yet."""
TURNOUT_OVERALL = 76
"""Turnout once the last is declared."""
FROM_FAR_BELOW = 8
"""What a gain weighs more by a party that was fourth or lower, not third."""

SAFE: tuple[tuple[Fraction, int], ...] = ((Fraction(3, 10), 3), (Fraction(2, 10), 2), (Fraction(1, 10), 1))
"""What the loss of a seat weighs more that had been won by such a part of the valid votes, the largest first."""
LONG_SERVED, LONG_MORE = 20, 3
"""A member of so many years who is out weighs so much more."""

SMALLER = {"body": 12, "group": 14, "region": 22}
"""What a line about a part of the night weighs less than the same about the whole of it."""
