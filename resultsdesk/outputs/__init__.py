"""Readers for other programs: the local server, its pages, feeds and templates, and CasparCG over AMCP."""
