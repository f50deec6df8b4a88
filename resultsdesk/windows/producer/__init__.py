"""The producer's panel: preview and program, the rundown, and every key that puts something on air."""
