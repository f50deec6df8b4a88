"""Figures onto a QPainter: the theme gives inks their colours and roles their fonts."""
