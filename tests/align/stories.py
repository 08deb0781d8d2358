"""Small stories for tests: one text for each outlet."""

from __future__ import annotations

from compare.align.quotes import quote_groups
from compare.annotation.article import annotate
from compare.model.articles import Article, Document
from compare.model.findings import QuoteChange, QuoteGroup, QuoteMember


def articles(*texts: str) -> tuple[Article, ...]:
    return tuple(
        annotate(Document(text=text, outlet=f"Outlet {chr(65 + n)}", letter=chr(65 + n)))
        for n, text in enumerate(texts)
    )


def groups(*texts: str) -> tuple[QuoteGroup, ...]:
    return quote_groups(articles(*texts))


def shorter(*texts: str) -> QuoteMember:
    """The member of the only group that is not its fullest version."""
    (group,) = groups(*texts)
    (member,) = [m for m in group.members if m.change is not QuoteChange.FULLEST]
    return member


def kept(*texts: str) -> tuple[list[str], list[str]]:
    """What the shorter version keeps and loses, in the words of the fullest."""
    story = articles(*texts)
    (group,) = quote_groups(story)
    (member,) = [m for m in group.members if m.change is not QuoteChange.FULLEST]
    full = next(a for a in story for q in a.quotes if q.id == group.fullest)
    text = full.document.text
    return [s.of(text) for s in member.kept], [s.of(text) for s in member.lost]
