"""A scene as columns, alike in every table that has one."""

from resultsdesk.figures.scenes.request import Format, SceneName, SceneRequest
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.night import Scope, ScopeKind
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.party import PartyId

SCENE = "scene, contest, scope, scope_name, party, measure, format, words, page, lines"
SCENE_MARKS = "?,?,?,?,?,?,?,?,?,?"

Row = tuple[object, ...]
# What comes out of SQLite: the tables are STRICT, so each column has the kind its table says.
Scene = tuple[str, str | None, str, str, str | None, str | None, str, str, int, str]


def columns(scene: SceneRequest) -> Row:
    """Return a scene as its columns."""
    return (
        scene.name, scene.contest, scene.scope.kind, scene.scope.name, scene.party, scene.measure, scene.format,
        "\n".join(scene.words), scene.page, "\n".join(scene.lines),
    )  # fmt: skip


def scene_of(row: list[object]) -> SceneRequest:
    """Return the scene that is in columns."""
    found: Scene = tuple(row)  # type: ignore[assignment]  # the table is STRICT
    name, contest, kind, scope, party, measure, format, words, page, lines = found
    return SceneRequest(
        SceneName(name),
        None if contest is None else ContestId(contest),
        Scope(ScopeKind(kind), scope),
        None if party is None else PartyId(party),
        None if measure is None else Measure(measure),
        Format(format),
        tuple(words.split("\n")) if words else (),
        page,
        tuple(lines.split("\n")) if lines else (),
    )
