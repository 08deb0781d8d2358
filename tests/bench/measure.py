"""Wall time and peak memory of a program, each time in a fresh process."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Seconds by the clock and of the processor, and the largest resident size in megabytes.

    On a busy machine the clock tells of the others too; the processor's time does not.
    """

    seconds: float
    processor: float
    megabytes: float


def cost_of(command: Sequence[str], *, at: Path, runs: int = 1) -> Cost:
    """The least seconds of several runs, since others use the machine too, and the most memory.

    Raises RuntimeError with what the program said if it fails.
    """
    costs = [_once(command, at) for _ in range(runs)]
    return Cost(
        seconds=min(cost.seconds for cost in costs),
        processor=min(cost.processor for cost in costs),
        megabytes=max(cost.megabytes for cost in costs),
    )


def _once(command: Sequence[str], at: Path) -> Cost:
    with (at / "said.txt").open("w+", encoding="utf-8") as said:
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=at, stdout=subprocess.DEVNULL, stderr=said)
        # wait4 tells what this one process used; getrusage would tell the largest of all so far.
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise RuntimeError(f"{' '.join(command)} failed:\n{said.read()}")
    return Cost(
        seconds=seconds,
        processor=used.ru_utime + used.ru_stime,
        megabytes=used.ru_maxrss / 1024,
    )
