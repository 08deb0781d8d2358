"""Wording ladders: how each outlet words a fact, the words in columns, equal wordings once."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.align.blocks import SharedBlock, column_blocks
from compare.align.collation import CollationRow, collate
from compare.model.articles import Article
from compare.model.facts import Extent, Fact, Mention
from compare.model.findings import Evidence, Rung, Wording
from compare.model.letters import ordered_letters
from compare.model.spans import Span
from compare.text.fold import folded_text
from compare.text.words import STOP, stem, words

# As often a word may stand in a statement and still mark a place in it.
_MOST_TIMES = 4


def wordings(articles: Sequence[Article], facts: Sequence[Fact]) -> tuple[Wording, ...]:
    """The wordings of every fact that two or more articles state, facts in their order.

    Each article is there with the statement that stands closest to those of the others. Wordings
    that most articles use come first, then those that share most with them.
    """
    return tuple(ladder(articles, fact) for fact in facts if fact.shared)


def ladder(articles: Sequence[Article], fact: Fact) -> Wording:
    """The wordings of one fact; `articles` come in canonical order, so that ties fall alike."""
    lines = _lines(articles, fact)
    rows = [line.row for line in lines]
    laid = column_blocks(collate(rows), rows)
    rank = sorted(range(len(lines)), key=lambda n: _rank(lines, laid, n))
    return Wording(
        fact=fact.id,
        rungs=tuple(_rung(lines[n], n, laid) for n in rank),
        columns=tuple(block.kind for block in laid),
    )


@dataclass(slots=True)
class _Line:
    """One wording: the words of its statement, and the same words wherever they are."""

    row: CollationRow
    spans: tuple[Span, ...]
    places: list[Evidence]


def _lines(articles: Sequence[Article], fact: Fact) -> list[_Line]:
    best = best_mentions(fact)
    found: dict[tuple[str, ...], _Line] = {}
    for article in articles:
        mention = best.get(article.letter)
        if mention is None:
            continue
        span = story_part(article, mention.span)
        spans = words(article.document.text, span)
        plain = tuple(folded_text(each.of(article.document.text)) for each in spans)
        place = Evidence(article=article.letter, span=span, text=article.words_of(span))
        if plain in found:
            found[plain].places.append(place)
        elif plain:
            found[plain] = _Line(_row(plain), tuple(spans), [place])
    return list(found.values())


def _row(plain: tuple[str, ...]) -> CollationRow:
    """The words as a row; a word that comes again and again lines nothing up."""
    keys = tuple(stem(word) or word for word in plain)
    counts = Counter(keys)
    carries = (
        word not in STOP and counts[key] <= _MOST_TIMES
        for word, key in zip(plain, keys, strict=True)
    )
    return CollationRow(keys, tuple(carries))


def best_mentions(fact: Fact) -> dict[str, Mention]:
    """For each article the mention that is linked best to the other articles' mentions."""
    worth = _worth(fact)
    best: dict[str, tuple[tuple[bool, float, int], Mention]] = {}
    for mention in fact.mentions:
        rank = (
            mention.extent is Extent.FULL,
            worth.get(mention.sentence, 0.0),
            -mention.span.start,
        )
        if mention.article not in best or rank > best[mention.article][0]:
            best[mention.article] = (rank, mention)
    return {letter: mention for letter, (_, mention) in best.items()}


def _worth(fact: Fact) -> Mapping[str, float]:
    """For each sentence the sum of its best scores with each other article."""
    best: dict[tuple[str, str], float] = {}
    for link in fact.links:
        for one, other in ((link.a, link.b), (link.b, link.a)):
            key = (one.sentence, other.article)
            best[key] = max(best.get(key, 0.0), link.score)
    scores: dict[str, list[float]] = {}
    for (sentence, _), score in best.items():
        scores.setdefault(sentence, []).append(score)
    # An exact sum does not depend on the order of the outlets.
    return {sentence: math.fsum(mine) for sentence, mine in scores.items()}


def story_part(article: Article, span: Span) -> Span:
    """The span without a dateline or another aside at its head."""
    start = max([span.start, *(a.span.end for a in article.asides if _heads(a.span, span))])
    text = article.document.text
    start += len(text[start : span.end]) - len(text[start : span.end].lstrip(" —–―-\n\t"))
    return Span(start, span.end) if start < span.end else span


def _heads(aside: Span, span: Span) -> bool:
    return aside.start <= span.start < aside.end < span.end


def _rank(lines: Sequence[_Line], laid: Sequence[SharedBlock], n: int) -> tuple[int, int, str]:
    """Most articles first, then most words in columns with others, then by the words."""
    agreed = sum(_length(block, n) for block in laid if block.kind == "shared")
    return (-len(lines[n].places), -agreed, lines[n].places[0].text)


def _length(block: SharedBlock, n: int) -> int:
    found = block.words[n]
    return found[1] - found[0] + 1 if found else 0


def _rung(line: _Line, n: int, laid: Sequence[SharedBlock]) -> Rung:
    first, *others = line.places
    cells = tuple(_cell(line, block.words[n]) for block in laid)
    return Rung(
        articles=ordered_letters(place.article for place in line.places),
        evidence=first,
        cells=cells if any(cells) else (),
        also=tuple(others),
    )


def _cell(line: _Line, found: tuple[int, int] | None) -> Span | None:
    return Span(line.spans[found[0]].start, line.spans[found[1]].end) if found else None
