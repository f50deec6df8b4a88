"""The whole summary as one object: what summary.json holds, described by its schema and in resources/docs."""

from collections.abc import Mapping

from resultsdesk.export.objects import Object, entry_object, instant, tally_object
from resultsdesk.export.story_objects import line_object, withdrawn_object
from resultsdesk.export.summary import Summary
from resultsdesk.export.tables.tally import scopes
from resultsdesk.night.briefing import Body, Briefing
from resultsdesk.night.night import Night

FORMAT = "resultsdesk-summary"
VERSION = 1
"""Grows when a name is taken away or means something else; new names may come without it."""


def summary_object(summary: Summary) -> Object:
    """Return all of a summary; the scalars first, then what is about the election, then the lists."""
    night, briefing = summary.night, summary.night.briefing
    return {
        "format": FORMAT,
        "version": VERSION,
        "mode": summary.mark or "live",
        "rehearsal": night.rehearsal,
        "title": briefing.election.title,
        "known": summary.declared,
        "complete": summary.complete,
        "at": instant(night, summary.at),
        "seq": night.seq,
        "updated": instant(night, night.last_keyed),
        "written": instant(night, summary.written),
        "made_by": summary.made_by,
        "baseline": str(summary.measure),
        "election": _election(night),
        "parties": [
            {"id": one.id, "name": one.name, "short": one.short, "colour": one.colour, "kind": str(one.kind)}
            for one in briefing.parties.values()
        ],
        "bodies": [_body(one) for one in briefing.bodies.values()],
        "groups": [{"id": one.id, "name": one.name, "contests": list(one.contests)} for one in briefing.groups],
        "tallies": [tally_object(night, one, summary.measure) for one in scopes(night)],
        "contests": list(summary.contests),
        "story": [line_object(night, one) for one in summary.story.lines],
        "withdrawn": [withdrawn_object(night, one) for one in summary.story.withdrawn],
        "journal": [entry_object(night, one) for one in night.journal],
    }


def _election(night: Night) -> Object:
    briefing: Briefing = night.briefing
    one = briefing.election
    return {
        "id": one.id,
        "title": one.title,
        "day": one.day.isoformat(),
        "close_of_poll": instant(night, one.close_of_poll),
        "time_zone": one.zone_name,
        "area": one.area,
        "areas": one.areas,
        "deposits": one.deposits,
        "count_rejected": one.count_rejected,
        "credits": list(one.credits),
    }


def _body(one: Body) -> Object:
    continuing: Mapping[str, int] = {str(party): seats for party, seats in one.continuing.items()}
    return {
        "id": one.id,
        "name": one.name,
        "seats": one.seats,
        "majority": one.majority,
        "continuing": dict(continuing),
        "note": one.note or None,
    }
