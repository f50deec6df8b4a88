"""How a tile is drawn whoever draws it: measures, the size of its letter, the ink that reads on it."""

from resultsdesk.figures.shapes import Ink, Pattern, Tile

DOT, RING = 0.34, 0.42
"""The radius of a mark, in a tile's sizes."""
RING_WIDTH, CROSS_WIDTH, CROSS_REACH = 0.18, 0.2, 0.5
"""A ring's line, a cross's, and how far that goes from the middle, in a tile's sizes."""
ABOVE_LETTER, BESIDE_LETTER = 0.72, 0.5
"""How far above the middle, in a tile's sizes, and how small a mark is where there is a letter too."""
HOLLOW, RINGED = 0.84, 0.62
"""How much of such a tile is inside its edge."""
LINES = 0.62
"""How much of the panel is in a texture's lines."""
OUTLINE = 3.0
"""The edge of a ringed tile that has a border of its own, in pixels."""
SMALLEST_LETTER = 6.5
"""The height in pixels below which a letter is only dirt."""
SMALLEST_EDGE, SMALLEST_MARK = 3.0, 2.5
"""The sizes of a tile in pixels below which its edge and its mark are."""


def letter_size(tile: Tile) -> int:
    """Return the size of a tile's letters, in the units of its rings; more letters are smaller."""
    return max(1, round(tile.size * (1.15, 1.0, 0.78)[min(len(tile.letter), 3) - 1]))


def ink_over(tile: Tile) -> Ink:
    """Return the ink that reads on the middle of a tile."""
    if tile.pattern in (Pattern.HOLLOW, Pattern.RINGED):
        return "text"
    middle = tile.parts[len(tile.parts) // 2] if tile.pattern is Pattern.SPLIT and tile.parts else tile.ink
    return f"on:{middle.removeprefix('party:')}" if middle.startswith("party:") else "text"
