"""The whole flow: the order of the outlets, the process and the run change nothing."""

from __future__ import annotations

import gc
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from enum import Enum
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.annotation.article import annotate
from compare.errors import TooFewArticles, TooManyArticles, UnrelatedStories
from compare.formats.json import dump
from compare.model.articles import Article, Aside, AsideKind, Document, Part
from compare.model.comparison import Comparison
from compare.model.facts import State
from compare.model.letters import letter
from compare.model.options import Options
from compare.model.spans import Span
from compare.model.story import StoryInfo
from compare.pipeline import compare_story, links
from tests import bundled
from tests.align.small import stories

FORCED = Options(force=True)
BRIDGE = (
    "The bridge over the river Tallow in Dunmere fell on Monday. Three workers were hurt. "
    "Mayor Ada Roe closed the road."
)
ALSO = (
    "Three workers were hurt on Monday as the Dunmere bridge fell into the river Tallow. "
    "The road is closed, said Mayor Ada Roe."
)

# Fields that hold words of an article or of ours, never a letter or an id.
WORDS = frozenset(
    """
    text name label headline title counts outlet byline question why speaker source value hedge
    standfirst aliases names role group_evidence cue_lemma via tool advice reason signal
""".split()
)
ID = re.compile(r"([A-Z]+)((?:\.[a-z]\d+)?)\Z")
# Besides lists of things that each name their article, these stand in the order of the letters.
BY_LETTER = frozenset("articles links said_by high low counts quotes rungs guarded".split())
# Things that name an article each, but come by weight.
BY_WEIGHT = frozenset(["absences"])
TURNED = {"a contains b": "b contains a", "b contains a": "a contains b"}


def plain(value: Any, letters: Mapping[str, str], field: str = "") -> Any:
    """The value as lists and dictionaries, its letters exchanged."""
    if is_dataclass(value):
        return {
            spec.name: plain(getattr(value, spec.name), letters, spec.name)
            for spec in fields(value)
            if not spec.name.startswith("_")
        }
    if isinstance(value, tuple):
        return [plain(one, letters, field) for one in value]
    if isinstance(value, Enum):
        return value.value
    found = ID.match(value) if isinstance(value, str) and field not in WORDS else None
    return letters.get(found[1], found[1]) + found[2] if found else value


def in_one_order(tree: Any, field: str = "") -> Any:
    """The tree with everything that stands in the order of the letters sorted by content."""
    if isinstance(tree, dict):
        if {"a", "b", "relation"} <= tree.keys():
            tree = one_way(tree)
        if "shares" in tree:
            both = sorted(zip(tree["articles"], tree["shares"], strict=True))
            tree = tree | {"shares": [share for _, share in both]}
        return {name: in_one_order(value, name) for name, value in tree.items()}
    if isinstance(tree, list):
        told = [in_one_order(value) for value in tree]
        named = all(isinstance(one, dict) and "article" in one for one in told)
        by_letter = field in BY_LETTER or (named and field not in BY_WEIGHT)
        return sorted(told, key=repr) if by_letter else told
    return tree


def one_way(link: dict[str, Any]) -> dict[str, Any]:
    """A link with its ends in the order of what they hold, without the places in the input."""
    a, b = ({k: v for k, v in link[end].items() if k != "document"} for end in "ab")
    if repr(a) > repr(b):
        a, b = b, a
        link = link | {"relation": TURNED.get(link["relation"], link["relation"])}
    return link | {"a": a, "b": b}


def differences(one: Any, other: Any, path: str = "") -> Iterator[str]:
    """The places where two trees differ."""
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        for name in one:
            yield from differences(one[name], other[name], f"{path}.{name}")
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for place, (a, b) in enumerate(zip(one, other, strict=True)):
            yield from differences(a, b, f"{path}[{place}]")
    elif one != other:
        yield f"{path}: {str(one)[:80]} / {str(other)[:80]}"


def turned(first: Comparison, documents: Sequence[Document], order: Sequence[int]) -> list[str]:
    """What else changes when the documents of a comparison come in another order."""
    other = compare_story([documents[k] for k in order], first.options)
    letters = {letter(place): letter(k) for place, k in enumerate(order)}
    return list(differences(in_one_order(plain(first, {})), in_one_order(plain(other, letters))))


@pytest.mark.parametrize("story", ["demo", "hospital-outbreak", "stadium-ruling"])
@given(data=st.data())
@settings(deadline=None, max_examples=3)
def test_the_order_of_the_outlets_changes_letters_and_order_only(
    story: str, data: st.DataObject
) -> None:
    documents = bundled.documents(story)
    order = data.draw(st.permutations(range(len(documents))))
    assert turned(bundled.comparison(story), documents, order) == []


@given(stories(4), st.data())
@settings(deadline=None, max_examples=40)
def test_the_order_of_small_stories_changes_letters_and_order_only(
    told: list[str], data: st.DataObject
) -> None:
    # Nothing tells two outlets apart that have the same name and the same text.
    documents = [Document(text=text, outlet=f"Outlet {n}") for n, text in enumerate(told)]
    order = data.draw(st.permutations(range(len(documents))))
    assert turned(compare_story(documents, FORCED), documents, order) == []


def test_the_order_of_thirty_outlets_changes_letters_and_order_only() -> None:
    documents = [
        Document(text=f"{BRIDGE} Outlet {n % 7} of Dunmere saw it.", outlet=f"Paper {n}")
        for n in range(30)
    ]
    order = sorted(range(30), key=lambda n: (n % 11, -n))
    assert turned(compare_story(documents), documents, order) == []


def assert_in_letter_order(comparison: Comparison) -> None:
    order = {article.letter: place for place, article in enumerate(comparison.articles)}
    places = [(place.fact, order[place.article]) for place in comparison.prominence]
    facts = list(dict.fromkeys(fact for fact, _ in places))
    assert places == sorted(places, key=lambda one: (facts.index(one[0]), one[1]))
    for row in (comparison.accounts, comparison.headlines, comparison.digests):
        letters = [order[one.article] for one in row]
        assert letters == sorted(letters)
    for group in comparison.figures:
        read = [order[reading.article] for reading in group.readings]
        assert read == sorted(read)
    for fact in comparison.facts:
        assert [order[m.article] for m in fact.mentions] == sorted(
            order[m.article] for m in fact.mentions
        )
    for absence in comparison.absences:
        assert list(absence.said_by) == sorted(absence.said_by, key=order.__getitem__)


@pytest.mark.parametrize("story", bundled.STORIES)
def test_what_is_listed_by_article_stands_in_the_order_of_the_letters(story: str) -> None:
    assert_in_letter_order(bundled.comparison(story))


@pytest.mark.parametrize("story", bundled.STORIES)
def test_every_story_of_the_collection_is_compared_with_facts_in_common(story: str) -> None:
    found = bundled.comparison(story)
    assert len(found.articles) == len(bundled.documents(story))
    assert any(fact.shared for fact in found.facts)
    assert found.story.warnings == ()
    assert len(found.headlines) == len(found.articles)


def test_the_same_input_gives_the_same_bytes() -> None:
    documents = bundled.documents("tariff-summit")
    assert dump(compare_story(documents)) == dump(bundled.comparison("tariff-summit"))


def test_another_process_with_another_hash_seed_gives_the_same_bytes() -> None:
    code = (
        "import sys; from tests import bundled; from compare.formats.json import dump; "
        "sys.stdout.buffer.write(dump(bundled.comparison('stadium-ruling')))"
    )
    said = subprocess.run(
        [sys.executable, "-c", code],
        cwd=bundled.CORPORA.parent,
        env={**os.environ, "PYTHONHASHSEED": "4242"},
        capture_output=True,
        check=True,
    ).stdout
    assert said == dump(bundled.comparison("stadium-ruling"))


def documents(*texts: str) -> list[Document]:
    return [Document(text=text, outlet=f"Outlet {n}") for n, text in enumerate(texts)]


@pytest.mark.parametrize("count", [0, 1])
def test_one_article_cannot_be_compared(count: int) -> None:
    with pytest.raises(TooFewArticles, match=r"two are needed\. Add a file"):
        compare_story(documents(*[BRIDGE] * count))


def test_fifty_one_articles_are_too_many() -> None:
    with pytest.raises(TooManyArticles, match=r"51 articles were given; at most 50 .* Leave some"):
        compare_story(documents(*[BRIDGE] * 51))


def test_the_limit_can_be_lowered() -> None:
    with pytest.raises(TooManyArticles, match="at most 2"):
        compare_story(documents(BRIDGE, ALSO, BRIDGE), Options(max_articles=2))


def test_two_short_articles_are_compared() -> None:
    found = compare_story(documents(BRIDGE, ALSO))
    assert [article.letter for article in found.articles] == ["A", "B"]
    assert any(fact.shared for fact in found.facts)


def test_unrelated_articles_are_compared_when_forced_and_a_warning_says_so() -> None:
    told = documents(BRIDGE, "Wheat prices rose for a ninth week. Growers sold early.")
    with pytest.raises(UnrelatedStories, match="add --force"):
        compare_story(told)
    found = compare_story(told, FORCED)
    assert "do not seem to be about one event" in found.story.warnings[0]
    assert not any(fact.shared for fact in found.facts)


def test_warnings_of_the_reading_are_kept_before_those_of_the_comparison() -> None:
    told = documents(BRIDGE, "Wheat prices rose for a ninth week. Growers sold early.")
    story = StoryInfo(title="Bridge", warnings=("One file was cut short.",))
    found = compare_story(told, FORCED, story=story)
    assert found.story.title == "Bridge"
    assert found.story.warnings[0] == "One file was cut short."
    assert "do not seem to be about one event" in found.story.warnings[1]


def test_without_a_title_the_story_has_the_headline_of_the_earliest_article() -> None:
    late, early, undated = (
        Document(text=BRIDGE, outlet="x", headline="Late", published=datetime(2024, 5, 2)),
        Document(
            text=ALSO, outlet="y", headline="Early", published=datetime(2024, 5, 1, tzinfo=UTC)
        ),
        Document(text=f"{BRIDGE} It rained.", outlet="z", headline="Undated"),
    )
    assert compare_story([late, early, undated]).story.title == "Early"
    assert compare_story([undated, late]).story.title == "Late"
    assert compare_story([replace(late, headline=None), undated]).story.title == "Undated"
    assert compare_story(documents(BRIDGE, ALSO)).story.title == ""


def test_two_identical_articles_share_every_fact() -> None:
    found = compare_story([Document(text=BRIDGE, outlet="The Post")] * 2)
    assert all(fact.shared for fact in found.facts)
    assert all(account.only_here == () for account in found.accounts)
    assert found.absences == ()


def test_outlets_may_have_one_name() -> None:
    told = [Document(text=text, outlet="The Post") for text in (BRIDGE, ALSO, f"{ALSO} It rained.")]
    found = compare_story(told)
    assert [article.letter for article in found.articles] == ["A", "B", "C"]


def test_an_article_that_is_all_asides_states_nothing() -> None:
    aside = Aside(span=Span(0, len(BRIDGE)), kind=AsideKind.CAPTION)
    told = [
        Document(text=BRIDGE, outlet="x", asides=(aside,), headline="Dunmere bridge falls"),
        *documents(ALSO, f"{BRIDGE} It rained."),
    ]
    found = compare_story(told, FORCED)
    assert found.accounts[0].total == len(found.accounts[0].aside) > 0
    states = {cell.state for cell in found.coverage if cell.article == "A"}
    assert states <= {State.NOT_FOUND, State.HEADLINE}


@pytest.mark.parametrize(
    "empty", ["", " \n\n ", "...", "👍", "\ud800", "Dunmere", "“", "By Ada Roe", "\x00\x00"]
)
def test_a_text_with_next_to_nothing_stops_no_comparison(empty: str) -> None:
    found = compare_story(documents(empty, BRIDGE, empty), FORCED)
    assert len(found.accounts) == 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Die Brücke über den Tallow stürzte am Montag ein. Drei Arbeiter wurden verletzt.",
            "Am Montag ist die Brücke über den Tallow eingestürzt. Verletzt wurden drei Arbeiter.",
        ),
        (
            "Мост через реку Таллоу рухнул в понедельник. Пострадали трое рабочих.",
            "В понедельник рухнул мост через реку Таллоу. Трое рабочих пострадали.",
        ),
        ("大桥于星期一倒塌。三名工人受伤。", "星期一大桥倒塌，三名工人受伤。"),
        (
            "انهار الجسر يوم الاثنين. أصيب ثلاثة عمال.",
            "أصيب ثلاثة عمال بعد انهيار الجسر يوم الاثنين.",
        ),
    ],
    ids=["German", "Russian", "Chinese", "Arabic"],
)
def test_texts_in_another_language_stop_nothing(one: str, other: str) -> None:
    found = compare_story(documents(one, other), FORCED)
    assert {cell.article for cell in found.coverage} == {"A", "B"}


@given(stories(4), st.lists(st.none() | st.text(max_size=30), min_size=4, max_size=4))
@settings(deadline=None, max_examples=40)
def test_any_story_with_any_headlines_is_compared(
    told: list[str], headlines: list[str | None]
) -> None:
    known = [
        Document(text=text, outlet=f"Outlet {n}", headline=headlines[n])
        for n, text in enumerate(told)
    ]
    found = compare_story(known, FORCED)
    assert dump(found)


@given(st.lists(st.text(max_size=80), min_size=2, max_size=3))
@settings(deadline=None, max_examples=40)
def test_any_text_is_compared(told: list[str]) -> None:
    found = compare_story(documents(*told), FORCED)
    for article, document in zip(found.articles, told, strict=True):
        assert article.document.text == document


@pytest.mark.parametrize("floor", [0.05, 0.3, 1.0])
def test_any_floor_of_facts_comes_to_an_end(floor: float) -> None:
    options = Options(fact_floor=floor)
    found = compare_story(documents(BRIDGE, ALSO), options)
    assert found.options is options


def test_the_headline_of_a_text_is_its_first_sentence_where_it_stands_there() -> None:
    headline = "Dunmere bridge falls into the Tallow"
    told = [
        Document(text=f"{headline}\n\n{BRIDGE}", outlet="x", headline=headline),
        *documents(ALSO),
    ]
    found = compare_story(told)
    assert found.articles[0].sentences[0].part is Part.HEADLINE
    assert all(mention.article != "A" for fact in found.facts for mention in fact.headlines)


def test_links_need_no_common_event() -> None:
    told = documents(BRIDGE, "Wheat prices rose for a ninth week. Growers sold early.")
    assert links(told) == []


def test_links_are_lower_between_documents_that_have_little_else_in_common() -> None:
    other = "The bridge over the river Tallow in Dunmere fell on Monday. " + (
        "Wheat prices rose again. A singer won a prize in the capital. Snow closed two passes. "
        "Voters chose a senate. The market opened late. A comet was seen by sailors."
    )
    related, apart = links(documents(BRIDGE, ALSO)), links(documents(BRIDGE, other))
    assert related
    assert all(0.01 <= link.score <= 1.0 for link in related + apart)
    assert all(link.a.document == 0 and link.b.document == 1 for link in related + apart)
    assert [link.score for link in related] == sorted((x.score for x in related), reverse=True)
    alike = [r.value for link in apart for r in link.because if r.signal == "same event"]
    assert max(value for value in alike if value is not None) < 1.0


def test_links_of_fewer_than_two_documents_are_none() -> None:
    assert links([]) == links(documents(BRIDGE)) == []


def test_links_do_not_depend_on_the_order_of_the_documents() -> None:
    told = list(bundled.documents("stadium-ruling"))
    forth, back = links(told, 0.3), links(told[::-1], 0.3)
    assert sorted(link.score for link in forth) == sorted(link.score for link in back)
    last = len(told) - 1
    pairs = {frozenset(((x.a.document, x.a.span), (x.b.document, x.b.span))) for x in forth}
    turned_pairs = {
        frozenset(((last - x.a.document, x.a.span), (last - x.b.document, x.b.span))) for x in back
    }
    assert pairs == turned_pairs


@pytest.mark.parametrize("was_on", [True, False])
def test_cycles_are_left_alone_while_a_story_is_compared_and_no_longer(
    monkeypatch: pytest.MonkeyPatch, *, was_on: bool
) -> None:
    seen: list[bool] = []

    def watched(document: Document, *, parse: bool) -> Article:
        seen.append(gc.isenabled())
        return annotate(document, parse=parse)

    monkeypatch.setattr("compare.pipeline.annotate", watched)
    documents = [Document(text=text, outlet="Dunmere Gazette") for text in (BRIDGE, ALSO)]
    try:
        if not was_on:
            gc.disable()
        compare_story(documents)
        assert seen == [False, False]
        assert gc.isenabled() is was_on
        with pytest.raises(TooFewArticles):
            compare_story(documents[:1])
        assert gc.isenabled() is was_on
    finally:
        gc.enable()
