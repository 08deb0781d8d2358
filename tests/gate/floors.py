"""The pinned floors: read, judged, raised, and lowered only when that is asked for by name."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from math import floor
from pathlib import Path

from tests.gate.places import GateError

# The program gives the same numbers each time. The grain leaves room for other versions of the
# libraries it uses: two changed pairs of sentences in a thousand.
GRAIN = 0.002

# A gain in one of these is a loss in a number beside it that is pinned; or it counts pages; or, for
# changes, the marks judge a sentence where the program judges the whole quotation.
UNPINNED = (
    "*recall*",
    "*.kept_*",
    "pairs_*.ap",
    "extraction.pages",
    "*.b3_precision",
    "*.change_accuracy",
    "*.twins",
)

HEADER = """\
# Floors of the gate, by task. Written by `python -m tests.gate --update`, which raises a floor to
# the measured value less a small grain and lowers one only with --allow-regression METRIC.
# [data] holds the digests of what was measured on.
"""

Floors = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pinned:
    """Floors by task and metric, and the digests of the data they were measured on."""

    floors: Floors = field(default_factory=dict)
    data: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What one task gave: its metrics, or why it could not be run."""

    task: str
    metrics: dict[str, float] = field(default_factory=dict)
    missing: str | None = None
    seconds: float = 0.0


def is_pinned(metric: str, values: Mapping[str, float]) -> bool:
    """True for the metrics that have floors, given all values of the task.

    The precision of a task that finds nothing at all says nothing.
    """
    recall = values.get(metric.replace("precision", "recall"), 1.0)
    return recall > 0.0 and not any(fnmatchcase(metric, pattern) for pattern in UNPINNED)


def read(path: Path) -> Pinned:
    """The floors in a file; none at all if there is no file."""
    if not path.exists():
        return Pinned()
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return Pinned(floors=table.get("floors", {}), data=table.get("data", {}))


def write(path: Path, pinned: Pinned) -> None:
    """Writes the floors, sorted by task and metric."""
    lines = [HEADER, "[data]"]
    lines += [f'{name} = "{value}"' for name, value in sorted(pinned.data.items())]
    for task, metrics in sorted(pinned.floors.items()):
        lines += ["", f"[floors.{task}]"]
        lines += [f'"{metric}" = {value:.3f}' for metric, value in sorted(metrics.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def failures(pinned: Pinned, results: Collection[Measured]) -> list[str]:
    """One sentence for each measured task that is below a floor or gives no number for one."""
    found = []
    for result in results:
        for metric, low in sorted(pinned.floors.get(result.task, {}).items()):
            value = result.metrics.get(metric)
            if value is None:
                why = result.missing or "the task no longer gives it"
                found.append(f"{metric} has the floor {low:.3f} but is MISSING: {why}")
            elif value < low:
                found.append(f"{metric} is {value:.4f}, below its floor {low:.3f}")
    return found


def raised(
    pinned: Pinned,
    results: Collection[Measured],
    *,
    data: Mapping[str, str],
    allowed: Collection[str] = (),
) -> Pinned:
    """The floors after a run: raised where it did better, lowered only for metrics in `allowed`.

    Raises GateError, and so changes nothing, if any other metric fell below its floor or is gone.
    """
    floors: Floors = {task: dict(metrics) for task, metrics in pinned.floors.items()}
    known = {m for metrics in floors.values() for m in metrics}
    if unknown := sorted(set(allowed) - known):
        raise GateError(f"no floor is pinned for {', '.join(unknown)}. Name a metric of the file.")
    lost = [text for text in failures(pinned, results) if text.split()[0] not in allowed]
    if lost:
        raise GateError(
            "; ".join(lost) + ". Mend it, or lower the floor with --allow-regression METRIC."
        )
    for result in results:
        task = floors.setdefault(result.task, {})
        for metric in set(task) - set(result.metrics):
            del task[metric]
        for metric, value in result.metrics.items():
            if is_pinned(metric, result.metrics):
                reached = floor(max(0.0, value - GRAIN) * 1000) / 1000
                kept = 0.0 if metric in allowed else task.get(metric, 0.0)
                task[metric] = max(reached, kept)
    return Pinned(floors={task: m for task, m in floors.items() if m}, data=dict(data))
