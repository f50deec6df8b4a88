"""A whole night out of its summary.json into a fresh one: figures, story and every entry, but for whose hand it was."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from town import ListJournal

from resultsdesk.desk.desk import Desk
from resultsdesk.desk.importing import enter, plan
from resultsdesk.desk.rehearsal import RehearsalClock
from resultsdesk.desk.taking import Wishes
from resultsdesk.export.json_file import JsonWriter
from resultsdesk.export.summary import Summary
from resultsdesk.export.summary_object import summary_object
from resultsdesk.intake.results.matching import placed
from resultsdesk.intake.results.reading import read_source
from resultsdesk.night.commands import CallRecount, Command, Correct, Declare, Figures, Flash, Retract
from resultsdesk.night.entries import Kind
from resultsdesk.night.night import Night, begin
from resultsdesk.night.rules import Author
from resultsdesk.psephology.baseline import Measure
from resultsdesk.store.night_file import create_night
from resultsdesk.store.verify import verify
from resultsdesk.story.telling import tell

HAND = ("entry_id", "supersedes", "keyed_by", "desk", "source")
"""What an import does not say of an entry: it is another entry, by another hand, out of a file."""


def summed_up(night: Night) -> Summary:
    return Summary(night, tell(night), Measure.HOLDER, datetime(2026, 5, 8, 5, tzinfo=UTC))


def continued(night: Night, minutes: int, command: Command) -> Night:
    """Return a night with one more entry by an operator, every warning acknowledged."""
    assert night.last_keyed
    journal = ListJournal()
    journal.kept = list(night.journal)
    clock = RehearsalClock(night.last_keyed + timedelta(minutes=minutes))
    desk = Desk(night, journal, clock, Author("AB", "desk 1"))
    command = replace(command, after=night.contests[command.contest].head)
    done = desk.commit(replace(command, accepted=frozenset(one.code for one in desk.weigh(command).asking)))
    assert done.entry, done.verdict.objections
    return desk.night


def handled(night: Night) -> Night:
    """Return a finished night in which operators have since done all that can be done."""
    polled = [one for one in night.contests.values() if one.poll and one.contest.vacancies == 1]
    first, second = polled[0], polled[-1]
    assert first.poll
    assert second.poll
    person = first.contest.candidacies[0].id
    misread = {**first.poll.votes, person: first.poll.votes[person] + 3}
    as_it_was = Figures(votes=first.poll.votes, rejected=first.poll.rejected, papers=first.poll.papers)
    again = Figures(votes=second.poll.votes, rejected=second.poll.rejected, papers=second.poll.papers)
    one, other = first.contest.id, second.contest.id
    early = night.journal[0].declared_at
    for minutes, command in enumerate((
        Correct(contest=one, figures=replace(as_it_was, votes=misread), reason="A bundle was misread"),
        Retract(contest=other, reason="Another ward's count"),
        Flash(contest=other, winner=second.winners[0], declared_at=early + timedelta(minutes=5)),
        Correct(contest=one, figures=as_it_was, reason="Undone: A bundle was misread"),
        CallRecount(contest=other, figures=again),
        CallRecount(contest=other),
        Declare(contest=other, figures=replace(again, read_out=sum(second.poll.votes.values()))),
        Correct(contest=other, figures=replace(again, rejected=41), reason="The papers rejected were told"),
    )):  # fmt: skip
        night = continued(night, minutes, command)
    return night


@pytest.mark.parametrize("name", ["midlands-2016", "uk-2024"])
def test_export_import_export(name: str, played: Callable[[str], Night], tmp_path: Path) -> None:
    there = summed_up(handled(played(name)))
    path = tmp_path / "summary.json"
    JsonWriter().write(there, path)
    briefing = there.night.briefing
    close = briefing.election.close_of_poll
    accounts = placed(read_source(path, briefing.election), briefing).accounts
    with create_night(tmp_path / "fresh.night", briefing, mode="rehearsal") as file:
        desk = Desk(begin(briefing, rehearsal=True), file.journal, RehearsalClock(close), Author("CD", "desk 2"))
        asked = plan(desk.night, close, desk.author, accounts, Wishes())
        codes = frozenset(one.code for item in asked for one in item.standing_against)
        items = plan(desk.night, close, desk.author, accounts, Wishes(accepted=codes))
        assert [one.objections for one in items if not one.ready] == []
        assert all(done.entry for _, done in enter(desk, items))
        here = summed_up(desk.night)
    assert verify(tmp_path / "fresh.night") == ()
    said, again = summary_object(there), summary_object(here)
    kinds = {one.kind for one in here.night.journal}
    assert kinds >= {Kind.FLASHED, Kind.RECOUNT, Kind.DECLARED, Kind.CORRECTED, Kind.RETRACTED}
    assert {one.source for one in here.night.journal} == {"summary.json"}
    assert _without(again, *HAND) == _without(said, *HAND)


def _without(said: object, *names: str) -> object:
    """Return an object without these names, however deep they stand in it."""
    if isinstance(said, dict):
        return {name: _without(one, *names) for name, one in said.items() if name not in names}
    return [_without(one, *names) for one in said] if isinstance(said, list) else said
