"""Every scene by its name, and the marks that lie over all of them."""

from collections.abc import Callable
from datetime import datetime

from resultsdesk.figures.scenes.battleground import aims, battleground, challenger
from resultsdesk.figures.scenes.card import card, card_standing
from resultsdesk.figures.scenes.contest import contest_result
from resultsdesk.figures.scenes.council import council, council_scope
from resultsdesk.figures.scenes.facts import decided_in, place_name, scope_of, standing_of
from resultsdesk.figures.scenes.gains import gains_scene
from resultsdesk.figures.scenes.light import lit
from resultsdesk.figures.scenes.listing import LISTING, listed_in
from resultsdesk.figures.scenes.marks import marked
from resultsdesk.figures.scenes.request import SceneName, SceneRequest
from resultsdesk.figures.scenes.seats import seats_map
from resultsdesk.figures.scenes.shares import shares_scene
from resultsdesk.figures.scenes.stage import stage_of
from resultsdesk.figures.scenes.strap import strap
from resultsdesk.figures.scenes.swingometer import swingometer
from resultsdesk.figures.scenes.tally import tally_scene
from resultsdesk.figures.scenes.ticker import ticker
from resultsdesk.figures.scenes.title import title_slate
from resultsdesk.figures.scenes.waiting import due_next, recounts
from resultsdesk.figures.shapes import Figure
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.night import Night, Scope

Scene = Callable[[Night, SceneRequest, datetime | None], Figure]

_SCENES: dict[SceneName, tuple[Scene, str]] = {
    SceneName.CONTEST: (contest_result, "Result"),
    SceneName.STRAP: (strap, "Strap"),
    SceneName.MAP: (seats_map, "Map"),
    SceneName.TALLY: (tally_scene, "Tally"),
    SceneName.GAINS: (gains_scene, "Gains and losses"),
    SceneName.SHARES: (shares_scene, "Share and change"),
    SceneName.SWINGOMETER: (swingometer, "Swingometer"),
    SceneName.BATTLEGROUND: (battleground, "Battleground"),
    SceneName.COUNCIL: (council, "Council"),
    SceneName.RECOUNTS: (recounts, "Recounts and awaited"),
    SceneName.DUE: (due_next, "Due next"),
    SceneName.CARD: (card, "Headline"),
    SceneName.TICKER: (ticker, "Ticker"),
    SceneName.TITLE: (title_slate, "Title"),
}

_OF_CONTEST = frozenset({SceneName.CONTEST, SceneName.STRAP})  # of nothing else
_OF_EITHER = frozenset({SceneName.SHARES, SceneName.SWINGOMETER, SceneName.RECOUNTS})  # of a contest, if one is named

LEGIBLE = _OF_CONTEST | {SceneName.SHARES, SceneName.SWINGOMETER, SceneName.CARD}
"""Scenes that may be about one contest and show its figures. Others add up and colour: nobody reads a contest's votes
off a map.
"""


def draw(
    night: Night, request: SceneRequest, now: datetime | None = None, corrected: bool = False, stale: bool = False
) -> Figure:
    """Return a scene of the night as it stands, with every mark that belongs on it.

    REHEARSAL is on every scene of a rehearsal night, whoever asks; `corrected` says that what was on air before was
    wrong, `stale` that no news has come for too long.
    """
    scene, _ = _SCENES[request.name]
    stage = stage_of(request.format)
    return marked(lit(scene(night, request, now), request.name, stage), stage, night.rehearsal, corrected, stale)


def contests_in(night: Night, request: SceneRequest) -> frozenset[ContestId]:
    """Return the contests whose entries a scene's figures come from, of those that have any.

    A scene of a scope adds up every result of it; a contest's own scene is about that contest, though its foot
    counts the rest.
    """
    standing = standing_of(night, request.contest)
    if request.name in _OF_CONTEST or (request.name in _OF_EITHER and standing is not None):
        return frozenset({standing.contest.id}) if standing is not None and standing.entries else frozenset()
    match request.name:
        case SceneName.CARD:
            about = card_standing(night, request)
            return frozenset({about.contest.id}) if about is not None and about.entries else frozenset()
        case SceneName.TITLE | SceneName.DUE | SceneName.RECOUNTS:
            return frozenset()
        case SceneName.BATTLEGROUND:
            party = challenger(night, request)
            every = aims(night, scope_of(night, request), party) if party is not None else ()
            return frozenset(one.standing.contest.id for one in every if one.standing.decided)
        case SceneName.COUNCIL:
            return decided_in(night, council_scope(night, request))
        case _:
            return decided_in(night, scope_of(night, request))


def legible_in(night: Night, request: SceneRequest) -> frozenset[ContestId]:
    """Return the contests whose own figures can be read off a scene: the one it is about, or those it lists."""
    if request.name in LISTING:
        scene, _ = _SCENES[request.name]
        return listed_in(night, request, scene(night, request, None))
    if request.name not in LEGIBLE:
        return frozenset()
    shown = contests_in(night, request)
    return shown if request.name is SceneName.CARD or request.contest in shown else frozenset()


def title(night: Night, request: SceneRequest) -> str:
    """Return what a rundown calls a scene, such as `Result: Leicester South`."""
    _, name = _SCENES[request.name]
    standing = standing_of(night, request.contest)
    if request.words and not (request.name is SceneName.STRAP and standing is not None):
        return f"{name}: {request.words[0]}"
    if standing is not None:
        return f"{name}: {standing.contest.name}"
    party = night.briefing.parties.get(request.party) if request.party is not None else None
    if request.name is SceneName.BATTLEGROUND and party is not None:
        return f"{name}: {party.name}"
    scope = council_scope(night, request) if request.name is SceneName.COUNCIL else request.scope
    return f"{name}: {place_name(night, scope)}" if scope != Scope() else name
