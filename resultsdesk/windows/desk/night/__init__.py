"""The night's side of the desk: map, seats, parties, gains, journal."""
