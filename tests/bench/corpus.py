"""`python -m tests.bench corpus [ARTICLES...]`: processor time and memory of a corpus by stage.

The pile is of one day: events of four articles, made of the sentences of the invented stories with
names and numbers of their own, so that no two events are the same. Every stage is a fresh process.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench.measure import Cost, cost_of
from tests.bench.stories import other_stories, reworded, sentences_of

SIZES = (1_000, 5_000, 20_000)
AN_EVENT = 4
# Sentences that an event has, and that one of its articles takes of them.
TOLD, TAKEN = 20, 12
COMPARED = 40
ENGINES = ("pool", "dask")
JOBS = 2
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}")
_LONG = re.compile(r"\b[a-z]{7,}\b")
_NUMBER = re.compile(r"\b[1-9]\d*\b")
_SYLLABLES = "bar dol fen gar hol kem lun mor nes pel quo ras sil tor vel wis zan".split()

_HEAD = (
    "import compare.corpus as c\n"
    "if __name__ == '__main__':\n"
    f"    made, engine = c.open('corpus'), c.engine_named('{{engine}}', {JOBS})\n"
)
STAGES = {
    "reading": "    made.add('pile.jsonl', engine=engine)\n",
    "grouping": "    made.events()\n",
    f"comparing {COMPARED} events": (
        "    chosen = [e.id for e in made.events() if len(e.articles) > 1]\n"
        f"    made.compare(sorted(chosen)[:{COMPARED}], engine=engine)\n"
    ),
    "indexing": "    made.index()\n",
}


def write_pile(path: Path, articles: int) -> None:
    """A JSON Lines file of so many articles, the same each time."""
    sentences = sentences_of(other_stories())
    with path.open("w", encoding="utf-8") as stream:
        for number in range(articles):
            event, turn = divmod(number, AN_EVENT)
            told = [sentences[(event * 37 + k * 11) % len(sentences)] for k in range(TOLD)]
            mine = [told[(turn * 3 + k) % TOLD] for k in range(TAKEN)]
            text = " ".join(renamed(reworded(one, turn=turn), event) for one in mine)
            minute = event * 13 % 1440
            record = {
                "text": text,
                "outlet": f"Outlet {number * 7 % 211}",
                "headline": renamed(told[0], event)[:80],
                "published": f"2031-10-14T{minute // 60:02}:{minute % 60:02}:00+00:00",
            }
            stream.write(json.dumps(record, ensure_ascii=False) + "\n")


def renamed(sentence: str, event: int) -> str:
    """The sentence with the names, the long words and the numbers that it has in this event.

    A pile is made of a few thousand sentences; without long words of their own, events would have
    more in common than those of a day have.
    """

    def word(found: re.Match[str]) -> str:
        code = sum(map(ord, found[0])) * 31 + event * 1_009
        made = "".join(_SYLLABLES[code // 17**k % len(_SYLLABLES)] for k in range(3))
        return made.capitalize() if found[0][0].isupper() else made

    def number(found: re.Match[str]) -> str:
        return str((int(found[0]) * 3 + event * 7) % 997 + 2)

    return _NUMBER.sub(number, _LONG.sub(word, _NAME.sub(word, sentence)))


def main(sizes: Sequence[str]) -> int:
    """Print a table of the stages at each size, the pool beside Dask."""
    print(f"{'':<34}{'cpu s':>9}{'clock s':>9}{'MB':>7}{'ms an article':>15}")
    for articles in [int(size) for size in sizes] or SIZES:
        with tempfile.TemporaryDirectory() as folder:
            write_pile(Path(folder) / "pile.jsonl", articles)
            for engine in ENGINES:
                for stage, cost in _stages(Path(folder), engine):
                    of = AN_EVENT * COMPARED if "comparing" in stage else articles
                    print(
                        f"{articles:>6} {engine:<5}{stage:<22}{cost.processor:>9.1f}"
                        f"{cost.seconds:>9.1f}{cost.megabytes:>7.0f}"
                        f"{1000 * cost.processor / of:>15.2f}",
                        flush=True,
                    )
    return 0


def _stages(folder: Path, engine: str) -> Iterator[tuple[str, Cost]]:
    shutil.rmtree(folder / "corpus", ignore_errors=True)
    for stage, work in STAGES.items():
        needs = "engine" in work
        head = _HEAD.format(engine=engine if needs else "pool")
        (folder / "stage.py").write_text(f"{head}{work}    engine.close()\n", encoding="utf-8")
        yield stage, cost_of([sys.executable, "stage.py"], at=folder)
