"""Sentences about what was said and is not true any more."""


def taken_back(kind: str, place: str, clock: str, reason: str, now: str) -> str:
    """Return why a line was withdrawn, and what is true instead where anything is."""
    why = f": {reason}" if reason else ""
    instead = f" Now: {now}" if now else ""
    return f"{place} was {kind} at {clock}{why}{'' if why.endswith('.') else '.'}{instead}"
