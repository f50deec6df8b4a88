"""The window's frame: the line at the top, the keys at the bottom, the palette and the help."""
