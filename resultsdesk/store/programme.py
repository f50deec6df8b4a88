"""The programme in the file: what every output shows and will show, and the rundown. A change is one transaction."""

import sqlite3
from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from pathlib import Path

from resultsdesk.air.left import Left
from resultsdesk.air.programme import OUTPUTS, Interrupt, Item, OnAir, Output, Programme, Run, Waiting, Way
from resultsdesk.air.screening import Screening
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.night import Scope, ScopeKind
from resultsdesk.store.connection import reading, writing
from resultsdesk.store.ledger import Airing, Ledger
from resultsdesk.store.left import LeftAsAired
from resultsdesk.store.moments import read, written, written_or_none
from resultsdesk.store.scene_rows import SCENE, SCENE_MARKS, columns, scene_of
from resultsdesk.store.schema.air import TABLES
from resultsdesk.store.screenings import Screenings


class ProgrammeShelf:
    """Keeps one night's programme. The ledger of airings follows it."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection, self._path = connection, path
        self._ledger = Ledger(connection, path)
        self._screenings = Screenings(connection, path)
        self._left = LeftAsAired(connection, path)

    def load(self) -> Programme:
        """Return the programme as it was kept last; an empty one where nothing was."""
        with reading(self._connection, self._path):
            return self._load()

    def change(self, edit: Callable[[Programme], Programme], at: datetime) -> Programme:
        """Keep what `edit` makes of the programme, nobody else writing meanwhile, and return that.

        Where `edit` raises, everything is as it was.
        """
        with writing(self._connection, self._path):
            before = self._load()
            after = edit(before)
            if after != before:
                self._save(after)
                self._ledger.settle({(entry, name) for name, on in after.on_air.items() for entry in on.entries}, at)
                self._screenings.settle(after.on_air, at)
            return after

    def ledger(self) -> tuple[Airing, ...]:
        """Return every airing so far, in the order they began."""
        return self._ledger.airings()

    def screenings(self) -> tuple[Screening, ...]:
        """Return every scene that was on an output so far, in the order they came on."""
        return self._screenings.all()

    def was_aired(self, entries: Collection[int]) -> bool:
        """Return whether any of these entries has been on an output."""
        return self._ledger.was_aired(entries)

    def left(self) -> tuple[Left, ...]:
        """Return what was aired wrong and left as it was, the earliest answer first."""
        return self._left.load()

    def leave(self, output: str, what: str, at: datetime, by: str) -> None:
        """Note who left something as it was aired."""
        self._left.leave(output, what, at, by)

    def _load(self) -> Programme:
        execute = self._connection.execute
        previews = {output: scene_of(scene) for output, *scene in execute(f"SELECT output, {SCENE} FROM in_preview")}
        entries: dict[str, list[int]] = {}
        for entry, output in execute("SELECT entry, output FROM airings WHERE aired_to IS NULL ORDER BY entry"):
            entries.setdefault(output, []).append(entry)
        programs = {
            output: OnAir(
                scene_of(scene), read(since), tuple(entries.get(output, ())), bool(corrected), Way(way), serial
            )
            for output, since, corrected, way, serial, *scene in execute(
                f"SELECT output, since, corrected, way, serial, {SCENE} FROM on_air"
            )
        }
        waiting: dict[str, list[Waiting]] = {}
        for output, contest, seconds in execute("SELECT output, contest, seconds FROM waiting ORDER BY output, place"):
            waiting.setdefault(output, []).append(Waiting(ContestId(contest), seconds))
        runs = {
            output: Run(
                None if until is None else read(until), timedelta(seconds=seconds), interrupting,
                tuple(waiting.get(output, ())),
            )
            for output, until, seconds, interrupting in execute("SELECT output, until, seconds, interrupting FROM runs")
        }  # fmt: skip
        outputs = {one: Output(one) for one in OUTPUTS}
        for name, lock, cue, item, taken in execute("SELECT name, lock, cue, item, taken FROM outputs ORDER BY place"):
            outputs[name] = Output(name, previews.get(name), programs.get(name), lock, cue, item, runs.get(name), taken)
        return Programme(
            outputs,
            tuple(
                Item(id, scene_of(scene), dwell)
                for id, dwell, *scene in execute(f"SELECT id, dwell, {SCENE} FROM rundown ORDER BY place")
            ),
            tuple(
                Interrupt(Scope(ScopeKind(scope), name), seconds)
                for scope, name, seconds in execute("SELECT scope, scope_name, seconds FROM interrupts ORDER BY place")
            ),
        )

    def _save(self, programme: Programme) -> None:
        """Write the programme in the place of what was there: some dozens of rows at most."""
        execute = self._connection.execute
        for table in TABLES:
            execute(f"DELETE FROM {table}")
        for place, item in enumerate(programme.rundown):
            row = (place, item.id, item.dwell, *columns(item.scene))
            execute(f"INSERT INTO rundown (place, id, dwell, {SCENE}) VALUES (?,?,?,{SCENE_MARKS})", row)
        for place, rule in enumerate(programme.interrupts):
            execute("INSERT INTO interrupts VALUES (?,?,?,?)", (place, rule.scope.kind, rule.scope.name, rule.seconds))
        for place, output in enumerate(programme.outputs.values()):
            self._save_output(place, output)

    def _save_output(self, place: int, output: Output) -> None:
        execute, name = self._connection.execute, output.name
        row = (place, name, output.lock, output.cue, output.item, output.taken)
        execute("INSERT INTO outputs (place, name, lock, cue, item, taken) VALUES (?,?,?,?,?,?)", row)
        if output.preview is not None:
            execute(
                f"INSERT INTO in_preview (output, {SCENE}) VALUES (?,{SCENE_MARKS})", (name, *columns(output.preview))
            )
        if (on := output.program) is not None:
            execute(
                f"INSERT INTO on_air (output, since, corrected, way, serial, {SCENE}) VALUES (?,?,?,?,?,{SCENE_MARKS})",
                (name, written(on.since), int(on.corrected), on.way, on.serial, *columns(on.scene)),
            )
        if (run := output.run) is not None:
            seconds = run.left.total_seconds()
            execute("INSERT INTO runs VALUES (?,?,?,?)", (name, written_or_none(run.until), seconds, run.interrupting))
            for at, one in enumerate(run.waiting):
                execute("INSERT INTO waiting VALUES (?,?,?,?)", (name, at, one.contest, one.seconds))
