"""Finding a contest in three letters: by its name, a former name, a candidate or its id, slips forgiven but in ids."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import combining, normalize

from rapidfuzz import process
from rapidfuzz.distance import OSA

from resultsdesk.night.briefing import Briefing, Contest, ContestId

EXACT, STARTS, WORD, INSIDE, SLIP = range(5)
CANDIDATE = 10  # a name of a place comes before any candidate's that is found as well
ID = 20
FORGIVING_FROM = 4  # letters: three that are wrong once could be anything
FORGIVEN_WORDS = 60

Alike = Callable[[str], Iterable[tuple[str, int]]]  # words like one typed, each with its slips


@dataclass(frozen=True, slots=True)
class Hit:
    """A contest found; `what` names the candidate, former name or id it was found by, empty for its own name."""

    contest: ContestId
    what: str
    score: int


@dataclass(frozen=True, slots=True)
class _Name:
    contest: ContestId
    text: str
    words: tuple[str, ...]
    what: str
    penalty: int


class Finder:
    """An index over one briefing, made once."""

    def __init__(self, briefing: Briefing) -> None:
        self._names = [name for contest in briefing.contests.values() for name in _names_of(contest)]
        at: dict[str, list[int]] = {}
        for place, name in enumerate(self._names):
            for word in dict.fromkeys(name.words):
                at.setdefault(word, []).append(place)
        self._words = sorted(at)
        self._at = at
        self._cut: dict[int, dict[str, list[str]]] = {}
        self._ids = sorted((one.casefold(), one) for one in briefing.contests)

    def find(self, query: str, limit: int = 200) -> tuple[Hit, ...]:
        """Return the contests a query may mean, best first, each once; none for an empty query."""
        wanted = words_of(query)
        if not wanted:
            return ()
        scores = self._scores(wanted, self._prefixed)
        if not scores:
            scores = self._scores(wanted, self._forgiven)
        whole = " ".join(wanted)
        best: dict[ContestId, tuple[tuple[int, int, str], _Name]] = {}
        for place, score in scores.items():
            name = self._names[place]
            key = (name.penalty + score + _manner(name, whole), len(name.text), name.text)
            known = best.get(name.contest)
            if known is None or key < known[0]:
                best[name.contest] = (key, name)
        ordered = sorted(best.values(), key=lambda one: one[0])
        hits = [Hit(name.contest, name.what, key[0]) for key, name in ordered]
        hits += (Hit(one, one, ID) for one in self._by_id(query) if one not in best)
        return tuple(hits[:limit])

    def _by_id(self, query: str) -> Iterator[ContestId]:
        """Yield the contests whose id begins so, such as a GSS code. What has no digit is no id but a word."""
        start = query.strip().casefold()
        if not any(map(str.isdecimal, start)):
            return
        for place in range(bisect_left(self._ids, (start, "")), len(self._ids)):
            folded, contest = self._ids[place]
            if not folded.startswith(start):
                return
            yield contest

    def _scores(self, wanted: tuple[str, ...], alike: Alike) -> dict[int, int]:
        """Return the names in which every word wanted has one like it, each with what was forgiven."""
        found: dict[int, int] | None = None
        for word in wanted:
            here: dict[int, int] = {}
            for match, slips in alike(word):
                for place in self._at[match]:
                    here[place] = min(slips, here.get(place, slips))
            found = here if found is None else {one: found[one] + slips for one, slips in here.items() if one in found}
        return found or {}

    def _prefixed(self, start: str) -> Iterator[tuple[str, int]]:
        for place in range(bisect_left(self._words, start), len(self._words)):
            if not self._words[place].startswith(start):
                return
            yield self._words[place], 0

    def _forgiven(self, typed: str) -> Iterator[tuple[str, int]]:
        yield from self._prefixed(typed)
        if len(typed) < FORGIVING_FROM:
            return
        slips = 1 if len(typed) < 7 else 2
        for length in (len(typed), len(typed) + 1, len(typed) - 1):
            starts = self._starts(length)
            alike = process.extract(typed, starts.keys(), scorer=OSA.distance, score_cutoff=slips, limit=FORGIVEN_WORDS)
            for start, distance, _ in alike:
                for word in starts[start]:
                    yield word, int(distance)

    def _starts(self, length: int) -> dict[str, list[str]]:
        """Return every word by its first letters, so that the start of a long word can be typed with a slip."""
        known = self._cut.get(length)
        if known is None:
            known = self._cut[length] = {}
            for word in self._words:
                known.setdefault(word[:length], []).append(word)
        return known


def _manner(name: _Name, whole: str) -> int:
    if name.text == whole:
        return EXACT
    if name.text.startswith(whole):
        return STARTS
    return WORD if whole in name.text else INSIDE


def _names_of(contest: Contest) -> Iterator[_Name]:
    yield _name(contest.id, contest.name, "", 0)
    for former in contest.former_names:
        yield _name(contest.id, former, f"formerly {former}", 1)
    for one in contest.candidacies:
        yield _name(contest.id, one.name, one.name, CANDIDATE)


def _name(contest: ContestId, text: str, what: str, penalty: int) -> _Name:
    words = words_of(text)
    return _Name(contest, " ".join(words), words, what, penalty)


@lru_cache(maxsize=65536)
def words_of(text: str) -> tuple[str, ...]:
    """Return a text's words folded: lower case, accents and apostrophes gone, hyphens dividing."""
    plain = text.casefold()
    if not plain.isascii():
        plain = "".join(one for one in normalize("NFKD", plain) if not combining(one))
    kept = "".join(one if one.isalnum() else "" if one in "'’" else " " for one in plain)
    return tuple(kept.split())
