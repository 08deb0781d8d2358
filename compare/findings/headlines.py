"""Headlines: the facts they rest on, and the names, figures and grave words their text lacks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from compare.align.entities import Entity, entities
from compare.align.languages import is_in_read_language
from compare.annotation.figures import figures
from compare.english.word_lists import line_sections
from compare.model.articles import Article, Document, Part, Sentence
from compare.model.facts import Fact, Nearest
from compare.model.figures import Figure, FigureKind, Hedge
from compare.model.findings import Evidence, Headline
from compare.model.letters import index
from compare.model.spans import Span
from compare.model.verification import Rule
from compare.text.fold import folded_text
from compare.text.words import STOP, stem, words
from compare.verify.headlines import (
    Body,
    bare_word,
    figures_told_otherwise,
    has_figure,
    has_name,
    has_word,
    is_nowhere,
    is_small,
    sentences_below,
)

# Kinds of figures that a headline can get wrong; dates and places in a row are told otherwise.
_COMPARED = (
    FigureKind.COUNT,
    FigureKind.MONEY,
    FigureKind.PERCENT,
    FigureKind.MEASURE,
    FigureKind.AGE,
    FigureKind.SCORE,
)
# A sentence with this share of the headline's content words is close enough to support it.
_SUPPORTS = 0.3
# A headline rests on a fact when the sentence that states it has this share of its content words.
_RESTS = 0.3
# Of several such facts those count that come this near to the best.
_AS_GOOD = 0.75
_CAPITAL = re.compile(r"(?<=[\w,;] )[“\"‘']?([A-Z][\w.’'-]*\w)")


def headlines(
    articles: Sequence[Article], facts: Sequence[Fact], named: Sequence[Entity] | None = None
) -> tuple[Headline, ...]:
    """The headline of each article that has one, in the order of the letters.

    Facts are those the headline states and the article's own text states too. It is unmatched when
    there is none, no sentence of the text has a good part of its words, and hardly one of them
    stands anywhere in the text. Names, figures and grave words that the text lacks in any form, by
    the checks of `compare.verify.headlines`, are `unsupported`; a name must be known as one from
    some article. None of this is looked for in an article that is not in English.
    `named` are the entities of the articles, where they are known.
    """
    known = _known_names(articles)
    aliases = tuple(map(_labels, entities(articles) if named is None else named))
    told = tuple(article.document.text for article in articles)
    by_letter = sorted(articles, key=lambda article: index(article.letter))
    found = (_headline(Body(one, aliases, told), facts, known) for one in by_letter)
    return tuple(headline for headline in found if headline is not None)


def _labels(entity: Entity) -> frozenset[str]:
    uses = [use for several in entity.uses.values() for use in several]
    return frozenset({entity.name, *(u.text for u in uses), *(t for u in uses for t in u.titles)})


@dataclass(frozen=True, slots=True)
class _Title:
    """The words of a headline, and the sentence of the text that it is, if it is one."""

    text: str
    sentence: Sentence | None


def _headline(body: Body, facts: Sequence[Fact], known: frozenset[str]) -> Headline | None:
    article = body.article
    title = _title(article)
    if title is None:
        return None
    resting = _facts(article, title, facts)
    nearest = _nearest(article, title)
    if not is_in_read_language(article):
        return Headline(
            article=article.letter,
            text=title.text,
            facts=resting,
            unmatched=False,
            nearest=nearest,
        )
    lacking, why, evidence = _instead(body, title, _figures_of(article, title))
    figures_lacking = {f.span for f in lacking}
    words_lacking = {*_names_lacking(body, title, known), *_grave_lacking(body, title)}
    weak = nearest is None or nearest.score < _SUPPORTS
    content = [span.of(title.text) for _, span in _stems(title.text)]
    unmatched = not resting and weak and is_nowhere(body, content)
    rules = {
        Rule.WORD_NOWHERE: bool(words_lacking) or unmatched,
        Rule.FIGURE_NOWHERE: bool(figures_lacking),
    }
    return Headline(
        article=article.letter,
        text=title.text,
        facts=resting,
        unmatched=unmatched,
        nearest=nearest,
        unsupported=tuple(sorted(figures_lacking | words_lacking)),
        why=why,
        evidence=evidence,
        verified_by=tuple(rule for rule, holds in rules.items() if holds),
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


def _stems(text: str) -> list[tuple[str, Span]]:
    """Stems of the content words with their spans."""
    spans = words(text)
    return [(stem(w), span) for span in spans if (w := folded_text(span.of(text))) not in STOP]


def _nearest(article: Article, title: _Title) -> Nearest | None:
    """The sentence of the body with the largest share of the headline's content words."""
    best: Nearest | None = None
    for sentence in sentences_below(article):
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
    found = (f for f in figures(document, (whole,)) if f.kind in _COMPARED and not _is_vague(f))
    # "'16" is a year.
    return [f for f in found if text[: f.span.start][-1:] not in ("'", "’")]


def _is_vague(figure: Figure) -> bool:
    return figure.quantity.hedge is Hedge.VAGUE


def _instead(
    body: Body, title: _Title, own: Sequence[Figure]
) -> tuple[list[Figure], str, tuple[Evidence, ...]]:
    """The figures the text lacks, and what it counts where the headline has another figure."""
    content = [folded_text(span.of(title.text)) for _, span in _stems(title.text)]
    lacking: list[Figure] = []
    why, evidence = "", tuple[Evidence, ...]()
    for figure in own:
        if has_figure(body, figure, own):
            continue
        others = figures_told_otherwise(body, figure, content)
        if others or not is_small(figure):
            lacking.append(figure)
        if others and not why:
            evidence = tuple(_evidence(body.article, other.span) for other in others)
            listed = ", ".join(f"“{one.text}”" for one in dict.fromkeys(evidence))
            why = f"The headline says “{figure.span.of(title.text)}”, the text says {listed}."
    return lacking, why, evidence


def _evidence(article: Article, span: Span) -> Evidence:
    return Evidence(article=article.letter, span=span, text=article.words_of(span))


def _known_names(articles: Iterable[Article]) -> frozenset[str]:
    """Words that some article writes with a capital inside a sentence and none without."""
    capitals: set[str] = set()
    small: set[str] = set()
    for article in articles:
        for sentence in sentences_below(article):
            text = article.words_of(sentence.span)
            capitals.update(bare_word(match[1]) for match in _CAPITAL.finditer(text))
            small.update(re.findall(r"\b[a-z][\w’'-]+", text))
    return frozenset(capitals) - small - STOP


def _names_lacking(body: Body, title: _Title, known: frozenset[str]) -> Iterator[Span]:
    for run in _names_of(title.text, known):
        printed = [span.of(title.text) for span in run]
        yield from (span for span in run if not has_name(body, span.of(title.text), printed))


def _names_of(text: str, known: frozenset[str]) -> list[list[Span]]:
    """The known names of a headline: words with a capital, with nothing but a space between."""
    found: list[list[Span]] = []
    for span in words(text):
        if not (text[span.start].isupper() and bare_word(span.of(text)) in known):
            continue
        if found and text[found[-1][-1].end : span.start] == " ":
            found[-1].append(span)
        else:
            found.append([span])
    return found


def _grave_lacking(body: Body, title: _Title) -> Iterator[Span]:
    """Words of a grave claim when the body has no word that carries the claim."""
    making, carrying = _grave_claims()
    have = {claim for s, _ in _stems(body.text) for claim in carrying.get(s, ())}
    for stemmed, span in _stems(title.text):
        made = making.get(stemmed, set())
        if not made <= have and not has_word(body, span.of(title.text)):
            yield span


@lru_cache(maxsize=1)
def _grave_claims() -> tuple[dict[str, set[int]], dict[str, set[int]]]:
    """For the stem of a word the numbers of the grave claims that it makes, and that it carries."""
    making: dict[str, set[int]] = {}
    carrying: dict[str, set[int]] = {}
    for number, line in enumerate(line_sections("grave-words")[""]):
        makers, _, carriers = line.partition("|")
        for word in makers.split():
            making.setdefault(stem(word), set()).add(number)
        for word in (*makers.split(), *carriers.split()):
            carrying.setdefault(stem(word), set()).add(number)
    return making, carrying
