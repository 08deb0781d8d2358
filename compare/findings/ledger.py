"""Who gets to speak in each article, and how much: quotes and quoted words by speaker."""

from __future__ import annotations

from collections.abc import Sequence

from compare.align.speakers import HeardSpeaker, heard_speakers
from compare.english.word_lists import word_list
from compare.model.articles import Article
from compare.model.findings import Evidence, LedgerRow, SpeakerCount
from compare.model.quotes import Quote, Speaker, SpeakerGroup
from compare.model.spans import Span
from compare.text.cardinals import ONES, TENS
from compare.text.persons import is_spelt_alike
from compare.text.words import words

_NOBODY = word_list("function-words") | frozenset(ONES) | frozenset(TENS)
_PLAINEST = (
    SpeakerGroup.OFFICIAL,
    SpeakerGroup.EXPERT,
    SpeakerGroup.WITNESS,
    SpeakerGroup.AFFECTED,
    SpeakerGroup.ORGANISATION,
    SpeakerGroup.DOCUMENT,
    SpeakerGroup.ANONYMOUS,
    SpeakerGroup.OTHER,
)


def ledger(
    articles: Sequence[Article], heard: Sequence[HeardSpeaker] | None = None
) -> tuple[LedgerRow, ...]:
    """One row for each speaker of the story, with a count for each article that quotes them.

    Left out is what names nobody: a pronoun that nobody was found for, a bare number. Speakers with
    the most words come first. Words under two speakers at once (a report inside a
    report) are counted once, for the outer one. `share` is of all words the article gives to
    anybody; the group is the one most articles show, with the words that show it. `heard` are the
    voices of the articles, where they are known already.
    """
    said = {article.letter: _words_by_quote(article) for article in articles}
    totals = {letter: sum(counts.values()) for letter, counts in said.items()}
    rows = [
        _row(voice, articles, said, totals)
        for voice in (heard_speakers(articles) if heard is None else heard)
        if voice.name.lower() not in _NOBODY
    ]
    return tuple(sorted(rows, key=_order))


def _order(row: LedgerRow) -> tuple[int, str, tuple[int, ...]]:
    amounts = tuple(sorted(-count.words for count in row.counts))
    return sum(amounts), row.speaker, amounts


def _words_by_quote(article: Article) -> dict[str, int]:
    """How many words each quote holds that no wider quote holds already."""
    taken: set[int] = set()
    found = {}
    for quote in sorted(article.quotes, key=lambda q: (q.parts[0].start, -q.parts[-1].end)):
        starts = {w.start for part in quote.parts for w in words(article.document.text, part)}
        found[quote.id] = len(starts - taken)
        taken |= starts
    return found


def _row(
    voice: HeardSpeaker,
    articles: Sequence[Article],
    said: dict[str, dict[str, int]],
    totals: dict[str, int],
) -> LedgerRow:
    counts = []
    for article in articles:
        mine = [q.id for letter, q in voice.quotes if letter == article.letter]
        if mine:
            total = sum(said[article.letter][i] for i in mine)
            whole = totals[article.letter]
            counts.append(
                SpeakerCount(
                    article=article.letter,
                    quotes=tuple(mine),
                    words=total,
                    share=round(total / whole, 4) if whole else 0.0,
                )
            )
    group, evidence = _group(voice, articles)
    return LedgerRow(
        speaker=voice.name,
        group=group,
        evidence=evidence,
        counts=tuple(counts),
        spellings=_spellings(voice, articles),
    )


def _spellings(voice: HeardSpeaker, articles: Sequence[Article]) -> tuple[Evidence, ...]:
    """Where an article first prints a name of a person that is spelt in another way."""
    found = []
    for article in articles:
        mine = [q.speaker for letter, q in voice.quotes if letter == article.letter if q.speaker]
        other = next((s.name for s in mine if _is_respelt(s, voice.name)), None)
        at = article.document.text.find(other) if other else -1
        if other and at >= 0:
            span = Span(at, at + len(other))
            found.append(Evidence(article=article.letter, span=span, text=other))
    return tuple(found)


def _is_respelt(speaker: Speaker, name: str) -> bool:
    person = speaker.group not in (SpeakerGroup.ORGANISATION, SpeakerGroup.DOCUMENT)
    both = len(speaker.name.split()) > 1 and len(name.split()) > 1
    return person and both and not speaker.anonymous and not is_spelt_alike(speaker.name, name)


def _group(
    voice: HeardSpeaker, articles: Sequence[Article]
) -> tuple[SpeakerGroup, Evidence | None]:
    """The group most articles show; ties fall to the one that comes first in the list of groups."""
    shown: dict[SpeakerGroup, set[str]] = {}
    for letter, quote in voice.quotes:
        if quote.speaker and (quote.speaker.group is not SpeakerGroup.OTHER):
            shown.setdefault(quote.speaker.group, set()).add(letter)
    if not shown:
        return SpeakerGroup.OTHER, None
    group = max(shown, key=lambda g: (len(shown[g]), -_PLAINEST.index(g)))
    found = [
        one
        for article in articles
        for letter, quote in voice.quotes
        if letter == article.letter and quote.speaker and quote.speaker.group is group
        for one in [_evidence(article, quote)]
        if one
    ]
    return group, min(found, key=lambda e: (e.text, e.span), default=None)


def _evidence(article: Article, quote: Quote) -> Evidence | None:
    span = quote.speaker.group_span if quote.speaker else None
    if span is None:
        return None
    return Evidence(article=article.letter, span=span, text=span.of(article.document.text))
