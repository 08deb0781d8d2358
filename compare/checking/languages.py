"""What of a check is possible where the text or a source is not in English."""

from __future__ import annotations

from collections.abc import Sequence

from compare.align.languages import UNREAD, in_language_of, is_in_read_language
from compare.model.articles import Article, Sentence
from compare.model.checks import Bearing, CheckedStatement, CheckState
from compare.text.fold import FoldedText, fold
from compare.text.language import language_name

_FEWEST = 12  # folded letters of a sentence whose words may be looked for


def language_warnings(article: Article, sources: Sequence[Article]) -> tuple[str, ...]:
    """What of the text and of its sources is not looked at, a sentence each."""
    name = language_name(article.document.language)
    told: list[str] = []
    if not is_in_read_language(article):
        told.append(
            f"The text is in {name}. {UNREAD}: its statements are not checked. Only sentences "
            "that a source in the same language has word for word are told."
        )
    usable = in_language_of(article, sources)
    for source in sources:
        if source not in usable:
            told.append(
                f"{source.letter} ({source.document.outlet}) is in "
                f"{language_name(source.document.language)}, the text in {name}; it is not "
                "looked at."
            )
    return tuple(told)


def copied_statements(article: Article, sources: Sequence[Article]) -> tuple[CheckedStatement, ...]:
    """The sentences of a text that cannot be checked: stated where a source has the very words."""
    folded = {source.letter: fold(source.document.text) for source in sources}
    reason = (
        f"no source is in {language_name(article.document.language)}"
        if is_in_read_language(article) and not sources
        else "not in English"
    )
    return tuple(
        _copied(article, sentence, sources, folded, reason) for sentence in article.sentences
    )


def _copied(
    article: Article,
    sentence: Sentence,
    sources: Sequence[Article],
    folded: dict[str, FoldedText],
    reason: str,
) -> CheckedStatement:
    words = fold(article.words_of(sentence.span)).text
    places = [
        place
        for source in sources
        if len(words) >= _FEWEST and (place := _place(source, folded[source.letter], words))
    ]
    return CheckedStatement(
        id=sentence.id,
        span=sentence.span,
        text=article.words_of(sentence.span),
        state=CheckState.STATED if places else CheckState.NOT_CHECKABLE,
        stated_by=tuple(place.article for place in places),
        evidence=tuple(places),
        reason="" if places else reason,
    )


def _place(source: Article, folded: FoldedText, words: str) -> Bearing | None:
    """Where a source has the words, inside one of its sentences."""
    start = folded.text.find(words)
    if start < 0:
        return None
    span = folded.original(start, start + len(words))
    for sentence in source.sentences:
        if sentence.span.contains(span):
            text = span.of(source.document.text)
            return Bearing(
                article=source.letter, sentence=sentence.id, span=span, text=text, share=1.0
            )
    return None
