"""Where the server is reached, and by whom."""

import socket
from dataclasses import dataclass

from resultsdesk.settings import OUTPUTS_PORT

PORT = OUTPUTS_PORT
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True)
class Opening:
    """A port on this machine alone, or with `lan` on every network it is in.

    `names` are further names the machine is reached by, `origins` are pages of other servers that may read. Port 0
    takes any that is free.
    """

    port: int = PORT
    lan: bool = False
    names: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """Return the address to listen on."""
        return "0.0.0.0" if self.lan else "127.0.0.1"

    def answers_to(self, host: str, here: str) -> bool:
        """Return whether a request may call this machine so; every name under `localhost` is this machine's."""
        return host in self.hosts(here) or (host.endswith(".localhost") and not self.lan)

    def hosts(self, here: str) -> frozenset[str]:
        """Return the names a request may call this machine by; `here` is the address it came in on."""
        if not self.lan:
            return frozenset(LOOPBACK)
        own = socket.gethostname().lower()
        return frozenset((*LOOPBACK, here.lower(), own, f"{own}.local", *map(str.lower, self.names)))


def host_of(header: str) -> str:
    """Return a Host header's name without its port, in small letters."""
    name = header.strip().lower()
    if name.startswith("["):
        return name.partition("]")[0] + "]"
    return name.partition(":")[0]


def address_on_the_network() -> str:
    """Return the address other machines reach this one by, or its name where it has none yet."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # nothing is sent: the system only says which of its addresses it would use
            return str(probe.getsockname()[0])
        except OSError:
            return socket.gethostname()
