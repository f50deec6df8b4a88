"""What a general election is measured against: a file of votes recomputed on new boundaries, or of candidates."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from fractions import Fraction
from pathlib import Path

from resultsdesk.intake.built import whole
from resultsdesk.intake.faults import IntakeError
from resultsdesk.intake.parties import Label, Register
from resultsdesk.intake.sheets import header_of, published
from resultsdesk.psephology.baseline import Baseline, BaselineKind, BaselineLine
from resultsdesk.psephology.party import PartyId

INDEPENDENT = PartyId("Ind")
SUMS = {"TOTOTHV", "MAXOTHV"}  # of others: all of them, and the largest; not parties
YEAR = re.compile(r"(?:19|20)\d\d")

# Scottish constituencies whose code changed between the recomputed file and the election.
RECODED = {
    "S14000006": "S14000107",
    "S14000008": "S14000108",
    "S14000010": "S14000109",
    "S14000040": "S14000110",
    "S14000058": "S14000111",
}


def current_code(code: str, among: Collection[str]) -> str:
    """Return a constituency's code as the election's own files have it."""
    return code if code in among else RECODED.get(code, code)


def read_baselines(path: Path, contests: Collection[str], register: Register, label: str = "") -> dict[str, Baseline]:
    """Return the baselines of contests by code, from a recomputed file or an earlier election's candidates.

    `label` says what election it was; without it the year in the file's or its folder's name does.
    """
    election = label or _year(path)
    if "Party code" in header_of(path):
        return _notional(path, contests, register, election)
    return _actual(path, contests, register, election)


def _notional(path: Path, contests: Collection[str], register: Register, election: str) -> dict[str, Baseline]:
    lines: dict[str, list[BaselineLine]] = defaultdict(list)
    electorates: dict[str, int | None] = {}
    for row in published(path, "ONS ID", "Party code", "Votes"):
        code = current_code(row["ONS ID"], contests)
        if code not in contests or row["Party code"] in SUMS:
            continue
        electorates[code] = _rounded(row.get("Electorate", ""))
        lines[code].append(BaselineLine(_party(row, register), _votes(row["Votes"], path)))
    return _baselines(lines, election, BaselineKind.NOTIONAL, electorates)


def _actual(path: Path, contests: Collection[str], register: Register, election: str) -> dict[str, Baseline]:
    lines: dict[str, list[BaselineLine]] = defaultdict(list)
    for row in published(path, "ONS ID", "Party abbreviation", "Candidate surname", "Votes"):
        code = current_code(row["ONS ID"], contests)
        if code in contests and row["Votes"]:
            name = f"{row.get('Candidate first name', '')} {row['Candidate surname']}".strip()
            lines[code].append(BaselineLine(register.party(label_of(row)), _votes(row["Votes"], path), name))
    return _baselines(lines, election, BaselineKind.ACTUAL, {})


def label_of(row: Mapping[str, str]) -> Label:
    """Return a candidate row's party as the House of Commons Library names it."""
    return Label(row.get("Electoral Commission party ID", ""), row["Party abbreviation"], row.get("Party name", ""))


def _baselines(
    lines: Mapping[str, list[BaselineLine]],
    election: str,
    kind: BaselineKind,
    electorates: Mapping[str, int | None],
) -> dict[str, Baseline]:
    return {
        code: Baseline(election, kind, tuple(sorted(there, key=lambda line: -line.votes)), electorates.get(code))
        for code, there in lines.items()
    }


def _party(row: Mapping[str, str], register: Register) -> PartyId:
    """Return the party of a recomputed row; `IND1V` to `IND9V` are one independent each, whatever they are named."""
    if re.fullmatch(r"IND\d*V", row["Party code"]):
        return register.use(INDEPENDENT)
    code = row.get("Party abbreviation", "")
    return register.party(Label("", code if code != "NA" else row["Party code"], row.get("Party name", "")))


def _votes(text: str, path: Path) -> int | Fraction:
    try:
        votes = Fraction(text.replace(",", ""))
    except ValueError as wrong:
        raise IntakeError(f"“{text}” in {path} is not a number of votes: correct it and try again.") from wrong
    return int(votes) if votes.denominator == 1 else votes


def _rounded(text: str) -> int | None:
    try:
        return round(Fraction(text.replace(",", "")))
    except ValueError:
        return whole(text)


def _year(path: Path) -> str:
    for name in (path.stem, path.absolute().parent.name):
        years = YEAR.findall(name)
        if years:
            return str(years[-1])
    return "last time"
