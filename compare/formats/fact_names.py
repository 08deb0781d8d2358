"""Facts, figures and days under names that favour no outlet.

A fact whose figures outlets may give differently is called by what is counted, words that
somebody said by the speaker, and anything else by the words of its label, with days resolved.
"""

from __future__ import annotations

import re

from compare.english.calendar import MONTHS
from compare.formats.grid import figure_of
from compare.formats.withheld_words import with_filler_noted
from compare.model.articles import Article
from compare.model.comparison import Comparison
from compare.model.facts import Fact, Mention, Mode
from compare.model.figures import Figure, FigureKind
from compare.model.findings import FigureGroup, FigureRelation
from compare.model.quotes import Quote, QuoteKind
from compare.model.spans import Span
from compare.text.calendar import date_of
from compare.text.days import DAY

DIFFERING = (FigureRelation.CLASH, FigureRelation.LATER, FigureRelation.SCOPE)
"""How figures may stand to each other that are not the same and not one the rounded other."""

_HOW_MANY = re.compile(r"How many ([^:“”]+)\?")
_RELATIVE = re.compile(
    r"(?:to(?:day|night|morrow)|yesterday|overnight|(?:this|last|yesterday|tomorrow) (?:morning|"
    r"afternoon|evening|night)|(?:last |this |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"(?: (?:morning|afternoon|evening|night))?)",
    re.IGNORECASE,
)
# "u.s." of what is counted, which is kept in small letters.
_INITIALS = re.compile(r"\b(?:[a-z]\.){2,}")
# A statement with less quoted words in it is the outlet's, not the speaker's.
_MOSTLY = 0.6
_MARKS = "“”„\"'‘’«»,.;: "


def fact_name(comparison: Comparison, fact: Fact) -> str:
    """Return the name of a fact: what is counted, the speaker with the words, or the label.

    A label that gives a figure on which outlets differ is told as the words of its outlet.
    """
    group, named = figure_of(comparison, fact), _named_by(comparison, fact)
    differs = named is not None and _has_differing_figure(comparison, named[0].article, named[1])
    if group is not None and _is_called_by(group, differs=differs):
        if _is_first(comparison, fact, group):
            return topic_of(group)
        differs = group.relation is not FigureRelation.AGREE
    if named is None:
        return fact.label
    mention, span = named
    article = comparison.article(mention.article)
    said = _said(article, span) if mention.mode is Mode.QUOTED else None
    if said is not None:
        return said
    words = with_days(article, span, fact.label)
    return f"{mention.article}: “{words.strip(_MARKS)}”" if differs else words


def _is_called_by(group: FigureGroup, *, differs: bool) -> bool:
    """True where what is counted says enough to name a fact by, and the label says too much."""
    if differs or not group.counts:
        return bool(group.counts)
    tells = " " in group.counts or group.relation is not FigureRelation.AGREE
    return tells and _HOW_MANY.match(group.question) is not None


def _has_differing_figure(comparison: Comparison, letter: str, span: Span) -> bool:
    return any(
        reading.article == letter and span.contains(reading.span)
        for group in comparison.figures
        if group.relation in DIFFERING
        for reading in group.readings
    )


def topic_of(group: FigureGroup) -> str:
    """Return what a group of figures counts, with a capital: "People killed", else its question."""
    counted = counted_in(group)
    return counted[:1].upper() + counted[1:]


def counted_in(group: FigureGroup) -> str:
    """Return what a group of figures counts: "people killed", "Facebook users"; else its question.

    Names are spelt as in the question.
    """
    asked = _HOW_MANY.fullmatch(group.question)
    if asked and asked[1].casefold() == group.counts.casefold():
        return asked[1]
    if group.counts:
        return _INITIALS.sub(lambda found: found.group().upper(), group.counts)
    return asked[1] if asked else group.question


def dated_label(comparison: Comparison, fact: Fact) -> str:
    """Return the label of a fact, with the date after each day that is sure."""
    named = _named_by(comparison, fact)
    if named is None:
        return fact.label
    mention, span = named
    return with_days(comparison.article(mention.article), span, fact.label)


def with_days(article: Article, span: Span, words: str) -> str:
    """Return words of `span` with the date after each "Tuesday" or "tonight" whose day is sure.

    Like "the fire broke out on Tuesday [14 October]".
    """
    for figure in article.figures:
        if span.contains(figure.span) and (on := _day_of(article, figure)):
            printed = article.words_of(figure.span)
            if words.count(printed) == 1:
                words = words.replace(printed, f"{printed} [{on}]")
    return words


def _day_of(article: Article, figure: Figure) -> str:
    """The day that relative words mean, like "14 October"; empty where it is not sure."""
    quantity, published = figure.quantity, article.document.published
    if figure.kind is not FigureKind.DATE or quantity.unit != DAY or published is None:
        return ""
    if quantity.low is None or quantity.low != quantity.high:
        return ""
    if not _RELATIVE.fullmatch(" ".join(article.words_of(figure.span).split())):
        return ""
    on = date_of(int(quantity.low))
    year = f" {on.year}" if on.year != published.year else ""
    return f"{on.day} {MONTHS[on.month - 1]}{year}"


def _is_first(comparison: Comparison, fact: Fact, group: FigureGroup) -> bool:
    """True for the fact that the figures belong to first; no two rows bear one name."""
    named = (one for one in comparison.facts if one.id in group.facts)
    same = (one for one in named if figure_of(comparison, one) is group)
    return next(same, fact).id == fact.id


def is_verbatim(comparison: Comparison, fact: Fact) -> bool:
    """Return True when the words of the label stand as they are in an article that states it."""
    return _named_by(comparison, fact) is not None


def ends_early(comparison: Comparison, fact: Fact) -> bool:
    """Return True when the sentence that the label is taken from goes on behind it."""
    named = _named_by(comparison, fact)
    if named is None:
        return False
    mention, _ = named
    whole = comparison.sentence(mention.sentence).span
    sentence = _bare(comparison.article(mention.article).words_of(whole))
    return bool(sentence.partition(_bare(fact.label))[2])


def _named_by(comparison: Comparison, fact: Fact) -> tuple[Mention, Span] | None:
    """The mention that the label is taken from, and the words around it; None where none is."""
    label = _bare(fact.label)
    whole = ((one, comparison.sentence(one.sentence).span) for one in fact.mentions)
    for mention, span in (*((one, one.span) for one in fact.mentions), *whole):
        if label in _bare(comparison.article(mention.article).words_of(span)):
            return mention, span
    return None


def _bare(words: str) -> str:
    return " ".join(words.split()).strip(_MARKS).casefold()


def _said(article: Article, span: Span) -> str | None:
    """Like "Ansel Corrie: “I gave the order”"; None where the words have no sure speaker."""
    for quote in article.quotes:
        if quote.kind is QuoteKind.INDIRECT or quote.speaker is None:
            continue
        kept = [both for part in quote.parts if (both := _common(part, span))]
        length = sum(one.end - one.start for one in kept)
        if length >= _MOSTLY * (span.end - span.start):
            words = " … ".join(" ".join(article.words_of(one).split()) for one in kept)
            return f"{_speaker(quote)}: “{with_filler_noted(words).strip(_MARKS)}”"
    return None


def _speaker(quote: Quote) -> str:
    name = quote.speaker.name if quote.speaker else ""
    return name[:1].upper() + name[1:]


def _common(a: Span, b: Span) -> Span | None:
    start, end = max(a.start, b.start), min(a.end, b.end)
    return Span(start, end) if start < end else None
