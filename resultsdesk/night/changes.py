"""What one entry changed: the one thing that is ever broadcast."""

from dataclasses import dataclass

from resultsdesk.night.briefing import ContestId
from resultsdesk.night.entries import Entry
from resultsdesk.night.night import Night


@dataclass(frozen=True, slots=True)
class Changes:
    """The night before and after `entries`, and the contests they touched.

    `initiator` is who asked, so that a form can tell its own echo from news; None for entries from elsewhere.
    """

    before: Night
    after: Night
    entries: tuple[Entry, ...]
    contests: tuple[ContestId, ...]
    initiator: object | None = None
