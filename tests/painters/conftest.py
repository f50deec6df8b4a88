"""Pictures against approved pictures."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

APPROVED = Path(__file__).resolve().parent.parent / "approved"
NEAR = 40  # of 255, in one channel: what another version's rounding of an edge may differ by
FEW = 0.002  # of all pixels may differ by more

Approve = Callable[[str, QImage], None]


@pytest.fixture
def approved(tmp_path: Path) -> Approve:
    """A function that compares a picture with tests/approved; RESULTSDESK_APPROVE=1 approves the new one instead."""

    def compare(name: str, picture: QImage) -> None:
        file = APPROVED / f"{name}.png"
        if os.environ.get("RESULTSDESK_APPROVE"):
            file.parent.mkdir(parents=True, exist_ok=True)
            assert picture.save(str(file))
            return
        before = QImage(str(file))
        assert not before.isNull(), f"no approved picture {name}: look at it, then run with RESULTSDESK_APPROVE=1"
        unlike, differing = _differing(before, picture)
        if unlike > FEW:
            picture.save(str(tmp_path / f"{name}.new.png"))
            before.save(str(tmp_path / f"{name}.approved.png"))
            differing.save(str(tmp_path / f"{name}.differing.png"))
        assert unlike <= FEW, f"{name}: {unlike:.2%} of the picture differs; see {tmp_path}"

    return compare


def _differing(before: QImage, after: QImage) -> tuple[float, QImage]:
    """Return the part of pixels that differ by more than a shade, and a picture of where."""
    if before.size() != after.size():
        return 1.0, after
    one, other = (image.convertToFormat(QImage.Format.Format_RGB32) for image in (before, after))
    shown = QImage(one.size(), QImage.Format.Format_RGB32)
    shown.fill(QColor("black"))
    old, new = bytes(one.constBits()), bytes(other.constBits())
    unlike = 0
    if old != new:
        for at in range(0, len(old), 4):
            if old[at : at + 4] != new[at : at + 4] and any(
                abs(old[at + channel] - new[at + channel]) > NEAR for channel in range(3)
            ):
                unlike += 1
                shown.setPixelColor(at // 4 % one.width(), at // 4 // one.width(), QColor("magenta"))
    return unlike / (one.width() * one.height()), shown
