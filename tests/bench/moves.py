"""Moves to measure: from one figure to another, of real nights."""

from dataclasses import replace

from built_in import built_in

from resultsdesk.figures.scenes.request import SceneName, SceneRequest
from resultsdesk.figures.scenes.scene import draw
from resultsdesk.figures.shapes import Figure
from resultsdesk.figures.tween import entrance
from resultsdesk.night.night import Night, Scope, ScopeKind

AIM = 0.99
LATE = 1.5  # frames between two paints: from there on one is missing


def at(until: str, rehearsal: bool) -> Night:
    return replace(built_in("uk-2024", until), rehearsal=rehearsal)


def moves() -> dict[str, tuple[Figure, Figure]]:
    """Return the moves by their names: a live night's, and one with a rehearsal's words over every frame."""
    early, late, last = (at(until, rehearsal=False) for until in ("02:00", "04:40", "04:47"))
    tried = [draw(at(until, rehearsal=True), SceneRequest(SceneName.MAP)) for until in ("02:00", "04:47")]
    whole = SceneRequest(SceneName.MAP)
    wales = SceneRequest(SceneName.MAP, scope=Scope(ScopeKind.NATION, "Wales"))
    result = SceneRequest(SceneName.CONTEST, contest=last.journal[-1].contest)
    return {
        "a declaration or two on the map": (draw(late, whole), draw(last, whole)),
        "half a night on the map": (draw(early, whole), draw(last, whole)),
        "half a night on a rehearsal's map": (tried[0], tried[1]),
        "from Wales to the whole map": (draw(last, wales), draw(last, whole)),
        "a map enters": (entrance(draw(last, whole)), draw(last, whole)),
        "a result enters": (entrance(draw(last, result)), draw(last, result)),
        "a correction": (draw(last, result), draw(last, result, corrected=True)),
    }
