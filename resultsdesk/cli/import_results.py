"""`import-results`: published results into a night, shown contest by contest before anything is entered."""

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import zip_longest
from pathlib import Path

import click

from resultsdesk.cli.failures import Refused, Status, Wrong
from resultsdesk.cli.import_lines import ending, import_lines
from resultsdesk.cli.import_objects import import_object
from resultsdesk.cli.opening import author_of, desk_on, night_to_look_at
from resultsdesk.cli.paths import PATH
from resultsdesk.cli.progress import Progress
from resultsdesk.cli.words import contest_named
from resultsdesk.desk.desk import Desk
from resultsdesk.desk.importing import Item, enter, plan
from resultsdesk.desk.player import clock_of
from resultsdesk.desk.taking import THEIRS, Wishes
from resultsdesk.intake.faults import BriefingFaults
from resultsdesk.intake.results.matching import Placed, placed
from resultsdesk.intake.results.reading import read_source
from resultsdesk.night.agreement import OURS
from resultsdesk.night.briefing import Briefing, ContestId
from resultsdesk.night.entries import Entry
from resultsdesk.night.night import Night
from resultsdesk.night.objections import error
from resultsdesk.night.rules import Author


@dataclass(frozen=True, slots=True)
class Said:
    """The words of one call."""

    sources: tuple[Path, ...]
    names: tuple[str, ...]
    take: tuple[str, ...]
    accept: tuple[str, ...]
    reason: str
    as_json: bool


@click.command("import-results", short_help="Enter published results; what differs is shown first.")
@click.argument("file", type=PATH)
@click.argument("sources", metavar="SOURCE…", nargs=-1, required=True, type=PATH)
@click.option("--source", "names", metavar="NAME", multiple=True, help="What to call a SOURCE; once each, in order.")
@click.option("--dry-run", is_flag=True, help="Show what would be entered, and enter nothing.")
@click.option("--accept", metavar="CODE…", multiple=True, help="Acknowledge warnings by their codes; or use commas.")
@click.option(
    "--take",
    metavar="WHOSE|CONTEST[=WHOSE]",
    multiple=True,
    help="Whose figures are right where they disagree: ours, theirs or a source's name; for all, or for one contest.",
)
@click.option("--reason", metavar="TEXT", default="", help="Why; what is corrected needs it.")
@click.option("--by", metavar="INITIALS", help="Who imports. Default: as set on this machine.")
@click.option("--desk", metavar="NAME", help="Which desk it comes from. Default: command line.")
@click.option("--json", "as_json", is_flag=True, help="Answer with JSON; see resources/docs/JSON.md.")
def import_results(
    file: Path,
    sources: tuple[Path, ...],
    names: tuple[str, ...],
    dry_run: bool,
    accept: tuple[str, ...],
    take: tuple[str, ...],
    reason: str,
    by: str | None,
    desk: str | None,
    as_json: bool,
) -> int:
    """Enter published results: a summary's folder, its summary.json or candidacies.csv, or Democracy Club's results.

    First it lists, contest by contest, what is new, the same, incomplete or unknown, and where sources disagree with
    each other or with what was entered. Nothing that differs is entered unless --take says whose figures are right.
    A summary.json brings its journal too: recounts, corrections and flashes come as the entries they were.
    """
    if len(names) > len(sources):
        raise Wrong(f"--source is there {len(names)} times for {len(sources)} files: give each file one name.")
    author = author_of(by, desk)
    said = Said(sources, names, take, accept, reason, as_json)
    if dry_run:
        with night_to_look_at(file) as night:
            found, items = _planned(night, clock_of(night).now(), author, said)
            return _told(night, found, items, (), said, dry_run=True)
    with desk_on(file, author) as at:
        found, items = _planned(at.night, at.clock.now(), author, said)
        entries, items = _entered(at, items, as_json)
        return _told(at.night, found, items, entries, said, dry_run=False)


def _planned(night: Night, now: datetime, author: Author, said: Said) -> tuple[tuple[Placed, ...], tuple[Item, ...]]:
    """Return the sources in this night's terms and what would come of each contest, having told a person of it."""
    _refuse_early(night, now, said.as_json)
    found = _read(night.briefing, said)
    _refuse_rehearsals(night, found, said.as_json)
    accounts = [account for one in found for account in one.accounts]
    items = plan(night, now, author, accounts, _wishes(night.briefing, said, [one.source.name for one in found]))
    if not said.as_json:
        click.echo("\n".join(import_lines(night, found, items)))
    return found, items


def _told(
    night: Night,
    found: Sequence[Placed],
    items: Sequence[Item],
    entries: Sequence[Entry],
    said: Said,
    dry_run: bool,
) -> int:
    """Say what became of it, and return the exit status."""
    refused = any(one.standing_against for one in items) or any(one.unknown_here for one in found)
    if said.as_json:
        answer = {"refused": refused, "dry_run": dry_run, **import_object(night, found, items, entries)}
        click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
    else:
        click.echo(ending(items, entries, dry_run))
    return Status.REFUSED if refused else Status.DONE


def _refuse_early(night: Night, now: datetime, as_json: bool) -> None:
    """Refuse the whole of it in a live night before the close of poll."""
    close = night.briefing.election.close_of_poll
    if not night.rehearsal and now < close:
        at = night.briefing.local(close)
        text = f"The poll closes at {at:%H:%M} on {at.day} {at:%B %Y}: no results may be entered before then."
        raise Refused([error("before-close", text)], as_json, "Nothing was entered.")


def _read(briefing: Briefing, said: Said) -> tuple[Placed, ...]:
    """Return the sources in this night's terms; raises Wrong with everything wrong with all of them."""
    found, faults = [], []
    for path, name in zip_longest(said.sources, said.names, fillvalue=""):
        try:
            source = read_source(Path(path), briefing.election, str(name))
        except BriefingFaults as wrong:
            faults += [str(one) for one in wrong.faults]
            continue
        found.append(placed(source, briefing))
    if faults:
        raise Wrong("\n".join([*faults, "Nothing was entered: mend these and do it again."]))
    called = [one.source.name for one in found]
    twice = next((name for name in called if called.count(name) > 1 or name in (OURS, THEIRS)), None)
    if twice:
        raise Wrong(f"“{twice}” can be more than one of them: name the files apart with --source.")
    for one in found:
        if not one.accounts and not one.untold:
            _raise_strange(briefing, one)
    return tuple(found)


def _raise_strange(briefing: Briefing, one: Placed) -> None:
    """Raise Wrong for a source of another night."""
    election = briefing.election
    if one.other_days:
        raise Wrong(
            f"{one.source.name} has no poll of {election.day.day} {election.day:%B %Y}: it is of another election."
        )
    first = one.unknown[0].told
    raise Wrong(
        f"{one.source.name} has no {election.area} of {election.title}; its first is {first.name or first.ids[0]}"
        f"{f', {first.body}' if first.body else ''}: is it the right file?"
    )


def _refuse_rehearsals(night: Night, found: Iterable[Placed], as_json: bool) -> None:
    """Refuse what was made in a rehearsal in a night that is real. Real results may go into a rehearsal."""
    for one in found:
        if one.source.rehearsal and not night.rehearsal:
            text = f"{one.source.name} was made in a rehearsal: its figures may not be entered in a live night."
            raise Refused([error("rehearsal-source", text)], as_json, "Nothing was entered.")


def _wishes(briefing: Briefing, words: Said, sources: Sequence[str]) -> Wishes:
    """Return what was said about disagreements and warnings; raises Wrong where it is not plain what is meant."""
    takes: dict[ContestId, str] = {}
    general = ""
    for said in words.take:
        whole = _whose(said, sources)
        if whole:
            if general not in ("", whole):
                raise Wrong(f"--take names both {general} and {whole} for everything: say one, and name the contests.")
            general = whole
            continue
        contest, _, whose = said.rpartition("=") if "=" in said else (said, "", THEIRS)
        chosen = _whose(whose.strip(), sources)
        if not chosen:
            known = ", ".join((OURS, THEIRS, *sources))
            raise Wrong(f"--take “{said}” names “{whose}”, who is none of these: {known}.")
        takes[contest_named(briefing, contest).id] = chosen
    if THEIRS in (general, *takes.values()) and len(sources) > 1:
        raise Wrong(f"--take must say whose of {len(sources)} files is right: {' or '.join(sources)}.")
    codes = frozenset(code.strip() for codes in words.accept for code in codes.split(",") if code.strip())
    return Wishes(takes, general, codes, words.reason)


def _whose(said: str, sources: Sequence[str]) -> str:
    """Return ours, theirs or a source's name as it is spelt, or nothing where none of them is meant."""
    return next((one for one in (OURS, THEIRS, *sources) if said.strip().casefold() == one.casefold()), "")


def _entered(desk: Desk, items: tuple[Item, ...], as_json: bool) -> tuple[tuple[Entry, ...], tuple[Item, ...]]:
    """Enter what is ready, telling a person how far it is.

    Return the entries, and the items with what the desk objected to at the last moment.
    """
    entries: list[Entry] = []
    late: dict[ContestId, Item] = {}
    steps = sum(len(one.steps) for one in items if one.ready)
    progress = Progress(steps)
    for done, (item, became) in enumerate(enter(desk, items), start=1):
        contest = item.comparison.contest
        if became.entry is not None:
            entries.append(became.entry)
            if sys.stderr.isatty() and not as_json:  # the list above has said it all to a log
                progress.tell(f"entry {became.entry.seq}  {contest.name}", steps - done)
        else:
            late[contest.id] = replace(item, objections=became.verdict.objections)
    progress.finish()
    return tuple(entries), tuple(late.get(one.comparison.contest.id, one) for one in items)
