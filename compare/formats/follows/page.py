"""A followed story as one HTML file that needs no network and no script."""

from __future__ import annotations

from msgspec import Struct

from compare.formats.checks.page import Remark, SentenceLine, SourceText, place_on_page
from compare.formats.follows.wording import (
    NEWS_HEADS,
    article_line,
    by_state,
    figure_text,
    fresh_line,
    is_moving,
    new_figure_lines,
    news,
    nothing_new,
    step_text,
    tally,
    title,
)
from compare.formats.html import compact, page_environment
from compare.formats.report.web_links import web_address
from compare.model.articles import Article
from compare.model.findings import Evidence
from compare.model.follows import Claim, Follow, Step


class News(Struct, frozen=True, kw_only=True, gc=False):
    """What the new articles brought of one kind."""

    slug: str
    head: str
    remarks: tuple[Remark, ...]


class FigureRow(Struct, frozen=True, kw_only=True, gc=False):
    """One question over time."""

    text: str
    moving: bool
    steps: tuple[Remark, ...]


class ClaimGroup(Struct, frozen=True, kw_only=True, gc=False):
    """The claims of one state, each with its receipts."""

    slug: str
    head: str
    claims: tuple[tuple[str, tuple[Remark, ...]], ...]


class FollowPage(Struct, frozen=True, kw_only=True, gc=False):
    """Everything that the template is given."""

    title: str
    articles: tuple[str, ...]
    warnings: tuple[str, ...]
    fresh: str
    news: tuple[News, ...]
    nothing_new: str
    figures: tuple[FigureRow, ...]
    tally: str
    groups: tuple[ClaimGroup, ...]
    notices: tuple[Remark, ...]
    sources: tuple[SourceText, ...]
    tool: str


def follow_html(follow: Follow) -> str:
    """The page; the same story always gives the same text."""
    template = page_environment().get_template("follow.html.j2")
    return compact(template.render(page=follow_page(follow)))


def follow_page(follow: Follow) -> FollowPage:
    """What the template is given: plain values, with no markup in them."""
    figures = sorted(follow.figures, key=lambda line: not is_moving(line))
    return FollowPage(
        title=title(follow),
        articles=tuple(article_line(follow, a.letter) for a in follow.articles),
        warnings=follow.warnings,
        fresh=fresh_line(follow),
        news=_news(follow),
        nothing_new=nothing_new(follow),
        figures=tuple(
            FigureRow(
                text=figure_text(line),
                moving=is_moving(line),
                steps=tuple(_receipt(follow, step) for step in line.steps),
            )
            for line in figures
        ),
        tally=tally(follow),
        groups=tuple(
            ClaimGroup(
                slug=claims[0].state.value.replace(" ", "-"),
                head=f"{head} ({len(claims)})",
                claims=tuple(_claim(follow, claim) for claim in claims),
            )
            for head, claims in by_state(follow)
        ),
        notices=tuple(_remark(follow, "A notice of correction.", (n,)) for n in follow.notices),
        sources=tuple(_source(follow, article) for article in follow.articles),
        tool=f"{follow.tool.name} {follow.tool.version}",
    )


def _news(follow: Follow) -> tuple[News, ...]:
    told = news(follow)
    found = []
    for kind, head in NEWS_HEADS.items():
        mine = [line for line in told if line.kind is kind]
        if mine:
            remarks = tuple(_remark(follow, line.text, line.places) for line in mine)
            found.append(News(slug=kind.value, head=f"{head} ({len(mine)})", remarks=remarks))
    figures = new_figure_lines(follow)
    if figures:
        remarks = tuple(_remark(follow, line.text, line.places) for line in figures)
        head = f"Figures that no earlier article has ({len(figures)})"
        found.append(News(slug="new", head=head, remarks=remarks))
    return tuple(found)


def _claim(follow: Follow, claim: Claim) -> tuple[str, tuple[Remark, ...]]:
    return claim.label, tuple(_receipt(follow, step) for step in claim.steps)


def _receipt(follow: Follow, step: Step) -> Remark:
    places = tuple(place for place in (step.before, step.evidence) if place)
    return _remark(follow, step_text(follow, step), places)


def _remark(follow: Follow, text: str, places: tuple[Evidence, ...]) -> Remark:
    return Remark(
        text=text,
        places=tuple(place_on_page(follow.article(place.article), place) for place in places),
    )


def _source(follow: Follow, article: Article) -> SourceText:
    paragraphs: list[list[SentenceLine]] = [[] for _ in article.paragraphs]
    for sentence in article.sentences:
        words = article.words_of(sentence.span)
        line = SentenceLine(id=sentence.id, text=words, numbers=())
        paragraphs[sentence.paragraph].append(line)
    document = article.document
    return SourceText(
        letter=article.letter,
        outlet=article_line(follow, article.letter).partition(" ")[2],
        headline=document.headline or "",
        link=web_address(document.url) or "",
        paragraphs=tuple(tuple(each) for each in paragraphs),
    )
