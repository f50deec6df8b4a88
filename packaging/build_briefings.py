"""Builds the briefings that come with the program from publishers' files: `build_briefings.py SOURCE [OUT]`.

SOURCE is a folder with the publishers' files as they were downloaded, by election. What no publisher's file says
(targets, notes, groups) is in the folder `briefings` beside this script, a folder for each election.
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from resultsdesk.intake.built import (
    CREDIT_ARCHIVE,
    CREDIT_COMMONS,
    CREDIT_COUNCILS,
    CREDIT_ONS,
    Built,
)
from resultsdesk.intake.commons import build_commons
from resultsdesk.intake.local_archive import build_councils
from resultsdesk.intake.sheets import published
from resultsdesk.night.briefing import BodyId, Contest, ContestId, Group, GroupId, PastResult, Target
from resultsdesk.psephology.party import PartyId

HERE = Path(__file__).parent
REPOSITORY = HERE.parent
CREDIT_HEXES = "Open Innovations (MIT)"
CREDIT_WARD_HEXES = "Birmingham, Walsall and Redditch derived from ONS boundaries (OGL v3.0)"


def uk_2024(source: Path) -> Built:
    """Return the general election of 4 July 2024."""
    files = source / "uk-general-2024"
    return build_commons(
        id="uk-2024",
        title="General election 2024",
        date=date(2024, 7, 4),
        candidates=files / "candidates.csv",
        constituencies=files / "constituencies.csv",
        declared=files / "declared.csv",
        baseline=files / "notional-2019.csv",
        layout=source / "layouts" / "uk-constituencies-2024.hexjson",
        outlines=source / "boundaries" / "uk-constituencies-2024.geojson",
        by_elections=files / "by-elections-2019-2024.csv",
        earlier=source / "uk-general-2017" / "constituencies.csv",
        credit_lines=[
            CREDIT_COMMONS,
            CREDIT_HEXES,
            CREDIT_ONS,
            "Expected times are those at which constituencies of the same name were declared in 2017.",
            "Holders now are the parties for which sitting members stand; a seat whose member does not is unknown.",
        ],
    )


def uk_2017(source: Path) -> Built:
    """Return the general election of 8 June 2017, with who lost each seat in 2015."""
    files = source / "uk-general-2017"
    built = build_commons(
        id="uk-2017",
        title="General election 2017",
        date=date(2017, 6, 8),
        candidates=files / "candidates.csv",
        constituencies=files / "constituencies.csv",
        baseline=source / "uk-general-2015" / "candidates.csv",
        layout=source / "layouts" / "uk-constituencies-2010.hexjson",
        earlier=source / "uk-general-2015" / "constituencies.csv",
        credit_lines=[
            CREDIT_COMMONS,
            CREDIT_HEXES,
            "Expected times are those at which the same constituencies were declared in 2015.",
            "Holders now are the parties for which sitting members stand; a seat whose member does not is unknown.",
        ],
    )
    return lost_at(built, source / "uk-general-2015" / "constituencies.csv")


def lost_at(built: Built, constituencies: Path) -> Built:
    """Return `built` with the parties that lost seats at the last election, in the Library's own words for it."""
    contests = dict(built.briefing.contests)
    for row in published(constituencies, "ONS ID", "Result"):
        _, gained, loser = row["Result"].partition(" gain from ")
        if gained:
            contest = contests[ContestId(row["ONS ID"])]
            party = PartyId(loser.split()[0])  # `Lab Coop` is Labour
            contests[contest.id] = replace(contest, lost_last=(party,))
    return replace(built, briefing=replace(built.briefing, contests=contests))


def midlands_2016(source: Path) -> Built:
    """Return the councils of Birmingham, Walsall and Redditch, 5 May 2016."""
    files, layouts = source / "councils-2016", source / "layouts"
    return build_councils(
        id="midlands-2016",
        title="Midlands councils 2016",
        date=date(2016, 5, 5),
        results=[files / f"{council}-results.csv" for council in ("birmingham", "walsall", "redditch")],
        holders=[files / "birmingham-holders.csv"],
        composition=[files / "councillors-after.csv"],
        baseline=[files / "birmingham-results-2014.csv"],
        layout=[
            layouts / "birmingham-wards-2004-2018.hexjson",
            layouts / "walsall-wards-2004-2022.hexjson",
            layouts / "redditch-wards-pre2024.hexjson",
        ],
        credit_lines=[
            CREDIT_ARCHIVE,
            CREDIT_COUNCILS,
            CREDIT_WARD_HEXES,
            "Shares in Birmingham are compared with those of the same wards in 2014, when other seats were up.",
        ],
    )


BUILDERS: dict[str, Callable[[Path], Built]] = {
    "uk-2024": uk_2024,
    "uk-2017": uk_2017,
    "midlands-2016": midlands_2016,
}


def overlaid(built: Built, folder: Path) -> Built:
    """Return `built` with the targets, groups and notes of a folder of small files; contests go by their names."""
    briefing = built.briefing
    by_name = {contest.name: contest for contest in briefing.contests.values()}
    contests = dict(briefing.contests)
    recounts: dict[ContestId, int] = {}
    for row in _rows(folder / "notes.csv"):
        contest = by_name[row["contest"]]
        contests[contest.id] = _noted(contest, row)
        recounts[contest.id] = int(row["recounts"] or 0)
    for row in _rows(folder / "people.csv"):
        contest = contests[by_name[row["contest"]].id]
        contests[contest.id] = _elected_for(contest, row["surname"], PartyId(row["elected_for"]))
    parties = dict(briefing.parties)
    for row in _rows(folder / "parties.csv"):
        party = parties[PartyId(row["party"])]
        parties[party.id] = replace(party, first_ever=row["first_ever"])
    bodies = dict(briefing.bodies)
    named = {body.name: body for body in bodies.values()}
    for row in _rows(folder / "bodies.csv"):
        body = named[row["body"]]
        bodies[BodyId(body.id)] = replace(body, note=f"{row['note']} {body.note}".strip())
    targets = tuple(
        Target(PartyId(row["party"]), by_name[row["contest"]].id, int(row["rank"]))
        for row in _rows(folder / "targets.csv")
    )
    return replace(
        built,
        briefing=replace(
            briefing,
            parties=parties,
            contests=contests,
            bodies=bodies,
            targets=targets,
            groups=_groups(folder / "groups.csv", by_name),
        ),
        results=tuple(_recounted(result, recounts.get(result.contest, 0)) for result in built.results),
    )


def _rows(path: Path) -> list[dict[str, str]]:
    return published(path) if path.exists() else []


def _noted(contest: Contest, row: dict[str, str]) -> Contest:
    return replace(
        contest,
        note=f"{row['note']} {contest.note}".strip(),
        former_names=(row["former_names"],) if row["former_names"] else contest.former_names,
        party_since=int(row["party_since"]) if row["party_since"] else None,
        member_since=int(row["member_since"]) if row["member_since"] else None,
    )


def _elected_for(contest: Contest, surname: str, party: PartyId) -> Contest:
    """Return a contest with the party for which one of its sitting members was elected."""
    (one,) = [one for one in contest.candidacies if one.surname == surname and one.sitting]
    there = tuple(replace(other, elected_for=party) if other is one else other for other in contest.candidacies)
    return replace(contest, candidacies=there)


def _recounted(result: PastResult, recounts: int) -> PastResult:
    return replace(result, recounts=recounts) if recounts else result


def _groups(path: Path, by_name: dict[str, Contest]) -> tuple[Group, ...]:
    """Return the groups; a row names a contest, or a region whose contests all belong."""
    names: dict[str, str] = {}
    members: dict[str, list[ContestId]] = {}
    for row in _rows(path):
        names.setdefault(row["group"], row["name"])
        there = members.setdefault(row["group"], [])
        if row["contest"]:
            there.append(by_name[row["contest"]].id)
        else:
            there += [contest.id for contest in by_name.values() if contest.region == row["region"]]
    return tuple(Group(GroupId(key), names[key], tuple(there)) for key, there in members.items())


def build(source: Path, out: Path) -> None:
    """Write every briefing as a folder of `out`."""
    for key, builder in BUILDERS.items():
        print(f"Building {key}.")
        overlaid(builder(source), HERE / "briefings" / key).write(out / key)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit("Say where the publishers' files are: build_briefings.py SOURCE [OUT]")
    build(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) == 3 else REPOSITORY / "resources" / "briefings")
