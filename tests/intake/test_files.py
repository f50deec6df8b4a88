"""FORMAT.md speaks of the files and columns there are."""

import re

from resultsdesk.assets import resource
from resultsdesk.intake import files
from resultsdesk.intake.election_file import KEYS
from resultsdesk.intake.sheets import Columns

ALL = [one for one in vars(files).values() if isinstance(one, Columns)]


def test_format_names_every_file_and_column() -> None:
    text = resource("briefings", "FORMAT.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z.]+)` (\*?) ?\|([^|]*)\|", text, re.MULTILINE)
    told = {name: (needed == "*", columns.replace("`", "").split()) for name, needed, columns in rows}
    assert told.pop(files.OUTLINES) == (False, [])
    assert told == {
        one.file: (one.file in files.NEEDED, [f"{name}*" if name in one.needed else name for name in one.names])
        for one in ALL
    }


def test_format_names_every_key() -> None:
    text = resource("briefings", "FORMAT.md").read_text(encoding="utf-8")
    block = text.partition("```toml")[2].partition("```")[0]
    keys = re.findall(r"^\[?(\w+)", block, re.MULTILINE)
    assert set(keys) == {*KEYS, "election", "kind"}
