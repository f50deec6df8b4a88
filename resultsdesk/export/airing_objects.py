"""What was on air as plain objects, described in resources/docs/JSON.md."""

from resultsdesk.air.left import Left
from resultsdesk.air.record import Aired, AiredFigures, AiredLine
from resultsdesk.export.objects import Object, instant, outcome_said
from resultsdesk.figures.scenes.scene import title
from resultsdesk.night.entries import Entry
from resultsdesk.night.history import difference, history
from resultsdesk.night.night import Night
from resultsdesk.psephology.baseline import Measure


def aired_object(night: Night, aired: Aired, measure: Measure) -> Object:
    """Return what one output showed from when to when, and what of it is not so any more."""
    shown = aired.screening
    scene = shown.scene if shown is not None else None
    return {
        "output": aired.output,
        "since": instant(night, aired.since),
        "until": instant(night, aired.until),
        "scene": str(scene.name) if scene else None,
        "title": title(night, scene) if scene else None,
        "contest": scene.contest if scene else None,
        "scope": str(scene.scope.kind) if scene else None,
        "scope_id": (scene.scope.name or None) if scene else None,
        "party_id": scene.party if scene else None,
        "words": list(scene.words) if scene else [],
        "take": shown.serial if shown is not None else None,
        "first_entry": shown.first if shown is not None else None,
        "last_entry": shown.last if shown is not None else None,
        "figures": [_figures(night, one, measure) for one in aired.figures],
        "lines": [_line(night, one) for one in aired.lines],
    }


def outcome_after(night: Night, entry: Entry, measure: Measure) -> str:
    """Return what a contest was after an entry, in words."""
    steps = history(night.contests[entry.contest])
    return next(outcome_said(night, one.standing, measure) for one in steps if one.entry is entry)


def _figures(night: Night, one: AiredFigures, measure: Measure) -> Object:
    entry = one.entry
    return {
        "entry": entry.seq,
        "entry_id": entry.entry_id,
        "contest": entry.contest,
        "name": night.contests[entry.contest].contest.name,
        "kind": str(entry.kind),
        "since": instant(night, one.since),
        "until": instant(night, one.until),
        "votes": dict(entry.votes) if entry.votes is not None else None,
        "outcome": outcome_after(night, entry, measure),
        "listed": one.listed or None,
        "now": _now(night, entry, one.now, measure) if one.now is not None else None,
        "left": _left(night, one.left),
    }


def _now(night: Night, aired: Entry, now: Entry, measure: Measure) -> Object:
    lines = difference(night.contests[now.contest].contest, aired, now) if now.votes is not None else ()
    return {
        "entry": now.seq,
        "entry_id": now.entry_id,
        "kind": str(now.kind),
        "keyed_at": instant(night, now.keyed_at),
        "reason": now.reason or None,
        "outcome": outcome_after(night, now, measure),
        "changes": [
            {"label": one.label, "candidacy": one.candidacy, "before": one.before, "after": one.after}
            for one in lines
            if one.differs
        ],
    }


def _line(night: Night, one: AiredLine) -> Object:
    back = one.back
    withdrawn = {"entry_id": back.entry, "at": instant(night, back.at), "why": back.why} if back is not None else None
    return {"id": one.id, "sentence": one.sentence, "withdrawn": withdrawn, "left": _left(night, one.left)}


def _left(night: Night, left: Left | None) -> Object | None:
    return {"at": instant(night, left.at), "by": left.by} if left is not None else None
