"""What `show` says to a person: lines that fit a terminal."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from fractions import Fraction

from resultsdesk.cli.columns import aligned, figures, words
from resultsdesk.export.objects import outcome_said
from resultsdesk.night.briefing import BodyId
from resultsdesk.night.control import Control, ControlKind, control, control_before
from resultsdesk.night.due import Due, Lateness
from resultsdesk.night.history import difference, history
from resultsdesk.night.night import Night, Scope, ScopeKind, scope_name
from resultsdesk.night.standing import Standing
from resultsdesk.night.tally import TallyLine
from resultsdesk.psephology.baseline import BaselineKind, Measure
from resultsdesk.psephology.shares import change, share, turnout
from resultsdesk.psephology.wording import NONE, number, per_cent, points, signed

SMALL = Fraction(1, 200)
"""Below this share of the votes a party without a seat has no line of its own."""

MEASURES = {Measure.LAST: "the last election", Measure.HOLDER: "the holder now"}


def heading(night: Night, at: datetime | None, measure: Measure) -> str:
    """Return what night this is, from when, and what it is measured against."""
    briefing = night.briefing
    parts = [briefing.election.title]
    if night.rehearsal:
        parts.append("REHEARSAL")
    if at is not None:
        parts.append(f"as known at {briefing.local(at):%H:%M:%S}".removesuffix(":00"))
    parts.append(f"gains against {MEASURES[measure]}")
    if measure is Measure.LAST:
        parts[-1] += _last_named(night)
    return " · ".join(parts)


def _last_named(night: Night) -> str:
    named = {
        f"{one.baseline.election}{', notional' if one.baseline.kind is BaselineKind.NOTIONAL else ''}"
        for one in night.briefing.contests.values()
        if one.baseline is not None
    }
    return f" ({named.pop()})" if len(named) == 1 else ""


def clock(night: Night, moment: datetime | None) -> str:
    """Return a time of the night, or nothing."""
    return f"{night.briefing.local(moment):%H:%M}" if moment else ""


def tally_lines(night: Night, scope: Scope, measure: Measure) -> Iterator[str]:
    """Yield the sums over a scope."""
    tally, briefing = night.tally(scope), night.briefing
    areas = briefing.election.areas
    name = scope_name(briefing, scope) if scope.name else briefing.election.title
    line = f"{name}: {number(tally.declared)} of {number(tally.contests)} {areas} declared"
    if tally.majority is not None:
        line += f"; {number(tally.all_seats)} seats, {number(tally.majority)} for a majority"
    yield f"{line}, {number(tally.to_come)} to come."
    said = [
        f"{count} {what}"
        for count, what in (
            (tally.heard, "only heard"),
            (tally.recounts, "in recount"),
            (tally.postponed, "postponed"),
        )
        if count
    ]
    if tally.turnout is not None:
        last = f" (last time {per_cent(tally.turnout_before)})" if tally.turnout_before is not None else ""
        said.append(f"turnout {per_cent(tally.turnout)}{last}")
    if said:
        line = "; ".join(said)
        yield f"{line[:1].upper()}{line[1:]}."
    lines = [tally.line(one, measure, briefing.parties[one].compares) for one in tally.parties]
    small = [one for one in lines if _small(one)]
    lines = [one for one in lines if not _small(one)] if len(small) > 1 else lines
    yield from aligned(
        (words("Party", 28), *map(figures, ("Seats", "Not up", "Gains", "Losses", "Net", "Votes", "Share", "Change")),
         figures("To majority")),
        [
            (
                briefing.parties[one.party].name,
                number(one.seats),
                number(one.continuing) if tally.continuing else "",
                number(one.gains),
                number(one.losses),
                signed(one.net),
                number(one.votes),
                per_cent(one.share),
                "new" if one.new else points(one.change),
                (number(tally.to_majority(one.party)) if briefing.parties[one.party].compares else NONE)
                if tally.majority is not None
                else "",
            )
            for one in lines
        ],
    )  # fmt: skip
    if len(small) > 1:
        yield f"{len(small)} smaller parties without a seat: {number(sum(one.votes for one in small))} votes."
    if scope.kind is ScopeKind.BODY:
        body = BodyId(scope.name)
        before = control_before(night, body, measure)
        yield f"Control: {_control(night, control(night, body))}" + (
            f"; before: {_control(night, before)}." if before else "."
        )


def _small(line: TallyLine) -> bool:
    return not (line.seats or line.gains or line.losses) and (line.share is None or line.share < SMALL)


def _control(night: Night, known: Control) -> str:
    parties = night.briefing.parties
    if known.kind is ControlKind.PARTY and known.party:
        return parties[known.party].name
    largest = " and ".join(parties[one].name for one in known.largest)
    return f"{known.kind}, {largest} largest" if largest else str(known.kind)


def contest_rows(night: Night, standings: Sequence[Standing], measure: Measure) -> Iterator[str]:
    """Yield a line a contest."""
    yield from aligned(
        (words("Time"), words(night.briefing.election.area.capitalize(), 38), words("Outcome", 30),
         figures("Majority"), figures("Turnout")),
        [
            (
                clock(night, one.declared_at),
                one.contest.name,
                outcome_said(night, one, measure),
                number(one.count.majority) if one.count else "",
                per_cent(_turnout(night, one)) if one.poll else "",
            )
            for one in standings
        ],
    )  # fmt: skip


def contest_lines(night: Night, standing: Standing, measure: Measure) -> Iterator[str]:
    """Yield all about one contest."""
    contest, poll, briefing = standing.contest, standing.poll, night.briefing
    body = briefing.bodies[contest.body].name
    yield ", ".join(dict.fromkeys(part for part in (contest.name, contest.region, body) if part))
    line = outcome_said(night, standing, measure)
    line = line[:1].upper() + line[1:]
    if standing.count and standing.count.majority is not None and poll:
        line += f", majority {number(standing.count.majority)}"
        line += f" ({per_cent(share(standing.count.majority, poll.valid_votes))})"
    if standing.declared_at:
        line += f", declared {clock(night, standing.declared_at)}"
    elif contest.expected:
        line += f", expected {clock(night, contest.expected)}"
    yield line + (f", corrected {standing.revision - 1} ×" if standing.revision > 1 else "") + "."
    figures_said = [
        f"{label} {number(value)}"
        for label, value in (
            ("electorate", contest.electorate),
            ("valid votes", poll.valid_votes if poll else None),
            ("rejected", poll.rejected if poll else None),
        )
        if value is not None
    ]
    if _turnout(night, standing) is not None:
        figures_said.append(f"turnout {per_cent(_turnout(night, standing))}")
    if contest.vacancies > 1:
        figures_said.append(f"{contest.vacancies} seats")
    if figures_said:
        line = "; ".join(figures_said)
        yield f"{line[:1].upper()}{line[1:]}."
    if contest.note:
        yield contest.note
    yield from aligned(
        (words("Candidacy", 36), words("Party", 26), figures("Votes"), figures("Share"), figures("Change"), words("")),
        [_candidacy(night, standing, place) for place in range(len(contest.candidacies))],
    )


def _candidacy(night: Night, standing: Standing, place: int) -> tuple[str, ...]:
    one = standing.contest.candidacies[place]
    party, poll = night.briefing.parties[one.party], standing.poll
    votes = poll.votes.get(one.id) if poll else None
    part = share(votes, poll.valid_votes) if poll and votes is not None else None
    alone = sum(other.party == one.party for other in standing.contest.candidacies) == 1
    marks = ["elected"] if one.id in standing.winners else []
    marks += ["heard"] if one.id == standing.flash else []
    marks += ["sitting"] if one.sitting else []
    return (
        f"{one.surname.upper()}, {one.forenames}" if one.forenames else one.surname.upper(),
        party.name,
        number(votes) if poll else "",
        per_cent(part) if poll else "",
        points(change(part, party, standing.contest.baseline) if alone else None) if poll else "",
        ", ".join(marks),
    )


def _turnout(night: Night, standing: Standing) -> Fraction | None:
    contest = standing.contest
    if standing.poll is None:
        return None
    return turnout(standing.poll, contest.electorate, contest.vacancies, night.briefing.election.count_rejected)


def due_lines(night: Night, waiting: Sequence[Due]) -> Iterator[str]:
    """Yield a line for each contest still to come."""
    said = {Lateness.UNKNOWN: "no time known", Lateness.LATER: "", Lateness.DUE: "due", Lateness.OVERDUE: "overdue"}
    yield from aligned(
        (words("Expected"), words(night.briefing.election.area.capitalize()), words("Due", 24), words("Stage")),
        [
            (
                clock(night, one.standing.contest.expected),
                one.standing.contest.name,
                _how_late(one) or said[one.lateness],
                str(one.standing.stage),
            )
            for one in waiting
        ],
    )


def _how_late(one: Due) -> str:
    if one.minutes is None:
        return ""
    minutes = abs(one.minutes)
    span = f"{minutes // 60} h {minutes % 60:02} min" if minutes >= 60 else f"{minutes} min"
    return f"{span} overdue" if one.lateness is Lateness.OVERDUE else f"in {span}"


def history_lines(night: Night, standing: Standing, measure: Measure) -> Iterator[str]:
    """Yield each entry of a contest, and line against line what it changed."""
    yield standing.contest.name
    steps = history(standing)
    if not steps:
        yield "Nothing has been entered."
    with_figures = None
    for step in steps:
        entry = step.entry
        who = ", ".join(part for part in (entry.keyed_by, entry.desk) if part)
        line = f"{clock(night, entry.keyed_at)}  entry {entry.seq}: {entry.kind} by {who}"
        outcome = outcome_said(night, step.standing, measure)
        line += f" → {outcome}"
        yield line
        if entry.reason:
            yield f"       reason: {entry.reason}"
        if entry.accepted:
            yield f"       acknowledged: {', '.join(entry.accepted)}"
        if entry.votes is None:
            continue
        changed = [one for one in difference(standing.contest, with_figures, entry) if one.differs]
        table = aligned(
            (words(""), words("Figure", 36), figures("Before"), figures("After")),
            [("     ", one.label, number(one.before) if with_figures else "", number(one.after)) for one in changed],
        )
        yield from table
        with_figures = entry
