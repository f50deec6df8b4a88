"""A second process that paints and draws a summary's pictures: Python paints one at a time, and Qt is large."""

import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from resultsdesk.export.apart import Apart
from resultsdesk.export.folder import Stage
from resultsdesk.export.paper.pdf import PdfWriter
from resultsdesk.export.stills.png import PngWriter
from resultsdesk.export.stills.svg_file import SvgWriter
from resultsdesk.export.summary import Summary, Writer
from resultsdesk.export.writing import Fault, Helper, made


@dataclass(frozen=True, slots=True)
class _Told:
    """What the second process is told before it is asked for pictures by their names."""

    summary: bytes
    stage: Stage


@contextmanager
def helper(summary: Summary, stage: Stage, without: Callable[[], object]) -> Iterator[Helper]:
    """Give a helper for pictures, which is gone afterwards; `without` is called where they must be painted here."""
    # Now, while no writer adds to what is known of the night; it is read again sooner than the night file.
    told = _Told(pickle.dumps(summary), stage)
    with Apart(_paint_each, "pictures") as process:
        begun = False

        def make(writer: Writer) -> Fault | None:
            nonlocal begun
            if isinstance(writer, PdfWriter):
                # Setting paper has a process of its own, and a large one: this one begins when that is gone.
                return made(summary, writer, stage)
            if not begun:
                process.ask(told)
                begun = True
            fault: Fault | None = process.ask(writer.name)
            return fault

        yield Helper(lambda one: isinstance(one, PdfWriter | PngWriter | SvgWriter), make, without)


def _paint_each(asked: Iterator[object]) -> Iterator[Fault | None]:
    """Paint the pictures that are asked for by name, once it has been told of what; yield what `made` does."""
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
        yield made(summary, known[str(name)], told.stage)
