"""The linter, one fault at a time, all at once, and on what is whole."""

from collections.abc import Callable
from pathlib import Path

import pytest

from resultsdesk.intake.check import check
from resultsdesk.intake.faults import Fault, Severity
from resultsdesk.intake.judge_names import near_identical

Edit = Callable[[Path], None]


def swap(name: str, old: str, new: str) -> Edit:
    """Return an edit that replaces text in a file of the folder, which must be there."""

    def edit(folder: Path) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {name}"
        (folder / name).write_text(text.replace(old, new), encoding="utf-8", newline="")

    return edit


def add(name: str, line: str) -> Edit:
    """Return an edit that adds a line to a file of the folder."""

    def edit(folder: Path) -> None:
        with (folder / name).open("a", encoding="utf-8", newline="") as file:
            file.write(line + "\n")

    return edit


def remove(name: str) -> Edit:
    """Return an edit that removes a file."""
    return lambda folder: (folder / name).unlink()


def raw(name: str, old: bytes, new: bytes) -> Edit:
    """Return an edit of bytes."""

    def edit(folder: Path) -> None:
        data = (folder / name).read_bytes()
        assert old in data
        (folder / name).write_bytes(data.replace(old, new))

    return edit


def recode(name: str, encoding: str) -> Edit:
    """Return an edit that saves a file in another encoding."""
    return lambda folder: (folder / name).write_bytes(
        (folder / name).read_text(encoding="utf-8").encode(encoding, errors="replace")
    )


def places(faults: tuple[Fault, ...]) -> set[tuple[str, int, str]]:
    return {(one.file, one.line, one.code) for one in faults}


def test_the_small_briefing_has_nothing_wrong_but_what_it_lacks(folder: Path) -> None:
    assert {(one.code, one.severity) for one in check(folder)} == {
        ("no-defended-party", Severity.INFO),
        ("no-holder", Severity.WARNING),  # gamma's
        ("no-baseline", Severity.WARNING),
    }


ERRORS = [
    # files
    (remove("election.toml"), "election.toml", 0, "missing-file"),
    (remove("parties.csv"), "parties.csv", 0, "missing-file"),
    (remove("bodies.csv"), "bodies.csv", 0, "missing-file"),
    (remove("contests.csv"), "contests.csv", 0, "missing-file"),
    (remove("candidacies.csv"), "candidacies.csv", 0, "missing-file"),
    (recode("contests.csv", "cp1252"), "contests.csv", 2, "encoding"),
    (recode("contests.csv", "utf-16"), "contests.csv", 1, "encoding"),
    (swap("layout.csv", ",", ";"), "layout.csv", 1, "separator"),
    (swap("layout.csv", ",", "\t"), "layout.csv", 1, "separator"),
    (swap("parties.csv", "colour,", "color,"), "parties.csv", 1, "column"),
    (swap("parties.csv", "short,", "name,"), "parties.csv", 1, "column-twice"),
    (add("parties.csv", "Grn,Green,Green,#02A95B,5,party,too,many"), "parties.csv", 6, "cells"),
    (add("results.csv", '"' + "x\n" * 30), "results.csv", 8, "quote"),
    (add("results.csv", 'a,"' + "x" * 140_000), "results.csv", 8, "csv"),
    # election.toml
    (swap("election.toml", "layout = ", "layout "), "election.toml", 11, "toml"),
    (swap("election.toml", 'id = "town-2016"', ""), "election.toml", 0, "missing-key"),
    (swap("election.toml", "date = 2016-05-05", 'date = "May"'), "election.toml", 0, "wrong-value"),
    (swap("election.toml", '"22:00"', '"ten"'), "election.toml", 0, "wrong-value"),
    (swap("election.toml", "Europe/London", "Europe/Camelot"), "election.toml", 0, "time-zone"),
    (swap("election.toml", "Europe/London", "/"), "election.toml", 0, "time-zone"),
    (swap("election.toml", '"odd-r"', '"odd"'), "election.toml", 0, "wrong-value"),
    (swap("election.toml", "deposits = false", 'deposits = "no"'), "election.toml", 0, "wrong-value"),
    (swap("election.toml", '"papers"', '"sheets"'), "election.toml", 0, "wrong-value"),
    (swap("election.toml", '"A paper",', "3,"), "election.toml", 0, "wrong-value"),
    # parties and bodies
    (add("parties.csv", "Lab,Other,Oth,#02A95B,5,"), "parties.csv", 6, "duplicate-id"),
    (add("parties.csv", ",Other,Oth,#02A95B,5,"), "parties.csv", 6, "no-id"),
    (add("parties.csv", "The Greens,Green,Grn,#02A95B,5,"), "parties.csv", 6, "id-marks"),
    (swap("parties.csv", "#E4003B", ""), "parties.csv", 2, "no-colour"),
    (swap("parties.csv", "#E4003B", "E4003B"), "parties.csv", 2, "colour"),
    (swap("parties.csv", "speaker", "chair"), "parties.csv", 5, "kind"),
    (swap("parties.csv", "Labour", ""), "parties.csv", 2, "no-name"),
    (swap("bodies.csv", "town,Town,6", "town,Town,5"), "bodies.csv", 2, "seats-sum"),
    (swap("bodies.csv", "town,Town,6", "town,Town,"), "bodies.csv", 2, "no-seats"),
    (swap("bodies.csv", "town,Town,6,,", "town,Town,6,most,"), "bodies.csv", 2, "not-whole"),
    (add("bodies.csv", "town,Town again,6,,"), "bodies.csv", 4, "duplicate-id"),
    (add("continuing.csv", "hamlet,Lab,1"), "continuing.csv", 4, "unknown-body"),
    (add("continuing.csv", "town,Lba,1"), "continuing.csv", 4, "unknown-party"),
    (add("continuing.csv", "town,Lab,1"), "continuing.csv", 4, "twice"),
    # contests
    (add("contests.csv", "alpha,Again,town,,,1"), "contests.csv", 6, "duplicate-id"),
    (add("contests.csv", "delta,Delta ward,town,,,1"), "contests.csv", 6, "nobody-stands"),
    (swap("contests.csv", "Gamma ward,village", "Gamma ward,vilage"), "contests.csv", 5, "unknown-body"),
    (swap("contests.csv", "Beta ward,town,,,2", "Beta ward,town,,,0"), "contests.csv", 4, "no-vacancies"),
    (swap("contests.csv", "Beta ward,town,,,2", "Beta ward,town,,,two"), "contests.csv", 4, "not-whole"),
    (swap("contests.csv", ",5000,", ",-5,"), "contests.csv", 2, "negative"),
    (swap("contests.csv", ",02:30,", ",2.30am,"), "contests.csv", 2, "time"),
    (swap("contests.csv", ",02:30,", ",2016-05-06,"), "contests.csv", 2, "time"),
    (swap("contests.csv", ",02:30,", ",2016-05-05 21:00,"), "contests.csv", 2, "before-close"),
    (swap("contests.csv", "Lab; Con,,", "Lab; Grn,,"), "contests.csv", 4, "unknown-party"),
    (swap("contests.csv", "Lab; Con,,", "Lab,,"), "contests.csv", 4, "holders"),
    (swap("contests.csv", "Lab,Con,", "Lab;Con,Con,"), "contests.csv", 2, "defended"),
    # candidacies and baselines
    (swap("candidacies.csv", "gamma,1,,A,Candidate1,Ind", "gamma,1,,A,B,Idn"), "candidacies.csv", 7, "unknown-party"),
    (swap("candidacies.csv", "gamma,1,", "gama,1,"), "candidacies.csv", 7, "unknown-contest"),
    (swap("candidacies.csv", "beta,3", "beta,2"), "candidacies.csv", 6, "order"),
    (swap("candidacies.csv", "beta,3", "beta,"), "candidacies.csv", 6, "order"),
    (swap("candidacies.csv", "beta,3,", "beta,3,typed"), "candidacies.csv", 6, "duplicate-id"),
    (swap("candidacies.csv", "Lab,Con,yes", "Lab,Con,maybe"), "candidacies.csv", 2, "yes-or-no"),
    (swap("candidacies.csv", "Candidate2,Con,,\nbeta,1", ",Con,,\nbeta,1"), "candidacies.csv", 3, "no-name"),
    (swap("baselines.csv", "alpha,Lab,12.5", "alpha,Lab,12;5"), "baselines.csv", 2, "not-votes"),
    (swap("baselines.csv", "alpha,Lab,12.5", "alpha,Lab,-12.5"), "baselines.csv", 2, "negative"),
    (swap("baselines.csv", "alpha,Con", "alpha,Tory"), "baselines.csv", 3, "unknown-party"),
    (swap("baselines.csv", "beta,", "betta,"), "baselines.csv", 5, "unknown-contest"),
    (swap("baselines.csv", "9,,2015", "9,,2014"), "baselines.csv", 6, "two-baselines"),
    (swap("baselines.csv", "actual", "actually"), "baselines.csv", 5, "kind"),
    # groups, targets, layout, outlines
    (swap("groups.csv", "alpha", "alfa"), "groups.csv", 3, "unknown-contest"),
    (swap("groups.csv", "both,,alpha", "both,Two wards,alpha"), "groups.csv", 3, "two-names"),
    (swap("groups.csv", "both,,alpha", ",,alpha"), "groups.csv", 3, "no-id"),
    (swap("targets.csv", "Con,3,alpha", "Con,third,alpha"), "targets.csv", 2, "not-whole"),
    (swap("targets.csv", "Con,3,alpha", "Con,,alpha"), "targets.csv", 2, "no-rank"),
    (swap("targets.csv", "Con,3,alpha", "Tory,3,alpha"), "targets.csv", 2, "unknown-party"),
    (add("targets.csv", "Lab,2,beta"), "targets.csv", 4, "twice"),
    (swap("layout.csv", "beta,-1,-2", "beta,-1.5,-2"), "layout.csv", 3, "not-whole"),
    (swap("layout.csv", "beta,-1,-2", "bet,-1,-2"), "layout.csv", 3, "unknown-contest"),
    (add("layout.csv", "alpha,9,9"), "layout.csv", 5, "twice"),
    (swap("outlines.geojson", '"alpha"', '"alfa"'), "outlines.geojson", 0, "unknown-contest"),
    (swap("outlines.geojson", '"alpha"', '"beta"'), "outlines.geojson", 0, "twice"),
    (swap("outlines.geojson", "MultiPolygon", "Point"), "outlines.geojson", 0, "geometry"),
    (swap("outlines.geojson", "\n]}", ""), "outlines.geojson", 4, "json"),
    (swap("outlines.geojson", '"features"', '"areas"'), "outlines.geojson", 0, "geojson"),
    # results
    (swap("results.csv", "alpha.1,20", "alpha.1,twenty"), "results.csv", 2, "not-whole"),
    (swap("results.csv", "alpha.1,20", "alpha.1,-20"), "results.csv", 2, "negative"),
    (swap("results.csv", "alpha.1,20", "alpha.1,"), "results.csv", 2, "no-votes"),
    (swap("results.csv", "alpha.1,20", "alpha.9,20"), "results.csv", 2, "nobody"),
    (swap("results.csv", "alpha,typed,0,,,,,\n", ""), "results.csv", 2, "somebody-missing"),
    (swap("results.csv", "beta,beta.3,5", "beta,beta.1,5"), "results.csv", 6, "twice"),
    (swap("results.csv", "alpha,typed,0,,,,,", "alpha,typed,0,,4,,,"), "results.csv", 3, "two-values"),
    (swap("results.csv", "03:00:07", "three"), "results.csv", 2, "time"),
    (swap("results.csv", "03:00:07", "2016-05-05 20:00"), "results.csv", 2, "before-close"),
    (swap("results.csv", "gamma,", "gama,"), "results.csv", 7, "unknown-contest"),
    (swap("results.csv", "beta,beta.3,5,,,,,1", "beta,beta.3,5,,,,,"), "results.csv", 4, "tie"),
    (swap("results.csv", "beta,beta.2,5,,,,,", "beta,beta.2,5,,,,,2"), "results.csv", 4, "lot"),  # the seat was gone
    (swap("results.csv", "beta,beta.2,5,,,,,", "beta,beta.2,5,,,,,1"), "results.csv", 6, "lot"),  # two are first
    (swap("results.csv", ",3,23,2,", ",3,13,2,"), "results.csv", 2, "papers"),
    (
        lambda folder: (folder / "results.csv").write_text("contest,candidacy,votes\nalpha,,\n", encoding="utf-8"),
        "results.csv", 2, "no-poll",
    ),
]  # fmt: skip

WARNINGS = [
    (swap("election.toml", "areas = ", "colour = "), "election.toml", 0, "key-unknown"),
    (swap("parties.csv", "order,", "place,"), "parties.csv", 1, "column-unknown"),
    (swap("bodies.csv", "town,Town,6", "town,Town,7"), "bodies.csv", 2, "seats-sum"),
    (swap("bodies.csv", "town,Town,6,,", "town,Town,6,5,"), "bodies.csv", 2, "majority-line"),
    (swap("bodies.csv", "town,Town,6,,", "town,Town,6,unknown,"), "bodies.csv", 2, "no-majority-line"),
    (add("bodies.csv", "hamlet,Hamlet,3,,"), "bodies.csv", 4, "no-contests"),
    (swap("contests.csv", ",02:30,", ",21:30,"), "contests.csv", 2, "before-close"),
    (swap("contests.csv", "Lab; Con,,", ",,"), "contests.csv", 4, "no-holder"),
    (swap("baselines.csv", "beta,", "alpha,"), "contests.csv", 4, "no-baseline"),
    (swap("baselines.csv", "alpha,", "beta,"), "contests.csv", 2, "electorate-alone"),
    (swap("contests.csv", "Beta ward,town,,,2", "Beta ward,town,,,4"), "contests.csv", 4, "few-candidacies"),
    (add("parties.csv", "LAB2,Labor,Lb,#02A95B,5,"), "parties.csv", 6, "near-identical"),
    (swap("candidacies.csv", "beta,2,,A,Candidate2", "beta,2,,A,Candidate1"), "candidacies.csv", 5, "near-identical"),
    (swap("parties.csv", "#E4003B", "#1A2030"), "parties.csv", 2, "contrast"),
    (swap("parties.csv", "#E4003B", "#77777A"), "parties.csv", 2, "contrast-text"),
    (swap("layout.csv", "beta,-1,-2", "beta,0,0"), "layout.csv", 3, "hex-twice"),
    (swap("layout.csv", "beta,-1,-2\n", ""), "contests.csv", 4, "no-hex"),
    (remove("layout.csv"), "layout.csv", 0, "no-layout"),
    (add("groups.csv", "both,,alpha"), "groups.csv", 4, "twice"),
    (swap("contests.csv", ",5000,", ",22,"), "results.csv", 2, "electorate"),
    (swap("results.csv", ",3,23,2,", ",30,230,2,"), "results.csv", 2, "rejected"),
]  # fmt: skip

INFOS = [
    (swap("parties.csv", "#0087dc", "#E4103B"), "parties.csv", 3, "colours-alike"),
    (swap("results.csv", "gamma,,,2016-05-07 22:00,,,,\n", ""), "results.csv", 0, "no-result"),
]


def name(row: object) -> str | None:
    return row if isinstance(row, str) and row else None


@pytest.mark.parametrize(("edit", "file", "line", "code"), ERRORS, ids=name)
def test_each_error(edit: Edit, file: str, line: int, code: str, folder: Path) -> None:
    edit(folder)
    assert (file, line, code) in places(tuple(one for one in check(folder) if one.severity is Severity.ERROR))


@pytest.mark.parametrize(("edit", "file", "line", "code"), WARNINGS, ids=name)
def test_each_warning(edit: Edit, file: str, line: int, code: str, folder: Path) -> None:
    edit(folder)
    assert (file, line, code) in places(tuple(one for one in check(folder) if one.severity is Severity.WARNING))


@pytest.mark.parametrize(("edit", "file", "line", "code"), INFOS, ids=name)
def test_each_info(edit: Edit, file: str, line: int, code: str, folder: Path) -> None:
    edit(folder)
    assert (file, line, code) in places(tuple(one for one in check(folder) if one.severity is Severity.INFO))


def test_every_fault_at_once(folder: Path) -> None:
    """A folder with one of each fault that can stand beside the others lists them all, in one run."""
    edits = [
        swap("election.toml", "Europe/London", "Europe/Camelot"),
        swap("election.toml", '"odd-r"', '"odd"'),
        recode("groups.csv", "utf-16"),
        swap("parties.csv", "#E4003B", ""),
        swap("parties.csv", "#0087dc", "blue"),
        add("parties.csv", "Lab,Labour,Lab,#02A95B,5,"),
        add("parties.csv", "Lbr,Labor,Lbr,#12151F,6,"),
        swap("bodies.csv", "town,Town,6", "town,Town,5"),
        swap("contests.csv", "Gamma ward,village", "Gamma ward,vilage"),
        swap("contests.csv", "Lab; Con,,", "Lab; Grn,,"),
        swap("contests.csv", ",02:30,", ",2016-05-05 21:00,"),
        add("contests.csv", "alpha,Again,town,,,1"),
        add("contests.csv", "delta,Betta ward,town,,,2"),
        add("candidacies.csv", "delta,1,,A,Candidate1,Lab,,"),
        add("candidacies.csv", "omega,1,,A,Candidate1,Lab,,"),
        add("candidacies.csv", "alpha,3,typed,A,Candidate3,Green,,"),
        swap("baselines.csv", "alpha,Lab,12.5", "alpha,Lab,dozens"),
        swap("targets.csv", "Con,3,alpha", "Con,first,alpha"),
        swap("layout.csv", "beta,-1,-2", "beta,0,0"),
        swap("results.csv", "alpha.1,20", "alpha.9,-20"),
        swap("results.csv", "beta,beta.3,5,,,,,1", "beta,beta.3,5,,,,,"),
        remove("outlines.geojson"),
    ]
    for edit in edits:
        edit(folder)
    faults = check(folder)
    assert places(faults) >= {
        ("election.toml", 0, "time-zone"),
        ("election.toml", 0, "wrong-value"),
        ("groups.csv", 1, "encoding"),
        ("parties.csv", 2, "no-colour"),
        ("parties.csv", 3, "colour"),
        ("parties.csv", 6, "duplicate-id"),
        ("parties.csv", 7, "near-identical"),
        ("parties.csv", 7, "contrast"),
        ("bodies.csv", 2, "seats-sum"),
        ("contests.csv", 2, "before-close"),
        ("contests.csv", 4, "unknown-party"),
        ("contests.csv", 5, "unknown-body"),
        ("contests.csv", 6, "duplicate-id"),
        ("contests.csv", 7, "no-baseline"),
        ("contests.csv", 7, "no-hex"),
        ("contests.csv", 7, "near-identical"),
        ("contests.csv", 7, "few-candidacies"),
        ("candidacies.csv", 9, "unknown-contest"),
        ("candidacies.csv", 10, "duplicate-id"),
        ("baselines.csv", 2, "not-votes"),
        ("targets.csv", 2, "not-whole"),
        ("layout.csv", 3, "hex-twice"),
        ("results.csv", 2, "negative"),
        ("results.csv", 2, "nobody"),
        ("results.csv", 2, "somebody-missing"),
        ("results.csv", 4, "tie"),
    }
    severities = [one.severity for one in faults]
    assert severities == sorted(severities, key=list(Severity).index), "worst first"
    for fault in faults:
        assert fault.text.endswith((".", "?")), fault
        assert ":" in fault.text or ";" in fault.text, f"no remedy in {fault}"


def test_colours_nobody_wrote_are_not_compared(folder: Path) -> None:
    swap("parties.csv", "#E4003B", "")(folder)
    swap("parties.csv", "#0087dc", "blue")(folder)
    assert "colours-alike" not in {one.code for one in check(folder)}


def test_a_typing_slip_is_answered_with_what_was_meant(folder: Path) -> None:
    swap("contests.csv", "Gamma ward,village", "Gamma ward,vilage")(folder)
    (fault,) = [one for one in check(folder) if one.code == "unknown-body"]
    assert fault.text.endswith("did you mean “village”?")


def test_a_missing_file_is_said_once_and_not_by_every_row_that_needs_it(folder: Path) -> None:
    (folder / "parties.csv").unlink()
    errors = [one for one in check(folder) if one.severity is Severity.ERROR]
    assert [(one.file, one.code) for one in errors] == [("parties.csv", "missing-file")]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("st matthews", "st matthews", True),
        ("kings heath", "kingsheath", True),
        ("stourbridge", "stourbrige", True),
        ("batchley and brockhill", "bachley and brockhill", True),
        ("barnsley north", "barnsley south", False),
        ("middlesbrough and thornaby east", "middlesbrough and thornaby west", False),
        ("ward 1", "ward 2", False),
        ("candidate10", "candidate11", False),
        ("sutton", "sutton vesey", False),
        ("edgbaston", "erdington", False),
    ],
)
def test_names_near_identical(one: str, other: str, alike: bool) -> None:
    assert near_identical(one, other) is alike
    assert near_identical(other, one) is alike
