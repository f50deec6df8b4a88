"""A night as series of plain numbers, for whatever has axes: floats to place a mark by, never to be said in words."""
