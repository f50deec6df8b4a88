"""The first page of the workbook: which night, how much of it, seats by party as a table and as a chart."""

from fractions import Fraction
from typing import TYPE_CHECKING

from resultsdesk.export.objects import fraction
from resultsdesk.export.report.bodies import compared
from resultsdesk.export.summary import Summary
from resultsdesk.export.tables.table import Cell, Kind, Table
from resultsdesk.export.xlsx.formats import Formats
from resultsdesk.export.xlsx.points import HEAD, points
from resultsdesk.export.xlsx.sheet import dress
from resultsdesk.figures.scenes.facts import place_name
from resultsdesk.night.tally import TallyLine
from resultsdesk.psephology.rounding import number

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

TITLE = "Night"
NOT_REAL = "REHEARSAL. These are not results: nothing here may be published."
HEADS = (
    ("Party", Kind.TEXT),
    ("Seats", Kind.COUNT),
    ("Gains", Kind.COUNT),
    ("Losses", Kind.COUNT),
    ("Net", Kind.SIGNED),
    ("Votes", Kind.COUNT),
    ("Share", Kind.PART),
    (f"Change, {HEAD}", Kind.POINTS),
)
FIRST = 5  # row of the heads
SMALL = Fraction(1, 200)
"""Below this share of the votes a party without a seat has no line of its own here."""

SWATCH, PARTY, AFTER = 1, 2, 11  # columns: colour, name, what follows the table
ROW_PIXELS = 20


def write_first_page(book: "Workbook", formats: Formats, summary: Summary, tally: Table) -> None:
    """Write the first page; its chart takes its figures from the page's own cells."""
    sheet = book.add_worksheet(f"{TITLE} {summary.mark}".strip())
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 2)
    sheet.set_column(SWATCH, SWATCH, 2)
    sheet.set_column(PARTY, PARTY, 30)
    sheet.set_column(PARTY + 1, PARTY + len(HEADS) - 2, 10)
    sheet.set_column(PARTY + len(HEADS) - 1, PARTY + len(HEADS) - 1, 15)  # of changes, whose head says their unit
    _say(sheet, formats, summary)
    everyone = _lines(summary)
    lines = [one for one in everyone if not _small(one)]
    _table(sheet, formats, summary, lines)
    if len(everyone) > len(lines):
        left_out = len(everyone) - len(lines)
        parties = "smaller party without a seat is" if left_out == 1 else "smaller parties without a seat are"
        rest = f"{number(left_out)} {parties} in the sheet {tally.title}."
        sheet.write_string(FIRST + len(lines) + 1, PARTY, rest, formats.muted)
    seated = [one for one in lines if one.seats]
    if seated:
        _chart(book, sheet, summary, seated)
    last = FIRST + len(lines) + 3
    for row, credit in enumerate(summary.night.briefing.election.credits, start=last):
        sheet.write_string(row, SWATCH, credit, formats.muted)
    dress(sheet, summary)


def _say(sheet: "Worksheet", formats: Formats, summary: Summary) -> None:
    night, election = summary.night, summary.night.briefing.election
    scope = night.main_scope
    sheet.set_row(0, 34)
    sheet.write_string(0, SWATCH, election.title, formats.title)
    if summary.mark:
        sheet.set_row(1, 26)
        sheet.merge_range(1, SWATCH, 1, PARTY + len(HEADS) - 1, NOT_REAL, formats.alarm)
    sheet.set_row(2, 26)
    sheet.write_string(2, SWATCH, f"{place_name(night, scope)}: {summary.declared}", formats.lead)
    written = f"{night.briefing.local(summary.written):%Y-%m-%d %H:%M} ({election.zone_name})"
    sheet.write_string(
        3, SWATCH, f"{'; '.join(compared(summary))}. Written {written} by {summary.made_by}.", formats.muted
    )


def _lines(summary: Summary) -> list[TallyLine]:
    night = summary.night
    tally, parties = night.tally(night.main_scope), night.briefing.parties
    return [tally.line(one, summary.measure, parties[one].compares) for one in tally.parties]


def _small(line: TallyLine) -> bool:
    return not (line.seats or line.gains or line.losses) and (line.share is None or line.share < SMALL)


def _table(sheet: "Worksheet", formats: Formats, summary: Summary, lines: list[TallyLine]) -> None:
    sheet.write_string(FIRST, SWATCH, "", formats.head_over(Kind.TEXT))
    for at, (head, kind) in enumerate(HEADS, start=PARTY):
        sheet.write_string(FIRST, at, head, formats.head_over(kind))
    for row, one in enumerate(lines, start=FIRST + 1):
        sheet.write_blank(row, SWATCH, None, formats.swatch(one.party))
        name = summary.night.briefing.parties[one.party].name
        figures: tuple[Cell, ...] = (
            one.seats, one.gains, one.losses, one.net, one.votes, fraction(one.share), points(fraction(one.change)),
        )  # fmt: skip
        sheet.write_string(row, PARTY, name, formats.of[Kind.TEXT])
        for at, ((_, kind), figure) in enumerate(zip(HEADS[1:], figures, strict=True), start=PARTY + 1):
            if isinstance(figure, int | float):
                sheet.write_number(row, at, figure, formats.of[kind])


def _chart(book: "Workbook", sheet: "Worksheet", summary: Summary, seated: list[TallyLine]) -> None:
    parties = summary.night.briefing.parties
    chart = book.add_chart({"type": "bar"})
    where = (sheet.get_name(), FIRST + 1)
    end = FIRST + len(seated)
    chart.add_series({
        "name": "Seats",
        "categories": [*where, PARTY, end, PARTY],
        "values": [*where, PARTY + 1, end, PARTY + 1],
        "points": [{"fill": {"color": parties[one.party].colour.upper()}} for one in seated],
        "data_labels": {"value": True},
        "gap": 40,
    })  # fmt: skip
    chart.set_title({"name": f"Seats · {summary.declared}{f' · {summary.mark}' if summary.mark else ''}",
                     "name_font": {"size": 14}})  # fmt: skip
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "line": {"none": True}, "major_tick_mark": "none"})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    chart.set_size({"width": 620, "height": max(240, ROW_PIXELS * len(seated) + 140)})
    sheet.insert_chart(FIRST, AFTER, chart, {"description": "Seats by party, as in the table beside it"})
