"""What the entry form holds, as a value: the boxes' texts, what the operator had seen, what was acknowledged."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from resultsdesk.desk.desk import Desk
from resultsdesk.desk.draft import Draft, Reading, of_figures, read
from resultsdesk.desk.undo import figures_of
from resultsdesk.night.briefing import Contest, ContestId
from resultsdesk.night.commands import Command, Correct, Declare, EntryId
from resultsdesk.night.objections import Objection
from resultsdesk.night.stages import Stage
from resultsdesk.night.standing import Standing
from resultsdesk.night.verdict import Verdict
from resultsdesk.psephology.candidacy import CandidacyId

VOTES = "votes:"
LOT = "lot"
CHECKS = ("read_out", "announced_majority", "rejected", "papers", "declared_at", "reason")
KEYABLE = frozenset({Stage.AWAITED, Stage.FLASHED, Stage.RECOUNT})
Acknowledged = frozenset[tuple[str, str]]


class Mode(StrEnum):
    """What the boxes are for."""

    KEY = "key"
    CORRECT = "correct"
    SHOWN = "shown"


@dataclass(frozen=True, slots=True)
class Form:
    """The form of one contest. `seen` is the entry the operator last saw of it; an acknowledgement is of a code and
    its very words, so that other figures have to be acknowledged again.
    """

    draft: Draft
    mode: Mode = Mode.KEY
    seen: EntryId | None = None
    acknowledged: Acknowledged = frozenset()

    @property
    def contest(self) -> ContestId:
        """Return whose form it is."""
        return self.draft.contest

    def typed(self, candidacy: CandidacyId, text: str) -> "Form":
        """Return the form with a candidacy's box retyped."""
        return replace(self, draft=self.draft.keyed(candidacy, text))

    def checked(self, box: str, text: str) -> "Form":
        """Return the form with one of the other boxes retyped."""
        return replace(self, draft=with_box(self.draft, box, text))

    def toggled(self, objection: Objection) -> "Form":
        """Return the form with a warning acknowledged, or no longer."""
        return replace(self, acknowledged=self.acknowledged ^ {(objection.code, objection.text)})


@dataclass(frozen=True, slots=True)
class Weighed:
    """A form as the desk's rules see it. `objections` are those to show; an empty box is none of them but `missing`."""

    form: Form
    reading: Reading
    verdict: Verdict
    objections: tuple[Objection, ...]
    missing: tuple[CandidacyId, ...]
    asking: tuple[Objection, ...] = field(default=())

    @property
    def blocked(self) -> bool:
        """Return whether something must be put right before this can be kept."""
        return any(one.blocks for one in self.objections)

    @property
    def total(self) -> int:
        """Return the sum of the figures so far."""
        return sum(votes or 0 for votes in self.reading.figures.votes.values())

    @property
    def complete(self) -> bool:
        """Return whether every candidacy has a figure."""
        return not self.missing and self.reading.figures.complete

    @property
    def command(self) -> Command:
        """Return what would be committed, with the acknowledgements that still hold."""
        waiting = {one.code for one in self.asking}
        accepted = frozenset(code for code, _ in self.form.acknowledged if code not in waiting)
        return command_of(self.form, self.reading, accepted)


def weighed(form: Form, contest: Contest, desk: Desk) -> Weighed:
    """Return what the desk's rules say to a form as it stands."""
    reading = read(form.draft, contest, desk.night.briefing)
    if form.mode is Mode.SHOWN:
        return Weighed(form, reading, Verdict((), desk.night.contests[form.contest]), (), ())
    verdict = desk.weigh(command_of(form, reading))
    unreadable = {at for one in reading.objections for at in one.at}
    missing = tuple(
        one.id for one in contest.candidacies if reading.figures.votes.get(one.id) is None and one.id not in unreadable
    )
    objections = (
        *reading.objections,
        *(one for one in verdict.objections if one.code not in ("missing-figure", "reason-missing")),
    )
    asking = tuple(one for one in objections if not one.blocks and (one.code, one.text) not in form.acknowledged)
    return Weighed(form, reading, verdict, objections, missing, asking)


def command_of(form: Form, reading: Reading, accepted: frozenset[str] = frozenset()) -> Command:
    """Return the command a form stands for."""
    if form.mode is Mode.CORRECT:
        return Correct(
            contest=form.contest,
            after=form.seen,
            accepted=accepted,
            reason=form.draft.reason,
            declared_at=reading.declared_at,
            figures=reading.figures,
        )
    return Declare(
        contest=form.contest,
        after=form.seen,
        accepted=accepted,
        declared_at=reading.declared_at,
        figures=reading.figures,
    )


def fresh(standing: Standing) -> Form:
    """Return the form of a contest with nothing typed, or with its declared figures to be looked at."""
    if standing.stage in KEYABLE:
        return Form(Draft(standing.contest.id), Mode.KEY, standing.head)
    if standing.poll is None:
        return Form(Draft(standing.contest.id), Mode.SHOWN, standing.head)
    return Form(of_figures(standing.contest, figures_of(standing.entries[-1])), Mode.SHOWN, standing.head)


def to_correct(draft: Draft) -> Draft:
    """Return declared figures as a correction begins with them: what was announced with them is not said again."""
    return replace(draft, read_out="", announced_majority="", declared_at="", reason="")


def fields_of(form: Form) -> dict[str, str]:
    """Return the texts to keep of a half-typed form."""
    texts = {f"{VOTES}{one}": text for one, text in form.draft.votes.items() if text.strip()}
    texts |= {box: text for box in CHECKS if (text := getattr(form.draft, box)).strip()}
    if form.draft.lot:
        texts[LOT] = "\n".join(form.draft.lot)
    if texts and form.mode is Mode.CORRECT:
        texts["mode"] = str(Mode.CORRECT)
    return texts


def with_fields(form: Form, fields: Mapping[str, str]) -> Form:
    """Return a form with the texts that were kept; boxes of candidacies that do not stand here are left out."""
    draft = form.draft
    for box, text in fields.items():
        if box.startswith(VOTES):
            draft = draft.keyed(CandidacyId(box.removeprefix(VOTES)), text)
        elif box == LOT:
            draft = replace(draft, lot=tuple(CandidacyId(one) for one in text.splitlines()))
        elif box in CHECKS:
            draft = with_box(draft, box, text)
    return replace(form, draft=draft)


def with_box(draft: Draft, box: str, text: str) -> Draft:
    """Return a draft with one of the boxes besides the votes retyped; ValueError for a box it does not have."""
    match box:
        case "read_out":
            return replace(draft, read_out=text)
        case "announced_majority":
            return replace(draft, announced_majority=text)
        case "rejected":
            return replace(draft, rejected=text)
        case "papers":
            return replace(draft, papers=text)
        case "declared_at":
            return replace(draft, declared_at=text)
        case "reason":
            return replace(draft, reason=text)
    raise ValueError(box)
