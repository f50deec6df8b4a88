"""Share and change: how the votes divide, and how that moved since last time."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from resultsdesk.figures.scenes.diverging import Bar, change_ink, diverging, name_for
from resultsdesk.figures.scenes.facts import after_line, declared_line, scope_of, since_line, standing_of
from resultsdesk.figures.scenes.letters import width_of
from resultsdesk.figures.scenes.request import SceneRequest
from resultsdesk.figures.scenes.stage import Area, foot, heading, line, stage_of
from resultsdesk.figures.shapes import Align, Box, Figure, Shape, figure
from resultsdesk.night.briefing import Briefing
from resultsdesk.night.night import Night, Scope
from resultsdesk.night.polled import party_share
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.headlines import share_headline
from resultsdesk.psephology.party import PartyId
from resultsdesk.psephology.rounding import per_cent, points
from resultsdesk.psephology.shares import change
from resultsdesk.psephology.wording import since_words

_LEAST = Fraction(5, 1000)  # smaller parts of a country's votes are left out
_HEAD = 40.0


@dataclass(frozen=True, slots=True)
class Part:
    """One party's part of the votes, and how it moved; `change` None where that is not known."""

    party: PartyId
    share: Fraction
    change: Fraction | None
    new: bool


def shares_scene(night: Night, request: SceneRequest, now: datetime | None) -> Figure:
    """Return the shares of a scope or, where one is asked for, of a contest, each beside its change."""
    stage, scope, briefing = stage_of(request.format), scope_of(night, request), night.briefing
    standing = standing_of(night, request.contest)
    parts = _of_contest(briefing, standing) if standing else _of_scope(night, scope)
    name = standing.contest.name if standing else after_line(night, scope)
    since = since_words(standing.contest.baseline) if standing else since_line(night, scope)
    feet, room = foot(stage, declared_line(night, night.tally(scope), now), since)
    first = max(parts, key=lambda one: one.share, default=None)
    words = share_headline(briefing.parties[first.party], first.share) if first else "No votes declared yet"
    shapes, rest = heading(stage, name, words)
    area = Area(rest.x, rest.y + 24, rest.width, stage.safe.bottom - room - rest.y - 24)
    room_for = max(int((area.height - 44) / (62 if stage.wide else 84)), 3)
    large = [one for one in sorted(parts, key=lambda one: -one.share) if one.share >= _LEAST or standing]
    shown = large[:room_for]
    rows = _rows(briefing, shown, area) if stage.wide else _narrow_rows(briefing, shown, area)
    return figure(stage.width, stage.height, *shapes, *rows, *feet, ground="ink")


def _of_scope(night: Night, scope: Scope) -> list[Part]:
    tally, parties = night.tally(scope), night.briefing.parties
    lines = [tally.line(one, night.briefing.election.shown, parties[one].compares) for one in tally.parties]
    return [Part(one.party, one.share, one.change, one.new) for one in lines if one.share]


def _of_contest(briefing: Briefing, standing: Standing) -> list[Part]:
    baseline = standing.contest.baseline
    found = []
    for party in dict.fromkeys(one.party for one in standing.contest.candidacies):
        part = party_share(standing, party)
        if part is not None:
            moved = change(part, briefing.parties[party], baseline)
            compares = briefing.parties[party].compares
            found.append(Part(party, part, moved, baseline is not None and compares and moved is None))
    return found


def _rows(briefing: Briefing, parts: list[Part], area: Area) -> list[Shape]:
    """Return the shares as bars from nothing on the left, the changes as bars both ways on the right."""
    if not parts:
        return []
    head, gap = _HEAD, 70.0
    pitch = min((area.height - head) / len(parts), 104.0)
    size = min(42.0, max(26.0, pitch * 0.44))
    big = min(60.0, max(34.0, pitch * 0.6))
    change_room = area.width * 0.3
    left = area.left_part(area.width - change_room - gap)
    right = area.right_part(change_room)
    most_name = left.width * 0.34
    named = {one.party: name_for(briefing, one.party, size, most_name) for one in parts}
    name_room = max(width_of(one, size) for one in named.values()) + 64
    share_room = width_of("88.8%", big, "figure") + 22
    field = left.width - name_room - share_room
    most = max(one.share for one in parts)
    shapes: list[Shape] = [
        line("head:share", Area(left.right - 200, area.y, 200, 34), "share of the vote", 26, align=Align.RIGHT),
        line("head:change", Area(right.right - 200, area.y, 200, 34), "change", 26, align=Align.RIGHT),
    ]
    for at, one in enumerate(parts):
        y = area.y + head + at * pitch
        inner, wide = pitch * 0.62, max(field * float(one.share / most), 2.0)
        shapes += [
            Box(f"swatch:{one.party}", left.x, y + (pitch - inner) / 2, 14, inner, f"party:{one.party}"),
            line(f"name:{one.party}", Area(left.x + 34, y, name_room - 44, pitch), named[one.party], size, "text"),
            Box(f"bar:{one.party}", left.x + name_room, y + (pitch - inner) / 2, wide, inner, f"party:{one.party}"),
            line(f"share:{one.party}", Area(left.right - share_room, y, share_room, pitch), per_cent(one.share), big,
                 "text", role="figure", align=Align.RIGHT),
        ]  # fmt: skip
    bars = [
        Bar(one.party, f"party:{one.party}", "", None if one.change is None else float(one.change * 100),
            _moved(one))
        for one in parts
    ]  # fmt: skip
    moved = diverging(Area(right.x, area.y + head, right.width, pitch * len(parts)), bars, 0.0, 130.0, "change")
    return [*shapes, *(one for one in moved if not one.id.startswith(("change:swatch", "change:name")))]


def _narrow_rows(briefing: Briefing, parts: list[Part], area: Area) -> list[Shape]:
    """Return each party's name, share and change on one line, and below it the share as a bar across the frame."""
    if not parts:
        return []
    pitch = min((area.height - _HEAD) / len(parts), 150.0)
    bar = min(36.0, pitch * 0.26)
    size = min(46.0, max(28.0, pitch * 0.42))
    big = size * 1.1
    change_room, share_room = big * 3.4, width_of("88.8%", big, "figure") + 16
    share_right = area.right - change_room
    name_room = share_right - share_room - area.x - 16
    most = max(one.share for one in parts)
    shapes: list[Shape] = [
        line("head:share", Area(share_right - 220, area.y, 220, 34), "share of the vote", 26, align=Align.RIGHT),
        line("head:change", Area(area.right - 200, area.y, 200, 34), "change", 26, align=Align.RIGHT),
    ]
    for at, one in enumerate(parts):
        y = area.y + _HEAD + at * pitch
        tall = pitch * 0.92 - bar - 4
        words, said = Area(area.x, y, area.width, tall), _moved(one)
        shapes += [
            line(f"name:{one.party}", Area(area.x, y, name_room, tall),
                 name_for(briefing, one.party, size, name_room), size, "text"),
            line(f"share:{one.party}", Area(share_right - share_room, y, share_room, tall), per_cent(one.share), big,
                 "text", role="figure", align=Align.RIGHT),
            line(f"change:{one.party}", Area(area.right - change_room, y, change_room, tall), said, big,
                 change_ink(said), role="figure", align=Align.RIGHT),
            Box(f"track:{one.party}", area.x, words.bottom, area.width, bar, "raised"),
            Box(f"bar:{one.party}", area.x, words.bottom, max(area.width * float(one.share / most), 2.0), bar,
                f"party:{one.party}"),
        ]  # fmt: skip
    return shapes


def _moved(part: Part) -> str:
    return "new" if part.new else points(part.change)
