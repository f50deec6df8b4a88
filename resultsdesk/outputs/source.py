"""What the server asks of the program behind it: the night, the programme, and to be told of changes."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from resultsdesk.air.programme import OutputName, Programme
from resultsdesk.figures.scenes.request import SceneRequest
from resultsdesk.night.night import Night


class Deed(StrEnum):
    """What a control surface can have done."""

    TAKE = "take"
    CLEAR = "clear"
    NEXT = "next"
    SCENE = "scene"


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody at a control surface wants. `output` is empty for the one at hand; `request` goes with a scene."""

    deed: Deed
    output: OutputName = ""
    request: SceneRequest | None = None


class Source(Protocol):
    """The program behind the server. Any thread may call any of it."""

    def night(self) -> Night:
        """Return the night as it stands."""
        ...

    def programme(self) -> Programme:
        """Return what is on air and planned, as it stands."""
        ...

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` after every change, on whatever thread it was made; return what ends that."""
        ...

    def control(self, wish: Wish) -> "Future[None]":
        """Have a wish carried out where that may be done. A Trouble in the future says why it was not."""
        ...
