"""Which contest of a night a file means: by id, else by its name within its body, since wards share their names."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from rapidfuzz import fuzz, process

from resultsdesk.intake.ballots import plain
from resultsdesk.intake.results.told import ToldContest
from resultsdesk.night.briefing import BodyId, Briefing, Contest, ContestId

T = TypeVar("T")

LINKS = {"and"}  # left out of an id made from a name with “&”
TITLES = LINKS | {"the", "of", "city", "borough", "council", "county", "district", "london", "metropolitan", "royal"}
NEAREST = 3
LIKE_ENOUGH = 70


@dataclass(frozen=True, slots=True)
class Unknown:
    """A contest of a file that is not one of this night's, with the nearest names; `elsewhere` where its body is
    none of this night's either.
    """

    told: ToldContest
    near: tuple[str, ...] = ()
    elsewhere: bool = False


class Places:
    """An index over one briefing's contests, made once."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        bodies = briefing.bodies.values()
        self._bodies = _unshared((key, one.id) for one in bodies for key in (plain(one.id), _without(one.name, LINKS)))
        self._titles = _unshared((_without(one.name, TITLES), one.id) for one in bodies)
        named = defaultdict[BodyId, list[tuple[str, ContestId]]](list)
        for contest in briefing.contests.values():
            for name in (contest.name, *contest.former_names):
                named[contest.body].append((_without(name, LINKS), contest.id))
        self._named = {body: _unshared(pairs) for body, pairs in named.items()}
        self._anywhere = _unshared(pair for pairs in named.values() for pair in pairs)

    def find(self, told: ToldContest) -> Contest | Unknown:
        """Return the contest a file means, or what is known of it where there is none."""
        for key in told.ids:
            known = self._briefing.contests.get(ContestId(key))
            if known is not None:
                return known
        body = self._body(told.body)
        if told.body and body is None:
            return Unknown(told, elsewhere=True)
        among = self._named.get(body, {}) if body is not None else self._anywhere
        found = among.get(_without(told.name, LINKS))
        return self._briefing.contests[found] if found is not None else Unknown(told, self._near(told, body))

    def _body(self, name: str) -> BodyId | None:
        if not name:
            return None
        exact = self._bodies.get(plain(name)) or self._bodies.get(_without(name, LINKS))
        return exact or self._titles.get(_without(name, TITLES))

    def _near(self, told: ToldContest, body: BodyId | None) -> tuple[str, ...]:
        """Return the names most like one nobody has, with their bodies' where the file names none."""
        bodies = self._briefing.bodies
        named = {one.id: plain(one.name) for one in self._briefing.contests.values() if body in (None, one.body)}
        near = process.extract(plain(told.name), named, scorer=fuzz.WRatio, score_cutoff=LIKE_ENOUGH, limit=NEAREST)
        contests = [self._briefing.contests[key] for _, _, key in near]
        several = body is None and len(bodies) > 1
        return tuple(f"{one.name}, {bodies[one.body].name}" if several else one.name for one in contests)


def _without(name: str, words: Iterable[str]) -> str:
    """Return a name as names are compared, without these words, unless nothing else is in it."""
    whole = plain(name)
    return " ".join(word for word in whole.split() if word not in words) or whole


def _unshared(pairs: Iterable[tuple[str, T]]) -> dict[str, T]:
    """Return what has a name that nothing else has."""
    found = set(pairs)
    times = Counter(name for name, _ in found)
    return {name: one for name, one in found if times[name] == 1}
