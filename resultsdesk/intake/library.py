"""The briefings that come with the program, and finding one by its id or its folder."""

import os
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from resultsdesk.assets import resource
from resultsdesk.intake.faults import IntakeError
from resultsdesk.intake.files import ELECTION, RESULTS


@dataclass(frozen=True, slots=True)
class Offer:
    """A briefing there is to choose: `playable` where it has results that a rehearsal can play; `credits` name whose
    work it is made of.
    """

    id: str
    title: str
    day: date
    folder: Path
    playable: bool
    credits: tuple[str, ...] = ()


def builtin_briefings() -> tuple[Offer, ...]:
    """Return the briefings in resources/briefings, the latest election first."""
    folders = (one.parent for one in resource("briefings").glob(f"*/{ELECTION}"))
    return tuple(sorted(map(offer, folders), key=lambda one: one.day, reverse=True))


def offer(folder: Path) -> Offer:
    """Return what a briefing's folder offers, from its election file alone. Raises IntakeError where it has none."""
    try:
        table = tomllib.loads((folder / ELECTION).read_text(encoding="utf-8-sig"))
        day = table["date"]
        day = day if isinstance(day, date) else date.fromisoformat(str(day))
        credits = tuple(map(str, table.get("credits", ())))
        return Offer(str(table["id"]), str(table["title"]), day, folder, (folder / RESULTS.file).is_file(), credits)
    except OSError:
        raise IntakeError(f"{folder} is not a briefing: it has no {ELECTION} that can be read.") from None
    except (KeyError, ValueError):
        raise IntakeError(
            f"The {ELECTION} in {folder} is not right: run `resultsdesk briefing check {folder}`."
        ) from None


def find_briefing(source: str) -> Path:
    """Return the folder of a briefing given by its folder or a built-in id; IntakeError where it is neither or both."""
    folder = Path(os.path.expanduser(source))  # noqa: PTH111 - Path's own raises where nobody is called so
    builtin = builtin_briefings()
    of_its_own = next((one.folder for one in builtin if one.id == source), None)
    if folder.is_dir() and not os.access(folder, os.R_OK | os.X_OK):
        raise IntakeError(f"You may not read {folder}: ask its owner for permission, or for a copy.")
    if (folder / ELECTION).is_file():
        if of_its_own is not None and not folder.samefile(of_its_own):
            raise IntakeError(
                f"{source} is a folder here, and a briefing that comes with the program: "
                f"say ./{source} for the folder, or go elsewhere for the other."
            )
        return folder
    if of_its_own is not None:
        return of_its_own
    known = ", ".join(one.id for one in builtin) or "none"
    if source.strip() and folder.exists():
        raise IntakeError(f"{source} is not a briefing: a briefing is a folder with an {ELECTION} in it.")
    raise IntakeError(f"There is no briefing “{source}”: give its folder, or one of the built-in ones: {known}.")
