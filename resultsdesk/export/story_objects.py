"""A line of the story as a plain object, with what makes it true."""

from resultsdesk.export.objects import Object, instant
from resultsdesk.night.night import Night
from resultsdesk.story.lines import Evidence, Line, Withdrawn


def line_object(night: Night, line: Line) -> Object:
    """Return one line; `missing` names figures without which more could be said."""
    return {
        "id": line.id,
        "kind": line.kind,
        "sentence": line.sentence,
        "weight": line.weight,
        "at": instant(night, line.at),
        "contests": list(line.contests),
        "scope": str(line.scope.kind),
        "scope_id": line.scope.name or None,
        "party_id": line.party,
        "evidence": [_evidence(one) for one in line.evidence],
        "missing": list(line.missing),
    }


def withdrawn_object(night: Night, one: Withdrawn) -> Object:
    """Return a line that was taken back, by which entry, when and why."""
    return {"line": line_object(night, one.line), "entry_id": one.entry, "at": instant(night, one.at), "why": one.why}


def _evidence(one: Evidence) -> Object:
    return {
        "label": one.label,
        "value": one.value,
        "source": str(one.source),
        "contest": one.contest,
        "entry_id": one.entry,
    }
