"""Headlines side by side: what each leads with, words only one has, what its text holds back."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.annotate.figures import figures
from compare.model.articles import Article, Document, Part, Sentence
from compare.model.figures import FigureKind
from compare.model.findings import Evidence, Headline
from compare.model.spans import Span
from compare.model.words import Guarded, HeadlineForm, HeadlineWords
from compare.text.fold import folded
from compare.text.hedges import hedges
from compare.text.marks import marked
from compare.text.wordlists import sections, word_list
from compare.text.words import STOP, stem, words

_SAYS = re.compile(
    r"\b(?:says?|said|claims?|alleges?|reports?|warns?|according to|reportedly|allegedly|alleged"
    r"|may|might|could|accused|denies|denied|vows?|urges?|calls?|asks?|demands?|promises?|wants?)\b|[‘’“”'\"]|^[^:]{3,40}:|\?",
    re.IGNORECASE,
)
_CLOSED = sections("function-words")
_STOPS = (
    _CLOSED["preposition"] | _CLOSED["auxiliary"] | _CLOSED["subordinator"] | _CLOSED["conjunction"]
)
_BREAKS = re.compile(r"[,:;—–?!]|\s-\s")
_LONGEST = 4
_COUNTED = (
    FigureKind.COUNT,
    FigureKind.PERCENT,
    FigureKind.MONEY,
    FigureKind.MEASURE,
    FigureKind.AGE,
    FigureKind.SCORE,
)
# The reported or hedged words must have this part of the headline's words.
_CARRIED = 0.6


def headline_words(
    articles: Sequence[Article], headlines: Sequence[Headline]
) -> tuple[HeadlineWords, ...]:
    """The headlines in their order, each set against all others."""
    held = {article.letter: article for article in articles}
    stems = {h.article: {stem(w) for w in _content(h.text)} for h in headlines}
    return tuple(
        HeadlineWords(
            article=h.article,
            text=h.text,
            forms=tuple(_forms(h.text, held[h.article])),
            opens=_opening(h.text),
            own=tuple(_own(h, stems)),
            guarded=_guarded(held[h.article], h),
        )
        for h in headlines
        if words(h.text)
    )


def _content(text: str) -> list[str]:
    return [w for span in words(text) if (w := folded(span.of(text))) not in STOP]


def _forms(text: str, article: Article) -> list[HeadlineForm]:
    whole = Sentence(id="A.s1", span=Span(0, len(text)), paragraph=0, part=Part.HEADLINE)
    document = Document(
        text=text, outlet=article.document.outlet, published=article.document.published
    )
    found = []
    if "?" in text:
        found.append(HeadlineForm.QUESTION)
    if marked(text, [Span(0, len(text))]):
        found.append(HeadlineForm.QUOTE)
    if any(figure.kind in _COUNTED for figure in figures(document, (whole,))):
        found.append(HeadlineForm.NUMBER)
    return found


def _opening(text: str) -> Span:
    """The words up to the first verb, mark or small word, four at most."""
    spans = words(text)
    last = 0
    for at, span in enumerate(spans[1:_LONGEST], 1):
        word = folded(span.of(text))
        if word in _STOPS or _BREAKS.search(text[spans[at - 1].end : span.start]):
            break
        last = at
        if _is_verb(word):
            last = at - 1
            break
    return Span(spans[0].start, spans[last].end)


def _is_verb(word: str) -> bool:
    return word in word_list("headline-verbs") or (word.endswith("ed") and len(word) > 4)


def _own(headline: Headline, stems: dict[str, set[str]]) -> list[Span]:
    """The words of meaning that no other headline has in any form."""
    others = {s for letter, group in stems.items() if letter != headline.article for s in group}
    text = headline.text
    return [
        span
        for span in words(text)
        if folded(span.of(text)) not in STOP and stem(span.of(text)) not in others
    ]


def _guarded(article: Article, headline: Headline) -> tuple[Guarded, ...]:
    """The first sentence that carries the headline, when all that do hedge it or attribute it.

    None when the headline itself attributes or hedges.
    """
    if _SAYS.search(headline.text):
        return ()
    wanted = {stem(word) for word in _content(headline.text)}
    carrying = [
        sentence
        for sentence in article.sentences
        if sentence.in_story
        and sentence.part is not Part.HEADLINE
        and _carried(article, sentence.span, wanted) >= _CARRIED
    ]
    marks = [_mark(article, sentence.span, wanted) for sentence in carrying]
    return tuple(mark for mark in marks[:1] if mark) if all(marks) else ()


def _carried(article: Article, span: Span, wanted: set[str]) -> float:
    """The share of the wanted stems that a span of the text has."""
    have = {stem(word) for word in _content(article.words_of(span))}
    return len(wanted & have) / len(wanted) if wanted else 0.0


def _mark(article: Article, sentence: Span, wanted: set[str]) -> Guarded | None:
    """The sentence with the words that hold what the headline says at arm's length, if any do."""
    spans = hedges(article.document.text, sentence)
    for quote in article.quotes:
        inside = max((_carried(article, part, wanted) for part in quote.parts), default=0.0)
        if inside >= _CARRIED and quote.cue and sentence.contains(quote.cue):
            spans.append(quote.cue)
    if not spans:
        return None
    return Guarded(statement=_evidence(article, sentence), mark=_evidence(article, spans[0]))


def _evidence(article: Article, span: Span) -> Evidence:
    return Evidence(article=article.letter, span=span, text=article.words_of(span))
