"""Scenes that say lines of the story. Their words are a copy: `retold` puts them right when the story is another."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from resultsdesk.figures.scenes.request import SceneName, SceneRequest
from resultsdesk.night.night import Scope
from resultsdesk.story.lines import Line

ONE_BREATH = 64
"""Characters a headline takes in one breath: a longer sentence is broken where it pauses, if it does."""
MOST_LINES = 4
"""Lines a ticker has room for in its tallest format."""

_SHORTEST, _LONGEST = 12, 92  # characters of a headline that ends where the sentence pauses
_PAUSES = (": ", "; ", r", (?=[^A-Z])")  # a comma before a capital may be one within a name


def card_of(line: Line) -> SceneRequest:
    """Return the headline card of a line."""
    return _about(SceneName.CARD, line, headline_words(line.sentence))


def strap_of(line: Line) -> SceneRequest:
    """Return the strap of a line: its contest's with the sentence on it, or where it has none the sentence alone."""
    one = len(line.contests) == 1
    return _about(SceneName.STRAP, line, (line.sentence,) if one else headline_words(line.sentence))


def ticker_of(lines: Sequence[Line], scope: Scope = Scope()) -> SceneRequest:
    """Return a ticker that says lines, the first few where there are too many."""
    said = lines[:MOST_LINES]
    ids = tuple(one.id for one in said)
    return SceneRequest(SceneName.TICKER, scope=scope, words=tuple(one.sentence for one in said), lines=ids)


def retold(scene: SceneRequest, told: Mapping[str, Line]) -> SceneRequest | None:
    """Return a scene with its lines as they are told now; None where it was made of a line that no longer is.

    A ticker goes on without that line.
    """
    if not scene.lines:
        return scene
    if scene.name is SceneName.TICKER:
        lines = [told[one] for one in scene.lines if one in told]
        now = ticker_of(lines)
        return replace(scene, words=now.words, lines=now.lines)
    line = told.get(scene.lines[0])
    if line is None:
        return None
    now = strap_of(line) if scene.name is SceneName.STRAP else card_of(line)
    return replace(now, measure=scene.measure, format=scene.format, page=scene.page)


def says(scene: SceneRequest, line: Line) -> bool:
    """Return whether a scene says a line's sentence, word for word."""
    if line.id not in scene.lines:
        return False
    if scene.name is SceneName.TICKER:
        return line.sentence in scene.words
    return scene.words == (strap_of(line) if scene.name is SceneName.STRAP else card_of(line)).words


def untold(scene: SceneRequest) -> SceneRequest:
    """Return what can be shown in the place of a scene whose line is no longer true: the result as it stands."""
    return replace(scene, party=None, words=(), lines=())


def headline_words(sentence: str) -> tuple[str, ...]:
    """Return a sentence as a headline, or where it is long as a headline and a line under it."""
    said = sentence.removesuffix(".")
    if len(said) <= ONE_BREATH:
        return (said,)
    for pause in _PAUSES:
        for found in re.finditer(pause, said):
            head, rest = said[: found.start()], said[found.end() :]
            if _SHORTEST <= len(head) <= _LONGEST:
                return head, f"{rest[0].upper()}{rest[1:]}"
    return (said,)


def _about(name: SceneName, line: Line, words: tuple[str, ...]) -> SceneRequest:
    contest = line.contests[0] if len(line.contests) == 1 else None
    scope = Scope() if contest is not None else line.scope
    return SceneRequest(name, contest, scope, line.party, words=words, lines=(line.id,))
