"""results.csv: a real night's results, for a rehearsal to play."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from resultsdesk.intake.cells import Cells, Clock
from resultsdesk.intake.faults import Faults
from resultsdesk.intake.files import CONTESTS, RESULTS
from resultsdesk.intake.party_files import Lines
from resultsdesk.intake.sheets import rows, save
from resultsdesk.night.briefing import Contest, ContestId, PastResult
from resultsdesk.psephology.candidacy import CandidacyId

ONCE = ("declared", "rejected", "papers", "recounts")


@dataclass(slots=True)
class _Gathered:
    """What the rows of one contest have said so far."""

    line: int
    votes: dict[CandidacyId, int] = field(default_factory=dict)
    once: dict[str, str] = field(default_factory=dict)
    lot: dict[int, CandidacyId] = field(default_factory=dict)


def read_past(
    folder: Path, contests: Mapping[ContestId, Contest], clock: Clock, faults: Faults, lines: Lines
) -> tuple[PastResult, ...]:
    """Return the results in the file's order; what is said once for a contest may stand on any of its rows."""
    cells = Cells(RESULTS.file, faults)
    found: dict[str, _Gathered] = {}
    for line, (contest, candidacy, votes, *once, lot) in rows(folder, RESULTS, faults):
        there = found.get(contest)
        if there is None:
            cells.known(line, "contest", contest, contests, CONTESTS.file)
            there = found[contest] = _Gathered(line)
            lines[RESULTS.file, contest] = line
        for column, text in zip(ONCE, once, strict=True):
            if text and there.once.setdefault(column, text) != text:
                faults.error(
                    cells.file, line, "two-values", f"“{column}” of “{contest}” has two values: keep one of them."
                )
        _gather_votes(cells, line, candidacy, votes, lot, there)
    return tuple(
        _result(cells, contests[ContestId(key)], there, clock) for key, there in found.items() if key in contests
    )


def _gather_votes(cells: Cells, line: int, candidacy: str, votes: str, lot: str, there: _Gathered) -> None:
    if not candidacy and not votes:
        return  # a contest without a poll: all were elected unopposed
    number = cells.whole(line, "votes", votes)
    if not votes:
        cells.faults.error(cells.file, line, "no-votes", f"“{candidacy}” has no votes: write them, 0 for none.")
    key = CandidacyId(candidacy)
    if key in there.votes:
        cells.faults.error(cells.file, line, "twice", f"“{candidacy}” has two rows: remove one.")
    there.votes[key] = number or 0
    drawn = cells.whole(line, "lot", lot)
    if drawn is None:
        return
    if drawn in there.lot:
        both = f"“{there.lot[drawn]}” and “{candidacy}”"
        cells.faults.error(cells.file, line, "lot", f"{both} are both number {drawn} in “lot”: number them as drawn.")
    there.lot[drawn] = key


def _result(cells: Cells, contest: Contest, there: _Gathered, clock: Clock) -> PastResult:
    told = there.once
    standing = {one.id for one in contest.candidacies}
    faults, file, line = cells.faults, cells.file, there.line
    strangers = sorted(set(there.votes) - standing)
    for stranger in strangers:
        faults.error(
            file, line, "nobody", f"“{stranger}” does not stand in {contest.name}: correct the candidacy's id."
        )
    if there.votes:
        for missing in (one for one in contest.candidacies if one.id not in there.votes):
            faults.error(
                file, line, "somebody-missing", f"{contest.name} has no votes for {missing.name}: add the row."
            )
    elif len(standing) > contest.vacancies:
        faults.error(
            file, line, "no-poll", f"{contest.name} has no votes though it is contested: add them, or the row goes."
        )
    declared: datetime | None = None
    if "declared" in told:
        declared = clock.moment(told["declared"])
        if declared is None:
            faults.error(file, line, "time", f"“{told['declared']}” is no time: write it as 2024-07-05 02:30.")
        elif declared < clock.close:
            faults.error(
                file, line, "before-close", f"{contest.name} was declared before the close of poll: correct the time."
            )
    return PastResult(
        contest=contest.id,
        declared_at=declared,
        votes=there.votes,
        rejected=cells.whole(line, "rejected", told.get("rejected", "")),
        papers=cells.whole(line, "papers", told.get("papers", "")),
        recounts=cells.whole(line, "recounts", told.get("recounts", "")) or 0,
        lot=tuple(there.lot[place] for place in sorted(there.lot)),
    )


def write_past(folder: Path, results: Iterable[PastResult], clock: Clock) -> None:
    """Write results.csv, what is said once for a contest on its first row; nothing where there are no results."""
    body: list[tuple[object, ...]] = []
    for one in results:
        declared = clock.words(one.declared_at) if one.declared_at else ""
        once: tuple[object, ...] = (declared, one.rejected, one.papers, one.recounts or "")
        if not one.votes:
            body.append((one.contest, "", "", *once, ""))
        for candidacy, votes in one.votes.items():
            lot = one.lot.index(candidacy) + 1 if candidacy in one.lot else ""
            body.append((one.contest, candidacy, votes, *once, lot))
            once = ("",) * len(ONCE)
    if body:
        save(folder / RESULTS.file, RESULTS.names, body)
