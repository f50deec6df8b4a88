"""What is asked of a disk beyond reading and writing: that it really holds a file when we say so."""

import os
from pathlib import Path


def onto_disk(path: Path) -> None:
    """Return once the disk holds a file as it was written, or a folder's names; OSError where it refuses."""
    if path.is_dir() and os.name == "nt":
        return  # Windows neither opens nor flushes folders
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
