"""Sitting members: out, and elected where another party had won."""

from collections.abc import Iterator

from resultsdesk.psephology.candidacy import Candidacy
from resultsdesk.psephology.party import PartyId
from resultsdesk.psephology.rounding import per_cent
from resultsdesk.story.about import by_lot, line, place, safe, standing_for
from resultsdesk.story.evidence import briefed, of_candidacy, standing_evidence
from resultsdesk.story.lines import Line
from resultsdesk.story.result import Result
from resultsdesk.story.weights import LONG_MORE, LONG_SERVED
from resultsdesk.story.wording import contest as wording


def people(result: Result) -> Iterator[Line]:
    """Yield a line for each sitting member who is out, or in for another party than won last time."""
    if not result.elected or result.standing.tied:
        return
    for one in result.ranked:
        if one.sitting and one not in result.elected:
            yield _out(result, one)
    yield from _for_another(result)


def _out(result: Result, one: Candidacy) -> Line:
    sitting = [other for other in result.contest.candidacies if other.sitting]
    also = any(other in result.elected for other in sitting)
    since = result.contest.member_since if len(sitting) == 1 else None
    rank = result.ranked.index(one) + 1
    behind = result.majority if rank == 2 and result.single and not by_lot(result) else None
    came = wording.came(rank, behind, per_cent(result.share(one)))
    elected = standing_for(result, one.elected_for) if one.elected_for else ""
    short = result.party(one.party).short
    years = result.briefing.election.day.year - since if since else 0
    sentence = wording.member_out(one.name, short, place(result), since, elected, came, also)
    evidence = standing_evidence(result)
    mine = of_candidacy(result, one)
    return line(
        result,
        "member-out",
        sentence,
        evidence if mine in evidence else (mine, *evidence),
        about=one.id,
        party=one.party,
        more=LONG_MORE if years >= LONG_SERVED else safe(result),
    )


def _for_another(result: Result) -> Iterator[Line]:
    """Yield that somebody elected for one party last time is elected for another.

    It is known from the briefing, or by the name of last time's winner. A sitting member whose party did not win the
    seat last time may as well have won it at a by-election.
    """
    if not result.single:
        return
    winner = result.winner
    was = winner.elected_for or _won_last_time(result, winner)
    if was is None or was == winner.party:
        return
    sentence = wording.member_changed(
        winner.name, place(result), standing_for(result, winner.party), standing_for(result, was), winner.sitting
    )
    told = briefed(result.contest, f"{winner.name} was elected", standing_for(result, was))
    yield line(result, "other-party", sentence, (told, *standing_evidence(result)), party=winner.party)


def _won_last_time(result: Result, one: Candidacy) -> PartyId | None:
    """Return the party the same person won the seat for last time, where the baseline has names."""
    base = result.baseline
    if base is None or not base.lines or not base.ranked[0].name:
        return None
    return base.ranked[0].party if base.ranked[0].name == one.name else None
