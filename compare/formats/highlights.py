"""What is worth a look, in plain sentences, in the order of its weight."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from compare.align.languages import not_looked_at
from compare.findings.highlight_places import HighlightKind
from compare.findings.rank import worth_a_look
from compare.formats.fact_names import fact_name
from compare.formats.grid import letters
from compare.formats.quote_versions import change_of, quoted_words, telling_versions
from compare.formats.screen import shorten
from compare.model.articles import Article
from compare.model.comparison import Comparison
from compare.model.findings import Conflict
from compare.model.story import Skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Highlight:
    """One thing worth a look: `ref` is what to ask for, `head` a sentence, `more` what to add."""

    kind: HighlightKind
    ref: str
    head: str
    more: tuple[str, ...] = ()


def highlights(comparison: Comparison) -> tuple[Highlight, ...]:
    """Everything worth a look, the weightiest first."""
    return tuple(_TOLD[look.kind](comparison, look.ref) for look in worth_a_look(comparison))


def nothing_found(comparison: Comparison, otherwise: str) -> str:
    """What to say where nothing was found, which is not the same where nobody has looked.

    `otherwise` is for articles that were all read.
    """
    return not_looked_at(comparison.articles) or otherwise


def paragraph_of(article: Article, sentence: str) -> tuple[int, int]:
    """The number of the sentence's paragraph, from 1, and of how many; both of the story alone."""
    index = article.sentence(sentence).paragraph
    story = sorted({each.paragraph for each in article.sentences if each.in_story} | {index})
    return story.index(index) + 1, len(story)


def paragraph_place(comparison: Comparison, article: str, sentence: str) -> str:
    """Like "¶4 of 11"."""
    number, count = paragraph_of(comparison.article(article), sentence)
    return f"¶{number} of {count}"


def skipped_text(skipped: Skipped) -> str:
    """The source, why it was not used, and what to do about it."""
    advice = skipped.advice if skipped.advice.endswith("?") else f"{skipped.advice.rstrip('.')}."
    return f"{skipped.source}: {skipped.reason.rstrip('.')}. {advice}"


def letters_by_wording(said: Iterable[tuple[str, str]]) -> Iterator[tuple[tuple[str, ...], str]]:
    """From letters with words to each different wording with its letters, in order of first use."""
    by_words: dict[str, list[str]] = {}
    for article, words in said:
        by_words.setdefault(" ".join(words.split()), []).append(article)
    for words, articles in by_words.items():
        yield tuple(dict.fromkeys(articles)), words


def _conflict(comparison: Comparison, ref: str) -> Highlight:
    conflict = next(one for one in comparison.conflicts if one.id == ref)
    said = "; ".join(
        f"{letters(articles)} “{shorten(words)}”"
        for articles, words in letters_by_wording(_evidence(comparison, conflict))
    )
    return Highlight(
        kind=HighlightKind.CONFLICT,
        ref=comparison.fact(conflict.fact).ordinal if conflict.fact else "",
        head=f"{conflict.question} – {said}",
        more=(conflict.why,) if conflict.why else (),
    )


def _evidence(comparison: Comparison, conflict: Conflict) -> tuple[tuple[str, str], ...]:
    """Letters and words; for figures the figure as printed, for anything else the sentences."""
    _, _, content = conflict.id.partition("-")
    for group in comparison.figures:
        if content and group.id == f"n-{content}":
            return tuple((reading.article, reading.text) for reading in group.readings)
    return tuple((evidence.article, evidence.text) for evidence in conflict.evidence)


def _quote(comparison: Comparison, ref: str) -> Highlight:
    number, group = next(
        (n, one) for n, one in enumerate(comparison.quote_groups, 1) if one.id == ref
    )
    home = group.fullest.partition(".")[0]
    words = quoted_words(comparison, group.fullest, limit=60)
    changed = (
        (member.article, change_of(comparison, group, member)) for member in telling_versions(group)
    )
    return Highlight(
        kind=HighlightKind.QUOTE,
        ref=f"q{number}",
        head=f"{group.speaker or 'Unnamed speaker'}, fullest in {home}: {words}",
        more=tuple(
            f"{letters(articles)}: {told}" for articles, told in letters_by_wording(changed)
        ),
    )


def _only_here(comparison: Comparison, ref: str) -> Highlight:
    fact = comparison.fact(ref)
    mention = fact.mentions[0]
    where = paragraph_place(comparison, mention.article, mention.sentence)
    return Highlight(
        kind=HighlightKind.ONLY_HERE,
        ref=fact.ordinal,
        head=f"only {mention.article} ({where}): {shorten(fact_name(comparison, fact))}",
    )


def _not_found(comparison: Comparison, ref: str) -> Highlight:
    fact = comparison.fact(ref)
    absences = [one for one in comparison.absences if one.fact == ref]
    hints = dict.fromkeys(hint.value for absence in absences for hint in absence.hints)
    return Highlight(
        kind=HighlightKind.NOT_FOUND,
        ref=fact.ordinal,
        head=f"not found in {letters(a.article for a in absences)}, "
        f"said by {letters(absences[0].said_by)}: {shorten(fact_name(comparison, fact))}",
        more=(f"possible reasons: {', '.join(hints)}",) if hints else (),
    )


def _placed(comparison: Comparison, ref: str) -> Highlight:
    fact = comparison.fact(ref)
    placement = next(one for one in comparison.placements if one.fact == ref)
    return Highlight(
        kind=HighlightKind.PLACED,
        ref=fact.ordinal,
        head=f"high up in {letters(placement.high)}, near the end in "
        f"{letters(placement.low)}: {shorten(fact_name(comparison, fact))}",
    )


def _headline(comparison: Comparison, ref: str) -> Highlight:
    headline = next(one for one in comparison.headlines if one.article == ref)
    words = f"“{shorten(headline.text)}”"
    if headline.why or not headline.unmatched:
        lacking = [f"“{span.of(headline.text)}”" for span in headline.unsupported]
        why = headline.why or f"The text does not have {letters(lacking, last='or')}."
        return Highlight(
            kind=HighlightKind.HEADLINE, ref=ref, head=f"headline {words}", more=(why,)
        )
    why = "No fact of its text was matched to it."
    return Highlight(kind=HighlightKind.HEADLINE, ref=ref, head=f"headline {words}", more=(why,))


def _shared_copy(comparison: Comparison, ref: str) -> Highlight:
    articles = tuple(ref.split())
    reuse = next(one for one in comparison.reuse if one.articles == articles)
    return Highlight(
        kind=HighlightKind.SHARED_COPY,
        ref="",
        head=f"{letters(articles)} share copy nearly word for word: {reuse.share:.0%} of the text",
    )


def _words(comparison: Comparison, ref: str) -> Highlight:
    """Words that a list calls loaded against the words of other outlets."""
    contrast = comparison.contrasts[int(ref)]
    said = "; ".join(f"{letters(v.articles)} “{v.words}”" for v in contrast.variants)
    return Highlight(
        kind=HighlightKind.WORDS,
        ref=comparison.fact(contrast.facts[0]).ordinal,
        head=f"Other words – {said}",
    )


_TOLD: dict[HighlightKind, Callable[[Comparison, str], Highlight]] = {
    HighlightKind.CONFLICT: _conflict,
    HighlightKind.QUOTE: _quote,
    HighlightKind.HEADLINE: _headline,
    HighlightKind.NOT_FOUND: _not_found,
    HighlightKind.PLACED: _placed,
    HighlightKind.SHARED_COPY: _shared_copy,
    HighlightKind.WORDS: _words,
    HighlightKind.ONLY_HERE: _only_here,
}
