"""Small invented stories for the figure tests."""

from __future__ import annotations

from datetime import datetime

from compare.annotation.figures import figures
from compare.model.articles import Article, Document, Paragraph, Part, Sentence
from compare.model.facts import Fact, Mention, Mode
from compare.text.paragraphs import paragraphs
from compare.text.sentences import sentences


def article(text: str, letter: str, published: datetime | None = None) -> Article:
    """The text as an article with sentences and figures, nothing else."""
    document = Document(text=text, outlet=f"Outlet {letter}", letter=letter, published=published)
    blocks, found = [], []
    for place, block in enumerate(paragraphs(text)):
        blocks.append(Paragraph(id=f"{letter}.p{place + 1}", span=block))
        found += [(span, place) for span in sentences(text, block)]
    told = tuple(
        Sentence(id=f"{letter}.s{number}", span=span, paragraph=place, part=Part.BODY)
        for number, (span, place) in enumerate(found, start=1)
    )
    return Article(
        document=document,
        paragraphs=tuple(blocks),
        sentences=told,
        figures=figures(document, told),
    )


def one_fact(articles: list[Article]) -> tuple[Fact, ...]:
    """A fact that the first sentence of each article states."""
    mentions = tuple(
        Mention(
            article=a.letter,
            sentence=a.sentences[0].id,
            span=a.sentences[0].span,
            mode=Mode.ASSERTED,
        )
        for a in articles
    )
    return (Fact(id="f-1", ordinal="f1", label="what happened", mentions=mentions),)
