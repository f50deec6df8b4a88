"""A briefing as a folder of files: read strictly, written so that reading gives the same again."""

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

from resultsdesk.intake import files
from resultsdesk.intake.cells import Clock
from resultsdesk.intake.election_file import Heading, write_heading
from resultsdesk.intake.faults import BriefingFaults, Faults
from resultsdesk.intake.judge_seats import judge_sums
from resultsdesk.intake.outline_file import read_areas, write_areas
from resultsdesk.intake.party_files import write_bodies, write_parties
from resultsdesk.intake.patch_files import write_patches
from resultsdesk.intake.reading import parse
from resultsdesk.intake.result_file import read_past, write_past
from resultsdesk.intake.sheets import Row, save, without_empty_end
from resultsdesk.night.briefing import Briefing, Contest, Election, Outline, PastResult
from resultsdesk.psephology.baseline import BaselineKind


def read_briefing(folder: Path) -> Briefing:
    """Return the briefing of a folder; raises BriefingFaults with all that keeps it from being used."""
    faults = Faults()
    reading = parse(folder, faults)
    if reading is None:
        raise BriefingFaults(faults.found)
    judge_sums(reading, faults)
    faults.raise_errors()
    return reading.briefing


def read_results(folder: Path, briefing: Briefing) -> tuple[PastResult, ...]:
    """Return the results a rehearsal plays, none where the folder has none; raises BriefingFaults."""
    faults = Faults()
    results = read_past(folder, briefing.contests, clock_of(briefing.election), faults, {})
    faults.raise_errors()
    return results


def read_outlines(folder: Path, briefing: Briefing | None = None) -> tuple[Outline, ...]:
    """Return the areas of contests, none where the folder has none; raises BriefingFaults."""
    faults = Faults()
    outlines = read_areas(folder, briefing.contests if briefing else None, faults)
    faults.raise_errors()
    return outlines


def clock_of(election: Election) -> Clock:
    """Return the clock that reads and writes the times of an election's files."""
    return Clock(election.close_of_poll, election.zone)


def write_briefing(
    folder: Path,
    briefing: Briefing,
    results: Iterable[PastResult] = (),
    outlines: Iterable[Outline] = (),
) -> None:
    """Write a briefing as a folder, which is made if need be; files it does not need are removed from it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in (*files.NEEDED, *files.OPTIONAL):
        (folder / name).unlink(missing_ok=True)
    clock = clock_of(briefing.election)
    election, kind = _usual_baseline(briefing.contests.values())
    write_heading(folder, Heading(briefing.election, clock, election, kind))
    write_parties(folder, briefing)
    write_bodies(folder, briefing)
    _write_contests(folder, briefing.contests.values(), clock)
    _write_candidacies(folder, briefing.contests.values())
    _write_baselines(folder, briefing.contests.values(), (election, kind))
    write_patches(folder, briefing)
    write_past(folder, results, clock)
    write_areas(folder, outlines)


def _usual_baseline(contests: Iterable[Contest]) -> tuple[str, BaselineKind]:
    told = Counter((one.baseline.election, one.baseline.kind) for one in contests if one.baseline)
    return told.most_common(1)[0][0] if told else ("last time", BaselineKind.ACTUAL)


def _write_contests(folder: Path, contests: Iterable[Contest], clock: Clock) -> None:
    body: list[Row] = [
        (
            one.id,
            one.name,
            one.body,
            one.region,
            one.nation,
            one.vacancies,
            one.electorate,
            clock.words(one.expected) if one.expected else "",
            one.baseline.electorate if one.baseline else "",
            "; ".join(one.defended),
            "; ".join(one.holders),
            one.note,
            "; ".join(one.former_names),
            one.party_since,
            one.member_since,
            "; ".join(one.lost_last),
        )
        for one in contests
    ]
    save(folder / files.CONTESTS.file, *without_empty_end(files.CONTESTS.names, body, 3))


def _write_candidacies(folder: Path, contests: Iterable[Contest]) -> None:
    body: list[Row] = [
        (
            contest.id,
            one.order,
            "" if one.id == f"{contest.id}.{one.order}" else one.id,
            one.forenames,
            one.surname,
            one.party,
            one.adjunct,
            "yes" if one.sitting else "",
            one.elected_for,
        )
        for contest in contests
        for one in contest.candidacies
    ]
    save(folder / files.CANDIDACIES.file, *without_empty_end(files.CANDIDACIES.names, body, 1))


def _write_baselines(folder: Path, contests: Iterable[Contest], usual: tuple[str, BaselineKind]) -> None:
    body: list[tuple[object, ...]] = []
    for contest in contests:
        if contest.baseline is None:
            continue
        told = (contest.baseline.election, contest.baseline.kind)
        override = ("", "") if told == usual else told
        body += [(contest.id, line.party, _votes(line.votes), line.name, *override) for line in contest.baseline.lines]
    if body:
        save(folder / files.BASELINES.file, *without_empty_end(files.BASELINES.names, body, 2))


def _votes(votes: int | Fraction) -> str:
    """Return votes as a person would type them: a decimal where it is exact."""
    decimal = f"{float(votes):.6f}".rstrip("0").rstrip(".")
    return decimal if Fraction(decimal) == votes else str(votes)
