"""Headlines: the facts they rest on, and the names, figures and grave words their text lacks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from compare.annotate.figure_values import Likeness, likeness
from compare.annotate.figures import figures
from compare.findings.grave_words import carried, claims
from compare.model.articles import Article, Document, Part, Sentence
from compare.model.facts import Fact, Nearest
from compare.model.figures import Figure, FigureKind, Hedge
from compare.model.findings import Evidence, Headline
from compare.model.letters import index
from compare.model.spans import Span
from compare.text.fold import folded
from compare.text.words import STOP, stem, words

# Kinds of figures that a headline can get wrong; dates and places in a row are told otherwise.
_COMPARED = (
    FigureKind.COUNT,
    FigureKind.MONEY,
    FigureKind.PERCENT,
    FigureKind.MEASURE,
    FigureKind.AGE,
    FigureKind.SCORE,
)
_APART = (Likeness.APART, Likeness.UNKNOWN)
# A sentence with this share of the headline's content words is close enough to support it.
_SUPPORTS = 0.3
# A headline rests on a fact when the sentence that states it has this share of its content words.
_RESTS = 0.3
# Of several such facts those count that come this near to the best.
_AS_GOOD = 0.75
# First letters by which a name and its adjective are the same: Dolmark, Dolmarkian.
_SAME_NAME = 5


def headlines(articles: Sequence[Article], facts: Sequence[Fact]) -> tuple[Headline, ...]:
    """The headline of each article that has one, in the order of the letters.

    Facts are those the headline states and the article's own text states too. It is unmatched when
    there is none and no sentence of the text has a good part of its words. Names, figures and grave
    words that the text lacks in any form are `unsupported`: a name must be known as one from some
    article, a figure must differ from every figure of its kind, and from the sum of any two.
    """
    known = _known_names(articles)
    by_letter = sorted(articles, key=lambda article: index(article.letter))
    found = (_headline(article, facts, known) for article in by_letter)
    return tuple(headline for headline in found if headline is not None)


@dataclass(frozen=True, slots=True)
class _Title:
    """The words of a headline, and the sentence of the text that it is, if it is one."""

    text: str
    sentence: Sentence | None


def _headline(article: Article, facts: Sequence[Fact], known: frozenset[str]) -> Headline | None:
    title = _title(article)
    if title is None:
        return None
    resting = _facts(article, title, facts)
    nearest = _nearest(article, title)
    own = _figures_of(article, title)
    lacking = [f for f in own if _is_lacking(f, own, article.figures)]
    spans = {f.span for f in lacking} | set(_names_lacking(article, title, known))
    spans |= set(_grave_lacking(article, title))
    why, evidence = _instead(article, title, lacking)
    weak = nearest is None or nearest.score < _SUPPORTS
    return Headline(
        article=article.letter,
        text=title.text,
        facts=resting,
        unmatched=not resting and weak,
        nearest=nearest,
        unsupported=tuple(sorted(spans)),
        why=why,
        evidence=evidence,
    )


def _title(article: Article) -> _Title | None:
    inside = next((s for s in article.sentences if s.part is Part.HEADLINE), None)
    if article.document.headline:
        return _Title(article.document.headline, inside)
    return _Title(article.words_of(inside.span), inside) if inside else None


def _facts(article: Article, title: _Title, facts: Sequence[Fact]) -> tuple[str, ...]:
    """Facts of the headline that the body states too, in the sentences most like the headline."""
    likeness_of: dict[str, float] = {}
    for fact in facts:
        if _is_in_headline(article, title, fact):
            stating = _stating(article, title, fact)
            likeness_of[fact.id] = max((_share(article, title, s) for s in stating), default=0.0)
    least = max(_RESTS, _AS_GOOD * max(likeness_of.values(), default=0.0))
    return tuple(fact for fact, share in likeness_of.items() if share >= least)


def _share(article: Article, title: _Title, sentence: Sentence) -> float:
    """The share of the headline's content words that a sentence has."""
    wanted = {s for s, _ in _stems(title.text)}
    have = {s for s, _ in _stems(article.words_of(sentence.span))}
    return len(wanted & have) / len(wanted) if wanted else 0.0


def _is_in_headline(article: Article, title: _Title, fact: Fact) -> bool:
    return any(h.article == article.letter for h in fact.headlines) or any(
        mention.sentence == _id_of(title) for mention in fact.mentions
    )


def _stating(article: Article, title: _Title, fact: Fact) -> list[Sentence]:
    """The sentences of the body that state the fact."""
    ids = {m.sentence for m in fact.mentions if m.article == article.letter}
    return [article.sentence(one) for one in sorted(ids) if one != _id_of(title)]


def _id_of(title: _Title) -> str:
    return title.sentence.id if title.sentence else ""


def _body(article: Article) -> list[Sentence]:
    return [s for s in article.sentences if s.in_story and s.part is not Part.HEADLINE]


def _stems(text: str) -> list[tuple[str, Span]]:
    """Stems of the content words with their spans."""
    spans = words(text)
    return [(stem(w), span) for span in spans if (w := folded(span.of(text))) not in STOP]


def _nearest(article: Article, title: _Title) -> Nearest | None:
    """The sentence of the body with the largest share of the headline's content words."""
    best: Nearest | None = None
    for sentence in _body(article):
        score = round(_share(article, title, sentence), 3)
        if score and (best is None or score > best.score):
            best = Nearest(sentence=sentence.id, span=sentence.span, score=score)
    return best


def _figures_of(article: Article, title: _Title) -> list[Figure]:
    """The figures of the headline that can be compared, with spans in it."""
    text = title.text
    document = Document(
        text=text,
        outlet=article.document.outlet,
        published=article.document.published,
        language=article.document.language,
    )
    whole = Sentence(id="A.s1", span=Span(0, len(text)), paragraph=0, part=Part.HEADLINE)
    return [f for f in figures(document, (whole,)) if f.kind in _COMPARED and not _is_vague(f)]


def _is_vague(figure: Figure) -> bool:
    return figure.quantity.hedge is Hedge.VAGUE


def _is_lacking(figure: Figure, own: Sequence[Figure], body: Sequence[Figure]) -> bool:
    """True for a figure that no figure of the body, and no sum of two, can stand for."""
    same_kind = [f for f in body if f.kind is figure.kind]
    if any(f.quantity.low == figure.quantity.low for f in body if f.kind is FigureKind.ORDINAL):
        return False
    if not same_kind or any(likeness(figure, other) not in _APART for other in same_kind):
        return False
    value = figure.quantity.low
    exact = {f.quantity.low for f in (*same_kind, *own) if f.quantity.low is not None}
    return value is None or all(a + b != value for a, b in combinations(sorted(exact), 2))


def _instead(
    article: Article, title: _Title, lacking: Sequence[Figure]
) -> tuple[str, tuple[Evidence, ...]]:
    """What the body counts where the headline has another figure for it."""
    for figure in lacking:
        others = [f for f in article.figures if f.kind is figure.kind and _counts_same(f, figure)]
        if others:
            words_of = [article.words_of(f.span) for f in others]
            evidence = tuple(
                Evidence(article=article.letter, span=f.span, text=article.words_of(f.span))
                for f in others
            )
            said = figure.span.of(title.text)
            listed = ", ".join(f"“{w}”" for w in dict.fromkeys(words_of))
            return f"The headline says “{said}”, the text says {listed}.", evidence
    return "", ()


def _counts_same(one: Figure, other: Figure) -> bool:
    """True when both count the same noun; figures that count nothing known are not compared."""
    a = {s for s, _ in _stems(one.counts)}
    b = {s for s, _ in _stems(other.counts)}
    return bool(a & b)


_CAPITAL = re.compile(r"(?<=[\w,;] )[“\"‘']?([A-Z][\w’'-]+)")


def _known_names(articles: Iterable[Article]) -> frozenset[str]:
    """Words that some article writes with a capital inside a sentence and none without."""
    capitals: set[str] = set()
    small: set[str] = set()
    for article in articles:
        for sentence in _body(article):
            text = article.words_of(sentence.span)
            capitals.update(folded(match[1]) for match in _CAPITAL.finditer(text))
            small.update(re.findall(r"\b[a-z][\w’'-]+", text))
    return frozenset(_bare(word) for word in capitals) - small - STOP


def _bare(word: str) -> str:
    return re.sub(r"'s?\Z", "", word)


def _names_lacking(article: Article, title: _Title, known: frozenset[str]) -> Iterator[Span]:
    have = {_bare(folded(w)) for w in re.findall(r"[\w’'-]+", _body_text(article))}
    heads = {word[:_SAME_NAME] for word in have}
    for span in words(title.text):
        printed = span.of(title.text)
        word = _bare(folded(printed))
        is_name = printed[0].isupper() and word in known
        if is_name and word not in have and word[:_SAME_NAME] not in heads:
            yield span


def _grave_lacking(article: Article, title: _Title) -> Iterator[Span]:
    """Words of a grave claim when the body has no word that carries the claim."""
    have = {claim for s, _ in _stems(_body_text(article)) for claim in carried(s)}
    for stemmed, span in _stems(title.text):
        made = claims(stemmed)
        if not made <= have:
            yield span


def _body_text(article: Article) -> str:
    return " ".join(article.words_of(s.span) for s in _body(article))
