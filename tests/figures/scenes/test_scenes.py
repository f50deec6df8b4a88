"""What scenes say: facts of real nights, what they are measured against, and never more than is known."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from math import hypot

import pytest
from built_in import told
from scenes_seen import BIRMINGHAM, LAB, SCOPED, WALSALL, headline, live, nights, of, place, uncertain, words
from town import TOWN

from resultsdesk.figures.outcome_card import outcome_card
from resultsdesk.figures.scenes.facts import seated
from resultsdesk.figures.scenes.letters import width_of
from resultsdesk.figures.scenes.listing import LISTING
from resultsdesk.figures.scenes.request import Format, SceneName, SceneRequest
from resultsdesk.figures.scenes.scene import contests_in, draw, legible_in, title
from resultsdesk.figures.scenes.stage import stage_of
from resultsdesk.figures.scenes.swing import marginals, two_parties
from resultsdesk.figures.shapes import Box, Pattern, Text, Texture, Tile
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.entries import Kind
from resultsdesk.night.night import Night, Scope, ScopeKind, begin
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.party import PartyId

NIGHTS = nights()


@pytest.mark.parametrize("format", list(Format))
@pytest.mark.parametrize("name", list(SceneName))
@pytest.mark.parametrize("night", list(NIGHTS))
def test_every_scene_of_every_night_fills_its_frame_and_says_how_much_is_declared(
    night: str, name: SceneName, format: Format
) -> None:
    one = NIGHTS[night]
    figure = draw(one, SceneRequest(name, format=format))
    assert (figure.width, figure.height) == format.size
    assert bool(figure.ground) == (name not in (SceneName.STRAP, SceneName.TICKER))
    assert (figure.glow is None) == (not figure.ground)
    assert any(" declared" in said for said in words(figure)), words(figure)


@pytest.mark.parametrize("format", list(Format))
def test_nothing_behind_moves_when_one_scene_goes_over_into_the_next_of_its_kind(format: Format) -> None:
    for name, contests in ((SceneName.CONTEST, ("Leicester South", "Ynys Môn")), (SceneName.MAP, ("", ""))):
        requests = [
            replace(of(NIGHTS["half"], name, one) if one else SceneRequest(name), format=format) for one in contests
        ]
        glows = {draw(NIGHTS[night], one).glow for night in ("none", "half", "all") for one in requests}
        assert len(glows) == 1


@pytest.mark.parametrize(
    ("night", "request_", "said"),
    [
        ("half", SceneRequest(SceneName.MAP), "170 seats for Labour"),
        ("all", SceneRequest(SceneName.MAP), "411 seats for Labour"),
        ("none", SceneRequest(SceneName.MAP), "No results yet"),
        ("one", SceneRequest(SceneName.MAP), "1 seat for Labour"),
        ("all", SceneRequest(SceneName.MAP, scope=Scope(ScopeKind.GROUP, "birmingham")), "8 seats for Labour"),
        ("half", SceneRequest(SceneName.GAINS), "Conservatives down 85 seats"),
        ("councils all", SceneRequest(SceneName.GAINS, scope=BIRMINGHAM), "Labour up 2 seats"),
        ("all", SceneRequest(SceneName.SHARES), "Labour on 33.7% of the vote"),
        ("all", SceneRequest(SceneName.SWINGOMETER), "10.8% swing from Conservative to Labour"),
        ("none", SceneRequest(SceneName.SWINGOMETER), "No swing to show yet"),
        ("all", SceneRequest(SceneName.BATTLEGROUND), "Greens win all 4 targets"),
        ("councils all", SceneRequest(SceneName.COUNCIL, scope=BIRMINGHAM), "Labour hold Birmingham"),
        ("councils all", SceneRequest(SceneName.COUNCIL, scope=WALSALL), "No overall control in Walsall"),
        ("all", SceneRequest(SceneName.DUE), "Every result is in"),
        ("councils none", SceneRequest(SceneName.DUE, scope=BIRMINGHAM), "40 wards to declare"),
        ("none", SceneRequest(SceneName.TITLE), "General election 2024"),
    ],
)
def test_the_headline_is_a_fact_of_the_night(night: str, request_: SceneRequest, said: str) -> None:
    assert headline(draw(NIGHTS[night], request_)) == said


def test_a_contest_says_who_gained_it_from_whom_and_by_how_much() -> None:
    night = NIGHTS["all"]
    figure = draw(night, of(night, SceneName.CONTEST, "Birmingham Perry Barr"))
    assert headline(figure) == "Birmingham Perry Barr"
    assert words(figure, "band/") == ["INDEPENDENT GAIN", "from Labour"]
    assert words(figure, "votes:")[:2] == ["13,303", "12,796"]
    assert words(figure, "stat:") == ["Majority", "507", "Turnout", "49.1%", "Lab share change", "−33.9"]
    assert "Compared with 2019 (notional)" in words(figure, "foot")


def test_a_contest_says_the_swing_between_the_first_two() -> None:
    night = live("uk-2017")
    figure = draw(night, of(night, SceneName.CONTEST, "Bedford"))  # the Conservatives lost it with a larger share
    assert words(figure, "stat:")[-2:] == ["Swing Con to Lab", "2.0%"]
    assert words(figure, "change:")[:2] == ["+6.6", "+2.6"]
    assert outcome_said(night, "Bedford") == ["Labour change", "+6.6"]
    assert outcome_said(NIGHTS["all"], "Leicester South") == ["Labour change", "−35.3"]  # the winner is new
    assert outcome_said(NIGHTS["councils all"], "Winyates") == ["Labour share", "36.4%"]  # no last time is known


def outcome_said(night: Night, name: str) -> list[str]:
    standing = place(night, name)
    return words(outcome_card(standing, night.briefing, night.briefing.election.shown, 700.0), "side")


def test_the_bars_of_a_contest_begin_at_nothing_and_share_one_scale() -> None:
    night = NIGHTS["all"]
    standing = place(night, "Leicester South")
    figure = draw(night, of(night, SceneName.CONTEST, "Leicester South"))
    bars = {id[4:]: one for id, one in figure.shapes.items() if id.startswith("bar:") and isinstance(one, Box)}
    assert standing.poll is not None
    first = max(bars.values(), key=lambda one: one.width)
    assert len({one.x for one in bars.values()}) == 1
    for candidacy, bar in bars.items():
        votes = standing.poll.votes[candidacy]  # type: ignore[index]  # an id of the figure
        assert bar.width / first.width == pytest.approx(votes / 14739, abs=2 / first.width)


@pytest.mark.parametrize(("measure", "said"), [(Measure.LAST, "REFORM UK GAIN"), (Measure.HOLDER, "REFORM UK HOLD")])
def test_gain_or_hold_goes_by_the_baseline_that_is_named(measure: Measure, said: str) -> None:
    night = NIGHTS["all"]
    figure = draw(night, replace(of(night, SceneName.CONTEST, "Ashfield"), measure=measure))
    assert words(figure, "band/words") == [said]
    assert ("Gains against the holder now" in " ".join(words(figure, "foot"))) == (measure is Measure.HOLDER)


@pytest.mark.parametrize("name", [*SCOPED, SceneName.TICKER])
def test_every_change_says_what_it_is_measured_against(name: SceneName) -> None:
    said = " ".join(words(draw(NIGHTS["half"], SceneRequest(name, party=LAB))))
    changes = name not in (SceneName.RECOUNTS, SceneName.DUE)
    assert any(one in said for one in ("2019", "holder now")) == changes


def test_a_ward_is_one_of_its_own_councils() -> None:
    night = NIGHTS["councils all"]
    assert "40 of 40 declared" in words(draw(night, of(night, SceneName.CONTEST, "Weoley")), "foot")


@pytest.mark.parametrize("name", [SceneName.CONTEST, SceneName.STRAP, SceneName.RECOUNTS, SceneName.SHARES])
def test_the_figures_of_a_first_count_are_in_no_scene(name: SceneName) -> None:
    night = live("uk-2024", "04:47")
    standing = place(night, "Birmingham Perry Barr")
    first = {one.id: 8000 + place for place, one in enumerate(standing.contest.candidacies)}
    night = told(night, "Birmingham Perry Barr", Kind.RECOUNT, votes=first)
    assert place(night, "Birmingham Perry Barr").first_count is not None
    said = " ".join(words(draw(night, of(night, name, "Birmingham Perry Barr"))))
    assert "8,00" not in said
    assert "%" not in said


@pytest.mark.parametrize("name", [SceneName.CONTEST, SceneName.STRAP, SceneName.RECOUNTS])
@pytest.mark.parametrize(
    ("contest", "state"),
    [
        ("Birmingham Perry Barr", "RECOUNT"),
        ("Aldershot", "HEARD: LABOUR GAIN"),
        ("Inverness, Skye and West Ross-shire", "AWAITED"),
    ],
)
def test_before_a_result_there_is_its_state(name: SceneName, contest: str, state: str) -> None:
    night = uncertain()
    said = words(draw(night, of(night, name, contest)), "band")
    assert any(one.upper().startswith(state) for one in said), said


def test_recounts_come_first_and_are_counted() -> None:
    figure = draw(uncertain(), SceneRequest(SceneName.RECOUNTS))
    assert headline(figure) == "2 recounts, 420 awaited"
    assert words(figure, "due-when:")[:3].count("recount") == 2


def test_what_is_due_is_by_the_clock_it_is_given() -> None:
    night = live("uk-2024", "22:00")
    soon = place(night, "Sunderland Central").contest.expected
    assert soon is not None
    before = draw(night, SceneRequest(SceneName.DUE), soon - timedelta(minutes=1))
    after = draw(night, SceneRequest(SceneName.DUE), soon + timedelta(minutes=1))
    id = place(night, "Sunderland Central").contest.id
    assert words(before, f"due-when:{id}") == [f"{night.briefing.local(soon):%H:%M}"]
    assert words(after, f"due-when:{id}") in ([], [f"was due {night.briefing.local(soon):%H:%M}"])
    assert headline(before) != headline(after)


def town(ward: str, *votes: int, lot: tuple[int, ...] = ()) -> Night:
    """Return a town's night with one ward declared; `lot` are places on its ballot paper."""
    contest = next(one for one in TOWN.contests.values() if one.name == ward)
    figures = {one.id: number for one, number in zip(contest.candidacies, votes, strict=True)}
    drawn = tuple(contest.candidacies[one - 1].id for one in lot)
    return told(begin(TOWN), ward, Kind.DECLARED, votes=figures, lot=drawn)


@pytest.mark.parametrize("name", [SceneName.CONTEST, SceneName.STRAP])
def test_a_tie_has_no_winner_until_the_lot(name: SceneName) -> None:
    level, drawn = town("Alpha ward", 800, 800, 200), town("Alpha ward", 800, 800, 200, lot=(2,))
    before, after = (" ".join(words(draw(one, of(one, name, "Alpha ward")), "band")) for one in (level, drawn))
    assert before.upper().startswith("TIE")
    assert "CONSERVATIVE GAIN" in after


def test_a_ward_of_three_seats_says_who_is_elected_and_what_changed_hands() -> None:
    night = town("Gamma ward", 900, 800, 300, 700, 200, 100)
    figure = draw(night, of(night, SceneName.CONTEST, "Gamma ward"))
    assert words(figure, "band/") == ["LABOUR GAIN, LABOUR HOLD, CONSERVATIVE HOLD", "from Conservative"]
    assert [one for one in words(figure, "party:") if one.endswith("elected")] == [
        "Labour · elected",
        "Labour · elected",
        "Conservative · elected",
    ]
    assert words(figure, "change:") == [""] * 6, "a party with several candidacies has no one share to compare"


def test_an_unopposed_return_has_no_votes() -> None:
    night = told(begin(TOWN), "Delta ward", Kind.UNOPPOSED)
    figure = draw(night, of(night, SceneName.CONTEST, "Delta ward"))
    assert words(figure, "party:") == ["Liberal Democrat · elected unopposed"]
    assert not words(figure, "votes:")


def test_where_nobody_knows_who_had_the_seat_nothing_is_gained() -> None:
    night = NIGHTS["councils all"]
    unknown = next(one for one in night.contests.values() if not one.contest.holders)
    figure = draw(night, SceneRequest(SceneName.CONTEST, unknown.contest.id))
    assert words(figure, "band/") == [f"{night.briefing.parties[unknown.parties[0]].name.upper()} WIN"]


def test_independents_are_never_compared_and_a_new_party_is_new() -> None:
    night = NIGHTS["all"]
    figure = draw(night, of(night, SceneName.CONTEST, "Leicester South"))
    standing = place(night, "Leicester South")
    said = {one.party: words(figure, f"change:{one.id}") for one in standing.contest.candidacies}
    assert said[PartyId("Ind")] == [""]
    assert said[PartyId("Comm")] == ["new"]


@pytest.mark.parametrize("format", list(Format))
def test_candidacies_without_room_are_added_up_and_stand_on_the_next_page(format: Format) -> None:
    night = live("uk-2017")
    request = replace(of(night, SceneName.CONTEST, "Maidenhead"), format=format)
    standing = place(night, "Maidenhead")
    assert standing.poll is not None
    first, second = draw(night, request), draw(night, replace(request, page=1))
    for figure in (first, second) if words(first, "votes:others") else (first,):
        assert len(words(figure, "votes:")) <= 13
    shown = [int(one.replace(",", "")) for one in words(first, "votes:")]
    assert sum(shown) == standing.poll.valid_votes
    everyone = {id for figure in (first, second) for id in figure.shapes if id.startswith("votes:")}
    assert {f"votes:{one.id}" for one in standing.contest.candidacies} <= everyone


def test_a_target_turns_as_it_falls() -> None:
    before, after = NIGHTS["none"], NIGHTS["all"]
    request = SceneRequest(SceneName.BATTLEGROUND, party=LAB)
    id = next(iter(one for one in draw(before, request).shapes if one.startswith("target:")))
    old, new = (draw(night, request).shapes[id] for night in (before, after))
    assert isinstance(old, Box)
    assert isinstance(new, Box)
    assert (old.ink, old.edge) == ("panel", "awaited-edge")
    assert (new.ink, new.edge) == ("party:Lab", "")


def test_pages_of_a_battleground_follow_on_and_the_last_one_stays() -> None:
    night = NIGHTS["half"]
    pages = [
        [id for id in draw(night, SceneRequest(SceneName.BATTLEGROUND, party=LAB, page=page)).shapes if "target:" in id]
        for page in range(7)
    ]
    every = [id for page in pages[:5] for id in page]
    assert len(every) == len(set(every)) == 100
    assert pages[6] == pages[4]


def test_a_seat_between_the_two_hangs_at_the_swing_it_falls_at() -> None:
    night = NIGHTS["none"]
    scope = night.main_scope
    pair = two_parties(night, scope, None)
    assert pair == ("Lab", "Con")
    found = marginals(night, scope, *pair)
    assert [one.needed for one in found] == sorted(one.needed for one in found)
    burnley = next(one for one in found if one.standing.contest.name == "Burnley")
    base = burnley.standing.contest.baseline
    assert base is not None
    assert base.majority is not None
    assert burnley.needed == Fraction(base.majority) / (2 * base.valid_votes)
    assert burnley.to == "Lab"


def test_who_won_a_swingometers_seat_is_told_without_its_colour() -> None:
    night = NIGHTS["all"]
    found = marginals(night, night.main_scope, PartyId("Lab"), PartyId("Con"))
    figure = draw(night, SceneRequest(SceneName.SWINGOMETER))
    looks: dict[str, set[tuple[Pattern, Texture]]] = {}
    for one in found:
        dot = figure.shapes.get(f"seat:{one.standing.contest.id}")
        if isinstance(dot, Tile):
            looks.setdefault(one.standing.parties[0], set()).add((dot.pattern, dot.texture))
    assert looks.pop("Lab") == {(Pattern.SOLID, Texture.NONE)}
    assert looks.pop("Con") == {(Pattern.RINGED, Texture.NONE)}
    assert looks
    assert all(look == {(Pattern.SOLID, Texture.LEVEL)} for look in looks.values())
    feet = {one: words(draw(NIGHTS[one], SceneRequest(SceneName.SWINGOMETER)), "foot/")[0] for one in ("none", "all")}
    assert "between the two: Lab full, Con ringed, others barred" in feet["all"]
    assert "ringed" not in feet["none"]


@pytest.mark.parametrize("night", list(NIGHTS))
def test_a_chamber_has_a_dot_for_every_seat(night: str) -> None:
    one = NIGHTS[night]
    scope = BIRMINGHAM if "councils" in night else one.main_scope
    figure = draw(one, SceneRequest(SceneName.COUNCIL, scope=scope))
    dots = [shape for id, shape in figure.shapes.items() if id.startswith("seat:") and isinstance(shape, Tile)]
    tally = one.tally(scope)
    assert len(dots) == tally.all_seats
    assert sum(dot.pattern is Pattern.HOLLOW for dot in dots) == tally.to_come


@pytest.mark.parametrize("format", list(Format))
@pytest.mark.parametrize("night", list(NIGHTS))
def test_a_chambers_blocks_are_named_outside_its_seats(night: str, format: Format) -> None:
    one = NIGHTS[night]
    scope = BIRMINGHAM if "councils" in night else one.main_scope
    figure = draw(one, SceneRequest(SceneName.COUNCIL, scope=scope, format=format))
    dots = [shape for id, shape in figure.shapes.items() if id.startswith("seat:") and isinstance(shape, Tile)]
    names = [shape for id, shape in figure.shapes.items() if id.startswith("block:") and isinstance(shape, Text)]
    safe = stage_of(format).safe
    for name in names:
        assert safe.x <= name.x
        assert name.x + name.width <= safe.right
        for dot in dots:
            (x, y), right, bottom = dot.centre, name.x + name.width, name.y + name.height
            assert hypot(x - min(max(x, name.x), right), y - min(max(y, name.y), bottom)) > dot.size
    said = [name.spans[0].text for name in sorted(names, key=lambda name: name.x)]
    held = [one.briefing.parties[party].short for party in seated(one, one.tally(scope), Measure.LAST)]
    assert said == [short for short in held if short in said]
    if night == "all":
        assert said == ["Lab", "Con", "LD"]
    if night == "none":
        assert said == []


def test_the_map_shows_a_scope_and_rings_the_newest_until_all_are_in() -> None:
    night = NIGHTS["half"]
    group = Scope(ScopeKind.GROUP, "birmingham")
    tiles = [one for one in draw(night, SceneRequest(SceneName.MAP, scope=group)).shapes if one in night.contests]
    assert len(tiles) == 9
    newest = night.journal[-1].contest
    assert f"{newest}/ring" in draw(night, SceneRequest(SceneName.MAP)).shapes
    assert not any("/ring" in id for id in draw(NIGHTS["all"], SceneRequest(SceneName.MAP)).shapes)


@pytest.mark.parametrize("format", list(Format))
def test_net_gains_come_to_what_all_parties_gained_and_lost(format: Format) -> None:
    night = NIGHTS["half"]
    figure = draw(night, SceneRequest(SceneName.GAINS, format=format))
    said = [one for id in figure.shapes if id.startswith("net:") for one in words(figure, id) if one[0] in "+−0"]
    tally = night.tally(night.main_scope)
    known = (tally.line(party, Measure.LAST).net or 0 for party in seated(night, tally, Measure.LAST))
    assert sum(int(one.replace("−", "-")) for one in said) == sum(known)
    assert (words(figure, "net:name:others") == ["4 others"]) is (format is Format.SQUARE)


@pytest.mark.parametrize("format", list(Format))
@pytest.mark.parametrize("night", ["half", "all", "councils all"])
def test_no_seat_is_missing_from_the_ticker(night: str, format: Format) -> None:
    one = NIGHTS[night]
    said = words(draw(one, SceneRequest(SceneName.TICKER, format=format)), "seats:")
    tally = one.tally(one.main_scope)
    known = sum(tally.party_seats(party) for party in tally.parties)
    assert sum(int(cell.rpartition(" ")[2].replace(",", "")) for cell in said) == known
    assert said[-1].startswith("Others ") is (night != "councils all")


def test_the_newest_result_is_first_on_the_ticker() -> None:
    night = NIGHTS["half"]
    newest = night.contests[night.journal[-1].contest].contest.name
    assert words(draw(night, SceneRequest(SceneName.TICKER)), "result-words:")[0].startswith(newest)


@pytest.mark.parametrize("name", list(SceneName))
@pytest.mark.parametrize("format", list(Format))
def test_a_rehearsal_is_written_over_every_part_of_every_scene(name: SceneName, format: Format) -> None:
    night = replace(NIGHTS["half"], rehearsal=True)
    request = replace(of(night, name, "Ashfield"), format=format, scope=night.main_scope)
    figure = draw(night, request)
    marks = [one for id, one in figure.shapes.items() if id.startswith("mark:rehearsal") and isinstance(one, Text)]
    third = figure.height / 3
    for part in range(3):  # whoever shows a third of the frame shows the word
        inside = [one for one in marks if part * third <= one.y and one.y + one.height <= (part + 1) * third + 40]
        assert inside
    assert list(figure.shapes)[-len(marks) :][0].startswith("mark:"), "nothing is painted over it"
    plain = draw(replace(night, rehearsal=False), request)
    assert not any(id.startswith("mark:") for id in plain.shapes)


@pytest.mark.parametrize("name", list(SceneName))
def test_corrected_and_out_of_date_are_marks_on_what_was_there(name: SceneName) -> None:
    night = NIGHTS["half"]
    request = of(night, name, "Ashfield")
    plain, marked = draw(night, request), draw(night, request, corrected=True, stale=True)
    assert {id: one for id, one in marked.shapes.items() if not id.startswith("mark:")} == plain.shapes
    said = {one.spans[0].text for id, one in marked.shapes.items() if id.startswith("mark:") and isinstance(one, Text)}
    assert said == {"CORRECTED", "OUT OF DATE"}


def test_a_contests_figures_are_read_off_scenes_about_it_and_lists_it_is_in() -> None:
    night = NIGHTS["half"]
    ashfield = place(night, "Ashfield").contest.id
    about = {SceneName.CONTEST, SceneName.STRAP, SceneName.CARD, SceneName.SHARES, SceneName.SWINGOMETER}
    for name in SceneName:
        if name in LISTING:
            continue
        read = legible_in(night, of(night, name, "Ashfield"))
        assert read == ({ashfield} if name in about else frozenset()), name
        whole = legible_in(night, SceneRequest(name, scope=WALSALL))
        assert not whole or name is SceneName.CARD, name
    newest = night.contests[night.journal[-1].contest]
    assert newest.contest.id in legible_in(night, SceneRequest(SceneName.TICKER))
    assert ashfield not in legible_in(night, SceneRequest(SceneName.TICKER, format=Format.TALL)), "others came since"
    gained = legible_in(night, SceneRequest(SceneName.GAINS))
    assert 4 < len(gained) < 12
    assert all(_gained(night.contests[one]) for one in gained)
    targets = legible_in(night, SceneRequest(SceneName.BATTLEGROUND, party=LAB))
    assert targets
    assert all(night.contests[one].decided for one in targets), "of an awaited target nothing is read"


def _gained(standing: Standing) -> bool:
    outcome = standing.outcome(Measure.LAST)
    return outcome is not None and outcome.is_gain


def test_what_a_scene_comes_from() -> None:
    night = NIGHTS["half"]
    ashfield = place(night, "Ashfield").contest.id
    declared = {one for one, standing in night.contests.items() if standing.decided}
    assert contests_in(night, of(night, SceneName.CONTEST, "Ashfield")) == {ashfield}
    assert contests_in(night, of(night, SceneName.STRAP, "Ashfield")) == {ashfield}
    assert contests_in(night, SceneRequest(SceneName.MAP)) == declared
    assert contests_in(night, SceneRequest(SceneName.TITLE)) == frozenset()
    assert contests_in(night, SceneRequest(SceneName.CARD, words=("A fact",))) == frozenset()
    assert contests_in(night, SceneRequest(SceneName.CARD)) == {night.journal[-1].contest}
    west = Scope(ScopeKind.REGION, "West Midlands")
    assert contests_in(night, SceneRequest(SceneName.TALLY, scope=west)) == {
        one.contest.id for one in night.within(west) if one.decided
    }
    assert len(contests_in(night, SceneRequest(SceneName.BATTLEGROUND, party=LAB))) == 47


def test_a_rundown_calls_scenes_by_name_and_place() -> None:
    night = NIGHTS["half"]
    assert title(night, of(night, SceneName.CONTEST, "Ynys Môn")) == "Result: Ynys Môn"
    assert title(night, SceneRequest(SceneName.MAP)) == "Map"
    assert title(night, SceneRequest(SceneName.MAP, scope=Scope(ScopeKind.REGION, "Wales"))) == "Map: Wales"
    assert title(night, SceneRequest(SceneName.BATTLEGROUND, party=LAB)) == "Battleground: Labour"
    assert title(night, SceneRequest(SceneName.CARD, words=("First Green", "in the region"))) == "Headline: First Green"


@pytest.mark.parametrize("name", list(SceneName))
def test_what_nobody_knows_is_no_crash(name: SceneName) -> None:
    night = NIGHTS["half"]
    for request in (
        SceneRequest(name, ContestId("nowhere"), page=99),
        SceneRequest(name, scope=Scope(ScopeKind.REGION, "Nowhere"), party=PartyId("Nobody"), page=-1),
        SceneRequest(name, scope=Scope(ScopeKind.GROUP, "")),
        SceneRequest(name, scope=Scope(ScopeKind.BODY, "nowhere")),
    ):
        assert draw(night, request).shapes
        assert title(night, request)
        assert contests_in(night, request) <= set(night.contests)


@pytest.mark.parametrize("name", [SceneName.MAP, SceneName.GAINS, SceneName.TALLY])
def test_gains_say_in_how_many_contests_they_are_known(name: SceneName) -> None:
    some = draw(NIGHTS["councils half"], SceneRequest(name, measure=Measure.HOLDER))
    assert "Gains against the holder now in 20 of 35 wards" in " ".join(words(some, "foot"))
    every = draw(NIGHTS["half"], SceneRequest(name))
    assert " of 228" not in " ".join(words(every, "foot"))


@pytest.mark.parametrize("name", [SceneName.SHARES, SceneName.SWINGOMETER])
def test_changes_say_in_how_many_contests_there_is_a_last_time(name: SceneName) -> None:
    every = draw(NIGHTS["councils all"], SceneRequest(name))
    assert words(every, "foot")[-1].endswith("Change since 2014 in 40 of 69 wards")
    one_body = draw(NIGHTS["councils all"], SceneRequest(name, scope=BIRMINGHAM))
    assert words(one_body, "foot")[-1].endswith("Change since 2014")


@pytest.mark.parametrize("name", [SceneName.CONTEST, SceneName.STRAP, SceneName.CARD])
def test_a_win_of_a_seat_that_nobody_knows_the_holder_of_is_measured_by_nothing(name: SceneName) -> None:
    night = NIGHTS["councils all"]
    said = " ".join(words(draw(night, of(night, name, "Winyates"))))
    assert "Labour win" in said or "LABOUR WIN" in said
    assert "Who held it before is not known" in said
    assert "Gains" not in said


def test_targets_are_held_and_lost_where_the_party_had_them() -> None:
    half, every = NIGHTS["none"], NIGHTS["all"]
    greens = SceneRequest(SceneName.BATTLEGROUND, party=PartyId("Green"))
    assert words(draw(half, greens), "target-what:")[:2] == ["1  Con, needs 26.9%", "2  Green seat, to hold"]
    assert "Swing needed against 2019 (notional)" in words(draw(half, greens), "foot")
    assert words(draw(every, greens), "target-what:")[:2] == ["1  won", "2  held"]
    assert not any("Swing" in one for one in words(draw(every, greens), "foot"))


@pytest.mark.parametrize("format", list(Format))
@pytest.mark.parametrize("night", ["councils half", "councils all", "half", "all"])
def test_nothing_lies_over_the_seats_of_a_chamber(night: str, format: Format) -> None:
    one = NIGHTS[night]
    figure = draw(one, SceneRequest(SceneName.COUNCIL, format=format))
    dots = [shape for shape in figure.shapes.values() if isinstance(shape, Tile)]
    said = [shape for id, shape in figure.shapes.items() if id.startswith("middle") and isinstance(shape, Text)]
    assert said
    for text in said:
        half = width_of("".join(one.text for one in text.spans), text.size, text.role) / 2
        middle, top = text.x + text.width / 2, text.y + text.height * 0.2
        for x, y in (point for dot in dots for ring in dot.rings for point in ring):
            assert not (abs(x - middle) < half and top < y < text.y + text.height * 0.8), text.id


def test_contests_that_wait_say_of_which_body_they_are_where_there_are_several() -> None:
    night = NIGHTS["councils none"]
    under = words(draw(night, SceneRequest(SceneName.DUE)), "due-under:")
    assert any(one.startswith("Walsall") for one in under)
    assert not any("Walsall" in one for one in words(draw(night, SceneRequest(SceneName.DUE, scope=WALSALL)), "due-u"))


def test_a_majority_on_boundaries_that_were_not_there_is_called_notional() -> None:
    new, old = NIGHTS["none"], live("uk-2017", "22:00")
    said = words(draw(new, of(new, SceneName.CONTEST, "Birmingham Perry Barr")), "before")
    assert said == ["Labour seat: majority 22,325 in 2019 (notional)"]
    (was,) = words(draw(old, of(old, SceneName.CONTEST, "Bedford")), "before")
    assert was.endswith(" in 2015")
