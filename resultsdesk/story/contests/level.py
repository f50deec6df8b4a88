"""Those who are level: ties, and the lots that decide them."""

from collections.abc import Iterator

from resultsdesk.psephology.party import PartyId
from resultsdesk.story.about import by_lot, line, opponent, place
from resultsdesk.story.evidence import entered, of_candidacy
from resultsdesk.story.lines import Line
from resultsdesk.story.result import Result
from resultsdesk.story.wording import contest as wording


def level(result: Result) -> Iterator[Line]:
    """Yield those who are level with each other."""
    yield from _level_for_seat(result)
    yield from _level_for_second(result)


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
        same = [one for one in result.ranked if poll.votes[one.id] == votes]
        sentence = wording.drawn([_person(result, one.name, one.party) for one in drawn], place(result), votes)
        lot = entered(result, "Drawn by lot", ", ".join(one.name for one in drawn))
        yield line(result, "by-lot", sentence, (lot, *(of_candidacy(result, one) for one in same)))


def _person(result: Result, name: str, party: PartyId) -> str:
    return f"{name} ({result.party(party).short})"


def _level_for_second(result: Result) -> Iterator[Line]:
    poll = result.standing.poll
    if poll is None or not result.polled or result.majority == 0:
        return
    votes = poll.votes[result.ranked[1].id]
    same = [one for one in result.ranked[1:] if poll.votes[one.id] == votes]
    if len(same) < 2 or not votes:
        return
    sentence = wording.level_for_second([opponent(result, one) for one in same], place(result), votes)
    yield line(result, "tie", sentence, [of_candidacy(result, one) for one in same])
