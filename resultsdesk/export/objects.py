"""What a night is to a script, as plain objects, described in resources/docs/JSON.md. Unknown is null, never 0."""

from datetime import datetime
from fractions import Fraction

from resultsdesk.night.briefing import BodyId
from resultsdesk.night.control import Control, ControlKind, control, control_before
from resultsdesk.night.entries import Entry, Kind
from resultsdesk.night.history import Step, difference
from resultsdesk.night.night import Night, Scope, ScopeKind, scope_name
from resultsdesk.night.polled import polled, turnout_of
from resultsdesk.night.standing import Standing
from resultsdesk.night.swings import swing_of
from resultsdesk.night.tally import Tally
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.candidacy import Candidacy, CandidacyId
from resultsdesk.psephology.party import PartyId
from resultsdesk.psephology.rounding import rounded
from resultsdesk.psephology.wording import measured_words, outcome_words

Object = dict[str, object]
PLACES = 6


def fraction(value: Fraction | int | None) -> float | None:
    """Return a share of 1 with six decimals, half away from zero, or None for unknown."""
    return None if value is None else float(rounded(value, PLACES))


def instant(night: Night, moment: datetime | None) -> str | None:
    """Return a moment in ISO 8601 on the night's own clock, with its offset."""
    return None if moment is None else night.briefing.local(moment).isoformat()


def outcome_said(night: Night, standing: Standing, measure: Measure) -> str:
    """Return a contest's outcome in words, or its stage where it has none; a flash says that it was only heard."""
    parties = night.briefing.parties
    decided, heard = standing.outcome(measure), standing.heard(measure)
    if decided is not None:
        return outcome_words(decided, parties)
    if heard is not None:
        return f"{outcome_words(heard, parties)} heard"
    return str(standing.stage)


def outcome_measured(night: Night, standing: Standing, measure: Measure) -> str:
    """Return a contest's outcome in words; where the other baseline gives another, both, each with its name."""
    other = next(one for one in Measure if one is not measure)
    here, there = (outcome_said(night, standing, one) for one in (measure, other))
    outcomes = [standing.outcome(one) or standing.heard(one) for one in (measure, other)]
    if here == there or not all(one is not None and one.known for one in outcomes):
        return here
    baseline = standing.contest.baseline
    return f"{here} {measured_words(measure, baseline)} ({there} {measured_words(other, baseline)})"


def contest_object(night: Night, standing: Standing, measure: Measure) -> Object:
    """Return all that is known of one contest."""
    contest, poll = standing.contest, standing.poll
    parties = night.briefing.parties
    decided, heard = standing.outcome(measure), standing.heard(measure)
    return {
        "id": contest.id,
        "name": contest.name,
        "body": contest.body,
        "region": contest.region or None,
        "nation": contest.nation or None,
        "vacancies": contest.vacancies,
        "stage": str(standing.stage),
        "outcome": (outcome_words(decided, parties) or None) if decided else None,
        "heard": outcome_words(heard, parties) if heard else None,
        "winners": [one.name for one in standing.elected],
        "gain_from": [parties[one].short for one in dict.fromkeys(decided.losses)] if decided else [],
        "baseline": str(measure),
        "swing": _swing(night, standing),
        "majority": standing.count.majority if standing.count else None,
        "valid_votes": poll.valid_votes if poll else None,
        "rejected": poll.rejected if poll else None,
        "papers": poll.papers if poll else None,
        "lot": list(drawn(standing)),
        "electorate": contest.electorate,
        "turnout": fraction(turnout_of(standing, night.briefing)),
        "declared_at": instant(night, standing.declared_at),
        "expected": instant(night, contest.expected),
        "revision": standing.revision,
        "note": contest.note or None,
        "candidacies": [_candidacy(night, standing, one) for one in contest.candidacies],
    }


def drawn(standing: Standing) -> tuple[CandidacyId, ...]:
    """Return whom a returning officer drew by lot, in that order; nobody where no lot was drawn."""
    if standing.poll is None:
        return ()
    counts = (one for one in reversed(standing.entries) if one.kind in (Kind.DECLARED, Kind.CORRECTED))
    return next((one.lot for one in counts), ())


def _swing(night: Night, standing: Standing) -> Object | None:
    found = swing_of(standing, night.briefing.parties)
    if found is None:
        return None
    return {"from": _short(night, found.loser), "to": _short(night, found.gainer), "by": fraction(found.by)}


def _candidacy(night: Night, standing: Standing, one: Candidacy) -> Object:
    told = polled(standing, one, night.briefing)
    return {
        "id": one.id,
        "name": one.name,
        "party": night.briefing.parties[one.party].short,
        "party_id": one.party,
        "adjunct": _short(night, one.adjunct),
        "votes": told.votes,
        "share": fraction(told.share),
        "change": fraction(told.change),
        "elected": (one.id in standing.winners) if standing.decided else None,
        "deposit_lost": told.deposit_lost,
        "sitting": one.sitting,
    }


def _short(night: Night, party: PartyId | None) -> str | None:
    """Return a party's short name; an adjunct party need not be one of the briefing's parties."""
    known = night.briefing.parties.get(party) if party is not None else None
    return known.short if known else party


def tally_object(night: Night, scope: Scope, measure: Measure) -> Object:
    """Return the sums over a scope; the same keys for a body, a region, a group and the whole night."""
    tally = night.tally(scope)
    body = BodyId(scope.name) if scope.kind is ScopeKind.BODY else None
    chamber = night.briefing.bodies[body] if body is not None else None
    now = control(night, body) if body is not None and tally.majority is not None else None
    before = control_before(night, body, measure) if body is not None else None
    return {
        "kind": str(scope.kind),
        "id": scope.name or night.briefing.election.id,
        "name": scope_name(night.briefing, scope) if scope.name else night.briefing.election.title,
        "note": (chamber.note or None) if chamber else None,
        "seats": tally.all_seats,
        "majority": tally.majority,
        "contests": tally.contests,
        "declared": tally.declared,
        "flashed": tally.heard,
        "in_recount": tally.recounts,
        "postponed": tally.postponed,
        "to_come": tally.to_come,
        "holders_known": tally.known.get(measure, 0),
        "valid_votes": tally.valid_votes if tally.declared else None,
        "turnout": fraction(tally.turnout),
        "turnout_before": fraction(tally.turnout_before),
        "control": _control(night, now) if now else None,
        "control_before": _control(night, before) if before else None,
        "parties": [_line(night, tally, one, measure) for one in tally.parties],
    }


def _line(night: Night, tally: Tally, party_id: PartyId, measure: Measure) -> Object:
    party = night.briefing.parties[party_id]
    line = tally.line(party.id, measure, party.compares)
    return {
        "party": party.short,
        "id": party.id,
        "name": party.name,
        "seats": line.seats,
        "won": line.won,
        "continuing": line.continuing,
        "gains": line.gains,
        "losses": line.losses,
        "net": line.net,
        "votes": line.votes,
        "share": fraction(line.share),
        "change": fraction(line.change),
        # Without last time's votes nobody knows whether it is new.
        "new": line.new if line.new or line.change is not None else None,
        "to_majority": tally.to_majority(party.id) if party.compares else None,
    }


def _control(night: Night, known: Control) -> Object:
    parties = night.briefing.parties
    return {
        "kind": str(known.kind),
        "party": parties[known.party].short if known.party and known.kind is ControlKind.PARTY else None,
        "largest": [parties[one].short for one in known.largest],
    }


def entry_object(night: Night, entry: Entry) -> Object:
    """Return one entry of the journal as it was kept."""
    return {
        "entry": entry.seq,
        "entry_id": entry.entry_id,
        "contest": entry.contest,
        "kind": str(entry.kind),
        "declared_at": instant(night, entry.declared_at),
        "keyed_at": instant(night, entry.keyed_at),
        "keyed_by": entry.keyed_by or None,
        "desk": entry.desk,
        "source": entry.source,
        "reason": entry.reason or None,
        "accepted": list(entry.accepted),
        "supersedes": entry.supersedes,
        "winner": entry.winner,
        "votes": dict(entry.votes) if entry.votes is not None else None,
        "rejected": entry.rejected,
        "papers": entry.papers,
        "read_out": entry.read_out,
        "announced_majority": entry.announced_majority,
        "lot": list(entry.lot),
    }


def step_object(night: Night, step: Step, earlier: Entry | None, measure: Measure) -> Object:
    """Return an entry with what the contest was after it and every figure that differs from the one before."""
    outcome = step.standing.outcome(measure)
    lines = difference(step.standing.contest, earlier, step.entry) if step.entry.votes is not None else ()
    return {
        **entry_object(night, step.entry),
        "stage": str(step.standing.stage),
        "outcome": (outcome_words(outcome, night.briefing.parties) or None) if outcome else None,
        "changes": [
            {"label": one.label, "candidacy": one.candidacy, "before": one.before, "after": one.after}
            for one in lines
            if one.differs and earlier is not None
        ],
    }
