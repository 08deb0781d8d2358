from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.align.fact_core import fact_core
from compare.align.fact_labels import fact_labels, shown_label
from compare.align.groups import Group
from compare.align.story import Story, story_of
from compare.annotation.article import annotate
from compare.model.articles import Aside, AsideKind, Document
from compare.model.comparison import Comparison
from compare.model.spans import Span
from compare.text.fold import folded_text
from tests import bundled
from tests.align.small import articles, stories

WORD = re.compile(r"\w+")
LONGEST = 145


def labelled(story: Story, *groups: Group) -> list[str]:
    found = fact_labels(story, {group: fact_core(story, group) for group in groups})
    return [found[group] for group in groups]


def words_of(text: str) -> str:
    return " ".join(WORD.findall(folded_text(text)))


def assert_made_of_mentions(comparison: Comparison) -> None:
    """Each label is a run of words of a sentence that states the fact, and short."""
    for fact in comparison.facts:
        told = [comparison.sentence(mention.sentence) for mention in fact.mentions]
        texts = [
            comparison.article(m.article).words_of(sentence.span)
            for m, sentence in zip(fact.mentions, told, strict=True)
        ]
        label = words_of(fact.label)
        assert any(label in words_of(text) for text in texts), fact.label
        assert 0 < len(fact.label) <= LONGEST
        assert fact.label == fact.label.strip()
        assert "\n" not in fact.label


@pytest.mark.parametrize("story", bundled.STORIES)
def test_labels_of_the_collection_are_words_of_a_mention(story: str) -> None:
    assert_made_of_mentions(bundled.comparison(story))


@pytest.mark.parametrize("story", bundled.STORIES)
def test_shared_facts_of_the_collection_have_labels_of_their_own(story: str) -> None:
    shared = [fact.label for fact in bundled.comparison(story).facts if fact.shared]
    assert len(set(shared)) >= 0.9 * len(shared)


@given(stories())
@settings(deadline=None, max_examples=40)
def test_every_group_has_a_label_of_one_line(told: list[str]) -> None:
    story = story_of(articles(*told))
    groups: list[Group] = [(number,) for number in range(len(story.statements))]
    for label in labelled(story, *groups):
        assert label
        assert "\n" not in label
        assert len(label) <= LONGEST


def test_the_clearest_wording_wins() -> None:
    one = "“It was dreadful,” he said, adding that the bridge over the Tallow fell."
    other = "The bridge over the Tallow fell on Monday."
    assert labelled(story_of(articles(one, other)), (0, 1)) == [
        "The bridge over the Tallow fell on Monday"
    ]


def test_two_facts_of_one_sentence_take_different_words_where_there_are_any() -> None:
    one = "The bridge fell on Monday, and the ferry to Port Vell was stopped."
    other = "The ferry to Port Vell was stopped on the orders of the harbour master."
    third = "On Monday the bridge fell."
    story = story_of(articles(one, other, third))
    assert story.words_of(1) == "and the ferry to Port Vell was stopped."
    assert labelled(story, (0, 3), (1, 2)) == [
        "The bridge fell on Monday",
        "The ferry to Port Vell was stopped",
    ]


def test_a_dateline_is_no_part_of_a_label() -> None:
    text = "DUNMERE (Sable Wire) — The bridge over the Tallow fell on Monday."
    dateline = Aside(span=Span(0, text.index("The")), kind=AsideKind.DATELINE)
    story = story_of([annotate(Document(text=text, outlet="x", letter="A", asides=(dateline,)))])
    assert labelled(story, (0,)) == ["The bridge over the Tallow fell on Monday"]


@given(st.integers(0, 70), st.integers(1, 70))
@settings(deadline=None)
def test_an_aside_anywhere_in_a_sentence_stops_no_label(start: int, size: int) -> None:
    text = "The bridge over the Tallow fell on Monday, the mayor said. It was old then."
    span = Span(start, min(start + size, len(text)))
    known = Document(
        text=text, outlet="x", letter="A", asides=(Aside(span=span, kind=AsideKind.CREDIT),)
    )
    story = story_of([annotate(known)])
    groups: list[Group] = [(number,) for number in range(len(story.statements))]
    assert all(labelled(story, *groups))


def test_a_label_stops_where_an_aside_begins() -> None:
    text = "The bridge over the Tallow fell on Monday, photo by Ada Roe of Sable."
    credit = Aside(span=Span(text.index(", photo"), len(text)), kind=AsideKind.CREDIT)
    story = story_of([annotate(Document(text=text, outlet="x", letter="A", asides=(credit,)))])
    assert labelled(story, (0,)) == ["The bridge over the Tallow fell on Monday"]


@pytest.mark.parametrize("text", ["...", "— — —", "“”", "👍 👍", "大桥倒塌。"])
def test_a_sentence_without_words_has_a_label_all_the_same(text: str) -> None:
    story = story_of(articles(text))
    assert all(labelled(story, *[(n,) for n in range(len(story.statements))]))


def test_a_very_long_sentence_is_cut_at_a_word() -> None:
    text = "The bridge fell " + "into the cold and rising river of the town " * 6 + "on Monday."
    story = story_of(articles(text))
    (label,) = labelled(story, tuple(range(len(story.statements))))
    assert label.endswith(" …")
    assert text.startswith(label[:-2])
    assert text[len(label) - 2] == " "


def test_a_label_ends_with_a_whole_statement_where_there_is_one() -> None:
    one = "“No one will sleep outside,” the mayor of Dunmere, Ada Roe, told reporters in the hall."
    other = "The mayor of Dunmere said that no one would sleep outside tonight."
    assert labelled(story_of(articles(one, other)), (0, 1)) == [
        "The mayor of Dunmere said that no one would sleep outside tonight"
    ]


def test_a_label_may_be_a_clause_with_a_subject_of_its_own() -> None:
    one = "Of the 230 people on board, two were still missing late on Monday."
    other = "Late on Monday, rescuers said, two were still missing."
    assert labelled(story_of(articles(one, other)), (1, 2)) == [
        "Two were still missing late on Monday"
    ]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ada Roe said: “The port is shut. It stays so.”", "Ada Roe said: “The port is shut”"),
        ('Ada Roe said: "The port is shut. It stays so."', 'Ada Roe said: "The port is shut"'),
    ],
)
def test_a_quotation_that_is_cut_keeps_both_its_marks(text: str, label: str) -> None:
    (found,) = labelled(story_of(articles(text)), (0,))
    assert found == label


@given(st.lists(st.sampled_from(["“a", "b”", '"c', 'd"', "(e", "f)", "g h", "i."]), max_size=6))
def test_no_label_has_half_a_pair_of_curly_marks(parts: list[str]) -> None:
    text = "The port of Dunmere is shut " + " ".join(parts)
    story = story_of(articles(text))
    for (number,) in [(n,) for n in range(len(story.statements))]:
        (found,) = labelled(story, (number,))
        assert abs(found.count("“") - found.count("”")) <= abs(text.count("“") - text.count("”"))


def test_a_line_that_is_mostly_another_fact_names_none() -> None:
    one = (
        "The union seeks a ruling that the owners met in secret to set the fares, hide the books "
        "from the inspectors, and pass them to the rival line to win the mail contract."
    )
    other = "And they gave it to the rival line for the mail contract, she told them."
    story = story_of(articles(one, other))
    hidden = next(
        n for n, s in enumerate(story.statements) if s.span.of(one).startswith("hide the books")
    )
    (label,) = labelled(story, (hidden, len(story.statements) - 1))
    assert not label.startswith("The union seeks")


LONG = (
    "The council met in the old hall for seven hours, heard forty speakers from every ward of the"
    " town and the islands, and closed the ferry to lorries that had been waiting since Monday."
)


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        # The whole sentence would tell what other facts tell.
        (
            LONG,
            "closed the ferry",
            "… and closed the ferry to lorries that had been waiting since Monday",
        ),
        # The shortest part that can be read, up to the end of its words.
        (LONG, "forty", LONG[: LONG.index(", and closed")]),
        (
            "Officials in Dunmere have said that the bridge is safe.",
            "safe",
            "Officials in Dunmere have said that the bridge is safe",
        ),
    ],
)
def test_what_one_article_alone_has_is_labelled_by_its_own_part_of_the_sentence(
    text: str, words: str, label: str
) -> None:
    story = story_of(articles(text))
    at = next(n for n, s in enumerate(story.statements) if words in s.span.of(text))
    assert labelled(story, (at,)) == [label]


OTHER = (
    "Traders on the quay, who had lost two days and a good part of their fish by the evening, said"
    " nobody had told them anything, and the ferry was closed to lorries that had been waiting."
)


def test_of_a_sentence_that_tells_more_only_the_part_that_is_shared_is_shown() -> None:
    story = story_of(articles(LONG, OTHER))
    told = [(n, story.articles[story.document(n)]) for n in range(len(story.statements))]
    group = tuple(
        n for n, article in told if "lorries" in article.words_of(story.statements[n].span)
    )
    (held_against,) = labelled(story, group)
    shown = shown_label(story, group, held_against)
    assert "council met" not in shown
    assert "lorries" in shown
    plain = story_of(articles("The bridge fell on Monday.", "On Monday the bridge fell."))
    (label,) = labelled(plain, (0, 1))
    assert shown_label(plain, (0, 1), label) == label
