"""What every line about one result needs: names for its place and people, and the line itself."""

from collections.abc import Iterable

from resultsdesk.night.briefing import Briefing, Contest
from resultsdesk.night.night import Scope, ScopeKind
from resultsdesk.psephology.candidacy import Candidacy
from resultsdesk.psephology.party import PartyId, PartyKind
from resultsdesk.story.grammar import Subject, listed, party_named
from resultsdesk.story.lines import Evidence, Line
from resultsdesk.story.result import Result
from resultsdesk.story.weights import SAFE, WEIGHTS
from resultsdesk.story.wording.marks import outcome_said
from resultsdesk.story.wording.seats import margin_words


def line(
    result: Result,
    kind: str,
    sentence: str,
    evidence: Iterable[Evidence],
    *,
    about: str = "",
    party: PartyId | None = None,
    missing: tuple[str, ...] = (),
    more: int = 0,
) -> Line:
    """Return a line about a result that weighs so much `more` than others of its kind.

    `about` tells apart two lines of one kind about one contest.
    """
    return Line(
        f"{kind}/{result.id}{f'/{about}' if about else ''}",
        kind,
        sentence,
        WEIGHTS[kind] + more,
        result.standing.declared_at,
        (result.id,),
        Scope(ScopeKind.BODY, result.contest.body),
        party,
        tuple(evidence),
        missing,
    )


def place_of(briefing: Briefing, contest: Contest) -> str:
    """Return a contest's name, with its body's where there are several: councils share the names of wards."""
    body = f" ({briefing.bodies[contest.body].name})" if len(briefing.bodies) > 1 else ""
    return f"{contest.name}{body}"


def place(result: Result) -> str:
    """Return a result's place."""
    return place_of(result.briefing, result.contest)


def party_subject(result: Result, party: PartyId) -> Subject:
    """Return a party as the one who does something."""
    return Subject(party_named(result.party(party)))


def subject(result: Result, one: Candidacy) -> Subject:
    """Return who does something: the candidacy's party, or the person where that is no party."""
    kind = result.party(one.party).kind
    if kind is PartyKind.PARTY:
        return party_subject(result, one.party)
    return Subject(f"{one.name}, {'the Speaker' if kind is PartyKind.SPEAKER else 'an independent'},", many=False)


def person(result: Result, one: Candidacy) -> str:
    """Return the name to add where the subject is a party; empty where the person is the subject."""
    return one.name if result.party(one.party).kind is PartyKind.PARTY else ""


def opponent(result: Result, one: Candidacy) -> str:
    """Return somebody who was beaten: the party, or the person where that is no party or the winner's own."""
    party = result.party(one.party)
    if party.kind is PartyKind.PARTY and one.party != result.winner.party:
        return party_named(party)
    return f"{one.name} ({party.short})"


def owner(result: Result, party: PartyId) -> str:
    """Return the party that had a seat: `Labour`, `an independent`, `the Speaker`."""
    kind = result.party(party).kind
    if kind is PartyKind.PARTY:
        return party_named(result.party(party))
    return "the Speaker" if kind is PartyKind.SPEAKER else "an independent"


def standing_for(result: Result, party: PartyId) -> str:
    """Return what somebody stood as: `for Labour`, `as an independent`."""
    kind = result.party(party).kind
    return f"{'for' if kind is PartyKind.PARTY else 'as'} {owner(result, party)}"


def outcome_of(result: Result) -> str:
    """Return a result's outcome in few words, as far as anybody knows who had the seats; empty before the lot."""
    outcome = result.outcome
    seats = outcome.gains or outcome.elected
    verb = "gain" if outcome.gains else "hold" if outcome.known else "win"
    losers = listed(owner(result, one) for one in dict.fromkeys(outcome.losses))
    order = sorted(dict.fromkeys(seats), key=lambda one: (-seats.count(one), result.party(one).order))
    who = [(Subject(owner(result, one), result.party(one).kind is PartyKind.PARTY), seats.count(one)) for one in order]
    return outcome_said(verb, who, losers) if who else ""


def by_lot(result: Result) -> bool:
    """Return whether the lot decided the last seat."""
    return result.majority == 0 and not result.standing.tied


def margin(result: Result) -> str:
    """Return how the winner won."""
    return margin_words(result.majority, by_lot(result))


def safe(result: Result) -> int:
    """Return what the loss of a seat weighs more for how safe it was, 0 where its majority is not known."""
    base, had = result.baseline, result.overturned
    if base is None or had is None or not base.valid_votes:
        return 0
    return next((more for part, more in SAFE if had >= part * base.valid_votes), 0)


def second(result: Result) -> str:
    """Return who was beaten by the majority; empty where nobody was."""
    return opponent(result, result.ranked[1]) if result.polled else ""
