"""The words of the command line: a file for each command. Nothing here needs Qt until a window is asked for."""

from resultsdesk.cli.program import main

__all__ = ["main"]
