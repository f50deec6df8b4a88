"""Hold or gain: the parties elected against the parties that had the seats."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.party import PartyId


@dataclass(frozen=True, slots=True)
class Outcome:
    """What changed hands, one item a seat. `known` is False where nobody can say who had the seats before."""

    measure: Measure
    elected: tuple[PartyId, ...]
    known: bool
    gains: tuple[PartyId, ...] = ()
    losses: tuple[PartyId, ...] = ()

    @property
    def is_gain(self) -> bool:
        """Return whether any seat is known to have changed hands."""
        return bool(self.gains)

    @property
    def holds(self) -> tuple[PartyId, ...]:
        """Return the parties that kept a seat, one item a seat; empty where that is not known."""
        if not self.known:
            return ()
        return tuple((Counter(self.elected) - Counter(self.gains)).elements())


def outcome(elected: Sequence[PartyId], before: Sequence[PartyId], vacancies: int, measure: Measure) -> Outcome:
    """Return gains and losses of `elected` measured against `before`, the holders of the same seats.

    Unknown unless every seat is filled and every holder known: a change is never counted by halves.
    """
    if len(before) != vacancies or len(elected) != vacancies:
        return Outcome(measure, tuple(elected), known=False)
    if vacancies == 1:
        changed = elected[0] != before[0]
        return Outcome(measure, tuple(elected), True, tuple(elected) * changed, tuple(before) * changed)
    if tuple(elected) == tuple(before):
        return Outcome(measure, tuple(elected), known=True)
    gains = Counter(elected) - Counter(before)
    losses = Counter(before) - Counter(elected)
    return Outcome(measure, tuple(elected), True, tuple(gains.elements()), tuple(losses.elements()))
