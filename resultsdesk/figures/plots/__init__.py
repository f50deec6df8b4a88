"""Charts as data: axes, lines, spots and areas with ids, inks and places in the chart's own measures; no pixel."""
