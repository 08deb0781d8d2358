"""`python -m tests.bench`: time and memory against budgets; exits with 1 over any of them.

`python -m tests.bench FOLDER` only reads the saved pages in a folder, beside the extractor alone;
`python -m tests.bench corpus` measures a corpus of many articles, `python -m tests.bench app` the
first page of the app and many users at once.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from pathlib import Path
from time import process_time

from tests.bench.corpus import main as corpus
from tests.bench.extraction import extraction_seconds, made_pages, saved_pages
from tests.bench.measure import Cost, cost_of
from tests.bench.report import PAINT, report_costs
from tests.bench.stories import SENTENCES, write_story
from tests.bench.web import HOSTS, fetching_cost

# Seconds for a whole process, from start to exit, on two cores; for a comparison those of the
# processor, which do not grow as much where the machine has other work.
CHECK, CHECKED = 1.0, 5
SIZES = {3: 1.3, 8: 1.9, 20: 4.2, 50: 11.0}
HELP, DEMO, FETCH = 0.15, 1.5, 1.5
EXTRACTION = 1.15  # of the time that trafilatura takes alone
MEMORY = 320.0

COMPARE = "import compare; compare.compare_story(compare.load_story('.'))"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table."""

    name: str
    cost: Cost
    budget: float
    growth: float | None = None
    of_processor: bool = False

    @property
    def over(self) -> bool:
        """True if it took more time or memory than it may."""
        spent = self.cost.processor if self.of_processor else self.cost.seconds
        return spent >= self.budget or self.cost.megabytes >= MEMORY


def main(folders: Sequence[str]) -> int:
    """Prints the table; 1 if anything is over its budget."""
    if folders and folders[0] == "corpus":
        return corpus(folders[1:])
    if folders and folders[0] == "app":
        from tests.bench.app import main as app

        return app(folders[1:])
    if folders:
        return int(any(_over_extraction(saved_pages(Path(folder))) for folder in folders))
    with tempfile.TemporaryDirectory() as folder:
        rows = [*_commands(Path(folder)), _web(Path(folder)), *_sizes(Path(folder))]
    heavy = _over_check()
    print(f"{'':<28}{'seconds':>9}{'budget':>9}{'cpu':>9}{'MB':>7}{'growth':>8}")
    for row in rows:
        growth = "" if row.growth is None else f"n^{row.growth:.2f}"
        mark = "  OVER" if row.over else ""
        print(
            f"{row.name:<28}{row.cost.seconds:>9.3f}{row.budget:>9.2f}"
            f"{row.cost.processor:>9.3f}{row.cost.megabytes:>7.0f}{growth:>8}{mark}"
        )
    print(
        f"Memory may reach {MEMORY:.0f} MB. Growth: the exponent of cpu time since the row above."
    )
    heavy |= _over_reports()
    dear = _over_extraction(made_pages())
    return int(heavy or dear or any(row.over for row in rows))


def _over_check() -> bool:
    """Prints what it takes to check ten sentences against five articles; True if too much."""
    import compare

    story = Path(__file__).resolve().parents[2] / "corpora" / "mine-rescue"
    documents = compare.load_story(story)[:CHECKED]
    sentences = [line for one in documents for line in one.text.splitlines() if line.endswith(".")]
    text = "\n\n".join(sentences[:10])
    began = process_time()
    compare.check(text, documents)
    took = process_time() - began
    mark = "  OVER" if took > CHECK else ""
    print(f"check 10 paragraphs against {CHECKED} articles: {took:.2f} s of the processor, "
          f"budget {CHECK:.2f}{mark}")  # fmt: skip
    return took > CHECK


def _over_reports() -> bool:
    """Prints what the reports weigh and take; True if one is over a budget."""
    with tempfile.TemporaryDirectory() as folder:
        pages = list(report_costs(Path(folder)))
    print(f"{'report of':<28}{'KB':>9}{'budget':>9}{'written':>9}{'budget':>9}{'painted':>9}")
    for page in pages:
        slowest = "" if page.slowest is None else f"{page.slowest:.2f}"
        painted = "no Chromium" if page.painted is None else f"{page.painted:.2f}"
        print(
            f"{page.name:<28}{page.weight / 1024:>9.0f}{page.heaviest / 1024:>9.0f}"
            f"{page.written:>9.2f}{slowest:>9}{painted:>9}{'  OVER' if page.over else ''}"
        )
    print(f"Written: seconds of the processor in a fresh process. Painted: budget {PAINT:.0f} s.")
    return any(page.over for page in pages)


def _over_extraction(pages: Sequence[bytes]) -> bool:
    """Prints what reading the pages costs; True if that is more than it may."""
    ours, theirs = extraction_seconds(pages)
    ratio = ours / theirs if theirs else 0.0
    mark = "  OVER" if ratio > EXTRACTION else ""
    print(
        f"{len(pages)} pages: {ours:.2f} s to read, {theirs:.2f} s by trafilatura alone, "
        f"ratio {ratio:.2f} (budget {EXTRACTION:.2f}){mark}"
    )
    return ratio > EXTRACTION


def _commands(folder: Path) -> list[Row]:
    program = [sys.executable, "-m", "compare"]
    return [
        Row(
            name="storydiff --help",
            cost=cost_of([*program, "--help"], at=folder, runs=5),
            budget=HELP,
        ),
        Row(
            name="storydiff demo", cost=cost_of([*program, "demo"], at=folder, runs=3), budget=DEMO
        ),
    ]


def _web(folder: Path) -> Row:
    return Row(name=f"fetch {HOSTS} pages, 200 ms each", cost=fetching_cost(folder), budget=FETCH)


def _sizes(top: Path) -> list[Row]:
    costs = {}
    for outlets in SIZES:
        folder = top / str(outlets)
        folder.mkdir()
        write_story(folder, outlets=outlets)
        runs = 1 if outlets > 8 else 3
        costs[outlets] = cost_of([sys.executable, "-c", COMPARE], at=folder, runs=runs)
    growth = {
        large: log(costs[large].processor / costs[small].processor) / log(large / small)
        for small, large in pairwise(SIZES)
    }
    return [
        Row(
            name=f"{outlets} outlets of {SENTENCES} sentences",
            cost=costs[outlets],
            budget=budget,
            growth=growth.get(outlets),
            of_processor=True,
        )
        for outlets, budget in SIZES.items()
    ]


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
