"""What programs outside rely on: every name, field and meaning, on the invented stories."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import compare
from compare.cli.exits import run
from compare.formats.json import dump
from compare.model.articles import Document
from compare.model.spans import Span
from tests import bundled
from tools.json_schemas import comparison_schema

ONE = (
    "Fourteen people died when the ferry burned off Port Ellery on Tuesday.\n\n"
    "“We went back twice,” said Ansel Corrie, the mate."
)
OTHER = (
    "Fifteen people died when the ferry burned off Port Ellery on Tuesday.\n\n"
    "“We went back,” Ansel Corrie, the mate, said."
)
PARTS = (
    "schema offset_unit tool options story articles facts coverage figures conflicts absences "
    "wordings quote_groups reuse citations headlines"
).split()

story_of = pytest.mark.parametrize("name", bundled.STORIES)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "one.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "other.txt").write_text(OTHER, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def holds(document: Document, span: Span) -> bool:
    return 0 <= span.start < span.end <= len(document.text)


def test_a_document_is_made_of_a_text_and_what_is_known_of_it() -> None:
    made = compare.document(
        ONE,
        outlet="Harbour Times",
        headline=None,
        published=None,
        url="https://harbour-times.example/ferry",
        language="en",
    )
    assert (made.text, made.outlet, made.headline) == (ONE, "Harbour Times", None)
    assert (made.published, made.url) == (None, "https://harbour-times.example/ferry")


@pytest.mark.usefixtures("folder")
def test_files_and_folders_are_loaded() -> None:
    assert compare.load("one.txt").text == ONE
    assert [item.text for item in compare.load_story(["one.txt", "other.txt"])] == [ONE, OTHER]
    assert [item.text for item in compare.load_story(".")] == [ONE, OTHER]


def test_a_page_without_an_article_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(compare.CompareError, match=r"\w\.?$"):
        compare.read_html(b"<html><body><p>Nothing.</p></body></html>", url=None)


@story_of
def test_an_article_has_sentences_quotes_and_figures_in_its_text(name: str) -> None:
    for document in bundled.documents(name):
        article = compare.annotate(document)
        assert article.document.text == document.text
        assert all(holds(document, sentence.span) for sentence in article.sentences)
        assert all(holds(document, figure.span) for figure in article.figures)
        for quote in article.quotes:
            assert quote.id
            assert quote.kind in ("direct", "mixed", "indirect")
            assert all(holds(document, part) for part in quote.parts)
            assert list(quote.parts) == sorted(quote.parts)
            assert quote.speaker is None or quote.speaker.name
            assert all(holds(document, s) for s in (quote.speaker_span, quote.cue) if s)


@story_of
def test_direct_speech_leaves_the_marks_outside(name: str) -> None:
    for article in bundled.comparison(name).articles:
        for quote in (quote for quote in article.quotes if quote.kind == "direct"):
            text = article.document.text
            assert not any(part.of(text)[0] in '“"‘' for part in quote.parts)


@story_of
def test_a_comparison_has_its_articles_in_the_order_of_the_input(name: str) -> None:
    found = bundled.comparison(name)
    documents = bundled.documents(name)
    assert [a.document.text for a in found.articles] == [d.text for d in documents]
    letters = [article.document.letter for article in found.articles]
    assert letters == list("ABCDEFGH"[: len(documents)])
    ids = [sentence.id for article in found.articles for sentence in article.sentences]
    assert len(ids) == len(set(ids))


@story_of
def test_every_part_of_a_comparison_refers_to_what_is_there(name: str) -> None:
    found = bundled.comparison(name)
    texts = {article.document.letter: article.document for article in found.articles}
    sentences = {s.id: a.document.letter for a in found.articles for s in a.sentences}
    quotes = {q.id: a.document.letter for a in found.articles for q in a.quotes}
    for fact in found.facts:
        assert fact.label
        for mention in fact.mentions:
            assert sentences[mention.sentence] == mention.article
            assert holds(texts[mention.article], mention.span)
    for group in found.figures:
        assert group.relation in ("agree", "compatible", "clash", "later", "scope")
        assert len({reading.article for reading in group.readings}) > 1
        assert all(holds(texts[reading.article], reading.span) for reading in group.readings)
    for said in found.quote_groups:
        assert all(quotes[member.quote] == member.article for member in said.members)
        assert said.change
        assert len({member.article for member in said.members}) > 1


def test_links_name_documents_by_their_place_and_give_reasons() -> None:
    documents = [compare.document(text, outlet="x") for text in (ONE, OTHER, "Rain fell.")]
    found = compare.links(documents)
    assert found
    for link in found:
        for end in (link.a, link.b):
            assert holds(documents[end.document], end.span)
        assert link.a.document != link.b.document
        assert 0 <= link.score <= 1
        assert link.because


def test_texts_are_likened_pair_by_pair() -> None:
    found = compare.similarity([("The ferry burned.", "The ferry burned."), ("Rain.", "Ships.")])
    assert len(found) == 2
    assert all(isinstance(value, float) and 0 <= value <= 1 for value in found)
    assert found[0] > found[1]


def test_each_document_is_put_into_exactly_one_event() -> None:
    documents = [compare.document(text, outlet="x") for text in (ONE, "Rain fell.", OTHER)]
    groups = compare.group_events(documents)
    assert sorted(index for group in groups for index in group) == [0, 1, 2]


@pytest.mark.parametrize("suffix", ["html", "json", "md", "csv", "txt"])
def test_a_comparison_is_written_in_the_form_of_the_suffix(suffix: str, tmp_path: Path) -> None:
    target = tmp_path / f"report.{suffix}"
    compare.write(bundled.comparison("demo"), str(target))
    begins = {"html": "<!doctype html>", "json": "{", "md": "# ", "csv": "\ufefffact,", "txt": ""}
    assert target.read_text(encoding="utf-8").startswith(begins[suffix])


def test_a_form_that_is_not_known_is_an_error_of_ours(tmp_path: Path) -> None:
    with pytest.raises(compare.CompareError):
        compare.write(bundled.comparison("demo"), tmp_path / "report.rtf")


@story_of
def test_the_json_of_every_story_is_valid_and_has_every_part(name: str) -> None:
    tree = json.loads(dump(bundled.comparison(name)))
    Draft202012Validator(comparison_schema()).validate(tree)
    assert set(PARTS) <= set(tree)
    assert tree["schema"].startswith("urn:storydiff:comparison:1.")
    assert tree["offset_unit"] == "code point"
    span = tree["facts"][0]["mentions"][0]["span"]
    assert set(span) == {"start", "end"}


def test_the_python_values_have_the_parts_that_the_json_has() -> None:
    found = bundled.comparison("demo")
    assert all(hasattr(found, part) for part in PARTS)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["one.txt", "other.txt"], 0),
        (["compare", "one.txt", "other.txt"], 0),
        (["demo", "-o", "demo.html"], 0),
        (["one.txt", "other.txt", "-o", "r.html", "-o", "r.json", "-o", "r.md", "-o", "r.csv"], 0),
        (["one.txt", "other.txt", "-o", "-", "--format", "csv"], 0),
        (["one.txt", "other.txt", "--only", "facts,look"], 0),
        (["one.txt", "other.txt", "--set", "fact_floor=0.9"], 0),
        (["one.txt", "other.txt", "missing.txt"], 0),
        (["one.txt", "rain.txt", "--force"], 0),
        (["one.txt", "other.txt", "--fail-on", "later"], 1),
        (["--no-such-flag"], 2),
        (["one.txt", "other.txt", "--set", "no_such_option=1"], 2),
        (["one.txt", "other.txt", "--only", "nothing"], 2),
        (["one.txt", "other.txt", "--fail-on", "nothing"], 2),
        (["one.txt", "other.txt", "-o", "report.rtf"], 2),
        (["one.txt", "missing.txt"], 3),
        (["one.txt", "other.txt", "missing.txt", "--strict"], 3),
        (["one.txt", "rain.txt"], 4),
        (["one.txt", "other.txt", "-o", "no-folder/report.html"], 5),
    ],
)
@pytest.mark.usefixtures("folder")
def test_the_exit_code_says_what_came_of_it(
    arguments: list[str], code: int, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    Path("rain.txt").write_text("The council planted 300 apple trees. Gardeners cheered.")
    assert run(arguments) == code
    captured = capsysbinary.readouterr()
    if code:
        last = captured.err.decode().strip().splitlines()[-1]
        assert last.endswith((".", "!"))
        assert b"Traceback" not in captured.err


@pytest.mark.parametrize("arguments", [["--json"], ["-o", "-", "--format", "json"]])
@pytest.mark.usefixtures("folder")
def test_json_stands_alone_on_standard_output(
    arguments: list[str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run(["one.txt", "other.txt", *arguments]) == 0
    captured = capsysbinary.readouterr()
    assert set(PARTS) <= set(json.loads(captured.out))


@pytest.mark.usefixtures("folder")
def test_a_wrong_source_leaves_the_good_ones_as_they_are() -> None:
    run(["one.txt", "other.txt", "-o", "good.json", "-q"])
    run(["one.txt", "missing.txt", "other.txt", "-o", "with.json", "-q"])
    good, also = (json.loads(Path(name).read_text()) for name in ("good.json", "with.json"))
    assert also["facts"] == good["facts"]
    assert [one["source"] for one in also["story"]["skipped"]] == ["missing.txt"]


@pytest.mark.usefixtures("folder")
def test_options_come_from_a_file_and_from_the_command_line() -> None:
    Path("own.toml").write_text("fact_floor = 0.9\nlink_floor = 0.2\n")
    arguments = ["one.txt", "other.txt", "--config", "own.toml", "--set", "link_floor=0.4", "-q"]
    assert run([*arguments, "-o", "r.json"]) == 0
    options = json.loads(Path("r.json").read_text())["options"]
    assert (options["fact_floor"], options["link_floor"]) == (0.9, 0.4)


@pytest.mark.usefixtures("folder")
def test_the_page_is_opened_and_without_a_browser_nothing_breaks(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr("webbrowser.open", lambda _: False)
    assert run(["one.txt", "other.txt", "--open"]) == 0
    assert b"Open storydiff-report.html yourself" in capsysbinary.readouterr().err
    assert Path("storydiff-report.html").is_file()


def test_no_error_of_ours_ends_without_advice() -> None:
    calls: list[Callable[[], object]] = [
        lambda: compare.load("no-such-file.txt"),
        lambda: compare.load_story("no-such-folder"),
        lambda: compare.compare_story([compare.document(ONE, outlet="x")]),
        lambda: compare.compare_story([compare.document(t, outlet="x") for t in (ONE, "Rain.")]),
        lambda: compare.write(bundled.comparison("demo"), "no-folder/report.html"),
        lambda: compare.Options().set({"no_such_option": "1"}),
        lambda: compare.compare_story([compare.document(ONE, outlet="x") for _ in range(51)]),
    ]
    for call in calls:
        with pytest.raises(compare.CompareError) as told:
            call()
        assert str(told.value).count(".") >= 1
        assert len(str(told.value).split()) > 8
