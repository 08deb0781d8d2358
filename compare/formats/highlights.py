"""What is worth a look, in plain sentences, the weightiest kinds first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from compare.formats.grid import letters, said_by
from compare.model.articles import Article
from compare.model.comparison import Comparison, Skipped
from compare.model.facts import Fact
from compare.model.findings import Absence, Conflict, QuoteChange, QuoteGroup, QuoteMember
from compare.model.words import ContrastKind

UNCHANGED = (QuoteChange.FULLEST, QuoteChange.IDENTICAL)

# A fact of one article stands out when it is stated in this first part of the story.
_HIGH_UP = 0.4


class Topic(StrEnum):
    """The kinds of things worth a look."""

    CONFLICT = "conflict"
    QUOTE = "quote"
    ONLY_HERE = "only here"
    NOT_FOUND = "not found"
    PLACED = "placed"
    HEADLINE = "headline"
    WORDS = "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Highlight:
    """One thing worth a look: `ref` is what to ask for, `head` a sentence, `more` what to add."""

    topic: Topic
    ref: str
    head: str
    more: tuple[str, ...] = ()


def highlights(comparison: Comparison) -> tuple[Highlight, ...]:
    """Everything worth a look: conflicts, changed quotes, facts of one article, facts missed."""
    return (
        *(_conflict(comparison, conflict) for conflict in comparison.conflicts),
        *_changed_quotes(comparison),
        *_only_here(comparison),
        *_not_found(comparison),
        *_placed(comparison),
        *_headlines(comparison),
        *_words(comparison),
    )


def _words(comparison: Comparison) -> Iterator[Highlight]:
    """Words that a list calls loaded against the words of other outlets."""
    for contrast in comparison.contrasts:
        if contrast.kind is ContrastKind.LOADED:
            said = "; ".join(f"{letters(v.articles)} “{v.words}”" for v in contrast.variants)
            yield Highlight(
                topic=Topic.WORDS,
                ref=comparison.fact(contrast.facts[0]).ordinal,
                head=f"Other words – {said}",
            )


def short(words: str, *, limit: int = 90) -> str:
    """The words on one line, cut between words with an ellipsis when longer than `limit`."""
    flat = " ".join(words.split())
    if len(flat) <= limit:
        return flat
    cut = flat[:limit]
    return f"{cut[: cut.rindex(' ')] if ' ' in cut else cut[:-1]}…"


def paragraph_of(article: Article, sentence: str) -> tuple[int, int]:
    """The number of the sentence's paragraph, from 1, and of how many; both of the story alone."""
    index = article.sentence(sentence).paragraph
    story = sorted({each.paragraph for each in article.sentences if each.in_story} | {index})
    return story.index(index) + 1, len(story)


def place(comparison: Comparison, article: str, sentence: str) -> str:
    """Like "¶4 of 11"."""
    number, count = paragraph_of(comparison.article(article), sentence)
    return f"¶{number} of {count}"


def skipped_text(skipped: Skipped) -> str:
    """The source, why it was not used, and what to do about it."""
    return f"{skipped.source}: {skipped.reason.rstrip('.')}. {skipped.advice.rstrip('.')}."


def readings(said: Iterable[tuple[str, str]]) -> Iterator[tuple[tuple[str, ...], str]]:
    """From letters with words to each different wording with its letters, in order of first use."""
    by_words: dict[str, list[str]] = {}
    for article, words in said:
        by_words.setdefault(" ".join(words.split()), []).append(article)
    for words, articles in by_words.items():
        yield tuple(dict.fromkeys(articles)), words


def change_of(comparison: Comparison, group: QuoteGroup, member: QuoteMember) -> str:
    """Like "B: cut at the end, without “We trained for this”"."""
    fullest = comparison.quote(group.fullest)
    home = comparison.article(fullest.id.partition(".")[0])
    text = f"{member.article}: {', '.join(change.value for change in member.changes)}"
    if not member.lost:
        return text
    lost = " … ".join(short(home.words_of(span), limit=60) for span in member.lost)
    return f"{text}, without “{lost}”"


def _conflict(comparison: Comparison, conflict: Conflict) -> Highlight:
    said = "; ".join(
        f"{letters(articles)} “{short(words)}”"
        for articles, words in readings(_evidence(comparison, conflict))
    )
    return Highlight(
        topic=Topic.CONFLICT,
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


def _changed_quotes(comparison: Comparison) -> Iterator[Highlight]:
    for number, group in enumerate(comparison.quote_groups, 1):
        changed = [member for member in group.members if member.change not in UNCHANGED]
        if not changed:
            continue
        fullest = comparison.quote(group.fullest)
        home = comparison.article(fullest.id.partition(".")[0])
        words = short(" … ".join(home.words_of(part) for part in fullest.parts))
        yield Highlight(
            topic=Topic.QUOTE,
            ref=f"q{number}",
            head=f"{group.speaker or 'Unnamed speaker'}, fullest in {home.letter}: “{words}”",
            more=tuple(change_of(comparison, group, member) for member in changed),
        )


def _only_here(comparison: Comparison) -> Iterator[Highlight]:
    """Facts of one article: the weightiest of each in turn, or else those high up."""
    weight = {fact: n for digest in comparison.digests for n, fact in enumerate(digest.only_here)}
    found: list[tuple[int, float, Fact]] = []
    for fact in comparison.facts:
        carried = said_by(comparison, fact)
        first = comparison.cell(fact.id, carried[0]).first if len(carried) == 1 else None
        if first is not None and (fact.id in weight or (not weight and first <= _HIGH_UP)):
            found.append((weight.get(fact.id, 0), first, fact))
    for _, _, fact in sorted(found, key=lambda entry: entry[:2]):
        mention = fact.mentions[0]
        where = place(comparison, mention.article, mention.sentence)
        yield Highlight(
            topic=Topic.ONLY_HERE,
            ref=fact.ordinal,
            head=f"only {mention.article} ({where}): {short(fact.label)}",
        )


def _not_found(comparison: Comparison) -> Iterator[Highlight]:
    by_fact: dict[str, list[Absence]] = {}
    for absence in comparison.absences:
        by_fact.setdefault(absence.fact, []).append(absence)
    for absences in sorted(by_fact.values(), key=lambda missed: -len(missed[0].said_by)):
        fact = comparison.fact(absences[0].fact)
        hints = dict.fromkeys(hint.value for absence in absences for hint in absence.hints)
        yield Highlight(
            topic=Topic.NOT_FOUND,
            ref=fact.ordinal,
            head=f"not found in {letters(a.article for a in absences)}, "
            f"said by {letters(absences[0].said_by)}: {short(fact.label)}",
            more=(f"possible reasons: {', '.join(hints)}",) if hints else (),
        )


def _placed(comparison: Comparison) -> Iterator[Highlight]:
    for placement in comparison.placements:
        fact = comparison.fact(placement.fact)
        yield Highlight(
            topic=Topic.PLACED,
            ref=fact.ordinal,
            head=f"high up in {letters(placement.high)}, near the end in "
            f"{letters(placement.low)}: {short(fact.label)}",
        )


def _headlines(comparison: Comparison) -> Iterator[Highlight]:
    for headline in comparison.headlines:
        if headline.why:
            yield Highlight(
                topic=Topic.HEADLINE,
                ref=headline.article,
                head=f"headline “{short(headline.text)}”",
                more=(headline.why,),
            )
        elif headline.unmatched:
            yield Highlight(
                topic=Topic.HEADLINE,
                ref=headline.article,
                head=f"no fact of its text was matched to the headline “{short(headline.text)}”",
            )
