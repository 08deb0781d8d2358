"""A checked text as one HTML file that needs no network and no script."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from compare.formats.checks.wording import (
    GLYPHS,
    STATE_NAMES,
    RemarkLine,
    borne_out_by,
    left_out_line,
    none_left_out,
    remarks,
    state_words,
    tally,
    title,
)
from compare.formats.html import compact, page_environment
from compare.formats.report.web_links import web_address
from compare.model.articles import Article
from compare.model.checks import CONTRADICTING, Check, CheckedStatement, CheckState
from compare.model.findings import Evidence
from compare.model.spans import Mark, Span, runs


class PlaceLink(Struct, frozen=True, kw_only=True, gc=False):
    """Words of a source, and where they stand on the page."""

    source: str
    words: str
    href: str


class Remark(Struct, frozen=True, kw_only=True, gc=False):
    """One thing told of a statement, with the places that show it."""

    text: str
    places: tuple[PlaceLink, ...]


class StatementPiece(Struct, frozen=True, kw_only=True, gc=False):
    """Words of a statement under one mark: against, doubt or none."""

    text: str
    mark: str


class StatementRow(Struct, frozen=True, kw_only=True, gc=False):
    """A statement of the text."""

    number: int
    slug: str
    glyph: str
    state: str
    pieces: tuple[StatementPiece, ...]
    remarks: tuple[Remark, ...]
    borne_out: Remark | None


class SentenceLine(Struct, frozen=True, kw_only=True, gc=False):
    """A sentence of a source with the numbers of the statements it is evidence for."""

    id: str
    text: str
    numbers: tuple[int, ...]


class SourceText(Struct, frozen=True, kw_only=True, gc=False):
    """A source with all its sentences, by paragraph."""

    letter: str
    outlet: str
    headline: str
    link: str
    paragraphs: tuple[tuple[SentenceLine, ...], ...]


class StateCount(Struct, frozen=True, kw_only=True, gc=False):
    """A state and how many statements are in it."""

    slug: str
    glyph: str
    name: str
    count: int


class CheckPage(Struct, frozen=True, kw_only=True, gc=False):
    """Everything that the template is given."""

    title: str
    warnings: tuple[str, ...]
    tally: str
    keys: tuple[StateCount, ...]
    rows: tuple[StatementRow, ...]
    left_out: tuple[Remark, ...]
    none_left_out: str
    sources: tuple[SourceText, ...]
    tool: str


def check_html(check: Check) -> str:
    """The page; the same check always gives the same text."""
    template = page_environment().get_template("check.html.j2")
    return compact(template.render(page=check_page(check)))


def check_page(check: Check) -> CheckPage:
    """What the template is given: plain values, with no markup in them."""
    counts = [statement.state for statement in check.statements]
    return CheckPage(
        title=title(check),
        warnings=check.warnings,
        tally=tally(check),
        keys=tuple(
            StateCount(slug=slug(state), glyph=GLYPHS[state], name=name, count=counts.count(state))
            for state, name in STATE_NAMES.items()
            if state in counts
        ),
        rows=tuple(_row(check, one, number) for number, one in enumerate(check.statements, 1)),
        left_out=tuple(_remark(check, left_out_line(left)) for left in check.left_out),
        none_left_out=none_left_out(check),
        sources=_sources(check),
        tool=f"{check.tool.name} {check.tool.version}",
    )


def slug(state: CheckState) -> str:
    """The state as a class name."""
    return state.value.replace(" ", "-")


def _row(check: Check, statement: CheckedStatement, number: int) -> StatementRow:
    borne = borne_out_by(statement)
    return StatementRow(
        number=number,
        slug=slug(statement.state),
        glyph=GLYPHS[statement.state],
        state=state_words(statement),
        pieces=_pieces(statement),
        remarks=tuple(_remark(check, line) for line in remarks(statement)),
        borne_out=_remark(check, borne) if borne else None,
    )


def _pieces(statement: CheckedStatement) -> tuple[StatementPiece, ...]:
    """The statement cut where its marks begin and end; a contradiction goes before a doubt."""
    start = statement.span.start
    marks = [
        Mark(
            span=Span(doubt.span.start - start, doubt.span.end - start),
            names=("against" if doubt.kind in CONTRADICTING else "doubt",),
        )
        for doubt in statement.doubts
    ]
    return tuple(
        StatementPiece(text=run.span.of(statement.text), mark=run.names[0] if run.names else "")
        for run in runs(len(statement.text), marks)
    )


def _remark(check: Check, line: RemarkLine) -> Remark:
    return Remark(
        text=line.text,
        places=tuple(place_on_page(check.source(place.article), place) for place in line.places),
    )


def place_on_page(article: Article, place: Evidence) -> PlaceLink:
    """Words of an article with a link to where they stand on the page."""
    return PlaceLink(
        source=f"{article.letter} {article.document.outlet}",
        words=" ".join(place.text.split()),
        href=f"#{sentence_at(article, place.span)}",
    )


def sentence_at(article: Article, span: Span) -> str:
    """The id of the first sentence that a span touches."""
    return next(s.id for s in article.sentences if s.span.overlaps(span))


def _sources(check: Check) -> tuple[SourceText, ...]:
    used: dict[str, list[int]] = {}
    for number, statement in enumerate(check.statements, 1):
        for place in _places_of(statement):
            home = sentence_at(check.source(place.article), place.span)
            known = used.setdefault(home, [])
            known += [] if number in known else [number]
    return tuple(_source(article, used) for article in check.sources)


def _places_of(statement: CheckedStatement) -> Iterable[Evidence]:
    borne = borne_out_by(statement)
    for line in (*remarks(statement), *([borne] if borne else [])):
        yield from line.places


def _source(article: Article, used: dict[str, list[int]]) -> SourceText:
    paragraphs: list[list[SentenceLine]] = [[] for _ in article.paragraphs]
    for sentence in article.sentences:
        paragraphs[sentence.paragraph].append(
            SentenceLine(
                id=sentence.id,
                text=article.words_of(sentence.span),
                numbers=tuple(used.get(sentence.id, ())),
            )
        )
    document = article.document
    return SourceText(
        letter=article.letter,
        outlet=document.outlet,
        headline=document.headline or "",
        link=web_address(document.url) or "",
        paragraphs=tuple(tuple(each) for each in paragraphs),
    )
