"""Sentences about what else there is to say of one contest: people, ties, targets, deposits, the count."""

from collections.abc import Sequence
from fractions import Fraction

from resultsdesk.psephology.rounding import number
from resultsdesk.story.grammar import Subject, counted, listed, many, opened, ordinal, points_words
from resultsdesk.story.wording.marks import UNDECIDED


def member_out(person: str, party: str, place: str, since: int | None, elected: str, ending: str, also: bool) -> str:
    """Return that a sitting member is not elected; `also` where another sitting member is."""
    told = [f"a member since {since}"] * bool(since) + [f"elected {elected}"] * bool(elected)
    long = f", {listed(told)}," if told else ""
    who = f"{person} ({party}), another sitting member," if also else f"Sitting member {person} ({party}){long}"
    return f"{who} is out in {place}: {ending}."


def came(place: int, behind: int | None, share: str) -> str:
    """Return where somebody came, and how far behind or with what share."""
    if place == 2 and behind is not None:
        return f"second, {many(behind, 'vote')} behind"
    return f"{ordinal(place)}, with {share} of the vote"


def member_changed(person: str, place: str, standing_for: str, before: str, again: bool) -> str:
    """Return that a person elected for one party before is elected for another."""
    return opened(
        f"{person}, elected {before} last time, is {'re-elected' if again else 'elected'} in {place} {standing_for}."
    )


def rose(who: Subject, place: str, before: int, now: int, election: str) -> str:
    """Return that a party that did not win jumped in rank."""
    return opened(f"{who.does('rise')} from {ordinal(before)} in {election} to {ordinal(now)} in {place}.")


def split(loser: Subject, place: str, fall: Fraction, to: str, others: Sequence[str], winner: Subject, won: str) -> str:
    """Return that the votes of the party that lost a seat went to several, not to the winner alone."""
    fell = f"In {place} {loser.does('fall')} {points_words(fall)} to {to} and the vote divides"
    return f"{fell}: {listed(others)}, as {winner.does('win')} with {won}."


def level_for_second(names: Sequence[str], place: str, votes: int) -> str:
    """Return that two are level behind the winner."""
    return opened(f"{listed(names)} are level for second place in {place} on {many(votes, 'vote')}: no lot is needed.")


def level_for_seat(names: Sequence[str], place: str, votes: int, seats: int) -> str:
    """Return that the lot has to decide."""
    seat = "the seat" if seats == 1 else many(seats, "seat")
    return f"{listed(names)} are level on {many(votes, 'vote')} for {seat} in {place}: the lot decides."


def drawn(names: Sequence[str], place: str, votes: int) -> str:
    """Return who was elected by the lot."""
    verb = "wins" if len(names) == 1 else "win"
    return f"{listed(names)} {verb} by lot in {place}, level on {many(votes, 'vote')}."


def target_met(who: Subject, place: str, which: str, before: bool) -> str:
    """Return that a party has a seat it set out to win, or to keep."""
    return opened(f"{who.does('keep' if before else 'take')} {place}, {which}.")


def target_missed(who: Subject, place: str, which: str, what: str) -> str:
    """Return that a party has not won what it set out to win, and what became of it."""
    return opened(f"{who.does('miss')} {place}, {which}: {what}.")


def target_which(rank: int, of: int, ranked: bool) -> str:
    """Return which of a party's targets one is: its place on a list, or one of so many without an order."""
    if ranked or of == 1:
        return f"number {number(rank)} on their target list"
    return f"one of their {counted(of)} targets"


def target_now(winner: Subject, verb: str, margin: str) -> str:
    """Return what became of a target: `Labour hold it by 4,667 votes`."""
    return f"{winner.does(verb)} it {margin}"


def deposits(names: Sequence[str], place: str, how_many: int) -> str:
    """Return who lost deposits in one contest."""
    return opened(f"{listed(names)} lose their {'deposit' if how_many == 1 else 'deposits'} in {place}.")


def deposit_of_one(person: str, place: str) -> str:
    """Return that one independent alone lost a deposit."""
    return f"{person}, an independent, loses the deposit in {place}."


def deposit_of_defender(who: Subject, place: str, share: str) -> str:
    """Return that the party that had the seat lost its deposit."""
    return opened(f"{who.does('lose')} their deposit in {place}, a seat they had: {share} of the vote.")


def in_recount(place: str, times: int) -> str:
    """Return that papers are being counted again; the first figures are not told."""
    again = "" if times == 1 else f", for the {ordinal(times)} time"
    return f"{place} is in recount{again}."


def after_recount(place: str, times: int, majority: int | None) -> str:
    """Return that a contest was declared after a recount."""
    how = "a recount" if times == 1 else f"{counted(times)} recounts"
    by = f" with a majority of {number(majority)}" if majority is not None else ""
    return f"{place} was declared after {how}{by}."


def corrected(place: str, clock: str, what: Sequence[str], reason: str) -> str:
    """Return that a declared count was corrected, and what that changed."""
    said = " ".join(what) or "Neither outcome nor majority changes."
    why = f" ({reason})" if reason else ""
    return f"{place} was corrected at {clock}{why}. {said}"


def outcome_changed(now: str, before: str) -> str:
    """Return what a correction made of an outcome; either is empty where the lot is to decide."""
    return f"Now: {now or UNDECIDED}; before: {before or 'the lot was to decide'}."


def elected_changed(names: Sequence[str], others: Sequence[str]) -> str:
    """Return that the seats stay with their parties, but somebody else is elected."""
    return f"{listed(names)} {'is' if len(names) == 1 else 'are'} elected, not {listed(others)}."


def majority_changed(now: int, before: int) -> str:
    """Return that a correction changed the majority."""
    return f"The majority is {number(now)}, not {number(before)}."


def postponed(place: str) -> str:
    """Return that a poll does not take place."""
    return f"The poll in {place} is postponed."
