"""Files in: briefings as folders, what publishers offer turned into briefings, and all that is wrong with either."""
