"""Facts that were not found in an article, facts that it has alone, and what its reader misses."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from compare.align.reuse import wordings_of
from compare.findings.absence_hints import Reasons
from compare.findings.near_mentions import NearMentions, SoughtFact
from compare.model.articles import Article
from compare.model.facts import Coverage, Fact, State
from compare.model.figures import FigureKind
from compare.model.findings import Absence, Digest, FigureGroup, Reuse
from compare.model.letters import index, ordered_letters

# A nearest statement from this score on may state the fact after all when the article also has a
# figure of the fact, perhaps in other units, ...
_POSSIBLY_WITH_FIGURE = 0.05
# ... and so may two neighbouring sentences with this share of its words.
_TRACE = 0.45
# A fact with less to look for than this can be told in words that nobody would find.
_SUBSTANCE = 2.2
_WITNESSES = 2
# About a paragraph.
_DIGEST = 6
# An article has a fact alone when no other perhaps has it, nor this share of its words in two
# neighbouring sentences, nor an amount that it names.
_ECHOED_WORDS = 0.3
# A label of fewer words says little.
_SLIGHT = 7
# How much a place at the top of the articles adds to one independent wording.
_TOP = 1.5

_SAYING = (State.STATED, State.QUOTED)

Cells = Mapping[tuple[str, str], Coverage]


def absences(
    articles: Sequence[Article],
    facts: Sequence[Fact],
    coverage: Sequence[Coverage],
    found: Sequence[Reuse],
    traces: NearMentions,
    *,
    figures: Sequence[FigureGroup] = (),
) -> tuple[Absence, ...]:
    """Facts that two or more articles state in full and another does not, the weightiest first.

    Weight is the number of independent wordings, times how near the top they stand. Left out is
    what may well be there in other words: when the nearest sentence scores high, or middling beside
    a figure of the fact, or when two neighbouring sentences hold much of its words; or when the
    article answers the question of the fact in `figures` with an amount of its own. So are facts
    that say too little to be looked for. `articles` come in canonical order.
    """
    answered = _answered(articles, figures)
    cells = {(cell.fact, cell.article): cell for cell in coverage}
    reasons = Reasons(articles, facts)
    weighed: list[tuple[float, Absence]] = []
    for fact in facts:
        said_by = _said_by(fact, articles, cells)
        if not _WITNESSES <= len(said_by) < len(articles):
            continue
        sought = SoughtFact(fact, traces)
        lacking = [
            a.letter
            for a in articles
            if (fact.id, a.letter) not in answered and _is_absent(cells[fact.id, a.letter], sought)
        ]
        if lacking and sought.substance >= _SUBSTANCE:
            wordings = wordings_of(fact, found)
            weight = wordings * (_TOP - _depth(fact, said_by, cells))
            weighed += [
                (
                    weight,
                    Absence(
                        fact=fact.id,
                        article=letter,
                        said_by=said_by,
                        nearest=cells[fact.id, letter].nearest,
                        hints=reasons.of(letter, said_by),
                        wordings=wordings,
                    ),
                )
                for letter in lacking
            ]
    ordered_by_weight = [one for _, one in sorted(weighed, key=lambda pair: -pair[0])]
    return tuple(_without_repeats(ordered_by_weight, {fact.id: fact for fact in facts}))


def _answered(
    articles: Sequence[Article], figures: Sequence[FigureGroup]
) -> frozenset[tuple[str, str]]:
    """Facts and letters of articles that give an amount for what two others count there."""
    kinds = {figure.id: figure.kind for article in articles for figure in article.figures}
    return frozenset(
        (fact, reading.article)
        for group in figures
        if kinds[group.readings[0].figure] not in (FigureKind.DATE, FigureKind.TIME)
        for fact in group.facts
        for reading in group.readings
    )


def _without_repeats(found: Sequence[Absence], facts: Mapping[str, Fact]) -> Iterator[Absence]:
    """Leaves out a fact whose sentences all state one fact that the same article lacks already.

    Facts may overlap: a sentence that states two things stands under both.
    """
    told: dict[str, list[set[str]]] = {}
    for absence in found:
        own = {mention.sentence for mention in facts[absence.fact].mentions}
        before = told.setdefault(absence.article, [])
        if not any(own <= other for other in before):
            before.append(own)
            yield absence


def only_here(
    articles: Sequence[Article],
    facts: Sequence[Fact],
    coverage: Sequence[Coverage],
    traces: NearMentions,
) -> dict[str, tuple[str, ...]]:
    """For each letter the ids of the facts that this article has alone, the highest placed first.

    Facts that only quoted words state, or that say little, come after all others. A fact of which
    another article has a near sentence, or a good part of its words, is left out.
    """
    cells = {(cell.fact, cell.article): cell for cell in coverage}
    found: dict[str, list[tuple[bool, float, str]]] = {a.letter: [] for a in articles}
    for fact in facts:
        letters = _stated_by(fact, articles, cells)
        others = [cells[fact.id, a.letter] for a in articles if a.letter not in letters]
        if len(letters) == 1 and not _is_echoed(fact, others, traces):
            quoted = cells[fact.id, letters[0]].state is State.QUOTED
            slight = quoted or len(fact.label.split()) < _SLIGHT
            found[letters[0]].append((slight, _depth(fact, letters, cells), fact.id))
    return {
        letter: tuple(fact for *_, fact in sorted(those, key=lambda one: one[:2]))
        for letter, those in found.items()
    }


def _is_echoed(fact: Fact, others: Sequence[Coverage], traces: NearMentions) -> bool:
    if any(cell.state is State.PERHAPS for cell in others):
        return True
    sought = SoughtFact(fact, traces)
    return any(
        sought.trace(cell.article) >= _ECHOED_WORDS or sought.has_figure(cell.article)
        for cell in others
    )


def digests(
    articles: Sequence[Article],
    facts: Sequence[Fact],
    coverage: Sequence[Coverage],
    missed: Sequence[Absence],
    traces: NearMentions,
) -> tuple[Digest, ...]:
    """For each article what it has alone, and what a reader of it alone would miss."""
    alone = only_here(articles, facts, coverage, traces)
    known = {fact.id: fact for fact in facts}
    return tuple(
        Digest(
            article=article.letter,
            only_here=alone[article.letter],
            elsewhere=digest_without(article.letter, missed, known),
        )
        for article in sorted(articles, key=lambda each: index(each.letter))
    )


def digest_without(
    letter: str, missed: Sequence[Absence], facts: Mapping[str, Fact]
) -> tuple[str, ...]:
    """The ids of about six facts that a reader of one article alone would miss, weightiest first.

    A fact whose every statement stands in sentences of facts already taken adds nothing new.
    """
    taken: list[str] = []
    sentences: set[str] = set()
    for absence in missed:
        if absence.article == letter and len(taken) < _DIGEST:
            own = {mention.sentence for mention in facts[absence.fact].mentions}
            if not own <= sentences:
                taken.append(absence.fact)
                sentences |= own
    return tuple(taken)


def _said_by(fact: Fact, articles: Sequence[Article], cells: Cells) -> tuple[str, ...]:
    """The articles that surely state the fact; none when fewer than two state it in full."""
    states = {a.letter: cells[fact.id, a.letter].state for a in articles}
    full = [letter for letter, state in states.items() if state is State.STATED]
    if len(full) < _WITNESSES:
        return ()
    return ordered_letters(letter for letter, state in states.items() if state in _SAYING)


def _stated_by(fact: Fact, articles: Sequence[Article], cells: Cells) -> tuple[str, ...]:
    states = {a.letter: cells[fact.id, a.letter].state for a in articles}
    return ordered_letters(
        letter for letter, state in states.items() if state.carries and state is not State.HEADLINE
    )


def _depth(fact: Fact, letters: Sequence[str], cells: Cells) -> float:
    """How far down the articles first state the fact on average: 0.0 at the top, 1.0 at the end."""
    firsts = [cells[fact.id, letter].first for letter in letters]
    known = [first for first in firsts if first is not None]
    # An exact sum does not depend on the order of the letters.
    return math.fsum(known) / len(known) if known else 1.0


def _is_absent(cell: Coverage, sought: SoughtFact) -> bool:
    if cell.state is not State.NOT_FOUND:
        return False
    score = cell.nearest.score if cell.nearest else 0.0
    if sought.trace(cell.article) >= _TRACE:
        return False
    return score < _POSSIBLY_WITH_FIGURE or not sought.has_figure(cell.article)
