"""The names by which a corrections file speaks of sentences and quotations, as they stand in it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from compare.align.named_sentences import named_quote
from compare.errors import UnmatchedCorrection
from compare.formats.screen import shorten
from compare.model.comparison import Comparison
from compare.model.corrections import SentenceName
from compare.model.ids import letter_of
from compare.text.fold import folded_text

_SHORT = 90


def sentence_name(comparison: Comparison, sentence: str) -> SentenceName:
    """A sentence by its outlet and words, which last; by its id where these name no single one."""
    article = comparison.article(letter_of(sentence))
    text = article.words_of(comparison.sentence(sentence).span)
    alone = article.document.text.count(text) == 1
    if not alone or not _is_only_one(comparison, article.document.outlet):
        return SentenceName(id=sentence)
    return SentenceName(outlet=article.document.outlet, text=text)


def quote_name(comparison: Comparison, quote: str) -> SentenceName:
    """A quotation by its outlet and words, which last; by its id where these name no single one."""
    outlet = comparison.article(letter_of(quote)).document.outlet
    if _is_only_one(comparison, outlet):
        for words in _pieces(comparison, quote):
            name = SentenceName(outlet=outlet, text=words)
            try:
                _, found = named_quote(comparison.articles, name)
            except UnmatchedCorrection:
                continue
            if found.id == quote:
                return name
    return SentenceName(id=quote)


def _pieces(comparison: Comparison, quote: str) -> Iterator[str]:
    """A short piece of the words said, and the longest part of them."""
    article = comparison.article(letter_of(quote))
    longest = max(comparison.quote(quote).parts, key=lambda span: span.end - span.start)
    words = " ".join(article.words_of(longest).split())
    yield shorten(words, limit=_SHORT).rstrip(" …")
    yield words


def _is_only_one(comparison: Comparison, outlet: str) -> bool:
    """True when one article alone is of an outlet that is called so."""
    names = [folded_text(article.document.outlet) for article in comparison.articles]
    return names.count(folded_text(outlet)) == 1


def as_toml(name: SentenceName) -> str:
    """The name as a value of TOML on one line.

    >>> as_toml(SentenceName(outlet="Harbour Times", text="“Nobody pushed,”"))
    '{ outlet = "Harbour Times", text = "“Nobody pushed,”" }'
    """
    if name.id:
        return _text(name.id)
    return f"{{ outlet = {_text(name.outlet)}, text = {_text(name.text)} }}"


def _text(words: str) -> str:
    """Words between quotation marks as TOML takes them, which is as JSON does but for one."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
