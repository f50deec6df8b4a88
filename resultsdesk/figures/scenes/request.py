"""What somebody asked to see: a scene by name, and of what."""

from dataclasses import dataclass
from enum import StrEnum

from resultsdesk.night.briefing import ContestId
from resultsdesk.night.night import Scope
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.party import PartyId


class SceneName(StrEnum):
    """Every scene there is."""

    CONTEST = "contest"
    STRAP = "strap"
    MAP = "map"
    TALLY = "tally"
    GAINS = "gains"
    SHARES = "shares"
    SWINGOMETER = "swingometer"
    BATTLEGROUND = "battleground"
    COUNCIL = "council"
    RECOUNTS = "recounts"
    DUE = "due"
    CARD = "card"
    TICKER = "ticker"
    TITLE = "title"


class Format(StrEnum):
    """The shape of a frame: for a screen, a telephone held upright, and a square post."""

    WIDE = "16:9"
    TALL = "9:16"
    SQUARE = "1:1"

    @property
    def size(self) -> tuple[int, int]:
        """Return width and height in pixels."""
        return _SIZES[self]


_SIZES = {Format.WIDE: (1920, 1080), Format.TALL: (1080, 1920), Format.SQUARE: (1080, 1080)}

_EVERYWHERE = Scope()


@dataclass(frozen=True, slots=True)
class SceneRequest:
    """A scene and what it is to show.

    `measure` None is the baseline the election shows; `words` are a card's, a strap's or a title's own, or a ticker's;
    `page` counts from 0 where a scene has more to show than one frame holds. `lines` are the story's lines, by their
    ids, that the words come from: where those stop being true the scene stops saying them.
    """

    name: SceneName
    contest: ContestId | None = None
    scope: Scope = _EVERYWHERE
    party: PartyId | None = None
    measure: Measure | None = None
    format: Format = Format.WIDE
    words: tuple[str, ...] = ()
    page: int = 0
    lines: tuple[str, ...] = ()
