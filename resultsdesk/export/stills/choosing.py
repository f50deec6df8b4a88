"""Which scenes are written as pictures, and of what."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from resultsdesk.export.summary import Summary
from resultsdesk.figures.scenes.facts import latest
from resultsdesk.figures.scenes.request import Format, SceneName, SceneRequest
from resultsdesk.figures.scenes.scene import draw, title
from resultsdesk.figures.shapes import Figure
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.night import Night, Scope, ScopeKind

MOST_BODIES = 12
"""Of more bodies than this, only the first so many have a picture each."""
MOST_WORDS = 110  # letters of a line that a card holds


@dataclass(frozen=True, slots=True)
class Still:
    """A picture: `stem` is its name in the folder, `what` says what it shows."""

    stem: str
    what: str
    request: SceneRequest

    def drawn(self, summary: Summary) -> Figure:
        """Return the scene as it stood, with the marks that belong on it."""
        return draw(summary.night, self.request, summary.at)


def stills(summary: Summary) -> tuple[Still, ...]:
    """Return every scene in every format."""
    night = summary.night
    return tuple(
        Still(
            f"{stem}-{str(format).replace(':', 'x')}",
            f"{title(night, request)}, {format}.",
            replace(request, format=format, measure=summary.measure),
        )
        for stem, request in _requests(summary)
        for format in Format
    )


def told_of(summary: Summary) -> ContestId | None:
    """Return the contest of the most telling line that is about a declared one, else the newest result."""
    night = summary.night
    told = (id for line in summary.story.lines for id in line.contests[:1])
    best = next((id for id in told if id in night.contests and night.contests[id].decided), None)
    newest = latest(night, night.main_scope, 1)
    return best or (newest[0].contest.id if newest else next(iter(night.contests), None))


def _requests(summary: Summary) -> Iterator[tuple[str, SceneRequest]]:
    night, contest = summary.night, told_of(summary)
    for name in SceneName:
        match name:
            case SceneName.CONTEST | SceneName.STRAP:
                yield name, SceneRequest(name, contest=contest)
            case SceneName.CARD:
                yield name, SceneRequest(name, words=_words(summary))
            case SceneName.COUNCIL:
                yield from _councils(night)
            case _:
                yield name, SceneRequest(name)


def _councils(night: Night) -> Iterator[tuple[str, SceneRequest]]:
    bodies = tuple(night.briefing.bodies)[:MOST_BODIES]
    for at, body in enumerate(bodies, start=1):
        stem = str(SceneName.COUNCIL) if len(bodies) == 1 else f"{SceneName.COUNCIL}-{at:02}"
        yield stem, SceneRequest(SceneName.COUNCIL, scope=Scope(ScopeKind.BODY, body))


def _words(summary: Summary) -> tuple[str, ...]:
    """Return the most telling line that a card holds; nothing for the card's own words, the newest result."""
    held = (line.sentence for line in summary.story.lines if len(line.sentence) <= MOST_WORDS)
    best = next(held, None)
    return (best.removesuffix("."),) if best else ()
