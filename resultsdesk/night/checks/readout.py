"""Figures against what was read out with them: these ask."""

from collections.abc import Iterator

from resultsdesk.night.checks.case import Case
from resultsdesk.night.objections import Objection, warning
from resultsdesk.psephology.rounding import number

REJECTED_PER_CENT = 1


def total(case: Case) -> Iterator[Objection]:
    """Ask where the sum is not the total read out; name a figure whose neighbouring digits swapped would mend it."""
    if case.figures is None or case.poll is None or case.figures.read_out is None:
        return
    gap = case.figures.read_out - case.poll.valid_votes
    if not gap:
        return
    direction = "short of" if gap > 0 else "over"
    text = f"The figures add up to {number(abs(gap))} {direction} the {number(case.figures.read_out)} read out."
    yield warning("total-differs", text)
    for one in case.contest.candidacies:
        votes = case.votes(one.id)
        meant = votes + gap
        if meant >= 0 and meant in transpositions(votes):
            text = f"{one.surname}: {number(meant)} instead of {number(votes)} would make the sum right."
            yield warning("transposed-digits", text, one.id)


def majority(case: Case) -> Iterator[Objection]:
    """Ask where the majority is not the one announced."""
    announced = case.figures.announced_majority if case.figures else None
    if announced is None or case.counted is None or case.counted.majority is None:
        return
    if case.counted.majority != announced:
        text = f"The figures make a majority of {number(case.counted.majority)}, not the {number(announced)} announced."
        yield warning("majority-differs", text, *case.counted.ranked[:2])


def rejected(case: Case) -> Iterator[Objection]:
    """Ask about more than one rejected paper in a hundred, and about papers nobody accounts for."""
    if case.figures is None or case.poll is None:
        return
    papers = case.poll.all_papers(case.contest.vacancies)
    spoilt = case.figures.rejected
    if spoilt and papers and spoilt * 100 > papers * REJECTED_PER_CENT:
        text = f"{number(spoilt)} rejected papers are more than 1 in 100: read the figure again."
        yield warning("rejected-high", text)
    if case.figures.papers is not None and case.contest.vacancies == 1:
        missing = case.figures.papers - (spoilt or 0) - case.poll.valid_votes
        if missing > 0:
            yield warning("papers-missing", f"{number(missing)} ballot papers are in no pile: is a batch missing?")


def transpositions(votes: int) -> frozenset[int]:
    """Return the numbers that swapping two neighbouring digits of `votes` gives."""
    digits = str(votes)
    swapped = (digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :] for i in range(len(digits) - 1))
    return frozenset(int(one) for one in swapped) - {votes}
