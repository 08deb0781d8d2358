"""Does the text have what its headline has: its names, its figures, its claims, its certainty?

Everything here leans to "yes": to say that a text lacks a word of its own headline is a grave thing
to say, so that other forms, acronyms, other names of the same and the town for its state count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import combinations

from compare.annotation.figure_values import ValueRelation, value_relation
from compare.model.articles import Article, Part, Sentence
from compare.model.figures import Figure, FigureKind
from compare.model.spans import Span
from compare.text.fold import folded_text
from compare.text.name_forms import named_in, stands_for
from compare.text.word_forms import roots
from compare.text.words import STOP, word_texts, words

# First letters by which a name and its adjective are the same: Dolmark, Dolmarkian.
_SAME_NAME = 5
# A smaller number may be told by a list of names, or by "a man".
_COUNTABLE = 10
# A headline with no more than this share of its words anywhere in the text rests on nothing there.
_ANYWHERE = 0.2
_CAPITALS = r"[A-Z][\w’'-]+"
_RUN = re.compile(rf"{_CAPITALS}(?:(?: (?:of|for|and|the|in|on))*[ -]{_CAPITALS})+")
_INITIALS = re.compile(r"[A-Z][A-Za-z]?[A-Z]{1,5}\Z")
# "Orre, Tarrow", "Orre in northern Tarrow", "Orre, a port in Tarrow"; matches may overlap.
_TOWN_STATE = re.compile(
    rf"\b(?=({_CAPITALS}(?: {_CAPITALS}){{0,2}})"
    rf"(?:, |,? (?:(?:an?|the) )?(?:[a-z-]+ ){{0,3}}(?:in|of|near) (?:the )?(?:[a-z]+ ){{0,2}})"
    rf"((?:{_CAPITALS}|[A-Z]\.[A-Z]\.)(?: {_CAPITALS})?))"
)
_CLAUSE = re.compile(r"[;:—–―()]|,(?!\d)|\b(?:and|but|while|after|before|when|which|who)\b")
_AGREE = (ValueRelation.EQUAL, ValueRelation.ROUNDED, ValueRelation.OVERLAP)
# Figures that count the same in one matter are within this factor of each other.
_SCALE = 10
# Three of more values than these can make any number.
_MOST_VALUES = 12
_SMALL = frozenset("of for and the in on a an".split())


@dataclass(frozen=True)
class Body:
    """The text of one article below its headline, ready to be asked what it has.

    `aliases` are the labels and titles of each person, body or place that several articles name,
    and `told` are the texts of all articles: what one of them says of a name holds for all.
    """

    article: Article
    aliases: tuple[frozenset[str], ...] = ()
    told: tuple[str, ...] = ()

    @cached_property
    def text(self) -> str:
        """The sentences of the story without the headline."""
        return " ".join(self.article.words_of(s.span) for s in sentences_below(self.article))

    @cached_property
    def words(self) -> frozenset[str]:
        """The folded words, names without a possessive."""
        return frozenset(bare_word(span.of(self.text)) for span in words(self.text))

    @cached_property
    def roots(self) -> frozenset[str]:
        """What the words can come from."""
        return frozenset(root for word in self.words if word not in STOP for root in roots(word))

    @cached_property
    def heads(self) -> frozenset[str]:
        """The first letters of the words."""
        return frozenset(word[:_SAME_NAME] for word in self.words if len(word) >= _SAME_NAME)

    @cached_property
    def places(self) -> frozenset[int]:
        """The countries, states and offices that the text names in any form."""
        return named_in(self.text)

    @cached_property
    def initials(self) -> frozenset[str]:
        """The acronyms that stand for names written out in the text."""
        return frozenset(_initials(self.text))

    @cached_property
    def values(self) -> frozenset[Decimal]:
        """The values of all figures but dates and times."""
        return frozenset(_values(self.article.figures))


def sentences_below(article: Article) -> list[Sentence]:
    """The sentences of the story without the headline."""
    return [s for s in article.sentences if s.in_story and s.part is not Part.HEADLINE]


def bare_word(word: str) -> str:
    """A word folded, without a possessive and without the full stops of "F.B.I."."""
    plain = re.sub(r"'s?\Z", "", folded_text(word))
    return plain.replace(".", "") if re.fullmatch(r"(?:\w\.)+\w?\.?", plain) else plain


def has_name(body: Body, word: str, run: Sequence[str]) -> bool:
    """True when the text names what a word of the headline names.

    `run` are the words of the whole name the word belongs to, itself among them: where the text has
    the family name, the given name is not missed.
    """
    plain = bare_word(word)
    if _has_word(body, plain) or any(_has_word(body, bare_word(one)) for one in run[-1:]):
        return True
    return (
        plain in body.initials
        or _is_spelled_out(body, word)
        or _stands_for(body, plain)
        or _stands_for(body, " ".join(map(folded_text, run)))
        or _has_alias(body, plain)
        or _has_town(body, plain)
    )


def _stands_for(body: Body, name: str) -> bool:
    return not stands_for(name).isdisjoint(body.places)


def has_word(body: Body, word: str) -> bool:
    """True when the text has a word in any form, or another of its family."""
    return _has_word(body, bare_word(word))


def _has_word(body: Body, plain: str) -> bool:
    return (
        plain in body.words
        or (len(plain) >= _SAME_NAME and plain[:_SAME_NAME] in body.heads)
        or not roots(plain).isdisjoint(body.roots)
    )


def _is_spelled_out(body: Body, word: str) -> bool:
    """True for an acronym whose words some article spells out and the text has, or most of them."""
    letters = bare_word(word)
    if not _INITIALS.match(word.replace(".", "").removesuffix("’s").removesuffix("'s")):
        return False
    spelled = (m.group() for text in body.told for m in _RUN.finditer(text))
    return any(
        letters in _initials(run) and all(_has_word(body, w) for w in _named_words(run))
        for run in spelled
    )


def _initials(text: str) -> Iterator[str]:
    """The first letters of each name of two words or more, with and without its small words."""
    for match in _RUN.finditer(text):
        parts = re.findall(r"[^ -]+", match.group())
        for first in range(len(parts) - 1):
            run = parts[first:]
            yield "".join(part[0] for part in run).lower()
            yield "".join(part[0] for part in run if part.lower() not in _SMALL).lower()
        yield "".join(part[0] for part in parts[:-1] if part.lower() not in _SMALL).lower()


def _named_words(run: str) -> list[str]:
    return [bare_word(part) for part in re.findall(r"[^ -]+", run) if part.lower() not in _SMALL]


def _has_alias(body: Body, plain: str) -> bool:
    """True when some article has another label or a title for the name, and the text has that."""
    for labels in body.aliases:
        if any(plain in _label_words(label) for label in labels):
            last = {_label_words(label)[-1] for label in labels if _label_words(label)}
            if any(word in body.words for word in last):
                return True
    return False


def _label_words(label: str) -> list[str]:
    return [bare_word(word) for word in word_texts(label)]


def _has_town(body: Body, plain: str) -> bool:
    """True when some article says that a town of the text lies in the place."""
    for text in body.told:
        for match in _TOWN_STATE.finditer(text):
            if plain in _label_words(match[2]) and all(
                word in body.words for word in _label_words(match[1])
            ):
                return True
    return False


def has_figure(body: Body, figure: Figure, own: Sequence[Figure]) -> bool:
    """True when the text may well have a figure of the headline.

    Its value stands there, whatever it counts, is a rounded form of one that does, or is the sum of
    two or three that stand there or in the headline itself (`own`).
    """
    value = figure.quantity.low
    if value is None or value in body.values:
        return True
    if any(value_relation(figure, other) in _AGREE for other in body.article.figures):
        return True
    exact = sorted(body.values | set(_values(own)))
    several = (*combinations(exact, 2), *combinations(exact[:_MOST_VALUES], 3))
    return any(sum(values) == value for values in several)


def is_small(figure: Figure) -> bool:
    """True for a number so small that "a man" or a list of names may tell it."""
    return figure.quantity.low is not None and figure.quantity.low < _COUNTABLE


def figures_told_otherwise(
    body: Body, figure: Figure, content: Sequence[str]
) -> tuple[Figure, ...]:
    """The figures of the text that count the same as one of the headline in the same matter.

    The same is counted where the nouns are related, the matter is the same where the clause of the
    text has another of the headline's words of meaning (`content`). A figure more than ten times as
    large or as small counts something else.
    """
    mine = _counted(figure)
    found = []
    for other in body.article.figures:
        theirs = frozenset(root for word in _counted(other) for root in roots(word))
        shared = [word for word in mine if not roots(word).isdisjoint(theirs)]
        if other.kind is not figure.kind or not shared or not _is_comparable(figure, other):
            continue
        nouns = frozenset(root for word in shared for root in roots(word))
        near = frozenset(r for word in _clause_words(body, other) for r in roots(word)) - nouns
        matter = any(not roots(w).isdisjoint(near) for w in content if roots(w).isdisjoint(nouns))
        if matter or len(shared) > 1:
            found.append(other)
    return tuple(found)


def _counted(figure: Figure) -> list[str]:
    found = (folded_text(span.of(figure.counts)) for span in words(figure.counts))
    return [word for word in found if word not in STOP]


def _is_comparable(one: Figure, other: Figure) -> bool:
    a, b = one.quantity.low, other.quantity.low
    return a is not None and b is not None and a < b * _SCALE and b < a * _SCALE


def _clause_words(body: Body, figure: Figure) -> list[str]:
    """The words of meaning of the clause that a figure stands in."""
    sentence = next(s for s in body.article.sentences if s.span.overlaps(figure.span))
    text = body.article.document.text
    start, end = sentence.span.start, sentence.span.end
    for mark in _CLAUSE.finditer(text, start, end):
        if mark.end() <= figure.span.start:
            start = mark.end()
        elif mark.start() >= figure.span.end:
            end = mark.start()
            break
    found = (folded_text(span.of(text)) for span in words(text, Span(start, end)))
    return [word for word in found if word not in STOP]


def _values(figures: Iterable[Figure]) -> Iterator[Decimal]:
    for figure in figures:
        if figure.kind in (FigureKind.DATE, FigureKind.TIME):
            continue
        for value in (figure.quantity.low, figure.quantity.high):
            if value is not None:
                yield value


def is_nowhere(body: Body, content: Sequence[str]) -> bool:
    """True when hardly any of the headline's words of meaning stands in the text in any form."""
    there = sum(1 for word in content if _stands(body, word))
    return bool(content) and there <= _ANYWHERE * len(content)


def _stands(body: Body, word: str) -> bool:
    return has_name(body, word, (word,))
