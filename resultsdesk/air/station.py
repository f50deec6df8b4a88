"""The station: the one writer of what is on air. It changes the programme, keeps it, and broadcasts what changed."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import datetime

from resultsdesk.air import rundown, running, switching
from resultsdesk.air.aired import AiredWrong
from resultsdesk.air.airing import Airing
from resultsdesk.air.following import TAKEN_BACK, followed
from resultsdesk.air.keeping import Edit, Keeping
from resultsdesk.air.moment import ContestsIn, Moment
from resultsdesk.air.notices import Notices
from resultsdesk.air.programme import PRESENTER, ItemId, Output, OutputName, Programme, Way, with_output
from resultsdesk.air.protocols import Shelf
from resultsdesk.air.retelling import retell, told_by
from resultsdesk.figures.scenes.request import SceneRequest
from resultsdesk.figures.scenes.scene import contests_in
from resultsdesk.night.changes import Changes
from resultsdesk.night.night import Night, Scope
from resultsdesk.night.trouble import Trouble
from resultsdesk.story.lines import Story

Listener = Callable[[Airing], None]
Clock = Callable[[], datetime]


class Station:
    """Holds the programme of one open night. Every act raises AirTrouble where it may not be, and nothing else: where
    the file cannot be written what is on air changes all the same, and `trouble` says what was not kept.

    `at_hand` is the output this desk's keys are for; `wrong` what was on air and has been corrected since,
    and nobody has put right there or left.
    """

    def __init__(
        self, shelf: Shelf, night: Callable[[], Night], clock: Clock, wall: Clock, by: Callable[[], str],
        contests: ContestsIn = contests_in, trouble: Callable[[Trouble], object] = lambda _: None,
    ) -> None:  # fmt: skip
        self._shelf, self._night, self._clock, self._wall, self._by = shelf, night, clock, wall, by
        self._contests, self.trouble = contests, trouble
        self._listeners: list[Listener] = []
        self._keeping = Keeping(shelf, lambda trouble: self.trouble(trouble))
        self._notices = Notices(shelf, night)
        self.at_hand: OutputName = PRESENTER
        self.programme: Programme = shelf.load()
        self.wrong: tuple[AiredWrong, ...] = ()
        self._look_for_wrong()

    @property
    def night(self) -> Night:
        """Return the night that is on air."""
        return self._night()

    @property
    def by(self) -> str:
        """Return who locks and takes at this desk."""
        return self._by()

    @property
    def output(self) -> Output:
        """Return the output at hand."""
        return self.programme.outputs[self.at_hand]

    @property
    def time_words(self) -> str:
        """Return how long what runs by itself on the output at hand stays; nothing where none runs."""
        return running.time_words(self.output, self._wall())

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after every change; return the function that ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def preview(self, scene: SceneRequest, output: OutputName = "", cue: ItemId | None = None) -> None:
        """Put a scene in preview."""
        self._act(lambda now, moment: switching.preview(now, output or self.at_hand, scene, moment, cue))

    def take(self, output: OutputName = "", way: Way = Way.MOVE) -> None:
        """Put on air what is in preview."""
        self._act(lambda now, moment: switching.take(now, output or self.at_hand, moment, way))

    def air(self, scene: SceneRequest, output: OutputName = "", way: Way = Way.MOVE) -> None:
        """Put a scene on air at once."""
        self._act(lambda now, moment: switching.air(now, output or self.at_hand, scene, moment, way))

    def next_line(self, output: OutputName = "") -> None:
        """Take the rundown's next line."""
        self._act(lambda now, moment: running.next_line(now, output or self.at_hand, moment))

    def clear(self, output: OutputName = "") -> None:
        """Take everything off one output."""
        self._act(lambda now, moment: switching.clear(now, output or self.at_hand, moment))

    def clear_all(self) -> tuple[OutputName, ...]:
        """Take everything off every output; return those that somebody else has locked with something on them."""
        left: list[OutputName] = []

        def edit(now: Programme, moment: Moment) -> Programme:
            cleared, locked = switching.clear_all(now, moment)
            left[:] = locked
            return cleared

        self._act(edit)
        return tuple(left)

    def run(self, output: OutputName = "") -> None:
        """Run the rundown by itself, or stop that."""
        name = output or self.at_hand

        def edit(now: Programme, moment: Moment) -> Programme:
            one = now.outputs.get(name)
            return (running.stop if one is not None and one.run is not None else running.start)(now, name, moment)

        self._act(edit)

    def hold(self, output: OutputName = "") -> None:
        """Stop the time of an automatic run, or let it go on."""
        self._act(lambda now, moment: running.hold(now, output or self.at_hand, moment))

    def lock(self, output: OutputName = "") -> None:
        """Keep an output to this desk."""
        self._act(lambda now, moment: switching.lock(now, output or self.at_hand, moment))

    def unlock(self, output: OutputName = "", force: bool = False) -> None:
        """Let everybody have an output again."""
        self._act(lambda now, moment: switching.unlock(now, output or self.at_hand, moment, force))

    def add(self, scene: SceneRequest, after: ItemId | None = None) -> None:
        """Put a scene into the rundown."""
        self._act(lambda now, _: rundown.add(now, scene, after))

    def remove(self, item: ItemId) -> None:
        """Take a line out of the rundown."""
        self._act(lambda now, _: rundown.remove(now, item))

    def shift(self, item: ItemId, by: int) -> None:
        """Move a line of the rundown."""
        self._act(lambda now, _: rundown.shift(now, item, by))

    def dwell(self, item: ItemId, seconds: int) -> None:
        """Have a line of the rundown stay so long."""
        self._act(lambda now, _: rundown.dwell(now, item, seconds))

    def interrupt_for(self, scope: Scope, seconds: int) -> None:
        """Have declarations in a scope interrupt automatic runs; 0 seconds takes the rule away."""
        self._act(lambda now, _: running.interrupt_for(now, scope, seconds))

    def take_in(self, changes: Changes) -> None:
        """Follow the journal. Raises nothing: the declaration that is told of has been made."""
        moment = self._moment()

        def edit(now: Programme, moment: Moment = moment) -> Programme:
            return running.declared(followed(now, changes, moment), changes.entries, moment)

        if edit(self.programme) is not self.programme:
            self._change(edit, moment)
        if any(one.kind in TAKEN_BACK for one in changes.entries):
            self._ask()

    def retell(self, story: Story) -> None:
        """Say what is on air and planned of the story as it is told now, and nothing that is no longer true; ask about
        what was said before and is not.
        """
        moment, told, before = self._moment(), told_by(story), self._notices.told
        self._notices.told = told
        otherwise = retell(self.programme, told, moment) is not self.programme
        if otherwise:
            self._change(lambda now: retell(now, told, moment), moment)
        if self.lines_aired and (otherwise or self.wrong or before is None or before.withdrawn != told.withdrawn):
            self._ask()

    @property
    def lines_aired(self) -> bool:
        """Return whether a line of the story has been on air: then somebody has to tell it."""
        try:
            return self._notices.lines_aired()
        except Trouble as trouble:
            self.trouble(trouble)
            return False

    def leave(self, wrong: AiredWrong) -> None:
        """Ask no more about something that was aired wrong, at any desk of the night."""
        try:
            self._notices.leave(wrong, self._clock(), self.by)
        except Trouble as trouble:
            self.trouble(trouble)
        self._ask()

    def tick(self) -> None:
        """Let automatic runs go on where it is time."""
        moment = self._moment()
        if running.tick(self.programme, moment) is not self.programme:
            self._change(lambda now: running.tick(now, moment), moment)

    def catch_up(self) -> None:
        """Take in what another desk has changed."""
        kept = self._keeping.elsewhere()
        if kept is not None:
            self._become(kept)
            if self.wrong:
                self._ask()

    def put_away(self, outputs: Iterable[OutputName]) -> None:
        """Note that nothing shows these outputs any more: what was on air there is in preview."""

        def edit(now: Programme) -> Programme:
            for name in outputs:
                one = now.outputs.get(name)
                if one is not None and one.program is not None:
                    now = with_output(now, replace(one, program=None, run=None, preview=one.program.scene, cue=None))
            return now

        self._change(edit, self._moment())

    def _act(self, edit: Callable[[Programme, Moment], Programme]) -> None:
        moment = self._moment()
        self._change(lambda now: edit(now, moment), moment)

    def _change(self, edit: Edit, moment: Moment) -> None:
        self._become(self._keeping.change(self.programme, edit, moment.at))

    def _become(self, after: Programme) -> None:
        before, self.programme = self.programme, after
        if before != after:
            self._notices.heard(after)
            if self.wrong:
                self._look_for_wrong()
            self._tell(Airing(before, after, self.wrong))

    def _ask(self) -> None:
        """Look for what is wrong, and broadcast it where it is not what was wrong before."""
        before = self.wrong
        self._look_for_wrong()
        if self.wrong != before:
            self._tell(Airing(self.programme, self.programme, self.wrong))

    def _look_for_wrong(self) -> None:
        try:
            self.wrong = self._notices.wrong()
        except Trouble as trouble:
            self.trouble(trouble)

    def _tell(self, airing: Airing) -> None:
        for listener in tuple(self._listeners):
            listener(airing)

    def _moment(self) -> Moment:
        return Moment(self.night, self.by, self._clock(), self._wall(), self._was_aired, self._contests)

    def _was_aired(self, entries: Collection[int]) -> bool:
        try:
            return self._shelf.was_aired(entries)
        except Trouble as trouble:
            self.trouble(trouble)
            return False
