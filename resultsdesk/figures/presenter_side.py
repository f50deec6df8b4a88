"""What stands around the scene in the presenter's own view: clock, what is next, the story and bare facts beside it."""

from collections.abc import Iterator, Sequence

from resultsdesk.figures.lettering import span, text, width_of
from resultsdesk.figures.scenes.facts import result_words
from resultsdesk.figures.scenes.stage import fitted
from resultsdesk.figures.shapes import Align, Figure, Rule, Shape, figure
from resultsdesk.night.night import Night, Scope
from resultsdesk.night.polled import turnout_of
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.rounding import number, per_cent

SIDE = (500.0, 760.0)
FOOT = (1840.0, 236.0)
TOLD = 4  # sentences at most
_ROWS, _LINE, _SIZE = 4, 56.0, 36.0  # read from four metres
_NEARLY, _LEAST = 31.0, 24.0  # sizes: of a sentence that then takes one line, and of a fact
_PAINTER = 1.15  # lettering reckons rather too wide, and the painter makes what is still too wide a little smaller
_STORY, _GAP = 0.7, 40.0


def facts_of(night: Night, standing: Standing) -> tuple[str, ...]:
    """Return what is known of one contest and is no story: before the result what is at stake, then how it was told."""
    briefing, contest = night.briefing, standing.contest
    said = [] if standing.decided else list(_at_stake(night, standing))
    part = turnout_of(standing, briefing)
    if part is not None:
        said.append(f"Turnout {per_cent(part)} of {number(contest.electorate)}")
    if contest.note:
        said.append(contest.note)
    if contest.former_names:
        said.append(f"Formerly {', '.join(contest.former_names)}")
    if standing.declared_at is not None:
        said.append(f"Declared {briefing.clock(standing.declared_at)} · entry {standing.entries[-1].seq}")
    return tuple(said)


def _at_stake(night: Night, standing: Standing) -> Iterator[str]:
    briefing, contest = night.briefing, standing.contest
    sitting = [f"{one.name} ({briefing.parties[one.party].short})" for one in contest.candidacies if one.sitting]
    if sitting:
        yield f"Sitting: {', '.join(sitting)}"
    for target in briefing.targets:
        if target.contest == contest.id:
            yield f"{briefing.parties[target.party].name} target {target.rank}"
    if contest.expected is not None:
        yield f"Expected {briefing.local(contest.expected):%H:%M}"


def latest(night: Night, scope: Scope, measure: Measure) -> tuple[str, ...]:
    """Return the last declarations of a scope in a few words each, the newest first."""
    said: dict[str, str] = {}
    for entry in reversed(night.journal):
        standing = night.contests.get(entry.contest)
        if standing is None or entry.contest in said or not night.holds(scope, entry.contest):
            continue
        outcome = standing.outcome(measure)
        if outcome is not None:
            said[entry.contest] = f"{standing.contest.name}: {result_words(night.briefing, standing, measure)}"
        if len(said) == _ROWS:
            break
    return tuple(said.values())


def presenter_side(clock: str, upcoming: Sequence[str], held: bool = False) -> Figure:
    """Return the clock with what is next under it, and in smaller words what comes after that."""
    width, height = SIDE
    shapes: list[Shape] = [
        text("clock", 0, 0, width, 96, clock, strong=True, role="figure", size=88, align=Align.RIGHT, shrink=True),
        Rule("under the clock", 0, 124, width, 124, "line", 2),
        text("next", 0, 140, width, 44, "HELD, then" if held else "NEXT", ink="warn" if held else "muted",
             strong=True, role="label", size=28),
    ]  # fmt: skip
    y = 186.0
    for place, one in enumerate(upcoming or ("Nothing planned",)):
        size, tall = (44.0, 66.0) if place == 0 else (32.0, 52.0)
        if y + tall > height:
            break
        run = span(one, "text" if place == 0 else "muted", place == 0)
        shapes.append(text(f"next/{place}", 0, y, width, tall, run, role="headline", size=size, shrink=True))
        y += tall
    return figure(width, height, *shapes)


def presenter_foot(story: Sequence[str], facts: Sequence[str]) -> Figure:
    """Return sentences on the left and facts on the right, as large as they can be read from where a presenter stands.

    A sentence takes a second line where it needs one; one that finds no room gives way to a shorter one.
    """
    width, height = FOOT
    left = width * (_STORY if facts else 1.0) - _GAP
    shapes: list[Shape] = []
    row = 0
    for place, sentence in enumerate(story[:TOLD]):
        broken, size = _broken(sentence, left, place == 0)
        if row + len(broken) > _ROWS:
            continue
        for at, one in enumerate(broken):
            run = span(one, "text", place == 0)
            id = f"story/{place}/{at}" if at else f"story/{place}"
            shapes.append(text(id, 0, (row + at) * _LINE, left, _LINE, run, size=size, shrink=True))
        row += len(broken)
    x = left + _GAP if story else 0.0
    size = min((fitted(one, width - x, (_SIZE, _LEAST), 1, "body")[1] for one in facts[:_ROWS]), default=_SIZE)
    for place, words in enumerate(facts[:_ROWS]):
        run = span(words, "muted")
        shapes.append(text(f"fact/{place}", x, place * _LINE, width - x, _LINE, run, size=size, shrink=True))
    return figure(width, height, *shapes)


def _broken(sentence: str, room: float, strong: bool) -> tuple[tuple[str, ...], float]:
    """Return a sentence in one line, a little smaller if that is enough, else in two, and its size."""
    said, size = fitted(sentence, room * _PAINTER, (_SIZE, _NEARLY), 1, "body")
    if width_of(said[0], size, strong) <= room * _PAINTER:
        return said, size
    return fitted(sentence, room, (_SIZE, _NEARLY), 2, "body")
