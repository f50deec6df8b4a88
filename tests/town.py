"""A small council night for tests: four wards, every ordinary oddity, made-up places and parties' real labels."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from resultsdesk.desk.desk import Desk
from resultsdesk.night.briefing import Body, BodyId, Briefing, Contest, ContestId, Election, Group, GroupId
from resultsdesk.night.entries import Entry, NewEntry
from resultsdesk.night.night import begin
from resultsdesk.night.rules import Author
from resultsdesk.night.trouble import Superseded
from resultsdesk.psephology.baseline import Baseline, BaselineKind, BaselineLine, Measure
from resultsdesk.psephology.candidacy import Candidacy, CandidacyId
from resultsdesk.psephology.party import Party, PartyId, PartyKind

CLOSE = datetime(2016, 5, 5, 21, tzinfo=UTC)
LATER = CLOSE + timedelta(hours=4)

PARTIES = {
    PartyId(short): Party(PartyId(short), name, short, colour, order, kind)
    for order, (short, name, colour, kind) in enumerate(
        (
            ("Lab", "Labour", "#e4003b", PartyKind.PARTY),
            ("Con", "Conservative", "#0087dc", PartyKind.PARTY),
            ("LD", "Liberal Democrat", "#faa61a", PartyKind.PARTY),
            ("Ind", "Independent", "#9aa3b2", PartyKind.INDEPENDENT),
        )
    )
}


def people(contest: str, parties: str) -> tuple[Candidacy, ...]:
    """Return one candidacy for each party named, in that order."""
    return tuple(
        Candidacy(CandidacyId(f"{contest}.{order}"), order, "A", f"Candidate{order}", PartyId(party))
        for order, party in enumerate(parties.split(), start=1)
    )


def last_time(electorate: int | None = None, **votes: int) -> Baseline:
    """Return a baseline of these votes by party."""
    lines = tuple(BaselineLine(PartyId(party), number) for party, number in votes.items())
    return Baseline("2012", BaselineKind.ACTUAL, lines, electorate)


def ward(id: str, parties: str, vacancies: int = 1, before: str = "", baseline: Baseline | None = None) -> Contest:
    """Return a ward of 5,000 electors; `before` are the parties that had its seats by both baselines."""
    seats = tuple(PartyId(one) for one in before.split())
    return Contest(
        ContestId(id), f"{id.title()} ward", BodyId("town"), people(id, parties), "Shire", "England", vacancies,
        5000, LATER, seats, seats, baseline,
    )  # fmt: skip


def town(*contests: Contest) -> Briefing:
    """Return a briefing of these wards and six seats not up."""
    election = Election("town-2016", "Town council 2016", date(2016, 5, 5), CLOSE, UTC, "UTC", "ward", "wards")
    seats = 6 + sum(one.vacancies for one in contests)
    body = Body(BodyId("town"), "Town", seats, seats // 2 + 1, {PartyId("Lab"): 3, PartyId("Con"): 3})
    groups = (Group(GroupId("first"), "The first ward", (contests[0].id,)),)
    return Briefing(election, PARTIES, {body.id: body}, {one.id: one for one in contests}, groups)


TOWN = town(
    ward("alpha", "Lab Con LD", before="Lab", baseline=last_time(5000, Lab=900, Con=700, LD=200)),
    ward("beta", "Con Ind Lab Ind", before="Con", baseline=last_time(5000, Con=1000, Lab=400, Ind=300)),
    ward("gamma", "Lab Lab Lab Con Con LD", vacancies=3, before="Lab Con Con"),
    ward("delta", "LD"),
)


class ListJournal:
    """A journal in memory, with the promises of the real one."""

    def __init__(self) -> None:
        self.kept: list[Entry] = []

    def append(self, new: NewEntry) -> Entry:
        """Keep an entry, or refuse it as the file would."""
        if any(one.contest == new.contest and one.supersedes == new.supersedes for one in self.kept):
            raise Superseded("another")
        fields = {name: getattr(new, name) for name in NewEntry.__slots__}
        seq = len(self.kept) + 1
        entry = Entry(**fields, seq=seq, entry_id=f"e{seq}", hash=f"h{seq}")
        self.kept.append(entry)
        return entry

    def entries(self, after: int = 0) -> Sequence[Entry]:
        """Return what came after."""
        return self.kept[after:]


class HandClock:
    """A clock that is turned by hand."""

    def __init__(self, at: datetime = LATER) -> None:
        self.at = at

    def now(self) -> datetime:
        """Return the time it was turned to."""
        return self.at


def sit(briefing: Briefing = TOWN, rehearsal: bool = False, journal: ListJournal | None = None) -> Desk:
    """Return a desk at which nothing has happened yet."""
    return Desk(begin(briefing, rehearsal), journal or ListJournal(), HandClock(), Author("AB", "desk 1"))


def by_order(contest: Contest, *votes: int | None) -> Mapping[CandidacyId, int | None]:
    """Return votes by candidacy from figures in ballot order."""
    return {one.id: number for one, number in zip(contest.candidacies, votes, strict=True)}


SHOWN = Measure.LAST
