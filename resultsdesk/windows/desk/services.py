"""What the desk window asks of the program around it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from resultsdesk.desk.desk import Desk
from resultsdesk.night.briefing import ContestId, Outline
from resultsdesk.painters.theme import Theme
from resultsdesk.settings import Settings


class PinShelf(Protocol):
    """Keeps which lines of the story are pinned, by their ids."""

    def load(self) -> tuple[str, ...]:
        """Return the lines that are pinned."""
        ...

    def pin(self, line: str) -> None:
        """Keep a line at hand."""
        ...

    def unpin(self, line: str) -> None:
        """Let go of a line."""
        ...


class DraftShelf(Protocol):
    """Keeps half-typed counts, so that they outlive a crash: texts of the form's boxes by the box's name."""

    def save(self, contest: ContestId, texts: Mapping[str, str]) -> None:
        """Keep the texts in the place of those kept before."""
        ...

    def get(self, contest: ContestId) -> Mapping[str, str] | None:
        """Return what was kept, or None."""
        ...

    def load(self) -> Mapping[ContestId, Mapping[str, str]]:
        """Return all that is kept, by contest."""
        ...

    def forget(self, contest: ContestId) -> None:
        """Throw away what was kept."""
        ...


@dataclass(frozen=True, slots=True)
class DeskServices:
    """Everything the window is given. `pins` keeps which lines of the story are pinned, None where nobody can keep
    anything. `outlines` is called when outlines are first shown; `has_outlines` tells
    whether that is worth offering; `watch` says whether another program wrote to the file since it was last asked,
    None where nobody can; `keep` stores settings that the window changed.
    """

    desk: Desk
    drafts: DraftShelf
    theme: Theme
    settings: Settings
    keep: Callable[[Settings], object]
    file_name: str = ""
    outlines: Callable[[], Sequence[Outline]] = tuple
    has_outlines: bool = False
    watch: Callable[[], bool] | None = None
    read_only: bool = False
    pins: PinShelf | None = None
