"""The command `storydiff`; the only place that prints or exits."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command with these arguments, or those of the process, and exits with its code."""
    from compare.cli.exits import run

    sys.exit(run(sys.argv[1:] if arguments is None else list(arguments)))
