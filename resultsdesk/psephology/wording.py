"""Outcomes, seats and measures in few words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction

from resultsdesk.psephology.baseline import Baseline, BaselineKind, Measure
from resultsdesk.psephology.outcome import Outcome
from resultsdesk.psephology.party import Party, PartyId
from resultsdesk.psephology.rounding import decimal, number, per_cent


def outcome_words(outcome: Outcome, parties: Mapping[PartyId, Party]) -> str:
    """Return an outcome in the House of Commons Library's short words, such as `Lab gain from Con`."""
    if not outcome.known:
        return f"{_listed(outcome.elected, parties)} win" if outcome.elected else ""
    parts = []
    if outcome.gains:
        losers = ", ".join(parties[one].short for one in dict.fromkeys(outcome.losses))
        parts.append(f"{_listed(outcome.gains, parties, 'gain')} from {losers}")
    if outcome.holds:
        holds = _listed(outcome.holds, parties)
        parts.append(f"{holds} hold")
    return "; ".join(parts)


def _listed(ids: Sequence[PartyId], parties: Mapping[PartyId, Party], verb: str = "") -> str:
    """Return party short names, each with its verb and, where it has more than one seat, how many."""
    seats = Counter(ids)
    words = []
    for one in sorted(seats, key=lambda party: (-seats[party], parties[party].order)):
        how_many = f" {seats[one]}" if seats[one] > 1 else ""
        words.append(f"{parties[one].short}{' ' if verb else ''}{verb}{how_many}")
    return ", ".join(words)


def measured_words(measure: Measure, baseline: Baseline | None) -> str:
    """Return what a gain is measured against, such as `against 2019 (notional)` or `against the holder now`."""
    if measure is Measure.HOLDER:
        return "against the holder now"
    if baseline is None:
        return "against the last election"
    return f"against {baseline.election}{' (notional)' if baseline.kind is BaselineKind.NOTIONAL else ''}"


def declared_words(declared: int, contests: int) -> str:
    """Return how much is known, such as `228 of 650 declared`."""
    return f"{number(declared)} of {number(contests)} declared"


def since_words(baseline: Baseline | None) -> str:
    """Return what a change in share is measured against, such as `Change since 2019 (notional)`."""
    if baseline is None:
        return ""
    return f"Change since {baseline.election}{' (notional)' if baseline.kind is BaselineKind.NOTIONAL else ''}"


def seats_words(seats: int) -> str:
    """Return a number of seats with its noun."""
    return f"{number(seats)} {'seat' if seats == 1 else 'seats'}"


def swing_words(by: Fraction, loser: Party, gainer: Party) -> str:
    """Return a swing in a few words, such as `swing Con to Lab 10.8%`."""
    return f"swing {loser.short} to {gainer.short} {per_cent(by)}"


def compared_words(measure: Measure, baseline: Baseline | None) -> tuple[str, ...]:
    """Return what gains and changes are measured against: one phrase where it is the same for both."""
    since = since_words(baseline)
    if measure is Measure.HOLDER:
        return tuple(one for one in ("Gains against the holder now", since) if one)
    if baseline is None:
        return ("Gains against the last election",)
    return (f"Compared with {baseline.election}{' (notional)' if baseline.kind is BaselineKind.NOTIONAL else ''}",)


def majority_words(seats: int, all_seats: int, line: int, complete: bool) -> str:
    """Return how far a party is from a majority: once all is known, its seats less those of all the others."""
    if seats < line:
        return f"{number(line - seats)} short of a majority"
    return f"a majority of {number(2 * seats - all_seats)}" if complete else "enough for a majority"


def holders_known_words(known: int, decided: int, areas: str) -> str:
    """Return of how many contests gains can be told, or nothing where that is all of them."""
    if known == decided:
        return ""
    if not known:
        return f"Who held these {areas} is not known, nor are gains and losses"
    return f"Gains and losses of the {number(known)} of {number(decided)} {areas} whose holder is known"


def gains_words(how_many: int) -> str:
    """Return a heading for the last of the contests that were gained."""
    return "Latest gain" if how_many == 1 else f"Latest of {number(how_many)} gains"


def needed_words(swing: Fraction) -> str:
    """Return the swing a seat falls at."""
    return f"needs {decimal(swing * 100)}%"


def due_words(at: str, overdue: bool) -> str:
    """Return when a result is expected, or that it should have come by then."""
    return f"was due {at}" if overdue else at
