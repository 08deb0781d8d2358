"""Statements of one fact that differ: doubted or sure, of another actor or place."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from compare.findings.stated_mentions import StatedMention, stated_mention
from compare.model.articles import Article
from compare.model.facts import Fact
from compare.model.findings import Conflict, ConflictKind, Evidence
from compare.model.letters import index
from compare.model.spans import Span
from compare.model.verification import Rule
from compare.text.fold import folded_text
from compare.text.words import STOP

# Shared content words needed, and the parts of the shorter and of the longer statement they fill.
_SHARED, _OF_SHORTER, _OF_LONGER = 4, 0.7, 0.55
# Two names of up to three words are exchanged, nothing else.
_MOST_CHANGED = 6
_PLACE_WORDS = frozenset("in at near outside inside off from on".split())

_Found = tuple[ConflictKind, StatedMention, Span, StatedMention, Span, str]


def statement_conflicts(articles: Sequence[Article], facts: Sequence[Fact]) -> tuple[Conflict, ...]:
    """Linked statements of a fact with like words that differ in one point, in the order of facts.

    Certainty: one doubts what the other asserts on its own account. Who and where: the words are
    the same but for one name, and both articles know both names. Each kind of conflict is told once
    for a fact, between the two statements that are most alike, and the same words are told once
    under the first of their facts.
    """
    known = _Known(articles)
    found: dict[str, Conflict] = {}
    for fact in facts:
        kinds: set[ConflictKind] = set()
        for a, b in _alike(known.statements(fact)) if fact.shared else ():
            for conflict in _between(a, b):
                if conflict[0] not in kinds:
                    kinds.add(conflict[0])
                    one = _conflict(fact, conflict)
                    found.setdefault(one.id, one)
    return tuple(found.values())


class _Known:
    """Statements made ready once, although a sentence may stand under several facts."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._order = {article.letter: number for number, article in enumerate(articles)}
        self._held = {article.letter: article for article in articles}
        self._ready: dict[tuple[str, Span], StatedMention] = {}

    def statements(self, fact: Fact) -> list[StatedMention]:
        """The statements of a fact in an order that does not depend on letters."""
        found = []
        for mention in sorted(fact.mentions, key=lambda m: (self._order[m.article], m.span)):
            key = (mention.article, mention.span)
            if key not in self._ready:
                self._ready[key] = stated_mention(self._held[mention.article], mention)
            found.append(self._ready[key])
        return found


def _alike(ready: Sequence[StatedMention]) -> list[tuple[StatedMention, StatedMention]]:
    """Pairs of statements of different articles with like words, the most alike first."""
    pairs = []
    for a, b in combinations(ready, 2):
        if a.article is b.article or a.words == b.words:
            continue
        shared = len(a.content & b.content)
        short, long = sorted((len(a.content), len(b.content)))
        if shared >= _SHARED and shared >= _OF_SHORTER * short and shared >= _OF_LONGER * long:
            pairs.append((-shared / long, a, b))
    return [(a, b) for _, a, b in sorted(pairs, key=lambda pair: pair[0])]


def _between(a: StatedMention, b: StatedMention) -> Iterator[_Found]:
    yield from _certainty(a, b)
    yield from _certainty(b, a)
    yield from _other_name(a, b)


def _certainty(doubting: StatedMention, sure: StatedMention) -> Iterator[_Found]:
    """`doubting` has one word of doubt, `sure` asserts, and neither is negated."""
    if len(doubting.doubts) != 1 or not sure.is_plain or doubting.negations or sure.negations:
        return
    doubt = doubting.doubts[0].of(doubting.article.document.text)
    why = f"One article states this on its own account, the other with the word “{doubt}”."
    yield ConflictKind.CERTAINTY, doubting, doubting.mention.span, sure, sure.mention.span, why


def _other_name(a: StatedMention, b: StatedMention) -> Iterator[_Found]:
    """The statements differ in one name, at the head (who) or after a word of place (where)."""
    if len(a.content ^ b.content) > _MOST_CHANGED:
        return
    edits = SequenceMatcher(None, a.stems, b.stems, autojunk=False).get_opcodes()
    changed = [edit for edit in edits if edit[0] != "equal"]
    if len(changed) != 1 or changed[0][0] != "replace":
        return
    _, a1, a2, b1, b2 = changed[0]
    one, other = _name(a, a1, a2), _name(b, b1, b2)
    if one is None or other is None or _may_be_one(one, other):
        return
    if not all(_knows(s.article, name) for s in (a, b) for name in (one, other)):
        return
    before = a.words[a1 - 1] if a1 else ""
    if a1 == 0:
        kind, what = ConflictKind.WHO, "of different people or bodies"
    elif before in _PLACE_WORDS:
        kind, what = ConflictKind.WHERE, "of different places"
    else:
        return
    why = f"In nearly the same words the articles speak {what}: “{one}” and “{other}”."
    yield kind, a, a.mention.span, b, b.mention.span, why


def _name(one: StatedMention, start: int, end: int) -> str | None:
    """The replaced words when all of them belong to one name, as printed."""
    text = one.article.document.text
    printed = [one.spans[k].of(text) for k in range(start, end)]
    if not printed or not all(w[0].isupper() and folded_text(w) not in STOP for w in printed):
        return None
    return text[one.spans[start].start : one.spans[end - 1].end]


def _may_be_one(one: str, other: str) -> bool:
    """True for names that share a word, or of which one may be short for the other."""
    a, b = folded_text(one).split(), folded_text(other).split()
    initials = {"".join(word[0] for word in words) for words in (a, b)}
    joined = {"".join(words).replace(".", "") for words in (a, b)}
    return bool(set(a) & set(b)) or bool(initials & joined)


def _knows(article: Article, name: str) -> bool:
    return name in article.document.text


def _conflict(fact: Fact, found: _Found) -> Conflict:
    kind, a, a_span, b, b_span, why = found
    evidence = sorted(
        (_evidence(a.article, a_span), _evidence(b.article, b_span)),
        key=lambda one: index(one.article),
    )
    words = "\n".join(sorted(folded_text(one.text) for one in evidence))
    digest = hashlib.sha256(f"{kind.value}\n{words}".encode("utf-8", "surrogatepass")).hexdigest()
    return Conflict(
        id=f"c-{digest[:6]}",
        kind=kind,
        question=fact.label,
        evidence=tuple(evidence),
        why=why,
        fact=fact.id,
        verified_by=(Rule.LIKE_WORDS,),
    )


def _evidence(article: Article, span: Span) -> Evidence:
    return Evidence(article=article.letter, span=span, text=article.words_of(span))
