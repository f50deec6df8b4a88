"""A briefing's folder read to the end, whatever is wrong with it."""

import os
from dataclasses import dataclass
from pathlib import Path

from resultsdesk.intake import files
from resultsdesk.intake.cells import Clock
from resultsdesk.intake.contest_files import Known, read_contests
from resultsdesk.intake.election_file import read_heading
from resultsdesk.intake.faults import Faults
from resultsdesk.intake.party_files import Lines, read_bodies, read_parties
from resultsdesk.intake.patch_files import read_groups, read_layout, read_targets
from resultsdesk.night.briefing import Briefing


@dataclass(frozen=True, slots=True)
class Reading:
    """What could be made of a folder, faults or no faults; `lines` says where each id was found."""

    briefing: Briefing
    clock: Clock
    lines: Lines


def parse(folder: Path, faults: Faults) -> Reading | None:
    """Return the best that can be made of a folder, noting what is wrong; None where there is no folder."""
    if not folder.is_dir():
        faults.error(folder.name, 0, "missing-folder", "There is no such folder: name the briefing's folder.")
        return None
    if not os.access(folder, os.R_OK | os.X_OK):
        faults.error(folder.name, 0, "unreadable", "You may not read this folder: ask its owner for permission.")
        return None
    for name in files.NEEDED:
        if not (folder / name).is_file():
            faults.error(name, 0, "missing-file", f"There is no {name}: every briefing has one.")
    lines: Lines = {}
    heading = read_heading(folder, faults)
    parties = read_parties(folder, faults, lines)
    bodies = read_bodies(folder, parties, faults, lines)
    contests = read_contests(folder, Known(heading, bodies, parties), faults, lines)
    groups = read_groups(folder, contests, faults)
    targets = read_targets(folder, contests, parties, faults)
    hexes = read_layout(folder, contests, faults, lines)
    for name, found in ((files.PARTIES.file, parties), (files.BODIES.file, bodies), (files.CONTESTS.file, contests)):
        if not found and (folder / name).is_file():
            faults.error(name, 0, "empty-file", f"{name} has no rows that can be read: fill it.")
    briefing = Briefing(heading.election, parties, bodies, contests, groups, targets, hexes)
    return Reading(briefing, heading.clock, lines)
