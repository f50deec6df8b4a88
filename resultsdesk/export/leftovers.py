"""What a summary that was killed has left behind: its stage, a hidden folder with a claim that nobody holds."""

import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from resultsdesk.export.claim import Claim

CLAIM = ".claim"
TRIES = 20


def clear_leftovers(folder: Path) -> None:
    """Take away the stages of summaries for a folder whose programs are dead; those at work, and all else, stay."""
    # What cannot be listed or taken away is in nobody's way: it is not what was asked for.
    with suppress(OSError):
        for stage in tuple(_stages(folder)):
            if stage.is_symlink() or not (stage / CLAIM).is_file():
                continue
            claim = Claim(stage / CLAIM)
            if claim.held:
                claim.end()
                take_away(stage)


def take_away(path: Path) -> None:
    """Remove a folder, into which somebody who has not heard yet may be writing a last file."""
    for _ in range(TRIES):
        shutil.rmtree(path, ignore_errors=True)
        if not path.exists():
            return


def is_stage(name: str, of: str = "") -> bool:
    """Return whether a name is that of a stage within its folder, or of one beside the folder `of`, not yet there."""
    begins = f"\\.{re.escape(of)}" if of else ""
    return re.fullmatch(rf"{begins}\.[0-9a-f]{{8}}\.part", name) is not None


def _stages(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from (one for one in folder.iterdir() if is_stage(one.name))
    yield from (one for one in folder.absolute().parent.iterdir() if is_stage(one.name, folder.name))
