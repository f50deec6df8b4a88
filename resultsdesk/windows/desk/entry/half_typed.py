"""Whose a half-typed count is: two desks may key one contest, and each should know."""

from collections.abc import Mapping

from resultsdesk.windows.desk.entry.notice import Notice, Tone

DESK = "desk"
"""Among the texts that are kept of a form, at which desk they were typed."""


def typed_elsewhere(kept: Mapping[str, str], here: str) -> str:
    """Return the other desk at which something was half typed; empty where it was here, or nothing was."""
    desk = kept.get(DESK, "")
    return desk if desk != here else ""


def half_typed_words(desk: str) -> Notice:
    """Return what is said where something half typed is shown again, typed here or at another desk."""
    if desk:
        return Notice(f"Half typed at {desk}, and kept. Only one of you should go on with it.", Tone.WARN)
    return Notice("Half typed before, and kept. Nobody else has seen it.", Tone.PLAIN)


def keyed_there_too(desk: str) -> Notice:
    """Return what is said where another desk begins to key the contest on the form."""
    return Notice(f"{desk} keys this too. What you type is kept; only one of you should declare.", Tone.WARN)
