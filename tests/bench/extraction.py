"""What reading a page costs beside what its extractor costs alone, on pages of the usual weight."""

from __future__ import annotations

import gzip
import logging
import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from compare.errors import CompareError
from compare.sources.html import read_html

ROOT = Path(__file__).resolve().parents[2]
RUNS = 4
LINKS, CARDS = 160, 40
CARD = (
    '<div class="card card--{n}"><a href="/s/{n}"><span class="card__kicker">Region</span>'
    '<h3 class="card__title">{title}</h3></a><p class="card__text">{text}</p></div>'
)
SCRIPT = "window.layer=window.layer||[];layer.push({'slot':'%d','size':[300,250],'k':'%s'});\n"


def made_pages() -> list[bytes]:
    """The plain articles of the invented stories, set into pages as outlets build them.

    Half of them state their author and time for machines, half show them only.
    """
    texts = sorted((ROOT / "corpora").glob("*/*.txt"))[::3]
    articles = [path.read_text(encoding="utf-8").strip().split("\n\n") for path in texts]
    titles = [article[0].split(". ")[0][:90] for article in articles]
    return [_page(article, titles, number) for number, article in enumerate(articles)]


def saved_pages(folder: Path) -> list[bytes]:
    """The pages in a folder, plain or gzipped."""
    paths = sorted(p for p in folder.iterdir() if re.search(r"\.html?(?:\.gz)?$", p.name))
    return [
        gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        for path in paths
    ]


def extraction_seconds(pages: Sequence[bytes]) -> tuple[float, float]:
    """Seconds of the processor for all pages: ours, and trafilatura's own with its metadata.

    Both take turns on each page, and the least of RUNS counts, as the machine has other work.
    """
    ours = theirs = 0.0
    logging.disable(logging.CRITICAL)
    try:
        for data in pages:
            turns = [(_seconds(_ours, data), _seconds(_theirs, data)) for _ in range(RUNS)]
            ours += min(one for one, _ in turns)
            theirs += min(other for _, other in turns)
    finally:
        logging.disable(logging.NOTSET)
    return ours, theirs


def _seconds(read: Callable[[bytes], None], data: bytes) -> float:
    began = time.process_time()
    read(data)
    return time.process_time() - began


def _ours(data: bytes) -> None:
    try:
        read_html(data)
    except CompareError:
        return


def _theirs(data: bytes) -> None:
    from trafilatura import bare_extraction

    bare_extraction(
        data,
        output_format="xml",
        favor_precision=True,
        include_comments=False,
        include_tables=True,
        include_formatting=True,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": True},
    )


def _page(article: Sequence[str], titles: Sequence[str], number: int) -> bytes:
    def title(step: int) -> str:
        return titles[(number + step) % len(titles)]

    stated = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "Mara '
        'Quill"}, "datePublished": "2031-10-14T21:05:00Z"}</script>'
        if number % 2
        else ""
    )
    links = "".join(
        f'<li class="menu__item"><a href="/{n}">{title(n)[:20]}</a></li>' for n in range(LINKS)
    )
    cards = "".join(
        CARD.format(n=n, title=title(n), text=" ".join(article)[:160]) for n in range(CARDS)
    )
    scripts = "".join(SCRIPT % (n, "x" * 60) for n in range(300))
    body = "".join(f'<p class="body__p">{text}</p>' for text in article)
    return (
        f"<!doctype html><html lang=en><head><title>{title(0)} | Harbour Times</title>{stated}"
        f"<script>{scripts}</script></head><body><nav><ul class=menu>{links}</ul></nav><main>"
        f"<article><h1>{title(0)}</h1><div class=byline>By <a href=/m>Mara Quill</a> "
        f"<time datetime=2031-10-14>14 October 2031</time></div><div class=body>{body}</div>"
        f"</article><section class=river>{cards}</section></main>"
        f"<footer><ul>{links}</ul></footer></body></html>"
    ).encode()
