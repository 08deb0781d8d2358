"""All sentences and statements of a story, each in one row; the ground of the alignment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from compare.annotation.statements import statements
from compare.model.articles import Article, Part, Sentence
from compare.model.spans import Span
from compare.signals.rarity import Rarity, rarity
from compare.signals.statement_signals import name_stems
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
    `first[n]` to `first[n + 1]`. `names` are the stems that mostly stand with a capital.
    """

    articles: tuple[Article, ...]
    sentences: tuple[View, ...]
    statements: tuple[Statement, ...]
    first: tuple[int, ...]
    headlines: Mapping[int, View]
    rarity: Rarity
    names: frozenset[str]

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
    by_sentence = list(_cut(articles, sentences, cut))
    return Story(
        articles=tuple(articles),
        sentences=tuple(sentences),
        statements=tuple(one for those in by_sentence for one in those),
        first=(0, *accumulate(len(those) for those in by_sentence)),
        headlines=_headlines(articles),
        rarity=rarity(sentences),
        names=name_stems(sentences),
    )


def _cut(
    articles: Sequence[Article], sentences: Sequence[View], cut: Sequence[Sequence[Span]]
) -> Iterator[list[Statement]]:
    """The statements of each sentence, given where they stand."""
    for number, (view, spans) in enumerate(zip(sentences, cut, strict=True)):
        article = articles[view.document]
        yield [Statement(number, span, statement_view(article, span, view)) for span in spans]


def recut(story: Story, pieces: Mapping[int, Sequence[Span]]) -> Story:
    """Return the story with some statements, given by their numbers, cut into pieces."""
    found: list[Statement] = []
    first = [0]
    for sentence, view in enumerate(story.sentences):
        article = story.articles[view.document]
        for number in story.statements_of(sentence):
            found += [
                Statement(sentence, span, statement_view(article, span, view))
                for span in pieces.get(number, ())
            ] or [story.statements[number]]
        first.append(len(found))
    return replace(story, statements=tuple(found), first=tuple(first))


def _headlines(articles: Sequence[Article]) -> dict[int, View]:
    """The headlines outside the text; each stands like a first sentence of its own article."""
    found: dict[int, View] = {}
    for document, article in enumerate(articles):
        if is_apart(article):
            of_its_own = len(articles) + len(found)
            # Capitals say nothing in a headline that may have them on every word.
            view = replace(
                view_of(article.document.headline or "", in_story=True), names=frozenset()
            )
            found[document] = replace(view, document=of_its_own)
    return found


def is_apart(article: Article) -> bool:
    """True for an article whose headline is known but is not a sentence of its text."""
    known = article.document.headline is not None and article.document.headline.strip() != ""
    return known and all(s.part is not Part.HEADLINE for s in article.sentences)
