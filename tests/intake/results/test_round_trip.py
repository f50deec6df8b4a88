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
from resultsdesk.desk.importing import Wishes, enter, plan
from resultsdesk.export.json_file import JsonWriter
from resultsdesk.export.summary import Summary, Writer
from resultsdesk.export.writers import csv_files
from resultsdesk.intake.results.matching import placed
from resultsdesk.intake.results.reading import read_source
from resultsdesk.night.briefing import Briefing, Contest, ContestId
from resultsdesk.night.commands import (
    CallRecount,
    Command,
    Declare,
    DeclareUnopposed,
    Figures,
    Flash,
    Postpone,
)
from resultsdesk.night.night import Night, begin
from resultsdesk.night.rules import Author
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
