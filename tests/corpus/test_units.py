"""Sources cut into units: nothing between two pieces is lost, and each keeps its place."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest

import compare
from compare.corpus import units
from compare.corpus.reading import document_of, read_unit
from compare.corpus.shards import Output
from compare.corpus.store import FolderStore, RemoteStore, store_at
from compare.corpus.tasks import WorkItem, chunks
from compare.corpus.units import units_of
from compare.errors import FormatError, MissingExtra
from compare.sources.fetch.fetched import FetchedPage
from compare.sources.fetch.settings import Fetching
from compare.sources.load import load_all
from compare.sources.warc import write_warc
from tests.bundled import CORPORA, documents
from tests.corpus.pile import FEW, files, records, write_pile
from tests.hostile.server import answer, serving
from tests.hostile.web import LIMITS, StoppedClock, article, loopback

corpus = compare.corpus
fsspec = pytest.importorskip("fsspec", reason="no fsspec: pip install -e '.[dev]'")
WORDS = "The harbour of Osmere was closed on Monday after a barge sank there, the mayor said. " * 4


def read(found: Sequence[WorkItem], folder: Path) -> Output:
    output = Output()
    for item in found:
        tally = read_unit(FolderStore(folder), item, output)
        assert tally.came_in == tally.went_out + tally.failed
    return output


def texts(output: Output) -> list[str]:
    return [str(row[-2]) for row in output.tables["articles"]]


@pytest.mark.parametrize("most", [1, 2, 4, 500])
def test_the_pieces_of_json_lines_hold_every_line_and_its_number(
    most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(units, "_LINES_A_UNIT", most)
    lines = [json.dumps(one, ensure_ascii=False) for one in records(FEW)]
    lines[4] = "{broken"
    path = tmp_path / "pile.jsonl"
    path.write_text("\n\n".join(lines) + "\n \u00a0\n", encoding="utf-8")
    found = list(units_of(str(path), "code"))
    output = read(found, tmp_path)
    assert texts(output) == [str(one["text"]) for n, one in enumerate(records(FEW)) if n != 4]
    (failed,) = output.tables["failures"]
    assert "line 9: " in str(failed[4])
    spans = [(json.loads(item.work)["start"], json.loads(item.work)["end"]) for item in found]
    assert spans[0][0] == 0
    assert all(one[1] == other[0] for one, other in pairwise(spans))


def test_a_line_that_is_added_leaves_the_pieces_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(units, "_LINES_A_UNIT", 2)
    path = write_pile(tmp_path / "pile.jsonl", FEW)
    before = [item.key for item in units_of(str(path), "code")]
    with path.open("a", encoding="utf-8") as stream:
        stream.write(json.dumps({"text": WORDS, "outlet": "Osmere Post"}))
    after = [item.key for item in units_of(str(path), "code")]
    assert before[:-1] == after[: len(before) - 1]
    assert len(set(before) - set(after)) == 1


def fetched(number: int) -> FetchedPage:
    url = f"https://outlet-{number}.example/barge"
    head = (("content-type", "text/html; charset=utf-8"),)
    page = article(title=f"Barge {number}").decode()
    when = StoppedClock().now()
    return FetchedPage(source=url, url=url, data=page.encode(), status=200, headers=head, when=when)


@pytest.mark.parametrize("most", [1, 3, 100])
def test_the_pieces_of_an_archive_hold_every_page(
    most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("warcio", reason="no warcio: pip install -e '.[test]'")
    monkeypatch.setattr(units, "_PAGES_A_UNIT", most)
    path = tmp_path / "pages.warc.gz"
    path.write_bytes(write_warc(fetched(number) for number in range(7)))
    found = list(units_of(str(path), "code"))
    assert len(found) == -(-7 // most)
    output = read(found, tmp_path)
    whole = load_all([path]).documents
    assert [document_of(str(r[-2]), str(r[-1])) for r in output.tables["articles"]] == list(whole)
    assert len(whole) == 7


def test_a_damaged_archive_fails_in_the_piece_that_is_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("warcio", reason="no warcio: pip install -e '.[test]'")
    monkeypatch.setattr(units, "_PAGES_A_UNIT", 1)
    data = write_warc(fetched(number) for number in range(4))
    (tmp_path / "pages.warc.gz").write_bytes(data[:-300])
    made = corpus.open(tmp_path / "corpus")
    tally = made.add(tmp_path / "pages.warc.gz")
    assert (tally.went_out, tally.failed) == (3, 1)


def test_a_folder_is_read_with_all_that_is_in_it(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    (pages / "deep" / "er").mkdir(parents=True)
    (pages / "deep" / "er" / "one.txt").write_text(WORDS)
    (pages / "README.md").write_text("About these files.")
    (pages / ".hidden.txt").write_text(WORDS)
    (pages / "picture.png").write_bytes(b"\x89PNG")
    (pages / "out.txt").symlink_to("/etc/hostname")
    made = corpus.open(pages / "corpus")  # a corpus in its own source is not read
    made.add([pages, CORPORA / "nap-study"])
    sources = [row["source"] for row in made.rows("articles")]
    assert len(sources) == 4
    assert str(pages / "deep" / "er" / "one.txt") in sources
    (failure,) = made.failures()
    assert "leads out of the folder" in failure["message"]
    made.add()
    assert len(list(made.rows("articles"))) == 4


def test_a_story_folder_keeps_what_its_story_file_says(tmp_path: Path) -> None:
    made = corpus.open(tmp_path / "corpus")
    made.add(CORPORA / "demo")
    found = [document_of(row["text"], row["document"]) for row in made.rows("articles")]
    assert found == list(documents("demo"))


def test_a_feed_without_an_article_is_a_failure_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(
        "<rss version='2.0'><channel><title>F</title></channel></rss>"
    )
    (tmp_path / "a.txt").write_text("The barge ran aground at Corran on Tuesday, the port said.")
    made = corpus.open(tmp_path / "corpus")
    tally = made.add([str(tmp_path / "feed.xml"), str(tmp_path / "a.txt")])
    assert (tally.went_out, tally.failed) == (1, 1)
    assert "names no article" in next(iter(made.failures()))["message"]


def test_a_feed_is_fetched_once_and_asked_for_what_is_new(tmp_path: Path) -> None:
    def feed(*numbers: int) -> bytes:
        items = "".join(f"<item><title>T</title><link>{{}}p{n}</link></item>" for n in numbers)
        return f"<rss version='2.0'><channel><title>F</title>{items}</channel></rss>".encode()

    routes = {f"/p{n}": answer(article(title=f"Barge {n}")) for n in range(3)}
    with serving(routes) as server:

        def listed(*numbers: int) -> None:
            (tmp_path / "feed.xml").write_bytes(
                feed(*numbers).replace(b"{}", server.url().encode())
            )

        how = Fetching(cache=None, resolver=loopback, limits=LIMITS, clock=StoppedClock(),
                       allow_private=True)  # fmt: skip
        made = corpus.open(tmp_path / "corpus")
        listed(0, 1, 7)
        tally = made.add(tmp_path / "feed.xml", fetching=how)
        assert (tally.went_out, tally.failed) == (2, 1)
        asked = len([one for one in server.asked if one.path.startswith("/p")])
        listed(2)
        tally = made.add(tmp_path / "feed.xml", fetching=how)
        assert tally.went_out == 3
        assert len([one for one in server.asked if one.path.startswith("/p")]) == asked + 1
        made.compare()
        assert made.add([server.url("p0")], fetching=how).went_out == 3


@pytest.mark.parametrize("kind", ["folder", "remote"])
def test_a_store_shows_a_file_when_it_is_whole(kind: str, tmp_path: Path) -> None:
    root = str(tmp_path / "place") if kind == "folder" else f"file://{tmp_path}/place"
    store = store_at(root)
    assert isinstance(store, FolderStore if kind == "folder" else RemoteStore)
    assert store.names("facts") == []
    store.write("facts/b", b"two")
    store.write("facts/a", b"one")
    (tmp_path / "place" / "facts" / ".c-1.part").write_bytes(b"thr")
    assert store.names("facts") == ["facts/a", "facts/b"]
    store.write("facts/a", b"other")
    assert store.read("facts/a") == b"other"
    store.remove("facts/a")
    store.remove("facts/a")
    with pytest.raises(FileNotFoundError):
        store.read("facts/a")


def test_a_corpus_at_an_address_holds_the_same_as_one_in_a_folder(tmp_path: Path) -> None:
    memory = fsspec.filesystem("memory")
    pile = write_pile(tmp_path / "pile.jsonl", FEW[:1])
    memory.pipe_file("/news/day/pile.jsonl", pile.read_bytes())
    here, there = corpus.open(tmp_path / "corpus"), corpus.open("memory://news/corpus")
    here.add(pile)
    there.add("memory://news/day")
    for made in (here, there):
        made.compare()
        made.index()
    ids = [sorted(row["article_id"] for row in made.rows("articles")) for made in (here, there)]
    assert ids[0] == ids[1]
    assert list(here.facts()) == list(there.facts())
    assert memory.size("/news/corpus/corpus.sqlite") > 0
    again = corpus.open("memory://news/corpus")
    assert again.add().went_out == 3
    memory.rm("/news", recursive=True)


def test_without_fsspec_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "fsspec", None)
    with pytest.raises(MissingExtra, match=r"storydiff\[storage\]"):
        store_at("s3://bucket/corpus")


def test_a_source_at_an_address_that_is_not_there_is_a_failure(tmp_path: Path) -> None:
    made = corpus.open(tmp_path / "corpus")
    assert made.add("memory://nowhere/pile.jsonl").failed == 1
    assert made.add(tmp_path / "gone").failed == 2
    with pytest.raises(FormatError):
        corpus.open(tmp_path)


def item(number: int, counts: int = 1) -> WorkItem:
    return WorkItem(id=f"i{number}", key=f"k{number}", label=str(number), work="{}", counts=counts)


def test_another_item_changes_the_chunk_it_falls_into_alone() -> None:
    items = [item(number) for number in range(400)]
    before = list(chunks(items, most=16))
    assert [one for chunk in before for one in chunk] == items
    assert max(map(len, before)) <= 32
    after = list(chunks([*items[:200], item(1000), *items[200:]], most=16))
    assert len(set(before) - set(after)) <= 2


def test_heavy_items_stand_alone() -> None:
    found = list(chunks([item(n, counts=500) for n in range(3)], most=250))
    assert [len(chunk) for chunk in found] == [1, 1, 1]


def test_two_files_of_one_name_and_text_are_two_units(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "same.txt").write_text(WORDS)
    assert len({one.id for one in units_of(str(tmp_path), "code")}) == 2
    assert files(tmp_path)
