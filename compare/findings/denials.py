"""Statements of different articles that exclude each other: denied here, affirmed there."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from compare.english.hedges import CHARGES
from compare.findings.absence_hints import hours_earlier
from compare.findings.told_sentences import facts_by_sentence, told_sentences
from compare.model.articles import Article, Document, Precision, Sentence
from compare.model.facts import Fact
from compare.model.findings import Conflict, ConflictKind, Evidence, FigureGroup
from compare.model.letters import index
from compare.model.quotes import Quote, QuoteKind, SpeakerGroup
from compare.model.spans import Span
from compare.model.verification import Rule
from compare.text.assertions import Assertions, assertions
from compare.text.fold import folded_text
from compare.text.hedges import hedges
from compare.text.not_amounts import not_amounts
from compare.text.words import STOP, stem
from compare.verify.polarity import Opposition, OppositionKind, opposite_polarity

# A statement that was denied this many hours before it is affirmed has been overtaken.
_OVERTAKEN = 0.5
# Words in common, and the part of the shorter statement they fill, of two that no fact joins.
_SHARED, _PART = 3, 0.5
# Or all words of the shorter one but so many, names of who says it left out.
_FEW, _ALONE = 2, 1
# Long sentences of one fact may still deny and affirm two acts.
_IN_FACT, _PART_IN_FACT = 1, 0.25
# Of these the later report may tell another state and both be right.
_CHANGING = frozenset("life harm office holding entry liberty course hospital condition".split())
_PLEA = re.compile(r"(?<!\w)(?:plead(?:s|ed|ing)?|pled|pleas?)(?!\w)", re.IGNORECASE)
_OF_WHAT = re.compile(r"\s+(?:of|for|with|to)\s+(?P<what>[\w’'-]+(?:\s+[\w’'-]+)?)")
_NO_ONE = re.compile(r"(?:no\s+one|nobody|no)(?!\w)", re.IGNORECASE)
_ALL_TOLD = re.compile(
    r"(?:[Nn]o\s+one|[Nn]obody)\s+(?:was|were|is|has\s+been|had\s+been)\s+"
    r"(?:killed|hurt|injured|harmed|arrested|detained|charged|missing|trapped)\W*"
    r"|[Nn]o\s+(?:arrests|charges|injuries|deaths|casualties|one|people)\s+(?:were|have\s+been|had\s+been)\s+"
    r"(?:made|brought|reported|filed|killed|hurt)\W*"
)


@dataclass(frozen=True, slots=True)
class _Voice:
    """Who is given some words: a name or a description, "" for nobody named.

    `reported` tells that the outlet gives in words of its own what a body, a group or a source
    without a name says, as it gives a figure with its source; what one person says is no statement
    of the outlet.
    """

    name: str
    reported: bool

    @property
    def key(self) -> str:
        """The last word of the name, for names that are given in full and in short."""
        return folded_text(self.name).split()[-1] if self.name else ""


def _voice(quote: Quote) -> _Voice:
    who = quote.speaker
    person = who is not None and who.how == "name" and who.group is not SpeakerGroup.ORGANISATION
    named = person and who is not None and all(word[:1].isupper() for word in who.name.split())
    return _Voice(who.name if who else "", quote.kind is QuoteKind.INDIRECT and not named)


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

    def voice(self, span: Span) -> _Voice | None:
        """Who is given these words; None where the article speaks on its own account."""
        for quote in self.article.quotes:
            if any(part.overlaps(span) for part in quote.parts):
                return _voice(quote)
        return None

    @property
    def pleads(self) -> bool:
        """True where the sentence tells of a plea; a verdict is another thing."""
        return _PLEA.search(self.sentence.span.of(self.text)) is not None

    @property
    def sources(self) -> frozenset[str]:
        """The stems of the words for those who are given as saying something in the sentence."""
        names = (
            quote.speaker.name
            for quote in self.article.quotes
            if quote.speaker and any(part.overlaps(self.sentence.span) for part in quote.parts)
        )
        return frozenset(stem(word) for name in names for word in folded_text(name).split())

    @property
    def labels(self) -> frozenset[str]:
        """The numbers in names of the sentence: those of "Lines 1 and 3"."""
        text = self.sentence.span.of(self.text)
        spans = not_amounts(text)
        return frozenset(digit for span in spans for digit in re.findall(r"\d+", span.of(text)))

    def is_doubted(self, words: Span) -> bool:
        """True for words held at arm's length, or given as somebody's charge before them."""
        plain = folded_text(self.text[self.sentence.span.start : words.start]).split()
        return bool(hedges(self.text, self.sentence.span)) or any(
            word.startswith(CHARGES) for word in plain
        )


def denial_conflicts(
    articles: Sequence[Article], facts: Sequence[Fact], figures: Sequence[FigureGroup] = ()
) -> tuple[Conflict, ...]:
    """What one article denies and another affirms, in the order of the text; each once.

    Looked for in all sentences of the story, whether or not a fact joins them. Both articles speak
    on their own account, give the words of one person, or report what a body, a group or a source
    without a name says; the last only where neither article tells the other side as well. Where
    somebody is said to deny what the other states, they differ in certainty. A denial, or a state
    that changes, in an earlier report is told as `later` with the times of both; "not yet"
    excludes nothing. What one of the `figures` tells already is not told again: "no one" is a
    number too.
    """
    told = _told(articles, facts)
    counted = [[(each.article, each.span) for each in group.readings] for group in figures]
    by_article: dict[str, list[_Told]] = {}
    for one in told:
        by_article.setdefault(one.article.letter, []).append(one)
    found: dict[str, Conflict] = {}
    seen: set[tuple[str, str]] = set()
    for one, other in _candidates(told):
        found_here = _between(one, other, by_article)
        if found_here is None or any(_tells(group, one, other, found_here) for group in counted):
            continue
        conflict = _conflict(one, other, found_here, min(one.facts & other.facts, default=None))
        pair = (conflict.fact or "", conflict.kind)
        if not (pair[0] and pair in seen):
            seen.add(pair)
            found.setdefault(conflict.id, conflict)
    return tuple(found.values())


def _told(articles: Sequence[Article], facts: Sequence[Fact]) -> list[_Told]:
    stated = facts_by_sentence(facts)
    return [
        _Told(article, sentence, assertions(words), frozenset(stated.get(sentence.id, ())))
        for article in articles
        for sentence, words in told_sentences(article)
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


def _between(
    one: _Told, other: _Told, by_article: Mapping[str, Sequence[_Told]]
) -> Opposition | None:
    """How two sentences exclude each other, where they are of one act and may be set together."""
    shared = one.facts & other.facts
    found = _opposed(one, other)
    if found is None or found.so_far:
        return None
    if one.is_doubted(found.a) or other.is_doubted(found.b):
        return None
    if not _of_one_act(one, other, found, in_fact=bool(shared)):
        return None
    if one.pleads != other.pleads or _of_other_things(one, other, found):
        return None
    if found.kind is OppositionKind.EXCLUDED and one.labels != other.labels:
        return None  # Lines 1 and 3 are closed, the airport line is open
    voices = (one.voice(found.a), other.voice(found.b))
    if found.kind is OppositionKind.DISPUTED:
        if not _states_itself(one, other, found):
            return None
    elif not _one_voice(*voices) and not (
        all(voice is None or voice.reported for voice in voices)
        and not _has_both_sides(one, other, by_article)
    ):
        return None
    return found


def _tells(
    readings: Sequence[tuple[str, Span]], one: _Told, other: _Told, found: Opposition
) -> bool:
    """True where a denying word is a figure of a group that has a figure of the other sentence."""
    sides = ((one, found.a, other), (other, found.b, one))
    return any(
        any(mine.article.letter == letter and words.overlaps(span) for letter, span in readings)
        and any(
            theirs.article.letter == letter and theirs.sentence.span.contains(span)
            for letter, span in readings
        )
        for mine, words, theirs in sides
    )


def _of_other_things(one: _Told, other: _Told, found: Opposition) -> bool:
    """True for "guilty of arson" and "not guilty of fraud": the words behind part them."""
    mine, theirs = (
        {stem(word) for word in folded_text(match["what"]).split()} - STOP
        if (match := _OF_WHAT.match(each.text, words.end))
        else set()
        for each, words in ((one, found.a), (other, found.b))
    )
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _opposed(one: _Told, other: _Told) -> Opposition | None:
    return opposite_polarity(one.text, one.sentence.span, other.text, other.sentence.span)


def _of_one_act(one: _Told, other: _Told, found: Opposition, *, in_fact: bool) -> bool:
    fewest = min(len(one.read.context), len(other.read.context))
    alike = len(found.shared) + found.matched - 1
    if in_fact:
        return alike >= min(_IN_FACT, fewest) and alike >= _PART_IN_FACT * fewest
    if alike >= _SHARED and alike >= _PART * fewest:
        return True
    if _denies_all(one, found.a) or _denies_all(other, found.b):
        return not (one.read.times and other.read.times)
    told = found.shared - one.read.names - other.read.names
    fewest = _unshared(one, other)
    if found.kind is OppositionKind.EXCLUDED and len(found.shared - told) >= _FEW:
        return fewest <= _ALONE  # the state of one person, named in full
    if told and (found.same_head or fewest == 0):
        return fewest <= _ALONE
    return len(found.shared) >= _FEW and bool(told) and fewest <= _ALONE


def _denies_all(told: _Told, words: Span) -> bool:
    """True for "no one has been arrested" and "no arrests have been made", with nothing besides.

    That excludes every arrest of the story.
    """
    if not _NO_ONE.match(words.of(told.text)):
        return False
    said = told.sentence.span.of(told.text)
    start = words.start - told.sentence.span.start
    return (
        not (told.read.names or told.read.times) and _ALL_TOLD.fullmatch(said[start:]) is not None
    )


def _unshared(one: _Told, other: _Told) -> int:
    """How many words of meaning of the shorter statement the other lacks, names left out."""
    mine, theirs = one.read, other.read
    return min(
        len(mine.context - theirs.context - mine.names - one.sources),
        len(theirs.context - mine.context - theirs.names - other.sources),
    )


def _one_voice(mine: _Voice | None, theirs: _Voice | None) -> bool:
    """True when both articles speak themselves, or give the words of one person."""
    if mine is None or theirs is None:
        return mine is theirs
    return mine.key == theirs.key != ""


def _states_itself(one: _Told, other: _Told, found: Opposition) -> bool:
    """True where an article states itself what somebody denies in the other."""
    states = (other, found.b)
    if found.a.end - found.a.start < found.b.end - found.b.start:
        states = (one, found.a)
    return states[0].voice(states[1]) is None


def _has_both_sides(one: _Told, other: _Told, by_article: Mapping[str, Sequence[_Told]]) -> bool:
    """True when the article of either statement also says the opposite of it, of one act."""
    for mine in (one, other):
        for beside in by_article[mine.article.letter]:
            found = None if beside is mine else _opposed(mine, beside)
            if found and _of_one_act(mine, beside, found, in_fact=False):
                return True
    return False


def _conflict(one: _Told, other: _Told, found: Opposition, fact: str | None) -> Conflict:
    words = [found.a.of(one.text), found.b.of(other.text)]
    hours = hours_earlier(one.article.document, other.article.document)
    (early, first), (late, second) = (one, words[0]), (other, words[1])
    if hours is not None and hours < 0:
        (early, first), (late, second) = (late, second), (early, first)
    overtaken = hours is not None and abs(hours) >= _OVERTAKEN and _may_change(early, late, found)
    kind = ConflictKind.LATER if overtaken else ConflictKind.OPPOSITE
    voices = [_as_told(each.voice(span)) for each, span in ((one, found.a), (other, found.b))]
    if early is not one:
        voices.reverse()
    if voices[0] == voices[1]:
        voices = ["", ""]
    why = (
        f"One article says “{first}”{voices[0]}, the other “{second}”{voices[1]}; they cannot "
        "both be so."
    )
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


def _as_told(voice: _Voice | None) -> str:
    """Whose words they are, for a statement that the article does not make itself."""
    if voice is None:
        return ""
    return f" as told by {voice.name}" if voice.name else " as told by somebody"


def _longer(words: Sequence[str]) -> str:
    return max(words, key=lambda each: (len(each), each))


def _may_change(early: _Told, late: _Told, found: Opposition) -> bool:
    """True for a denial that was overtaken, and for a state that passes into another."""
    if found.kind is OppositionKind.DENIED:
        return any(not denial.own and not denial.past for denial in early.read.denials)
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
