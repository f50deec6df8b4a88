"""What everything that answers at an address stands on."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from resultsdesk.assets.palette import Palette
from resultsdesk.outputs.channels import Channels
from resultsdesk.outputs.drawing import Drawer
from resultsdesk.outputs.feeds.shelf import Feeds
from resultsdesk.outputs.source import Source

Answering = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Services:
    """The night, what is pushed of it, and what makes its pictures and feeds."""

    source: Source
    channels: Channels
    palette: Palette
    drawer: Drawer
    feeds: Feeds
