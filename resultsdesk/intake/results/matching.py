"""From what a file tells to accounts of this night's contests, and what could not be placed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from resultsdesk.intake.results.journals import retold, taken_back
from resultsdesk.intake.results.people import Matched, People
from resultsdesk.intake.results.places import Places, Unknown
from resultsdesk.intake.results.told import Source, ToldContest, ToldPerson
from resultsdesk.night.accounts import Account
from resultsdesk.night.briefing import Briefing, Contest, ContestId
from resultsdesk.night.commands import Figures
from resultsdesk.night.entries import Kind
from resultsdesk.night.objections import Objection, error, warning
from resultsdesk.psephology.candidacy import CandidacyId
from resultsdesk.psephology.count import count


@dataclass(frozen=True, slots=True)
class Placed:
    """A source in this night's terms. `untold` counts contests it names and says nothing of yet, `other_days` those
    of polls on other days.
    """

    source: Source
    accounts: tuple[Account, ...]
    unknown: tuple[Unknown, ...]
    untold: int
    other_days: int

    @property
    def unknown_here(self) -> tuple[Unknown, ...]:
        """Return the contests whose body is one of this night's, but which are not themselves."""
        return tuple(one for one in self.unknown if not one.elsewhere)


def placed(source: Source, briefing: Briefing) -> Placed:
    """Return a source's accounts of this night's contests, and what of it is not of this night."""
    places, people = Places(briefing), People(briefing.parties)
    accounts: dict[ContestId, Account] = {}
    told_by: dict[ContestId, ToldContest] = {}
    unknown = []
    untold = other_days = 0
    for told in source.contests:
        if told.day not in (None, briefing.election.day):
            other_days += 1
            continue
        contest = places.find(told)
        if isinstance(contest, Unknown):
            unknown.append(contest)
        elif contest.id in accounts:
            accounts[contest.id] = _twice(accounts[contest.id], told_by[contest.id], told)
        else:
            account = _account(source.name, contest, told, people.match(contest, told.people))
            if account is None:
                untold += 1
            else:
                accounts[contest.id], told_by[contest.id] = account, told
    whole = tuple(_people_elsewhere(one, told_by[one.contest], briefing, people) for one in accounts.values())
    return Placed(source, whole, tuple(unknown), untold, other_days)


def _account(source: str, contest: Contest, told: ToldContest, matched: Matched) -> Account | None:
    """Return what is told of a contest and how it came to that, or None where nothing is."""
    ids = {person.id: one for one, person in matched.people.items()}
    if told.kind is None:
        return taken_back(source, contest, told, ids)
    account = _last_word(source, contest, told, matched)
    if account.kind is Kind.FLASHED and account.winner is None:
        return None  # somebody was heard to have won, and it does not say who
    return retold(account, contest, told, ids)


def _last_word(source: str, contest: Contest, told: ToldContest, matched: Matched) -> Account:
    votes = {one: person.votes for one, person in matched.people.items()}
    kind = told.kind or Kind.DECLARED
    if kind is Kind.DECLARED and not told.journal and len(told.people) <= contest.vacancies and not any(votes.values()):
        kind = Kind.UNOPPOSED  # in some files those whom nobody opposes have 0 votes
    figures = Figures(votes={})
    if kind is Kind.DECLARED:
        lot = _lot(contest, votes, matched.people)
        figures = Figures(votes=votes, rejected=told.rejected, papers=told.papers, lot=lot)
    return Account(
        contest=contest.id,
        source=source,
        kind=kind,
        figures=figures,
        winner=next((one for one, person in matched.people.items() if person.flashed), None),
        declared_at=told.declared_at,
        line=told.line,
        objections=(*matched.objections, *_marked(contest, figures, matched.people)),
    )


def _complete(votes: Mapping[CandidacyId, int | None]) -> dict[CandidacyId, int]:
    """Return the votes, or nothing where some are not known."""
    known = {one: number for one, number in votes.items() if number is not None}
    return known if len(known) == len(votes) else {}


def _lot(
    contest: Contest, votes: Mapping[CandidacyId, int | None], people: Mapping[CandidacyId, ToldPerson]
) -> tuple[CandidacyId, ...]:
    """Return who won a drawn lot: of those level for the last seat, the ones marked as elected or drawn."""
    known = _complete(votes)
    if len(known) < len(contest.candidacies):
        return ()
    level = (one for one in count(known, contest.vacancies).tied if people[one].drawn or people[one].elected)
    return tuple(sorted(level, key=lambda one: people[one].drawn))


def _marked(contest: Contest, figures: Figures, people: Mapping[CandidacyId, ToldPerson]) -> tuple[Objection, ...]:
    """Return a warning where the file marks others as elected than its own figures elect."""
    known = _complete(figures.votes)
    marked = {one for one, person in people.items() if person.elected}
    if len(known) < len(contest.candidacies) or not marked:
        return ()
    elected = set(count(known, contest.vacancies, figures.lot).elected)
    wrong = sorted(marked - elected, key=lambda one: -known[one]) or sorted(elected - marked)
    if not wrong:
        return ()
    verb = "is marked as elected, but the figures elect others" if marked - elected else "is elected, but not marked so"
    text = f"{people[wrong[0]].name} {verb}: were second preferences counted, or is a figure wrong?"
    return (warning("elected-differs", text, *wrong),)


def _twice(first: Account, told: ToldContest, again: ToldContest) -> Account:
    text = f"The file has it twice: “{told.name}” on line {told.line} and “{again.name}” on line {again.line}."
    return replace(first, objections=(*first.objections, error("told-twice", text)))


def _people_elsewhere(account: Account, told: ToldContest, briefing: Briefing, people: People) -> Account:
    """Return the account, saying where its people stand if most of them stand in another contest of the body."""
    here = briefing.contests[account.contest]
    strangers = sum(one.code in ("not-standing", "name-differs") for one in account.objections)
    if strangers * 2 < len(told.people):
        return account
    for other in briefing.contests.values():
        if other.body == here.body and other.id != here.id and _all_stand(other, told.people, people):
            text = f"The people of {here.name} in the file stand in {other.name} here: one has mixed the two up."
            return replace(account, objections=(error("people-elsewhere", text),))
    return account


def _all_stand(contest: Contest, told: Sequence[ToldPerson], people: People) -> bool:
    """Return whether nearly everybody told of stands in a contest."""
    if abs(len(contest.candidacies) - len(told)) > 1:
        return False
    matched = people.match(contest, told)
    doubtful = sum(one.code in ("not-standing", "name-differs") for one in matched.objections)
    return doubtful * 4 <= len(told)
