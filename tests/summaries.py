"""Summaries of real nights, and of one with names that have broken other programs."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

from built_in import built_in, told
from night_files import BRIEFING, declared
from town import TOWN, ListJournal

from resultsdesk.export.summary import Summary
from resultsdesk.night.briefing import Briefing, Contest
from resultsdesk.night.entries import Kind
from resultsdesk.night.night import Night, Scope, replay
from resultsdesk.story.lines import Evidence, Line, Source, Story, Withdrawn
from resultsdesk.story.telling import tell

WRITTEN = datetime(2024, 7, 5, 4, 30, tzinfo=UTC)
REASON = "Ten votes were in another pile"
NAMES = (
    "</script><script>alert(1)</script>",
    "Ŷnyr ap Tŷ-é",
    "Màiri NicDhòmhnaill",
    "أحمد بن علي",
    "李雷",
    "=1+1 \"&' #{}[]*_$@`~<b>",
    "\x81\x07bell",
    "🗳️ A Candidate",
)


def summary_of(night: Night) -> Summary:
    """Return the summary of a night with its story, written at half past five in the morning."""
    return Summary(night, tell(night), night.briefing.election.shown, WRITTEN, made_by="Results Desk")


@cache
def built(id: str, until: str | None = None, live: bool = True) -> Summary:
    """Return a built-in night by a clock time, or with everything."""
    return summary_of(replace(built_in(id, until), rehearsal=not live))


@cache
def put_right() -> Summary:
    """Return the night of 2024 at 04:47 with a correction, a recount and a flash."""
    night = replace(built_in("uk-2024", "04:47"), rehearsal=False)
    standing = next(one for one in night.contests.values() if one.contest.name == "Leicester South")
    assert standing.poll is not None
    votes = {**standing.poll.votes, standing.winners[0]: standing.poll.votes[standing.winners[0]] + 10}
    night = told(night, "Leicester South", Kind.CORRECTED, votes=votes, rejected=standing.poll.rejected, reason=REASON)
    night = told(night, "Birmingham Perry Barr", Kind.RECOUNT)
    return summary_of(told(night, "Aldershot", Kind.FLASHED, order=1))


def strange() -> Summary:
    """Return the town with a name of each kind in place of its people, wards and title."""
    names = iter(NAMES * 4)

    def renamed(contest: Contest) -> Contest:
        people = tuple(replace(one, forenames="", surname=next(names)) for one in contest.candidacies)
        return replace(contest, name=f"{contest.name} {next(names)}", candidacies=people)

    contests = {id: renamed(one) for id, one in TOWN.contests.items()}
    election = replace(TOWN.election, title='Town </title> & "é" {{ 7*7 }} #emoji', credits=("<i>Nobody</i> \\ $",))
    briefing = Briefing(election, TOWN.parties, TOWN.bodies, contests, TOWN.groups)
    journal = ListJournal()
    for ward in ("alpha", "beta"):
        journal.append(declared(ward))
    return summary_of(replay(briefing, journal.kept))


def town_summary(rehearsal: bool = False) -> Summary:
    """Return the town, half declared, with a story of one line that holds and one that does not."""
    journal = ListJournal()
    entries = [journal.append(declared(ward)) for ward in ("alpha", "gamma")]
    contest, at = entries[0].contest, entries[0].declared_at
    proof = (
        Evidence("Majority", "200", Source.ENTRY, contest, entries[0].entry_id),
        Evidence("Majority last time", "200", Source.BASELINE, contest),
    )
    line = Line("a", "hold", "Labour hold Alpha ward.", 60, at, (contest,), Scope(), None, proof, ("the electorate",))
    old = Line("b", "first", "Beta ward is the first.", 50, at, (), Scope(), None, ())
    story = Story((line,), (Withdrawn(old, entries[1].entry_id, at, "Alpha ward was earlier."),))
    return replace(summary_of(replay(BRIEFING, journal.kept, rehearsal)), story=story)
