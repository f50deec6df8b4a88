"""What `import-results` says to a person: what is worst comes last, where the eye is when it stops."""

from collections.abc import Iterable, Iterator, Sequence

from resultsdesk.cli.columns import Column, aligned, figures, words
from resultsdesk.cli.heading import heading
from resultsdesk.desk.importing import Item
from resultsdesk.desk.taking import DISAGREEMENT
from resultsdesk.figures.scenes.facts import margin_words
from resultsdesk.intake.results.matching import Placed
from resultsdesk.intake.results.places import Unknown
from resultsdesk.night.agreement import Agreement, Comparison, Side
from resultsdesk.night.entries import Entry, Kind
from resultsdesk.night.night import Night
from resultsdesk.psephology.rounding import number
from resultsdesk.psephology.wording import outcome_words

LONGEST_NAME = 24
INDENT = "     "


def import_lines(night: Night, found: Sequence[Placed], items: Sequence[Item]) -> Iterator[str]:
    """Yield what each source is, then every contest: the same, new, what stands against others, disagreements."""
    yield heading(night, None, night.briefing.election.shown)
    for one in found:
        yield _source(night, one)
    groups = {
        "The same": [one for one in items if _settled(one)],
        "New": [one for one in items if one.comparison.agreement is Agreement.NEW and one.ready],
        "To be taken": [one for one in items if one.comparison.agreement is not Agreement.NEW and one.ready],
    }
    for head, chosen in groups.items():
        if chosen:
            yield f"\n{head}: {number(len(chosen))}"
            yield from aligned((words(night.briefing.election.area.capitalize()), words("Body", 22), words("", 44)),
                               [_row(night, one) for one in chosen])  # fmt: skip
    strange = [(one.source.name, unknown) for one in found for unknown in one.unknown_here]
    if strange:
        yield f"\nNot in this night: {number(len(strange))}"
        yield from (_strange(name, unknown) for name, unknown in strange)
    disputed = [one for one in items if one.comparison.agreement is Agreement.DIFFERS]
    refused = [one for one in items if one.standing_against and one not in disputed]
    for head, chosen in (("Not to be entered as it is", refused), ("Disagreements", disputed)):
        if chosen:
            yield f"\n{head}: {number(len(chosen))}"
        for item in chosen:
            yield from _against(night, item)
    yield ""
    yield _sums(night, items)


def ending(items: Sequence[Item], entries: Sequence[Entry], dry_run: bool) -> str:
    """Return what was entered, and what would have to be said for the rest."""
    ready = sum(len(one.steps) for one in items if one.ready)
    if entries:
        first, last = entries[0].seq, entries[-1].seq
        said = f"{_entries(len(entries))} saved, " + (f"number {first}." if first == last else f"{first} to {last}.")
    elif dry_run and ready:
        said = f"Nothing was entered: --dry-run. Without it, {_entries(ready)} would be."
    else:
        said = "Nothing was entered."
    against = [code for one in items for code in one.standing_against]
    if any(one.code == DISAGREEMENT for one in against):
        said += "\nSay whose figures are right, for one contest or all: --take CONTEST=WHOSE, --take WHOSE."
    codes = sorted({one.code for one in against if not one.blocks})
    if codes:
        said += f"\nIf the warnings are right all the same, say so: --accept {','.join(codes)}"
    return said


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{number(count)} entries"


def _settled(item: Item) -> bool:
    agreeing = item.comparison.agreement in (Agreement.SAME, Agreement.MORE)
    return agreeing and not item.steps and not item.standing_against


def _source(night: Night, one: Placed) -> str:
    election, told = night.briefing.election, len(one.accounts)
    mark = ", made in a REHEARSAL" if one.source.rehearsal else ""
    parts = [f"{number(told)} {election.area if told == 1 else election.areas} of this night"]
    if one.untold:
        parts.append(f"{number(one.untold)} not declared in it")
    elsewhere = len(one.unknown) - len(one.unknown_here)
    if elsewhere:
        parts.append(f"{number(elsewhere)} of bodies that are not in this night, passed over")
    if one.other_days:
        parts.append(f"{number(one.other_days)} of other days, passed over")
    return f"{one.source.name} ({one.source.what}{mark}): {'; '.join(parts)}."


def _row(night: Night, item: Item) -> tuple[str, str, str]:
    comparison = item.comparison
    return comparison.contest.name, body_of(night, comparison), _said(night, item)


def body_of(night: Night, comparison: Comparison) -> str:
    """Return the name of a contest's body where the night has several: councils share the names of wards."""
    bodies = night.briefing.bodies
    return bodies[comparison.contest.body].name if len(bodies) > 1 else ""


def _said(night: Night, item: Item) -> str:
    """Return what would follow from an item, or what is there beyond what was entered."""
    comparison, verdict = item.comparison, item.verdict
    if verdict is not None and verdict.after is not None:
        after = verdict.after
        outcome = after.outcome(night.briefing.election.shown)
        said = outcome_words(outcome, night.briefing.parties) if outcome else str(after.stage)
        margin = margin_words(after, "majority")
        several = f" ({_entries(len(item.steps))})" if len(item.steps) > 1 else ""
        return said + (f", {margin}" if margin else "") + several
    if comparison.agreement is Agreement.MORE:
        more = [one for one in comparison.lines if one.values[0] is None and one.lacking]
        told = (
            f"{one.label.lower()} {number(max(value for value in one.values if value is not None))}" for one in more
        )
        return f"told besides: {', '.join(told)}"
    return ""


def _strange(name: str, unknown: Unknown) -> str:
    told = unknown.told
    where = f", {told.body}" if told.body else ""
    meant = f" Did you mean {' or '.join(unknown.near)}?" if unknown.near else ""
    return f"{told.name or told.ids[0]}{where} ({name}, line {told.line}).{meant}"


def _against(night: Night, item: Item) -> Iterator[str]:
    """Yield a contest with every figure that differs, who says so, and what is objected."""
    comparison = item.comparison
    where = body_of(night, comparison)
    settled = "" if item.standing_against else "; settled"
    yield f"{comparison.contest.name}{f', {where}' if where else ''}{settled}"
    for side in comparison.sides:
        yield f"{INDENT}{_side(night, side)}"
    if comparison.differing:
        heads: list[Column] = [
            words(""),
            words("Figure", 36),
            *(figures(_short(one.whose)) for one in comparison.sides),
        ]
        rows = [("   ", one.label, *map(number, one.values)) for one in comparison.differing]
        yield from aligned(heads, rows)
    if comparison.elect_others:
        yield from (f"{INDENT}{one.whose} elects {_names(comparison, one)}" for one in comparison.sides)
    for one in item.standing_against:
        if one.code != DISAGREEMENT:  # the heading has said it
            yield f"{INDENT}{one.severity}: {one.code}: {one.text}"


def _names(comparison: Comparison, side: Side) -> str:
    elected = comparison.elected(side)
    if elected is None:
        return "nobody for certain"
    return ", ".join(one.name for one in comparison.contest.candidacies if one.id in elected)


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


def _side(night: Night, side: Side) -> str:
    """Return who says so: an entry with whose hand it was, or a source and its line."""
    entry, account = side.entry, side.account
    if entry is not None:
        who = ", ".join(part for part in (entry.keyed_by, entry.desk) if part)
        at = night.briefing.clock(entry.keyed_at)
        return f"{side.whose}: entry {entry.seq}, {entry.kind} {at} by {who} ({entry.source})"
    line = f", line {account.line}" if account and account.line else ""
    said = "" if side.kind is Kind.DECLARED else f" {side.kind}"
    return f"{side.whose}:{said or ' declared'}{line}"


def _sums(night: Night, items: Iterable[Item]) -> str:
    """Return how many contests there are of each kind."""
    chosen = list(items)
    told = [one for one in chosen if one.comparison.agreement is not Agreement.SILENT]
    counts = [
        (sum(one.comparison.agreement in kinds for one in chosen), name)
        for kinds, name in (
            ((Agreement.NEW,), "new"),
            ((Agreement.SAME, Agreement.MORE), "the same"),
            ((Agreement.DIFFERS,), "in disagreement"),
            ((Agreement.INCOMPLETE,), "incomplete"),
        )
    ]
    parts = [f"{number(count)} {name}" for count, name in counts if count]
    parts.append(f"{number(len(night.contests) - len(told))} not told of")
    return f"{'; '.join(parts)}."
