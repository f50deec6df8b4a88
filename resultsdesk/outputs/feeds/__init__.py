"""The night as data for other programs, each way in a file of its own."""
