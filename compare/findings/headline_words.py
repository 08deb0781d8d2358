"""Headlines side by side: what each leads with, words only one has, what its text holds back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from compare.align.languages import is_in_read_language
from compare.annotation.figures import figures
from compare.english.word_lists import sections, word_list
from compare.model.articles import Article, Document, Part, Sentence
from compare.model.figures import FigureKind
from compare.model.findings import Evidence, Headline
from compare.model.spans import Span
from compare.model.verification import Rule
from compare.model.words import Guarded, HeadlineForm, HeadlineWords
from compare.text.fold import folded_text
from compare.text.numbers import numbers
from compare.text.quoted_stretches import quoted_stretches
from compare.text.word_forms import roots
from compare.text.words import STOP, words
from compare.verify.headlines import sentences_below
from compare.verify.reserve import carries_claim, is_asserted, reserve_on

_SAYS = re.compile(
    r"\b(?:says?|said|claims?|alleges?|reports?|warns?|according to|reportedly|allegedly|alleged"
    r"|may|might|could|accused|denies|denied|vows?|urges?|calls?|asks?|demands?|promises?|wants?)\b|[‘’“”'\"]|^[^:]{3,40}:|\?",
    re.IGNORECASE,
)
_CLOSED = sections("function-words")
_STOPS = (
    _CLOSED["preposition"] | _CLOSED["auxiliary"] | _CLOSED["subordinator"] | _CLOSED["conjunction"]
)
_BREAKS = re.compile(r"[,:;—–―?!]|\s-\s")
_LONGEST = 4
_COUNTED = (
    FigureKind.COUNT,
    FigureKind.PERCENT,
    FigureKind.MONEY,
    FigureKind.MEASURE,
    FigureKind.AGE,
    FigureKind.SCORE,
)


def headline_words(
    articles: Sequence[Article], headlines: Sequence[Headline]
) -> tuple[HeadlineWords, ...]:
    """The headlines in English in their order, each set against all others."""
    held = {article.letter: article for article in articles}
    return tuple(
        HeadlineWords(
            article=h.article,
            text=h.text,
            forms=tuple(_forms(h.text, held[h.article])),
            opens=_opening(h.text),
            own=tuple(_own(h, [other.text for other in headlines if other is not h])),
            guarded=_guarded(held[h.article], h),
        )
        for h in headlines
        if words(h.text) and is_in_read_language(held[h.article])
    )


def _content(text: str) -> list[str]:
    return [w for span in words(text) if (w := folded_text(span.of(text))) not in STOP]


def _forms(text: str, article: Article) -> list[HeadlineForm]:
    whole = Sentence(id="A.s1", span=Span(0, len(text)), paragraph=0, part=Part.HEADLINE)
    document = Document(
        text=text, outlet=article.document.outlet, published=article.document.published
    )
    found = []
    if "?" in text:
        found.append(HeadlineForm.QUESTION)
    if quoted_stretches(text, [Span(0, len(text))]):
        found.append(HeadlineForm.QUOTE)
    if any(figure.kind in _COUNTED for figure in figures(document, (whole,))):
        found.append(HeadlineForm.NUMBER)
    return found


def _opening(text: str) -> Span:
    """The words up to the first verb, mark or small word, four at most."""
    spans = words(text)
    last = 0
    for at, span in enumerate(spans[1:_LONGEST], 1):
        word = folded_text(span.of(text))
        if word in _STOPS or _BREAKS.search(text[spans[at - 1].end : span.start]):
            break
        last = at
        if _is_verb(word):
            last = at - 1
            break
    return Span(spans[0].start, spans[last].end)


def _is_verb(word: str) -> bool:
    return word in word_list("headline-verbs") or (word.endswith("ed") and len(word) > 4)


def _own(headline: Headline, others: Sequence[str]) -> list[Span]:
    """The words of meaning that no other headline has, in no form and no other way of counting."""
    text = headline.text
    known = {root for title in others for word in _content(title) for root in roots(word)}
    counted = {value for title in others for value, _ in _numbers(title)}
    told = [span for value, span in _numbers(text) if value in counted]
    return [
        span
        for span in words(text)
        if folded_text(word := span.of(text)) not in STOP
        and roots(word).isdisjoint(known)
        and not any(number.overlaps(span) for number in told)
    ]


def _numbers(text: str) -> list[tuple[Decimal, Span]]:
    found = ((number.quantity.low, number.span) for number in numbers(text))
    return [(value, span) for value, span in found if value is not None]


def _guarded(article: Article, headline: Headline) -> tuple[Guarded, ...]:
    """The first sentence that carries the headline, when all that do hedge it or attribute it.

    None when the headline itself attributes or hedges.
    """
    if _SAYS.search(headline.text):
        return ()
    carrying = [
        s for s in sentences_below(article) if carries_claim(headline.text, article, s.span)
    ]
    marks = [reserve_on(headline.text, article, sentence.span) for sentence in carrying]
    if not marks or not all(marks) or is_asserted(headline.text, article):
        return ()
    first = next(mark for mark in marks if mark)
    return (
        Guarded(
            statement=_evidence(article, carrying[0].span),
            mark=_evidence(article, first),
            verified_by=(Rule.RESERVE_ON_CLAIM,),
        ),
    )


def _evidence(article: Article, span: Span) -> Evidence:
    return Evidence(article=article.letter, span=span, text=article.words_of(span))
