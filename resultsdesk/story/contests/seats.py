"""Who has the seats of a contest: gained, held, won, won back, and long holds ended."""

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

from resultsdesk.night.briefing import Contest
from resultsdesk.night.stages import Stage
from resultsdesk.psephology.baseline import BaselineKind, Measure
from resultsdesk.psephology.party import PartyId, PartyKind
from resultsdesk.psephology.wording import measured_words
from resultsdesk.story.about import line, margin, owner, party_subject, person, place, safe, second, subject
from resultsdesk.story.evidence import briefed, election_named, rank_before, standing_evidence
from resultsdesk.story.grammar import Subject, listed
from resultsdesk.story.lines import Evidence, Line
from resultsdesk.story.result import Result
from resultsdesk.story.weights import FROM_FAR_BELOW
from resultsdesk.story.wording import seats as wording

HAIR = Fraction(1, 100)
NARROW = Fraction(5, 100)
"""The shares of the valid votes up to which a majority is a hair, or narrow."""
THIRD = 3
LAST_KNOWN = {Measure.LAST: "who won the seat last time", Measure.HOLDER: "who holds the seat now"}


def seats(result: Result) -> Iterator[Line]:
    """Yield the line that says who has the seats, and those about how they had been held."""
    if not result.elected or result.standing.tied:
        return
    yield _who_has_it(result) if result.single else _who_has_them(result)
    yield from _long_held(result)


def _who_has_it(result: Result) -> Line:
    winner, outcome = result.winner, result.outcome
    who, named, where, by = subject(result, winner), person(result, winner), place(result), margin(result)
    evidence = standing_evidence(result)
    if not outcome.known:
        sentence = wording.won(who, where, by, named, second(result))
        return line(result, "win", sentence, evidence, party=winner.party, missing=(LAST_KNOWN[result.measure],))
    lost = _lost_before(result)
    if lost:
        loser = owner(result, outcome.losses[0]) if result.measure is Measure.LAST and outcome.is_gain else ""
        sentence = wording.won_back(who, where, loser, lost, by, named, winner.sitting)
        return line(result, "regain", sentence, (*_told_lost(result), *evidence), party=winner.party)
    if outcome.is_gain:
        loser, below = owner(result, outcome.losses[0]), _from_below(result)
        aside = wording.from_below(below, election_named(result.baseline)) if below else _gained_aside(result)
        sentence = wording.gained(who, where, loser, by, named, winner.sitting, aside)
        if below and result.baseline is not None:
            evidence = (*evidence, rank_before(result, result.baseline, winner.party, below))
        kind, more = _kind_of_gain(result, below)
        return line(result, kind, sentence, evidence, party=winner.party, more=more)
    kind, how = _kind_of_hold(result)
    sentence = wording.held(who, where, by, named, winner.sitting, second(result), how, _held_aside(result))
    return line(result, kind, sentence, evidence, party=winner.party)


def _kind_of_gain(result: Result, below: int | None) -> tuple[str, int]:
    """Return the kind of a gain, and what it weighs more than others of its kind."""
    if result.party(result.winner.party).kind is not PartyKind.PARTY:
        return "gain-independent", 0
    if below:
        return "upset", FROM_FAR_BELOW if below > THIRD else 0
    return "gain", safe(result)


def _kind_of_hold(result: Result) -> tuple[str, str]:
    """Return the kind of a hold, and the words for how narrow it was."""
    share = result.majority_share
    if result.other.known and result.other.is_gain:
        return "two-baselines", ""
    if share is not None and result.majority and share <= HAIR:
        return "hair", wording.BY_A_HAIR
    if share is not None and result.majority and share <= NARROW:
        return "narrow", wording.NARROWLY
    if result.standing.stage is Stage.UNOPPOSED:
        return "unopposed", ""
    return "re-elected" if result.winner.sitting else "hold", ""


def _from_below(result: Result) -> int | None:
    """Return where a winner came last time who was third or lower and has not won the seat since, else None."""
    base, winner = result.baseline, result.winner.party
    rank = base.rank(winner) if base is not None else None
    if rank is None or rank < THIRD or winner in result.contest.holders or not result.party(winner).compares:
        return None
    return rank


def _gained_aside(result: Result) -> str:
    """Return both baselines by name where they tell a gain differently."""
    other = result.other
    if not other.known or other.losses == result.outcome.losses:
        return ""
    from_ = owner(result, other.losses[0]) if other.losses else ""
    return wording.against_both(*_measured(result), from_)


def _held_aside(result: Result) -> str:
    """Return both baselines by name where a hold by the one is a gain by the other."""
    other = result.other
    if not other.known or not other.is_gain:
        return ""
    return wording.held_otherwise(*_measured(result), owner(result, other.losses[0]))


def _measured(result: Result) -> tuple[str, str]:
    """Return what the shown and the other outcome are measured against."""
    base = result.baseline
    return measured_words(result.measure, base), measured_words(result.other.measure, base)


def _who_has_them(result: Result) -> Line:
    outcome, where, evidence = result.outcome, place(result), standing_evidence(result)
    if not outcome.known:
        sentence = wording.seats_taken("win", _counted(result, outcome.elected), where)
        return line(result, "win", sentence, evidence, missing=(LAST_KNOWN[result.measure],))
    if not outcome.is_gain:
        sentence = wording.seats_taken("hold", _counted(result, outcome.elected), where)
        return line(result, "hold", sentence, evidence, party=outcome.elected[0])
    losers = listed(owner(result, one) for one in dict.fromkeys(outcome.losses))
    rest = wording.seats_kept(_counted(result, outcome.holds)) if outcome.holds else ""
    sentence = wording.seats_taken("gain", _counted(result, outcome.gains), where, losers, rest)
    return line(result, "gain", sentence, evidence, party=outcome.gains[0])


def _counted(result: Result, parties: Sequence[PartyId]) -> list[tuple[Subject, int]]:
    counted = Counter(parties)
    order = sorted(counted, key=lambda one: (-counted[one], result.party(one).order))
    return [(party_subject(result, one), counted[one]) for one in order]


def _long_held(result: Result) -> Iterator[Line]:
    contest, outcome = result.contest, result.outcome
    if not result.single or not outcome.is_gain or contest.party_since is None:
        return
    years = result.briefing.election.day.year - contest.party_since
    former = listed(contest.former_names)
    sentence = wording.long_held(place(result), owner(result, outcome.losses[0]), contest.party_since, years, former)
    yield line(result, "long-hold", sentence, standing_evidence(result), party=outcome.losses[0])


def _lost_before(result: Result) -> str:
    """Return when or to whom the winner had lost the seat: at the last election, or between that and tonight."""
    contest, winner, last = result.contest, result.winner.party, election_named(result.baseline)
    if result.party(winner).kind is not PartyKind.PARTY:
        return ""
    if winner in contest.lost_last and contest.defended and winner not in contest.defended:
        return "" if winner in contest.holders else wording.lost_in(last)
    if _lost_since(contest, winner):
        return wording.lost_since(last, owner(result, contest.holders[0]))
    return ""


def _told_lost(result: Result) -> Iterator[Evidence]:
    if result.contest.lost_last:
        lost = listed(result.party(one).short for one in result.contest.lost_last)
        yield briefed(result.contest, "Lost the seat last time", lost)


def _lost_since(contest: Contest, winner: PartyId) -> bool:
    """Return whether a party won the seat last time and does not have it now; recomputed votes elected nobody."""
    actual = contest.baseline is not None and contest.baseline.kind is BaselineKind.ACTUAL
    return actual and contest.defended == (winner,) and bool(contest.holders) and winner not in contest.holders
