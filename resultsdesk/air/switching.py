"""Preview, take, cut, clear, and the lock of an output. Each returns the programme after it, or raises AirTrouble."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from resultsdesk.air.moment import Moment
from resultsdesk.air.programme import AirTrouble, ItemId, Output, OutputName, Programme, Run, Way, with_output
from resultsdesk.figures.scenes.request import SceneRequest


def preview(
    programme: Programme, name: OutputName, scene: SceneRequest, moment: Moment, cue: ItemId | None = None
) -> Programme:
    """Put a scene where it can be looked at before it is taken; `cue` is its line of the rundown, where it is one."""
    output = moment.output(programme, name)
    return with_output(programme, replace(output, preview=scene, cue=cue))


def take(programme: Programme, name: OutputName, moment: Moment, way: Way = Way.MOVE) -> Programme:
    """Put on air what is in preview. After a line of the rundown the next one is in preview, after others nothing.

    An automatic run is held: what a hand took stays until the hand lets go.
    """
    output = moment.output(programme, name)
    if output.preview is None:
        raise AirTrouble("Nothing is in preview.", "Call a scene up first.")
    cue = output.cue if programme.item(output.cue) is not None else None
    after = programme.after(cue) if cue is not None else None
    shown = came_on(output, output.preview, moment, way, cue)
    run = None if output.run is None else Run(None, left_of(output.run, moment), None, output.run.waiting)
    ready = replace(shown, preview=after.scene if after else None, cue=after.id if after else None, run=run)
    return with_output(programme, ready)


def air(programme: Programme, name: OutputName, scene: SceneRequest, moment: Moment, way: Way = Way.MOVE) -> Programme:
    """Put a scene on air at once and leave the preview as it is: for a key of its own on another panel."""
    before = moment.output(programme, name)
    taken = take(preview(programme, name, scene, moment), name, moment, way)
    return with_output(taken, replace(taken.outputs[name], preview=before.preview, cue=before.cue))


def clear(programme: Programme, name: OutputName, moment: Moment) -> Programme:
    """Take everything off an output, and end its automatic run with the lock that came with it."""
    output = moment.output(programme, name)
    return with_output(programme, replace(output, program=None, run=None, lock="" if output.run else output.lock))


def clear_all(programme: Programme, moment: Moment) -> tuple[Programme, tuple[str, ...]]:
    """Take everything off every output that nobody else has locked; return those as well on which something stays."""
    left = []
    for name, output in programme.outputs.items():
        if output.lock and output.lock != moment.by:
            if output.program is not None:
                left.append(name)
        else:
            programme = clear(programme, name, moment)
    return programme, tuple(left)


def stays(left: Sequence[str]) -> str:
    """Return that some outputs were not cleared, and why."""
    names = " and ".join(left)
    one = len(left) == 1
    said = f"{names} {'stays' if one else 'stay'}: somebody else has locked {'it' if one else 'them'}."
    return f"{said[:1].upper()}{said[1:]}"


def lock(programme: Programme, name: OutputName, moment: Moment) -> Programme:
    """Keep an output to whoever asks."""
    return with_output(programme, replace(moment.output(programme, name), lock=moment.by))


def unlock(programme: Programme, name: OutputName, moment: Moment, force: bool = False) -> Programme:
    """Let everybody have an output again; with `force` whoever has locked it. A run ends with its lock."""
    output = programme.outputs[name] if force and name in programme.outputs else moment.output(programme, name)
    return with_output(programme, replace(output, lock="", run=None))


def came_on(output: Output, scene: SceneRequest, moment: Moment, way: Way, item: ItemId | None = None) -> Output:
    """Return an output with a scene just come on."""
    on = moment.comes_on(output, scene, way)
    return replace(output, program=on, item=item if item is not None else output.item, taken=on.serial)


def left_of(run: Run, moment: Moment) -> timedelta:
    """Return how long the line that runs would still stay."""
    if run.until is None or run.interrupting is not None:
        return run.left
    return max(run.until - moment.wall, timedelta())
