"""Operators act: drafts, the desk that is the only writer, and the protocols it asks of the world."""
