"""What is on air of the story follows it: what is told otherwise is put right, what is no longer true is not said."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from resultsdesk.air import rundown
from resultsdesk.air.moment import Moment
from resultsdesk.air.programme import OnAir, Output, Programme, with_output
from resultsdesk.figures.scenes.request import SceneRequest
from resultsdesk.figures.scenes.told import retold, says, untold
from resultsdesk.night.briefing import ContestId
from resultsdesk.story.lines import Line, Story, Withdrawn


@dataclass(frozen=True, slots=True)
class LinesTold:
    """A story by its lines' ids. A line whose sentence was corrected is both told and withdrawn."""

    lines: Mapping[str, Line]
    withdrawn: Mapping[str, tuple[Withdrawn, ...]]

    def back(self, scene: SceneRequest) -> Withdrawn | None:
        """Return what took back words of a scene, or None where nothing did."""
        every = [one for id in scene.lines for one in self.withdrawn.get(id, ())]
        said = [one for one in every if one.line.id not in self.lines or says(scene, one.line)]
        return said[-1] if said else None


def told_by(story: Story) -> LinesTold:
    """Return a story by its lines' ids."""
    withdrawn: dict[str, tuple[Withdrawn, ...]] = {}
    for one in story.withdrawn:
        withdrawn[one.line.id] = (*withdrawn.get(one.line.id, ()), one)
    return LinesTold({one.id: one for one in story.lines}, withdrawn)


def says_lines(programme: Programme) -> bool:
    """Return whether anything on air or planned says a line of the story."""
    shown = [one for output in programme.outputs.values() for one in (output.preview, output.program) if one]
    scenes = [one.scene if isinstance(one, OnAir) else one for one in shown]
    return any(one.lines for one in (*scenes, *(item.scene for item in programme.rundown)))


def retell(programme: Programme, told: LinesTold, moment: Moment) -> Programme:
    """Return the programme with every line as it is told now: the same one where all are.

    On air the result as it stands takes the place of a line that is no longer true. A preview or a line of the rundown
    that was made of it is taken away, so that nobody takes it.
    """
    for output in programme.outputs.values():
        programme = with_output(programme, _retold(output, told, moment))
    for item in programme.rundown:
        scene = retold(item.scene, told.lines)
        if scene is None:
            programme = rundown.remove(programme, item.id)
        elif scene != item.scene:
            lines = tuple(replace(one, scene=scene) if one.id == item.id else one for one in programme.rundown)
            programme = replace(programme, rundown=lines)
    return programme


def _retold(output: Output, told: LinesTold, moment: Moment) -> Output:
    if output.preview is not None:
        preview = retold(output.preview, told.lines)
        output = replace(output, preview=preview, cue=output.cue if preview is not None else None)
    on = output.program
    if on is None or not on.scene.lines:
        return output
    scene = retold(on.scene, told.lines)
    now = scene if scene is not None else _instead(on.scene, told, moment)
    if now == on.scene:
        return output
    corrected = on.corrected or told.back(on.scene) is not None
    return replace(output, program=replace(on, scene=now, entries=moment.entries(now), corrected=corrected))


def _instead(scene: SceneRequest, told: LinesTold, moment: Moment) -> SceneRequest:
    return replace(untold(scene), contest=_contest(told.back(scene), scene, moment))


def _contest(back: Withdrawn | None, scene: SceneRequest, moment: Moment) -> ContestId | None:
    """Return the contest that explains why a line is no longer told: its own, else whose entry took it back."""
    if back is None or scene.contest is not None:
        return scene.contest
    return next((one.contest for one in moment.night.journal if one.entry_id == back.entry), None)
