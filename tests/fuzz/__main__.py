"""The long attack, with its figures: python -m tests.fuzz --minutes 20 --start 1000

Readers and stories take the larger part of the minutes of processor time, each attack with a number
of its own; then come growth on every shape, every bomb and, where atheris is installed, fuzzing led
by coverage. Ends with 1 if anything got through.
"""

from __future__ import annotations

import argparse
import itertools
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

from tests.fuzz import guided
from tests.fuzz.growth import ANNOTATED, FUNCTIONS, MOST, exponents, missing_valgrind
from tests.fuzz.runs import Failure, attack_reader, attack_story
from tests.fuzz.shapes import SHAPES
from tests.fuzz.targets import READERS, in_one_process
from tests.fuzz.test_bombs import FORMS, MOST_MEGABYTES, MOST_SECONDS, measured

SLOW = 10.0  # seconds of processor time for one attack
READING, TELLING, GUIDED = 0.35, 0.35, 0.15  # shares of the time


say = partial(print, flush=True)


def main() -> int:
    """Runs all parts; returns how the process ends."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=20.0, help="of processor time")
    parser.add_argument("--start", type=int, default=1_000, help="the first number")
    asked = parser.parse_args()
    seconds = 60 * asked.minutes
    bad = _readers(seconds * READING, asked.start)
    bad += _stories(seconds * TELLING, asked.start)
    bad += _bombs()
    bad += _growth()
    bad += _guided(seconds * GUIDED)
    say(f"in all: {bad} got through")
    return 1 if bad else 0


def _within(seconds: float, start: int) -> Iterator[int]:
    """Numbers from `start` on, until the processor time is used up."""
    end = time.process_time() + seconds
    return itertools.takewhile(lambda _: time.process_time() < end, itertools.count(start))


def _attempt(attack: Callable[[], Failure | None], what: str) -> bool:
    """True when the attack got through or took too long; says so."""
    before = time.process_time()
    failure = attack()
    used = time.process_time() - before
    if failure:
        say(failure)
    elif used > SLOW:
        say(f"{what} takes {used:.0f} s")
    return bool(failure) or used > SLOW


def _readers(seconds: float, start: int) -> int:
    runs: Counter[str] = Counter()
    bad = 0
    with in_one_process():
        for name in READERS:
            for number in _within(seconds / len(READERS), start):
                bad += _attempt(lambda n=name, k=number: attack_reader(n, k), f"{name} {number}")  # type: ignore[misc]
                runs[name] += 1
    say(f"readers: {sum(runs.values()):,} files, {bad} got through; {dict(runs)}")
    return bad


def _stories(seconds: float, start: int) -> int:
    runs = bad = 0
    for number in _within(seconds, start):
        bad += _attempt(lambda k=number: attack_story(k), f"story {number}")  # type: ignore[misc]
        runs += 1
    say(f"stories: {runs:,} runs of the command, {bad} got through")
    return bad


def _bombs() -> int:
    bad = 0
    worst = (0.0, "")
    most = (0, "")
    for form, bombs in FORMS.items():
        for name, bomb in bombs.items():
            seconds, megabytes, said = measured(form, bomb())
            if seconds > MOST_SECONDS or megabytes > MOST_MEGABYTES:
                bad += 1
                say(f"{form}, {name}: {seconds:.1f} s, {megabytes} MB. {said}")
            worst, most = max(worst, (seconds, name)), max(most, (megabytes, name))
    slowest, largest = f"{worst[0]:.1f} s ({worst[1]})", f"{most[0]} MB ({most[1]})"
    say(f"bombs: {bad} beyond bounds; at most {slowest} and {largest}")
    return bad


def _growth() -> int:
    if why := missing_valgrind():
        say(f"growth: not counted, as {why}")
        return 0
    plain = [name for name in FUNCTIONS if name != ANNOTATED]
    found = [
        *exponents(plain, list(SHAPES), 500),
        *exponents([ANNOTATED], list(SHAPES), 2_000),
    ]
    beyond = [one for one in found if one[2] > MOST]
    for name, shape, grown in beyond:
        say(f"growth: {name} on {shape}: exponent {grown:.2f}")
    say(f"growth: {len(found):,} counted, {len(beyond)} beyond {MOST}")
    return len(beyond)


def _guided(seconds: float) -> int:
    if why := guided.missing_atheris():
        say(f"guided: not done, as {why}")
        return 0
    arguments = [f"-max_total_time={int(seconds)}", "-seed=1", "-max_len=4000"]
    program = [sys.executable, "-m", "tests.fuzz.guided", *arguments]
    ran = subprocess.run(program, capture_output=True, text=True, check=False)
    said = [line for line in ran.stderr.splitlines() if line.startswith("Done ")]
    if ran.returncode:
        say(ran.stdout[-3_000:], ran.stderr[-3_000:])
    say(f"guided: ended with {ran.returncode}; {' '.join(said)}")
    return int(ran.returncode != 0)


if __name__ == "__main__":
    sys.exit(main())
