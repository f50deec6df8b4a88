"""What a command would change for everybody else: said before it is committed."""

from collections import Counter
from collections.abc import Mapping

from resultsdesk.night.standing import Standing
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.party import Party, PartyId
from resultsdesk.psephology.rounding import MINUS, number
from resultsdesk.psephology.wording import outcome_words


def consequences(
    before: Standing, after: Standing, parties: Mapping[PartyId, Party], measure: Measure
) -> tuple[str, ...]:
    """Return sentences such as `Lab hold becomes Ind gain from Lab; Labour −1, Independent +1.`.

    There are none where no outcome, seat or majority changes.
    """
    said = []
    was, becomes = _words(before, parties, measure), _words(after, parties, measure)
    moves = seat_moves(before, after)
    same = was == becomes
    was = was[:1].upper() + was[1:]
    if moves or not same:
        seats = ", ".join(f"{parties[one].name} {_signed(by)}" for one, by in moves.items())
        said.append(f"{was} becomes {becomes}" + (f"; {seats}" if seats else "") + ".")
    elif before.winners != after.winners:
        said.append(f"{was}, but somebody else is elected: {_names(before)} becomes {_names(after)}.")
    ahead, then = _majority(before), _majority(after)
    if ahead and then and ahead != then:
        said.append(f"{ahead[:1].upper()}{ahead[1:]} becomes {then}.")
    return tuple(said)


def seat_moves(before: Standing, after: Standing) -> dict[PartyId, int]:
    """Return how many seats each party gains or loses by the command, losses first, no party with nothing."""
    moves = Counter(after.parties)
    moves.subtract(before.parties)
    return {one: by for one, by in sorted(moves.items(), key=lambda item: item[1]) if by}


def _words(standing: Standing, parties: Mapping[PartyId, Party], measure: Measure) -> str:
    outcome = standing.outcome(measure)
    if outcome is None:
        return str(standing.stage)
    return outcome_words(outcome, parties) or "undecided"


def _majority(standing: Standing) -> str:
    """Return by how much a result is won, such as `a majority of 15`, nothing where nobody was beaten."""
    if standing.count is None or standing.count.majority is None:
        return ""
    if standing.tied:
        return "a tie"
    return "a result by lot" if standing.by_lot else f"a majority of {number(standing.count.majority)}"


def _names(standing: Standing) -> str:
    return ", ".join(one.name for one in standing.contest.candidacies if one.id in standing.winners) or "nobody"


def _signed(by: int) -> str:
    return f"+{by}" if by > 0 else f"{MINUS}{-by}"
