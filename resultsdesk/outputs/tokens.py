"""The two secrets of a machine: one to look, one to control. Made at first start, kept with the settings."""

import hashlib
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from resultsdesk.settings import settings_file

_BYTES = 18
_SHORTEST = 16


@dataclass(frozen=True, slots=True)
class Tokens:
    """`control` may do everything; `view`, which stands in the addresses of screens, may only look."""

    control: str

    @property
    def view(self) -> str:
        """Return the token to look, made from the other, from which nobody makes the other."""
        return hashlib.sha256(f"view {self.control}".encode()).hexdigest()[:24]

    def may_view(self, token: str) -> bool:
        """Return whether a token lets its bearer look."""
        # Both are compared, whatever the first says, so that the time taken tells nothing.
        looks = secrets.compare_digest(token.encode(), self.view.encode())
        return self.may_control(token) or looks

    def may_control(self, token: str) -> bool:
        """Return whether a token lets its bearer put things on air."""
        return secrets.compare_digest(token.encode(), self.control.encode())


def tokens_file() -> Path:
    """Return where this machine's token is kept, whether or not it is there yet."""
    return settings_file().with_name("control-token")


def tokens(path: Path | None = None) -> Tokens:
    """Return this machine's tokens, made and written down for their owner's eyes at the first call."""
    path = path or tokens_file()
    try:
        kept = path.read_text(encoding="ascii").strip()
    except (FileNotFoundError, UnicodeDecodeError):
        kept = ""
    if len(kept) >= _SHORTEST:
        return Tokens(kept)
    made = Tokens(secrets.token_urlsafe(_BYTES))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(f"{made.control}\n")
    return made
