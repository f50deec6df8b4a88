"""The whole report: what the printed pages and the page for a screen say, in the same words."""

from collections import Counter
from dataclasses import dataclass, replace

from resultsdesk.export.report.bodies import BodyPart, bodies, body_part, compared, control_said
from resultsdesk.export.report.flows import Flow, flows
from resultsdesk.export.report.places import Places, places, still_to_come
from resultsdesk.export.report.told import Correction, StoryLine, Taken, corrections, story_lines, taken_back
from resultsdesk.export.summary import Summary
from resultsdesk.psephology.rounding import number
from resultsdesk.psephology.wording import seats_words

PARTIAL = "Partial results: figures will change as more is declared."
NOT_REAL = "not real results"


@dataclass(frozen=True, slots=True)
class Report:
    """Everything in words. `whole` is the night, or its one body; `written` is when, on the night's clock.

    `mark` is REHEARSAL and `partial` a warning, where they are due; `to_come` has names by what they wait for.
    """

    title: str
    day: str
    mark: str
    declared: str
    partial: str
    compared: tuple[str, ...]
    area: str
    areas: str
    deposits: bool
    whole: BodyPart
    bodies: tuple[BodyPart, ...]
    flows: tuple[Flow, ...]
    story: tuple[StoryLine, ...]
    taken_back: tuple[Taken, ...]
    corrections: tuple[Correction, ...]
    places: tuple[Places, ...]
    to_come: tuple[tuple[str, tuple[str, ...]], ...]
    credits: tuple[str, ...]
    written: str
    made_by: str


def report(summary: Summary) -> Report:
    """Return the report of a summary; writers ask for it by `summary.once(report)`."""
    night = summary.night
    election = night.briefing.election
    scope = night.main_scope
    written = night.briefing.local(summary.written)
    whole, parts = body_part(summary, scope), bodies(summary)
    if len(parts) > 1:
        whole = replace(whole, under=control_said(parts))
    return Report(
        election.title,
        f"{election.day:%A} {election.day.day} {election.day:%B %Y}",
        summary.mark,
        summary.declared,
        "" if summary.complete else PARTIAL,
        compared(summary),
        election.area,
        election.areas,
        election.deposits,
        whole,
        parts,
        flows(summary),
        story_lines(summary),
        taken_back(summary),
        corrections(summary),
        places(summary),
        still_to_come(night),
        election.credits,
        f"{written:%A} {written.day} {written:%B %Y}, {written:%H:%M %Z}",
        summary.made_by,
    )


def gains_words(said: Report) -> str:
    """Return how many seats changed hands, and by what that is measured."""
    seats = sum(one.seats for one in said.flows)
    changed = f"{seats_words(seats)} changed hands" if seats else "No seat has changed hands"
    return " · ".join((changed, *said.compared))


def most_telling(said: Report, most: int) -> tuple[StoryLine, ...]:
    """Return so many lines of the story, the most telling first, but of one kind no more than a fifth.

    A night on which a hundred members lose their seats has more to tell. Where the rest does not fill the room, the
    next of any kind do.
    """
    if len(said.story) <= most:
        return said.story
    of_kind: Counter[str] = Counter()
    chosen, spare = list[int](), list[int]()
    for place, line in enumerate(said.story):
        of_kind[line.kind] += 1
        (chosen if of_kind[line.kind] <= max(1, most // 5) else spare).append(place)
    places = sorted((*chosen, *spare)[:most])
    return tuple(said.story[one] for one in places)


def story_words(said: Report, most: int) -> str:
    """Return how much of the story stands here; the whole of it is in the files for programs."""
    lines = len(said.story)
    if lines <= most:
        return "Each line with the figures that make it true."
    some = f"The {number(most)} most telling of {number(lines)} lines"
    return f"{some}, few of one kind, each with the figures that make it true."
