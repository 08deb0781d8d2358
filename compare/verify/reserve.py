"""Does a reserve stand on the claim? Hedges and attributions held against one clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.english.hedges import ADVERBS
from compare.english.word_lists import word_list
from compare.model.articles import Article
from compare.model.quotes import Quote
from compare.model.spans import Span
from compare.text.fold import folded_text
from compare.text.hedges import hedges
from compare.text.titles import title_words
from compare.text.word_forms import roots
from compare.text.words import STOP, word_texts, words
from compare.verify.headlines import bare_word, sentences_below

# A clause carries a claim with this part of the claim's words of meaning, ...
_CARRIED = 0.6
# ... and with this part of those before the claim's first break, where its main verb stands.
_OPENING = 0.5
# A clause that says so much of a claim without any reserve asserts it.
_ASSERTED = 0.5
_BREAK = re.compile(r"[;:,—–―]| - | as | after | amid | while ")
_CLAUSE = re.compile(
    r"[;:—–―()]|,(?!\d)|\b(?:and|but|while|although|though|because|which|who|as|after|before|when)\b"
)
# These mark a name, not a claim.
_OF_NAMES = re.compile(r"so-called|suspected|rumou?red", re.IGNORECASE)
_NEGATION = re.compile(
    r"\b(?:no|not|never|none|nobody|without|neither|cannot|denied|denies|\w+n[’']t)\b",
    re.IGNORECASE,
)
_BELIEVED = re.compile(
    r"\bif (?:you|we|one) (?:are to )?believe|\bis to be believed|\bto hear \S+ (?:\S+ )?tell it"
    r"|\bby \S+ (?:\S+ )?own account|\bin \S+ (?:\S+ )?(?:version|telling)\b",
    re.IGNORECASE,
)
# Verbs of saying that vouch for what is said.
_VOUCHING = frozenset("confirm reveal acknowledge admit concede confess affirm disclose".split())
_PLAIN = frozenset("suggest report estimate".split())


def carries_claim(claim: str, article: Article, span: Span) -> bool:
    """True when a span of the text has most of a claim's words, its main clause among them."""
    have = _roots_of(_content(span.of(article.document.text)))
    opening = _BREAK.split(claim, maxsplit=1)[0]
    # Names are everywhere; the verb of the main clause is a word written small.
    small = [word for word in _content(opening) if word in opening.split()]
    return (
        _share(_content(claim), have) >= _CARRIED
        and _share(small or _content(opening), have) >= _OPENING
    )  # fmt: skip


def reserve_on(claim: str, article: Article, sentence: Span) -> Span | None:
    """The words in a sentence that hold a claim at arm's length, None when there are none.

    A hedge counts when the next word of meaning, or its own clause, belongs to the claim; an
    attribution when the words it gives carry the claim and its verb does not itself vouch for them
    ("confirmed", "found").
    """
    wanted = _content(claim)
    text = article.document.text
    for hedge in hedges(text, sentence):
        if not _OF_NAMES.fullmatch(hedge.of(text)) and _bears_on(wanted, text, sentence, hedge):
            return hedge
    for quote in article.quotes:
        inside = max((_share(wanted, _roots_in(text, part)) for part in quote.parts), default=0.0)
        if quote.cue and sentence.contains(quote.cue) and inside >= _CARRIED:
            return None if _vouches(quote) else quote.cue
    return None


def is_asserted(claim: str, article: Article) -> bool:
    """True when some clause of the text says half of a claim or more with no reserve at all."""
    text, wanted = article.document.text, _content(claim)
    reported = [part for quote in article.quotes for part in quote.parts]
    for sentence in sentences_below(article):
        if hedges(text, sentence.span):
            continue
        for clause in reserve_clauses(text, sentence.span):
            free = not any(part.overlaps(clause) for part in reported)
            if free and _share(wanted, _roots_in(text, clause)) >= _ASSERTED:
                return True
    return False


def reserve_clauses(text: str, sentence: Span) -> list[Span]:
    """The clauses of a sentence, cut at marks and joining words, in order."""
    found, start = [], sentence.start
    for mark in _CLAUSE.finditer(text, sentence.start, sentence.end):
        if mark.start() > start:
            found.append(Span(start, mark.start()))
        start = mark.end()
    if start < sentence.end:
        found.append(Span(start, sentence.end))
    return [span for span in found if word_texts(text, span)]


def clause_at(text: str, sentence: Span, place: Span) -> Span:
    """The clause of a sentence that a place in it touches, the whole sentence where none does."""
    touched = [clause for clause in reserve_clauses(text, sentence) if clause.overlaps(place)]
    if not touched:
        return sentence
    return Span(touched[0].start, touched[-1].end)


def _vouches(quote: Quote) -> bool:
    return quote.cue_lemma in _VOUCHING or quote.cue_lemma in word_list("finding-verbs") - _PLAIN


def _bears_on(wanted: Sequence[str], text: str, sentence: Span, hedge: Span) -> bool:
    following = next(
        (
            w
            for s in words(text, sentence)
            if s.start >= hedge.end and (w := s.of(text)).lower() not in STOP
        ),
        "",
    )
    claim = _roots_of(wanted)
    if following and not roots(following).isdisjoint(claim):
        return True
    clause = clause_at(text, sentence, hedge)
    return _share(wanted, _roots_in(text, clause)) >= _OPENING


def _content(text: str) -> list[str]:
    found = map(folded_text, word_texts(text))
    return [word for word in found if word not in STOP]


def _roots_in(text: str, span: Span) -> frozenset[str]:
    return _roots_of(_content(span.of(text)))


def _roots_of(found: Sequence[str]) -> frozenset[str]:
    return frozenset(root for word in found for root in roots(word))


def _share(wanted: Sequence[str], have: frozenset[str]) -> float:
    """The share of the wanted words that are there in any form."""
    return sum(not roots(word).isdisjoint(have) for word in wanted) / len(wanted) if wanted else 0.0


def is_same_claim(one_text: str, one: Span, other_text: str, other: Span) -> bool:
    """True when two statements claim the same of the same, whatever reserve either has.

    Most of the words of meaning of the shorter one's fullest clause, names left out, must stand in
    the other; where both open with a name it must be the same person's, and both or neither deny.
    """
    if _denies(one_text, one) != _denies(other_text, other):
        return False
    names = [_first_name(text, span) for text, span in ((one_text, one), (other_text, other))]
    if all(names) and not (names[0] <= names[1] or names[1] <= names[0]):
        return False
    short, long = sorted(
        ((one_text, one), (other_text, other)), key=lambda each: len(_content(each[1].of(each[0])))
    )
    wanted = _plain_words(*short)
    return not wanted or _share(wanted, _roots_in(*long)) >= _CARRIED


def is_doubted(text: str, span: Span) -> bool:
    """True when a statement is left to somebody to believe: "if you believe the premier"."""
    return _BELIEVED.search(text, span.start, span.end) is not None


def _denies(text: str, span: Span) -> bool:
    return _NEGATION.search(text, span.start, span.end) is not None


def _first_name(text: str, span: Span) -> frozenset[str]:
    """The words of the name that a statement opens with, without titles and possessives."""
    found = []
    for printed in word_texts(text, span):
        if not printed[0].isupper():
            break
        found.append(bare_word(printed))
    known = title_words() | STOP
    return frozenset(word for word in found if word not in known) if len(found) > 1 else frozenset()


def _plain_words(text: str, span: Span) -> list[str]:
    """The words of meaning of the clause that has most of them, names and hedges left out."""
    found: list[list[str]] = []
    for clause in reserve_clauses(text, span):
        plain = [folded_text(w) for w in word_texts(text, clause) if not w[0].isupper()]
        found.append([word for word in plain if word not in STOP and word not in ADVERBS])
    return max(found, key=len, default=[])
