"""Where a reader of the user's own and the rules differ, each place in one line."""

from __future__ import annotations

from collections.abc import Iterator

from compare.formats.highlights import paragraph_place
from compare.formats.screen import shorten
from compare.formats.withheld_words import shown_words
from compare.model.comparison import Comparison
from compare.model.facts import Mention
from compare.model.findings import Evidence
from compare.model.verification import Rule

# Places of one line; the file has all.
_MOST = 4


def reader_lines(comparison: Comparison) -> Iterator[str]:
    """Like "put together by the reader alone, shown (f7): A ¶1 of 9 “Two died” and B ¶3 of 7 …".

    One line for each place where a reader and the rules differ; none without a reader.
    """
    for one in comparison.reader.disagreements if comparison.reader else ():
        ordinal = f" ({comparison.fact(one.fact).ordinal})" if one.fact else ""
        places = [_place(comparison, evidence) for evidence in one.evidence[:_MOST]]
        more = len(one.evidence) - len(places)
        told = f"{'; '.join(places)}{f'; and {more} more' if more else ''}"
        yield f"{one.kind.value}{ordinal}: {told}"


def is_put_by_reader(mention: Mention) -> bool:
    """True for a statement that a reader of the user's own put beside others."""
    return Rule.READ_AS_SAME in mention.verified_by


def _place(comparison: Comparison, evidence: Evidence) -> str:
    article = comparison.article(evidence.article)
    words = shorten(" ".join(shown_words(article, evidence.span).split()), limit=60)
    sentence = next(
        (s for s in article.sentences if s.span.overlaps(evidence.span)), article.sentences[0]
    )
    return (
        f"{evidence.article} {paragraph_place(comparison, evidence.article, sentence.id)} “{words}”"
    )
