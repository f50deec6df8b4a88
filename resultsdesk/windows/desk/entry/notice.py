"""One plain sentence above the form."""

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """How a notice is meant."""

    GOOD = "good"
    PLAIN = "plain"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Notice:
    """What has happened, in words for the operator."""

    text: str
    tone: Tone = Tone.PLAIN
