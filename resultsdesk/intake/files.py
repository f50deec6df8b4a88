"""The files of a briefing's folder and their columns; `*` marks those that must be there."""

from resultsdesk.intake.sheets import Columns

ELECTION = "election.toml"
OUTLINES = "outlines.geojson"

BODIES = Columns.of("bodies.csv", "id* name* seats* majority note")
CONTINUING = Columns.of("continuing.csv", "body* party* seats*")
PARTIES = Columns.of("parties.csv", "id* name* short colour* order kind called first_ever")
CONTESTS = Columns.of(
    "contests.csv",
    "id* name* body* region nation vacancies electorate expected baseline_electorate defended holders note"
    " former_names party_since member_since lost_last",
)
CANDIDACIES = Columns.of("candidacies.csv", "contest* order* id forenames surname* party* adjunct sitting elected_for")
BASELINES = Columns.of("baselines.csv", "contest* party* votes* name election kind")
GROUPS = Columns.of("groups.csv", "group* name contest*")
TARGETS = Columns.of("targets.csv", "party* rank* contest*")
LAYOUT = Columns.of("layout.csv", "contest* q* r*")
RESULTS = Columns.of("results.csv", "contest* candidacy* votes* declared rejected papers recounts lot")

NEEDED = (PARTIES.file, BODIES.file, CONTESTS.file, CANDIDACIES.file)
OPTIONAL = (
    CONTINUING.file, BASELINES.file, GROUPS.file, TARGETS.file, LAYOUT.file, OUTLINES, RESULTS.file,
)  # fmt: skip
