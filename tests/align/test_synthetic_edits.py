"""Quotes of the invented stories, edited in known ways: is the source found and the edit named?"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

import pytest
from rapidfuzz.distance import LCSseq

from compare.align.quote_edits import quote_edits_of
from compare.align.quotes import likelihood, quote_story_of
from compare.align.utterances import Utterance
from compare.annotation.article import annotate
from compare.model.articles import Article, Document
from compare.model.findings import QuoteChange as Change
from compare.model.quotes import QuoteKind
from compare.text.fold import folded_text

CORPORA = Path(__file__).resolve().parents[2] / "corpora"
SPEAKERS = ["Ada Lund", "Erik Roe", "Rui Ito", "Ana Brandt", "Tom Vance", "Mia Haddad"]
Edited = tuple[list[str], Change]


def same_words(one: str, other: str) -> float:
    """The share of the shorter text's words that the other has in the same order, 0..1."""
    several = [re.findall(r"[^\W_]+(?:'[^\W_]+)*", folded_text(text)) for text in (one, other)]
    return float(LCSseq.similarity(*several)) / min(map(len, several))


@lru_cache(maxsize=1)
def pool() -> list[str]:
    """Direct quotes of twelve words or more, each utterance once."""
    found: list[str] = []
    for path in sorted(CORPORA.glob("*/*.txt")):
        article = annotate(Document(text=path.read_text(encoding="utf-8"), outlet=path.stem))
        for quote in article.quotes:
            words = " ".join(p.of(article.document.text).strip(" ,") for p in quote.parts)
            plain = quote.kind is QuoteKind.DIRECT and not set('"“”[]…') & set(words)
            if plain and len(words.split()) > 11 and all(same_words(words, o) < 0.6 for o in found):
                found.append(words)
    return found


def article(letter: str, quotes: list[tuple[str, str]]) -> Article:
    text = "\n\n".join(f"“{words},” said {speaker}." for words, speaker in quotes)
    return annotate(Document(text=text, outlet=letter, letter=letter))


@lru_cache(maxsize=1)
def sources() -> Article:
    """All quotes of the pool in one article."""
    return article("A", [(words, speaker(n)) for n, words in enumerate(pool())])


def speaker(number: int) -> str:
    return SPEAKERS[number % len(SPEAKERS)]


def cut(words: list[str], dice: random.Random) -> Edited:
    size = dice.randint(max(6, len(words) // 3), len(words) - 2)
    return words[:size], Change.CUT_END


def ellipsis(words: list[str], dice: random.Random) -> Edited:
    at = dice.randint(2, len(words) - 6)
    return [*words[:at], "…", *words[at + 3 :]], Change.ELLIPSIS


def bracket(words: list[str], dice: random.Random) -> Edited:
    at = dice.randint(1, len(words) - 2)
    return [*words[:at], "[the operator]", *words[at:]], Change.BRACKETED


def altered(words: list[str], dice: random.Random) -> Edited:
    at = dice.randint(2, len(words) - 4)
    return [*words[:at], "lanterns", "sometimes", *words[at + 2 :]], Change.ALTERED


def dropped(words: list[str], dice: random.Random) -> Edited:
    at = dice.randint(2, len(words) - 4)
    return [*words[:at], *words[at + 1 :]], Change.DROPPED


def verbatim(words: list[str], _dice: random.Random) -> Edited:
    return words, Change.IDENTICAL


EDITS = [cut, ellipsis, bracket, altered, dropped, verbatim]


def utterances_of(
    edits: Callable[[list[str], random.Random], Edited],
) -> Iterator[tuple[int, Change, list[Utterance], Utterance]]:
    dice = random.Random(11)
    edited = [edits(words.split(), dice) for words in pool()]
    told = [(" ".join(said), speaker(number)) for number, (said, _) in enumerate(edited)]
    # One story for all of them: weighing the words anew for each quote took most of the time.
    story = quote_story_of((sources(), article("B", told)))
    known, queries = story.said[: len(told)], story.said[len(told) :]
    for number, (query, (_, change)) in enumerate(zip(queries, edited, strict=True)):
        scores = [likelihood(one, query, story) for one in known]
        best = max(range(len(known)), key=lambda k: scores[k])
        assert scores[best] >= 0.5
        yield int(best == number), change, known[number : number + 1], query


@pytest.mark.parametrize("edits", EDITS)
def test_the_source_is_found_and_the_edit_is_named(
    edits: Callable[[list[str], random.Random], Edited],
) -> None:
    found = named = total = 0
    for right, change, (source,), query in utterances_of(edits):
        full, member = sorted((source, query), key=lambda u: -sum(not w.bracketed for w in u.words))
        text = " ".join(w.low for w in full.words)
        total += 1
        found += right
        named += change in quote_edits_of(text.ljust(10_000), full, member).changes
    assert total > 30
    assert found == total
    assert named >= 0.94 * total


def test_a_quote_without_a_source_is_given_none() -> None:
    wrong = 0
    told = [(words, speaker(number)) for number, words in enumerate(pool())]
    story = quote_story_of((sources(), article("B", told)))
    known, queries = story.said[: len(told)], story.said[len(told) :]
    for number, query in enumerate(queries):
        others = known[:number] + known[number + 1 :]
        wrong += any(likelihood(other, query, story) >= 0.5 for other in others)
    # Two sayings of the collection open with the same seven words.
    assert wrong <= 0.015 * len(pool())
