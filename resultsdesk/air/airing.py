"""What changed on air: the one thing that is broadcast about it."""

from dataclasses import dataclass

from resultsdesk.air.aired import AiredWrong
from resultsdesk.air.programme import OutputName, Programme


@dataclass(frozen=True, slots=True)
class Airing:
    """The programme before and after, and what was on air wrong and has not been put right there yet."""

    before: Programme
    after: Programme
    wrong: tuple[AiredWrong, ...] = ()

    @property
    def outputs(self) -> tuple[OutputName, ...]:
        """Return the outputs that are not as they were."""
        after = self.after.outputs
        return tuple(name for name in after if after[name] != self.before.outputs.get(name))
