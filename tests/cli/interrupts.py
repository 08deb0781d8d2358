"""Programs that can be interrupted, wherever the tests were started from."""

from __future__ import annotations

import signal


def hear_interrupts() -> None:
    """Run in the new process: a shell starts what it puts in the background deaf to interrupts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
