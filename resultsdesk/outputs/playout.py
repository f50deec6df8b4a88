"""Other programs that are kept as the night is, each said in a line: `caspar 192.168.1.20/1-20=presenter`."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from resultsdesk.air.programme import OutputName
from resultsdesk.night.trouble import Trouble
from resultsdesk.outputs.caspar import PORT as CASPAR_PORT
from resultsdesk.outputs.caspar import Place
from resultsdesk.outputs.companion import PORT as COMPANION_PORT
from resultsdesk.outputs.companion import Companion
from resultsdesk.outputs.server import OutputServer
from resultsdesk.outputs.vmix import PORT as VMIX_PORT
from resultsdesk.outputs.vmix import TitleInput, Vmix

_HOST = r"^(?P<host>[^:/=\s]+)(:(?P<port>\d+))?"
_CASPAR = re.compile(_HOST + r"/(?P<channel>\d+)-(?P<layer>\d+)=(?P<output>\w+)$")
_VMIX = re.compile(_HOST + r"/(?P<input>.+)=(?P<output>\w+)$")
_COMPANION = re.compile(_HOST + r"$")


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer of CasparCG that shows an output."""

    place: Place
    output: OutputName


@dataclass(frozen=True, slots=True)
class Title:
    """A title of vMix whose text fields are kept as an output is."""

    input: TitleInput
    output: OutputName


@dataclass(frozen=True, slots=True)
class Surface:
    """A Companion that is told what is on air."""

    host: str
    port: int


Playout = Layer | Title | Surface


def playout(line: str) -> Playout:
    """Return what a line asks for. Raises Trouble that says how it is written."""
    kind, _, words = line.strip().partition(" ")
    read = _READERS.get(kind.lower())
    if read is None:
        raise Trouble(f"“{line.strip()}” names no program.", "Begin it with caspar, vmix or companion.")
    return read(words.strip())


def layer(words: str) -> Layer:
    """Return the layer meant by `192.168.1.20/1-20=presenter`; raises Trouble."""
    found = _CASPAR.match(words)
    if found is None:
        raise Trouble(f"“{words}” is not a layer of CasparCG:", "say it as 192.168.1.20/1-20=presenter.")
    place = Place(found["host"], _port(found, CASPAR_PORT), int(found["channel"]), int(found["layer"]))
    return Layer(place, found["output"])


def vmix_title(words: str) -> Title:
    """Return the title meant by `192.168.1.20/Lower third=presenter`; raises Trouble."""
    found = _VMIX.match(words)
    if found is None:
        raise Trouble(f"“{words}” is not a title of vMix:", "say it as 192.168.1.20/Lower third=presenter.")
    return Title(TitleInput(found["host"], found["input"], _port(found, VMIX_PORT)), found["output"])


def surface(words: str) -> Surface:
    """Return the Companion meant by `192.168.1.20:8000`; raises Trouble."""
    found = _COMPANION.match(words)
    if found is None:
        raise Trouble(f"“{words}” is not where a Companion is:", "say it as 192.168.1.20:8000.")
    return Surface(found["host"], _port(found, COMPANION_PORT))


def keep(server: OutputServer, wanted: Iterable[Playout]) -> None:
    """Have programs kept as the night is, from the server's next start on; raises Trouble where an output is none."""
    source = server.source
    outputs = source.programme().outputs
    for one in wanted:
        if not isinstance(one, Surface) and one.output not in outputs:
            raise Trouble(f"There is no output “{one.output}”:", f"there are {', '.join(outputs)}.")
        match one:
            case Layer():
                server.follow_on_caspar(one.place, one.output)
            case Title():
                server.push(Vmix(source, one.input, one.output).settle)
            case Surface():
                server.push(Companion(source, one.host, one.port).settle)


def _port(found: re.Match[str], usual: int) -> int:
    return int(found["port"] or usual)


_READERS: dict[str, Callable[[str], Playout]] = {"caspar": layer, "vmix": vmix_title, "companion": surface}
