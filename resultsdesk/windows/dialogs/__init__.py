"""Dialogs: making a night, settings, credits, and what went wrong."""
