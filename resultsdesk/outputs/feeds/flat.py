"""Flat data for graphics systems: vMix's rows with fixed columns, and keys with values for everything else.

Values are words as they are shown, so that no system formats a figure in its own way.
"""

from collections.abc import Iterator

from resultsdesk.export.objects import outcome_said
from resultsdesk.figures.scenes.facts import margin_words
from resultsdesk.night.night import Night
from resultsdesk.night.polled import polled, turnout_of
from resultsdesk.night.stages import Stage
from resultsdesk.night.standing import Standing
from resultsdesk.outputs.drawing import compact
from resultsdesk.outputs.feeds.contests import Remembered
from resultsdesk.psephology.candidacy import Candidacy
from resultsdesk.psephology.rounding import number, per_cent, points, signed

PLACES = 6
LATEST = 10
PARTIES = 8

Row = dict[str, str]


class Rows:
    """Makes vMix's rows, each contest's once."""

    def __init__(self) -> None:
        self._rows = Remembered(_row)

    def json(self, night: Night) -> str:
        """Return a flat array with a row for each declared contest, the latest first; the columns never change.

        Before the first there is one row, so that the columns are known.
        """
        first = compact({"Seq": str(night.seq), "IsTest": _yes(night.rehearsal)})[:-1]
        rows = [self._rows.of(night, one) for one in _latest(night)] or [_row(night, None)]
        return "[" + ",".join(f"{first},{row[1:]}" for row in rows) + "]"


def flat_json(night: Night) -> str:
    """Return one flat object: the night, its first parties, and its latest declarations."""
    return compact(flat(night))


def flat(night: Night) -> Row:
    """Return the same as a mapping."""
    return {**_night(night), **dict(_parties(night)), **dict(_declarations(night))}


def _latest(night: Night) -> list[Standing]:
    decided = [one for one in night.contests.values() if one.decided]
    return sorted(decided, key=lambda one: -one.entries[-1].seq)


def row(night: Night, standing: Standing | None) -> Row:
    """Return a contest's columns; for None, each of them empty."""
    said = _told(night, standing)
    for place in range(PLACES):
        said |= _placed(night, standing, place)
    return said


def _row(night: Night, standing: Standing | None) -> str:
    return compact(row(night, standing))


def _told(night: Night, standing: Standing | None) -> Row:
    names = ("Place", "Headline", "Region", "Majority", "Turnout", "Declared", "Corrected")
    if standing is None:
        return dict.fromkeys(names, "")
    contest, briefing = standing.contest, night.briefing
    part = turnout_of(standing, briefing)
    said = (
        contest.name,
        _headline(night, standing),
        contest.region,
        number(standing.count.majority) if standing.count and standing.count.majority is not None else "",
        per_cent(part) if part is not None else "",
        f"{briefing.local(standing.declared_at):%H:%M}" if standing.declared_at else "",
        _yes(standing.revision > 1),
    )
    return dict(zip(names, said, strict=True))


def _headline(night: Night, standing: Standing) -> str:
    """Return an outcome in words, and that it came by lot or without a vote: the majority has a column of its own."""
    said = outcome_said(night, standing, night.briefing.election.shown)
    return f"{said} {margin_words(standing)}" if standing.by_lot or standing.stage is Stage.UNOPPOSED else said


def _placed(night: Night, standing: Standing | None, place: int) -> Row:
    names = [f"P{place + 1}{name}" for name in ("Name", "Party", "Votes", "Share", "Change", "Colour", "Elected")]
    ranked = _ranked(standing) if standing else []
    if standing is None or place >= len(ranked):
        return dict.fromkeys(names, "")
    one = ranked[place]
    party, told = night.briefing.parties[one.party], polled(standing, one, night.briefing)
    said = (
        one.name,
        party.short,
        number(told.votes) if told.votes is not None else "",
        per_cent(told.share) if told.share is not None else "",
        points(told.change) if told.change is not None else "",
        party.colour,
        _yes(one.id in standing.winners),
    )
    return dict(zip(names, said, strict=True))


def _ranked(standing: Standing) -> list[Candidacy]:
    """Return the candidacies by their votes, those elected first, the rest as on the ballot paper."""
    votes = standing.poll.votes if standing.poll else {}
    return sorted(
        standing.contest.candidacies, key=lambda one: (one.id not in standing.winners, -votes.get(one.id, 0), one.order)
    )


def _night(night: Night) -> Row:
    tally = night.tally(night.main_scope)
    return {
        "seq": str(night.seq),
        "isTest": _yes(night.rehearsal),
        "title": night.briefing.election.title,
        "declared": number(tally.declared),
        "contests": number(tally.contests),
        "seats": number(tally.all_seats),
        "toCome": number(tally.to_come),
        "majorityLine": number(tally.majority) if tally.majority is not None else "",
        "turnout": per_cent(tally.turnout) if tally.turnout is not None else "",
    }


def _parties(night: Night) -> Iterator[tuple[str, str]]:
    tally, shown = night.tally(night.main_scope), night.briefing.election.shown
    first = tally.parties[:PARTIES]
    for place in range(PARTIES):
        key = f"party{place + 1}."
        party = night.briefing.parties[first[place]] if place < len(first) else None
        line = tally.line(party.id, shown, party.compares) if party else None
        yield f"{key}name", party.name if party else ""
        yield f"{key}short", party.short if party else ""
        yield f"{key}colour", party.colour if party else ""
        yield f"{key}seats", number(line.seats) if line else ""
        yield f"{key}net", signed(line.net) if line and line.net is not None else ""
        yield f"{key}votes", number(line.votes) if line else ""
        yield f"{key}share", per_cent(line.share) if line and line.share is not None else ""
        yield f"{key}change", points(line.change) if line and line.change is not None else ""


def _declarations(night: Night) -> Iterator[tuple[str, str]]:
    latest = _latest(night)
    for place in range(LATEST):
        one = latest[place] if place < len(latest) else None
        for name, value in _told(night, one).items():
            yield f"latest{place + 1}.{name[0].lower()}{name[1:]}", value


def _yes(value: bool) -> str:
    return "true" if value else "false"
