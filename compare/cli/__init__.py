"""The command `storydiff`; the only place that prints or exits."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command with these arguments, or those of the process, and exit with its code."""
    try:
        from compare.cli.exits import run

        # A comparison makes millions of values and hardly a circle of them; to look for circles as
        # often as Python does by itself takes an eighth of the time.
        gc.set_threshold(20_000)
        code = run(sys.argv[1:] if arguments is None else list(arguments))
    except KeyboardInterrupt:  # while modules were loaded, nothing else could have caught it
        if sys.stderr is not None:
            sys.stderr.write("Interrupted; nothing was written. Run the command again.\n")
        code = _INTERRUPTED
    sys.exit(code)
