"""Jumps in rank, and votes that divide."""

from collections.abc import Iterator
from fractions import Fraction

from resultsdesk.psephology.baseline import Baseline
from resultsdesk.psephology.candidacy import Candidacy
from resultsdesk.psephology.party import PartyKind
from resultsdesk.psephology.rounding import per_cent, points
from resultsdesk.psephology.shares import share
from resultsdesk.story.about import line, party_subject, place
from resultsdesk.story.evidence import election_named, entered, of_candidacy, rank_before
from resultsdesk.story.grammar import Subject, party_named
from resultsdesk.story.lines import Line
from resultsdesk.story.result import Result
from resultsdesk.story.wording import contest as wording

JUMP = 3
"""Places a party that did not win must have climbed, to one of the first two, to be told of."""
FALL = Fraction(10, 100)
"""What the party that lost the seat must have fallen by for its vote to be said to divide."""
NAMED = Fraction(5, 100)
"""What another candidacy must have risen by to be named as one it went to."""
NAMED_AT_MOST = 3
CLEAR = Fraction(40, 100)
"""A winner with more of the vote than this has not won because others divided theirs."""


def upsets(result: Result) -> Iterator[Line]:
    """Yield what nobody would have guessed from the last election."""
    base = result.baseline
    if base is None or not result.polled:
        return
    yield from _jumped(result, base)
    yield from _divided(result, base)


def _jumped(result: Result, base: Baseline) -> Iterator[Line]:
    one = result.ranked[1]
    rank = base.rank(one.party)
    if rank is None or rank - 2 < JUMP or result.party(one.party).kind is not PartyKind.PARTY:
        return
    sentence = wording.rose(party_subject(result, one.party), place(result), rank, 2, election_named(base))
    evidence = (rank_before(result, base, one.party, rank), of_candidacy(result, one))
    yield line(result, "rank-jump", sentence, evidence, party=one.party)


def _divided(result: Result, base: Baseline) -> Iterator[Line]:
    """Yield how the vote of the party that lost the seat divided.

    It is said where the winner's own rise is less than half the fall, and two or more others rose, who with the loser
    together have more votes than the winner.
    """
    loser = base.ranked[0].party
    fall = result.changes.get(loser)
    winner = result.winner
    if fall is None or fall > -FALL or loser in result.standing.parties:
        return
    if result.changes.get(winner.party, Fraction(1)) >= -fall / 2 or (result.share(winner) or 0) > CLEAR:
        return
    rises = [(_rise(result, base, one), one) for one in result.ranked[1:] if one.party != loser]
    others = [one for rise, one in rises if rise >= NAMED][:NAMED_AT_MOST]
    together = result.party_votes[loser] + sum(result.votes(one) or 0 for one in others)
    if len(others) < 2 or together <= (result.votes(winner) or 0):
        return
    sentence = wording.split(
        party_subject(result, loser),
        place(result),
        fall,
        per_cent(share(result.party_votes[loser], result.valid_votes)),
        [f"{per_cent(result.share(one))} for {_named(result, one)}" for one in others],
        Subject(_named(result, winner), many=result.party(winner.party).kind is PartyKind.PARTY),
        per_cent(result.share(winner)),
    )
    evidence = [
        entered(result, f"{result.party(loser).short} change", f"{points(fall)} points on {election_named(base)}"),
        *(of_candidacy(result, one) for one in dict.fromkeys((*result.ranked[:3], *others))),
    ]
    yield line(result, "vote-split", sentence, evidence, party=loser)


def _rise(result: Result, base: Baseline, one: Candidacy) -> Fraction:
    """Return a candidacy's rise: all of its share where it is an independent or its party did not stand."""
    if result.party(one.party).kind is not PartyKind.PARTY or one.party not in base.votes:
        return result.share(one) or Fraction()
    return result.changes.get(one.party, Fraction())


def _named(result: Result, one: Candidacy) -> str:
    party = result.party(one.party)
    return party_named(party) if party.kind is PartyKind.PARTY else f"{party.name.lower()} {one.name}"
