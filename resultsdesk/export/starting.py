"""Starting processes of one's own, which Ctrl C is not for."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker


@contextmanager
def deaf_to_ctrl_c() -> Iterator[None]:
    """Have a process that is started meanwhile, by this thread, leave Ctrl C to this one, which ends it.

    It is held back here and not ignored: whoever presses it at this very moment is heard afterwards.
    """
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # which would let the signal through again, were it started meanwhile
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
