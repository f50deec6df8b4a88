"""The folder a summary goes to: complete or as it was before.

Files are made in a folder nobody reads, on the same disk. A new folder appears by one renaming. In a folder that is
there, each file takes the place of its forerunner in one step and SHA256SUMS comes last, so that a reader in between is
told of it by `sha256sum -c`.
"""

import secrets
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from resultsdesk.disk import onto_disk
from resultsdesk.export.checksums import NAME as SUMS
from resultsdesk.export.checksums import checksum, read_sums, sums_text
from resultsdesk.export.claim import Claim
from resultsdesk.export.leftovers import CLAIM, clear_leftovers, is_stage, take_away
from resultsdesk.export.summary import REHEARSAL
from resultsdesk.export.trouble import SummaryTrouble, in_words

README = "README.txt"
OF_NIGHT = "Night: "
"""How the line of a README begins that says which night the folder is of."""


@dataclass
class Stage:
    """Where files are made before they are put in `folder`; `mark` is a rehearsal's, `claim` says who works here."""

    folder: Path
    path: Path
    mark: str
    claim: Claim | None = None
    sums: dict[str, str] = field(default_factory=dict)

    @property
    def aside(self) -> Path:
        """Return a path for what is needed while writing and is no part of the summary."""
        return self.path / ".aside"

    @property
    def new(self) -> bool:
        """Return whether the folder is not there yet."""
        return self.path.parent != self.folder

    def make_room(self, path: Path) -> None:
        """Make the folder a file of the stage is to be in. FileNotFoundError where the stage has been taken away."""
        self.path.stat()
        path.parent.mkdir(parents=True, exist_ok=True)

    def marked(self, name: str) -> str:
        """Return a name with the rehearsal's mark."""
        return f"{self.mark}-{name}" if self.mark else name

    def earlier(self) -> dict[str, str]:
        """Return the files of an earlier summary that are still there as it wrote them, with their checksums."""
        sums = {} if self.new else read_sums(self.folder / self.marked(SUMS))
        return {name: one for name, one in sums.items() if self._unchanged(name, one)}

    def _unchanged(self, name: str, sum_: str) -> bool:
        path = self.folder / name
        # A list that somebody has edited, or a link in the folder, may lead to what is no summary's to take away.
        within = path.resolve().is_relative_to(self.folder.resolve())
        return within and path.is_file() and not path.is_symlink() and checksum(path) == sum_

    def place(self, names: Collection[str], kept: Collection[str], dropped: Collection[str]) -> None:
        """Put the files of these names in the folder, with the checksums of those and of the earlier ones `kept`.

        `dropped` are files of an earlier summary that this one no longer has.
        """
        with in_words(self.folder):
            self.aside.unlink(missing_ok=True)
            sums = {name: checksum(self.path / name) for name in names} | {
                name: checksum(self.folder / name) for name in kept
            }
            sums_name = self.marked(SUMS)
            (self.path / sums_name).write_text(sums_text(sums), encoding="utf-8", newline="\n")
            for name in (*names, sums_name):
                onto_disk(self.path / name)
            if self.new:
                if self.claim is not None:
                    self.claim.end()
                self.path.rename(self.folder)
            else:
                self._replace((*names, sums_name), dropped)
            onto_disk(self.folder.parent)

    def _replace(self, names: Collection[str], dropped: Collection[str]) -> None:
        for name in names:
            target = self.folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            (self.path / name).replace(target)
        for name in dropped:
            (self.folder / name).unlink(missing_ok=True)
        for folder in sorted({(self.folder / name).parent for name in dropped} - {self.folder}):
            if all(is_stage(one.name) for one in folder.iterdir()):
                folder.rmdir()
        onto_disk(self.folder)


@contextmanager
def staged(folder: Path, *, rehearsal: bool, night: str, force: bool = False) -> Iterator[Stage]:
    """Give a stage for a summary of the night with this id; whatever happens, nothing is left of it but the folder.

    Raises SummaryTrouble where the folder cannot take it. `force` writes into a folder that has other things in it:
    files of the same names are replaced, others are left alone.
    """
    mark = REHEARSAL if rehearsal else ""
    with in_words(folder):
        clear_leftovers(folder)
        _look_at(folder, mark, night, force)
        if folder.is_dir():
            path = folder / f".{secrets.token_hex(4)}.part"
        else:
            path = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}.part")
    claim: Claim | None = None
    try:
        with in_words(folder):
            path.mkdir()
            claim = Claim(path / CLAIM)
        yield Stage(folder, path, mark, claim)
    finally:
        if claim is not None:
            with suppress(OSError):  # whatever is left is cleared away by the next
                claim.end()
        take_away(path)


def _look_at(folder: Path, mark: str, night: str, force: bool) -> None:
    if folder.exists() and not folder.is_dir():
        raise SummaryTrouble(f"{folder} is a file, not a folder.", "Choose another name for the summary's folder.")
    if not folder.exists():
        if folder.is_symlink():
            raise SummaryTrouble(f"{folder} is a link that leads nowhere.", "Choose another name, or mend the link.")
        if not folder.absolute().parent.is_dir():
            raise SummaryTrouble(f"There is no folder {folder.absolute().parent}.", "Make it first, or choose another.")
        return
    if all(is_stage(one.name) for one in folder.iterdir()):
        return
    other = "" if mark else f"{REHEARSAL}-"
    if (folder / f"{other}{SUMS}").exists():
        what, is_what = ("rehearsal", "live night") if mark else ("live night", "rehearsal")
        raise SummaryTrouble(
            f"{folder} holds the summary of a {is_what}.", f"Give that of a {what} a folder of its own."
        )
    held = _night_in(folder / (f"{mark}-{README}" if mark else README))
    if held is None and not force:
        raise SummaryTrouble(
            f"{folder} holds something else already.", "Choose another; --force writes there all the same."
        )
    if held not in (None, night) and not force:
        raise SummaryTrouble(
            f"{folder} holds the summary of {held}, not of {night}.",
            "Choose another; --force writes there all the same.",
        )


def _night_in(readme: Path) -> str | None:
    """Return the id of the night a README says its folder is of, or None."""
    try:
        lines = readme.read_text(encoding="utf-8").splitlines()
    except (FileNotFoundError, UnicodeDecodeError):
        return None
    return next((line.removeprefix(OF_NIGHT).strip() for line in lines if line.startswith(OF_NIGHT)), None)
