"""Calling up a scene as a producer says it: by its number or its name, and of what, in a few letters."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from resultsdesk.desk.finding import Finder, words_of
from resultsdesk.figures.scenes.request import SceneName, SceneRequest
from resultsdesk.figures.scenes.scene import title
from resultsdesk.night.night import Night, Scope, ScopeKind, scope_name
from resultsdesk.psephology.party import PartyId

MOST = 12
TRIED = 20  # examples, before there is none

NUMBERS = tuple(SceneName)
"""The scenes in the order of their numbers, which count from 1."""

OF_A_CONTEST = frozenset({SceneName.CONTEST, SceneName.STRAP})
OF_EITHER = frozenset({SceneName.SHARES, SceneName.SWINGOMETER, SceneName.RECOUNTS})  # of a contest or of a scope
OF_A_PARTY = frozenset({SceneName.BATTLEGROUND})
OF_A_BODY = frozenset({SceneName.COUNCIL})
OF_WORDS = frozenset({SceneName.CARD, SceneName.TITLE})
ANYWHERE = (SceneName.MAP, SceneName.GAINS, SceneName.SHARES, SceneName.TALLY)


@dataclass(frozen=True, slots=True)
class Called:
    """A scene that may have been meant, in words, and its number."""

    scene: SceneRequest
    words: str

    @property
    def number(self) -> int:
        """Return the number the scene is called up by."""
        return NUMBERS.index(self.scene.name) + 1


class Caller:
    """Answers for one briefing; the finder is made once."""

    def __init__(self, night: Night) -> None:
        self._finder = Finder(night.briefing)
        called = {name: title(night, SceneRequest(name)).partition(":")[0] for name in NUMBERS}
        self._names = [(name, words_of(f"{words} {name}")) for name, words in called.items()]
        self._scopes = [(scope, words_of(scope_name(night.briefing, scope))) for scope in night.scopes]
        self._parties = [(one.id, words_of(f"{one.name} {one.short}")) for one in night.briefing.parties.values()]

    def call(self, night: Night, said: str) -> tuple[Called, ...]:
        """Return the scenes that were meant, the likeliest first: `1 per bar`, `map wales`, `leic`, `8 con`.

        Without words, every scene of the whole night, with the last declaration for those of a contest.
        """
        first, _, rest = said.strip().partition(" ")
        if first.isdigit():
            return self._of(night, NUMBERS[int(first) - 1 : int(first)] if int(first) else (), rest)
        if not first:
            return tuple(one for name in NUMBERS for one in self._of(night, [name], "")[:1])
        meant = [name for name, words in self._names if _starts(words, words_of(first))]
        by_name = self._of(night, meant, rest) if meant else ()
        return _once((*by_name, *self._places(night, said)))[:MOST]

    def examples(self, night: Night) -> tuple[str, ...]:
        """Return a few things to call up that are of this night: a contest, a map, a number."""
        named = (one for one in night.briefing.contests.values() if len(words_of(one.name)) == 2)
        contests = ((f"1 {_letters(one.name)}", SceneRequest(SceneName.CONTEST, contest=one.id)) for one in named)
        parts = ((one, words) for one, words in self._scopes if words and one not in (Scope(), night.main_scope))
        maps = ((f"map {words[0]}", SceneRequest(SceneName.MAP, scope=one)) for one, words in parts)
        said = (self._first_that_calls(night, contests), self._first_that_calls(night, maps))
        return (*(one for one in said if one), f"{NUMBERS.index(SceneName.TITLE) + 1}")

    def _first_that_calls(self, night: Night, examples: Iterable[tuple[str, SceneRequest]]) -> str:
        """Return the first thing to say that calls up what is meant by it, or nothing."""
        for said, meant in islice(examples, TRIED):
            found = self.call(night, said)
            if found and found[0].scene == meant:
                return said
        return ""

    def _places(self, night: Night, said: str) -> Iterator[Called]:
        """Return what there is to show of a place, whatever the scene."""
        hits = self._finder.find(said, 8)
        for hit in hits:
            yield self._called(night, SceneRequest(SceneName.CONTEST, contest=hit.contest))
        if hits:
            yield self._called(night, SceneRequest(SceneName.STRAP, contest=hits[0].contest))
        for scope in self._found_scopes(said):
            for name in ANYWHERE:
                yield self._called(night, SceneRequest(name, scope=scope))

    def _of(self, night: Night, names: Iterable[SceneName], of: str) -> tuple[Called, ...]:
        return _once(self._called(night, scene) for name in names for scene in self._scenes(night, name, of.strip()))[
            :MOST
        ]

    def _scenes(self, night: Night, name: SceneName, of: str) -> Iterator[SceneRequest]:
        if name in OF_A_CONTEST:
            if of:
                yield from (SceneRequest(name, contest=hit.contest) for hit in self._finder.find(of, MOST))
            elif night.journal:
                yield SceneRequest(name, contest=night.journal[-1].contest)
        elif name in OF_A_PARTY:
            aimed = dict.fromkeys(one.party for one in night.briefing.targets)
            yield from (SceneRequest(name, party=one) for one in self._found_parties(of, aimed))
        elif name in OF_WORDS:
            yield SceneRequest(name, words=(of,) if of else ())
        else:
            wanted = [one for one in self._found_scopes(of) if name not in OF_A_BODY or one.kind is ScopeKind.BODY]
            if not of and name in OF_A_BODY:
                wanted = [Scope(ScopeKind.BODY, body) for body in night.briefing.bodies]
            yield from (SceneRequest(name, scope=one) for one in wanted or ([] if of else [Scope()]))
            if of and name in OF_EITHER:
                yield from (SceneRequest(name, contest=hit.contest) for hit in self._finder.find(of, MOST))

    def _found_scopes(self, of: str) -> list[Scope]:
        wanted = words_of(of)
        return [scope for scope, words in self._scopes if wanted and _starts(words, wanted)]

    def _found_parties(self, of: str, aimed: Iterable[PartyId]) -> list[PartyId]:
        wanted = words_of(of)
        if not wanted:
            return list(aimed)
        return [party for party, words in self._parties if _starts(words, wanted)]

    def _called(self, night: Night, scene: SceneRequest) -> Called:
        return Called(scene, title(night, scene))


def of_what(night: Night, scene: SceneRequest) -> str:
    """Return what a scene shows without what kind it is; its kind where it shows everything."""
    kind, _, what = title(night, scene).partition(": ")
    return what or kind


def _letters(name: str) -> str:
    """Return the first three letters of each word of a name."""
    return " ".join(one[:3] for one in words_of(name))


def _starts(words: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Return whether every word wanted is the start of one there."""
    return all(any(word.startswith(one) for word in words) for one in wanted)


def _once(called: Iterable[Called]) -> tuple[Called, ...]:
    return tuple({one.scene: one for one in called}.values())
