"""Everything that can be done at the panel from the keyboard."""

from resultsdesk.windows.commands import Offer

TAKE, CLEAR = "F9", "F12"

OFFERS: tuple[Offer, ...] = (
    Offer("take", "Take: what is in preview goes on air", TAKE, "take", "On air"),
    Offer("cut", "Cut: the same without a move", "Shift+F9", "cut", "On air"),
    Offer("next", "Take the rundown's next line", "F10", "next", "On air"),
    Offer("run", "Run the rundown by itself, or stop that", "F11", "run", "On air"),
    Offer("hold", "Hold the automatic run, or let it go on", "F8", "hold", "On air"),
    Offer("clear", "Clear everything off every output", CLEAR, "clear all", "On air"),
    Offer("clear-one", "Clear this output", "Shift+F12", "", "On air"),
    Offer("call", "Call up a scene by number or name", "F3", "call up", "Scenes"),
    Offer("call-again", "Call up a scene by number or name, as at the desk", "Ctrl+K", "", "Scenes"),
    Offer(
        "add",
        "Add the scene called up, or the one in preview, to the rundown",
        "Ctrl+Return",
        "add to rundown",
        "Rundown",
    ),
    Offer("rundown", "Go to the rundown", "F6", "rundown", "Rundown"),
    Offer("interrupts", "Choose which declarations interrupt", "Ctrl+I", "", "Rundown"),
    Offer("lock", "Lock this output for this desk, or let go of it", "F7", "lock", "Outputs"),
    Offer("break", "Break somebody else's lock", "Shift+F7", "", "Outputs"),
    Offer("again", "Put in preview what was aired wrong", "Ctrl+A", "", "On air"),
    Offer("leave", "Leave what was aired wrong as it was", "Ctrl+D", "", "On air"),
    Offer("presenter", "Open or close the presenter's window", "F4", "presenter", "Presenter"),
    Offer("view", "Scenes alone, or the presenter's own view", "Shift+F4", "", "Presenter"),
    Offer("guides", "Title-safe guides in the presenter's window", "Ctrl+G", "", "Presenter"),
    Offer("display", "Choose the presenter's display", "Ctrl+Shift+D", "", "Presenter"),
    Offer("serve", "Start or stop the local server for OBS, playout and readers", "Ctrl+Shift+S", "", "Outputs"),
    Offer("outputs", "Outputs: address, network, CasparCG, vMix, Companion, feeds", "Ctrl+Shift+A", "", "Outputs"),
    Offer("desk", "Back to the desk", "F2", "desk", "Go to"),
    Offer("story", "The story of the night, at the desk", "F5", "story", "Go to"),
    Offer("palette", "All commands", "Ctrl+Shift+P", "", "Help"),
    Offer("help", "Keys", "F1", "keys", "Help"),
)

IN_THE_CALL_BOX = (("Enter", "preview"),)
IN_THE_RUNDOWN_SHORT = (("Enter", "preview"), ("Alt ↑ ↓", "move"), ("+ −", "longer"), ("Del", "take out"))
IN_THE_RUNDOWN = (
    ("Enter", "Put the line in preview"),
    ("Alt Up, Alt Down", "Move the line"),
    ("+, −", "Keep it a second longer or shorter"),
    ("Delete", "Take it out"),
)
