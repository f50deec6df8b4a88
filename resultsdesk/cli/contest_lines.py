"""What `show` says of contests: lines that fit a terminal."""

from collections.abc import Iterator, Sequence

from resultsdesk.cli.columns import aligned, figures, words
from resultsdesk.export.objects import outcome_measured, outcome_said
from resultsdesk.figures.scenes.facts import margin_words
from resultsdesk.night.due import Due, Lateness
from resultsdesk.night.night import Night
from resultsdesk.night.polled import polled, turnout_of
from resultsdesk.night.standing import Standing
from resultsdesk.night.swings import swing_of
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.rounding import decimal, number, per_cent, points
from resultsdesk.psephology.shares import share


def contest_rows(night: Night, standings: Sequence[Standing], measure: Measure) -> Iterator[str]:
    """Yield a line a contest; its body's name is there where the night has several."""
    yield from aligned(
        (words("Time"), words(night.briefing.election.area.capitalize(), 38), words("Body", 22), words("Outcome", 30),
         figures("Majority"), figures("Turnout")),
        [
            (
                night.briefing.clock(one.declared_at),
                one.contest.name,
                _body(night, one),
                outcome_said(night, one, measure),
                margin_words(one, named=""),
                per_cent(turnout) if (turnout := turnout_of(one, night.briefing)) is not None else "",
            )
            for one in standings
        ],
    )  # fmt: skip


def _body(night: Night, standing: Standing) -> str:
    """Return the name of a contest's body where the night has several: councils share the names of wards."""
    bodies = night.briefing.bodies
    return bodies[standing.contest.body].name if len(bodies) > 1 else ""


def contest_lines(night: Night, standing: Standing, measure: Measure) -> Iterator[str]:
    """Yield all about one contest."""
    contest, poll, briefing = standing.contest, standing.poll, night.briefing
    body = briefing.bodies[contest.body].name
    yield ", ".join(dict.fromkeys(part for part in (contest.name, contest.region, body) if part))
    line = outcome_measured(night, standing, measure)
    line = line[:1].upper() + line[1:]
    margin = margin_words(standing, "majority")
    if margin:
        line += f", {margin}"
    counted = standing.count
    if counted and counted.majority and poll and contest.vacancies == 1:  # with more, votes are not papers
        line += f" ({per_cent(share(counted.majority, poll.valid_votes))})"
    if standing.declared_at:
        line += f", declared {night.briefing.clock(standing.declared_at)}"
    elif contest.expected:
        line += f", expected {night.briefing.clock(contest.expected)}"
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
    turnout = turnout_of(standing, briefing)
    if turnout is not None:
        figures_said.append(f"turnout {per_cent(turnout)}")
    if contest.vacancies > 1:
        figures_said.append(f"{contest.vacancies} seats")
    if figures_said:
        line = "; ".join(figures_said)
        yield f"{line[:1].upper()}{line[1:]}."
    swing = swing_of(standing, briefing.parties)
    if swing is not None:
        parties = (briefing.parties[one].short for one in (swing.loser, swing.gainer))
        yield f"Swing from {' to '.join(parties)} {decimal(swing.by * 100)} points."
    if contest.note:
        yield contest.note
    since = f"On {contest.baseline.election}" if contest.baseline else "Change"
    yield from aligned(
        (words("Candidacy", 36), words("Party", 26), figures("Votes"), figures("Share"), figures(since), words("")),
        [_candidacy(night, standing, place) for place in range(len(contest.candidacies))],
    )


def _candidacy(night: Night, standing: Standing, place: int) -> tuple[str, ...]:
    one = standing.contest.candidacies[place]
    told, counted = polled(standing, one, night.briefing), standing.poll is not None
    marks = ["elected"] if one.id in standing.winners else []
    marks += ["heard"] if one.id == standing.flash else []
    marks += ["sitting"] if one.sitting else []
    return (
        f"{one.surname.upper()}, {one.forenames}" if one.forenames else one.surname.upper(),
        night.briefing.parties[one.party].name,
        number(told.votes) if counted else "",
        per_cent(told.share) if counted else "",
        points(told.change) if counted else "",
        ", ".join(marks),
    )


def due_lines(night: Night, waiting: Sequence[Due]) -> Iterator[str]:
    """Yield a line for each contest still to come."""
    said = {Lateness.UNKNOWN: "no time known", Lateness.LATER: "", Lateness.DUE: "due", Lateness.OVERDUE: "overdue"}
    yield from aligned(
        (words("Expected"), words(night.briefing.election.area.capitalize()), words("Body", 22), words("Due", 24),
         words("Stage")),
        [
            (
                night.briefing.clock(one.standing.contest.expected),
                one.standing.contest.name,
                _body(night, one.standing),
                _how_late(one) or said[one.lateness],
                str(one.standing.stage),
            )
            for one in waiting
        ],
    )  # fmt: skip


def _how_late(one: Due) -> str:
    if one.minutes is None:
        return ""
    minutes = abs(one.minutes)
    span = f"{minutes // 60} h {minutes % 60:02} min" if minutes >= 60 else f"{minutes} min"
    return f"{span} overdue" if one.lateness is Lateness.OVERDUE else f"in {span}"
