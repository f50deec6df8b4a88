"""Results Desk: an election results night, from the first declaration to the summary."""

__version__ = "0.1.0"
