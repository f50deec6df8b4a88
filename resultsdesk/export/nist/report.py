"""The night as an ElectionReport of NIST SP 1500-100 version 2. What is not known, or has no place there, is left out.

Independents and the Speaker are no parties there either. A flash is not a projection: it leaves no trace. Rejected
papers are ballots rejected; they are neither over- nor undervotes.
"""

from collections.abc import Iterator

from resultsdesk.export.objects import Object, instant
from resultsdesk.export.summary import Summary
from resultsdesk.night.briefing import Briefing, Contest
from resultsdesk.night.entries import Kind
from resultsdesk.night.night import Night, Scope
from resultsdesk.night.stages import Stage
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.candidacy import Candidacy
from resultsdesk.psephology.party import PartyId, PartyKind

SCOPE = "scope"
TOTAL = "total"
LEFT_OUT = (
    "Unofficial results keyed as they were declared. Left out because the format has no place for them: swing, changes"
    " and gains, results that were only heard, and candidacies' labels that are no party."
)
_STATUSES = {
    Stage.AWAITED: "not-processed",
    Stage.FLASHED: "in-process",
    Stage.RECOUNT: "in-process",
    Stage.DECLARED: "completed",
    Stage.UNOPPOSED: "completed",
    Stage.POSTPONED: "not-processed",
}


def nist_report(summary: Summary) -> Object:
    """Return the whole report as JSON holds it."""
    night, election = summary.night, summary.night.briefing.election
    return {
        "@type": _type("ElectionReport"),
        "Format": "summary-contest",
        "GeneratedDate": instant(night, summary.written),
        "Issuer": summary.made_by,
        "IssuerAbbreviation": "Results Desk",
        "VendorApplicationId": summary.made_by,
        "IsTest": night.rehearsal,
        **({"TestType": f"{summary.mark}: not real results"} if night.rehearsal else {}),
        "Status": status(night),
        "SequenceStart": 1,
        "SequenceEnd": 1,
        "Notes": f"{summary.heading}. {LEFT_OUT}",
        "Party": list(_parties(night.briefing)),
        "Person": [_person(one) for one in _everybody(night)],
        "GpUnit": list(_units(night)),
        "Election": [
            {
                "@type": _type("Election"),
                "Name": _text(election.title),
                "Type": "general",
                "ElectionScopeId": SCOPE,
                "StartDate": election.day.isoformat(),
                "EndDate": election.day.isoformat(),
                "ExternalIdentifier": [_identifier(election.id, "briefing")],
                "BallotCounts": list(_ballots(night)),
                "Candidate": list(_candidates(night)),
                "Contest": [_contest(night, at, one) for at, one in enumerate(night.contests.values(), start=1)],
            }
        ],
    }


def status(night: Night) -> str:
    """Return what kind of report it is.

    `recount` says that nothing but recounts is to come, `correction` that all is in and something was put right. A
    postponed poll is to come.
    """
    tally = night.tally(Scope())
    if tally.declared < tally.contests:
        only = tally.recounts and tally.declared + tally.recounts == tally.contests
        return "recount" if only else "unofficial-partial"
    corrected = any(one.kind in (Kind.CORRECTED, Kind.RETRACTED) for one in night.journal)
    return "correction" if corrected else "unofficial-complete"


def _type(name: str) -> str:
    return f"ElectionResults.{name}"


def _text(words: str) -> Object:
    said = {"@type": _type("LanguageString"), "Content": words, "Language": "en"}
    return {"@type": _type("InternationalizedText"), "Text": [said]}


def _identifier(value: str, what: str) -> Object:
    return {"@type": _type("ExternalIdentifier"), "Type": "other", "OtherType": what, "Value": value}


def _party_id(briefing: Briefing, id: PartyId | None) -> str | None:
    """Return the id of a party in the report, None for a label that is no party, or that the briefing does not know."""
    party = briefing.parties.get(id) if id is not None else None
    return f"party-{id}" if party is not None and party.kind is PartyKind.PARTY else None


def _parties(briefing: Briefing) -> Iterator[Object]:
    for one in briefing.parties.values():
        if one.kind is PartyKind.PARTY:
            yield {
                "@type": _type("Party"),
                "@id": f"party-{one.id}",
                "Name": _text(one.name),
                "Abbreviation": _text(one.short),
                **({"Color": one.colour.removeprefix("#").lower()} if one.colour else {}),
                "ExternalIdentifier": [_identifier(one.id, "briefing")],
            }


def _everybody(night: Night) -> Iterator[Candidacy]:
    for one in night.contests.values():
        yield from one.contest.candidacies


def _person(one: Candidacy) -> Object:
    names = {"FirstName": one.forenames, "LastName": one.surname}
    return {
        "@type": _type("Person"),
        "@id": f"person-{one.id}",
        "FullName": _text(one.name),
        **{key: value for key, value in names.items() if value},
    }


def _units(night: Night) -> Iterator[Object]:
    election, bodies = night.briefing.election, night.briefing.bodies
    tally = night.tally(Scope())
    yield {
        "@type": _type("ReportingUnit"),
        "@id": SCOPE,
        "Type": "other",
        "OtherType": "election",
        "Name": _text(election.title),
        "ComposingGpUnitIds": [f"body-{one}" for one in bodies],
        "SubUnitsReported": tally.declared,
        "TotalSubUnits": tally.contests,
    }
    for body in bodies.values():
        yield {
            "@type": _type("ReportingUnit"),
            "@id": f"body-{body.id}",
            "Type": "other",
            "OtherType": "body",
            "Name": _text(body.name),
            "ComposingGpUnitIds": [
                _unit(one.contest) for one in night.contests.values() if one.contest.body == body.id
            ],
            "ExternalIdentifier": [_identifier(body.id, "briefing")],
        }
    for standing in night.contests.values():
        yield _area(night.briefing, standing)


def _unit(contest: Contest) -> str:
    return f"area-{contest.id}"


def _area(briefing: Briefing, standing: Standing) -> Object:
    contest, poll = standing.contest, standing.poll
    noun = briefing.election.area
    papers = poll.all_papers(contest.vacancies) if poll is not None else None
    voters = {"VotersRegistered": contest.electorate, "VotersParticipated": papers}
    return {
        "@type": _type("ReportingUnit"),
        "@id": _unit(contest),
        **({"Type": "ward"} if noun == "ward" else {"Type": "other", "OtherType": noun}),
        "Name": _text(contest.name),
        "IsDistricted": True,
        **{key: value for key, value in voters.items() if value is not None},
        "ExternalIdentifier": [_identifier(contest.id, "briefing")],
    }


def _ballots(night: Night) -> Iterator[Object]:
    """Yield how many papers there were, and how many of them were rejected, where that is known."""
    for one in night.contests.values():
        poll = one.poll
        papers = poll.all_papers(one.contest.vacancies) if poll is not None else None
        counts = {"BallotsCast": papers, "BallotsRejected": poll.rejected if poll is not None else None}
        known = {key: value for key, value in counts.items() if value is not None}
        if known:
            yield {"@type": _type("BallotCounts"), "GpUnitId": _unit(one.contest), "Type": TOTAL, **known}


def _candidates(night: Night) -> Iterator[Object]:
    for standing in night.contests.values():
        tied = standing.count.tied if standing.count is not None else ()
        for one in standing.contest.candidacies:
            party = _party_id(night.briefing, one.party)
            said: Object = {
                "@type": _type("Candidate"),
                "@id": f"candidate-{one.id}",
                "BallotName": _text(one.name),
                "PersonId": f"person-{one.id}",
                "ExternalIdentifier": [_identifier(one.id, "briefing")],
            }
            if party is not None:
                said["PartyId"] = party
            if one.sitting:  # of others the briefing need not know
                said["IsIncumbent"] = True
            if standing.decided and one.id not in tied:
                said["PostElectionStatus"] = "winner" if one.id in standing.winners else "defeated"
            yield said


def _contest(night: Night, at: int, standing: Standing) -> Object:
    contest = standing.contest
    count = {
        "@type": _type("CountStatus"),
        "Type": TOTAL,
        "Status": "in-process" if standing.tied else _STATUSES[standing.stage],
    }
    return {
        "@type": _type("CandidateContest"),
        "@id": f"contest-{contest.id}",
        "Name": contest.name,
        "ElectionDistrictId": _unit(contest),
        "SequenceOrder": at,
        "NumberElected": contest.vacancies,
        "VotesAllowed": contest.vacancies,
        "VoteVariation": "plurality" if contest.vacancies == 1 else "n-of-m",
        "CountStatus": [count],
        "ExternalIdentifier": [_identifier(contest.id, "briefing")],
        "ContestSelection": [_selection(night.briefing, standing, one) for one in contest.candidacies],
    }


def _selection(briefing: Briefing, standing: Standing, one: Candidacy) -> Object:
    votes = standing.poll.votes.get(one.id) if standing.poll is not None else None
    parties = [id for id in (_party_id(briefing, one.party), _party_id(briefing, one.adjunct)) if id is not None]
    counted = {"@type": _type("VoteCounts"), "GpUnitId": _unit(standing.contest), "Type": TOTAL, "Count": votes}
    return {
        "@type": _type("CandidateSelection"),
        "@id": f"selection-{one.id}",
        "CandidateIds": [f"candidate-{one.id}"],
        "SequenceOrder": one.order,
        **({"EndorsementPartyIds": parties} if parties else {}),
        **({"VoteCounts": [counted]} if votes is not None else {}),
    }
