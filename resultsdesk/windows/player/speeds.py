"""How fast a rehearsal can go: seconds of the night in a second."""

TRUE_PACE_60 = 60.0
MAX = float("inf")
SPEEDS = (
    ("1 ×", 1.0),
    ("5 ×", 5.0),
    ("20 ×", 20.0),
    ("60 ×", TRUE_PACE_60),
    ("200 ×", 200.0),
    ("600 ×", 600.0),
    ("max", MAX),
)


def speed_words(speed: float) -> str:
    """Return a speed as it is shown."""
    return "max" if speed == MAX else f"{speed:g} ×"
