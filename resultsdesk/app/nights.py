"""From a path or a briefing to a night with a desk on it. Nothing of Qt: the command line uses it too."""

import gc
from pathlib import Path

from resultsdesk.desk.desk import Desk
from resultsdesk.desk.player import clock_of
from resultsdesk.desk.protocols import Clock
from resultsdesk.intake.folder import read_briefing, read_outlines, read_results
from resultsdesk.intake.library import find_briefing, offer
from resultsdesk.night.night import replay
from resultsdesk.night.rules import Author
from resultsdesk.night.trouble import Trouble
from resultsdesk.store.night_file import NightFile, create_night, open_night


def make_night(path: Path, source: str, rehearsal: bool) -> NightFile:
    """Make a night file of a briefing given by id or folder, and return it open.

    Raises BriefingFaults, IntakeError or Trouble; nothing is left of the file then.
    """
    folder = find_briefing(source)
    briefing = read_briefing(folder)
    results = read_results(folder, briefing) if rehearsal else ()
    if rehearsal and not results:
        raise Trouble(
            f"{briefing.election.title} has no results to rehearse with.",
            "Add a results.csv to the briefing, or make a live night.",
        )
    return create_night(path, briefing, "rehearsal" if rehearsal else "live", results, read_outlines(folder, briefing))


def rehearsal_file(path: Path, source: str) -> NightFile:
    """Return the rehearsal in a file, open, made of the briefing where the file is not there yet.

    Raises Trouble where the file is a live night or a rehearsal of something else.
    """
    if not path.exists():
        return make_night(path, source, rehearsal=True)
    night = open_night(path)
    try:
        if not night.rehearsal:
            raise Trouble(f"{path.name} is a live night, and stays one.", "Give the rehearsal a name of its own.")
        wanted = offer(find_briefing(source)).id
        if night.briefing_id != wanted:
            raise Trouble(
                f"{path.name} is a rehearsal of {night.briefing_id}, not of {wanted}.",
                "Give the file another name.",
            )
    except BaseException:
        night.close()
        raise
    return night


def desk_at(file: NightFile, author: Author, clock: Clock | None = None) -> Desk:
    """Return a desk on an open night file, by the night's own clock unless another is given."""
    night = replay(file.briefing(), file.journal.entries(), file.rehearsal)
    # A night is a hundred thousand small values that stay until morning: the collector need not walk them each time.
    gc.freeze()
    return Desk(night, file.journal, clock or clock_of(night), author)
