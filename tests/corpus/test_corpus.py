"""Articles in, events and comparisons out: resumed, only what changed, and nothing lost."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

import compare
from compare.corpus import tasks
from compare.corpus.shards import Output, Receipt, Tally
from compare.corpus.stage_runs import Progress
from compare.corpus.store import Store
from compare.corpus.tasks import WorkItem
from compare.errors import FormatError, OptionError
from compare.formats.json import dump
from compare.model.options import Options
from tests.bundled import CORPORA, documents
from tests.corpus.pile import FEW, files, record, records, results, write_pile

corpus = compare.corpus


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    return write_pile(tmp_path / "pile.jsonl")


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> corpus.Corpus:
    """Three stories, read and compared once."""
    folder = tmp_path_factory.mktemp("done")
    made = corpus.open(folder / "corpus")
    made.add(write_pile(folder / "pile.jsonl"))
    made.compare()
    return made


def test_the_stories_of_a_pile_become_its_events(done: corpus.Corpus) -> None:
    events = done.events()
    assert sorted(len(event.articles) for event in events) == [3, 3, 3]
    assert {event.outlets for event in events} == {
        tuple(sorted({one.outlet for one in documents(story)})) for story in FEW
    }


def test_the_rows_of_an_event_are_those_of_its_comparison(done: corpus.Corpus) -> None:
    texts = {row["article_id"]: row["text"] for row in done.rows("articles")}
    for event in done.events():
        comparison = done.comparison(event.id)
        facts = [row["fact"] for row in done.facts() if row["event"] == event.id]
        assert facts == [fact.id for fact in comparison.facts]
        for row in done.rows("mentions"):
            if row["event"] == event.id and row["place"] == "text":
                assert texts[row["article_id"]][row["start"] : row["end"]] == row["words"]


def test_a_comparison_on_demand_is_that_of_its_documents(done: corpus.Corpus) -> None:
    story = sorted(documents("nap-study"), key=lambda one: one.published or date.max)
    event = next(e for e in done.events() if "The Tolmere Enquirer" in e.outlets)
    alone = compare.compare_story(story, Options(force=True))
    assert [f.id for f in done.comparison(event.id).facts] == [f.id for f in alone.facts]
    assert dump(done.comparison(event.id)) == dump(done.comparison(event.id))


def test_a_second_run_does_nothing_and_changes_no_byte(
    done: corpus.Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(Path(done.root))

    def fail(_stage: str) -> None:
        raise AssertionError("there is nothing to do")

    monkeypatch.setattr(tasks, "_doer", fail)
    again = corpus.open(done.root)
    assert again.add().went_out == 9
    assert again.compare().compared == 3
    assert files(Path(done.root)) == before


def test_the_same_pile_gives_the_same_bytes_anywhere(done: corpus.Corpus, tmp_path: Path) -> None:
    other = corpus.open(tmp_path / "corpus")
    other.add(Path(done.root).parent / "pile.jsonl")
    other.compare()
    assert files(tmp_path / "corpus") == files(Path(done.root))


def test_only_what_changed_is_done_again(pile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = corpus.open(pile.parent / "corpus")
    made.add([pile, CORPORA / "lake-correction"])
    made.compare()
    worked: list[str] = []
    doer = tasks._doer

    def watched(stage: str) -> tasks.Doer:
        def do(store, item, output):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202
            worked.append(f"{stage} {item.label}")
            return doer(stage)(store, item, output)

        return do

    monkeypatch.setattr(tasks, "_doer", watched)
    ids = {event.id for event in made.events()}
    late = record(documents("nap-study")[0]) | {"outlet": "Late Post"}
    more = pile.with_name("more.jsonl")
    more.write_text(json.dumps(late | {"text": f"{late['text']} It was seen by others."}))
    made.add(more)
    made.compare()
    assert {event.id for event in made.events()} == ids
    (grown,) = [event.id for event in made.events() if len(event.articles) == 4]
    assert worked == [f"reading {more}", f"comparing {grown}"]


def test_an_article_that_is_given_twice_counts_once(pile: Path) -> None:
    again = shutil.copy(pile, pile.with_name("again.jsonl"))
    made = corpus.open(pile.parent / "corpus")
    assert made.add([pile, again]).went_out == 18
    assert sum(len(event.articles) for event in made.events()) == 9


def test_what_cannot_be_read_is_a_row_and_leaves_the_rest(tmp_path: Path) -> None:
    bad = [{"outlet": "No Text"}, ["no object"], {"text": "", "outlet": "Empty"}]
    pile = write_pile(tmp_path / "pile.jsonl", more=bad)
    with pile.open("a", encoding="utf-8") as stream:
        stream.write("{broken\n\n")
    made = corpus.open(tmp_path / "corpus")
    tally = made.add([pile, tmp_path / "gone.txt"])
    assert (tally.came_in, tally.went_out, tally.failed) == (14, 9, 5)
    messages = sorted(row["message"] for row in made.failures())
    assert "line 10: " in messages[-4]
    assert len(messages) == 5
    good = corpus.open(tmp_path / "good")
    good.add(write_pile(tmp_path / "good.jsonl"))
    ids = [row["article_id"] for row in good.rows("articles")]
    assert [row["article_id"] for row in made.rows("articles")] == ids


def test_an_event_that_fails_is_a_row_and_leaves_the_rest(
    pile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = compare.compare_story

    def poisoned(documents, options):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202
        if any("nap" in (one.headline or "") for one in documents):
            raise KeyError("a mistake")
        return real(documents, options)

    monkeypatch.setattr("compare.corpus.comparing.compare_story", poisoned)
    made = corpus.open(pile.parent / "corpus")
    made.add(pile)
    found = made.compare()
    assert (found.compared, found.failed) == (2, 1)
    (row,) = made.failures()
    assert row["stage"] == "comparing"
    assert "KeyError" in row["message"]
    assert {fact["event"] for fact in made.facts()} == {
        event.id for event in made.events() if event.id != row["item"]
    }


def test_an_event_of_too_many_articles_is_reduced_by_its_copies(tmp_path: Path) -> None:
    lines = [
        one | {"outlet": f"{one['outlet']} {n}"} for one in records(["nap-study"]) for n in (1, 2)
    ]
    (tmp_path / "pile.jsonl").write_text("\n".join(map(json.dumps, lines)))
    made = corpus.open(tmp_path / "corpus", Options(max_articles=3))
    made.add(tmp_path / "pile.jsonl")
    assert made.compare().compared == 1
    (row,) = made.rows("comparisons")
    assert (row["articles"], row["left_out"]) == (3, 3)
    assert len(list(made.rows("copies"))) == 6
    fewer = corpus.open(tmp_path / "corpus", Options(max_articles=2))
    assert fewer.compare().failed == 1
    assert "at most 2" in next(fewer.failures())["message"]


def test_an_item_that_loses_rows_is_a_failure_that_says_so(
    pile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def loses(_store: Store, _item: WorkItem, _output: Output) -> Tally:
        return Tally(came_in=9, went_out=8, failed=0)

    monkeypatch.setattr(tasks, "_doer", lambda _stage: loses)
    made = corpus.open(pile.parent / "corpus")
    assert made.add(pile).failed == 9
    assert "9 came in, 8 went out, 0 failed" in next(made.failures())["message"]


def test_a_receipt_that_leaves_an_item_out_is_never_taken(pile: Path) -> None:
    class Forgets:
        def outcomes(self, tasks):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202
            for task in tasks:
                yield task, Receipt(stage=task.stage, key=task.key, files={}, items={})

        def close(self) -> None: ...

    with pytest.raises(AssertionError, match="does not add up"):
        corpus.open(pile.parent / "corpus").add(pile, engine=Forgets())


def test_another_version_of_the_program_does_all_of_it_anew(
    pile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = corpus.open(pile.parent / "corpus")
    made.add(pile)
    before = made.shards("articles")
    rows = list(made.rows("articles"))
    for module in ("corpus", "tasks"):
        monkeypatch.setattr(f"compare.corpus.{module}.code_digest", lambda _parts: "newer")
    made.add()
    assert set(made.shards("articles")).isdisjoint(before)
    assert [row["article_id"] for row in made.rows("articles")] == [r["article_id"] for r in rows]


def test_other_options_compare_anew(pile: Path) -> None:
    made = corpus.open(pile.parent / "corpus")
    made.add(pile)
    made.compare()
    before = results(made)["facts"]
    strict = corpus.open(pile.parent / "corpus", Options(fact_floor=0.9))
    strict.compare()
    assert results(strict)["facts"] != before
    assert corpus.open(pile.parent / "corpus").options.fact_floor == 0.9


def test_events_before_a_day_are_not_compared(pile: Path) -> None:
    made = corpus.open(pile.parent / "corpus")
    made.add(pile)
    found = made.compare(since=date(2031, 11, 1))
    assert (found.compared, found.older) == (2, 1)
    assert made.compare(since=date(2040, 1, 1)).compared == 2  # what was done is kept
    assert made.compare().compared == 3


def test_single_events_can_be_chosen(pile: Path) -> None:
    made = corpus.open(pile.parent / "corpus")
    made.add(pile)
    first = made.events()[0].id
    assert made.compare([first]).compared == 1
    assert {row["event"] for row in made.facts()} == {first}
    with pytest.raises(OptionError, match="There is no event e-0"):
        made.compare(["e-0"])
    with pytest.raises(OptionError, match="There is no event e-0"):
        made.comparison("e-0")
    with pytest.raises(OptionError, match="There is no table"):
        made.rows("dreams")


def test_a_damaged_shard_is_made_again(pile: Path) -> None:
    made = corpus.open(pile.parent / "corpus")
    made.add(pile)
    made.compare()
    before = files(Path(made.root))
    for table in ("articles", "terms", "events", "quotes"):
        shard = max((Path(made.root) / table).iterdir())
        shard.write_bytes(shard.read_bytes()[:-9])
    with pytest.raises(compare.CompareError, match=r"articles/\w+\.parquet: this shard cannot be"):
        list(made.rows("articles"))
    made = corpus.open(made.root)
    made.add()
    made.compare()
    assert files(Path(made.root)) == before


def test_a_source_that_is_gone_keeps_what_was_read_of_it(pile: Path) -> None:
    made = corpus.open(pile.parent / "corpus")
    made.add(pile)
    pile.unlink()
    assert made.add().went_out == 9
    assert len(list(made.rows("articles"))) == 9


def test_articles_that_are_taken_out_of_a_source_are_gone(pile: Path) -> None:
    made = corpus.open(pile.parent / "corpus")
    made.add(pile)
    made.compare()
    write_pile(pile, FEW[:2])
    assert made.add().went_out == 6
    assert made.compare().compared == 2
    assert "ended" in [row["kind"] for row in made.rows("changes")]


def test_progress_ends_with_all_that_there_is(pile: Path) -> None:
    told: list[Progress] = []
    made = corpus.open(pile.parent / "corpus")
    made.add(pile, told=told.append)
    made.compare(told=told.append)
    assert [p.stage for p in told if p.done == p.total][-1] == "comparing"
    assert all(p.done <= p.total for p in told)
    assert (told[-1].done, told[-1].total) == (3, 3)


def test_a_folder_with_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("Kept.")
    with pytest.raises(FormatError, match="something else than a corpus"):
        corpus.open(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


def test_a_corpus_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    corpus.open(tmp_path / "corpus")
    state = tmp_path / "corpus" / "corpus.json"
    state.write_text(state.read_text().replace('"format": 1', '"format": 9'))
    with pytest.raises(FormatError, match="newer storydiff"):
        corpus.open(tmp_path / "corpus")


def test_two_programs_do_not_work_on_one_corpus(pile: Path) -> None:
    fcntl = pytest.importorskip("fcntl", reason="no such locks on this system")
    made = corpus.open(pile.parent / "corpus")
    with (Path(made.root) / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(FormatError, match="Another storydiff works on"):
            made.add(pile)
