"""Errors planted by rule into the sentences of our stories: what is wrong is known."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from compare.model.articles import Article, Sentence
from compare.model.figures import FigureKind
from compare.model.quotes import QuoteKind
from compare.model.spans import Span
from compare.text.names import NameRun, given_names, name_runs
from compare.text.words import words

KINDS = (
    "wrong number",
    "unit",
    "wrong person",
    "wrong place",
    "wrong day",
    "polarity",
    "dropped attribution",
    "dropped hedge",
    "swapped speakers",
    "merged people",
    "invented quote",
    "over-general",
)
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_UNITS = {
    "miles": "kilometres",
    "kilometres": "miles",
    "metres": "feet",
    "feet": "metres",
    "centimetres": "inches",
    "million": "billion",
    "years": "months",
    "weeks": "days",
    "days": "weeks",
    "hours": "days",
    "minutes": "hours",
    "marks": "dollars",
    "crowns": "dollars",
    "florins": "dollars",
    "acres": "hectares",
    "tonnes": "kilograms",
    "per cent": "percentage points",
}
_HEDGED = (
    (r"\bmay have been\b", "was"),
    (r"\bmay have\b", "has"),
    (r"\bis thought to have\b", "has"),
    (r"\bis believed to have\b", "has"),
    (r"\b(?:is|was) (?:thought|believed|understood) to be\b", "is"),
    (r"\bappears? to have\b", "has"),
    (r"\bappeared to have\b", "had"),
    (r"\bmay be\b", "is"),
    (r"\b(?:might|could) be\b", "is"),
    (r"\b(?:reportedly|allegedly|apparently|probably|possibly|perhaps) ", ""),
)
_AUXILIARY = re.compile(
    r"\b(was|were|is|are|has|had|have|will|would|could|can)\b(?! (?:not|no|never)\b)"
)
_PART = re.compile(
    r"\b(?:most|some|many|several|half) of (?=the\b|them\b|those\b|its\b|their\b)", re.I
)
_MOST = re.compile(r"\b(?:most|some|many|several) (?=[a-z]+s\b)", re.I)
_PRONOUN = re.compile(r"\b(?:he|she|they|it|his|her|their|its|this|that|these|those)\b", re.I)
_REPORTING = re.compile(
    r"\b(?:said|says|told|according|claimed|added|warned|insisted"
    r"|shows?|showed|found|says?|claims?)\b"
)
# A clause at the end that the sentence can do without.
_ENDING = re.compile(
    r", (?:which|who|whose|where|while|after|when|and|with|including|as|but|because)\b"
    r"[^,“”\"]{12,}\.\Z"
)
# So many errors of one kind in one article.
_EACH = 2
_SHORTEST, _LONGEST = 7, 34


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """A sentence with one error of a kind; `words` are those of the article."""

    kind: str
    text: str
    words: str


def plain_sentences(article: Article) -> list[Sentence]:
    """The sentences of the story that can stand alone: no question, no open quotation."""
    found = []
    for sentence in article.sentences:
        text = article.words_of(sentence.span)
        count = len(words(text))
        closed = text.count("“") == text.count("”") and text.count('"') % 2 == 0
        whole = text[:1].isupper() and text.rstrip("”\"'’").endswith(".")
        said = any(m.contains(sentence.span) for q in article.quotes for m in q.marked)
        if sentence.in_story and not said and closed and whole and _SHORTEST <= count <= _LONGEST:
            found.append(sentence)
    return found


def reworded(article: Article) -> list[str]:
    """True sentences in other words: the report put first, or a clause at the end left out."""
    found = []
    for sentence in plain_sentences(article):
        text = article.words_of(sentence.span)
        said = _report_first(article, sentence)
        cut = _ENDING.sub(".", text)
        if said:
            found.append(_capital(said))
        elif cut != text and len(words(cut)) >= _SHORTEST and not _REPORTING.search(text):
            found.append(cut)
    return found


def _report_first(article: Article, sentence: Sentence) -> str | None:
    """A sentence of indirect speech with "According to" and its speaker before the words."""
    for quote in article.quotes:
        span, said = quote.speaker_span, quote.parts[0]
        inside = span is not None and sentence.span.contains(span) and sentence.span.contains(said)
        if quote.kind is not QuoteKind.INDIRECT or not inside or len(quote.parts) > 1:
            continue
        who, what = article.words_of(span), article.words_of(said).rstrip(".,")  # type: ignore[arg-type]
        plain = not _PRONOUN.search(what) and not _PRONOUN.fullmatch(who)
        if quote.cue and quote.cue_lemma == "say" and plain and not quote.negated:
            return f"According to {who}, {what}."
    return None


def planted(article: Article, cast: Sequence[NameRun], strange: Sequence[str]) -> list[Planted]:
    """Sentences of an article with one error each, two of a kind at most.

    `cast` are the full names of persons in the story, `strange` quotations from another one.
    """
    found: list[Planted] = []
    counts = dict.fromkeys(KINDS, 0)
    for sentence in plain_sentences(article):
        for kind, make in _MAKERS.items():
            if counts[kind] >= _EACH:
                continue
            text = make(_Ground(article, sentence, cast, strange))
            if text and text != article.words_of(sentence.span):
                counts[kind] += 1
                found.append(
                    Planted(kind=kind, text=_capital(text), words=article.words_of(sentence.span))
                )
    return found


def persons(articles: Sequence[Article]) -> list[NameRun]:
    """The full names of persons in a story, each once, in the order of the articles."""
    found: dict[str, NameRun] = {}
    for article in articles:
        text = article.document.text
        for run in name_runs(text, [s.span for s in article.sentences]):
            if len(run.words) == 2 and run.first in given_names():
                found.setdefault(" ".join(run.words), run)
    return list(found.values())


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a maker has: an article, a sentence, and what else there is in the story."""

    article: Article
    sentence: Sentence
    cast: Sequence[NameRun]
    strange: Sequence[str]

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.article.words_of(self.sentence.span)

    def put(self, span: Span, words: str) -> str:
        """The sentence with other words at a place of the document."""
        start = self.sentence.span.start
        return self.text[: span.start - start] + words + self.text[span.end - start :]

    def names(self) -> Iterator[NameRun]:
        """The full names of persons in the sentence."""
        known = {" ".join(run.words) for run in self.cast}
        for run in name_runs(self.article.document.text, [s.span for s in self.article.sentences]):
            if self.sentence.span.contains(run.span) and " ".join(run.words) in known:
                yield run

    def other(self, run: NameRun) -> NameRun | None:
        """Another person of the story, of whom the sentence says nothing."""
        for each in self.cast:
            if each.last != run.last and each.last not in self.text.lower():
                return each
        return None


def _number(ground: _Ground) -> str | None:
    for figure in ground.article.figures:
        if not ground.sentence.span.contains(figure.span):
            continue
        printed = figure.span.of(ground.article.document.text)
        digits = re.search(r"(?<![\d.,])\d{2,3}(?![\d.,]*\d)", printed)
        if figure.kind in (FigureKind.COUNT, FigureKind.MONEY, FigureKind.MEASURE) and digits:
            turned = str(int(digits.group()) * 3 + 7)
            return ground.put(
                figure.span, printed[: digits.start()] + turned + printed[digits.end() :]
            )
    return None


def _unit(ground: _Ground) -> str | None:
    for figure in ground.article.figures:
        if not ground.sentence.span.contains(figure.span):
            continue
        printed = figure.span.of(ground.article.document.text)
        for unit, other in _UNITS.items():
            if re.search(rf"\b{unit}\b", printed):
                return ground.put(figure.span, re.sub(rf"\b{unit}\b", other, printed, count=1))
    return None


def _person(ground: _Ground) -> str | None:
    for run in ground.names():
        other = ground.other(run)
        spoken = any(
            q.speaker_span and q.speaker_span.overlaps(run.span) for q in ground.article.quotes
        )
        if other and not spoken:
            return ground.put(run.span, " ".join(other.words))
    return None


def _place(ground: _Ground) -> str | None:
    text = ground.article.document.text
    where = re.compile(r"\b(?:in|at|near)(?: the)? \Z")
    known = [
        run
        for run in name_runs(text, [s.span for s in ground.article.sentences])
        if not run.titles
        and run.first not in given_names()
        and where.search(text, max(0, run.span.start - 9), run.span.start)
    ]
    mine = [run for run in known if ground.sentence.span.contains(run.span)]
    for run in mine:
        for other in known:
            name = " ".join(other.words)
            if name not in ground.text and other.last != run.last:
                return ground.put(run.span, name)
    return None


def _day(ground: _Ground) -> str | None:
    for names in (_DAYS, _MONTHS):
        for at, name in enumerate(names):
            found = re.search(rf"\b{name}\b", ground.text)
            if found and name not in ("May", "March"):
                other = names[(at + 3) % len(names)]
                return ground.text[: found.start()] + other + ground.text[found.end() :]
    return None


def _polarity(ground: _Ground) -> str | None:
    quoted = [m for q in ground.article.quotes for m in q.marked]
    start = ground.sentence.span.start
    if re.search(r"\b(?:not|no|never|none|neither|nor|nobody)\b", ground.text):
        return None
    for found in _AUXILIARY.finditer(ground.text):
        at = Span(start + found.start(), start + found.end())
        if not any(at.overlaps(mark) for mark in quoted):
            return ground.text[: found.end()] + " not" + ground.text[found.end() :]
    return None


def _attribution(ground: _Ground) -> str | None:
    for quote in ground.article.quotes:
        inside = ground.sentence.span.contains(quote.parts[0]) and quote.speaker_span
        if quote.kind is not QuoteKind.INDIRECT or not inside or len(quote.parts) > 1:
            continue
        said = ground.article.words_of(quote.parts[0])
        if len(words(said)) >= _SHORTEST and not _PRONOUN.search(said):
            return said.rstrip(".,") + "."
    return None


def _hedge(ground: _Ground) -> str | None:
    for pattern, words_instead in _HEDGED:
        if re.search(pattern, ground.text):
            return re.sub(pattern, words_instead, ground.text, count=1)
    return None


def _speakers(ground: _Ground) -> str | None:
    for quote in ground.article.quotes:
        span = quote.speaker_span
        if not span or not quote.marked or not ground.sentence.span.contains(span):
            continue
        for run in ground.names():
            other = ground.other(run)
            if other and span.contains(run.span):
                return ground.put(run.span, " ".join(other.words))
    return None


def _merged(ground: _Ground) -> str | None:
    for run in ground.names():
        other = ground.other(run)
        if other and other.words[0] != run.words[0]:
            return ground.put(run.span, f"{other.words[0]} {run.words[1]}")
    return None


def _quote(ground: _Ground) -> str | None:
    for quote in ground.article.quotes:
        for mark in quote.marked:
            whole = ground.sentence.span.contains(mark) and len(words(ground.text)) >= _SHORTEST
            if whole and len(words(mark.of(ground.article.document.text))) >= 5 and ground.strange:
                at = len(ground.text) % len(ground.strange)
                return ground.put(mark, ground.strange[at])
    return None


def _general(ground: _Ground) -> str | None:
    if _PART.search(ground.text):
        return _PART.sub("all of ", ground.text, count=1)
    if _MOST.search(ground.text):
        return _MOST.sub("all ", ground.text, count=1)
    return None


_MAKERS: dict[str, Callable[[_Ground], str | None]] = {
    "wrong number": _number,
    "unit": _unit,
    "wrong person": _person,
    "wrong place": _place,
    "wrong day": _day,
    "polarity": _polarity,
    "dropped attribution": _attribution,
    "dropped hedge": _hedge,
    "swapped speakers": _speakers,
    "merged people": _merged,
    "invented quote": _quote,
    "over-general": _general,
}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
