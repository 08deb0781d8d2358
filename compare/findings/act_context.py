"""The act that words of an article belong to, with what a pronoun in its place stands for."""

from __future__ import annotations

import re
from dataclasses import replace

from compare.model.articles import Article, Sentence
from compare.model.spans import Span
from compare.text.clause_acts import ClauseAct, clause_act

# A sentence that opens so goes on about what the one before it opened with.
_GOES_ON = re.compile(r"(?:It|He|She|They)(?!\w)")
_OPENING = re.compile(
    r"(?P<opening>(?:[\w’'-]+,?\s+){1,9}?)(?:was|were|is|are|has|have|had|will|would|[a-z]+ed)(?!\w)"
)


def act_in_article(article: Article, sentence: Sentence, span: Span) -> ClauseAct:
    """The act that the words at `span`, in the text of the article, are the time, place or doer of.

    Where the sentence opens with a pronoun, the words with which the sentence before it opens take
    part in the act.
    """
    text, start = article.document.text, sentence.span.start
    words = sentence.span.of(text)
    act = clause_act(words, span.start - start, span.end - start)
    at = article.index_of(sentence.id)
    if at == 0 or not _GOES_ON.match(words):
        return act
    before = article.sentences[at - 1].span.of(text)
    opening = _OPENING.match(before)
    if opening is None or _GOES_ON.match(before):
        return act
    end = len(opening["opening"].rstrip())
    meant = clause_act(before[:end], end, end)
    return replace(act, people=act.people | meant.people, names=act.names | meant.names)
