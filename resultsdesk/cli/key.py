"""`key`: one entry from the command line, weighed by the same rules as at the desk."""

import json
from dataclasses import dataclass
from pathlib import Path

import click

from resultsdesk.cli.failures import Refused, Wrong, objection_object
from resultsdesk.cli.opening import COMMAND_LINE, author_of, desk_on
from resultsdesk.cli.paths import PATH
from resultsdesk.cli.votes import draft_of
from resultsdesk.cli.words import candidacy_named, contest_named, moment_named
from resultsdesk.desk.desk import Desk, Done
from resultsdesk.desk.draft import read
from resultsdesk.desk.rehearsal import LONGEST_NIGHT, RehearsalClock
from resultsdesk.export.objects import contest_object, entry_object, outcome_measured
from resultsdesk.figures.scenes.facts import margin_words
from resultsdesk.night.briefing import Contest
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
    Shared,
)
from resultsdesk.night.consequences import consequences
from resultsdesk.night.objections import Objection

ACTIONS = "--votes, --flash, --recount, --retract, --unopposed or --postpone"


@dataclass(frozen=True, slots=True)
class Said:
    """The options of one call."""

    votes: str | None
    flash: str | None
    recount: bool
    retract: bool
    unopposed: bool
    postpone: bool
    correct: bool
    lot: tuple[str, ...]
    rejected: str
    papers: str
    read_out: str
    majority: str
    declared: str | None
    reason: str
    accept: tuple[str, ...]

    @property
    def accepted(self) -> frozenset[str]:
        """Return the codes acknowledged, given one by one or with commas."""
        return frozenset(code.strip() for codes in self.accept for code in codes.split(",") if code.strip())

    def refuse_contradictions(self) -> None:
        """Raise Wrong unless exactly one thing is asked for."""
        actions = [self.flash is not None, self.recount, self.retract, self.unopposed, self.postpone]
        figures = self.votes is not None
        if sum(actions) + (figures and not self.recount) != 1:
            raise Wrong(f"Say one thing to enter: {ACTIONS}.")
        if self.correct and (not figures or self.recount):
            raise Wrong("--correct needs the right figures: give them with --votes.")
        boxes = (self.lot, self.rejected, self.papers, self.read_out, self.majority)
        if not figures and any(boxes):
            raise Wrong("Check figures and a lot belong to a count: give its --votes too.")


@click.command(short_help="Enter a count, a flash, a recount or a correction.")
@click.argument("file", type=PATH)
@click.argument("contest")
@click.option(
    "--votes", metavar="JSON", help='As {"Khan": 13303, "Lab": "12,796", …} or [2440, 1302, …] in ballot order.'
)
@click.option("--flash", metavar="CANDIDACY", help="The winner is known before the figures.")
@click.option("--recount", is_flag=True, help="A recount is called; with --votes the first count is kept.")
@click.option("--retract", is_flag=True, help="What was entered should not have been: awaited again.")
@click.option("--unopposed", is_flag=True, help="No more candidacies than vacancies: all are elected.")
@click.option("--postpone", is_flag=True, help="The poll does not take place tonight.")
@click.option("--correct", is_flag=True, help="These figures supersede those declared; needs --reason.")
@click.option("--lot", metavar="CANDIDACY", multiple=True, help="Whom the lot fell on, in a tie; may be repeated.")
@click.option("--rejected", metavar="N", default="", help="Rejected papers.")
@click.option("--papers", metavar="N", default="", help="All ballot papers, rejected ones too.")
@click.option("--read-out", metavar="N", default="", help="The total read out, to check the sum against.")
@click.option("--majority", metavar="N", default="", help="The majority announced, to check the figures against.")
@click.option("--declared", metavar="TIME", help="When it was declared, as 03:14 on the night's clock.")
@click.option("--reason", metavar="TEXT", default="", help="Why; a correction must say it.")
@click.option(
    "--accept", metavar="CODE…", multiple=True, help="Acknowledge warnings by their codes; repeat, or use commas."
)
@click.option("--by", metavar="INITIALS", help="Who keys. Default: as set on this machine.")
@click.option("--desk", metavar="NAME", help="Which desk it comes from. Default: command line.")
@click.option("--json", "as_json", is_flag=True, help="Answer with JSON; see resources/docs/JSON.md.")
def key(file: Path, contest: str, by: str | None, desk: str | None, as_json: bool, **options: object) -> None:
    """Enter a count, a flash, a recount or a correction for one contest.

    CONTEST is an id, a name, or a part of a name that only one contest has. A CANDIDACY is an id, a name, a surname
    or a party, whichever only one person in the contest has.
    """
    said = Said(**options)  # type: ignore[arg-type]  # click gives each option the type declared for it above
    said.refuse_contradictions()
    with desk_on(file, author_of(by, desk)) as at:
        place = contest_named(at.night.briefing, contest)
        command, objections = _command(at, place, said)
        if objections:
            raise Refused(objections, as_json, "Nothing was entered.")
        done = at.commit(command)
        if done.entry is None:
            raise _refusal(done, as_json)
        _tell(at, place, done, as_json)


def _command(desk: Desk, contest: Contest, said: Said) -> tuple[Command, tuple[Objection, ...]]:
    """Return the command to commit, and objections to figures that are no figures."""
    briefing = desk.night.briefing
    declared_at = moment_named(briefing, said.declared, "--declared") if said.declared is not None else None
    if declared_at is not None and isinstance(desk.clock, RehearsalClock):
        if declared_at > briefing.election.close_of_poll + LONGEST_NIGHT:
            raise Wrong(f"--declared “{said.declared}” is long after the night being rehearsed: check the date.")
        desk.clock.turn(declared_at)
    shared: Shared = {
        "contest": contest.id,
        "after": desk.night.contests[contest.id].head,
        "accepted": said.accepted,
        "reason": said.reason,
        "source": COMMAND_LINE,
        "declared_at": declared_at,
    }
    figures: Figures | None = None
    objections: tuple[Objection, ...] = ()
    if said.votes is not None:
        rejected, papers = said.rejected, said.papers
        if said.correct:
            # What the correction says nothing of stands as it was declared.
            poll = desk.night.contests[contest.id].poll
            rejected = _or_as(rejected, poll.rejected if poll else None)
            papers = _or_as(papers, poll.papers if poll else None)
        boxes = (rejected, papers, said.read_out, said.majority)
        lot = tuple(candidacy_named(briefing, contest, one).id for one in said.lot)
        reading = read(draft_of(briefing, contest, said.votes, boxes, lot), contest, briefing)
        figures, objections = reading.figures, reading.objections
        if said.recount and not figures.complete and not objections:
            raise Wrong(
                "A first count is kept whole or not at all: give every candidacy's votes, or leave out --votes."
            )
    return _kind_of(said, figures, desk, contest, shared), objections


def _or_as(typed: str, declared: int | None) -> str:
    """Return what was typed, or where nothing was, the figure that was declared."""
    return typed or ("" if declared is None else str(declared))


def _kind_of(said: Said, figures: Figures | None, desk: Desk, contest: Contest, shared: Shared) -> Command:
    if said.flash is not None:
        return Flash(winner=candidacy_named(desk.night.briefing, contest, said.flash).id, **shared)
    if said.recount:
        return CallRecount(figures=figures, **shared)
    if figures is not None:
        return Correct(figures=figures, **shared) if said.correct else Declare(figures=figures, **shared)
    plain = Retract if said.retract else DeclareUnopposed if said.unopposed else Postpone
    return plain(**shared)


def _refusal(done: Done, as_json: bool) -> Refused:
    verdict = done.verdict
    if verdict.errors:
        return Refused(verdict.errors + verdict.asking, as_json, "Nothing was entered.")
    codes = ",".join(sorted({one.code for one in verdict.objections}))
    remedy = f"Nothing was entered. If it is right all the same, say so: --accept {codes}"
    return Refused(verdict.asking, as_json, remedy)


def _tell(desk: Desk, contest: Contest, done: Done, as_json: bool) -> None:
    """Say what was entered and what follows from it."""
    night, entry, before = desk.night, done.entry, done.verdict.before
    if entry is None or before is None:
        raise ValueError("a command that was committed has its entry and knows what was before")
    measure = night.briefing.election.shown
    after = night.contests[contest.id]
    follows = consequences(before, after, night.briefing.parties, measure) if before.decided else ()
    if as_json:
        said = {
            "refused": False,
            "entry": entry_object(night, entry),
            "contest": contest_object(night, after, measure),
            "consequences": list(follows),
            "accepted": [objection_object(one) for one in done.verdict.objections if one.code in entry.accepted],
        }
        click.echo(json.dumps(said, ensure_ascii=False, indent=2))
        return
    margin = margin_words(after, "majority")
    click.echo(f"{contest.name}: {outcome_measured(night, after, measure)}{f', {margin}' if margin else ''}.")
    for line in (*follows, f"Entry {entry.seq}, saved."):
        click.echo(line)
