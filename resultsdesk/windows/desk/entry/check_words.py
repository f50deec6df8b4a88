"""What the figures read out besides the votes are held against, and in which words."""

from resultsdesk.night.briefing import Briefing
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.poll import Poll
from resultsdesk.psephology.rounding import NONE, number, per_cent
from resultsdesk.psephology.shares import turnout
from resultsdesk.windows.desk.entry.form import Mode, Weighed


def total_words(result: Weighed) -> str:
    """Return the sum of the figures so far, a dash before the first."""
    typed = any(votes is not None for votes in result.reading.figures.votes.values())
    return number(result.total) if typed else NONE


def turnout_words(result: Weighed, standing: Standing, briefing: Briefing) -> str:
    """Return the turnout once every figure is there, a dash before and where it cannot be known."""
    if not result.complete:
        return NONE
    figures = result.reading.figures
    votes = {one: votes for one, votes in figures.votes.items() if votes is not None}
    poll = Poll(votes, figures.rejected, figures.papers)
    contest = standing.contest
    return per_cent(turnout(poll, contest.electorate, contest.vacancies, briefing.election.count_rejected))


def agreements(result: Weighed) -> dict[str, bool]:
    """Return for each check figure that can be held against something whether it agrees."""
    figures = result.reading.figures
    if not result.complete:
        return {}
    found: dict[str, bool] = {}
    if figures.read_out is not None:
        found["read_out"] = figures.read_out == result.total
    after = result.verdict.before if result.form.mode is Mode.SHOWN else result.verdict.after
    majority = after.count.majority if after is not None and after.count is not None else None
    if figures.announced_majority is not None and majority is not None:
        found["announced_majority"] = figures.announced_majority == majority
    return found
