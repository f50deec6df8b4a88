"""Which desk this is among all that have a night open: two may be called alike, and a lock is one desk's alone."""

import hashlib
import os
import socket
import weakref
from collections.abc import Iterable
from functools import cache
from itertools import count
from pathlib import Path

from resultsdesk.air.programme import Holder, holder
from resultsdesk.app.desk_memory import DeskMemory, free_name
from resultsdesk.export.claim import claimed
from resultsdesk.settings import log_file


class DeskPlace:
    """The first place at a night on this machine that no other program has. It is free again when the program ends,
    however it ends; so a desk that comes back after a crash is who it was.
    """

    def __init__(self, night: Path, folder: Path | None = None) -> None:
        folder = folder or log_file().parent / "desks"
        folder.mkdir(parents=True, exist_ok=True)
        name = hashlib.sha256(str(night.resolve()).encode("utf-8")).hexdigest()[:16]
        claims = ((number, claimed(folder / f"{name}.{number}")) for number in count(1))
        self.number, claim = next((number, claim) for number, claim in claims if claim is not None)
        self._all = folder / name
        self._files = [folder / f"{name}.{number}.toml" for number in range(1, self.number + 1)]
        self.memory = DeskMemory(self._files[-1])
        self._let_go = weakref.finalize(self, os.close, claim)

    def holds(self, words: str) -> Holder:
        """Return whom a lock of this desk names: `words` to read, and what tells it from others called so."""
        return holder(words, f"{socket.gethostname()}/{self.number}")

    def name(self, wrote: Iterable[str]) -> str:
        """Return what this desk is called at the night where nobody has chosen: what it was called here before, else
        `Desk 1` or the next that no other place here has and that is none of those that `wrote` to the night.
        """
        if not self.memory.name:
            here = (DeskMemory(one).name for one in self._files[:-1])
            self.memory.keep_name(free_name(self.number, frozenset((*wrote, *here))))
        return self.memory.name

    def take_over(self) -> None:
        """Count as open here what desks at later places had open when they ended by themselves: nobody may come back
        there.
        """
        for file in self._all.parent.glob(f"{self._all.name}.*.toml"):
            place = file.with_suffix("")
            if int(place.suffix[1:]) <= self.number:
                continue
            claim = claimed(place)
            if claim is None:
                continue
            left = DeskMemory(file)
            for what in left.open:
                self.memory.keep_open(what, True)
                left.keep_open(what, False)
            os.close(claim)

    def end(self) -> None:
        """Let somebody else have the place."""
        self._let_go()


@cache
def place_at(night: Path) -> DeskPlace:
    """Return this program's place at a night; it keeps one until it ends."""
    return DeskPlace(night)
