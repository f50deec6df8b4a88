"""Everything that can be done from the keyboard: the one table behind shortcuts, palette, key line and help."""

from dataclasses import dataclass
from enum import StrEnum


class Place(StrEnum):
    """Where the hands are, which decides what the key line shows."""

    ANYWHERE = "anywhere"
    FINDER = "finder"
    FORM = "form"
    CHOICE = "choice"
    WARNINGS = "warnings"
    MAP = "map"
    LISTS = "lists"
    STORY = "story"


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that can be done. `keys` is a Qt key sequence, empty where only the palette has it; `short` is what
    the key line says; `shown` are the places whose key line shows it.
    """

    id: str
    words: str
    keys: str = ""
    short: str = ""
    group: str = "Desk"
    shown: tuple[Place, ...] = ()


ALL = (Place.FINDER, Place.FORM, Place.MAP, Place.LISTS)
KEYING = (Place.FORM, Place.WARNINGS)
OFFERS: tuple[Offer, ...] = (
    Offer("find", "Find a contest or a candidate", "Ctrl+K", "find", "Find", (*ALL, Place.WARNINGS)),
    Offer("declare", "Declare this contest, or make this correction", "Ctrl+Return", "declare", "Key", KEYING),
    Offer("recount", "A recount is called", "Ctrl+R", "recount", "Key", (Place.FORM,)),
    Offer("flash", "Flash the winner before the figures", "Ctrl+L", "flash", "Key", (Place.FORM,)),
    Offer("correct", "Correct what was declared", "Ctrl+E", "correct", "Key", (Place.FORM,)),
    Offer("undo", "Undo this desk's last declaration", "Ctrl+Z", "undo", "Key", (Place.FINDER, Place.FORM)),
    Offer("empty", "Empty the boxes of what is half typed", "Ctrl+Shift+Delete", "", "Key"),
    Offer("history", "History of this contest", "Ctrl+H", "history", "Key", (Place.FORM, Place.MAP, Place.LISTS)),
    Offer("unopposed", "Declare unopposed", "Ctrl+U", "", "Key"),
    Offer("postpone", "The poll is postponed", "Ctrl+Shift+T", "", "Key"),
    Offer("retract", "Retract: the contest is awaited again", "Ctrl+T", "", "Key"),
    Offer("lot", "Enter who won the drawn lot", "Ctrl+D", "", "Key"),
    Offer("filter-awaited", "List only what is awaited", "Alt+A", "awaited", "Find", (Place.FINDER,)),
    Offer("filter-due", "List only what is due", "Alt+D", "due", "Find", (Place.FINDER,)),
    Offer("filter-overdue", "List only what is overdue", "Alt+O", "overdue", "Find", (Place.FINDER,)),
    Offer("filter-recount", "List only recounts", "Alt+R", "recounts", "Find", (Place.FINDER,)),
    Offer("filter-declared", "List only what is declared", "Alt+C", "declared", "Find", (Place.FINDER,)),
    Offer("filter-half typed", "List only what is half typed", "Alt+H", "", "Find"),
    Offer("colour-winner", "Colour the map by winner", "Alt+1", "winner", "Map", (Place.MAP,)),
    Offer("colour-gain", "Colour the map by gain", "Alt+2", "gain", "Map", (Place.MAP,)),
    Offer("colour-majority", "Colour the map by majority", "Alt+3", "majority", "Map", (Place.MAP,)),
    Offer("outlines", "Map as hexagons or as outlines", "Alt+M", "outlines", "Map", (Place.MAP,)),
    Offer("letters", "Letters of the parties on the map", "Alt+L", "letters", "Map", (Place.MAP,)),
    Offer("map", "Go to the map", "F6", "map", "Go to", (Place.FINDER, Place.LISTS)),
    Offer(
        "baseline", "Measure against the last election or the holder now", "Alt+B", "baseline", "Show", (Place.LISTS,)
    ),
    Offer("scope", "Choose what the tally covers", "Alt+S", "scope", "Show", (Place.LISTS, Place.MAP)),
    Offer("gains", "Gains and losses", "Alt+G", "gains", "Go to", (Place.LISTS,)),
    Offer("journal", "The journal", "Alt+J", "journal", "Go to", (Place.LISTS,)),
    Offer("story", "The story of the night, or the map again", "F5", "story", "Go to", (Place.MAP, Place.LISTS)),
    Offer("form", "Back to the form", "F2", "form", "Go to", (Place.FINDER, Place.MAP, Place.LISTS, Place.STORY)),
    Offer("palette", "All commands", "Ctrl+Shift+P", "all commands", "Help", ALL),
    Offer("help", "Keys", "F1", "keys", "Help", ALL),
)
