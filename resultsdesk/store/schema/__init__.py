"""The shape of a night file, as statements. Each migration's statements are in a file of their own and, once
released, never change."""

APPLICATION_ID = 0x5244736B
"""`RDsk`: what `file` and SQLite itself tell our files by."""

SCHEMA = 8
"""The number of migrations a file of today has had; it stands in the file's `user_version`."""
