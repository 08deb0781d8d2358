"""W3C Web Annotations (JSON-LD): each fact, quotation and difference at its exact place.

The model is that of the recommendation of 2017 (https://www.w3.org/TR/annotation-model/). Positions
count code points, as its TextPositionSelector asks for, and stand beside the words themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from compare.formats.withheld_words import is_withheld, shown_words
from compare.model.articles import Article
from compare.model.comparison import Comparison
from compare.model.spans import Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_BEFORE = 32


def dump(comparison: Comparison, *, text: bool = True) -> bytes:
    """An AnnotationCollection with one page, as UTF-8 JSON-LD.

    The source of a target is the address of the article, or its text by its SHA-256. Without
    `text`, or where an excerpt shows no words, a target has its position alone.
    """
    items = [*_facts(comparison, text), *_quotes(comparison, text), *_conflicts(comparison, text)]
    name = collection_id(comparison)
    tree = {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": comparison.story.title or "Comparison of articles",
        "generator": {
            "id": "urn:storydiff:tool",
            "type": "Software",
            "name": f"{comparison.tool.name} {comparison.tool.version}",
        },
        "total": len(items),
        "first": {
            "id": f"{name}:page",
            "type": "AnnotationPage",
            "partOf": name,
            "startIndex": 0,
            "items": items,
        },
    }
    return msgspec.json.format(msgspec.json.encode(tree), indent=2) + b"\n"


def collection_id(comparison: Comparison) -> str:
    """A name that the same articles always have, whatever their order."""
    import hashlib

    digests = sorted(article.document.sha256 for article in comparison.articles)
    return f"urn:storydiff:annotations:{hashlib.sha256(' '.join(digests).encode()).hexdigest()}"


def source_of(article: Article) -> str:
    """The address of an article, or the SHA-256 of its text as a name."""
    return article.document.url or f"urn:sha256:{article.document.sha256}"


def _facts(comparison: Comparison, text: bool) -> Iterator[dict[str, Any]]:
    for fact in comparison.facts:
        for number, mention in enumerate(fact.mentions, 1):
            article = comparison.article(mention.article)
            yield _annotation(
                f"{fact.id}:{mention.article}:{number}",
                "identifying",
                [_words(fact.label), _tag(f"fact {fact.id}"), _tag(mention.mode.value)],
                [_target(article, mention.span, text=text)],
            )


def _quotes(comparison: Comparison, text: bool) -> Iterator[dict[str, Any]]:
    for article in comparison.articles:
        for quote in article.quotes:
            speaker = [_words(quote.speaker.name)] if quote.speaker else []
            yield _annotation(
                quote.id,
                "describing",
                [*speaker, _tag(f"{quote.kind.value} quotation")],
                [_target(article, part, text=text) for part in quote.parts],
            )


def _conflicts(comparison: Comparison, text: bool) -> Iterator[dict[str, Any]]:
    for conflict in comparison.conflicts:
        yield _annotation(
            conflict.id,
            "assessing",
            [_words(f"{conflict.question} {conflict.why}".strip()), _tag(conflict.kind.value)],
            [
                _target(comparison.article(evidence.article), evidence.span, text=text)
                for evidence in conflict.evidence
            ],
        )


def _annotation(
    name: str, motivation: str, body: list[dict[str, str]], target: list[dict[str, Any]]
) -> dict[str, Any]:
    return {
        "id": f"urn:storydiff:annotation:{name}",
        "type": "Annotation",
        "motivation": motivation,
        "body": body,
        "target": target,
    }


def _words(value: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": "describing"}


def _tag(value: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": value, "purpose": "tagging"}


def _target(article: Article, span: Span, *, text: bool) -> dict[str, Any]:
    selectors: list[dict[str, Any]] = [
        {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    ]
    if text and not is_withheld(article, span):
        whole = article.document.text
        quote = {"type": "TextQuoteSelector", "exact": shown_words(article, span)}
        if not article.document.excerpt:
            quote["prefix"] = whole[max(0, span.start - _BEFORE) : span.start]
            quote["suffix"] = whole[span.end : span.end + _BEFORE]
        selectors.append(quote)
    return {
        "type": "SpecificResource",
        "source": source_of(article),
        "selector": selectors,
    }
