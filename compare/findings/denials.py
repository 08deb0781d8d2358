"""Statements of different articles that exclude each other: denied here, affirmed there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from compare.findings.absence_hints import hours_earlier
from compare.model.articles import Article, Document, Part, Precision, Sentence
from compare.model.facts import Fact
from compare.model.findings import Conflict, ConflictKind, Evidence
from compare.model.letters import index
from compare.model.spans import Span
from compare.model.verification import Rule
from compare.text.assertions import Assertions, assertions
from compare.text.fold import folded_text
from compare.text.hedges import hedges
from compare.verify.polarity import Opposition, OppositionKind, opposite_polarity

# A statement that was denied this many hours before it is affirmed has been overtaken.
_OVERTAKEN = 0.5
# Words in common, and the part of the shorter statement they fill, of two that no fact joins.
_SHARED, _PART = 3, 0.5
# Long sentences of one fact may still deny and affirm two acts.
_IN_FACT, _PART_IN_FACT = 1, 0.25
# Of these the later report may tell another state and both be right.
_CHANGING = frozenset(("life", "harm", "office", "holding", "entry", "liberty", "course"))
_CHARGES = ("alleg", "accus", "claim", "charg", "suspect", "purport")


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence of one article with what it affirms and denies, and its facts."""

    article: Article
    sentence: Sentence
    read: Assertions
    facts: frozenset[str]

    @property
    def text(self) -> str:
        return self.article.document.text

    def speaker(self, span: Span) -> str | None:
        """The last name of who is given these words; "" for words of somebody unnamed."""
        for quote in self.article.quotes:
            if any(part.overlaps(span) for part in quote.parts):
                return folded_text(quote.speaker.name).split()[-1] if quote.speaker else ""
        return None

    @property
    def is_doubted(self) -> bool:
        """True for a statement held at arm's length, or given as somebody's charge."""
        plain = folded_text(self.sentence.span.of(self.text)).split()
        return bool(hedges(self.text, self.sentence.span)) or any(
            word.startswith(_CHARGES) for word in plain
        )


def denial_conflicts(articles: Sequence[Article], facts: Sequence[Fact]) -> tuple[Conflict, ...]:
    """What one article denies and another affirms, in the order of the text; each once.

    Looked for in all sentences of the story, whether or not a fact joins them. Both articles speak
    on their own account or give the words of one person; where somebody is said to deny what the
    other states, they differ in certainty. A denial, or a state that changes, in an
    earlier report is told as `later` with the times of both; "not yet" excludes nothing.
    """
    told = _told(articles, facts)
    found: dict[str, Conflict] = {}
    seen: set[tuple[str, str]] = set()
    for one, other in _candidates(told):
        conflict = _between(one, other)
        pair = (conflict.fact or "", conflict.kind) if conflict else ("", "")
        if conflict and not (pair[0] and pair in seen):
            seen.add(pair)
            found.setdefault(conflict.id, conflict)
    return tuple(found.values())


def _told(articles: Sequence[Article], facts: Sequence[Fact]) -> list[_Told]:
    stated: dict[str, set[str]] = {}
    for fact in facts:
        for mention in fact.mentions:
            stated.setdefault(mention.sentence, set()).add(fact.id)
    return [
        _Told(
            article,
            sentence,
            assertions(sentence.span.of(article.document.text)),
            frozenset(stated.get(sentence.id, ())),
        )
        for article in articles
        for sentence in article.sentences
        if sentence.in_story and sentence.part is not Part.HEADLINE
    ]


def _candidates(told: Sequence[_Told]) -> Iterator[tuple[_Told, _Told]]:
    """Pairs of different articles of which one denies a word, or names a state, of the other."""
    affirming: dict[tuple[str, str], list[int]] = {}
    states: dict[str, list[int]] = {}
    for place, one in enumerate(told):
        for concept in {word.concept for word in one.read.affirmed}:
            affirming.setdefault(concept, []).append(place)
            if concept[0]:
                states.setdefault(concept[0], []).append(place)
    pairs: set[tuple[int, int]] = set()
    for place, one in enumerate(told):
        for denial in one.read.denials:
            lists = [affirming[w.concept] for w in denial.words if w.concept in affirming]
            rarest = min(lists, key=len, default=[])
            pairs.update((min(place, other), max(place, other)) for other in rarest)
    for places in states.values():
        pairs.update(combinations(sorted(set(places)), 2))
    for a, b in sorted(pairs):
        if told[a].article is not told[b].article:
            yield told[a], told[b]


def _between(one: _Told, other: _Told) -> Conflict | None:
    shared = one.facts & other.facts
    found = opposite_polarity(one.text, one.sentence.span, other.text, other.sentence.span)
    if found is None or found.so_far:
        return None
    if not _of_one_act(one, other, found, in_fact=bool(shared)) or not _one_voice(
        one, other, found
    ):
        return None
    if one.is_doubted or other.is_doubted:
        return None
    return _conflict(one, other, found, min(shared, default=None))


def _of_one_act(one: _Told, other: _Told, found: Opposition, *, in_fact: bool) -> bool:
    fewest = min(len(one.read.context), len(other.read.context))
    alike = len(found.shared) + found.matched - 1
    if in_fact:
        return alike >= min(_IN_FACT, fewest) and alike >= _PART_IN_FACT * fewest
    return alike >= _SHARED and alike >= _PART * fewest


def _one_voice(one: _Told, other: _Told, found: Opposition) -> bool:
    """True when both articles speak themselves, or give the words of one person.

    A denial that is told as somebody's own is set against what an article states itself.
    """
    if found.kind is OppositionKind.DISPUTED:
        denies, states = (one, found.a), (other, found.b)
        if found.a.end - found.a.start < found.b.end - found.b.start:
            denies, states = states, denies
        return states[0].speaker(states[1]) is None
    return one.speaker(found.a) == other.speaker(found.b) != ""


def _conflict(one: _Told, other: _Told, found: Opposition, fact: str | None) -> Conflict:
    words = [found.a.of(one.text), found.b.of(other.text)]
    hours = hours_earlier(one.article.document, other.article.document)
    (early, first), (late, second) = (one, words[0]), (other, words[1])
    if hours is not None and hours < 0:
        (early, first), (late, second) = (late, second), (early, first)
    overtaken = hours is not None and abs(hours) >= _OVERTAKEN and _may_change(early, late, found)
    kind = ConflictKind.LATER if overtaken else ConflictKind.OPPOSITE
    why = f"One article says “{first}”, the other “{second}”; they cannot both be so."
    if found.kind is OppositionKind.DISPUTED:
        kind = ConflictKind.CERTAINTY
        why = f"One article states it on its own account, the other says “{_longer(words)}”."
    elif overtaken:
        times = [_moment(each.article.document) for each in (early, late)]
        why = f"The report of {times[0]} says “{first}”, that of {times[1]} “{second}”."
    evidence = sorted((_evidence(one), _evidence(other)), key=lambda each: index(each.article))
    digest = hashlib.sha256(
        "\n".join([kind.value, *sorted(folded_text(e.text) for e in evidence)]).encode(
            "utf-8", "surrogatepass"
        )
    ).hexdigest()
    said = other if found.a.end - found.a.start > found.b.end - found.b.start else one
    rule = Rule.EXCLUDED if found.kind is OppositionKind.EXCLUDED else Rule.DENIED
    return Conflict(
        id=f"c-{digest[:6]}",
        kind=kind,
        question=" ".join(said.sentence.span.of(said.text).split()),
        evidence=tuple(evidence),
        why=why,
        fact=fact,
        verified_by=(rule, Rule.ONE_ACT),
    )


def _longer(words: Sequence[str]) -> str:
    return max(words, key=lambda each: (len(each), each))


def _may_change(early: _Told, late: _Told, found: Opposition) -> bool:
    """True for a denial that was overtaken, and for a state that passes into another."""
    if found.kind is OppositionKind.DENIED:
        return bool(early.read.denials)
    headings = [{w.state[0] for w in each.read.affirmed if w.state} for each in (early, late)]
    return bool(headings[0] & headings[1] & _CHANGING)


def _moment(document: Document) -> str:
    """When a report was published, in words for the reader; it is known."""
    when = document.published
    if when is None:
        return "an unknown time"
    return (
        f"{when:%Y-%m-%d}"
        if document.published_precision is Precision.DAY
        else (f"{when:%Y-%m-%d %H:%M}")
    )


def _evidence(told: _Told) -> Evidence:
    span = told.sentence.span
    return Evidence(article=told.article.letter, span=span, text=told.article.words_of(span))


def without_repeats(
    denied: Sequence[Conflict], numbers: Sequence[Conflict]
) -> tuple[Conflict, ...]:
    """The denials that no conflict of figures tells already: "no one" is a number too."""
    told = [{(each.article, each.span) for each in one.evidence} for one in numbers]
    return tuple(
        one
        for one in denied
        if not any({(each.article, each.span) for each in one.evidence} <= pair for pair in told)
    )
