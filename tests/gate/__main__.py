"""`python -m tests.gate [--update] [--only NAME] [--allow-regression METRIC] [--eval DIR]`.

With `--reader URL --reader-model NAME` it scores a reader on the marked stories instead.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import compare
from compare.errors import OptionError
from compare.reader.settings import KEY_VARIABLE, Reader
from tests.gate import floors, gold, tasks
from tests.gate.floors import Measured, Pinned
from tests.gate.places import GateError, Places
from tests.gate.reader import score_reader

OURS = (*tasks.REUSED, tasks.QUOTES, tasks.SUMMARIES, tasks.ARTICLES)


def main(arguments: Sequence[str], *, places: Places, api: Any) -> int:
    """Runs the gate; 0 when it holds, 1 when it does not, 2 when it could not be run."""
    given = _parser().parse_args(arguments)
    places = replace(places, evaluation=given.eval or places.evaluation)
    try:
        places.check()
        return _run(given, places, tasks.Api(api))
    except GateError as wrong:
        print(f"gate: {wrong}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.gate", description=__doc__)
    parser.add_argument("--update", action="store_true", help="raise floors, pin new data")
    parser.add_argument("--only", action="append", default=[], metavar="NAME", help="one task")
    parser.add_argument(
        "--allow-regression",
        action="append",
        default=[],
        metavar="METRIC",
        help="with --update: this floor may be lowered to what was measured",
    )
    parser.add_argument(
        "--reader", metavar="URL", help="score a reader beside the rules; floors are not looked at"
    )
    parser.add_argument("--reader-model", default="", metavar="NAME", help="its model")
    parser.add_argument("--reader-budget", type=int, default=10_000_000, metavar="N", help="tokens")
    parser.add_argument(
        "--reader-record", type=Path, metavar="FILE", help="keep its answers, to go on from there"
    )
    parser.add_argument("--eval", type=Path, metavar="DIR", help="folder of score.py and data")
    return parser


def _run(given: argparse.Namespace, places: Places, api: tasks.Api) -> int:
    scorer = tasks.load_scorer(places.scorer)
    pinned, digests = floors.read(places.floors), places.digests()
    parsed = [name for name, base in tasks.PARSED.items() if base in scorer.TASKS]
    names = _chosen(given.only, [*OURS, *parsed, *scorer.TASKS, *pinned.floors])
    wrong = [] if given.update else _changed(pinned, digests)
    if given.update and given.only and _changed(pinned, digests):
        raise GateError(f"{_changed(pinned, digests)[0]} Run --update without --only.")
    stories = [gold.read_gold(path, corpora=places.corpora) for path in places.gold]
    if given.reader is not None:
        print("\n".join(score_reader(scorer, api, stories, _reader(given))))
        return 0
    wrong += [text for story in stories for text in gold.problems(story, api.annotate)]
    results = []
    for result in _measured(scorer, api, stories, places, names):
        _show(result, pinned)
        results.append(result)
    wrong += [] if given.update else floors.failures(pinned, results)
    for text in wrong:
        print(f"FAILED {text}")
    if wrong:
        return 1
    if given.update:
        new = floors.raised(pinned, results, data=digests, allowed=given.allow_regression)
        floors.write(places.floors, new)
        print(f"written: {places.floors.name}")
    print("the gate holds")
    return 0


def _reader(given: argparse.Namespace) -> Reader:
    try:
        return Reader(
            url=given.reader,
            model=given.reader_model,
            budget=given.reader_budget,
            record=given.reader_record,
            key=os.environ.get(KEY_VARIABLE) or None,
            told=lambda text: print(text, file=sys.stderr),
        )
    except OptionError as wrong:
        raise GateError(str(wrong)) from wrong


def _changed(pinned: Pinned, digests: dict[str, str]) -> list[str]:
    """One sentence for each data that is not the pinned one."""
    return [
        f"the {name} data is not what the floors were measured on. "
        "Restore it, or pin it anew with --update."
        for name in sorted(digests)
        if pinned.data.get(name) != digests[name]
    ]


def _chosen(only: Sequence[str], tasks_known: Sequence[str]) -> list[str]:
    known = list(dict.fromkeys(tasks_known))
    if unknown := sorted(set(only) - set(known)):
        raise GateError(f"there is no task {unknown[0]!r}. Known: {', '.join(known)}.")
    return [name for name in known if not only or name in only]


def _measured(
    scorer: ModuleType,
    api: tasks.Api,
    stories: Sequence[gold.GoldStory],
    places: Places,
    names: Sequence[str],
) -> Iterator[Measured]:
    own = [name for name in names if name in OURS and name != tasks.ARTICLES]
    yield from tasks.run_gold(scorer, api, stories, own)
    for name in names:
        if name in OURS and name not in own:
            yield tasks.run_articles(api, places.data)
        elif name in scorer.TASKS:
            yield tasks.run(name, scorer.TASKS[name], api, places.data)
        elif tasks.PARSED.get(name) in scorer.TASKS:
            yield tasks.run_parsed(scorer, api, places.data, name)
        elif name not in OURS:
            yield Measured(task=name, missing="the scorer has no such task")


def _show(result: Measured, pinned: Pinned) -> None:
    if result.missing:
        print(f"{result.task}: not yet offered ({result.missing})", flush=True)
        return
    print(f"{result.task} ({result.seconds:.1f} s)")
    for metric, value in result.metrics.items():
        low = pinned.floors.get(result.task, {}).get(metric)
        beside = "" if low is None else f"  floor {low:.3f}"
        print(f"  {metric:<40} {value:.4f}{beside}", flush=True)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:], places=Places(), api=compare))
