"""Questions the tests of real nights ask of their stories."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from resultsdesk.night.night import Night, scope_name
from resultsdesk.story.lines import Line, Story
from resultsdesk.story.telling import tell


@dataclass(frozen=True)
class Claim:
    """What one line must say: a line of this kind about this place has these words, and this in its evidence."""

    kind: str
    place: str
    words: tuple[str, ...] = ()
    evidence: Mapping[str, str] = field(default_factory=dict)
    missing: str = ""


def claim(kind: str, place: str, *words: str, missing: str = "", **evidence: str) -> Claim:
    """Return a claim; an underscore in a label stands for a space."""
    return Claim(kind, place, words, {label.replace("_", " "): value for label, value in evidence.items()}, missing)


_told: dict[str, tuple[Night, Story]] = {}


def story_of(night: Night) -> Story:
    """Return a night's story, told once."""
    key = night.briefing.election.id
    if key not in _told or _told[key][0] is not night:
        _told[key] = (night, tell(night))
    return _told[key][1]


def places(night: Night, line: Line) -> set[str]:
    """Return the names of the contest a line is about, or else of its scope."""
    if line.contests:
        return {night.briefing.contests[line.contests[0]].name}
    return {scope_name(night.briefing, line.scope), night.briefing.election.title}


def lines(night: Night, kind: str, place: str) -> list[Line]:
    """Return the lines of these kinds about a place; several kinds are separated by a bar."""
    return [one for one in story_of(night).lines if one.kind in kind.split("|") and place in places(night, one)]


def holds(night: Night, claim: Claim) -> bool:
    """Return whether some line makes the claim."""
    return any(_makes(line, claim) for line in lines(night, claim.kind, claim.place))


def _makes(line: Line, claim: Claim) -> bool:
    shown = [(one.label, one.value) for one in line.evidence]
    return (
        all(words in line.sentence for words in claim.words)
        and claim.missing in ", ".join(line.missing)
        and all(
            any(label in known and value in told for known, told in shown) for label, value in claim.evidence.items()
        )
    )
