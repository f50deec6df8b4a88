"""The window of charts: a night against the clock, against last time, and party against party."""
