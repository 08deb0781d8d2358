"""All sentences and statements of a story, each in one row; the ground of the alignment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from compare.annotate.statements import statements
from compare.model.articles import Article, Part, Sentence
from compare.model.spans import Span
from compare.signals.rarity import Rarity, rarity
from compare.signals.views import View, statement_view, view_of, views


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of a story: the number of its sentence, its place in the text, its words."""

    sentence: int
    span: Span
    view: View


@dataclass(frozen=True, slots=True)
class Story:
    """All story sentences and their statements in canonical order, each known by its number.

    Articles come in an order that does not depend on the order of the input, so that ties fall the
    same way always. `headlines` has the headline of each article where it stands apart from the
    text, by the index of the article. `first` has for each sentence the number of its first
    statement, and one number more at the end: the statements of sentence n are those from
    `first[n]` to `first[n + 1]`.
    """

    articles: tuple[Article, ...]
    sentences: tuple[View, ...]
    statements: tuple[Statement, ...]
    first: tuple[int, ...]
    headlines: Mapping[int, View]
    rarity: Rarity

    def document(self, number: int) -> int:
        """Return the index of the article that a statement belongs to."""
        return self.statements[number].view.document

    def sentence_of(self, number: int) -> Sentence:
        """Return the sentence that a statement stands in."""
        view = self.statements[number].view
        return self.articles[view.document].sentences[view.index]

    def words_of(self, number: int) -> str:
        """Return the exact words of a statement."""
        statement = self.statements[number]
        return self.articles[statement.view.document].words_of(statement.span)

    def statements_of(self, sentence: int) -> range:
        """Return the numbers of the statements of a sentence."""
        return range(self.first[sentence], self.first[sentence + 1])


def story_of(articles: Sequence[Article]) -> Story:
    """Return the story that some articles tell."""
    sentences = [view for k, article in enumerate(articles) for view in views(article, k)]
    cut = [
        statements(articles[view.document], articles[view.document].sentences[view.index])
        for view in sentences
    ]
    return with_statements(articles, sentences, cut)


def with_statements(
    articles: Sequence[Article], sentences: Sequence[View], cut: Sequence[Sequence[Span]]
) -> Story:
    """Return the story whose sentences are cut into the given spans."""
    found: list[Statement] = []
    first = [0]
    for number, (view, spans) in enumerate(zip(sentences, cut, strict=True)):
        article = articles[view.document]
        found += [Statement(number, span, statement_view(article, span, view)) for span in spans]
        first.append(len(found))
    return Story(
        articles=tuple(articles),
        sentences=tuple(sentences),
        statements=tuple(found),
        first=tuple(first),
        headlines=_headlines(articles),
        rarity=rarity(sentences),
    )


def _headlines(articles: Sequence[Article]) -> dict[int, View]:
    """The headlines outside the text; each stands like a first sentence of its own article."""
    found: dict[int, View] = {}
    for document, article in enumerate(articles):
        if is_apart(article):
            of_its_own = len(articles) + len(found)
            # Capitals say nothing in a headline that may have them on every word.
            view = replace(view_of(article.document.headline or ""), names=frozenset())
            found[document] = replace(view, document=of_its_own)
    return found


def is_apart(article: Article) -> bool:
    """True for an article whose headline is known but is not a sentence of its text."""
    known = article.document.headline is not None and article.document.headline.strip() != ""
    return known and all(s.part is not Part.HEADLINE for s in article.sentences)
