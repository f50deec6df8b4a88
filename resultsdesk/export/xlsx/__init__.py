"""The spreadsheet: a first page for people, then every table with typed cells."""
