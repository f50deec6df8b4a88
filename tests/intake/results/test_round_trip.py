"""Export, import into a fresh night, export: the same, whatever happened in it and whatever things are called."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from night_files import BRIEFING
from town import CLOSE, LATER, HandClock, ListJournal

from resultsdesk.desk.desk import Desk
from resultsdesk.desk.importing import enter, plan
from resultsdesk.desk.taking import Wishes
from resultsdesk.export.json_file import JsonWriter
from resultsdesk.export.summary import Summary, Writer
from resultsdesk.export.writers import csv_files
from resultsdesk.intake.results.matching import placed
from resultsdesk.intake.results.reading import read_source
from resultsdesk.night.briefing import Briefing, Contest, ContestId
from resultsdesk.night.commands import (
    CallRecount,
    Command,
    Correct,
    Declare,
    DeclareUnopposed,
    Figures,
    Flash,
    Postpone,
    Retract,
)
from resultsdesk.night.entries import SAID, Kind, NewEntry
from resultsdesk.night.night import Night, begin
from resultsdesk.night.rules import Author
from resultsdesk.night.stages import MOVES
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.candidacy import Candidacy, CandidacyId
from resultsdesk.psephology.count import count
from resultsdesk.story.lines import Story

WRITTEN = datetime(2016, 5, 6, 5, 1, tzinfo=UTC)
WRITERS: Mapping[str, Writer] = {one.name: one for one in (*csv_files(), JsonWriter())}
ODD = st.sampled_from(["", "=", "'=", "-", "@", "+", "Ŷ", "عمر ", "\N{CAT}", "”", "O'", ";", ","])
LATEST = int((LATER - CLOSE).total_seconds()) // 60


def named(briefing: Briefing, odd: str) -> Briefing:
    """Return a briefing in which every id and every name begins with something odd."""

    def person(one: Candidacy) -> Candidacy:
        return replace(one, id=CandidacyId(f"{odd}{one.id}"), surname=f"{odd}{one.surname}")

    contests = [
        replace(
            one,
            id=ContestId(f"{odd}{one.id}"),
            name=f"{odd}{one.name}",
            candidacies=tuple(map(person, one.candidacies)),
        )
        for one in briefing.contests.values()
    ]
    return replace(briefing, contests={one.id: one for one in contests}, groups=())


@st.composite
def counted(draw: st.DrawFn, contest: Contest) -> Figures:
    """Return a count that could have been declared; those level for the last seat have drawn lots."""
    votes = {one.id: draw(st.integers(0, 900)) for one in contest.candidacies}
    level = count(votes, contest.vacancies)
    rejected = draw(st.none() | st.integers(0, 40))
    papers = draw(st.none() | st.just(min(5000, sum(votes.values()) + (rejected or 0))))
    return Figures(
        votes=votes, rejected=rejected, papers=papers, lot=tuple(draw(st.permutations(level.tied)))[: level.tied_seats]
    )


@st.composite
def happened(draw: st.DrawFn, contest: Contest) -> Command | None:
    """Return what happened in a contest so far."""
    at = CLOSE + timedelta(minutes=draw(st.integers(0, LATEST)))
    commands: list[Command | None] = [
        None,
        Declare(contest=contest.id, figures=draw(counted(contest)), declared_at=at),
        Flash(contest=contest.id, winner=draw(st.sampled_from([one.id for one in contest.candidacies]))),
        CallRecount(contest=contest.id),
        Postpone(contest=contest.id),
    ]
    if len(contest.candidacies) <= contest.vacancies:
        commands[1] = DeclareUnopposed(contest=contest.id, declared_at=at)
    return draw(st.sampled_from(commands))


def desk_on(briefing: Briefing) -> Desk:
    return Desk(begin(briefing), ListJournal(), HandClock(), Author("AB", "desk 1"))


def insist(desk: Desk, command: Command) -> None:
    """Commit a command with every warning acknowledged."""
    head = desk.night.contests[command.contest].head
    command = replace(command, after=head)
    done = desk.commit(replace(command, accepted=frozenset(one.code for one in desk.weigh(command).asking)))
    assert done.entry, done.verdict.objections


def written(night: Night, name: str, folder: Path) -> Path:
    """Return a file of a night's summary, which its own writer finds nothing wrong with."""
    summary = Summary(night, Story(), Measure.LAST, WRITTEN, made_by="Results Desk")
    path = folder / name
    WRITERS[name].write(summary, path)
    assert WRITERS[name].check(summary, path) == ()
    return path


def lines(path: Path) -> list[bytes]:
    """Return a table's lines; of the tally in any order, since parties level in all are in that of the entries."""
    found = path.read_bytes().splitlines()
    return sorted(found) if path.name == "tally.csv" else found


def imported(path: Path, briefing: Briefing) -> Desk:
    """Return a fresh desk into which all of a file has been entered, every warning acknowledged."""
    desk = desk_on(briefing)
    accounts = placed(read_source(path, briefing.election), briefing).accounts
    wishes = Wishes()
    items = plan(desk.night, desk.clock.now(), desk.author, accounts, wishes)
    while codes := {one.code for item in items for one in item.standing_against}:
        wishes = replace(wishes, accepted=wishes.accepted | codes)
        items = plan(desk.night, desk.clock.now(), desk.author, accounts, wishes)
        assert not any(one.blocks for item in items for one in item.standing_against), items
    assert all(done.entry for _, done in enter(desk, items))
    return desk


@pytest.mark.parametrize("name", ["candidacies.csv", "summary.json"])
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_night_comes_back_from_its_own_export(name: str, data: st.DataObject) -> None:
    briefing = named(BRIEFING, data.draw(ODD))
    desk = desk_on(briefing)
    for contest in briefing.contests.values():
        command = data.draw(happened(contest))
        if command is not None:
            insist(desk, command)
    with TemporaryDirectory() as there, TemporaryDirectory() as here:
        again = imported(written(desk.night, name, Path(there)), briefing)
        for table in ("candidacies.csv", "contests.csv", "tally.csv"):
            first, second = (written(one.night, table, Path(folder)) for one, folder in ((desk, there), (again, here)))
            assert lines(first) == lines(second)


def entered_next(data: st.DataObject, desk: Desk) -> None:
    """Enter something that may come next in some contest, unless the desk refuses it."""
    standing = data.draw(st.sampled_from(list(desk.night.contests.values())))
    contest = standing.contest
    kind = data.draw(st.sampled_from(sorted(MOVES[standing.stage])))
    shared: dict[str, object] = {
        "contest": contest.id,
        "after": standing.head,
        "reason": "Read again" if kind is Kind.CORRECTED else data.draw(st.sampled_from(["", "Misheard"])),
        "declared_at": data.draw(st.none() | st.just(CLOSE + timedelta(minutes=data.draw(st.integers(0, LATEST))))),
    }
    command: Command
    match kind:
        case Kind.FLASHED:
            winner = data.draw(st.sampled_from([one.id for one in contest.candidacies]))
            command = Flash(winner=winner, **shared)  # type: ignore[arg-type]  # the keys are Command's own fields
        case Kind.DECLARED | Kind.CORRECTED:
            figures = replace(data.draw(counted(contest)), read_out=data.draw(st.none() | st.integers(0, 900)))
            of_count = Declare if kind is Kind.DECLARED else Correct
            command = of_count(figures=figures, **shared)  # type: ignore[arg-type]  # as above
        case Kind.RECOUNT:
            first = data.draw(st.none() | counted(contest))
            command = CallRecount(figures=first, **shared)  # type: ignore[arg-type]  # as above
        case _:
            plain = {Kind.RETRACTED: Retract, Kind.UNOPPOSED: DeclareUnopposed, Kind.POSTPONED: Postpone}[kind]
            command = plain(**shared)  # type: ignore[arg-type]  # as above
    if not desk.weigh(command).errors:
        insist(desk, command)


def said(night: Night) -> list[dict[str, object]]:
    """Return what each entry says, but for whose hand it was and which file it came from."""
    own = ("keyed_by", "desk", "source", "supersedes", "keyed_at")
    names = [name for name in SAID if name not in own]
    assert len(names) == len(NewEntry.__slots__) - len(own)
    return [{name: getattr(one, name) for name in names} for one in night.journal]


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_all_that_was_entered_comes_back_from_a_summary(data: st.DataObject) -> None:
    """Flashes, recounts with their first counts, corrections and retractions: in their order, with their reasons."""
    briefing = named(BRIEFING, data.draw(ODD))
    desk = desk_on(briefing)
    for _ in range(data.draw(st.integers(1, 14))):
        entered_next(data, desk)
    if not any(one.entries for one in desk.night.contests.values()):
        return
    with TemporaryDirectory() as there, TemporaryDirectory() as here:
        again = imported(written(desk.night, "summary.json", Path(there)), briefing)
        assert said(again.night) == said(desk.night)
        for table in ("candidacies.csv", "contests.csv", "tally.csv"):
            first, second = (written(one.night, table, Path(folder)) for one, folder in ((desk, there), (again, here)))
            assert first.read_bytes() == second.read_bytes()
