"""Every scene by its name, and the marks that lie over all of them."""

from collections.abc import Callable
from datetime import datetime

from resultsdesk.figures.scenes.contest import contest_result
from resultsdesk.figures.scenes.marks import marked
from resultsdesk.figures.scenes.request import SceneName, SceneRequest
from resultsdesk.figures.scenes.seats import seats_map
from resultsdesk.figures.scenes.tally import tally_scene
from resultsdesk.figures.scenes.gains import gains_scene
from resultsdesk.figures.scenes.shares import shares_scene
from resultsdesk.figures.scenes.swingometer import swingometer
from resultsdesk.figures.scenes.battleground import battleground
from resultsdesk.figures.scenes.council import council
from resultsdesk.figures.scenes.waiting import due_next, recounts
from resultsdesk.figures.scenes.card import card
from resultsdesk.figures.scenes.strap import strap
from resultsdesk.figures.scenes.ticker import ticker
from resultsdesk.figures.scenes.stage import stage_of
from resultsdesk.figures.scenes.title import title_slate
from resultsdesk.figures.shapes import Figure
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.night import Night

Scene = Callable[[Night, SceneRequest, datetime | None], Figure]

_SCENES: dict[SceneName, Scene] = {
    SceneName.CONTEST: contest_result,
    SceneName.MAP: seats_map,
    SceneName.TALLY: tally_scene,
    SceneName.GAINS: gains_scene,
    SceneName.SHARES: shares_scene,
    SceneName.SWINGOMETER: swingometer,
    SceneName.BATTLEGROUND: battleground,
    SceneName.COUNCIL: council,
    SceneName.RECOUNTS: recounts,
    SceneName.DUE: due_next,
    SceneName.CARD: card,
    SceneName.STRAP: strap,
    SceneName.TICKER: ticker,
    SceneName.TITLE: title_slate,
}


def draw(
    night: Night, request: SceneRequest, now: datetime | None = None, corrected: bool = False, stale: bool = False
) -> Figure:
    """Return a scene of the night as it stands, with every mark that belongs on it."""
    scene = _SCENES[request.name](night, request, now)
    return marked(scene, stage_of(request.format), night.rehearsal, corrected, stale)


def contests_in(night: Night, request: SceneRequest) -> frozenset[ContestId]:
    """Return the contests whose entries a scene's figures come from."""
    return frozenset()


def title(night: Night, request: SceneRequest) -> str:
    """Return what a rundown calls a scene."""
    return str(request.name)
