"""The story of a desk's night, told when somebody asks and carried on from there."""

from collections.abc import Callable

from resultsdesk.night.night import Night
from resultsdesk.story.lines import Story
from resultsdesk.story.telling import Telling, continued, telling


class Teller:
    """Costs nothing until it is asked: the whole night is told then, and from then on what came since."""

    def __init__(self, night: Callable[[], Night]) -> None:
        self._night = night
        self._told: Telling | None = None

    @property
    def asked(self) -> bool:
        """Return whether anybody has asked for the story yet."""
        return self._told is not None

    def story(self) -> Story:
        """Return the story of the night as it is now."""
        night = self._night()
        if self._told is None:
            self._told = telling(night)
        elif self._told.night is not night:
            self._told = continued(self._told, night)
        return self._told.story
