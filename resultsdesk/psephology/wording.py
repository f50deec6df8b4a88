"""Numbers and outcomes in words: the only place where anything is rounded."""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction

from resultsdesk.psephology.baseline import Baseline, BaselineKind, Measure
from resultsdesk.psephology.outcome import Outcome
from resultsdesk.psephology.party import Party, PartyId, PartyKind

MINUS = "−"
NONE = "–"

_WITH_ARTICLE = ("House of ", "National Assembly", "Northern Ireland Assembly", "Scottish Parliament")
_PARLIAMENTS = ("House of Commons", "Parliament", "Senedd", "National Assembly", "Northern Ireland Assembly")


def rounded(value: Fraction | int, places: int = 0) -> Fraction:
    """Return `value` rounded half away from zero to `places` decimals."""
    return Fraction(_scaled(value, places), 10**places)


def decimal(value: Fraction | int, places: int = 1) -> str:
    """Return `value` with a fixed number of decimals, thousands marked and a true minus."""
    return _pointed(_scaled(value, places), places)


def _pointed(at_end: int, places: int) -> str:
    """Return a whole number of the smallest decimals with its point, thousands marked and a true minus."""
    whole, part = divmod(abs(at_end), 10**places)
    point = f".{part:0{places}}" if places else ""
    return f"{MINUS if at_end < 0 else ''}{whole:,}{point}"


def number(value: int | Fraction | None) -> str:
    """Return a whole number with thousands marked, or a dash for unknown."""
    return NONE if value is None else decimal(value, 0)


def per_cent(value: Fraction | None) -> str:
    """Return a share of 1 as a percentage to one decimal, or a dash for unknown."""
    return NONE if value is None else f"{_pointed(_scaled(value, 3), 1)}%"


def points(value: Fraction | None) -> str:
    """Return a change in share as signed percentage points to one decimal, or a dash for unknown."""
    if value is None:
        return NONE
    at_end = _scaled(value, 3)
    return f"{'+' if at_end > 0 else ''}{_pointed(at_end, 1)}"


def _scaled(value: Fraction | int, places: int) -> int:
    """Return `value` times ten to the power of `places` as the nearest whole number, halves away from zero."""
    scaled = abs(value.numerator) * 10**places
    whole: int = (2 * scaled + value.denominator) // (2 * value.denominator)
    return whole if value.numerator >= 0 else -whole


def signed(value: int | None) -> str:
    """Return a signed whole number; no change is `0`, unknown a dash."""
    return f"+{number(value)}" if value is not None and value > 0 else number(value)


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


def outcome_headline(outcome: Outcome, parties: Mapping[PartyId, Party]) -> tuple[str, str]:
    """Return an outcome in full as a phrase and what it is from: `Independent gain` and `from Labour`.

    The second is empty for a hold, and where nobody can say who had the seats before.
    """
    if not outcome.known:
        return _headed(outcome.elected, parties, "win"), ""
    said = [_headed(outcome.gains, parties, "gain")] if outcome.gains else []
    if outcome.holds:
        said.append(_headed(outcome.holds, parties, "hold"))
    losers = ", ".join(parties[one].name for one in dict.fromkeys(outcome.losses))
    return ", ".join(said), f"from {losers}" if losers else ""


def _headed(ids: Sequence[PartyId], parties: Mapping[PartyId, Party], verb: str) -> str:
    """Return party names in full, each with the verb and, where it has more than one seat, how many."""
    seats = Counter(ids)
    order = sorted(seats, key=lambda party: (-seats[party], parties[party].order))
    return ", ".join(f"{parties[one].name} {verb}{f' {seats[one]}' if seats[one] > 1 else ''}" for one in order)


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


def seats_headline(leaders: Sequence[Party], seats: int) -> str:
    """Return who has most seats, such as `170 seats for Labour`; more than one party where they are level."""
    if not leaders or not seats:
        return "No results yet"
    if len(leaders) == 1:
        return f"{seats_words(seats)} for {leaders[0].called or leaders[0].name}"
    return f"{' and '.join(one.short for one in leaders)} level on {number(seats)}"


def people_named(party: Party) -> str:
    """Return what a headline calls those who did something: `Labour`, `Conservatives`, `Greens`, `Independents`."""
    if not party.called and party.kind is PartyKind.INDEPENDENT:
        return f"{party.name}s"
    called = party.called.removeprefix("the ") or party.name
    return f"{called[:1].upper()}{called[1:]}"


def net_headline(party: Party, net: int) -> str:
    """Return a net gain or loss as a fact, such as `Labour up 75 seats` or `Conservatives down 85 seats`."""
    return f"{people_named(party)} {'up' if net > 0 else 'down'} {seats_words(abs(net))}"


def swing_headline(value: Fraction, from_: Party, to: Party) -> str:
    """Return a swing as a fact, turned round where it is below 0: `10.8% swing from Conservative to Labour`."""
    if _scaled(value, 3) == 0:
        return f"No swing between {from_.name} and {to.name}"
    loser, winner = (from_, to) if value > 0 else (to, from_)
    return f"{per_cent(abs(value))} swing from {loser.name} to {winner.name}"


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


def share_headline(party: Party, share: Fraction) -> str:
    """Return a share of the votes as a fact, such as `Conservatives on 42.3% of the vote`."""
    return f"{people_named(party)} on {per_cent(share)} of the vote"


def gains_words(how_many: int) -> str:
    """Return a heading for the last of the contests that were gained."""
    return "Latest gain" if how_many == 1 else f"Latest of {number(how_many)} gains"


def with_article(body: str) -> str:
    """Return a body's name as it stands in a sentence: `Birmingham`, `the House of Commons`."""
    return f"the {body}" if body.startswith(_WITH_ARTICLE) else body


def is_parliament(body: str) -> bool:
    """Return whether a body is spoken of as having a majority or none, where of a council one says who controls it."""
    return any(one in body for one in _PARLIAMENTS)


def in_sentence(party: Party) -> str:
    """Return what a sentence calls those who did something: `Labour`, `the Conservatives`, `Independents`."""
    return party.called or people_named(party)


def control_headline(body: str, party: Party | None, before: Party | None, known: bool) -> str:
    """Return who controls a body as a fact; `before` None is no overall control, unless that is not `known`.

    A council is controlled, gained and held; in a parliament a party has a majority or nobody has.
    """
    if is_parliament(body):
        return _majority_headline(body, party, before, known)
    if party is None:
        return f"No overall control in {body}"
    if not known:
        return f"{people_named(party)} win {body}"
    if before is not None and before.id == party.id:
        return f"{people_named(party)} hold {body}"
    return f"{people_named(party)} gain {body} from {in_sentence(before) if before else 'no overall control'}"


def _majority_headline(body: str, party: Party | None, before: Party | None, known: bool) -> str:
    if party is None:
        return "Hung parliament" if body == "House of Commons" else f"No majority in {with_article(body)}"
    if not known:
        return f"{people_named(party)} have a majority"
    return f"{people_named(party)} {'keep their' if before is not None and before.id == party.id else 'win a'} majority"


def targets_headline(party: Party, won: int, declared: int, targets: int) -> str:
    """Return how a party did in the targets declared so far, and how many are to come."""
    if not declared:
        return f"{number(targets)} {'target' if targets == 1 else 'targets'} for {in_sentence(party)}"
    if declared == 1:
        said = f"{'win' if won else 'miss'} {'their' if targets == 1 else '1'} target"
    elif won == declared:
        said = f"win all {number(declared)} targets"
    else:
        said = f"win {number(won) if won else 'none'} of {number(declared)} targets"
    come = f", {number(targets - declared)} to come" if targets > declared else ""
    return f"{people_named(party)} {said}{come}"


def needed_words(swing: Fraction) -> str:
    """Return the swing a seat falls at."""
    return f"needs {decimal(swing * 100)}%"


def due_words(at: str, overdue: bool) -> str:
    """Return when a result is expected, or that it should have come by then."""
    return f"was due {at}" if overdue else at
