"""What stands in a window's title bar, in one form for windows and dialogs."""

PROGRAM = "Results Desk"
DASH = " – "


def titled(*parts: str, rehearsal: bool = False) -> str:
    """Return a title that ends in the program's name, the mode of a rehearsal before it.

    A title that did not end so would be given the program's name by Qt, with another dash on each system.
    """
    return DASH.join((*parts, *(("REHEARSAL",) if rehearsal else ()), PROGRAM))
