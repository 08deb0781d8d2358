"""Excerpts: what is marked is shown, what is not can be read from no byte of any format."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from html import unescape
from urllib.parse import unquote

import pytest

from compare.formats.excerpts import excerpt_of
from compare.formats.grid import bare_facts, bare_line, said_by
from compare.formats.json import dump, dump_without_text, parse
from compare.formats.marked_sentences import marked_sentences
from compare.formats.registry import FORMATS, FormatOptions, render
from compare.formats.summary.sections import SECTION_NAMES
from compare.formats.withheld_words import FILLER, NOT_SHOWN, is_withheld, mask_words, words_shown
from compare.formats.word_counts import story_words
from compare.formats.word_lines import WORD_SECTIONS
from compare.model.articles import Document
from compare.model.comparison import Comparison
from compare.model.options import Options
from compare.pipeline import compare_story
from tests.bundled import STORIES, comparison
from tests.formats.page_parts import Element, parsed
from tests.formats.story import market_hall

Run = tuple[str, ...]
RUN = 6
# A page takes a second to take apart.
PAGES = ("demo", "hospital-outbreak", "stadium-ruling")
CASES = [(story, name) for story in STORIES for name in FORMATS if name != "html" or story in PAGES]

every_story = pytest.mark.parametrize("story", STORIES)


@cache
def excerpt(story: str) -> Comparison:
    return excerpt_of(comparison(story))


def runs(text: str) -> Iterator[Run]:
    words = [word.casefold() for word in re.findall(r"\w+", text)]
    return zip(*(words[start:] for start in range(RUN)), strict=False)


def secret_runs(whole: Comparison) -> dict[Run, str]:
    """Six words in a row of a sentence that is not marked, and that nothing marked has."""
    marked, shown, secret = marked_sentences(whole), set[Run](), dict[Run, str]()
    for article in whole.articles:
        shown.update(runs(article.document.headline or ""))
        for sentence in article.sentences:
            for run in runs(article.words_of(sentence.span)):
                if sentence.id in marked:
                    shown.add(run)
                else:
                    secret[run] = sentence.id
    return {run: sentence for run, sentence in secret.items() if run not in shown}


def texts_of_page(page: str) -> Iterator[str]:
    """The words between two elements, marks inside them aside, and every attribute."""
    for element in parsed(page).walk():
        yield from (unquote(unescape(value)) for value in element.attributes.values())
        if element.tag not in ("style", "script"):
            yield from flat(element)


def flat(element: Element) -> Iterator[str]:
    text = ""
    for one in element.inside:
        if isinstance(one, str):
            text += one
        elif one.tag in ("mark", "a", "span") and not one.words().strip():
            continue
        elif one.tag == "mark":
            text += one.words()
        else:
            yield text
            text = ""
    yield text


def as_text(data: bytes, name: str) -> str:
    """What a format holds, as text; the values of a table are joined by spaces."""
    if not name.endswith(("parquet", "arrow")):
        return data.decode()
    parquet = pytest.importorskip("pyarrow.parquet", reason="no pyarrow: pip install -e '.[dev]'")
    ipc = pytest.importorskip("pyarrow.ipc", reason="no pyarrow: pip install -e '.[dev]'")
    source = io.BytesIO(data)
    table = (
        parquet.read_table(source) if name.endswith("parquet") else ipc.open_file(source).read_all()
    )
    return "\n".join(str(value) for row in table.to_pylist() for value in row.values())


def texts(cut: Comparison, name: str) -> Iterator[str]:
    """Every text of the format, with all of its sections."""
    sections: dict[str, list[tuple[str, ...]]] = {
        "csv": [(), tuple(WORD_SECTIONS)],
        "md": [()],
        "txt": [tuple(SECTION_NAMES)],
    }
    for only in sections.get(name, [()]):
        data = as_text(render(cut, name, options=FormatOptions(only=only)), name)
        if name == "html":
            yield from texts_of_page(data)
        elif name == "csv":
            yield from (cell for row in csv.reader(io.StringIO(data)) for cell in row)
        elif name == "json":
            yield from re.findall(r'"((?:[^"\\]|\\.)*)"', data)
        else:
            yield data.replace("\\", "")


@cache
def secret_of(story: str) -> dict[Run, str]:
    return secret_runs(comparison(story))


@pytest.mark.parametrize(("story", "name"), CASES)
def test_no_six_words_of_a_sentence_that_is_not_marked_are_in_the_output(
    story: str, name: str
) -> None:
    secret = secret_of(story)
    assert len(secret) > 200
    found = {
        (secret[run], " ".join(run))
        for text in texts(excerpt(story), name)
        for run in runs(text)
        if run in secret
    }
    assert found == set()


@every_story
def test_every_marked_sentence_is_there_word_for_word(story: str) -> None:
    whole, cut = comparison(story), excerpt(story)
    marked = marked_sentences(whole)
    for before, after in zip(whole.articles, cut.articles, strict=True):
        for sentence in before.sentences:
            same = after.words_of(sentence.span) == before.words_of(sentence.span)
            assert same is (sentence.id in marked)
            assert is_withheld(after, sentence.span) is (sentence.id not in marked)


@every_story
def test_spans_counts_accounts_and_findings_stay_as_they_are(story: str) -> None:
    whole, cut = comparison(story), excerpt(story)
    assert cut.accounts == whole.accounts
    assert cut.coverage == whole.coverage
    assert [f.mentions for f in cut.facts] == [f.mentions for f in whole.facts]
    assert cut.figures == whole.figures
    assert cut.conflicts == whole.conflicts
    assert cut.quote_groups == whole.quote_groups
    for before, after in zip(whole.articles, cut.articles, strict=True):
        assert after.sentences == before.sentences
        assert len(after.document.text) == len(before.document.text)
        assert after.document.sha256 == before.document.sha256
        assert story_words(after) == story_words(before)


@every_story
def test_what_differs_is_always_shown_and_of_the_rest_two_thirds_at_most(story: str) -> None:
    whole, cut = comparison(story), excerpt(story)
    for group in whole.quote_groups:
        for member in group.members:
            article = cut.article(member.article)
            assert FILLER not in "".join(map(article.words_of, whole.quote(member.quote).parts))
    only_shared = replace(
        whole,
        figures=(),
        conflicts=(),
        quote_groups=(),
        contrasts=(),
        agency=(),
        certainty=(),
        headlines=(),
        headline_words=(),
    )
    for article in excerpt_of(only_shared).articles:
        shown, _ = words_shown(article)
        assert 0 < shown <= 2 / 3 * story_words(article)


@pytest.mark.parametrize("story", PAGES)
def test_the_full_articles_say_how_many_sentences_are_not_shown_and_where(story: str) -> None:
    cut = excerpt(story)
    page = parsed(render(cut, "html").decode())
    elements = [e for e in page.of_tag("article") if "text" in e.attributes["class"].split()]
    for element, article in zip(elements, cut.articles, strict=True):
        words = element.of_class("words")[0].words()
        told = sum(int(n) for n in re.findall(r"(\d+) sentences? not shown", words))
        assert told == sum(is_withheld(article, s.span) for s in article.sentences)
        links = [a.attributes.get("href") for a in element.of_tag("a")]
        assert article.document.url is None or article.document.url in links


def test_links_lead_somewhere_in_an_excerpt_too() -> None:
    for story in PAGES:
        tree = parsed(render(excerpt(story), "html").decode())
        ids = [e.attributes["id"] for e in tree.walk() if "id" in e.attributes]
        assert len(ids) == len(set(ids))
        for element in tree.walk():
            href = element.attributes.get("href", "")
            assert not href.startswith("#") or href[1:] in ids or element.tag == "use"
            assert element.attributes.get("popovertarget", ids[0]) in ids


def test_neighbours_that_are_not_shown_are_no_part_of_a_pop_up() -> None:
    page = parsed(render(excerpt("demo"), "html").decode())
    assert FILLER not in page.words()
    for note in page.of_class("note"):
        for near in note.of_tag("small"):
            assert NOT_SHOWN not in near.words()


# Tables with nothing of the articles but words that stand as evidence, and signs.
ALL_EVIDENCE = {"coverage", "figures", "conflicts"}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_be_asked_for_excerpts(name: str) -> None:
    asked = render(comparison("demo"), name, options=FormatOptions(excerpts=True))
    assert asked == render(excerpt("demo"), name)
    if name.partition(".")[0] not in ALL_EVIDENCE:
        assert asked != render(comparison("demo"), name)


def test_a_reader_is_told_how_much_is_shown() -> None:
    cut = excerpt("demo")
    shown, whole = map(sum, zip(*map(words_shown, cut.articles), strict=True))
    assert 0 < shown < whole
    told = f"{shown:,} of {whole:,} words are shown"
    for name in ("html", "md", "txt", "json"):
        assert told in " ".join(render(cut, name).decode().split())
    method = next(
        e for e in parsed(render(cut, "html").decode()).walk() if e.attributes.get("id") == "method"
    )
    for article in cut.articles:
        some, every = words_shown(article)
        assert f"{some} of {every} words shown" in method.words()


def test_facts_without_words_have_no_row_and_are_counted() -> None:
    cut = excerpt("demo")
    unlabelled = [f for f in cut.facts if f.label.startswith("(not shown: ")]
    bare = [f for f in unlabelled if len(said_by(cut, f)) == 1]
    assert bare
    assert bare_facts(cut) == tuple(bare)
    assert bare_line(cut).startswith(f"{len(bare)} facts of one outlet each are not shown")
    for name in ("html", "md", "txt"):
        text = " ".join(render(cut, name).decode().split())
        assert bare_line(cut) in text
    assert bare_line(comparison("demo")) == ""


def test_an_excerpt_is_read_back_from_json_and_stays_an_excerpt() -> None:
    cut = excerpt("demo")
    assert parse(dump(cut)) == cut
    assert excerpt_of(cut) is cut


def test_json_without_text_can_get_the_whole_texts_back() -> None:
    texts = {a.document.sha256: a.document.text for a in comparison("demo").articles}
    back = parse(dump_without_text(excerpt("demo")), texts=texts)
    assert [a.document.text for a in back.articles] == list(texts.values())
    assert not any(a.document.excerpt for a in back.articles)


def test_standfirst_and_captions_are_not_shown() -> None:
    whole = market_hall()
    first = whole.articles[0]
    document = replace(first.document, standfirst="Words that introduce the whole story at length")
    article = replace(first, document=document)
    cut = excerpt_of(replace(whole, articles=(article, *whole.articles[1:])))
    assert cut.articles[0].document.standfirst == NOT_SHOWN
    for name in FORMATS:
        assert "Words that introduce" not in as_text(render(cut, name), name)


def test_the_filler_tells_length_and_number_of_words_only() -> None:
    assert mask_words("Two ships met.") == mask_words("Extra news bit")
    for words in ("One", "One two", "a b c", "Some longer words here", "x"):
        filler = mask_words(words)
        assert len(filler) == len(words)
        assert len(filler.split()) == len(words.split())
        assert set(filler) <= {FILLER, " "}


@pytest.mark.parametrize(
    "joint", ["\f", "\v", "\x1c", "\x85", "\u2028", "\0", "\x1b", " ", "\u200b"]
)
def test_a_headline_that_only_the_text_has_is_shown(joint: str) -> None:
    top = f"A ferry{joint}with 40 people on board caught fire off Tor{joint}at night"
    told = "The ferry burned off Tor on Monday, the coastguard said. All 40 people were saved."
    other = "A ferry burned off the port on Monday, the coastguard said. Only 38 were saved."
    for headline in (None, "", top):
        documents = [
            Document(text=f"{top}\n\n{told}", outlet="Lantern", headline=headline),
            Document(text=f"Ferry burns{joint}\n\n{other}", outlet="Gazette"),
        ]
        whole = compare_story(documents, Options(force=True))
        for name in FORMATS:
            assert render(excerpt_of(whole), name)
