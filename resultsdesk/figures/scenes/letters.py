"""How wide words are on air: the advances of the program's own two families, in hundredths of an em.

Big words side by side want a closer measure than `lettering.width_of` gives. A theme with another typeface is
still set right: painters shrink or cut what does not fit.
"""

from resultsdesk.figures.shapes import Role

_HEADLINE = {
    20: " ", 24: "!,.:;ijl’·íìîïı", 25: "'", 27: "I", 33: "|", 34: "1", 39: "[]", 40: "r", 41: "()", 42: "t{}",
    43: '"f', 44: "“”", 45: "-", 47: "*", 49: "_s", 50: "z", 51: "/", 52: "?\\", 53: "cç", 55: "ax–áàâäåã", 56: "k",
    57: "yŷ", 58: "^evéèêë", 59: "hnu~úùûüñ", 60: "$+235678<=>`−×", 61: "Zoóòôöø", 62: "Lg", 63: "9FSbdpq",
    64: "EJÉŁ£", 65: "T", 67: "4R", 68: "&0P", 69: "BK", 70: "XY—…ÝŶ", 71: "C", 72: "U", 73: "#ADHVÁÂ", 74: "N",
    77: "wŵ", 78: "@", 79: "%G", 81: "OQÔ", 88: "M", 90: "m", 94: "WŴ",
}  # fmt: skip
_STRONG = {
    20: " ", 26: "ij|íìîïı", 27: "l", 28: "',.:;I’·", 32: "!()-[]f{}", 34: "/\\", 36: "t", 37: "r", 43: "s", 44: "*?z",
    46: "cç", 48: '"x–“”', 49: "J", 50: "LY_vyŷÝŶ", 51: "#$+0123456789<=>F^e~−éèêëŁ£×", 52: "agkáàâäåã", 54: "ESVXZÉ",
    55: "T`oóòôöø", 56: "AbdhnpquúùûüñÁÂ", 58: "CP", 59: "R", 60: "BK", 62: "D", 63: "G", 64: "&", 66: "HNU",
    67: "OQÔ", 74: "M", 75: "wŵ", 80: "W—Ŵ", 84: "%m", 88: "@", 96: "…",
}  # fmt: skip
_UNKNOWN = 80
_SPARE = 1.012  # hinting and rounding


def _table(advances: dict[int, str]) -> dict[str, int]:
    return {letter: hundredths for hundredths, letters in advances.items() for letter in letters}


_BIG = _table(_HEADLINE)
_FIGURE = _BIG | dict.fromkeys("0123456789", 60)
_TEXT = _table(_STRONG)


def width_of(words: str, size: float, role: Role = "label") -> float:
    """Return how many units strong `words` take at `size`; plain ones take a little less."""
    table = {"headline": _BIG, "figure": _FIGURE}.get(role, _TEXT)
    return sum(table.get(letter, _UNKNOWN) for letter in words) * size / 100 * _SPARE
