"""Figures as SVG, in files that stand alone: the counterpart of the painters, without Qt."""
