"""What has been typed so far, as text. It never leaves the form but as a command that is weighed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, time

from resultsdesk.night.briefing import Briefing, Contest, ContestId
from resultsdesk.night.commands import Figures
from resultsdesk.night.objections import Objection, error
from resultsdesk.psephology.candidacy import CandidacyId

GROUPED = re.compile(r"\d{1,3}([, \t\u00a0\u2009\u202f'’]\d{3})+")  # thousands marked: a group of two is a slip
LONGEST = 9


@dataclass(frozen=True, slots=True)
class Draft:
    """The form's boxes for one contest: votes by candidacy, then the check figures, all as typed."""

    contest: ContestId
    votes: Mapping[CandidacyId, str] = field(default_factory=dict)
    rejected: str = ""
    papers: str = ""
    read_out: str = ""
    announced_majority: str = ""
    declared_at: str = ""
    lot: tuple[CandidacyId, ...] = ()
    reason: str = ""

    @property
    def empty(self) -> bool:
        """Return whether nothing has been typed."""
        boxes = (*self.votes.values(), self.rejected, self.papers, self.read_out, self.announced_majority)
        return not any(one.strip() for one in boxes)

    def keyed(self, candidacy: CandidacyId, text: str) -> "Draft":
        """Return the draft with one candidacy's box retyped."""
        return replace(self, votes={**self.votes, candidacy: text})


@dataclass(frozen=True, slots=True)
class Reading:
    """A draft read as numbers, with an objection for each box that is not one."""

    figures: Figures
    declared_at: datetime | None
    objections: tuple[Objection, ...]


def whole_number(text: str) -> int | None:
    """Return the number typed, thousands marked or not; raises ValueError on anything else, None for an empty box."""
    digits = text.strip()
    if not digits:
        return None
    if GROUPED.fullmatch(digits):
        digits = "".join(filter(str.isdecimal, digits))
    if not digits.isdecimal() or len(digits) > LONGEST:
        raise ValueError(text)
    return int(digits)


def read(draft: Draft, contest: Contest, briefing: Briefing) -> Reading:
    """Return a draft's figures; a box that is not a whole number counts as empty and is objected to."""
    objections: list[Objection] = []

    def box(text: str, label: str, *at: CandidacyId) -> int | None:
        try:
            return whole_number(text)
        except ValueError:
            shown = text.strip()[:20]
            objections.append(
                error("not-whole-number", f"{label}: “{shown}” is not a whole number. Key digits only.", *at)
            )
            return None

    votes = {one.id: box(draft.votes.get(one.id, ""), one.surname or one.name, one.id) for one in contest.candidacies}
    figures = Figures(
        votes=votes,
        rejected=box(draft.rejected, "Rejected papers"),
        papers=box(draft.papers, "Ballot papers"),
        read_out=box(draft.read_out, "Total read out"),
        announced_majority=box(draft.announced_majority, "Majority announced"),
        lot=draft.lot,
    )
    declared_at = None
    if draft.declared_at.strip():
        clock = clock_time(draft.declared_at)
        if clock is None:
            text = f"Time of declaration: “{draft.declared_at.strip()[:20]}” is not a time. Key it as 03:46."
            objections.append(error("not-a-time", text))
        else:
            declared_at = briefing.moment(clock)
    return Reading(figures, declared_at, tuple(objections))


def clock_time(text: str) -> time | None:
    """Return a time of day typed as 3:46, 03.46 or 0346, or None where it is none."""
    digits = text.strip().replace(".", ":")
    if ":" not in digits and len(digits) in (3, 4):
        digits = f"{digits[:-2]}:{digits[-2:]}"
    hours, colon, minutes = digits.partition(":")
    if not (colon and hours.isdecimal() and minutes.isdecimal()):
        return None
    if int(hours) > 23 or int(minutes) > 59:
        return None
    return time(int(hours), int(minutes))


def of_figures(contest: Contest, figures: Figures) -> Draft:
    """Return a draft that shows figures already kept, for a correction to start from."""

    def shown(value: int | None) -> str:
        return "" if value is None else str(value)

    return Draft(
        contest.id,
        {one.id: shown(figures.votes.get(one.id)) for one in contest.candidacies},
        rejected=shown(figures.rejected),
        papers=shown(figures.papers),
        read_out=shown(figures.read_out),
        announced_majority=shown(figures.announced_majority),
        lot=figures.lot,
    )
