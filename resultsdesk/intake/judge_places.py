"""Whether each contest has its own place on the map."""

from resultsdesk.intake.faults import Faults
from resultsdesk.intake.files import CONTESTS, GROUPS, LAYOUT
from resultsdesk.intake.reading import Reading


def judge(reading: Reading, faults: Faults) -> None:
    """Note two hexagons on one spot, contests without one, and groups without contests."""
    briefing = reading.briefing
    names = {one.id: one.name for one in briefing.contests.values()}
    taken: dict[tuple[int, int], str] = {}
    for one in briefing.hexes:
        there = taken.setdefault((one.q, one.r), names[one.contest])
        if there != names[one.contest]:
            faults.warn(
                LAYOUT.file,
                reading.lines[LAYOUT.file, one.contest],
                "hex-twice",
                f"{there} and {names[one.contest]} are on one spot, q {one.q} and r {one.r}: move one of them.",
            )
    placed = {one.contest for one in briefing.hexes}
    missing = [one for one in briefing.contests.values() if one.id not in placed]
    if missing and not placed:
        text = f"There is no {LAYOUT.file}: the map is one block of hexagons; give each contest a place."
        faults.warn(LAYOUT.file, 0, "no-layout", text)
    else:
        for contest in missing:
            faults.warn(
                CONTESTS.file,
                reading.lines[CONTESTS.file, contest.id],
                "no-hex",
                f"{contest.name} has no place in {LAYOUT.file}: add its column and row.",
            )
    for group in briefing.groups:
        if not group.contests:
            faults.warn(GROUPS.file, 0, "empty-group", f"Group “{group.name}” has no contests: add some, or remove it.")
