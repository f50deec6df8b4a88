"""Seats held by little or decided by nothing: hairs, ties and lots."""

from collections.abc import Iterator
from fractions import Fraction

from resultsdesk.psephology.party import PartyId
from resultsdesk.psephology.wording import per_cent
from resultsdesk.story import wording
from resultsdesk.story.about import by_lot, line, opponent, place, second, subject
from resultsdesk.story.evidence import entered, of_candidacy, standing_evidence
from resultsdesk.story.lines import Line
from resultsdesk.story.result import Result

HAIR = Fraction(1, 100)
NARROW = Fraction(5, 100)


def narrow(result: Result) -> Iterator[Line]:
    """Yield narrow holds, and those who are level with each other."""
    yield from _held(result)
    yield from _level_for_seat(result)
    yield from _level_for_second(result)


def _held(result: Result) -> Iterator[Line]:
    share, majority = result.majority_share, result.majority
    if not result.polled or share is None or not majority or not result.outcome.holds or share > NARROW:
        return
    kind, say = ("hair", wording.hair) if share <= HAIR else ("narrow", wording.narrow)
    sentence = say(subject(result, result.winner), place(result), majority, per_cent(share), second(result))
    yield line(result, kind, sentence, standing_evidence(result), party=result.winner.party)


def _level_for_seat(result: Result) -> Iterator[Line]:
    counted, poll = result.standing.count, result.standing.poll
    if counted is None or poll is None:
        return
    if counted.tied:
        tied = [one for one in result.ranked if one.id in counted.tied]
        votes = poll.votes[tied[0].id]
        names = [_person(result, one.name, one.party) for one in tied]
        sentence = wording.level_for_seat(names, place(result), votes, counted.tied_seats)
        evidence = [of_candidacy(result, one) for one in tied]
        yield line(result, "tied", sentence, evidence, missing=("the drawn lot",))
    elif by_lot(result) and result.entry.lot:
        drawn = [one for one in result.elected if one.id in result.entry.lot]
        if not drawn:
            return
        votes = poll.votes[drawn[0].id]
        level = [one for one in result.ranked if poll.votes[one.id] == votes]
        sentence = wording.drawn([_person(result, one.name, one.party) for one in drawn], place(result), votes)
        lot = entered(result, "Drawn by lot", ", ".join(one.name for one in drawn))
        yield line(result, "by-lot", sentence, (lot, *(of_candidacy(result, one) for one in level)))


def _person(result: Result, name: str, party: PartyId) -> str:
    return f"{name} ({result.party(party).short})"


def _level_for_second(result: Result) -> Iterator[Line]:
    poll = result.standing.poll
    if poll is None or not result.polled or result.majority == 0:
        return
    votes = poll.votes[result.ranked[1].id]
    level = [one for one in result.ranked[1:] if poll.votes[one.id] == votes]
    if len(level) < 2 or not votes:
        return
    sentence = wording.level_for_second([opponent(result, one) for one in level], place(result), votes)
    yield line(result, "tie", sentence, [of_candidacy(result, one) for one in level])
