"""A night that is served: what the outputs ask of the desk, and a desk without a window for when there is no other."""

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from datetime import UTC, datetime
from pathlib import Path

from resultsdesk.air.programme import AirTrouble, Programme
from resultsdesk.air.retelling import says_lines
from resultsdesk.air.station import Station
from resultsdesk.app.holder import place_at
from resultsdesk.app.nights import desk_at
from resultsdesk.desk.desk import Desk
from resultsdesk.desk.teller import Teller
from resultsdesk.night.night import Night
from resultsdesk.night.rules import Author
from resultsdesk.outputs.source import Deed, Wish
from resultsdesk.store.night_file import NightFile, open_night
from resultsdesk.store.trouble import ReadOnlyNight

LOOK_EVERY = 0.1
"""Seconds between looks at what others have written to the file, and at whether the rundown goes on."""

Act = Callable[[], None]


class DeskSource:
    """A desk and its station as the outputs see them. `hand_over` has an act done on the desk's own thread; `tell`
    calls a listener after a change, at once or when it suits the desk.
    """

    def __init__(
        self,
        desk: Desk,
        station: Station,
        hand_over: Callable[[Act], None],
        read_only: bool = False,
        tell: Callable[[Act], None] = lambda listener: listener(),
    ) -> None:
        self._desk, self._station, self._hand_over, self._read_only = desk, station, hand_over, read_only
        self._tell = tell

    def night(self) -> Night:
        """Return the night as it stands."""
        return self._desk.night

    def programme(self) -> Programme:
        """Return what is on air and planned."""
        return self._station.programme

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` after every entry and every change on air."""
        ends = (
            self._desk.subscribe(lambda _: self._tell(listener)),
            self._station.subscribe(lambda _: self._tell(listener)),
        )

        def end() -> None:
            for one in ends:
                one()

        return end

    def control(self, wish: Wish) -> "Future[None]":
        """Have a wish carried out on the desk's thread."""
        future: Future[None] = Future()

        def act() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                self._carry_out(wish)
            except BaseException as error:  # noqa: BLE001 - whoever wished is told, and the desk goes on
                future.set_exception(error)
            else:
                future.set_result(None)

        self._hand_over(act)
        return future

    def _carry_out(self, wish: Wish) -> None:
        station = self._station
        if self._read_only:
            raise AirTrouble("This night is open for looking only.", "Open it where it may be written.")
        match wish.deed:
            case Deed.TAKE:
                station.take(wish.output)
            case Deed.CLEAR:
                station.clear(wish.output)
            case Deed.NEXT:
                station.next_line(wish.output)
            case Deed.SCENE:
                if wish.request is not None:
                    station.air(wish.request, wish.output)


class HeadlessDesk:
    """A desk and a station on a night file, kept up with it by whoever calls `run`."""

    def __init__(self, file: NightFile, author: Author, read_only: bool = False) -> None:
        self._file = file
        self._acts: queue.SimpleQueue[Act] = queue.SimpleQueue()
        self._stopped = threading.Event()
        self.desk = desk_at(file, author)
        place = place_at(file.path)
        self.station = Station(
            file.programme,
            lambda: self.desk.night,
            self.desk.clock.now,
            lambda: datetime.now(UTC),
            lambda: place.holds(author.desk),
        )
        self.desk.subscribe(self.station.take_in)
        self._teller = Teller(lambda: self.desk.night)
        self.source = DeskSource(self.desk, self.station, self._acts.put, read_only)

    def run(self) -> None:
        """Follow the file and do what is handed over, until `stop`."""
        while not self._stopped.is_set():
            self.work(LOOK_EVERY)

    def work(self, seconds: float) -> bool:
        """Do the next thing that is handed over, or where nothing is for so long, look; return whether one was."""
        try:
            act = self._acts.get(timeout=seconds)
        except queue.Empty:
            self.look()
            return False
        act()
        return True

    def look(self) -> None:
        """Take in what others have written, and let automatic runs go on."""
        if self._file.changed_elsewhere():
            self.desk.catch_up()
            self.station.catch_up()
        self.station.tick()
        self.retell()

    def retell(self) -> None:
        """Have lines of the story on air and planned say what is true now; without any it costs nothing."""
        if says_lines(self.station.programme):
            self.station.retell(self._teller.story())

    def stop(self) -> None:
        """Have `run` return; any thread may say so, and a signal's handler."""
        self._stopped.set()
        self._acts.put(lambda: None)


def file_to_serve(path: Path) -> tuple[NightFile, bool]:
    """Return a night file open for writing, or where that cannot be, for looking; and whether it is the latter."""
    try:
        return open_night(path), False
    except ReadOnlyNight:
        return open_night(path, read_only=True), True
