from __future__ import annotations

from compare.findings.wordings import best_mentions, wordings
from compare.model.articles import Article
from compare.model.facts import Extent, Fact, Mention, Mode
from compare.model.findings import ColumnKind, Wording
from tests.findings.story import article, one_fact

NAMES = {
    "A": "Police cleared the camp at Tarn on Monday. It was cold.",
    "B": "Police evicted the camp at Tarn on Monday. It was cold.",
    "C": "“Police cleared the camp at Tarn on Monday”. It rained.",
}


def tell(texts: dict[str, str]) -> tuple[list[Article], Wording]:
    articles = [article(text, letter) for letter, text in texts.items()]
    (found,) = wordings(articles, one_fact(articles))
    return articles, found


def test_equal_wordings_make_one_row_with_the_evidence_of_each() -> None:
    articles, found = tell(NAMES)
    first, second = found.rungs
    assert first.articles == ("A", "C")
    assert second.articles == ("B",)
    assert [place.article for place in (first.evidence, *first.also)] == ["A", "C"]
    for place in (first.evidence, *first.also, second.evidence):
        held = next(a for a in articles if a.letter == place.article)
        assert held.words_of(place.span) == place.text


def test_differing_words_stand_apart_from_shared_ones() -> None:
    articles, found = tell(NAMES)
    at = found.columns.index(ColumnKind.DIFFERING)
    texts = {a.letter: a for a in articles}
    cells = [
        texts[rung.evidence.article].words_of(cell)
        for rung in found.rungs
        if (cell := rung.cells[at])
    ]
    assert cells == ["cleared", "evicted"]


def test_a_wording_with_other_words_is_kept_without_cells() -> None:
    _, found = tell({**NAMES, "D": "Tents were gone by dawn. It was cold."})
    lone = next(rung for rung in found.rungs if rung.articles == ("D",))
    assert lone.cells == ()
    assert lone.evidence.text == "Tents were gone by dawn."


def test_a_full_statement_is_taken_before_a_partial_one() -> None:
    told = article("The camp went. Police cleared the whole camp.", "A")
    part, full = (
        Mention(article="A", sentence=s.id, span=s.span, mode=Mode.ASSERTED, extent=extent)
        for s, extent in zip(told.sentences, (Extent.PARTIAL, Extent.FULL), strict=True)
    )
    fact = Fact(id="f-1", ordinal="f1", label="it went", mentions=(part, full))
    assert best_mentions(fact) == {"A": full}


def test_the_rows_do_not_depend_on_the_letters() -> None:
    _, straight = tell(NAMES)
    renamed = {"X": NAMES["A"], "M": NAMES["B"], "K": NAMES["C"]}
    _, turned = tell(renamed)
    back = {"X": "A", "M": "B", "K": "C"}
    assert [sorted(back[letter] for letter in rung.articles) for rung in turned.rungs] == [
        sorted(rung.articles) for rung in straight.rungs
    ]
    assert turned.columns == straight.columns
