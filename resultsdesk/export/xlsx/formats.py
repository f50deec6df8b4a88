"""How cells look: by what a column holds, never by what a cell happens to have in it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from resultsdesk.export.tables.table import Kind
from resultsdesk.psephology.party import Party, PartyId

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

FACE = "Calibri"  # of the programs that open it; ours would have to be installed there
INK, MUTED, PAPER, ALARM = "#0B0F1A", "#4A5568", "#EEF2F9", "#B00020"
FIGURES = frozenset({Kind.COUNT, Kind.SIGNED, Kind.PART, Kind.POINTS})
OF_KIND: Mapping[Kind, Mapping[str, object]] = {
    Kind.TEXT: {},
    Kind.COUNT: {"num_format": "#,##0"},
    Kind.SIGNED: {"num_format": "+#,##0;−#,##0;0"},
    Kind.PART: {"num_format": "0.0%"},
    Kind.POINTS: {"num_format": "[>=0.05]+0.0;[<=-0.05]−0.0;0.0"},
    # Set in from the figures that may end beside it.
    Kind.MOMENT: {"num_format": "yyyy-mm-dd hh:mm", "align": "left", "indent": 1},
    # What Excel shows of itself, said so that other programs need not guess.
    Kind.TRUTH: {"num_format": '"TRUE";"TRUE";"FALSE"', "align": "left", "indent": 1},
}


class Formats:
    """Every format of one workbook."""

    def __init__(self, book: "Workbook", parties: Mapping[PartyId, Party]) -> None:
        self._book, self._parties = book, parties
        self.of = {kind: self._made(**looks) for kind, looks in OF_KIND.items()}
        # Excel then keeps it text when somebody edits the cell, too.
        self.quoted = self._made(quote_prefix=True)
        head = {"bold": True, "font_color": "#FFFFFF", "bg_color": INK, "text_wrap": True, "valign": "vcenter"}
        self._heads = {
            kind: self._made(**head, align="right" if kind in FIGURES else "left", indent=looks.get("indent", 0))
            for kind, looks in OF_KIND.items()
        }
        self.title = self._made(bold=True, font_size=22, font_color=INK)
        self.lead = self._made(font_size=13, font_color=INK, valign="vcenter")
        self.muted = self._made(font_color=MUTED)
        self.alarm = self._made(bold=True, font_size=16, font_color="#FFFFFF", bg_color=ALARM, indent=1)
        self.mark = self._made(bold=True, font_color=ALARM)
        self._swatches: dict[PartyId, Format] = {}

    def head_over(self, kind: Kind) -> "Format":
        """Return the head of a column that holds this, set as what is under it."""
        return self._heads[kind]

    def swatch(self, party: PartyId) -> "Format":
        """Return a cell in a party's colour."""
        known = self._swatches.get(party)
        if known is None:
            known = self._swatches[party] = self._made(bg_color=self._parties[party].colour.upper())
        return known

    def _made(self, **looks: object) -> "Format":
        return self._book.add_format({"font_name": FACE, "font_size": 11, **looks})
