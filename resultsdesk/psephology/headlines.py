"""Facts as headlines: who leads, gains, holds and controls, as one would say it on the air."""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction

from resultsdesk.psephology.outcome import Outcome
from resultsdesk.psephology.party import Party, PartyId, PartyKind
from resultsdesk.psephology.rounding import number, per_cent, rounded
from resultsdesk.psephology.wording import seats_words

_WITH_ARTICLE = ("House of ", "National Assembly", "Northern Ireland Assembly", "Scottish Parliament")
_PARLIAMENTS = ("House of Commons", "Parliament", "Senedd", "National Assembly", "Northern Ireland Assembly")


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


def seats_headline(leaders: Sequence[Party], seats: int) -> str:
    """Return who has most seats, such as `170 seats for Labour`; more than one party where they are level."""
    if not leaders or not seats:
        return "No results yet"
    if len(leaders) == 1:
        return f"{seats_words(seats)} for {leaders[0].called or leaders[0].name}"
    return f"{' and '.join(one.short for one in leaders)} level on {number(seats)}"


def net_headline(party: Party, net: int) -> str:
    """Return a net gain or loss as a fact, such as `Labour up 75 seats` or `Conservatives down 85 seats`."""
    return f"{people_named(party)} {'up' if net > 0 else 'down'} {seats_words(abs(net))}"


def share_headline(party: Party, share: Fraction) -> str:
    """Return a share of the votes as a fact, such as `Conservatives on 42.3% of the vote`."""
    return f"{people_named(party)} on {per_cent(share)} of the vote"


def swing_headline(value: Fraction, from_: Party, to: Party) -> str:
    """Return a swing as a fact, turned round where it is below 0: `10.8% swing from Conservative to Labour`."""
    if rounded(value, 3) == 0:
        return f"No swing between {from_.name} and {to.name}"
    loser, winner = (from_, to) if value > 0 else (to, from_)
    return f"{per_cent(abs(value))} swing from {loser.name} to {winner.name}"


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


def people_named(party: Party) -> str:
    """Return what a headline calls those who did something: `Labour`, `Conservatives`, `Greens`, `Independents`."""
    if not party.called and party.kind is PartyKind.INDEPENDENT:
        return f"{party.name}s"
    called = party.called.removeprefix("the ") or party.name
    return f"{called[:1].upper()}{called[1:]}"


def in_sentence(party: Party) -> str:
    """Return what a sentence calls those who did something: `Labour`, `the Conservatives`, `Independents`."""
    return party.called or people_named(party)


def with_article(body: str) -> str:
    """Return a body's name as it stands in a sentence: `Birmingham`, `the House of Commons`."""
    return f"the {body}" if body.startswith(_WITH_ARTICLE) else body


def is_parliament(body: str) -> bool:
    """Return whether a body is spoken of as having a majority or none, where of a council one says who controls it."""
    return any(one in body for one in _PARLIAMENTS)
