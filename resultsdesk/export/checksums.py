"""SHA256SUMS, as `sha256sum -c` reads it: what every file of a summary was when it was written."""

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

NAME = "SHA256SUMS"
LINE = re.compile(r"(?P<hash>[0-9a-f]{64})  (?P<name>.+)")
PIECE = 1 << 20


def checksum(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    sum_ = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            sum_.update(piece)
    return sum_.hexdigest()


def sums_text(sums: Mapping[str, str]) -> str:
    """Return the file's text from checksums by name."""
    return "".join(f"{sums[name]}  {name}\n" for name in sorted(sums))


def read_sums(path: Path) -> dict[str, str]:
    """Return checksums by name from a file of them; empty where there is none. Other lines are passed over."""
    try:
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, UnicodeDecodeError):
        return {}
    return {found["name"]: found["hash"] for found in map(LINE.fullmatch, text.splitlines()) if found}
