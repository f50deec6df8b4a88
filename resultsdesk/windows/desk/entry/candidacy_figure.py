"""A candidacy's line of the form: who, for whom, and what the figure in the box comes to."""

from dataclasses import dataclass
from fractions import Fraction

from resultsdesk.figures.lettering import span, text, width_of
from resultsdesk.figures.shapes import Align, Box, Figure, Rule, Shape, Span, figure
from resultsdesk.psephology.candidacy import Candidacy
from resultsdesk.psephology.party import Party
from resultsdesk.psephology.rounding import per_cent, points

BOX_GAP = 10
SHARE_WIDTH = 62
NARROW = 430.0


def box_width(width: float) -> int:
    """Return how wide the box is in a line of this width: six figures, and no more where room is short."""
    return 96 if width < NARROW else 122


@dataclass(frozen=True, slots=True)
class CandidacyLine:
    """All that a line shows. `so_far` marks a share of an unfinished count; `trouble` is `error`, `warning` or
    empty, and `remark` says in a few words what it is.
    """

    candidacy: Candidacy
    party: Party
    adjunct: Party | None = None
    share: Fraction | None = None
    so_far: bool = True
    change: Fraction | None = None
    new: bool = False
    elected: bool = False
    level: bool = False
    deposit_lost: bool = False
    first_count: str = ""
    trouble: str = ""
    remark: str = ""


def candidacy_figure(line: CandidacyLine, width: float, height: float) -> Figure:
    """Return the line without its box, which stands left of the share."""
    right = width - SHARE_WIDTH
    room = right - box_width(width) - 2 * BOX_GAP - 18
    middle = height / 2
    bar = min(height - 12, 36.0)
    one = line.candidacy
    ink = "text"
    name = [span(one.surname.upper() or one.name, ink, strong=True)]
    if one.surname and one.forenames:
        name.append(span(f", {one.forenames}", ink))
    shapes: list[Shape] = [
        Box("bar", 0, middle - bar / 2, 7, bar, f"party:{line.party.id}", radius=1.5),
        text("name", 18, middle - 19, room, 20, *name, size=16),
        text("under", 18, middle + 1, room, 17, *_under(line, room), size=13),
        Rule("line", 0, height - 0.5, width, height - 0.5, "line", 1),
    ]
    change = line.new or line.change is not None
    if line.share is not None:
        top = middle - 19 if change else middle - 10
        ink = "muted" if line.so_far else "text"
        share = span(per_cent(line.share), ink, strong=line.elected)
        shapes.append(text("share", right, top, SHARE_WIDTH, 20, share, size=16, align=Align.RIGHT))
    if change:
        moved = span("new" if line.new else points(line.change), "muted")
        shapes.append(text("change", right, middle + 1, SHARE_WIDTH, 17, moved, size=13, align=Align.RIGHT))
    return figure(width, height, *shapes)


def _under(line: CandidacyLine, room: float) -> list[Span]:
    """Return party and facts, shorter where the whole would leave the last of them, who is elected, no room."""
    whole = line.party.name + (f" and {line.adjunct.name}" if line.adjunct else "")
    for party, sitting in ((whole, "sitting member"), (line.party.short, "sitting member")):
        runs = _facts(line, party, sitting)
        if width_of("".join(one.text for one in runs), 13) <= room:
            return runs
    return _facts(line, line.party.short, "sitting")


def _facts(line: CandidacyLine, party: str, sitting: str) -> list[Span]:
    if line.remark:
        return [
            span(f"{line.party.short} · ", "muted"),
            span(line.remark, "bad" if line.trouble == "error" else "warn"),
        ]
    facts = [party]
    if line.candidacy.sitting:
        facts.append(sitting)
    if line.first_count:
        facts.append(f"first count {line.first_count}")
    runs = [span(" · ".join(facts), "muted")]
    if line.elected:
        runs.append(span(" · ", "muted"))
        runs.append(span("elected", "good", strong=True))
    elif line.level:
        runs.append(span(" · ", "muted"))
        runs.append(span("level", "warn", strong=True))
    elif line.deposit_lost:
        runs.append(span(" · deposit lost", "muted"))
    return runs


def words_of_line(line: CandidacyLine) -> str:
    """Return the line as a screen reader says it when its box has the focus."""
    parts = [f"Votes for {line.candidacy.name}", line.party.name]
    if line.share is not None:
        parts.append(per_cent(line.share))
    if line.elected:
        parts.append("elected")
    if line.remark:
        parts.append(line.remark)
    return ", ".join(parts)
