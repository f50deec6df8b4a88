"""What is on air follows the journal: new figures are repainted, corrected ones marked, and nothing comes on again."""

from dataclasses import replace

from resultsdesk.air.moment import Moment
from resultsdesk.air.programme import OnAir, Programme, with_output
from resultsdesk.night.changes import Changes
from resultsdesk.night.entries import Kind

TAKEN_BACK = frozenset({Kind.CORRECTED, Kind.RETRACTED})


def followed(programme: Programme, changes: Changes, moment: Moment) -> Programme:
    """Return the programme after entries: the same one where nothing on air comes from their contests."""
    for output in programme.outputs.values():
        if output.program is not None:
            now = _followed(output.program, changes, moment)
            if now is not output.program:
                programme = with_output(programme, replace(output, program=now))
    return programme


def _followed(on: OnAir, changes: Changes, moment: Moment) -> OnAir:
    entries = moment.entries(on.scene)
    corrected = on.corrected or _taken_back(on, changes, moment)
    if (entries, corrected) == (on.entries, on.corrected):
        return on
    return replace(on, entries=entries, corrected=corrected)


def _taken_back(on: OnAir, changes: Changes, moment: Moment) -> bool:
    """Return whether a figure that a scene's figures come from, or came from, was corrected or retracted."""
    contests = {one.contest for one in changes.entries if one.kind in TAKEN_BACK}
    if not contests:
        return False
    return not contests.isdisjoint(moment.contests(changes.after, on.scene) | moment.contests(changes.before, on.scene))
