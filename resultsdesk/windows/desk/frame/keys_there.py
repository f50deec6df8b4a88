"""Which keys matter in each place of the desk, the most needed first."""

from collections.abc import Sequence

from resultsdesk.windows.commands import Offer, Place
from resultsdesk.windows.desk.frame.key_line import Keyed, key_words
from resultsdesk.windows.desk.story.keys import SHORT as STORY


def keys_there(place: Place, offers: Sequence[Offer]) -> list[Keyed]:
    """Return the keys to show while the hands are in a place."""
    offered = [(key_words(one.keys), one.short) for one in offers if place in one.shown and one.short]
    match place:
        case Place.FORM:
            return [*offered[:1], ("Enter", "next box"), *offered[1:]]
        case Place.FINDER:
            return [("Enter", "open"), ("↑ ↓", "choose"), *offered[1:]]
        case Place.CHOICE:
            return [("1 2 3", "choose"), ("Enter", "confirm"), ("Esc", "leave")]
        case Place.WARNINGS:
            return [("Space", "it is so"), ("Esc", "to its figure"), ("↑ ↓", "choose"), *offered]
        case Place.STORY:
            return [*STORY, *offered]
        case Place.MAP:
            return [("Enter", "open"), ("+ −", "zoom"), ("0", "whole map"), *offered]
        case _:
            return offered
