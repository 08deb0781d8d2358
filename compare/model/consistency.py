"""What must hold between the parts of one value, beyond that its references are right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from compare.model.accounts import Account, not_tiled
from compare.model.facts import Fact
from compare.model.findings import (
    Absence,
    FigureGroup,
    Headline,
    Prominence,
    QuoteGroup,
    Reuse,
    Wording,
)
from compare.model.words import Contrast, HeadlineWords, Naming

if TYPE_CHECKING:
    from compare.model.comparison import Comparison


def check_consistency(comparison: Comparison, value: object, where: str) -> None:
    """Raise ValueError for the first part of a value that contradicts another part of it."""
    rule = _RULES.get(type(value))
    for wrong in rule(comparison, value) if rule else ():
        raise ValueError(f"{where}: {wrong}")


def check_whole(comparison: Comparison) -> None:
    """Raise ValueError when the parts of a comparison do not make a whole.

    Sentences carry the letter of their article, the grid has a cell for each fact and article, and
    there is an account for each article.
    """
    for wrong in (*_ids(comparison), *_grid(comparison), *_accounts(comparison)):
        raise ValueError(wrong)


def _ids(c: Comparison) -> Iterator[str]:
    for article in c.articles:
        for sentence in article.sentences:
            if not sentence.id.startswith(f"{article.letter}."):
                yield f"sentence {sentence.id} does not carry the letter {article.letter}"
    if len({tuple(m.name for m in profile.measures) for profile in c.profiles}) > 1:
        yield "the profiles do not count the same"


def _grid(c: Comparison) -> Iterator[str]:
    wanted = {(fact.id, article.letter) for fact in c.facts for article in c.articles}
    if {(cell.fact, cell.article) for cell in c.coverage} != wanted:
        yield "coverage is not the full grid of facts and articles"


def _accounts(c: Comparison) -> Iterator[str]:
    if [account.article for account in c.accounts] != [article.letter for article in c.articles]:
        yield "there is not one account for each article"


def _account(c: Comparison, account: Account) -> Iterator[str]:
    article = c.article(account.article)
    listed = [*account.shared, *account.only_here, *account.quotation, *account.aside]
    if sorted(listed) != sorted(sentence.id for sentence in article.sentences):
        yield f"the account of article {account.article} does not add up"
    wrong = not_tiled(account, article)
    if wrong is not None:
        yield f"the statements of {wrong} do not add up to it"


def _fact(c: Comparison, fact: Fact) -> Iterator[str]:
    letters = [article.letter for article in c.articles]
    for end in (end for link in fact.links for end in (link.a, link.b)):
        if letters[end.document : end.document + 1] != [end.article]:
            yield f"document {end.document} is not article {end.article}"
    for headline in fact.headlines:
        if headline.span.end > len(c.article(headline.article).document.headline or ""):
            yield f"the headline of {headline.article} is shorter"


def _figures(c: Comparison, group: FigureGroup) -> Iterator[str]:
    for reading in group.readings:
        figures = c.article(reading.article).figures
        if reading.span not in [each.span for each in figures if each.id == reading.figure]:
            yield f"{reading.span} is not where {reading.figure} stands"


def _absence(_: Comparison, absence: Absence) -> Iterator[str]:
    if len(absence.said_by) < 2 or absence.article in absence.said_by:
        yield f"absence of {absence.fact} in {absence.article} has no two witnesses"


def _wording(_: Comparison, wording: Wording) -> Iterator[str]:
    for rung in wording.rungs:
        if wording.columns and rung.cells and len(rung.cells) != len(wording.columns):
            yield "a row has not one cell for each column"
        if not all(rung.evidence.span.contains(cell) for cell in rung.cells if cell):
            yield "a cell lies outside its wording"


def _reuse(_: Comparison, reuse: Reuse) -> Iterator[str]:
    if reuse.shares and len(reuse.shares) != len(reuse.articles):
        yield "there is not one share for each article"


def _prominence(_: Comparison, place: Prominence) -> Iterator[str]:
    if place.paragraph is not None and not 1 <= place.paragraph <= place.paragraphs:
        yield f"there is no paragraph {place.paragraph}"


def _headline(_: Comparison, headline: Headline) -> Iterator[str]:
    if any(span.end > len(headline.text) for span in headline.unsupported):
        yield "the headline is shorter than a span in it"


def _headline_words(_: Comparison, headline: HeadlineWords) -> Iterator[str]:
    if any(span.end > len(headline.text) for span in (headline.opens, *headline.own)):
        yield "the headline is shorter than a span in it"


def _quotes(c: Comparison, group: QuoteGroup) -> Iterator[str]:
    if group.fullest not in [member.quote for member in group.members]:
        yield f"{group.id}: the fullest version is not among its members"
    text = c.article_of(group.fullest).document.text
    for span in (s for member in group.members for s in (*member.kept, *member.lost)):
        if span.end > len(text):
            yield f"{group.id}: words kept or lost reach beyond the fullest version"


def _contrast(_: Comparison, contrast: Contrast) -> Iterator[str]:
    for variant in contrast.variants:
        yield from _same(variant.articles, (e.article for e in variant.evidence))


def _naming(_: Comparison, naming: Naming) -> Iterator[str]:
    for outlet in naming.outlets:
        if outlet.mentions != sum(label.count for label in outlet.labels):
            yield f"the labels of {naming.name} do not add up to the mentions"


def _same(letters: Iterable[str], of_evidence: Iterable[str]) -> Iterator[str]:
    if set(letters) != set(of_evidence):
        yield "its articles are not those of its evidence"


_RULES: dict[type, Callable[[Comparison, Any], Iterator[str]]] = {
    Account: _account,
    Fact: _fact,
    FigureGroup: _figures,
    Absence: _absence,
    Wording: _wording,
    Reuse: _reuse,
    Prominence: _prominence,
    Headline: _headline,
    HeadlineWords: _headline_words,
    QuoteGroup: _quotes,
    Contrast: _contrast,
    Naming: _naming,
}
