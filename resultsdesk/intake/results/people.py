"""Which candidacy a person in a file is: by id, else by name, with the party to tell namesakes apart.

Votes are never looked at: figures that differ are what is being looked for. A party alone is not enough either:
where two wards were mixed up, every party finds somebody.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from resultsdesk.intake.ballots import plain, split_name
from resultsdesk.intake.parties import Label, Register, known_parties
from resultsdesk.intake.results.told import ToldPerson
from resultsdesk.night.briefing import Contest
from resultsdesk.night.objections import Objection, error, warning
from resultsdesk.psephology.candidacy import Candidacy, CandidacyId
from resultsdesk.psephology.party import Party, PartyId

LIKE_ENOUGH = 80  # of 100: names as like as “Becky Haggar” and “Becky Hagger”
WORTH_NAMING = 60

Key = Callable[["_Name"], Hashable]


@dataclass(frozen=True, slots=True)
class Matched:
    """Who is who in one contest: `people` by candidacy, and what is to be asked or refused about it."""

    people: Mapping[CandidacyId, ToldPerson]
    objections: tuple[Objection, ...]


@dataclass(frozen=True, slots=True)
class _Name:
    """A name taken apart, from either side."""

    whole: str
    forename: str
    surname: str
    party: PartyId | None


CLEAR: tuple[Key, ...] = (
    lambda one: (one.whole, one.party),
    lambda one: one.whole,
    lambda one: (one.surname, one.forename, one.party),
    lambda one: (one.surname, one.forename[:1], one.party),
    lambda one: (one.surname, one.forename),
    lambda one: (one.surname, one.party),
)
"""Ways in which two names are one person's, the surest first; each counts where it is unique on both sides."""


class People:
    """Matches the people of contests, with one reading of the parties' names."""

    def __init__(self, parties: Mapping[PartyId, Party]) -> None:
        self._register = Register()
        self._called = {
            plain(name): party.id for party in parties.values() for name in (party.name, party.short, party.id)
        }

    def match(self, contest: Contest, told: Sequence[ToldPerson]) -> Matched:
        """Return who is who, with a warning for each name taken for another and an error for each stranger."""
        ours = {one.id: _name(one.name, one.party, one.surname) for one in contest.candidacies}
        theirs = {at: _name(one.name, self.party(one.label)) for at, one in enumerate(told)}
        found: dict[CandidacyId, int] = {}

        def pair(candidacy: CandidacyId, at: int) -> None:
            found[candidacy] = at
            del ours[candidacy], theirs[at]

        for at, one in enumerate(told):
            if CandidacyId(one.id) in ours:
                pair(CandidacyId(one.id), at)
        for key in CLEAR:
            for candidacy, at in _alone(ours, theirs, key):
                pair(candidacy, at)
        objections = [
            _other_party(contest, candidacy, told[at], theirs_party)
            for candidacy, at in found.items()
            if (theirs_party := self.party(told[at].label)) and not told[at].id
            and _contradict(contest, candidacy, theirs_party)
        ]  # fmt: skip
        sure = len(found)
        while likely := _likeliest(ours, theirs):
            pair(*likely)
            objections.append(_taken_for(contest, likely[0], told[likely[1]]))
        if len(ours) == len(theirs) == 1 and sure:
            (candidacy,), (at,) = ours, theirs
            if ours[candidacy].party == theirs[at].party:
                pair(candidacy, at)
                objections.append(_taken_for(contest, candidacy, told[at]))
        strangers = [told[at] for at in theirs]
        objections += [_stranger(contest, one, [contest.candidacy(left) for left in ours]) for one in strangers]
        in_order = [one.id for one in contest.candidacies if one.id in found]
        return Matched({one: told[found[one]] for one in in_order}, tuple(objections))

    def party(self, label: Label) -> PartyId | None:
        """Return the party a label names, by this night's names first; None where it names none."""
        for name in (label.code, label.name):
            if plain(name) in self._called:
                return self._called[plain(name)]
        return self._register.party(label) if label.commission_id or label.code or label.name else None


def _name(name: str, party: PartyId | None, surname: str = "") -> _Name:
    words = plain(name).split()
    return _Name(" ".join(words), words[0] if words else "", plain(surname or split_name(name)[1]), party)


def _alone(
    ours: Mapping[CandidacyId, _Name], theirs: Mapping[int, _Name], key: Key
) -> tuple[tuple[CandidacyId, int], ...]:
    """Return the pairs that share a key nobody else on either side has."""
    here = Counter(key(one) for one in ours.values())
    there = Counter(key(one) for one in theirs.values())
    at_key = {key(one): at for at, one in theirs.items()}
    return tuple(
        (candidacy, at_key[key(one)])
        for candidacy, one in ours.items()
        if one.whole and here[key(one)] == there[key(one)] == 1
    )


def _likeliest(ours: Mapping[CandidacyId, _Name], theirs: Mapping[int, _Name]) -> tuple[CandidacyId, int] | None:
    """Return the two names most like each other of those that are like enough and not of two known parties."""
    scores = [
        (_likeness(here, there), candidacy, at)
        for candidacy, here in ours.items()
        for at, there in theirs.items()
        if not _two_parties(here.party, there.party)
    ]
    best = max(scores, default=None, key=lambda one: one[0])
    return (best[1], best[2]) if best is not None and best[0] >= LIKE_ENOUGH else None


def _likeness(here: _Name, there: _Name) -> float:
    """Return how alike two names are, of 100: spelt differently, in another order, or with a name more."""
    alike: float = max(fuzz.ratio(here.whole, there.whole), fuzz.token_set_ratio(here.whole, there.whole))
    return max(alike, LIKE_ENOUGH + alike / 10) if here.surname == there.surname else alike


def _two_parties(one: PartyId | None, other: PartyId | None) -> bool:
    """Return whether these are two parties for certain: one that nobody knows may be the other's, spelt otherwise."""
    known = known_parties()
    return one != other and one in known and other in known


def _contradict(contest: Contest, candidacy: CandidacyId, theirs: PartyId) -> bool:
    ours = contest.candidacy(candidacy)
    return ours is not None and _two_parties(ours.party, theirs)


def _other_party(contest: Contest, candidacy: CandidacyId, told: ToldPerson, theirs: PartyId) -> Objection:
    one = contest.candidacy(candidacy)
    ours = one.party if one else ""
    text = f"{told.name} stands for {theirs} in the file and for {ours} here: make sure it is the same person."
    return warning("party-differs", text, candidacy)


def _taken_for(contest: Contest, candidacy: CandidacyId, told: ToldPerson) -> Objection:
    one = contest.candidacy(candidacy)
    name = one.name if one else candidacy
    return warning("name-differs", f"{told.name} is taken to be {name}: make sure of it.", candidacy)


def _stranger(contest: Contest, told: ToldPerson, left: Sequence[Candidacy | None]) -> Objection:
    names = [one.name for one in left if one]
    near = process.extractOne(told.name, names, scorer=fuzz.WRatio, score_cutoff=WORTH_NAMING)
    others = [one for one in left if one]
    meant = ""
    if near:
        meant = f" Did you mean {near[0]}?"
    elif others:
        meant = f" Not in the file: {', '.join(one.name for one in others)}."
    return error("not-standing", f"{told.name} (line {told.line}) is not standing in {contest.name}.{meant}")
