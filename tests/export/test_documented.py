"""resources/docs/SUMMARY.md against what is written."""

import pytest

from resultsdesk.assets import resource
from resultsdesk.export.summary import Lent, Summary
from resultsdesk.export.tables import candidacies, contests, journal, tally
from resultsdesk.export.tables.table import KNOWN, MODE, Column
from resultsdesk.export.writers import chosen, writers

DOCS = resource("docs", "SUMMARY.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "columns"),
    [
        ("contests.csv", contests.COLUMNS),
        ("candidacies.csv", candidacies.COLUMNS),
        ("tally.csv", tally.COLUMNS),
        ("journal.csv", journal.COLUMNS),
    ],
)
def test_every_column_is_documented_as_it_says_itself(file: str, columns: tuple[Column, ...]) -> None:
    section = DOCS.partition(f"### {file}\n")[2].partition("\n#")[0]
    listed = [line for line in section.splitlines() if line.startswith("| `")]
    assert listed == [
        f"| `{one.name}` | {one.title}{f': {one.what}' if one.what else ''} |" for one in (MODE, *columns, KNOWN)
    ]


def test_every_kind_of_file_is_documented(summary: Summary) -> None:
    everything = writers(summary, Lent(lambda *_: None, lambda _: None, lambda _: (), lambda _: summary.night))
    names = {one.name if "/" not in one.name else f"{one.name.partition('/')[0]}/" for one in everything}
    assert {one for one in names if one not in DOCS and not one.endswith(".night")} == set()
    assert all(one.what.endswith(".") for one in everything)


def test_names_choose_files(summary: Summary) -> None:
    everything = writers(summary, Lent(lambda *_: None, lambda _: None, lambda _: (), lambda _: summary.night))

    def named(*only: str) -> set[str]:
        return {one.name for one in chosen(everything, only)[0]}

    assert named("contests.csv") == named("contests") == {"contests.csv"}
    assert named("night") == {"town-2016.night"}
    assert {"contests.csv", "tally.csv"} < named("csv")
    assert named("summary.*") >= {"summary.json", "summary.xlsx"}
    assert chosen(everything, ("csv", "nothing"))[1] == ("nothing",)
