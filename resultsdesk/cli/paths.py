"""Paths as they are typed. What is wrong with one is for whoever opens it to say, in words of its own."""

from pathlib import Path

import click

PATH = click.Path(path_type=Path, readable=False)
