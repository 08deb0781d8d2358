"""What is attacked: every reader of bytes, and whole runs of the command."""

from __future__ import annotations

import contextlib
import io
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unittest import mock

from compare.cli import exits
from compare.cli.flags import Flags
from compare.cli.settings import options_for
from compare.errors import CompareError, UnforeseenFault, UnreadableSource
from compare.formats.json import dump, parse
from compare.sources.article_file import read_article_file
from compare.sources.bounded_reading import RefusedFile
from compare.sources.corrections import read_corrections
from compare.sources.feeds import feeds_of_page, read_listing
from compare.sources.fetch.fetched import FetchedPage
from compare.sources.fetch.robots import read_rules
from compare.sources.gdelt import read_answer
from compare.sources.story import read_story
from compare.sources.teaching import read_plan
from compare.sources.warc import write_warc
from compare.sources.word_list import read_word_list
from tests.bundled import CORPORA, comparison
from tests.hostile.web import article
from tests.sources import test_corrections, test_feeds, test_pdf
from tests.sources.odd_pages import ODD
from tests.sources.ordinary_pages import ORDINARY

Reader = Callable[[bytes], object]
_STORY = (CORPORA / "demo" / "story.toml").read_bytes()
_TEXT = (CORPORA / "demo" / "harbour-times.txt").read_bytes()
_RECORDS = b"""[{"text": "A ferry burned off Tor on Monday, the mayor said. 40 were saved.",
"outlet": "Harbour Times", "headline": "Ferry burns", "published": "2031-10-14T21:05:00Z",
"authors": ["Mara Quill"], "url": "https://harbour-times.example/1", "lang": "en"}]"""
_MHTML = (
    b"From: x\r\nSnapshot-Content-Location: https://a.example/x\r\n"
    b'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
    b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    + article().replace(b"=", b"=3D")
    + b"\r\n--b--\r\n"
)
_GDELT = b"""{"articles": [{"url": "https://a.example/1", "title": "Ferry \\\\ burns",
"seendate": "20311014T210500Z", "domain": "a.example", "language": "English"}]}"""
_ROBOTS = b"User-agent: *\nDisallow: /a*b$\nCrawl-delay: 5\nRequest-rate: 1/5\nSitemap: /s.xml\n"


def _as_file(name: str) -> Reader:
    return lambda data: read_article_file(data, name=name, source=name)


def _beside(name: str, reader: Callable[[Path], object]) -> Reader:
    """A reader of a folder or file: the data is put there under a name."""

    def read(data: bytes) -> object:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / name
            (Path(folder) / "a.txt").write_bytes(_TEXT)
            path.write_bytes(data)
            return reader(path)

    return read


def _fetched(data: bytes) -> FetchedPage:
    when = datetime(2031, 10, 14, tzinfo=UTC)
    return FetchedPage(
        source="https://a.example/",
        url="https://a.example/",
        data=data,
        status=200,
        headers=(("Content-Type", "text/html"),),
        when=when,
    )


def _round_trip(data: bytes) -> object:
    return dump(parse(data))


READERS: Mapping[str, tuple[Reader, Sequence[bytes]]] = {
    "plain text": (_as_file("a.txt"), (_TEXT, b"---\noutlet: A\ndate: 2031-10-14\n---\n" + _TEXT)),
    "markdown": (_as_file("a.md"), ((CORPORA / "demo" / "northern-ledger.md").read_bytes(),)),
    "page": (
        _as_file("a.html"),
        (article(), *ORDINARY.values(), *(page for _, page in ODD.values())),
    ),
    "no suffix": (_as_file("a"), (article(), _TEXT, _RECORDS, _MHTML)),
    "saved page": (_as_file("a.mhtml"), (_MHTML,)),
    "records": (_as_file("a.json"), (_RECORDS,)),
    "records in lines": (_as_file("a.jsonl"), (_RECORDS[1:-1].replace(b"\n", b" ") + b"\n{}",)),
    "pdf": (_as_file("a.pdf"), (test_pdf.WHOLE,)),
    "archive": (_as_file("a.warc"), (write_warc([_fetched(article())]),)),
    "feed": (
        lambda data: read_listing(data, source="https://a.example/feed"),
        (
            test_feeds.RSS, test_feeds.ATOM, test_feeds.OPML, test_feeds.NEWS_MAP,
            test_feeds.PLAIN_MAP, test_feeds.INDEX,
        ),
    ),
    "feeds of a page": (lambda data: feeds_of_page(data, url="https://a.example/"), (article(),)),
    "search answer": (lambda data: read_answer(data, source="https://a.example/"), (_GDELT,)),
    "robots": (read_rules, (_ROBOTS,)),
    "story": (_beside("story.toml", lambda path: read_story(path.parent, source="s")), (_STORY,)),
    "plan": (_beside("story.toml", lambda path: read_plan(path.parent, source="s")), (_STORY,)),
    "corrections": (_beside("c.toml", read_corrections), (test_corrections.WHOLE.encode(),)),
    "word list": (_beside("w.txt", read_word_list), (b"# A. CC0.\n[nouns]\nferry | tub\n",)),
    "settings": (
        _beside("s.toml", lambda path: options_for(Flags(config=str(path)))),
        (b"force = true\nfact_floor = 0.5\n",),
    ),
    "comparison": (_round_trip, (dump(comparison("demo")),)),
}  # fmt: skip


def _in_this_process(
    reader: Callable[[bytes], Any], data: bytes, _kind: object, *, source: str
) -> object:
    """Stands for the process of its own, which takes a tenth of a second to start."""
    try:
        return reader(data)
    except RefusedFile as wrong:
        raise UnreadableSource(source, wrong.reason, wrong.advice) from wrong
    except Exception as wrong:
        raise UnreadableSource(source, "this file is damaged", "Give another") from wrong


@contextlib.contextmanager
def in_one_process() -> Iterator[None]:
    """Readers that have a process of their own run in this one."""
    with contextlib.ExitStack() as stack:
        for module in ("pdf", "warc", "mhtml"):
            stack.enter_context(
                mock.patch(f"compare.sources.{module}.read_bounded", _in_this_process)
            )
        yield


def attack(reader: Reader, data: bytes) -> None:
    """Runs a reader; all that it raises goes through but an error that tells of the data."""
    try:
        reader(data)
    except UnforeseenFault:
        raise
    except CompareError:
        return


def exit_code(arguments: Sequence[str]) -> tuple[int, str]:
    """What a run of the command ends with, and what it says on standard error."""
    said = io.StringIO()
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(out):
        code = exits.run(list(arguments))
    return code, said.getvalue()
