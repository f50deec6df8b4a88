"""The linter: everything wrong with a briefing's folder, at once."""

from pathlib import Path

from resultsdesk.intake import judge_colours, judge_names, judge_places, judge_results, judge_seats
from resultsdesk.intake.faults import Fault, Faults, in_order
from resultsdesk.intake.outline_file import read_areas
from resultsdesk.intake.reading import parse
from resultsdesk.intake.result_file import read_past


def check(folder: Path) -> tuple[Fault, ...]:
    """Return every fault of a folder, worst first: what keeps it from being read, and what looks wrong in it."""
    faults = Faults()
    reading = parse(folder, faults)
    if reading is not None:
        briefing = reading.briefing
        results = read_past(folder, briefing.contests, reading.clock, faults, reading.lines)
        read_areas(folder, briefing.contests, faults)
        judge_seats.judge_sums(reading, faults)
        judge_seats.judge(reading, faults)
        judge_names.judge(reading, faults)
        judge_colours.judge(reading, faults, results)
        judge_places.judge(reading, faults)
        judge_results.judge(reading, faults, results)
    return in_order(faults.found)
