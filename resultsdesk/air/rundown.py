"""The rundown's lines: added, taken out, moved, kept longer or shorter."""

from dataclasses import replace

from resultsdesk.air.programme import DWELL, Item, ItemId, Programme
from resultsdesk.figures.scenes.request import SceneRequest

SHORTEST, LONGEST = 3, 600  # seconds


def add(programme: Programme, scene: SceneRequest, after: ItemId | None = None, dwell: int = DWELL) -> Programme:
    """Put a scene into the rundown after a line, at the end where that is not there."""
    fresh = Item(max((one.id for one in programme.rundown), default=0) + 1, scene, _within(dwell))
    place = _place(programme, after)
    lines = list(programme.rundown)
    lines.insert(len(lines) if place is None else place + 1, fresh)
    return replace(programme, rundown=tuple(lines))


def remove(programme: Programme, id: ItemId) -> Programme:
    """Take a line out. What is on air or in preview of it stays; the rundown goes on with the line after it."""
    place = _place(programme, id)
    if place is None:
        return programme
    before = programme.rundown[place - 1].id if place else None
    outputs = {
        name: replace(one, item=before if one.item == id else one.item, cue=None if one.cue == id else one.cue)
        for name, one in programme.outputs.items()
    }
    return replace(programme, rundown=programme.rundown[:place] + programme.rundown[place + 1 :], outputs=outputs)


def shift(programme: Programme, id: ItemId, by: int) -> Programme:
    """Move a line up (less than 0) or down, as far as there are lines."""
    place = _place(programme, id)
    if place is None:
        return programme
    lines = list(programme.rundown)
    one = lines.pop(place)
    lines.insert(min(max(place + by, 0), len(lines)), one)
    return replace(programme, rundown=tuple(lines))


def dwell(programme: Programme, id: ItemId, seconds: int) -> Programme:
    """Have a line stay so many seconds, 3 to 600."""
    lines = tuple(replace(one, dwell=_within(seconds)) if one.id == id else one for one in programme.rundown)
    return replace(programme, rundown=lines)


def through_words(programme: Programme) -> str:
    """Return how long the rundown takes to run through: `3 scenes · 1 min 20 s`; nothing where it is empty."""
    lines = programme.rundown
    if not lines:
        return ""
    minutes, seconds = divmod(sum(one.dwell for one in lines), 60)
    spans = (f"{minutes} min" if minutes else "", f"{seconds} s" if seconds else "")
    return f"{len(lines)} scene{'s' if len(lines) != 1 else ''} · {' '.join(one for one in spans if one)}"


def _within(seconds: int) -> int:
    return min(max(seconds, SHORTEST), LONGEST)


def _place(programme: Programme, id: ItemId | None) -> int | None:
    return next((place for place, one in enumerate(programme.rundown) if one.id == id), None)
