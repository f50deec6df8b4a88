"""Sitting members: out, and elected where another party had won."""

from collections.abc import Iterator

from resultsdesk.psephology.baseline import Baseline, BaselineLine
from resultsdesk.psephology.candidacy import Candidacy
from resultsdesk.psephology.wording import per_cent
from resultsdesk.story import wording
from resultsdesk.story.about import by_lot, line, place, standing_for
from resultsdesk.story.evidence import election_named, of_candidacy, standing_evidence
from resultsdesk.story.lines import Line
from resultsdesk.story.result import Result


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
    sentence = wording.member_out(one.name, result.party(one.party).short, place(result), since, came, also)
    evidence = standing_evidence(result)
    mine = of_candidacy(result, one)
    return line(
        result,
        "member-out",
        sentence,
        evidence if mine in evidence else (mine, *evidence),
        about=one.id,
        party=one.party,
    )


def _for_another(result: Result) -> Iterator[Line]:
    """Yield that somebody elected for one party last time is elected for another: known by the name of last time.

    A sitting member whose party did not win the seat last time may as well have won it at a by-election.
    """
    base = result.baseline
    if not result.single or base is None or not base.lines:
        return
    winner = result.winner
    last_time = _line_of(base, winner)
    if last_time is None or last_time != base.ranked[0] or last_time.party == winner.party:
        return
    sentence = wording.member_changed(
        winner.name,
        place(result),
        standing_for(result, winner.party),
        standing_for(result, last_time.party),
        election_named(base),
    )
    yield line(result, "other-party", sentence, standing_evidence(result), party=winner.party)


def _line_of(base: Baseline, one: Candidacy) -> BaselineLine | None:
    """Return last time's line of the same person, where the baseline has names."""
    return next((old for old in base.lines if old.name and old.name == one.name), None)
