"""The report as a page for a screen, in one file."""
