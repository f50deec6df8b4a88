"""Whom and where a file means: by id, by name, never by votes and never by a party alone."""

from dataclasses import replace

import pytest
from town import LATER, TOWN, town, ward

from resultsdesk.intake.parties import Label
from resultsdesk.intake.results.matching import placed
from resultsdesk.intake.results.people import People
from resultsdesk.intake.results.places import Places, Unknown
from resultsdesk.intake.results.told import Source, ToldContest, ToldEntry, ToldPerson
from resultsdesk.night.briefing import Body, BodyId, Briefing, Contest, ContestId
from resultsdesk.night.entries import Kind
from resultsdesk.psephology.candidacy import Candidacy, CandidacyId
from resultsdesk.psephology.party import PartyId


def stands(*people: str, vacancies: int = 1) -> Contest:
    """Return a contest with these people, each as `Forenames Surname, Party`."""
    contest = ward("alpha", "Lab")
    candidacies = []
    for order, one in enumerate(people, start=1):
        name, _, party = one.partition(", ")
        forenames, _, surname = name.rpartition(" ")
        candidacies.append(Candidacy(CandidacyId(f"alpha.{order}"), order, forenames, surname, PartyId(party)))
    return replace(contest, candidacies=tuple(candidacies), vacancies=vacancies)


def told(*people: str, votes: tuple[int | None, ...] = ()) -> tuple[ToldPerson, ...]:
    """Return people as a file names them, each as `Name, Party`."""
    figures = votes or (None,) * len(people)
    named = [one.partition(", ")[::2] for one in people]
    return tuple(
        ToldPerson(name=name, label=Label("", "", party), votes=cast, line=line)
        for line, ((name, party), cast) in enumerate(zip(named, figures, strict=True), start=2)
    )


def matched(ours: Contest, theirs: tuple[ToldPerson, ...]) -> tuple[list[str], list[str]]:
    found = People(TOWN.parties).match(ours, theirs)
    names = [f"{ours.candidacy(one).name} = {person.name}" for one, person in found.people.items()]  # type: ignore[union-attr]  # they stand there
    return names, [one.code for one in found.objections]


@pytest.mark.parametrize(
    ("ours", "theirs", "names", "codes"),
    [
        # One name, however it is spelt.
        (["Zoë O'Neil, Lab"], ["Zoe O’Neil, Labour"], ["Zoë O'Neil = Zoe O’Neil"], []),
        (["Graeme Watkins, Lab"], ["Graeme Leslie Watkins, Labour"], ["Graeme Watkins = Graeme Leslie Watkins"], []),
        (["Pat Old, Con"], ["Patricia Old, Con"], ["Pat Old = Patricia Old"], []),
        (["Bill Old, Con"], ["William Old, Conservative"], ["Bill Old = William Old"], []),
        # Namesakes are told apart by forename, then by party.
        (["A Old, Con", "B Old, Con"], ["B Old, Con", "A Old, Con"], ["A Old = A Old", "B Old = B Old"], []),
        (["A Old, Con", "A Old, Lab"], ["A Old, Labour", "A Old, Con"], ["A Old = A Old", "A Old = A Old"], []),
        (["Penny Old, LD", "Phil Old, LD"], ["Phillip Old, LD", "Penelope Old, LD"],
         ["Penny Old = Penelope Old", "Phil Old = Phillip Old"], ["name-differs", "name-differs"]),
        # What is only like it is asked about.
        (["Becky Haggar, Con"], ["Becky Hagger, Con"], ["Becky Haggar = Becky Hagger"], ["name-differs"]),
        (["Mags Joseph, Con"], ["Joseph Mags, Con"], ["Mags Joseph = Joseph Mags"], ["name-differs"]),
        # The last one left on both sides, of one party, where the others are plain.
        (["A Old, Con", "Ann Young, Lab"], ["A Old, Con", "Ann Wedd, Labour"],
         ["A Old = A Old", "Ann Young = Ann Wedd"], ["name-differs"]),
        (["A Old, Con", "Ann Young, Lab"], ["A Old, Con", "Bob Wedd, LD"], ["A Old = A Old"], ["not-standing"]),
        # A party alone is nobody.
        (["Ann Young, Lab"], ["Bob Wedd, Labour"], [], ["not-standing"]),
        (["A Old, Con", "Ann Young, Lab"], ["B New, Con", "Bob Wedd, Labour"], [], ["not-standing", "not-standing"]),
        # One name and two parties is asked about; one surname and two parties is nobody.
        (["Ann Young, Lab"], ["Ann Young, Con"], ["Ann Young = Ann Young"], ["party-differs"]),
        (["Ann Young, Lab"], ["Bob Young, Con"], [], ["not-standing"]),
        (["Ann Young, Lab"], ["Ann Young, People of Alpha"], ["Ann Young = Ann Young"], []),
    ],
)  # fmt: skip
def test_who_is_who(ours: list[str], theirs: list[str], names: list[str], codes: list[str]) -> None:
    assert matched(stands(*ours), told(*theirs)) == (names, codes)


def test_an_id_goes_before_every_name() -> None:
    ours = stands("A Old, Con", "B New, Lab")
    theirs = (replace(told("Somebody Else, LD")[0], id="alpha.1"), *told("B New, Lab"))
    assert matched(ours, theirs) == (["A Old = Somebody Else", "B New = B New"], [])


def test_a_stranger_is_named_with_the_nearest() -> None:
    found = People(TOWN.parties).match(stands("Ann Young, Lab", "A Old, Con"), told("Anna Younger, Con", "A Old, Con"))
    assert [one.text for one in found.objections] == [
        "Anna Younger (line 2) is not standing in Alpha ward. Did you mean Ann Young?"
    ]


TWO = replace(
    town(ward("alpha", "Lab"), ward("beta", "Lab")),
    bodies={
        BodyId("E1"): Body(BodyId("E1"), "City of Lincoln", 3, 2, {}),
        BodyId("E2"): Body(BodyId("E2"), "St Helens", 3, 2, {}),
    },
    contests={
        one.id: one
        for one in (
            replace(ward("E11", "Lab"), body=BodyId("E1"), name="Abbey"),
            replace(ward("E12", "Lab"), body=BodyId("E1"), name="Bromford & Hodge Hill", former_names=("Hodge",)),
            replace(ward("E21", "Lab"), body=BodyId("E2"), name="Abbey"),
            replace(ward("E22", "Lab"), body=BodyId("E2"), name="King's Cross"),
        )
    },
)


@pytest.mark.parametrize(
    ("ids", "body", "name", "found"),
    [
        (("local.x.abbey.2016-05-05", "E21"), "", "Nowhere", "E21"),
        ((), "Lincoln", "Abbey", "E11"),
        ((), "City of Lincoln", "abbey", "E11"),
        ((), "e1", "Abbey", "E11"),
        ((), "St. Helens", "Abbey", "E21"),
        ((), "Lincoln", "Bromford Hodge Hill", "E12"),
        ((), "Lincoln", "Bromford and Hodge Hill", "E12"),
        ((), "Lincoln", "Hodge", "E12"),
        ((), "", "Kings Cross", "E22"),
    ],
)
def test_where_a_contest_is(ids: tuple[str, ...], body: str, name: str, found: str) -> None:
    contest = Places(TWO).find(ToldContest(name=name, body=body, ids=ids))
    assert isinstance(contest, Contest)
    assert contest.id == found


@pytest.mark.parametrize(
    ("body", "name", "near", "elsewhere"),
    [
        ("Lincoln", "Bromford and Hodge", ("Bromford & Hodge Hill",), False),
        ("Lincoln", "King's Cross", (), False),  # a ward of another council is not the nearest
        ("Leeds", "Abbey", (), True),
        ("", "Abbey", ("Abbey, City of Lincoln", "Abbey, St Helens"), False),  # two wards have this name
    ],
)
def test_a_contest_nobody_knows(body: str, name: str, near: tuple[str, ...], elsewhere: bool) -> None:
    contest = Places(TWO).find(ToldContest(name=name, body=body))
    assert isinstance(contest, Unknown)
    assert (contest.near, contest.elsewhere) == (near, elsewhere)


def source(*contests: ToldContest) -> Source:
    return Source(name="theirs.csv", what="a file", contests=contests)


def of(briefing: Briefing, contest: str, *votes: int | None, **more: object) -> ToldContest:
    """Return a contest told with everybody's own name."""
    there = briefing.contests[ContestId(contest)]
    people = told(
        *(f"{one.name}, {one.party}" for one in there.candidacies), votes=votes or (None,) * len(there.candidacies)
    )
    return ToldContest(**{"name": there.name, "body": "Town", "people": people, "kind": Kind.DECLARED, **more})  # type: ignore[arg-type]  # fields by name


def test_accounts_are_in_this_nights_ids() -> None:
    found = placed(source(of(TOWN, "alpha", 1100, 900, 250, rejected=7), of(TOWN, "beta", kind=None)), TOWN)
    (account,) = found.accounts
    assert (account.contest, account.source, account.kind) == ("alpha", "theirs.csv", Kind.DECLARED)
    assert account.figures.votes == {"alpha.1": 1100, "alpha.2": 900, "alpha.3": 250}
    assert account.figures.rejected == 7
    assert (found.untold, found.unknown) == (1, ())


def test_whom_nobody_opposed_may_have_no_votes() -> None:
    (account,) = placed(source(of(TOWN, "delta", 0)), TOWN).accounts
    assert (account.kind, dict(account.figures.votes)) == (Kind.UNOPPOSED, {})


def test_of_those_level_the_one_marked_as_elected_won_the_lot() -> None:
    level = of(TOWN, "alpha", 900, 900, 250)
    people = tuple(replace(one, elected=at == 1) for at, one in enumerate(level.people))
    (account,) = placed(source(replace(level, people=people)), TOWN).accounts
    assert account.figures.lot == ("alpha.2",)
    assert account.objections == ()


def test_a_mark_that_the_figures_do_not_bear_out_is_asked_about() -> None:
    count = of(TOWN, "alpha", 1100, 900, 250)
    people = tuple(replace(one, elected=at == 1) for at, one in enumerate(count.people))
    (account,) = placed(source(replace(count, people=people)), TOWN).accounts
    assert [(one.code, one.blocks, one.at) for one in account.objections] == [("elected-differs", False, ("alpha.2",))]


def test_a_contest_told_twice_is_entered_by_neither() -> None:
    again = replace(of(TOWN, "alpha", 1, 2, 3), name="ALPHA WARD", line=9)
    (account,) = placed(source(of(TOWN, "alpha", 1100, 900, 250, line=2), again), TOWN).accounts
    assert [one.text for one in account.objections] == [
        "The file has it twice: “Alpha ward” on line 2 and “ALPHA WARD” on line 9."
    ]


def test_polls_of_other_days_are_passed_over() -> None:
    day = TOWN.election.day
    found = placed(
        source(of(TOWN, "alpha", 1, 2, 3, day=day.replace(year=2012)), of(TOWN, "beta", 1, 2, 3, 4, day=day)), TOWN
    )
    assert [one.contest for one in found.accounts] == ["beta"]
    assert found.other_days == 1


def test_two_contests_mixed_up_are_told_as_that() -> None:
    alpha = replace(
        ward("alpha", "Lab"), candidacies=stands("Ann Young, Lab", "Ben Old, Con", "Cy Last, LD").candidacies
    )
    beta = replace(ward("beta", "Lab"), candidacies=stands("Di First, Lab", "Ed Mid, Con", "Flo Fine, LD").candidacies)
    briefing = town(alpha, beta)
    mixed = [
        replace(of(briefing, "alpha", 9, 8, 7), name="Beta ward"),
        replace(of(briefing, "beta", 3, 2, 1), name="Alpha ward"),
    ]
    found = placed(source(*mixed), briefing)
    assert [(one.contest, [each.text for each in one.objections]) for one in found.accounts] == [
        ("beta", ["The people of Beta ward in the file stand in Alpha ward here: one has mixed the two up."]),
        ("alpha", ["The people of Alpha ward in the file stand in Beta ward here: one has mixed the two up."]),
    ]


def journal_of(*kinds: Kind, votes: tuple[int, ...] = (5, 4), **more: object) -> tuple[ToldEntry, ...]:
    """Return a journal of such entries, with these votes for a.1 and a.2 where one has figures."""
    counts = (Kind.DECLARED, Kind.CORRECTED)
    return tuple(
        replace(
            ToldEntry(number=at, kind=one, declared_at=LATER, keyed_at=LATER),
            votes=dict(zip(("a.1", "a.2"), votes, strict=False)) if one in counts else None,
            **more,  # type: ignore[arg-type]  # fields by name
        )
        for at, one in enumerate(kinds, start=1)
    )


@pytest.mark.parametrize(
    ("kind", "journal", "kinds", "codes"),
    [
        (Kind.DECLARED, journal_of(Kind.RECOUNT, Kind.DECLARED), [Kind.RECOUNT, Kind.DECLARED], []),
        (Kind.DECLARED, journal_of(Kind.FLASHED, Kind.DECLARED, winner="a.2"), [Kind.FLASHED, Kind.DECLARED], []),
        (Kind.DECLARED, (), [], []),
        (Kind.DECLARED, journal_of(Kind.DECLARED, rejected=7), [Kind.DECLARED], []),  # it tells more
        # It leads to other figures, to another stage, or nowhere.
        (Kind.DECLARED, journal_of(Kind.DECLARED, votes=(5, 3)), [], ["journal-differs"]),
        (Kind.DECLARED, journal_of(Kind.DECLARED, Kind.RETRACTED), [], ["journal-differs"]),
        (Kind.DECLARED, journal_of(Kind.CORRECTED), [], ["journal-differs"]),
        (Kind.DECLARED, journal_of(Kind.DECLARED, votes=(5,)), [], ["journal-differs"]),
        (Kind.DECLARED, journal_of(Kind.FLASHED, Kind.DECLARED, winner="a.9"), [], ["journal-differs"]),
        (Kind.RECOUNT, journal_of(Kind.RECOUNT), [Kind.RECOUNT], []),
        (None, journal_of(Kind.DECLARED, Kind.RETRACTED), [Kind.DECLARED, Kind.RETRACTED], []),
    ],
)
def test_a_journal_counts_where_it_leads_to_what_is_told(
    kind: Kind | None, journal: tuple[ToldEntry, ...], kinds: list[Kind], codes: list[str]
) -> None:
    briefing = town(stands("Ann Old, Lab", "Bob New, Con"))
    votes = (5, 4) if kind is Kind.DECLARED else ()
    people = told("Ann Old, Lab", "Bob New, Con", votes=votes)
    people = tuple(replace(one, id=f"a.{at}") for at, one in enumerate(people, start=1))
    contest = ToldContest(name="Alpha", body="town", ids=("alpha",), people=people, kind=kind, journal=journal)
    (account,) = placed(Source(name="a", what="a file", contests=(contest,)), briefing).accounts
    assert account.kind is (kind or Kind.RETRACTED)
    assert [one.kind for one in account.journal] == kinds
    assert [one.code for one in account.objections] == codes
    if account.journal and account.journal[-1].figures.votes:
        assert account.journal[-1].figures.votes == {"alpha.1": 5, "alpha.2": 4}, "by this night's own ids"


def test_of_a_contest_that_never_began_nothing_is_told() -> None:
    briefing = town(stands("Ann Old, Lab", "Bob New, Con"))
    for journal in ((), journal_of(Kind.DECLARED)):
        contest = ToldContest(name="Alpha", body="town", ids=("alpha",), journal=journal)
        found = placed(Source(name="a", what="a file", contests=(contest,)), briefing)
        assert (found.accounts, found.untold) == ((), 1)
