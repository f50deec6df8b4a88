"""Figures that cannot be true: these block."""

from collections.abc import Iterator

from resultsdesk.night.checks.case import Case
from resultsdesk.night.objections import Objection, error
from resultsdesk.psephology.count import drawn_in_vain
from resultsdesk.psephology.rounding import number


def figures(case: Case) -> Iterator[Objection]:
    """Object to figures for strangers, empty boxes, and figures below nothing."""
    assert case.figures is not None
    for candidacy in case.figures.votes:
        if case.contest.candidacy(candidacy) is None:
            text = f"{candidacy} is not standing in {case.contest.name}: take the figure out."
            yield error("not-standing", text, candidacy)
    for one in case.contest.candidacies:
        votes = case.figures.votes.get(one.id)
        if votes is None:
            yield error("missing-figure", f"{one.surname or one.name} has no figure yet.", one.id)
        elif votes < 0:
            yield error("not-whole-number", f"{one.surname}'s figure is below zero: key a whole number.", one.id)
    for label, value in (
        ("rejected papers", case.figures.rejected),
        ("ballot papers", case.figures.papers),
        ("total read out", case.figures.read_out),
        ("majority announced", case.figures.announced_majority),
    ):
        if value is not None and value < 0:
            yield error("not-whole-number", f"The {label} cannot be below zero: key a whole number.")


def papers(case: Case) -> Iterator[Objection]:
    """Object to more votes than ballot papers."""
    assert case.figures is not None
    if case.figures.papers is None:
        return
    good = case.figures.papers - (case.figures.rejected or 0)
    for one in case.contest.candidacies:
        if case.votes(one.id) > good:
            text = f"{one.surname} has {number(case.votes(one.id))} votes on {number(good)} valid ballot papers."
            yield error("over-papers", text, one.id)
    total = sum(case.votes(one.id) for one in case.contest.candidacies)
    vacancies = case.contest.vacancies
    if total > good * vacancies:
        each = f" × {vacancies} vacancies" if vacancies > 1 else ""
        text = f"{number(total)} votes are more than {number(good)} valid ballot papers{each} can hold."
        yield error("sum-over-papers", text)


def electorate(case: Case) -> Iterator[Objection]:
    """Object to more votes than there are electors to cast them."""
    assert case.figures is not None
    electors, vacancies = case.contest.electorate, case.contest.vacancies
    if electors is None:
        return
    votes = [case.votes(one.id) for one in case.contest.candidacies]
    most = max(votes, default=0)
    total = sum(votes) + (case.figures.rejected or 0) * (vacancies == 1)
    counted = max(total if vacancies == 1 else most, case.figures.papers or 0)
    each = ""
    if counted <= electors and total > electors * vacancies:  # no figure is too large for itself
        counted, each = total, f" × {vacancies} vacancies"
    if counted > electors:
        text = f"{number(counted)} votes for an electorate of {number(electors)}{each}: look for a digit too many."
        yield error("over-electorate", text)


def tie(case: Case) -> Iterator[Objection]:
    """Object to a tie for the last seat without a lot, and to a lot where there is no tie."""
    assert case.figures is not None
    counted = case.counted
    if counted is None or case.poll is None:
        return
    if counted.tied:
        names = " and ".join(case.name(one) for one in counted.tied)
        text = f"{names} are level for the last seat: enter who won the drawn lot."
        yield error("tie-without-lot", text, *counted.tied)
    for one in drawn_in_vain(case.poll.votes, case.contest.vacancies, case.figures.lot):
        text = f"{case.name(one)} is not level for a seat that is still open: take the lot out."
        yield error("lot-without-tie", text, one)
