"""The end of a night put together: the night is read once, and every writer writes it into one folder.

Nothing of windows: the command line uses it, and a desk has it done beside itself.
"""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from resultsdesk.app.pictures import Pictures
from resultsdesk.app.summary_helper import helpers
from resultsdesk.app.summary_reading import lent, summary_in
from resultsdesk.export.folder import staged
from resultsdesk.export.stills.png import PngWriter
from resultsdesk.export.summary import Summary
from resultsdesk.export.writers import chosen, offered, writers
from resultsdesk.export.writing import Helper, Stopped, Told, Written, write_summary
from resultsdesk.night.briefing import Briefing
from resultsdesk.night.trouble import Trouble
from resultsdesk.psephology.baseline import Measure
from resultsdesk.store.night_file import open_night
from resultsdesk.story.grammar import listed

FEW = 12
"""So many pictures are painted sooner than a second process has begun."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written where.

    `at` finds a past moment once the briefing is known, and gives None for all that is known; `measure` is the baseline
    gains go by, None for the briefing's own; `only` names some of the files; `force` writes into a folder with other
    things in it.
    """

    night: Path
    folder: Path
    at: Callable[[Briefing], datetime | None] = lambda _: None
    measure: Measure | None = None
    only: Sequence[str] = ()
    force: bool = False


def export_night(
    wanted: Wanted, tell: Callable[[Told], object] = lambda _: None, stopped: Callable[[], bool] = lambda: False
) -> tuple[Summary, Written]:
    """Write the summary of a night; return what was read and what became of it.

    Raises Trouble where the night cannot be read or the folder not written, Stopped where `stopped` said so: then the
    folder is as it was.
    """
    with (
        open_night(wanted.night, read_only=True) as file,
        staged(wanted.folder, rehearsal=file.rehearsal, night=file.briefing_id, force=wanted.force) as stage,
        ExitStack() as beside,
    ):
        # All is read from one copy, so that whatever is declared meanwhile is in every file or in none.
        file.archive(stage.aside)
        if stopped():
            raise Stopped
        summary = summary_in(stage.aside, wanted.measure, wanted.at, datetime.now(UTC).replace(microsecond=0))
        pictures = Pictures(summary.night)
        everything = writers(summary, lent(summary, stage, pictures))
        some, unknown = chosen(everything, wanted.only) if wanted.only else (everything, ())
        if unknown:
            names = listed(offered(everything))
            raise Trouble(f"The summary has no file “{unknown[0]}”.", f"It has {names}.")
        beside_this: Sequence[Helper] = ()
        painted = sum(isinstance(one, PngWriter) for one in some)
        if painted > FEW:
            beside_this = beside.enter_context(helpers(summary, stage, some, pictures.make_ready))
        elif painted:
            pictures.make_ready()
        with _seldom_collected():
            return summary, write_summary(summary, some, stage, not wanted.only, tell, stopped, beside_this)


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Have the collector of circles look at what is new alone, and seldom.

    All that was read stays until the end; to walk it again and again is a tenth of the time an export takes.
    """
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(20_000, 5, 5)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
