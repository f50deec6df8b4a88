"""Sentences about what comes first, what is most, and lines that are crossed."""

from collections.abc import Sequence
from fractions import Fraction

from resultsdesk.psephology.rounding import decimal, number, per_cent
from resultsdesk.story.grammar import Subject, counted, listed, many, opened, ordinal, points_words, possessive
from resultsdesk.story.wording.sums import every, polls_postponed

UNDECIDED = "the lot is to decide"


def first_declared(place: str, where: str, clock: str, what: str) -> str:
    """Return which contest came first."""
    return f"{place} is the first to declare{where}, at {clock}: {what}."


def outcome_said(verb: str, seats: Sequence[tuple[Subject, int]], losers: str) -> str:
    """Return an outcome in few words: `Labour gain from UKIP`, `Labour win two seats and the Greens one`."""
    (who, how_many), *others = seats
    if not others and how_many == 1:
        said = who.does(verb)
    else:
        more = (f"{one.name} {counted(won)}" for one, won in others)
        said = listed((f"{who.does(verb)} {many(how_many, 'seat')}", *more))
    return f"{said} from {losers}" if losers else said


def first_seat(owner: str, where: str, place: str, clock: str, person: str, before: str) -> str:
    """Return a party's first seat of the night or of a part of it."""
    return opened(f"{possessive(owner)} first seat {where} is {place}, won by {person} at {clock}{before}.")


def first_ever(owner: str, words: str, place: str, clock: str, person: str) -> str:
    """Return a party's first seat ever, in the briefing's words."""
    first = f"{possessive(owner)} first seat of the night and first ever {words}"
    return opened(f"{first} is {place}, won by {person} at {clock}.")


def first_independent(where: str, place: str, clock: str, person: str) -> str:
    """Return the first independent elected; independents are no party."""
    return f"The first independent elected{where}: {person} in {place}, at {clock}."


def none_before(there: str, election: str) -> str:
    """Return that a party had no seat; `there` is empty for the whole night."""
    return f"; they had none{f' {there}' if there else ''} {f'in {election}' if election else 'before'}"


def only_gain(place: str, owner: str, where: str) -> str:
    """Return that a party gained one seat and no more."""
    return opened(f"{place} is {possessive(owner)} only gain{where}.")


def closest(place: str, where: str, so_far: str, winner: str, margin: str, second: str) -> str:
    """Return the smallest majority."""
    return f"The closest result{where}{so_far}: {place}, {winner} {margin}{f' over {second}' if second else ''}."


def largest(place: str, where: str, so_far: str, winner: str, majority: int, share: str) -> str:
    """Return the largest majority; `share` is empty where several votes were cast on one paper."""
    of_votes = f" ({share})" if share else ""
    return f"The largest majority{where}{so_far}: {place}, {winner} by {many(majority, 'vote')}{of_votes}."


def moved_most(rise: bool, who: str, place: str, where: str, so_far: str, by: Fraction, election: str) -> str:
    """Return the largest rise or fall in share."""
    most = f"The largest {'rise' if rise else 'fall'} in share{where}{so_far}"
    return f"{most}: {who} {'up' if rise else 'down'} {points_words(by)} on {election} in {place}."


def overturned(place: str, where: str, so_far: str, majority: str, loser: str, winner: str, election: str) -> str:
    """Return the largest majority that was lost."""
    had = f"where {loser} had a majority of {majority} in {election}"
    return f"The largest majority overturned{where}{so_far}: {place}, {had}, lost to {winner}."


def swung(place: str, where: str, so_far: str, by: Fraction, loser: str, gainer: str, election: str) -> str:
    """Return the largest swing."""
    most = f"The largest swing{where}{so_far}"
    return f"{most}: {decimal(by * 100)} points from {loser} to {gainer} in {place}, on {election}."


def turnout_most(which: str, place: str, where: str, so_far: str, share: Fraction) -> str:
    """Return the highest or lowest turnout."""
    return f"The {which} turnout{where}{so_far}: {per_cent(share)} in {place}."


def turnout_moved(up: bool, place: str, where: str, so_far: str, by: Fraction, now: Fraction, election: str) -> str:
    """Return the largest change in turnout."""
    which, way = ("rise", "up") if up else ("fall", "down")
    return (
        f"The largest {which} in turnout{where}{so_far}: {place}, {way} {points_words(by)} on {election} "
        f"to {per_cent(now)}."
    )


def majority_line(who: Subject, seats: int, body: str, place: str, clock: str) -> str:
    """Return which seat gave a party its majority."""
    return opened(f"{place} gives {who.name} a majority in {body} with their {ordinal(seats)} seat, at {clock}.")


def round_number(owner: str, seats: int, place: str, clock: str) -> str:
    """Return which seat was a party's hundredth."""
    return opened(f"{place} is {possessive(owner)} {ordinal(seats)} seat, at {clock}.")


def half_declared(contests: int, areas: str, place: str, clock: str) -> str:
    """Return when half was declared."""
    return f"Half of the {number(contests)} {areas} are declared, with {place} at {clock}."


def all_declared(contests: int, areas: str, place: str, clock: str, postponed: Sequence[str] = ()) -> str:
    """Return when the last was declared, and which polls were postponed."""
    said = f"{every(contests, areas, len(postponed))} declared; {place} was the last, at {clock}"
    return f"{said}; {polls_postponed(postponed)}." if postponed else f"{said}."
