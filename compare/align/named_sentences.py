"""From the name that a correction gives a sentence or a quotation to what it names."""

from __future__ import annotations

from collections.abc import Sequence

from compare.align.story import Story
from compare.errors import UnmatchedCorrection
from compare.model.articles import Article, Sentence
from compare.model.corrections import SentenceName
from compare.model.quotes import Quote
from compare.text.fold import folded_text

_COPY = "Copy a longer piece of the sentence as it stands in the text"
_COPY_SAID = "Copy a longer piece of what is said, as it stands in the text"
_MARKS = "\"' .,"


def named_sentence(story: Story, name: SentenceName) -> int:
    """The number of the one sentence with this name; UnmatchedCorrection says why there is none.

    Capitals, kinds of quotation marks and dashes, and runs of white space make no difference.
    """
    document, index = _by_id(story, name.id) if name.id else _by_words(story, name)
    sentence = story.articles[document].sentences[index]
    if sentence.aside is not None:
        raise UnmatchedCorrection(
            f"{sentence.id} is no part of the story ({sentence.aside.value}). "
            "Name a sentence of the story"
        )
    numbers = (n for n, one in enumerate(story.sentences) if one.document == document)
    return next(n for n in numbers if story.sentences[n].index == index)


def named_quote(articles: Sequence[Article], name: SentenceName) -> tuple[int, Quote]:
    """The one quotation with this name and the index of its article; UnmatchedCorrection says why
    there is none. The piece of text is of the words said.
    """
    if name.id:
        for place, article in enumerate(articles):
            for quote in article.quotes:
                if quote.id == name.id:
                    return place, quote
        raise UnmatchedCorrection(
            f"there is no quotation {name.id}. Name it by outlet and a piece of its words, "
            "which holds for every order of the sources"
        )
    piece, shown = folded_text(name.text).strip(_MARKS), f"“{name.text}”"
    found = [
        (place, quote, words)
        for place, article in _of_outlet(articles, name.outlet)
        for quote in article.quotes
        if piece in (words := folded_text(" ".join(map(article.words_of, quote.parts))))
    ]
    whole = [each for each in found if each[2].strip(_MARKS) == piece] or found
    if not whole:
        raise UnmatchedCorrection(f"no quotation of {name.outlet} has {shown}. {_COPY_SAID}")
    if len(whole) > 1:
        count = len(whole)
        raise UnmatchedCorrection(f"{count} quotations of {name.outlet} have {shown}. {_COPY_SAID}")
    return whole[0][:2]


def sentence_id(story: Story, number: int) -> str:
    """The id of a sentence in the comparison, like "B.s12"."""
    view = story.sentences[number]
    return story.articles[view.document].sentences[view.index].id


def _by_id(story: Story, wanted: str) -> tuple[int, int]:
    for document, article in enumerate(story.articles):
        for index, sentence in enumerate(article.sentences):
            if sentence.id == wanted:
                return document, index
    raise UnmatchedCorrection(
        f"there is no sentence {wanted}. Name it by outlet and a piece of its text, "
        "which holds for every order of the sources"
    )


def _by_words(story: Story, name: SentenceName) -> tuple[int, int]:
    piece, shown = folded_text(name.text), f"“{name.text}”"
    found = [
        (document, index)
        for document, article in _of_outlet(story.articles, name.outlet)
        for index, sentence in enumerate(article.sentences)
        if piece in _words(article, sentence)
    ]
    if not found:
        raise UnmatchedCorrection(f"no sentence of {name.outlet} has {shown}. {_COPY}")
    if len(found) > 1:
        count = len(found)
        raise UnmatchedCorrection(f"{count} sentences of {name.outlet} have {shown}. {_COPY}")
    return found[0]


def _of_outlet(articles: Sequence[Article], outlet: str) -> list[tuple[int, Article]]:
    found = [
        (document, article)
        for document, article in enumerate(articles)
        if folded_text(article.document.outlet) == folded_text(outlet)
    ]
    if not found:
        known = ", ".join(sorted({article.document.outlet for article in articles}))
        raise UnmatchedCorrection(f"no outlet is called “{outlet}”. Take one of {known}")
    return found


def _words(article: Article, sentence: Sentence) -> str:
    return folded_text(article.words_of(sentence.span))
