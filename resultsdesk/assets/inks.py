"""From the name of an ink to `#rrggbb`: the theme's own inks, and those mixed from a party's colour."""

from collections.abc import Mapping

from resultsdesk.assets.palette import Palette
from resultsdesk.figures.contrast import contrast, text_on
from resultsdesk.figures.shapes import Ink
from resultsdesk.psephology.party import Party, PartyId

READABLE = 4.5
SEEN = 1.5
"""What a bar or a tile needs at least, beside the words that say whose it is."""


class Inks:
    """The colours of one theme for the parties of one briefing."""

    def __init__(self, palette: Palette, parties: Mapping[PartyId, Party]) -> None:
        self._palette = palette
        self._parties = parties
        self._known: dict[Ink, str] = dict(palette.inks)

    def __getitem__(self, ink: Ink) -> str:
        """Return an ink's colour; KeyError for a name that neither the theme nor the rules of inks know."""
        colour = self._known.get(ink)
        if colour is None:
            colour = self._known[ink] = self._mixed(ink)
        return colour

    def _mixed(self, ink: Ink) -> str:
        kind, _, rest = ink.partition(":")
        if kind == "party":
            return self._party(rest)
        if kind == "on":
            return self._palette.inks[text_on(self._party(rest))]
        if kind == "words":
            return self._readable(self._party(rest))
        raise KeyError(ink)

    def _party(self, name: str) -> str:
        party = self._parties.get(PartyId(name))
        shade = ""
        if party is None and "/" in name:  # a party's own id may hold a stroke
            name, _, shade = name.rpartition("/")
            party = self._parties.get(PartyId(name))
        colour = party.colour if party is not None and party.colour else self._palette.inks["faint"]
        if not shade:
            return self._seen(colour)
        return mixed(colour, self._palette.inks[self._palette.ground], self._part(shade))

    def _part(self, shade: str) -> float:
        if shade == "dim":
            return self._palette.dim
        if shade == "wash":
            return self._palette.wash
        return self._palette.strengths[int(shade) - 1]

    def _seen(self, colour: str) -> str:
        """Return the colour moved towards the theme's text until an area of it can be told from the ground of a frame:
        a pale yellow is none on white.
        """
        mended, part = colour, 20
        while contrast(mended, self._palette.inks["ink"]) < SEEN:
            part -= 1
            mended = mixed(colour, self._palette.inks["text"], part / 20)
        return mended

    def _readable(self, colour: str) -> str:
        """Return the colour moved towards the theme's text until it can be read on panels, raised rows and a glow."""
        grounds = [self._palette.inks[one] for one in ("panel", "raised", "glow")]
        for tenth in range(11):
            mended = mixed(self._palette.inks["text"], colour, tenth / 10)
            if all(contrast(mended, ground) >= READABLE for ground in grounds):
                return mended
        return self._palette.inks["text"]


def mixed(one: str, other: str, part: float) -> str:
    """Return `part` of one `#rrggbb` colour with the rest of another."""
    channels = (round(int(one[at : at + 2], 16) * part + int(other[at : at + 2], 16) * (1 - part)) for at in (1, 3, 5))
    return "#" + "".join(f"{channel:02X}" for channel in channels)
