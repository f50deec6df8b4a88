"""What is made of each contest, made once for as long as the contest stands as it did."""

from collections.abc import Callable
from typing import Generic, TypeVar

from resultsdesk.night.briefing import Briefing, ContestId
from resultsdesk.night.night import Night
from resultsdesk.night.standing import Standing

T = TypeVar("T")


class Remembered(Generic[T]):
    """Makes something of contests and remembers it: a declaration costs one contest, not all of them."""

    def __init__(self, make: Callable[[Night, Standing], T]) -> None:
        self._make = make
        self._briefing: Briefing | None = None
        self._made: dict[ContestId, tuple[Standing, T]] = {}

    def of(self, night: Night, standing: Standing) -> T:
        """Return what is made of one contest."""
        if night.briefing is not self._briefing:
            self._briefing, self._made = night.briefing, {}
        known = self._made.get(standing.contest.id)
        if known is None or known[0] is not standing:
            known = self._made[standing.contest.id] = (standing, self._make(night, standing))
        return known[1]

    def all(self, night: Night) -> list[T]:
        """Return what is made of every contest, in the briefing's order."""
        return [self.of(night, one) for one in night.contests.values()]
