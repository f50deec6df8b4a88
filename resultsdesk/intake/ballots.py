"""Ballot papers from lists of people: names split, and put in the order ballot papers are printed in."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from resultsdesk.night.briefing import ContestId, PastResult
from resultsdesk.psephology.candidacy import Candidacy, CandidacyId
from resultsdesk.psephology.count import count
from resultsdesk.psephology.party import PartyId

# Words that begin a surname of several words.
PARTICLES = {
    "al", "abu", "ap", "ben", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "ibn", "la",
    "le", "mac", "mc", "o'", "san", "st", "st.", "van", "von", "zu",
}  # fmt: skip
HONOURS = {
    "am", "be", "bem", "cbe", "dbe", "dl", "esq", "jp", "jr", "kbe", "kc", "mbe", "mp", "obe", "phd", "qc", "sr",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """One person on a ballot paper before it is put in order; votes are None where they are not known."""

    forenames: str
    surname: str
    party: PartyId
    adjunct: PartyId | None = None
    sitting: bool = False
    votes: int | None = None
    elected: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """A ballot paper in order: each candidacy beside the person it was made from."""

    contest: ContestId
    lines: tuple[tuple[Candidacy, Person], ...]

    @property
    def candidacies(self) -> tuple[Candidacy, ...]:
        """Return the candidacies in ballot order."""
        return tuple(candidacy for candidacy, _ in self.lines)

    def result(
        self,
        vacancies: int,
        declared_at: datetime | None = None,
        rejected: int | None = None,
        papers: int | None = None,
    ) -> PastResult | None:
        """Return the result, or None unless everybody's votes are known and agree with who is marked as elected.

        With no more people than vacancies nobody voted. Where people are level for the last seat, those marked won
        the lot. Votes and marks disagree where second preferences were counted: such votes elect nobody here.
        """
        if self.lines and len(self.lines) <= vacancies:
            return PastResult(self.contest, declared_at, {})
        votes = {candidacy.id: person.votes for candidacy, person in self.lines if person.votes is not None}
        if not votes or len(votes) < len(self.lines):
            return None
        marked = {candidacy.id for candidacy, person in self.lines if person.elected}
        lot = tuple(one for one in count(votes, vacancies).tied if one in marked)
        if len(marked) == vacancies and marked != set(count(votes, vacancies, lot).elected):
            return None
        return PastResult(self.contest, declared_at, votes, rejected, papers, lot=lot)


def split_name(name: str) -> tuple[str, str]:
    """Return forenames and surname of a full name: the last word, with particles before and honours after it."""
    words = name.split()
    last = len(words) - 1
    while last > 0 and words[last].casefold().strip(".,()") in HONOURS:
        last -= 1
    while last > 1 and words[last - 1].casefold() in PARTICLES:
        last -= 1
    return " ".join(words[:last]), " ".join(words[last:])


def ballot_paper(contest: ContestId, people: Iterable[Person]) -> Paper:
    """Return a contest's ballot paper.

    British ballot papers are in alphabetical order of surnames, then of other names (Representation of the
    People Act 1983, schedule 1, rule 14, and the like rules for local elections).
    """
    ordered = sorted(people, key=lambda one: (_sorting(one.surname), _sorting(one.forenames)))
    return Paper(
        contest,
        tuple(
            (
                Candidacy(
                    CandidacyId(f"{contest}.{order}"),
                    order,
                    one.forenames,
                    one.surname,
                    one.party,
                    one.adjunct,
                    one.sitting,
                ),
                one,
            )
            for order, one in enumerate(ordered, start=1)
        ),
    )


def _sorting(name: str) -> str:
    """Return a name as it is sorted: without accents and apostrophes, hyphens as spaces."""
    plain = "".join(mark for mark in unicodedata.normalize("NFKD", name) if not unicodedata.combining(mark))
    return "".join(mark if mark.isalnum() else "" if mark in "'’`." else " " for mark in plain.casefold())


def plain(name: str) -> str:
    """Return a name as two spellings of it are compared: letters and figures alone, `&` as and, no accents."""
    return " ".join(_sorting(name.replace("&", " and ")).split())
