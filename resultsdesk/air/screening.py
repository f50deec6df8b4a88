"""What was shown: a scene on an output, from when to when, and how far the night had come by then."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from resultsdesk.air.programme import OutputName
from resultsdesk.figures.scenes.request import SceneName, SceneRequest
from resultsdesk.night.briefing import Briefing, ContestId


@dataclass(frozen=True, slots=True)
class Screening:
    """A scene on an output. `first` and `last` are the numbers of the night's last entry when it came and when it went,
    0 before there was any; `until` and `last` are None while it is there.

    Where the story is told otherwise the scene goes on in other words, under the same `serial`.
    """

    output: OutputName
    scene: SceneRequest
    since: datetime
    until: datetime | None
    first: int
    last: int | None
    serial: int = 1

    @property
    def said(self) -> tuple[tuple[str, str], ...]:
        """Return the story's lines it says by their ids, each with its words."""
        scene = self.scene
        if len(scene.lines) == len(scene.words):
            return tuple(zip(scene.lines, scene.words, strict=True))
        return tuple((one, ": ".join(scene.words)) for one in scene.lines)

    @property
    def only_says(self) -> bool:
        """Return whether it says a line of the story and shows no figures beside it, as a headline card does."""
        return self.scene.name is SceneName.CARD and bool(self.scene.lines)

    def reads_out(self, contest: ContestId) -> bool:
        """Return whether it is about a contest, with its figures."""
        return self.scene.contest == contest and not self.only_says

    def reached(self, entry: int) -> bool:
        """Return whether it was still there once the night had come to an entry."""
        return self.last is None or self.last >= entry


def by_output(screenings: Iterable[Screening]) -> dict[OutputName, list[Screening]]:
    """Return what was shown on each output, in the order it came on."""
    shown: dict[OutputName, list[Screening]] = {}
    for one in screenings:
        shown.setdefault(one.output, []).append(one)
    return shown


def goes_on(shown: Sequence[Screening], place: int) -> Screening | None:
    """Return what the same scene went on with in other words, of what was shown on one output; None where it ended."""
    after = shown[place + 1] if place + 1 < len(shown) else None
    return after if after is not None and after.serial == shown[place].serial else None


def times(since: datetime, until: datetime | None, briefing: Briefing) -> str:
    """Return from when to when something was shown: `08:21–08:24`, `at 08:21`, or `since 08:21` while it is there."""
    came = f"{briefing.local(since):%H:%M}"
    if until is None:
        return f"since {came}"
    went = f"{briefing.local(until):%H:%M}"
    return f"at {came}" if went == came else f"{came}–{went}"
