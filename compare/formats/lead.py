"""The story in three to six sentences, made of verified findings and the outlets' own words."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.align.languages import not_looked_at
from compare.align.reuse import count_independent, is_dependent
from compare.align.statements import has_report
from compare.findings.highlight_places import HighlightKind
from compare.findings.rank import RankedHighlight, stands_alone, worth_a_look
from compare.findings.second_looks import second_looks
from compare.formats.fact_names import (
    DIFFERING,
    dated_label,
    ends_early,
    fact_name,
    is_verbatim,
)
from compare.formats.grid import letters
from compare.formats.highlights import letters_by_wording, paragraph_place
from compare.formats.lead_figures import figure_sentences
from compare.formats.quote_versions import change_words, is_retold, lost_words, telling_versions
from compare.formats.screen import shorten
from compare.formats.withheld_words import NOT_SHOWN, is_fact_withheld
from compare.model.comparison import Comparison
from compare.model.corrections import ignored_ids
from compare.model.facts import Extent, Fact, Mode
from compare.model.findings import LedgerRow, QuoteGroup
from compare.model.lead import LeadKind, LeadSentence
from compare.model.quotes import SpeakerGroup
from compare.model.spans import Span
from compare.signals.views import fact_stems

# Characters of a statement and of the words cut from a quotation: the lead is read aloud.
_STATEMENT, _CUT = 90, 40
_WITNESSES = 2
_OF_OTHERS = 0.25
_PERSONS = (
    SpeakerGroup.AFFECTED,
    SpeakerGroup.WITNESS,
    SpeakerGroup.OFFICIAL,
    SpeakerGroup.EXPERT,
    SpeakerGroup.OTHER,
)
_LEAST, _MOST = 3, 6
# Words that are read aloud in half a minute; what goes over goes without these, in this order:
# the counts beside the lead tell of one source too.
_ALOUD = 105
_GOES_FIRST = (LeadKind.VOICE, LeadKind.COPY)
_NONE = (
    (LeadKind.COPY, "No two articles share copy nearly word for word."),
    (LeadKind.QUOTE, "No quotation was found in two versions that differ."),
)
# Of what an article has alone so many are tried until one stands a second look.
_TRIED = 6


def lead(comparison: Comparison) -> tuple[LeadSentence, ...]:
    """Return three to six sentences: what is shared, what differs, what only one has, whose words
    were changed, whose voice was not found, and which texts are one source.

    Each names the sentences and the findings it rests on; an excerpt tells nothing that it
    withholds.
    """
    looks = worth_a_look(comparison)
    told = (
        *_shared(comparison),
        *figure_sentences(comparison, looks),
        *_alone(comparison),
        *_quote(comparison, looks),
        *_copies(comparison),
        *_voice(comparison),
    )
    return _long_enough(comparison, _short_enough(told[:_MOST]))


def _short_enough(told: Sequence[LeadSentence]) -> tuple[LeadSentence, ...]:
    kept = list(told)
    for kind in _GOES_FIRST:
        if len(kept) > _LEAST and sum(len(one.text.split()) for one in kept) > _ALOUD:
            kept = [one for one in kept if one.kind is not kind]
    return tuple(kept)


def _long_enough(
    comparison: Comparison, told: tuple[LeadSentence, ...]
) -> tuple[LeadSentence, ...]:
    """The sentences, and what was looked for and not found where they are few."""
    kinds = {one.kind for one in told}
    unread = not_looked_at(comparison.articles)
    missing = (
        LeadSentence(kind=kind, text=text)
        for kind, text in _NONE
        if kind not in kinds and not (unread and kind is LeadKind.QUOTE)
    )
    return (*told, *itertools.islice(missing, max(0, _LEAST - len(told))))


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadCounts:
    """The three numbers beside the lead; `texts` counts articles that share copy once."""

    articles: int
    texts: int
    outlets: int


def story_counts(comparison: Comparison) -> LeadCounts:
    """Return how many articles, independent texts and outlets there are."""
    every = [article.letter for article in comparison.articles]
    return LeadCounts(
        articles=len(every),
        texts=count_independent(every, comparison.reuse),
        outlets=len({article.document.outlet for article in comparison.articles}),
    )


def only_in(comparison: Comparison) -> dict[str, str]:
    """Return the weightiest fact that each article alone states, by letter, if it has one.

    The facts are those that stand a second look in all other articles and answer no question
    that another article answers with a figure. The article whose fact stands highest comes first.
    """
    again = second_looks(comparison)
    ignored = ignored_ids(comparison.story.corrections)
    answers = _answers(comparison)
    shared = _shared_spans(comparison)
    found: dict[str, str] = {}
    for digest in comparison.digests:
        for fact_id in digest.only_here[:_TRIED]:
            fact = comparison.fact(fact_id)
            if (
                fact_id not in ignored
                and stands_alone(fact.label)
                and not _is_of_others(comparison, fact, shared.get(fact.mentions[0].sentence, ()))
                and not is_fact_withheld(comparison, fact)
                and not any(fact.mentions[0].span.contains(s) for s in answers[digest.article])
                and again.is_alone(fact)
            ):
                found[digest.article] = fact_id
                break

    def height(letter: str) -> tuple[float, str]:
        return comparison.cell(found[letter], letter).first or 0.0, found[letter]

    return {letter: found[letter] for letter in sorted(found, key=height)}


def _shared_spans(comparison: Comparison) -> dict[str, list[Span]]:
    """The words of each sentence, by its id, that state a fact which several articles state."""
    spans: dict[str, list[Span]] = {}
    for fact in comparison.facts:
        for mention in fact.mentions if fact.shared else ():
            spans.setdefault(mention.sentence, []).append(mention.span)
    return spans


def _is_of_others(comparison: Comparison, fact: Fact, shared: Sequence[Span]) -> bool:
    """True for a label of which a quarter is what the same sentence shares with other articles."""
    label, article = fact_stems(fact.label), comparison.article(fact.mentions[0].article)
    told = frozenset[str]().union(*(fact_stems(article.words_of(span)) for span in shared))
    return len(label & told) > _OF_OTHERS * len(label)


def _answers(comparison: Comparison) -> dict[str, list[Span]]:
    """Where each article answers a question that another one answers too."""
    spans: dict[str, list[Span]] = {article.letter: [] for article in comparison.articles}
    for group in comparison.figures:
        for reading in group.readings if group.counts else ():
            spans[reading.article].append(reading.span)
    return spans


def _shared(comparison: Comparison) -> Iterator[LeadSentence]:
    """What most articles state, in the words of one of them and with no figure that differs."""
    count = len(comparison.articles)
    fact = _common_fact(comparison)
    if fact is None:
        yield _shared_in_part(comparison)
        return
    carriers = _in_full(comparison, fact)
    words = dated_label(comparison, fact)
    everyone = "Both report" if count == 2 else f"All {count} report"
    who = everyone if len(carriers) == count else f"{letters(carriers)} report"
    yield LeadSentence(
        kind=LeadKind.SHARED,
        text=f"{who}: “{_ended(words, is_cut=ends_early(comparison, fact))}”",
        sentences=tuple(
            next(
                mention.sentence
                for mention in fact.mentions
                if mention.article == letter and mention.extent is Extent.FULL
            )
            for letter in carriers
        ),
        findings=(fact.id,),
    )


def _shared_in_part(comparison: Comparison) -> LeadSentence:
    """What is said of shared facts where none can be told in one clear line for two articles."""
    shared = [fact for fact in comparison.facts if fact.shared]
    text = "No statement was found in two articles."
    if shared:
        some = "One statement stands" if len(shared) == 1 else f"{len(shared)} statements stand"
        text = (
            f"{some} in two articles or more; the grid tells how much of each and in whose words."
        )
    return LeadSentence(
        kind=LeadKind.SHARED,
        text=text,
        sentences=tuple(dict.fromkeys(m.sentence for fact in shared for m in fact.mentions)),
        findings=tuple(fact.id for fact in shared),
    )


def _common_fact(comparison: Comparison) -> Fact | None:
    """The fact that most articles state, one that can be read by itself; ties go to the higher.

    One that articles state on their own account goes before one that they put in the mouth of
    another; of those only a label that says so will do.
    """
    differing = {
        fact for group in comparison.figures if group.relation in DIFFERING for fact in group.facts
    }
    differing |= {conflict.fact for conflict in comparison.conflicts if conflict.fact}
    found = [
        fact
        for fact in comparison.facts
        if len(_in_full(comparison, fact)) > 1
        and fact.id not in differing
        and not is_fact_withheld(comparison, fact)
        and fact_name(comparison, fact).startswith(fact.label[:1])
        and is_verbatim(comparison, fact)
        and stands_alone(fact.label)
        and (_is_asserted(fact) or has_report(fact.label))
    ]

    def weight(fact: Fact) -> tuple[bool, int, float, str]:
        width = len(_in_full(comparison, fact))
        return _is_asserted(fact), width, _height(comparison, fact), fact.id

    return max(found, key=weight, default=None)


def _is_asserted(fact: Fact) -> bool:
    return sum(mention.mode is Mode.ASSERTED for mention in fact.mentions) >= _WITNESSES


def _in_full(comparison: Comparison, fact: Fact) -> list[str]:
    """The letters of the articles that state all of a fact; a part of it does not count."""
    whole = {mention.article for mention in fact.mentions if mention.extent is Extent.FULL}
    return [article.letter for article in comparison.articles if article.letter in whole]


def _height(comparison: Comparison, fact: Fact) -> float:
    cells = (comparison.cell(fact.id, letter).first for letter in fact.articles)
    firsts = sorted(first for first in cells if first is not None)
    return -sum(firsts) / len(firsts) if firsts else -1.0


def _alone(comparison: Comparison) -> Iterator[LeadSentence]:
    for letter, fact_id in list(only_in(comparison).items())[:1]:
        fact = comparison.fact(fact_id)
        where = paragraph_place(comparison, letter, fact.mentions[0].sentence)
        name = fact_name(comparison, fact)
        yield LeadSentence(
            kind=LeadKind.ALONE,
            text=f"Only {letter} ({where}): {_ended(name, is_cut=ends_early(comparison, fact))}",
            sentences=(fact.mentions[0].sentence,),
            findings=(fact.id,),
        )


def _ended(words: str, *, is_cut: bool = False) -> str:
    """The words, cut where they are long, with one mark at their end."""
    cut = shorten(words, limit=_STATEMENT)
    if is_cut and not cut.endswith("…"):
        return f"{cut.rstrip('.')} …"
    return cut if cut.endswith(("…", ".", "!", "?", "”")) else f"{cut}."


def _quote(comparison: Comparison, looks: Sequence[RankedHighlight]) -> Iterator[LeadSentence]:
    """The weightiest change of a quotation that tells which words are gone."""
    ids = [look.ref for look in looks if look.kind is HighlightKind.QUOTE]
    for ref in ids:
        group = next(one for one in comparison.quote_groups if one.id == ref)
        changes = tuple(_changes(comparison, group))
        if changes and NOT_SHOWN not in "".join(changes):
            home = group.fullest.partition(".")[0]
            speaker = _called(group.speaker)
            yield LeadSentence(
                kind=LeadKind.QUOTE,
                text=f"Words of {speaker}, fullest in {home}: {'; '.join(changes)}.",
                sentences=tuple(_sentences_of(comparison, group)),
                findings=(group.id,),
            )
            return


def _called(speaker: str | None) -> str:
    """A name as it is, "the letter" in quotation marks, and what has no name."""
    if not speaker:
        return "an unnamed speaker"
    return speaker if speaker[:1].isupper() else f"“{speaker}”"


def _changes(comparison: Comparison, group: QuoteGroup) -> Iterator[str]:
    told: list[tuple[str, str]] = []
    home = group.fullest.partition(".")[0]
    for member in {one.article: one for one in reversed(telling_versions(group))}.values():
        if member.article == home:
            continue
        words = change_words(comparison, group, member)
        if member.lost and not is_retold(comparison, member):
            gone = shorten(lost_words(comparison, group, member), limit=_CUT)
            words += f", without “{gone.replace(' ……', '…')}”"
        told.append((member.article, words))
    versions = list(letters_by_wording(reversed(told)))
    for who, words in versions[:1]:
        yield f"in {letters(who)} {words}"
    others = dict.fromkeys(letter for who, _ in versions[1:] for letter in who)
    if others:
        yield f"changed in {letters(others)} too"


def _sentences_of(comparison: Comparison, group: QuoteGroup) -> Iterator[str]:
    for member in group.members:
        first = comparison.quote(member.quote).parts[0]
        article = comparison.article(member.article)
        yield next(one.id for one in article.sentences if one.span.end > first.start)


def _voice(comparison: Comparison) -> Iterator[LeadSentence]:
    """The speaker whom most articles quote and some do not."""
    every = [article.letter for article in comparison.articles]
    rows = [row for row in comparison.ledger if 1 < len(_quoting(row)) < len(every)]
    row = max(rows, key=_weight, default=None)
    if row is None:
        return
    quoting = _quoting(row)
    lacking = [letter for letter in every if letter not in quoting]
    in_order = [letter for letter in every if letter in quoting]
    speaker = row.speaker if row.group in _PERSONS else f"“{row.speaker}”"
    quotes = [quote for one in row.counts for quote in one.quotes[:1]]
    yield LeadSentence(
        kind=LeadKind.VOICE,
        text=f"Words of {speaker} stand in {letters(in_order)}; not found in {letters(lacking)}.",
        sentences=tuple(_sentence_of_quote(comparison, quote) for quote in quotes),
    )


def _weight(row: LedgerRow) -> tuple[bool, int, int, str]:
    """People before organisations and documents, then by outlets and by words."""
    return row.group in _PERSONS, len(_quoting(row)), _words(row), row.speaker


def _quoting(row: LedgerRow) -> list[str]:
    return [one.article for one in row.counts if one.words]


def _words(row: LedgerRow) -> int:
    return sum(one.words for one in row.counts)


def _sentence_of_quote(comparison: Comparison, quote_id: str) -> str:
    first = comparison.quote(quote_id).parts[0]
    article = comparison.article(quote_id.partition(".")[0])
    return next(one.id for one in article.sentences if one.span.end > first.start)


def _copies(comparison: Comparison) -> Iterator[LeadSentence]:
    """Which articles are one source; said only where some share copy, as the counts tell too."""
    found = [one for one in comparison.reuse if is_dependent(one)]
    if found:
        told = "; ".join(f"{letters(one.articles)} (at least {one.share:.0%})" for one in found)
        yield LeadSentence(
            kind=LeadKind.COPY,
            text=f"One text, not several: {told} share copy nearly word for word.",
            sentences=tuple(
                dict.fromkeys(
                    sentence.id
                    for one in found
                    for passage in one.passages[:1]
                    for e in passage.evidence
                    for sentence in comparison.article(e.article).sentences
                    if sentence.span.overlaps(e.span)
                )
            ),
        )
