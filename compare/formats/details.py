"""What one name of a comparison stands for: a fact, a quote, a figure, words or an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from compare.errors import UnknownFact
from compare.formats import moments
from compare.formats.fact_names import fact_name
from compare.formats.fact_text import fact_text, find_fact
from compare.formats.figure_lines import answer, question, relation_reason
from compare.formats.highlights import paragraph_place
from compare.formats.outlet_names import outlet_name
from compare.formats.quote_versions import change_words, is_retold, lost_words, quoted_words
from compare.formats.screen import PIPE, Screen
from compare.formats.shown_detail import ShownDetail, detail_text, outlet_key
from compare.formats.withheld_words import shown_words
from compare.formats.word_lines import contrasts
from compare.model.articles import Article
from compare.model.comparison import Comparison
from compare.model.facts import Fact
from compare.model.findings import FigureGroup, QuoteGroup

Found = TypeVar("Found")

# How many first characters of a lasting id, its kind and the dash among them, may name it.
_ENOUGH = 4


def details(comparison: Comparison, name: str, screen: Screen = PIPE) -> str:
    """What `name` stands for as text: f2, q1, n3, w4, a lasting id, or the letter of an article.

    UnknownFact tells which names there are.
    """
    wanted = name.strip()
    letter = next((a for a in comparison.articles if a.letter == wanted.upper()), None)
    if letter is not None:
        return detail_text(comparison, _article(comparison, letter), screen)
    kind = wanted.lower()[:1]
    if kind in ("q", "u"):
        quotes = [(f"q{n}", one.id, one) for n, one in enumerate(comparison.quote_groups, 1)]
        number, group = _named(quotes, wanted, "quote")
        return detail_text(comparison, _quote(comparison, number, group), screen)
    if kind == "n":
        figures = [(f"n{n}", one.id, one) for n, one in enumerate(comparison.figures, 1)]
        number, asked = _named(figures, wanted, "figure")
        return detail_text(comparison, _figure(comparison, number, asked), screen)
    if kind == "w":
        words = [(entry.mark, entry.mark, entry) for entry in contrasts(comparison)]
        number, entry = _named(words, wanted, "contrast of words")
        blocks = (("", outlet_key(comparison)), ("", [("", more) for more in entry.more]))
        detail = ShownDetail(title=f"{number}  {entry.head}", about=entry.about, blocks=blocks)
        return detail_text(comparison, detail, screen)
    return fact_text(comparison, find_fact(comparison, wanted), screen)


def _named(known: Sequence[tuple[str, str, Found]], name: str, what: str) -> tuple[str, Found]:
    """The number and the thing of this number, this id, or the only one whose id begins so."""
    wanted = name.lower()
    exact = [(number, one) for number, key, one in known if wanted in (number, key)]
    begun = [
        (number, one)
        for number, key, one in known
        if len(wanted) >= _ENOUGH and key.startswith(wanted)
    ]
    if exact or len(begun) == 1:
        return (exact or begun)[0]
    if not known:
        raise UnknownFact(f"There is no {what} {name!r}: none was found. Ask for a fact: f1.")
    first, last = known[0][0], known[-1][0]
    raise UnknownFact(f"There is no {what} {name!r}. Choose one from {first} to {last}.")


def _quote(comparison: Comparison, number: str, group: QuoteGroup) -> ShownDetail:
    letters = {member.article for member in group.members}
    return ShownDetail(
        title=f"{number}  {group.speaker or 'Unnamed speaker'}",
        about=f"{group.id} · in {len(letters)} of {len(comparison.articles)}",
        blocks=(("", outlet_key(comparison)), ("", _versions(comparison, group))),
    )


def _versions(comparison: Comparison, group: QuoteGroup) -> Iterator[tuple[str, str]]:
    """The fullest version first, then what each other outlet prints, without what, from whom."""
    for member in sorted(group.members, key=lambda one: one.quote != group.fullest):
        quote, article = comparison.quote(member.quote), comparison.article(member.article)
        home = next(s for s in article.sentences if s.span.end > quote.parts[0].start)
        yield (
            f"{member.article} {paragraph_place(comparison, member.article, home.id)}",
            quoted_words(comparison, member.quote),
        )
        yield "", change_words(comparison, group, member)
        if member.lost and not is_retold(comparison, member):
            yield "", f"without “{lost_words(comparison, group, member)}”"
        if quote.speaker_span is not None:
            yield "", f"attributed to “{article.words_of(quote.speaker_span)}”"


def _figure(comparison: Comparison, number: str, group: FigureGroup) -> ShownDetail:
    reasons = [("", relation_reason(group))] if relation_reason(group) else []
    named = [fact for fact in comparison.facts if fact.id in group.facts]
    facts = [(fact.ordinal, fact_name(comparison, fact)) for fact in named]
    return ShownDetail(
        title=f"{number}  {question(group)}",
        about=group.id,
        blocks=(
            ("", outlet_key(comparison)),
            ("", reasons),
            ("", _readings(comparison, group)),
            ("Facts", facts),
        ),
    )


def _readings(comparison: Comparison, group: FigureGroup) -> Iterator[tuple[str, str]]:
    for reading in group.readings:
        where = paragraph_place(comparison, reading.article, reading.sentence)
        yield f"{reading.article} {where}", answer(comparison, reading)
        yield (
            "",
            comparison.article(reading.article).words_of(
                comparison.sentence(reading.sentence).span
            ),
        )


def _article(comparison: Comparison, article: Article) -> ShownDetail:
    document = article.document
    guess = moments.publication_moment(document) or "no date"
    when = document.published.isoformat(" ", "minutes") if document.published else guess
    return ShownDetail(
        title=f"{article.letter}  {outlet_name(article)}",
        about=f"{when} · {document.url or document.source or 'no address'}",
        blocks=(
            ("", [("", document.headline)] if document.headline else []),
            ("Where every sentence went", _sentences(comparison, article)),
        ),
    )


def _sentences(comparison: Comparison, article: Article) -> Iterator[tuple[str, str]]:
    """Each sentence with the facts it states, or the reason why it states none."""
    account = next(one for one in comparison.accounts if one.article == article.letter)
    kinds: tuple[tuple[str, tuple[str, ...]], ...] = (
        ("quotation", account.quotation),
        ("only here", account.only_here),
        ("aside", account.aside),
    )
    stated = _facts_by_sentence(comparison.facts, article.letter)
    for sentence in article.sentences:
        kind = next((name for name, ids in kinds if sentence.id in ids), "shared")
        mark = " ".join(stated.get(sentence.id, ())) or (sentence.aside or kind)
        yield mark, shown_words(article, sentence.span)


def _facts_by_sentence(facts: Sequence[Fact], letter: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for fact in facts:
        for mention in fact.mentions:
            if mention.article == letter:
                found.setdefault(mention.sentence, []).append(fact.ordinal)
    return {sentence: list(dict.fromkeys(names)) for sentence, names in found.items()}
