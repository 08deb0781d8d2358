"""python -m tests.gate.background: makes the table of common English stems again.

Needs wordfreq 3.1.1, which nothing else here does: pip install wordfreq==3.1.1
"""

from __future__ import annotations

import math
import textwrap
from collections import Counter, defaultdict
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

import compare.english
from compare.signals.views import content_of

PLACE = Path(compare.english.__file__).parent / "lists" / "background.txt"
# Words of a usual article, and the share of articles below which a stem is as good as unknown.
WORDS = 800
LEAST = 0.001
HEAD = """\
# Stems by how common they are; source: wordfreq 3.1.1 (Robyn Speer), CC BY-SA 4.0, so is this list.
# Under [n] are stems that a text of 800 words holds with a probability of about 10^(-n/10).
"""


def table(frequencies: Mapping[str, float]) -> str:
    """The list, from the share that each word has in running text.

    Words are taken as scattered at random (Poisson), so a stem of frequency f stands in a text of n
    words with the probability 1 - exp(-f n).
    """
    stems: Counter[str] = Counter()
    for word, frequency in sorted(frequencies.items()):
        found = content_of(word)
        if len(found) == 1 and any(map(str.isalpha, word)):
            stems[found[0]] += frequency  # type: ignore[assignment] # a share, not a count
    levels: defaultdict[int, list[str]] = defaultdict(list)
    for stem, frequency in stems.items():
        share = -math.expm1(-frequency * WORDS)
        if share >= LEAST:
            levels[round(-10 * math.log10(share))].append(stem)
    return HEAD + "".join(f"[{n}]\n{_lines(levels[n])}\n" for n in sorted(levels))


def _lines(stems: list[str]) -> str:
    return textwrap.fill(
        " ".join(sorted(stems)), 100, break_long_words=False, break_on_hyphens=False
    )


if __name__ == "__main__":
    wordfreq = import_module("wordfreq")
    PLACE.write_text(table(wordfreq.get_frequency_dict("en", "large")), encoding="utf-8")
    print(f"{PLACE}: {PLACE.stat().st_size} bytes")
