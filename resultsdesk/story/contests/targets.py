"""What parties set out to win, met and missed."""

from collections.abc import Iterator

from resultsdesk.night.briefing import Target
from resultsdesk.psephology.party import PartyKind
from resultsdesk.story.about import line, margin, party_subject, place, subject
from resultsdesk.story.evidence import briefed, standing_evidence
from resultsdesk.story.grammar import Subject
from resultsdesk.story.ground import Ground
from resultsdesk.story.lines import Line
from resultsdesk.story.result import Result
from resultsdesk.story.wording import contest as wording


def targets(result: Result, ground: Ground) -> Iterator[Line]:
    """Yield a line for each party that has the contest on its list."""
    if not result.elected or result.standing.tied:
        return
    for target in ground.targets.get(result.id, ()):
        yield _met(result, target) if target.party in result.standing.parties else _missed(result, target)


def _which(result: Result, target: Target) -> str:
    """Return the target's place on its list, or one of how many where the list has no order."""
    ranks = [one.rank for one in result.briefing.targets if one.party == target.party]
    return wording.target_which(target.rank, len(ranks), len(set(ranks)) > 1)


def _line(result: Result, target: Target, kind: str, sentence: str) -> Line:
    which = briefed(result.contest, f"Target of {result.party(target.party).short}", _which(result, target))
    evidence = (which, *standing_evidence(result))
    return line(result, kind, sentence, evidence, about=target.party, party=target.party)


def _met(result: Result, target: Target) -> Line:
    had = target.party in result.contest.before(result.measure)
    sentence = wording.target_met(party_subject(result, target.party), place(result), _which(result, target), had)
    return _line(result, target, "target-met", sentence)


def _missed(result: Result, target: Target) -> Line:
    winner, outcome = result.winner, result.outcome
    verb = "win" if not outcome.known else "gain" if outcome.is_gain else "hold"
    party = result.party(winner.party)
    who = subject(result, winner) if party.kind is PartyKind.PARTY else Subject(winner.name, many=False)
    what = wording.target_now(who, verb, margin(result))
    who = party_subject(result, target.party)
    return _line(
        result, target, "target-missed", wording.target_missed(who, place(result), _which(result, target), what)
    )
