"""What each candidacy's line of the form shows, from the form as it was weighed."""

from collections.abc import Iterator

from resultsdesk.night.briefing import Briefing
from resultsdesk.night.objections import Objection
from resultsdesk.night.polled import moved
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.candidacy import Candidacy, CandidacyId
from resultsdesk.psephology.rounding import number
from resultsdesk.psephology.shares import deposit_lost, share
from resultsdesk.windows.desk.entry.candidacy_figure import CandidacyLine
from resultsdesk.windows.desk.entry.form import Mode, Weighed

REMARKS = {
    "not-whole-number": "not a whole number",
    "over-papers": "more votes than ballot papers",
    "share-moved": "moved over 25 points",
    "digit-count": "a digit too many or too few?",
    "swap-suspected": "the other way about?",
    "same-figure": "the same figure twice",
    "transposed-digits": "two digits swapped?",
    "flash-differs": "was flashed as the winner",
}


def candidacy_lines(result: Weighed, standing: Standing, briefing: Briefing) -> Iterator[CandidacyLine]:
    """Yield the lines in ballot order."""
    objections = _by_candidacy(result)
    for one in standing.contest.candidacies:
        yield _line(one, result, standing, briefing, objections.get(one.id))


def _line(
    one: Candidacy, result: Weighed, standing: Standing, briefing: Briefing, objection: Objection | None
) -> CandidacyLine:
    party = briefing.parties[one.party]
    votes = result.reading.figures.votes.get(one.id)
    now = share(votes, result.total) if votes is not None and result.total else None
    baseline = standing.contest.baseline if result.complete else None
    counted = (result.verdict.after or standing).count if result.complete else None
    if result.form.mode is Mode.SHOWN:
        counted = standing.count
    first = standing.first_count
    return CandidacyLine(
        one,
        party,
        briefing.parties.get(one.adjunct) if one.adjunct else None,
        share=now,
        so_far=not result.complete,
        change=moved(now, one, standing.contest, briefing) if result.complete else None,
        new=baseline is not None and party.compares and votes is not None and baseline.share(party.id) is None,
        elected=counted is not None and one.id in counted.elected,
        level=counted is not None and one.id in counted.tied,
        deposit_lost=bool(
            briefing.election.deposits and result.complete and votes is not None and deposit_lost(votes, result.total)
        ),
        first_count=number((first.votes or {}).get(one.id)) if first else "",
        trouble="" if objection is None else "error" if objection.blocks else "warning",
        remark="" if objection is None else REMARKS[objection.code],
    )


def _by_candidacy(result: Weighed) -> dict[CandidacyId, Objection]:
    """Return for each candidacy the worst objection that a few words next to its box can tell."""
    found: dict[CandidacyId, Objection] = {}
    if result.form.mode is Mode.SHOWN:
        return found
    waiting = set(result.asking)
    for one in result.objections:
        if one.code not in REMARKS or not (one.blocks or one in waiting):
            continue
        for candidacy in one.at:
            found.setdefault(candidacy, one)
    return found
