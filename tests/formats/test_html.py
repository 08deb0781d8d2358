"""The report: whole, self-contained, honest about the words, and safe with any text."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from compare.formats.html import compact, html
from compare.model.comparison import Comparison
from compare.model.facts import Fact
from tests.formats.builder import Draft, plain
from tests.formats.crowd import crowd
from tests.formats.full_press import full_press
from tests.formats.page_parts import Element, parsed, visible_text
from tests.formats.press import press
from tests.formats.story import market_hall

STORIES = {
    "market hall": market_hall(),
    "two": crowd(2, 12),
    "eight": crowd(8, 30),
    "twenty": crowd(20, 30),
    "fifty": crowd(50, 30),
    "press": press(8, shared=12, own=3),
}
PAGES = {name: html(story) for name, story in STORIES.items()}
every_page = pytest.mark.parametrize("name", PAGES)

SECTIONS = (
    "headlines figures changes gaps quotes matrix wording order sources reader articles method"
).split()


@every_page
def test_every_section_is_there_in_order_with_a_heading(name: str) -> None:
    tree = parsed(PAGES[name])
    found = tree.of_tag("section")
    inside = [e.attributes["id"] for e in tree.of_class("inside")]
    assert [*inside, "evidence"] == [*SECTIONS, "evidence"]
    assert [e.attributes.get("id") for e in found if "id" in e.attributes] == ["evidence"]
    for section in found:
        heading = section.of_tag("h2")[0]
        assert section.attributes["aria-labelledby"] == heading.attributes["id"]
        assert len(section.words().split()) > len(heading.words().split())
    assert len(tree.of_tag("h1")) == 1


@every_page
def test_no_id_is_used_twice(name: str) -> None:
    ids = _ids(parsed(PAGES[name]))
    assert len(set(ids)) == len(ids)
    assert not [one for one in ids if re.search(r"\s", one) or not one]


@every_page
def test_every_reference_inside_the_page_leads_somewhere(name: str) -> None:
    tree = parsed(PAGES[name])
    ids = set(_ids(tree))
    for element in tree.walk():
        for attribute in ("popovertarget", "aria-labelledby", "for"):
            if attribute in element.attributes:
                assert element.attributes[attribute] in ids
        href = element.attributes.get("href", "")
        if href.startswith("#"):
            assert href[1:] in ids


@every_page
def test_the_page_loads_nothing(name: str) -> None:
    page = PAGES[name]
    assert not re.search(r"url\(|@import", page)
    for element in parsed(page).walk():
        assert element.tag not in ("link", "img", "iframe", "object", "embed", "base", "form")
        assert not {"src", "srcset", "data", "poster", "action", "ping"} & set(element.attributes)
        if element.attributes.get("href", "#")[0] != "#":
            assert element.tag == "a"
            assert urlsplit(element.attributes["href"]).scheme in ("http", "https")


def test_the_policy_of_the_page_allows_its_own_script_and_no_other() -> None:
    policy = next(
        e.attributes["content"]
        for e in parsed(PAGES["two"]).of_tag("meta")
        if e.attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert "default-src 'none'" in policy
    assert re.search(r"script-src 'sha256-[A-Za-z0-9+/]{43}='", policy)
    assert "unsafe-eval" not in policy


@pytest.mark.parametrize("name", ["market hall", "eight", "press"])
def test_every_full_article_has_exactly_the_words_of_its_document(name: str) -> None:
    tree, story = parsed(PAGES[name]), STORIES[name]
    texts = [e for e in tree.of_tag("article") if "text" in e.attributes["class"].split()]
    for element, article in zip(texts, story.articles, strict=True):
        for aside in element.of_class("kind") + element.of_class("margin"):
            aside.inside.clear()
        words = element.of_class("words")[0].words()
        assert words.split() == article.document.text.split()


@pytest.mark.parametrize("name", ["market hall", "eight", "press"])
def test_every_sentence_of_evidence_is_exactly_that_of_the_article(name: str) -> None:
    tree, story = parsed(PAGES[name]), STORIES[name]
    notes = [e for e in tree.of_class("note") if e.attributes["id"].startswith("e-")]
    assert notes
    for note in notes:
        sentence = note.attributes["id"][2:]
        article = story.article(sentence.partition(".")[0])
        assert note.of_class("said")[0].words() == article.words_of(article.sentence(sentence).span)


def test_every_cell_opens_the_sentence_that_states_the_fact_or_the_near_miss() -> None:
    story = STORIES["market hall"]
    cells = {
        e.attributes["id"]: e
        for e in parsed(PAGES["market hall"]).of_tag("td")
        if "id" in e.attributes
    }
    for fact in story.facts:
        for mention in fact.mentions:
            button = cells[f"{fact.id}-{mention.article}"].of_tag("button")[0]
            assert button.attributes["popovertarget"] == f"e-{mention.sentence}"
    text = visible_text(PAGES["market hall"])
    assert "Not found: 140 people got out unharmed" in text
    assert "C 0.21 “At least two people were hurt” ¶1" in text


def test_the_parts_of_every_account_and_what_was_skipped_are_told() -> None:
    text = visible_text(PAGES["market hall"])
    assert (
        "6 sentences: 3 in shared facts, 2 only here, 0 quotations, 1 not part of the story" in text
    )
    assert text.count("notes.txt") == 2
    assert "C was published before A; later reports can know more." in text


def test_empty_sections_say_that_nothing_was_found() -> None:
    text = visible_text(html(plain([_draft("A", "One."), _draft("B", "Two.")], _facts_of_each())))
    for words in (
        "0 facts in both",
        "No figures differ.",
        "No wordings were lined up",
        "No quotation was found in two versions that differ.",
        "No speaker is quoted",
        "No fact is in two articles",
        "No two articles share copy",
        "No sources were found",
        "This article came without a headline.",
        "Every source given was used.",
    ):
        assert words in text


def test_a_story_without_any_fact_is_still_a_page() -> None:
    text = visible_text(html(plain([_draft("A", "One."), _draft("B", "Two.")], [])))
    assert "No facts were found." in text
    assert "1 statement of A alone, 1 of B alone." in text


@every_page
def test_no_word_of_judgement_is_on_the_page(name: str) -> None:
    text = visible_text(PAGES[name]).lower()
    assert not re.search(r"\b(omit\w*|hid|hidden|spun|bias\w*|buried)\b", text)


@every_page
def test_the_same_comparison_gives_the_same_bytes(name: str) -> None:
    assert html(STORIES[name]) == PAGES[name]


def test_twelve_outlets_have_rows_for_their_own_facts_and_more_have_lists() -> None:
    few, many = (parsed(html(press(n, shared=6, own=2))) for n in (12, 13))
    assert len(few.of_class("single")) == 24
    assert not many.of_class("single")
    assert "26 facts of one outlet each are listed" in many.words()


def test_an_address_that_is_not_of_the_web_is_no_link() -> None:
    story = market_hall()
    for bad in ("javascript:alert(1)", "data:text/html,x", "//a.test/", "https://", "http://a b/"):
        page = parsed(html(_with_url(story, bad)))
        assert not [e for e in page.of_tag("a") if e.attributes.get("href", "#")[0] != "#"]


def test_the_link_to_the_outlet_finds_the_sentence_by_its_words() -> None:
    hrefs = [e.attributes.get("href") for e in parsed(PAGES["market hall"]).of_tag("a")]
    assert "https://a.test/story#:~:text=Two%20people%20were%20taken%20to%20hospital." in hrefs


def test_eight_outlets_with_sixty_facts_and_all_findings_weigh_little() -> None:
    story = full_press(8, shared=60, own=0)
    assert len(story.contrasts) == 60
    assert len(html(story).encode()) < 610 * 1024


def test_fifty_outlets_of_sixty_sentences_stay_under_six_megabytes() -> None:
    story = press(50, shared=120, own=20)
    assert all(len(article.sentences) >= 59 for article in story.articles)
    assert len(html(story).encode()) < 6_000_000


def test_only_what_must_stand_in_quotation_marks_does() -> None:
    page = '<p class="one" id="A.s1" title="two words"><use href="#g"/><script>x="y" </script>'
    short = '<p class=one id=A.s1 title="two words"><use href="#g"/><script>x="y" </script>'
    assert compact(page) == compact(short) == short


def _ids(tree: Element) -> list[str]:
    return [e.attributes["id"] for e in tree.walk() if "id" in e.attributes]


def _draft(letter: str, words: str) -> Draft:
    return Draft(letter, f"Outlet {letter}", None, [[words]])


def _facts_of_each() -> list[Fact]:
    drafts = [_draft("A", "One."), _draft("B", "Two.")]
    return [
        Fact(
            id=f"f-00000{i}",
            ordinal=f"f{i}",
            label=draft.sentences[0],
            mentions=(draft.mention(draft.sentences[0]),),
        )
        for i, draft in enumerate(drafts, 1)
    ]


def _with_url(story: Comparison, url: str) -> Comparison:
    return replace(
        story,
        articles=tuple(
            replace(article, document=replace(article.document, url=url))
            for article in story.articles
        ),
    )
