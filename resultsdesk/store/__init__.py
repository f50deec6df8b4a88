"""The night file: one SQLite file is one night. All SQL of the program is in this room."""
