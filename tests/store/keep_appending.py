"""A desk that never rests: appends and drafts until it is killed, saying so after each. Not a test itself."""

import sys
from pathlib import Path

from night_files import declared

from resultsdesk.store.night_file import open_night


def acknowledge(what: str, number: int) -> None:
    sys.stdout.write(f"{what} {number}\n")
    sys.stdout.flush()


with open_night(Path(sys.argv[1])) as night:
    entries = night.journal.entries()
    last = entries[-1].entry_id if entries else None
    number = len(entries)
    while True:
        number += 1
        night.drafts.save(declared().contest, {"alpha.1": str(number), "alpha.2": "12"})
        acknowledge("draft", number)
        entry = night.journal.append(declared("alpha", number, 2, 1, after=last))
        last = entry.entry_id
        acknowledge("entry", entry.seq)
