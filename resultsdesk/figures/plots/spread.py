"""Keeping labels apart that want to stand in nearly one place."""

from collections.abc import Sequence


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> tuple[float, ...]:
    """Return a place for each label as near as it can be to the one wanted, `gap` apart, between `low` and `high`.

    The order is kept. Where there is no room for all of them they stand evenly from `low` to `high`.
    """
    if not wanted:
        return ()
    if (len(wanted) - 1) * gap >= high - low:
        by = (high - low) / max(len(wanted) - 1, 1)
        ranks = {one: rank for rank, one in enumerate(sorted(range(len(wanted)), key=lambda at: wanted[at]))}
        return tuple(low + ranks[at] * by for at in range(len(wanted)))
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])
    # Clusters of labels that touch, each as near as possible to the middle of where its labels want to be.
    clusters: list[list[int]] = []
    starts: list[float] = []
    for one in order:
        clusters.append([one])
        starts.append(_start([wanted[one]], gap, low, high))
        while len(clusters) > 1 and starts[-2] + len(clusters[-2]) * gap > starts[-1]:
            last = clusters.pop()
            starts.pop()
            clusters[-1] += last
            starts[-1] = _start([wanted[at] for at in clusters[-1]], gap, low, high)
    placed = [0.0] * len(wanted)
    for cluster, start in zip(clusters, starts, strict=True):
        for rank, at in enumerate(cluster):
            placed[at] = start + rank * gap
    return tuple(placed)


def _start(wanted: Sequence[float], gap: float, low: float, high: float) -> float:
    middle = sum(one - rank * gap for rank, one in enumerate(wanted)) / len(wanted)
    return min(max(middle, low), high - (len(wanted) - 1) * gap)
