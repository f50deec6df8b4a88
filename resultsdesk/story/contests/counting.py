"""How a contest was counted: recounts, corrections, deposits, and polls that do not take place."""

from collections.abc import Iterator

from resultsdesk.night.briefing import Briefing
from resultsdesk.night.history import difference
from resultsdesk.night.night import Scope, ScopeKind
from resultsdesk.night.stages import Stage
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.rounding import number, per_cent
from resultsdesk.story.about import line, outcome_of, party_subject, place, place_of
from resultsdesk.story.evidence import entered, had_seat, of_candidacy, standing_evidence, time_of
from resultsdesk.story.grammar import many, party_named
from resultsdesk.story.lines import Evidence, Line, Source
from resultsdesk.story.result import Result
from resultsdesk.story.weights import WEIGHTS
from resultsdesk.story.wording import contest as wording

_NAMED = 3


def counting(result: Result) -> Iterator[Line]:
    """Yield what there is to say of a declared count."""
    yield from _recounted(result)
    yield from _corrected(result)
    yield from _deposits(result)


def uncounted(briefing: Briefing, standing: Standing) -> Iterator[Line]:
    """Yield what there is to say of a contest without a result: that it is in recount, or postponed.

    The figures of a count that is being done again are nobody's to tell.
    """
    if standing.stage not in (Stage.RECOUNT, Stage.POSTPONED) or not standing.entries:
        return
    contest, entry = standing.contest, standing.entries[-1]
    where = place_of(briefing, contest)
    if standing.stage is Stage.RECOUNT:
        kind, sentence = "in-recount", wording.in_recount(where, len(standing.recounts))
    else:
        kind, sentence = "postponed", wording.postponed(where)
    told = Evidence(str(standing.stage), time_of(briefing, entry.declared_at), Source.ENTRY, contest.id, entry.entry_id)
    scope = Scope(ScopeKind.BODY, contest.body)
    yield Line(
        f"{kind}/{contest.id}", kind, sentence, WEIGHTS[kind], entry.declared_at, (contest.id,), scope, None, (told,)
    )


def _recounted(result: Result) -> Iterator[Line]:
    calls = result.standing.recounts
    if not calls or not result.elected:
        return
    sentence = wording.after_recount(place(result), len(calls), result.majority)
    told = [
        Evidence("Recount called", time_of(result.briefing, one.declared_at), Source.ENTRY, result.id, one.entry_id)
        for one in calls
    ]
    yield line(result, "recount", sentence, (*told, *standing_evidence(result)))


def _corrected(result: Result) -> Iterator[Line]:
    """Yield the last correction of a contest."""
    if result.standing.revision < 2:
        return
    at = next(place for place, one in enumerate(result.steps) if one.entry is result.entry)
    step, earlier = result.steps[at], result.steps[at - 1]
    clock = time_of(result.briefing, step.entry.declared_at)
    changes = tuple(_changed(result, earlier.standing))
    sentence = wording.corrected(place(result), clock, changes, step.entry.told_reason)
    lines = difference(result.contest, earlier.entry, step.entry)
    changed = [
        entered(result, one.label, f"{number(one.before)} becomes {number(one.after)}") for one in lines if one.differs
    ]
    yield line(result, "correction", sentence, changed)


def _changed(result: Result, standing: Standing) -> Iterator[str]:
    """Yield what is otherwise than it was before: the outcome, or else who is elected; the majority."""
    before = Result(standing, result.briefing, result.measure)
    if not standing.decided:
        return
    now, then = outcome_of(result), outcome_of(before)
    if now != then:
        yield wording.outcome_changed(now, then)
    elif standing.winners != result.standing.winners:
        names = [one.name for one in result.elected if one.id not in standing.winners]
        others = [one.name for one in before.elected if one.id not in result.standing.winners]
        if names:
            yield wording.elected_changed(names, others)
    if result.majority is not None and before.majority is not None and result.majority != before.majority:
        yield wording.majority_changed(result.majority, before.majority)


def _deposits(result: Result) -> Iterator[Line]:
    lost = result.deposits
    if not lost:
        return
    defended = set(result.contest.before(result.measure))
    for one in lost:
        if one.party in defended and result.party(one.party).compares:
            who, share = party_subject(result, one.party), per_cent(result.share(one))
            sentence = wording.deposit_of_defender(who, place(result), share)
            evidence = [of_candidacy(result, one), had_seat(result)]
            yield line(result, "deposit-of-defender", sentence, evidence, about=one.id, party=one.party)
    named = [party_named(result.party(one.party)) for one in lost if result.party(one.party).compares]
    independents = len(lost) - len(named)
    unnamed = named[_NAMED:] if len(named) > _NAMED + 1 else []
    said = named[: len(named) - len(unnamed)]
    if independents:
        said.append(many(independents, "independent"))
    if unnamed:
        said.append(many(len(unnamed), "other"))
    alone = len(lost) == independents == 1
    where = place(result)
    sentence = wording.deposit_of_one(lost[0].name, where) if alone else wording.deposits(said, where, len(lost))
    yield line(result, "deposit", sentence, [of_candidacy(result, one) for one in lost])
