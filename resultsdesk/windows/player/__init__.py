"""The player of a rehearsal: the night's time, how fast it goes, and what comes next."""
