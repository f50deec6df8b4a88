"""Scenes: what goes on air, each a pure function from a night to a figure."""
