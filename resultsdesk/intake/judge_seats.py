"""Whether the seats of each body add up, and whether there is something to measure each contest against."""

from collections.abc import Iterable

from resultsdesk.intake.faults import Faults
from resultsdesk.intake.files import BODIES, CONTESTS
from resultsdesk.intake.reading import Reading
from resultsdesk.night.briefing import Body, Contest
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.rounding import number


def judge(reading: Reading, faults: Faults) -> None:
    """Note bodies whose sums are odd and contests that lack somebody to elect or something to compare with."""
    briefing = reading.briefing
    for body in briefing.bodies.values():
        contests = [one for one in briefing.contests.values() if one.body == body.id]
        _judge_body(reading, body, contests, faults)
    contests = list(briefing.contests.values())
    for measure, what in ((Measure.LAST, "defended party"), (Measure.HOLDER, "holder")):
        lacking = [one for one in contests if not one.before(measure)]
        if measure is briefing.election.shown:
            _warn(reading, faults, lacking, what, "its gains are not known; fill them where they are known.")
        elif lacking:
            faults.inform(
                CONTESTS.file,
                reading.lines[CONTESTS.file, lacking[0].id],
                f"no-{what.replace(' ', '-')}",
                f"{number(len(lacking))} contests have no {what} ({_names(lacking)}):"
                " gains against it are not known there.",
            )
    without = [one for one in contests if one.baseline is None]
    _warn(reading, faults, without, "baseline", "its changes are not known; add rows to baselines.csv where they are.")
    for contest in briefing.contests.values():
        standing = len(contest.candidacies)
        if 0 < standing < contest.vacancies:
            faults.warn(
                CONTESTS.file,
                reading.lines[CONTESTS.file, contest.id],
                "few-candidacies",
                f"{contest.name} has {standing} candidacies for {contest.vacancies} vacancies: is one missing?",
            )


def _judge_body(reading: Reading, body: Body, contests: Iterable[Contest], faults: Faults) -> None:
    line = reading.lines[BODIES.file, body.id]
    up = sum(one.vacancies for one in contests)
    continuing = sum(body.continuing.values())
    if up + continuing < body.seats and not body.note:
        faults.warn(
            BODIES.file,
            line,
            "seats-sum",
            f"{body.name} has {number(body.seats)} seats but {number(up)} up and {number(continuing)} continuing:"
            " correct one of the three, or say in its note what the others are.",
        )
    usual = body.seats // 2 + 1
    if body.majority is None and not body.note:
        faults.warn(
            BODIES.file,
            line,
            "no-majority-line",
            f"{body.name} has no majority line, so nobody can say who controls it: give one, or say why in its note.",
        )
    elif body.majority not in (None, usual) and not body.note:
        faults.warn(
            BODIES.file,
            line,
            "majority-line",
            f"{body.name} needs {number(body.majority)} of {number(body.seats)} seats for control,"
            f" not the usual {number(usual)}: correct it, or say why in its note.",
        )
    if not up:
        faults.warn(BODIES.file, line, "no-contests", f"{body.name} has no contests: add them, or remove it.")


def judge_sums(reading: Reading, faults: Faults) -> None:
    """Note what no night can be held with: more seats than a body has, and contests in which nobody stands."""
    briefing = reading.briefing
    for body in briefing.bodies.values():
        up = sum(one.vacancies for one in briefing.contests.values() if one.body == body.id)
        continuing = sum(body.continuing.values())
        if up + continuing > body.seats:
            faults.error(
                BODIES.file,
                reading.lines[BODIES.file, body.id],
                "seats-sum",
                f"{body.name} has {number(body.seats)} seats but {number(up)} are up and"
                f" {number(continuing)} continuing: correct one of the three.",
            )
    for contest in briefing.contests.values():
        if not contest.candidacies:
            faults.error(
                CONTESTS.file,
                reading.lines[CONTESTS.file, contest.id],
                "nobody-stands",
                f"Nobody stands in {contest.name}: add its candidacies, or remove the contest.",
            )


def _warn(reading: Reading, faults: Faults, lacking: list[Contest], what: str, remedy: str) -> None:
    """Warn of each contest that lacks something, or once of all where all of a body, or of the night, do."""
    briefing = reading.briefing
    code = f"no-{what.replace(' ', '-')}"
    if len(lacking) == len(briefing.contests) > 1:
        _warn_of_all(reading, faults, code, lacking, f"of the night has a {what}: {remedy}")
        return
    for body in briefing.bodies.values():
        there = [one for one in lacking if one.body == body.id]
        if len(there) == sum(one.body == body.id for one in briefing.contests.values()) > 1:
            _warn_of_all(reading, faults, code, there, f"of {body.name} has a {what}: {remedy}")
            continue
        for one in there:
            line = reading.lines[CONTESTS.file, one.id]
            faults.warn(CONTESTS.file, line, code, f"{one.name} has no {what}: {remedy}")


def _warn_of_all(reading: Reading, faults: Faults, code: str, lacking: list[Contest], text: str) -> None:
    line = reading.lines[CONTESTS.file, lacking[0].id]
    faults.warn(CONTESTS.file, line, code, f"None of the {number(len(lacking))} contests {text}")


def _names(contests: list[Contest]) -> str:
    return ", ".join(one.name for one in contests[:3]) + (" …" if len(contests) > 3 else "")
