"""Which lines of an article state no fact: questions, sub-headings, link lines and captions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from compare.model.articles import Article, AsideKind, Part, Sentence
from compare.text.fold import folded_text
from compare.text.quotation_marks import DOUBLE_CLOSING, DOUBLE_EITHER, OPENING, any_of
from compare.text.verbs import has_verb
from compare.text.words import words


class NoFact(StrEnum):
    """Why a line cannot be called a fact of its article."""

    QUESTION = "question"
    SUBHEADING = "sub-heading"
    LINK = "link line"
    CAPTION = "caption"
    ASIDE = "not part of the story"


_QUESTION = re.compile(r"\?[\s”\"’')\]]*\Z")
_ASKS = re.compile(r"\W*(?:what|who|how|why|where|when|which)\b", re.IGNORECASE)
_QUOTED = re.compile(
    rf"[{any_of(OPENING + DOUBLE_EITHER)}][^{any_of(DOUBLE_CLOSING + DOUBLE_EITHER)}]*"
    rf"(?:[{any_of(DOUBLE_CLOSING + DOUBLE_EITHER)}]|\Z)"
)
_ENDED = re.compile(r"[.!?…:;,][\s”\"’')\]]*\Z")
# A sub-heading has at most this many words, and a line after it that is longer.
_LONGEST_HEADING = 9
_LINK = re.compile(
    r"""
    \A\W*(?: (?:click|tap|read|watch|listen|see|view|sign\s+up|subscribe|follow|download|find|get)
             \b[^.!?]*\b(?:here|more|below|now|newsletter|updates|video|gallery|live|podcast|app)\b
           | (?:related|read\s+(?:more|also|next)|see\s+also|also\s+read|more\s+on\s+this|watch
             |live\s+updates|full\s+coverage|full\s+story|from\s+the\s+archive|in\s+pictures)
             \s*[:|»›>–—-]
           | https?://\S+\W*\Z | www\.\S+\W*\Z )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_OF_ASIDE = {
    AsideKind.CAPTION: NoFact.CAPTION,
    AsideKind.CREDIT: NoFact.CAPTION,
    AsideKind.RELATED: NoFact.LINK,
    AsideKind.PROMO: NoFact.LINK,
}


def no_fact(article: Article, sentence: Sentence) -> NoFact | None:
    """Why a sentence states no fact, or None when it can state one.

    A question that somebody is told to ask can, in quotation marks or not; one that is only put
    cannot. A heading inside the text is a short paragraph of its own without an
    end mark and without a finite verb in a sentence, before a longer paragraph.
    """
    if sentence.aside is not None:
        return _OF_ASIDE.get(sentence.aside, NoFact.ASIDE)
    line = article.words_of(sentence.span)
    if _LINK.search(line):
        return NoFact.LINK
    if _QUESTION.search(line) and not _is_told(line):
        return NoFact.QUESTION
    if sentence.part is not Part.HEADLINE and _is_subheading(article, sentence, line):
        return NoFact.SUBHEADING
    return None


def _is_told(line: str) -> bool:
    """True when the words outside quotation marks have a verb: “Is it safe?” the mayor asked."""
    outside = _QUOTED.sub(" ", line)
    said = [folded_text(span.of(outside)) for span in words(outside)]
    return outside != line and not _QUESTION.search(outside) and has_verb(["", *said])


def _is_subheading(article: Article, sentence: Sentence, line: str) -> bool:
    paragraph = article.paragraphs[sentence.paragraph]
    printed = [span.of(line) for span in words(line)]
    alone = paragraph.span == sentence.span
    if not alone or _ENDED.search(line) or not 0 < len(printed) <= _LONGEST_HEADING:
        return False
    return _is_before_longer(article, sentence, len(printed)) and not _is_entry(line, printed)


def _is_before_longer(article: Article, sentence: Sentence, count: int) -> bool:
    """True when the next paragraph has more words and ends as a sentence does."""
    after = article.paragraphs[sentence.paragraph + 1 : sentence.paragraph + 2]
    following = [article.words_of(paragraph.span) for paragraph in after]
    return any(len(words(text)) > count and _ENDED.search(text) for text in following)


def _is_entry(line: str, printed: Sequence[str]) -> bool:
    """True for an entry of a list that states something: "Revenue: 1,842 million", "Two died"."""
    if ":" in line and any(character.isdigit() for character in line):
        return True
    if _ASKS.match(line):
        return False
    titled = all(word[0].isupper() or not word[0].isalpha() for word in printed)
    return not titled and has_verb(
        ["", *(folded_text(word) for word in printed)][: len(printed) + 1]
    )
