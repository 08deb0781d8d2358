"""One unit of work read: its articles as rows, and what could not be read as failures."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from compare.align.likeness import counted_words
from compare.corpus.shards import Output, Row, Tally
from compare.corpus.source_bytes import is_remote, open_source, read_range
from compare.corpus.store import Store
from compare.corpus.tasks import WorkItem, digest_of
from compare.errors import UnreadableSource
from compare.model.articles import Document
from compare.sources.article_file import read_article_file
from compare.sources.encoding import decode
from compare.sources.files import MAX_BYTES, read_file
from compare.sources.isolation import isolate_errors
from compare.sources.records import Records, read_records
from compare.sources.story import read_story
from compare.sources.warc import read_warc

_IN_COLUMNS = ("text", "sha256")


def read_unit(store: Store, item: WorkItem, output: Output) -> Tally:
    """Put the articles of a unit and the errors in it to the output."""
    work = json.loads(item.work)
    if work["kind"] == "unreadable":
        row: Row = (item.id, "reading", item.label, work["error"], work["message"])
        output.add("failures", [row])
        return Tally(came_in=1, went_out=0, failed=1)
    with isolate_errors(item.label):
        records, came = _records(store, work)
    for document in records.documents:
        row = article_row(item.id, document)
        output.add("articles", [row])
        counts = sorted(counted_words(document).items())
        stems, numbers = zip(*counts, strict=True) if counts else ((), ())
        output.terms.append((item.id, str(row[1]), stems, numbers))
    for wrong in records.problems:
        failed: Row = (item.id, "reading", wrong.source, type(wrong).__name__, str(wrong))
        output.add("failures", [failed])
    return Tally(came_in=came, went_out=len(records.documents), failed=len(records.problems))


def article_row(unit: str, document: Document) -> Row:
    """The row of an article, from which `document_of` makes the document again."""
    tree: dict[str, Any] = msgspec.to_builtins(document)
    rest = {name: value for name, value in tree.items() if name not in _IN_COLUMNS}
    published = document.published.isoformat() if document.published else None
    return (
        unit,
        article_id(document),
        document.outlet,
        document.headline,
        document.byline,
        document.url,
        published,
        document.language,
        document.licence,
        document.source,
        len(document.text.split()),
        document.sha256,
        document.text,
        json.dumps(rest, ensure_ascii=False, sort_keys=True),
    )


def document_of(text: str, rest: str) -> Document:
    """The document of an article row, equal to the one that was read."""
    return msgspec.convert(json.loads(rest) | {"text": text}, Document)


def article_id(document: Document) -> str:
    """A name that an article keeps whatever it is read from."""
    published: datetime | None = document.published
    when = published.isoformat() if published else None
    known = (document.sha256, document.outlet, document.headline, document.url, when)
    return f"a-{digest_of(*known)[:16]}"


def _records(store: Store, work: dict[str, Any]) -> tuple[Records, int]:
    """What is in a unit, and how many rows came in: of JSON Lines counted by themselves."""
    source = str(work["label"])
    if work["kind"] == "lines":
        text = decode(read_range(source, work["start"], work["end"]), source=source)
        came = sum(bool(line.strip()) for line in text.split("\n"))
        if not came:
            return Records(documents=()), 0
        return read_records(text, source=source, lines=True, first_line=work["first"]), came
    if work["kind"] == "archive":
        records = read_warc(read_range(source, work["start"], work["end"]), source=source)
    elif work["kind"] == "story":
        story = read_story(Path(source), source=source)
        records = Records(documents=story.documents, problems=story.problems)
    elif work["kind"] == "page":
        records = _page(store, work)
    else:
        data = _remote_file(source) if is_remote(source) else read_file(Path(source), source=source)
        records = read_article_file(data, name=source.rpartition("/")[2], source=source)
    return records, len(records.documents) + len(records.problems)


def _remote_file(source: str) -> bytes:
    with open_source(source) as stream:
        data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise UnreadableSource(source, "it is too large for an article", "Give it in pieces")
    return data


def _page(store: Store, work: dict[str, Any]) -> Records:
    """The articles of a page that was fetched before and is kept in the corpus."""
    from compare.sources.fetch.fetched import FetchedPage
    from compare.sources.web import read_fetched

    page = FetchedPage(
        source=work["label"],
        url=work["url"],
        data=store.read(work["file"]),
        status=work["status"],
        headers=tuple((name, value) for name, value in work["headers"]),
        when=datetime.fromisoformat(work["when"]),
        captured=datetime.fromisoformat(work["captured"]) if work["captured"] else None,
    )
    return read_fetched(page)
