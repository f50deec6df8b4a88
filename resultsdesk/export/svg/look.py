"""What a figure is drawn in: a theme for the parties of a briefing, as colours that SVG understands."""

from collections.abc import Mapping

from resultsdesk.assets.inks import Inks, mixed
from resultsdesk.assets.palette import Face, Palette
from resultsdesk.figures.shapes import Ink, Role
from resultsdesk.psephology.party import Party, PartyId


class Look:
    """One theme with fixed colours."""

    def __init__(self, palette: Palette, parties: Mapping[PartyId, Party]) -> None:
        self._inks = Inks(palette, parties)
        self._roles = palette.roles

    def colour(self, ink: Ink) -> str:
        """Return what fills with an ink."""
        return self._inks[ink]

    def blend(self, one: Ink, other: Ink, part: float) -> str:
        """Return what fills with `part` of one ink and the rest of another."""
        return mixed(self._inks[one], self._inks[other], part)

    def face(self, role: Role) -> Face:
        """Return how a role is set."""
        return self._roles[role]


class TwoLooks(Look):
    """Two themes of a page that chooses between them: every colour is a variable of the page's style.

    `said` gives the variables in either theme when all is drawn.
    """

    def __init__(self, first: Palette, second: Palette, parties: Mapping[PartyId, Party]) -> None:
        super().__init__(first, parties)
        self._looks = (Look(first, parties), Look(second, parties))
        self._names: dict[tuple[str, str], str] = {}

    def colour(self, ink: Ink) -> str:
        """Return the variable that stands for an ink."""
        return self._named(*(look.colour(ink) for look in self._looks))

    def blend(self, one: Ink, other: Ink, part: float) -> str:
        """Return the variable that stands for a blend."""
        return self._named(*(look.blend(one, other, part) for look in self._looks))

    def said(self, which: int) -> tuple[tuple[str, str], ...]:
        """Return every variable's name and colour in the first (0) or second (1) theme."""
        return tuple((name, colours[which]) for colours, name in self._names.items())

    def _named(self, first: str, second: str) -> str:
        name = self._names.setdefault((first, second), f"--c{len(self._names)}")
        return f"var({name})"
