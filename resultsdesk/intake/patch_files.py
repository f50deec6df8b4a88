"""groups.csv, targets.csv and layout.csv: contests seen together, wanted by a party, and where they are drawn."""

from collections.abc import Collection
from pathlib import Path

from resultsdesk.intake.cells import Cells
from resultsdesk.intake.faults import Faults
from resultsdesk.intake.files import CONTESTS, GROUPS, LAYOUT, PARTIES, TARGETS
from resultsdesk.intake.party_files import Lines
from resultsdesk.intake.sheets import rows, save
from resultsdesk.night.briefing import Briefing, ContestId, Group, GroupId, Hex, Target
from resultsdesk.psephology.party import PartyId


def read_groups(folder: Path, contests: Collection[ContestId], faults: Faults) -> tuple[Group, ...]:
    """Return the groups in order of first appearance; a group's name stands on any of its rows."""
    cells = Cells(GROUPS.file, faults)
    names: dict[str, str] = {}
    members: dict[str, dict[ContestId, None]] = {}
    for line, (key, name, contest) in rows(folder, GROUPS, faults):
        if not key:
            faults.error(cells.file, line, "no-id", "The row names no group: fill the cell.")
            continue
        if name and names.get(key, name) != name:
            faults.error(cells.file, line, "two-names", f"Group “{key}” has two names: keep one.")
        names[key] = names.get(key) or name
        inside = members.setdefault(key, {})
        if contest in inside:
            faults.warn(cells.file, line, "twice", f"“{contest}” is in group “{key}” twice: remove one row.")
        if cells.known(line, "contest", contest, contests, CONTESTS.file):
            inside[ContestId(contest)] = None
    return tuple(Group(GroupId(key), names[key] or key, tuple(members[key])) for key in members)


def read_targets(
    folder: Path, contests: Collection[ContestId], parties: Collection[PartyId], faults: Faults
) -> tuple[Target, ...]:
    """Return the targets in the file's order."""
    cells = Cells(TARGETS.file, faults)
    found: dict[tuple[str, str], Target] = {}
    for line, (party, rank, contest) in rows(folder, TARGETS, faults):
        place = cells.whole(line, "rank", rank)
        if place is None:
            if not rank:
                faults.error(cells.file, line, "no-rank", "The target has no rank: write its place on the list.")
            continue
        named = cells.known(line, "party", party, parties, PARTIES.file)
        if not cells.known(line, "contest", contest, contests, CONTESTS.file) or not named:
            continue
        if (party, contest) in found:
            faults.error(cells.file, line, "twice", f"{party} has “{contest}” as a target twice: remove one.")
        found[party, contest] = Target(PartyId(party), ContestId(contest), place)
    return tuple(found.values())


def read_layout(folder: Path, contests: Collection[ContestId], faults: Faults, lines: Lines) -> tuple[Hex, ...]:
    """Return the hexagons in the file's order."""
    cells = Cells(LAYOUT.file, faults)
    found: dict[str, Hex] = {}
    for line, (contest, column, row) in rows(folder, LAYOUT, faults):
        q, r = cells.place(line, "q", column), cells.place(line, "r", row)
        if not cells.known(line, "contest", contest, contests, CONTESTS.file) or q is None or r is None:
            continue
        if contest in found:
            faults.error(cells.file, line, "twice", f"“{contest}” has two places: remove one row.")
            continue
        lines[LAYOUT.file, contest] = line
        found[contest] = Hex(ContestId(contest), q, r)
    return tuple(found.values())


def write_patches(folder: Path, briefing: Briefing) -> None:
    """Write groups.csv, targets.csv and layout.csv, each where there is something to put in it."""
    groups = [
        (group.id, "" if at else group.name, contest)
        for group in briefing.groups
        for at, contest in enumerate(group.contests)
    ]
    targets = [(one.party, one.rank, one.contest) for one in briefing.targets]
    hexes = [(one.contest, one.q, one.r) for one in briefing.hexes]
    for columns, body in ((GROUPS, groups), (TARGETS, targets), (LAYOUT, hexes)):
        if body:
            save(folder / columns.file, columns.names, body)
