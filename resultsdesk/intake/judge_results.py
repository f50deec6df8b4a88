"""Whether each past result could be declared at the desk, as a rehearsal will."""

from collections.abc import Iterable

from resultsdesk.intake.faults import Faults
from resultsdesk.intake.files import RESULTS
from resultsdesk.intake.reading import Reading
from resultsdesk.night.briefing import Contest, PastResult
from resultsdesk.psephology.count import count, drawn_in_vain
from resultsdesk.psephology.poll import Poll
from resultsdesk.psephology.rounding import number


def judge(reading: Reading, faults: Faults, results: Iterable[PastResult]) -> None:
    """Note results that contradict themselves, and contests that have none though others do."""
    contests = reading.briefing.contests
    seen = set()
    for result in results:
        seen.add(result.contest)
        if result.votes:
            _judge_result(contests[result.contest], result, reading.lines[RESULTS.file, result.contest], faults)
    missing = [one for one in contests.values() if one.id not in seen]
    if seen and missing:
        names = ", ".join(one.name for one in missing[:3]) + (" …" if len(missing) > 3 else "")
        faults.inform(
            RESULTS.file,
            0,
            "no-result",
            f"{number(len(missing))} contests have no result ({names}): a rehearsal leaves them awaited.",
        )


def _judge_result(contest: Contest, result: PastResult, line: int, faults: Faults) -> None:
    poll = Poll(result.votes, result.rejected, result.papers)
    tied = count(result.votes, contest.vacancies, result.lot).tied
    if tied:
        faults.error(
            RESULTS.file,
            line,
            "tie",
            f"{len(tied)} are level for the last seat of {contest.name}: number the drawn in the column “lot”.",
        )
    for one in drawn_in_vain(result.votes, contest.vacancies, result.lot):
        faults.error(
            RESULTS.file,
            line,
            "lot",
            f"“{one}” is not level for a seat that is still open in {contest.name}: empty the cell in “lot”.",
        )
    if result.papers is not None:
        most, room = max(result.votes.values()), result.papers * contest.vacancies
        if most > result.papers or poll.valid_votes > room:
            faults.error(
                RESULTS.file,
                line,
                "papers",
                f"{contest.name} has more votes than its {number(result.papers)} ballot papers allow:"
                " correct or empty them.",
            )
    cast = poll.all_papers(contest.vacancies) or poll.valid_papers(contest.vacancies)
    if contest.electorate is not None and cast is not None and cast > contest.electorate:
        faults.warn(
            RESULTS.file,
            line,
            "electorate",
            f"{contest.name} has {number(cast)} ballot papers for {number(contest.electorate)} electors:"
            " correct one of them.",
        )
    if result.rejected is not None and result.rejected > poll.valid_votes:
        faults.warn(
            RESULTS.file,
            line,
            "rejected",
            f"{contest.name} has more papers rejected ({number(result.rejected)}) than votes: correct or empty them.",
        )
