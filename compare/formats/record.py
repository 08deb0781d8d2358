"""The shape of a comparison file: the model, with each article in one flat object."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime

from compare.formats.lead import lead
from compare.model.accounts import Account, StatementAccount
from compare.model.articles import (
    Article,
    Aside,
    DateCertainty,
    Document,
    Extra,
    Name,
    Paragraph,
    Precision,
    Provenance,
    Sentence,
)
from compare.model.comparison import Comparison, Findings
from compare.model.facts import Coverage, Fact
from compare.model.figures import Figure
from compare.model.lead import LeadSentence
from compare.model.options import Options
from compare.model.quotes import Quote
from compare.model.reader import ReaderUse
from compare.model.story import StoryInfo, ToolInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRecord:
    """Where each sentence of the article went: every sentence id in exactly one list."""

    shared: tuple[str, ...]
    only_here: tuple[str, ...]
    quotation: tuple[str, ...]
    aside: tuple[str, ...]
    statements: tuple[StatementAccount, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRecord:
    """One article: what is known about the document, its text, and what was found in it."""

    letter: str
    outlet: str
    sha256: str
    text: str | None = None
    headline: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    url: str | None = None
    published: datetime | None = None
    published_precision: Precision | None = None
    published_certainty: DateCertainty | None = None
    published_guess: datetime | None = None
    updated: datetime | None = None
    language: str = "en"
    licence: str | None = None
    wire: str | None = None
    section: str | None = None
    canonical: str | None = None
    free: bool | None = None
    source: str | None = None
    invented: bool = False
    excerpt: bool = False
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    names: tuple[Name, ...] = ()
    asides: tuple[Aside, ...] = ()
    source_asides: tuple[Aside, ...] = ()
    extras: tuple[Extra, ...] = ()
    provenance: tuple[Provenance, ...] = ()
    notes: tuple[str, ...] = ()
    account: AccountRecord


@dataclass(frozen=True, kw_only=True)
class _Opening:
    """What stands at the head of a comparison file, before the findings."""

    schema: str
    offset_unit: str
    tool: ToolInfo
    options: Options
    story: StoryInfo
    articles: tuple[ArticleRecord, ...]
    facts: tuple[Fact, ...]
    coverage: tuple[Coverage, ...]
    reader: ReaderUse | None = None


@dataclass(frozen=True, kw_only=True)
class ComparisonRecord(Findings, _Opening):
    """Several reports of one event, compared."""

    lead: tuple[LeadSentence, ...] = ()


_OF_DOCUMENT = tuple(
    spec.name
    for spec in fields(Document)
    if spec.name != "asides"  # the article's own list holds these and more
)
_OF_ARTICLE = tuple(spec.name for spec in fields(Article) if spec.init and spec.name != "document")
_OF_COMPARISON = tuple(
    spec.name
    for spec in fields(Comparison)
    if spec.init and spec.name not in ("articles", "accounts")
)


def record_of(comparison: Comparison) -> ComparisonRecord:
    """The comparison in the shape of its file, with the lead made of it; nothing is lost."""
    pairs = zip(comparison.articles, comparison.accounts, strict=True)
    articles = tuple(_flat(article, account) for article, account in pairs)
    values = {name: getattr(comparison, name) for name in _OF_COMPARISON}
    return ComparisonRecord(articles=articles, lead=lead(comparison), **values)


def comparison_of(record: ComparisonRecord) -> Comparison:
    """The comparison a file holds; ValueError when one of its references or texts is wrong.

    The lead is not read: it follows from the rest.
    """
    values = {name: getattr(record, name) for name in _OF_COMPARISON}
    return Comparison(
        articles=tuple(_article(flat) for flat in record.articles),
        accounts=tuple(_account(flat) for flat in record.articles),
        **values,
    )


def _flat(article: Article, account: Account) -> ArticleRecord:
    document = article.document
    values = {name: getattr(document, name) for name in _OF_DOCUMENT}
    values.update((name, getattr(article, name)) for name in _OF_ARTICLE)
    return ArticleRecord(
        source_asides=document.asides,
        account=AccountRecord(
            shared=account.shared,
            only_here=account.only_here,
            quotation=account.quotation,
            aside=account.aside,
            statements=account.statements,
        ),
        **values,
    )


def _article(flat: ArticleRecord) -> Article:
    values = {name: getattr(flat, name) for name in _OF_DOCUMENT}
    document = Document(asides=flat.source_asides, **values)
    return Article(document=document, **{name: getattr(flat, name) for name in _OF_ARTICLE})


def _account(flat: ArticleRecord) -> Account:
    account = flat.account
    return Account(
        article=flat.letter,
        shared=account.shared,
        only_here=account.only_here,
        quotation=account.quotation,
        aside=account.aside,
        statements=account.statements,
    )
