"""The full articles, every sentence in its place, with marks and letters in the margin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from compare.formats.grid import letters
from compare.formats.report.basics import OutletColumn, Passage
from compare.formats.report.evidence import EvidencePopUps
from compare.formats.report.marked_text import MarkedText
from compare.formats.report.references import References
from compare.formats.withheld_words import is_withheld
from compare.model.articles import Article, Document, Paragraph, Sentence
from compare.model.comparison import Account, Comparison


class TextSentence(Struct, frozen=True, kw_only=True, gc=False):
    """A sentence of a full article.

    `others` are the letters of other outlets that carry a fact of it, `aside` says why it is not
    part of the story, `gap` is the white space before it.
    """

    id: str
    gap: str
    pieces: Passage
    note: str
    others: str
    only_here: bool
    aside: str


class ExcerptGap(Struct, frozen=True, kw_only=True, gc=False):
    """Sentences in a row that an excerpt does not show; `gap` is the white space before them."""

    ids: tuple[str, ...]
    gap: str
    aside: str


class TextParagraph(Struct, frozen=True, kw_only=True, gc=False):
    """A paragraph: `number` counts those of the story, 0 for one that is no part of it.

    `above` and `below` count the sentences before and after it that state a fact.
    """

    number: int
    above: int
    below: int
    sentences: tuple[TextSentence | ExcerptGap, ...]


class AccountLine(Struct, frozen=True, kw_only=True, gc=False):
    """Where the sentences of one article went."""

    letter: str
    name: str
    total: int
    shared: int
    only_here: int
    quotation: int
    aside: int


class FullText(Struct, frozen=True, kw_only=True, gc=False):
    """One article with everything in its place.

    `given_outlet` is the outlet as the source has it, where the page has another name for it.
    """

    outlet: OutletColumn
    given_outlet: str
    language: str
    headline: Passage
    standfirst: str
    byline: str
    about: tuple[tuple[str, str], ...]
    paragraphs: tuple[TextParagraph, ...]
    extras: tuple[tuple[str, str], ...]
    account: AccountLine


_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class FullTexts:
    """Makes the full articles of one comparison."""

    def __init__(
        self, comparison: Comparison, marked: MarkedText, refs: References, evidence: EvidencePopUps
    ) -> None:
        self.c = comparison
        self._marked = marked
        self._refs = refs
        self._evidence = evidence

    def article(self, outlet: OutletColumn) -> FullText:
        """One article with its account and what was found beside its text."""
        article = self.c.article(outlet.letter)
        document = article.document
        account = next(a for a in self.c.accounts if a.article == outlet.letter)
        return FullText(
            outlet=outlet,
            given_outlet=document.outlet if document.outlet != outlet.name else "",
            language=document.language if _LANGUAGE.fullmatch(document.language) else "",
            headline=self._marked.headline(outlet.letter),
            standfirst=document.standfirst or "",
            byline=document.byline or "",
            about=tuple(_about(document)),
            paragraphs=tuple(self._paragraphs(article)),
            extras=tuple((extra.kind.value, extra.text) for extra in document.extras),
            account=account_line(account, outlet),
        )

    def _paragraphs(self, article: Article) -> Iterator[TextParagraph]:
        cut = [
            self._sentences(article, index, paragraph)
            for index, paragraph in enumerate(article.paragraphs)
        ]
        marked = [sum(map(_is_marked, those)) for those in cut]
        number = 0
        for index, those in enumerate(cut):
            in_story = any(not one.aside for one in those)
            number += in_story
            yield TextParagraph(
                number=number if in_story else 0,
                above=sum(marked[:index]),
                below=sum(marked[index + 1 :]),
                sentences=those,
            )

    def _sentences(
        self, article: Article, index: int, paragraph: Paragraph
    ) -> tuple[TextSentence | ExcerptGap, ...]:
        made: list[TextSentence | ExcerptGap] = []
        at = paragraph.span.start
        for sentence in article.sentences:
            if sentence.paragraph == index:
                gap = article.document.text[at : sentence.span.start]
                if is_withheld(article, sentence.span):
                    _leave_out(made, sentence, gap)
                else:
                    made.append(self._sentence(sentence, gap))
                at = sentence.span.end
        return tuple(made)

    def _sentence(self, sentence: Sentence, gap: str) -> TextSentence:
        others = self._evidence.others(sentence.id)
        facts = self._evidence.facts_of(sentence.id)
        return TextSentence(
            id=sentence.id,
            gap=gap,
            pieces=self._marked.pieces_with_anchors(sentence.id),
            note=self._refs.sentence(sentence.id).note if others else "",
            others=letters(others, limit=6),
            only_here=bool(facts) and not others,
            aside=sentence.aside.value if sentence.aside else "",
        )


def _leave_out(made: list[TextSentence | ExcerptGap], sentence: Sentence, gap: str) -> None:
    """Puts a sentence that is not shown to those before it, or begins a new stretch of them."""
    aside = sentence.aside.value if sentence.aside else ""
    match made:
        case [*_, ExcerptGap() as last] if last.aside == aside:
            made[-1] = replace(last, ids=(*last.ids, sentence.id))
        case _:
            made.append(ExcerptGap(ids=(sentence.id,), gap=gap, aside=aside))


def _is_marked(one: TextSentence | ExcerptGap) -> bool:
    return isinstance(one, TextSentence) and (bool(one.note) or one.only_here)


def account_line(account: Account, outlet: OutletColumn) -> AccountLine:
    """The account of an article in numbers."""
    return AccountLine(
        letter=outlet.letter,
        name=outlet.name,
        total=account.total,
        shared=len(account.shared),
        only_here=len(account.only_here),
        quotation=len(account.quotation),
        aside=len(account.aside),
    )


def _about(document: Document) -> Iterator[tuple[str, str]]:
    """What is known of the document, as pairs of a heading and words."""
    for heading, words in (
        ("Licence", document.licence),
        ("Agency", document.wire),
        ("Section", document.section),
        ("Read from", document.source),
    ):
        if words:
            yield heading, words
    for known in document.provenance:
        yield f"Where “{known.field}” comes from", known.source
    for note in document.notes:
        yield "Note", note
