"""How the work of each function grows with its text, counted in instructions, not in seconds.

Run under valgrind, this measures each function on a text of a shape and on one of four times the
length, each in a process of its own, and valgrind tells how many instructions each took. Run
without it, it does the same work and counts nothing.
"""

from __future__ import annotations

import contextlib
import math
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime

from compare.annotation.figures import figures
from compare.annotation.quotes import quotes
from compare.annotation.segments import segment
from compare.errors import CompareError
from compare.model.articles import Document
from compare.model.spans import Span
from compare.sources.front_matter import split_front_matter
from compare.sources.markdown import readable
from compare.sources.plain import first_line_headline
from compare.text.cardinals import amounts
from compare.text.dates import dates
from compare.text.fold import fold, folded_text
from compare.text.furniture import is_caption, line_kind
from compare.text.hedges import hedges
from compare.text.language import language_of
from compare.text.list_items import item_starts
from compare.text.names import name_runs
from compare.text.not_amounts import not_amounts
from compare.text.numbers import numbers
from compare.text.ordinals import ordinals
from compare.text.paragraphs import paragraphs
from compare.text.quoted_stretches import quoted_stretches
from compare.text.readability import syllables
from compare.text.sentences import sentences
from compare.text.set_phrases import set_phrases
from compare.text.spoken_times import spoken_times
from compare.text.tone import counterpart_lists, tone_words
from compare.text.words import stem, words
from tests.fuzz.shapes import SHAPES

ANNOTATED = "quotes and figures"
"""Works sentence by sentence; it is measured on texts that are longer than one may be."""
FACTOR = 4
MOST = 1.3
"""The exponent that growth may have: 1 is in proportion, 2 with the square."""

_VALGRIND = ("valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null")
_REFERENCES = re.compile(r"^==(\d+)== I\s+refs:\s+([\d,]+)", re.MULTILINE)
_DAY = datetime(2031, 10, 14, tzinfo=UTC)


def _whole(text: str) -> Span:
    return Span(0, len(text))


def _annotated(text: str) -> object:
    document = Document(text=text, outlet="Outlet")
    parts = segment(document)
    return quotes(document, parts.sentences, parts.paragraphs), figures(document, parts.sentences)


def _front_matter(text: str) -> None:
    with contextlib.suppress(CompareError):
        split_front_matter(f"---\na: b\n{text}\n---\n", source="s")


FUNCTIONS: Mapping[str, Callable[[str], object]] = {
    "paragraphs": paragraphs,
    "sentences": lambda text: sentences(text, _whole(text)),
    "words": words,
    "fold": fold,
    "folded": folded_text,
    "stem": stem,
    "syllables": syllables,
    "numbers": numbers,
    "amounts": lambda text: list(amounts(text)),
    "amounts, comma decimal": lambda text: list(amounts(text, "de")),
    "ordinals": lambda text: list(ordinals(text)),
    "set phrases": lambda text: list(set_phrases(text)),
    "dates": lambda text: dates(text, _DAY),
    "spoken times": lambda text: list(spoken_times(text)),
    "labels": not_amounts,
    "list items": lambda text: item_starts(text, _whole(text)),
    "marks": lambda text: quoted_stretches(text, paragraphs(text)),
    "names": lambda text: name_runs(text, [_whole(text)]),
    "hedges": lambda text: hedges(text, _whole(text)),
    "loaded words": lambda text: tone_words(text.split(), counterpart_lists()),
    "furniture": lambda text: (line_kind(text), is_caption(text)),
    ANNOTATED: _annotated,
    "markdown": readable,
    "front matter": _front_matter,
    "first line": first_line_headline,
    "language": language_of,
}


def missing_valgrind() -> str:
    """Why nothing can be counted here, or an empty string."""
    return "" if shutil.which("valgrind") else "valgrind, which counts instructions, is missing"


def exponents(
    names: Sequence[str], shapes: Sequence[str], length: int
) -> Iterator[tuple[str, str, float]]:
    """The exponent of each function on each shape, from `length` letters to four times as many."""
    paths = os.pathsep.join(path for path in sys.path if path)
    program = [sys.executable, "-m", "tests.fuzz.growth", str(length), "|".join(names)]
    ran = subprocess.run(
        [*_VALGRIND, *program, "|".join(shapes)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "0", "PYTHONPATH": paths},
    )
    counts = {pid: int(count.replace(",", "")) for pid, count in _REFERENCES.findall(ran.stderr)}
    for line in ran.stdout.splitlines():
        name, shape, *pids = line.split("|")
        nothing, small, large = (counts[pid] for pid in pids)
        if large - nothing > 0:
            grown = (large - nothing) / max(1, small - nothing)
            yield name, shape, math.log(grown, FACTOR)


def _in_a_child(work: Callable[[], object]) -> int:
    """The number of the process that did the work."""
    pid = os.fork()
    if not pid:
        try:
            work()
        finally:
            os._exit(0)
    os.waitpid(pid, 0)
    return pid


def _measure(length: int, names: Sequence[str], shapes: Sequence[str]) -> None:
    for name in names:
        function = FUNCTIONS[name]
        # What is made at the first call, such as patterns and word lists, is not counted.
        for text in ("A mayor said: “Go, 3 of 5.”", SHAPES["results"](300)):
            function(text)
        for shape in shapes:
            small, large = SHAPES[shape](length), SHAPES[shape](FACTOR * length)
            pids = (
                _in_a_child(lambda: None),
                _in_a_child(lambda f=function, t=small: f(t)),  # type: ignore[misc]
                _in_a_child(lambda f=function, t=large: f(t)),  # type: ignore[misc]
            )
            print(name, shape, *pids, sep="|", flush=True)


if __name__ == "__main__":
    _measure(int(sys.argv[1]), sys.argv[2].split("|"), sys.argv[3].split("|"))
