"""Where the ground of a scene glows: behind what is looked at, or opposite the headline."""

from dataclasses import replace

from resultsdesk.figures.scenes.request import Format, SceneName
from resultsdesk.figures.scenes.stage import Stage
from resultsdesk.figures.shapes import Figure, Glow

_Place = tuple[float, float, float, float]  # the centre and how far it reaches across and down, in parts of the frame

_OPPOSITE: dict[Format, _Place] = {
    Format.WIDE: (0.82, 0.05, 0.6, 0.88),
    Format.TALL: (0.86, 0.05, 1.2, 0.62),
    Format.SQUARE: (0.84, 0.05, 0.95, 0.9),
}
_BEHIND: dict[SceneName, dict[Format, _Place]] = {
    SceneName.MAP: {
        Format.WIDE: (0.2, 0.4, 0.54, 0.92),
        Format.TALL: (0.5, 0.3, 1.0, 0.5),
        Format.SQUARE: (0.24, 0.5, 0.72, 0.8),
    },
    SceneName.COUNCIL: {
        Format.WIDE: (0.28, 0.56, 0.54, 0.84),
        Format.TALL: (0.5, 0.34, 1.0, 0.5),
        Format.SQUARE: (0.5, 0.4, 0.8, 0.7),
    },
    SceneName.TALLY: {  # under the bar, whose empty part would be lost in it
        Format.WIDE: (0.7, 1.0, 0.62, 0.74),
        Format.TALL: (0.7, 0.75, 1.1, 0.46),
        Format.SQUARE: (0.7, 1.0, 0.9, 0.7),
    },
    SceneName.SWINGOMETER: {
        Format.WIDE: (0.5, 0.66, 0.56, 0.86),
        Format.TALL: (0.5, 0.4, 1.0, 0.5),
        Format.SQUARE: (0.5, 0.56, 0.8, 0.75),
    },
}


def lit(figure: Figure, name: SceneName, stage: Stage) -> Figure:
    """Return a scene with the glow of its ground; one without a ground as it is.

    The same for every scene of a name and format, so that nothing behind moves while one goes over into another.
    """
    if not figure.ground:
        return figure
    x, y, across, down = _BEHIND.get(name, _OPPOSITE)[stage.format]
    wide, high = stage.width, stage.height
    return replace(figure, glow=Glow(x * wide, y * high, across * wide, down * high))
