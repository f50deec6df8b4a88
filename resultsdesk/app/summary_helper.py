"""What is made beside a summary's other files: Typst sets the paper, and a process paints and draws pictures.

Python paints one picture at a time, and Qt is large.
"""

import pickle
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from resultsdesk.export.apart import Apart
from resultsdesk.export.folder import Stage
from resultsdesk.export.paper.pdf import PdfWriter
from resultsdesk.export.stills.png import PngWriter
from resultsdesk.export.stills.svg_file import SvgWriter
from resultsdesk.export.summary import Summary, Writer
from resultsdesk.export.trouble import SummaryTrouble
from resultsdesk.export.writing import Fault, Helper, made


@dataclass(frozen=True, slots=True)
class _Told:
    """What the second process is told before it is asked for pictures by their names."""

    summary: bytes
    stage: Stage


@dataclass(frozen=True, slots=True)
class _ThenTold:
    """A writer that says when its file is written: reading it again takes this process alone."""

    writer: Writer
    tell: Callable[[], object]

    @property
    def name(self) -> str:
        return self.writer.name

    @property
    def what(self) -> str:
        return self.writer.what

    def write(self, summary: Summary, path: Path) -> None:
        try:
            self.writer.write(summary, path)
        finally:
            self.tell()

    def check(self, summary: Summary, path: Path) -> tuple[str, ...]:
        return self.writer.check(summary, path)


@contextmanager
def helpers(
    summary: Summary, stage: Stage, some: Sequence[Writer], without: Callable[[], object]
) -> Iterator[tuple[Helper, Helper]]:
    """Give one helper for the report on paper and one for pictures, whose process is gone afterwards.

    `some` are the files to be made; `without` is called where the pictures must be painted here.
    """
    # Now, while no writer adds to what is known of the night; it is read again sooner than the night file.
    told = _Told(pickle.dumps(summary), stage)
    # Setting paper has a process of its own, and a large one: that for pictures begins when it is gone.
    room = threading.Event()
    if not any(isinstance(one, PdfWriter) for one in some):
        room.set()
    with Apart(_paint_each, "pictures") as process:
        begun = False

        def set_paper(writer: Writer) -> Fault | None:
            try:
                return made(summary, _ThenTold(writer, room.set), stage)
            finally:
                room.set()  # also where the disk has no room for it: whoever waits would wait without end

        def paint(writer: Writer) -> Fault | None:
            nonlocal begun
            if not begun:
                room.wait()
                process.ask(told)
                begun = True
            answer: Fault | SummaryTrouble | None = process.ask(writer.name)
            if isinstance(answer, SummaryTrouble):
                raise answer
            return answer

        yield (
            Helper(lambda one: isinstance(one, PdfWriter), set_paper),
            Helper(lambda one: isinstance(one, PngWriter | SvgWriter), paint, without, here_too=_drawn),
        )


def _drawn(writer: Writer) -> bool:
    """Return whether a picture needs no Qt."""
    return isinstance(writer, SvgWriter)


def _paint_each(asked: Iterator[object]) -> Iterator[Fault | SummaryTrouble | None]:
    """Paint the pictures asked for by name, once it has been told of what; yield what `made` returns or raises."""
    from resultsdesk.app.pictures import Pictures
    from resultsdesk.export.stills.png import png_files
    from resultsdesk.export.stills.svg_file import svg_files

    told = next(asked, None)
    if not isinstance(told, _Told):
        return
    summary: Summary = pickle.loads(told.summary)  # from the first process, by a pipe of its own
    pictures = Pictures(summary.night)
    pictures.make_ready()
    known: dict[str, Writer] = {one.name: one for one in (*png_files(summary, pictures), *svg_files(summary))}
    yield None
    for name in asked:
        try:
            answer: Fault | SummaryTrouble | None = made(summary, known[str(name)], told.stage)
        except SummaryTrouble as trouble:
            answer = trouble
        yield answer
