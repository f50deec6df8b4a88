"""What the numbers of an election mean: pure functions and frozen values, no clock, no disk, no Qt."""
