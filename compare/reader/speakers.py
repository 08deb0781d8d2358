"""Speakers that the rules left unnamed and that the reader found, where the words bear it out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from compare.model.articles import Article
from compare.model.findings import Evidence
from compare.model.quotes import Quote, Speaker
from compare.model.reader import Disagreement, DisagreementKind
from compare.model.spans import Span
from compare.reader.replies import ReaderAnswer
from compare.reader.requests import Request
from compare.text.persons import same_person
from compare.verify.speakers import verify_read_speaker


@dataclass(frozen=True, slots=True)
class ReadSpeakers:
    """The articles with the speakers that the reader found, and where it finds another one."""

    articles: tuple[Article, ...]
    disagreements: tuple[Disagreement, ...]


def with_read_speakers(
    articles: Sequence[Article], answered: Sequence[tuple[Request, ReaderAnswer]]
) -> ReadSpeakers:
    """Return the articles, in their order, with speakers named whom a pronoun stands for.

    Only a quotation that has no speaker gets one, and only where the name stands in the article
    before the pronoun. `document` of a request is the index of its article in `articles`.
    """
    named = _names_read(articles, answered)
    found: list[Article] = []
    apart: list[Disagreement] = []
    for at, article in enumerate(articles):
        names = named.get(at, {})
        quotes = tuple(
            _with_speaker(article, quote, names[quote.id])
            if quote.id in names and quote.speaker is None
            else quote
            for quote in article.quotes
        )
        for quote in article.quotes:
            if quote.id in names and quote.speaker is not None:
                apart += _disagreement(article, quote, quote.speaker, names[quote.id])
        found.append(replace(article, quotes=quotes) if names else article)
    return ReadSpeakers(tuple(found), tuple(apart))


def _names_read(
    articles: Sequence[Article], answered: Sequence[tuple[Request, ReaderAnswer]]
) -> dict[int, dict[str, Span]]:
    """Where the name stands that each pronoun means, by article and quotation.

    Two stretches of an article that name two people settle nothing.
    """
    read: dict[tuple[int, str], list[Span]] = {}
    for request, answer in answered:
        for pronoun, name in answer.pronouns:
            key = request.document, request.pronouns[pronoun - 1]
            read.setdefault(key, []).append(request.names[name - 1])
    found: dict[int, dict[str, Span]] = {}
    for (at, quote_id), spans in read.items():
        if len({articles[at].words_of(span) for span in spans}) == 1:
            found.setdefault(at, {})[quote_id] = spans[0]
    return found


def _with_speaker(article: Article, quote: Quote, name: Span) -> Quote:
    text = article.document.text
    read = replace(quote, speaker=Speaker(name=name.of(text), how="pronoun"))
    rules = verify_read_speaker(text, read)
    return replace(read, verified_by=rules) if rules else quote


def _disagreement(
    article: Article, quote: Quote, speaker: Speaker, name: Span
) -> list[Disagreement]:
    known = (speaker.name, *speaker.aliases)
    words = name.of(article.document.text)
    if any(words == one or same_person(words, one) for one in known):
        return []
    return [
        Disagreement(
            kind=DisagreementKind.OTHER_SPEAKER,
            evidence=tuple(
                Evidence(article=article.letter, span=span, text=span.of(article.document.text))
                for span in (quote.parts[0], name)
            ),
        )
    ]
