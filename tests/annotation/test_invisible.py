# ruff: noqa: E501 - the cases read best one a line
"""Invisible characters change neither words nor numbers, and no offset of the text."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import compare
from compare.model.articles import Article
from compare.model.comparison import Comparison
from compare.model.spans import Span
from compare.text.invisible import INVISIBLE, visible_text
from tests.sources.layouts import STORY

HIDDEN = {
    "soft hyphen": "\u00ad",
    "zero width space": "\u200b",
    "zero width joiner": "\u200d",
    "zero width non-joiner": "\u200c",
    "word joiner": "\u2060",
    "byte-order mark": "\ufeff",
    "left-to-right mark": "\u200e",
    "embedding": "\u202a",
    "isolate": "\u2066",
    "grapheme joiner": "\u034f",
    "variation selector": "\ufe0f",
    "tag": "\U000e0041",
}
ONE = "\n\n".join(STORY)
OTHER = "\n\n".join(
    (
        "One of six cables of the footbridge at Sorrel Quay snapped on Thursday, the harbour office "
        "said, and the bridge was closed.",
        "Some 1,200 commuters were held up, the harbour master, Nell Varga, said.",
        "“I heard a crack like a whip and then the deck swayed under me,” Piet Olm, a baker, said.",
        "The bridge cost 4.5 million when it was opened in 2019.",
    )
)
PLACES: dict[str, Callable[[str, str], str]] = {
    "in words": lambda text, mark: text.replace("bridge", f"bri{mark}dge").replace("said", f"sa{mark}id"),
    "in numbers": lambda text, mark: text.replace("340", f"3{mark}40").replace("1,200", f"1,{mark}200")
    .replace("4.5", f"4{mark}.5").replace("2019", f"20{mark}19"),
    "before spaces": lambda text, mark: text.replace(" ", f"{mark} "),
    "after spaces": lambda text, mark: text.replace(" ", f" {mark}"),
    "beside marks": lambda text, mark: text.replace("“", f"{mark}“{mark}").replace("”", f"{mark}”{mark}"),
    "between paragraphs": lambda text, mark: text.replace("\n\n", f"\n\n{mark}\n\n"),
    "at both ends": lambda text, mark: f"{mark}{text}{mark}",
    "everywhere": lambda text, mark: mark.join(text),
}  # fmt: skip


def shape(result: Comparison) -> object:
    """What a comparison says, without places and without what is hidden in its words."""
    return (
        [(INVISIBLE.sub("", fact.label), sorted(m.article for m in fact.mentions)) for fact in result.facts],
        [(group.relation, [(r.article, r.value) for r in group.readings]) for group in result.figures],
        [[(m.article, m.change) for m in group.members] for group in result.quote_groups],
        [(look.kind, look.id.partition("-")[0]) for look in result.conflicts],
    )  # fmt: skip


def compared(one: str, other: str) -> Comparison:
    return compare.compare_story(
        [
            compare.document(one, outlet="Quay Courier", published="2031-11-06T09:00Z"),
            compare.document(other, outlet="The Lantern", published="2031-11-06T09:10Z"),
        ]
    )


CLEAN = shape(compared(ONE, OTHER))


# Which character it is and where it stands are told apart in one step: each is tried once.
CASES = [("everywhere", mark) for mark in HIDDEN]
CASES += [(where, "soft hyphen") for where in PLACES if where != "everywhere"]


@pytest.mark.parametrize(("where", "mark"), CASES)
def test_a_text_with_invisible_characters_compares_like_one_without(where: str, mark: str) -> None:
    assert shape(compared(PLACES[where](ONE, HIDDEN[mark]), OTHER)) == CLEAN


def test_both_texts_may_have_them() -> None:
    inside = PLACES["everywhere"]
    assert shape(compared(inside(ONE, "\u200b"), inside(OTHER, "\u00ad"))) == CLEAN


def whole(article: Article) -> bool:
    """True where the sentences hold every visible character, each once."""
    text = article.document.text
    held = "".join(article.words_of(sentence.span) for sentence in article.sentences)
    return "".join(INVISIBLE.sub("", held).split()) == "".join(INVISIBLE.sub("", text).split())


@settings(deadline=None, max_examples=200)
@given(st.text(st.sampled_from(" \n.“”,aB1\u200b\u00ad\u2060\ufeff"), max_size=60))
def test_any_text_with_them_is_annotated_whole(text: str) -> None:
    if text.strip():
        document = compare.document(text, outlet="Quay Courier")
        article = compare.annotate(document)
        assert article.document.text == text
        assert whole(article)


def test_the_words_at_each_place_are_those_of_the_text() -> None:
    random.seed(5)
    text = "".join(c + ("\u200b" if random.random() < 0.3 else "") for c in OTHER)
    found = compare.annotate(compare.document(text, outlet="Quay Courier"))
    clean = compare.annotate(compare.document(OTHER, outlet="Quay Courier"))
    assert found.document.text == text
    for spans, plain in (
        ([f.span for f in found.figures], [f.span for f in clean.figures]),
        ([n.span for n in found.names], [n.span for n in clean.names]),
        ([p for q in found.quotes for p in q.parts], [p for q in clean.quotes for p in q.parts]),
        ([s.span for s in found.sentences], [s.span for s in clean.sentences]),
    ):
        shown = [INVISIBLE.sub("", span.of(text)).strip() for span in spans]
        assert shown == [span.of(OTHER) for span in plain]


def test_a_text_without_them_is_read_as_it_is() -> None:
    assert visible_text(OTHER) is None
    assert visible_text("café") is None


def test_places_lead_back() -> None:
    shown = visible_text("\u200ba\u00adb \u200b c")
    assert shown is not None
    assert shown.text == "ab  c"
    assert shown.original(Span(0, 2)) == Span(1, 4)
    assert shown.covering(Span(0, 2)) == Span(0, 6)


def test_a_file_is_never_changed(tmp_path: Path) -> None:
    (tmp_path / "quay.txt").write_text(PLACES["in words"](ONE, "\u00ad"), encoding="utf-8")
    assert "\u00ad" in compare.load(tmp_path / "quay.txt").text
