"""Names so alike that one may be a slip of the other, or that a hurried operator may take for each other."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extract

from resultsdesk.intake.ballots import plain
from resultsdesk.intake.faults import Faults
from resultsdesk.intake.files import CANDIDACIES, CONTESTS, PARTIES
from resultsdesk.intake.reading import Reading

WHOLE = 84  # likeness of two names, in per cent, from which their words are looked at
WORDS = 88  # likeness of the words in which they differ, from which they are near-identical
SHORTEST = 4  # shorter words differ by design: Ward 1, Ward 2


def judge(reading: Reading, faults: Faults) -> None:
    """Note near-identical names of parties, of contests of one body, and of people in one contest."""
    briefing = reading.briefing
    names = [(one.id, one.name) for one in briefing.parties.values()]
    _note(reading, faults, PARTIES.file, "parties", names)
    for body in briefing.bodies:
        there = [(one.id, one.name) for one in briefing.contests.values() if one.body == body]
        _note(reading, faults, CONTESTS.file, "contests", there)
    for contest in briefing.contests.values():
        people = [(one.id, one.name) for one in contest.candidacies]
        _note(reading, faults, CANDIDACIES.file, f"people in {contest.name}", people)


def _note(reading: Reading, faults: Faults, file: str, what: str, names: Sequence[tuple[str, str]]) -> None:
    for (first, one), (second, other) in _alike(names):
        faults.warn(
            file,
            reading.lines[file, second],
            "near-identical",
            f"Two {what} have near-identical names, “{one}” ({first}) and “{other}” ({second}):"
            " make them one, or tell them apart.",
        )


def _alike(names: Sequence[tuple[str, str]]) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    bare = [plain(name) for _, name in names]
    for at, name in enumerate(bare):
        for _, _, step in extract(name, bare[at + 1 :], scorer=ratio, score_cutoff=WHOLE, limit=None):
            if near_identical(name, bare[at + 1 + step]):
                yield names[at], names[at + 1 + step]


def near_identical(one: str, other: str) -> bool:
    """Return whether two plain names are the same but for spaces, or but for a slip in the words that differ."""
    if one.replace(" ", "") == other.replace(" ", ""):
        return True
    ones, others = _left(one, other), _left(other, one)
    if not ones or not others or min(map(len, (*ones, *others))) < SHORTEST:
        return False
    if _figures(one) != _figures(other):
        return False
    return ratio(" ".join(ones), " ".join(others)) >= WORDS


def _figures(name: str) -> str:
    return "".join(mark for mark in name if mark.isdigit())


def _left(name: str, other: str) -> Iterable[str]:
    """Return the words of one name that the other has not."""
    return tuple((Counter(name.split()) - Counter(other.split())).elements())
