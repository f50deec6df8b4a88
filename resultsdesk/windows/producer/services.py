"""What the producer's panel asks of the program around it."""

from collections.abc import Callable
from dataclasses import dataclass

from resultsdesk.desk.desk import Desk
from resultsdesk.models.air_feed import AirFeed
from resultsdesk.painters.theme import Theme
from resultsdesk.windows.presenter.seat import PresenterSeat


@dataclass(frozen=True, slots=True)
class PanelServices:
    """`theme` is the panel's own, `on_air` the one that scenes are painted with.

    `serve` starts or stops the server, `outputs` asks how it is to serve.
    """

    desk: Desk
    feed: AirFeed
    theme: Theme
    on_air: Theme
    presenting: PresenterSeat
    serve: Callable[[], object]
    outputs: Callable[[], object]
    file_name: str = ""
