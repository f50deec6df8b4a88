"""Nights to draw scenes of, live ones, and ways to read what a scene says."""

from dataclasses import replace

from built_in import built_in, told

from resultsdesk.figures.scenes.request import SceneName, SceneRequest
from resultsdesk.figures.shapes import Figure, Text
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.entries import Kind
from resultsdesk.night.night import Night, Scope, ScopeKind, replay
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.party import PartyId

BIRMINGHAM = Scope(ScopeKind.BODY, "E08000025")
WALSALL = Scope(ScopeKind.BODY, "E08000030")
SCOPED = [
    one
    for one in SceneName
    if one not in (SceneName.CONTEST, SceneName.STRAP, SceneName.CARD, SceneName.TITLE, SceneName.TICKER)
]


def live(id: str, until: str | None = None) -> Night:
    """Return a built-in night as a live one would stand, with no REHEARSAL over it."""
    return replace(built_in(id, until), rehearsal=False)


def nights() -> dict[str, Night]:
    """Return general election and council nights with 0, 1, half and all declared."""
    all_in, councils = live("uk-2024"), live("midlands-2016")
    return {
        "none": live("uk-2024", "22:00"),
        "one": replay(all_in.briefing, all_in.journal[:1]),
        "half": live("uk-2024", "04:47"),
        "all": all_in,
        "councils none": live("midlands-2016", "22:00"),
        "councils one": replay(councils.briefing, councils.journal[:1]),
        "councils half": replay(councils.briefing, councils.journal[::2]),
        "councils all": councils,
    }


def uncertain() -> Night:
    """Return the night of 2024 at 04:47 with two recounts and a flash."""
    night = told(live("uk-2024", "04:47"), "Birmingham Perry Barr", Kind.RECOUNT)
    night = told(night, "Hackney North and Stoke Newington", Kind.RECOUNT)
    return told(night, "Aldershot", Kind.FLASHED, order=1)


def place(night: Night, name: str) -> Standing:
    """Return how the contest of this name stands."""
    (found,) = [one for one in night.contests.values() if one.contest.name == name]
    return found


def of(night: Night, name: SceneName, contest: str) -> SceneRequest:
    """Return a request for a scene of the contest of this name."""
    return SceneRequest(name, ContestId(place(night, contest).contest.id))


def words(figure: Figure, beginning: str = "") -> list[str]:
    """Return every text of a scene whose id begins so, marks left out."""
    return [
        "".join(one.text for one in shape.spans)
        for id, shape in figure.shapes.items()
        if isinstance(shape, Text) and id.startswith(beginning) and not id.startswith("mark:")
    ]


def headline(figure: Figure) -> str:
    """Return a scene's headline as one line."""
    return " ".join(words(figure, "headline"))


LAB = PartyId("Lab")
