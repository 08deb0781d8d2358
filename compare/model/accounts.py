"""Where every sentence and every statement of an article went."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from compare.model.articles import Article
from compare.model.ids import FactId, Letter, SentenceId
from compare.model.spans import Span


class AccountKind(StrEnum):
    """Where a statement or a sentence went."""

    SHARED = "shared"
    ONLY_HERE = "only here"
    QUOTATION = "quotation"
    ASIDE = "not part of the story"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementAccount:
    """Where one statement went, and the fact that it is part of.

    `fact` is None for what is not part of the story, and for a scrap beside a shared statement that
    says nothing by itself.
    """

    sentence: SentenceId
    span: Span
    kind: AccountKind
    fact: FactId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Where each sentence and each statement of one article went.

    Every sentence id is in exactly one of the four lists. `shared`: a statement of it states a fact
    that another article states too. `quotation`: nothing but quoted words that no other article
    carries. `only_here`: the rest of the story. `aside`: not part of the story. `statements` are
    all statements in text order; those of a sentence leave only white space between them.
    """

    article: Letter
    shared: tuple[SentenceId, ...]
    only_here: tuple[SentenceId, ...]
    quotation: tuple[SentenceId, ...]
    aside: tuple[SentenceId, ...]
    statements: tuple[StatementAccount, ...] = ()

    @property
    def total(self) -> int:
        """How many sentences the article has."""
        return len(self.shared) + len(self.only_here) + len(self.quotation) + len(self.aside)


def not_tiled(account: Account, article: Article) -> str | None:
    """Return the id of the first sentence that its statements do not add up to, None if all do.

    Statements come in text order, do not overlap and leave only white space between them; in an
    excerpt, whose filler has other spaces, this last cannot be told. Accounts written before there
    were statements have none, and nothing is wrong with them.
    """
    told: dict[str, list[Span]] = {}
    for one in account.statements:
        told.setdefault(one.sentence, []).append(one.span)
    for sentence in article.sentences if account.statements else ():
        spans = told.get(sentence.id, [])
        starts = [sentence.span.start, *(span.end for span in spans)]
        ends = [*(span.start for span in spans), sentence.span.end]
        for start, end in zip(starts, ends, strict=True):
            left = article.document.text[start:end].strip() and not article.document.excerpt
            if end < start or left or not spans:
                return sentence.id
    return None
