"""What was aired wrong and left as it was: somebody was asked about it, and said to let it be."""

from dataclasses import dataclass
from datetime import datetime

from resultsdesk.air.programme import OutputName


@dataclass(frozen=True, slots=True)
class Left:
    """What was left on an output, when and by whom. `what` is that of the AiredWrong that was asked about."""

    output: OutputName
    what: str
    at: datetime
    by: str
