"""Details that differ in sentences of one thing: a white van here, a black one there."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from compare.english.word_lists import line_sections, word_list
from compare.findings.told_sentences import facts_by_sentence, told_sentences
from compare.model.articles import Article, Sentence
from compare.model.facts import Fact
from compare.model.findings import Conflict, ConflictKind, Evidence
from compare.model.letters import index
from compare.model.spans import Span
from compare.model.verification import Rule
from compare.text.assertions import assertions
from compare.text.fold import folded_text, lower_case
from compare.text.persons import is_misspelt, same_person
from compare.text.words import STOP, stem, word_texts

_NAME = r"[A-Z][\w’'-]*\w"
_FULL = rf"(?P<who>{_NAME}(?:\s+{_NAME}){{1,2}})"
# "Greta Lund, 37, from Aldby", "Emil Sorn, a night porter from Dorrow", "Ida Moss of Orle".
_HOME = re.compile(
    rf"(?<![\w’'-]){_FULL},?(?:\s(?:aged\s)?\d{{1,3}},?)?(?:\san?\s[a-z][a-z\s-]{{2,40}}?,?)?"
    rf"\s(?P<how>from|of)\s(?P<what>{_NAME}(?:\s{_NAME})?)(?=[,.;]|\s(?:was|is|has|had|who|said|died)\s)"
)
# "The fire chief, Robert Lang", "night porter Emil Sorn".
_ROLE = re.compile(
    rf"(?<![\w-])(?P<role>(?:[A-Za-z][a-z]+\s)?(?:[a-z]+\s)?[A-Za-z][a-z]+),?\s(?P<what>{_NAME}\s{_NAME})(?![\w’'-]|\s[A-Z])"
)
_ROLES = word_list("roles") | frozenset("manager porter owner captain pilot driver".split())
# A country, a state or a part of one may hold the town of the other report.
_AREAS = word_list("places") | frozenset(
    "county district province region state valley island north south east west northern southern"
    " eastern western central upper lower greater".split()
)
# Words of meaning that two sentences must have in common beside the noun.
_SHARED = 2


# Its kind, what it is of, the words, and the word that excludes others.
_Found = tuple[ConflictKind, tuple[str, ...], str, str]


@dataclass(frozen=True, slots=True)
class _Detail:
    """A detail of a thing: what it is of (`key`), what is said (`value`), and where.

    `side` is the word that excludes others, "" for names.
    """

    kind: ConflictKind
    key: tuple[str, ...]
    value: str
    side: str
    article: Article
    sentence: Sentence
    stems: frozenset[str]


def detail_conflicts(articles: Sequence[Article], facts: Sequence[Fact]) -> tuple[Conflict, ...]:
    """Details of one person or thing of which only one can be true, in the order of the text.

    Where a person is from, which side or colour of a thing is told, and the first or the family
    name of somebody in one office. Neither article gives the detail of the other, and for a thing
    the sentences have two words of meaning in common besides, or state one fact.
    """
    found = [detail for article in articles for detail in _details(article)]
    by_key: dict[tuple[str, ...], list[_Detail]] = {}
    for detail in found:
        by_key.setdefault(detail.key, []).append(detail)
    stated = facts_by_sentence(facts)
    told: dict[str, Conflict] = {}
    for alike in by_key.values():
        for one, other in combinations(alike, 2):
            joint = stated.get(one.sentence.id, set()) & stated.get(other.sentence.id, set())
            if _differ(one, other, alike, joint=bool(joint)):
                conflict = _conflict(one, other, min(joint, default=None))
                told.setdefault(f"{one.key} {sorted((one.value, other.value))}", conflict)
    return tuple(told.values())


def _details(article: Article) -> Iterator[_Detail]:
    for sentence, words in told_sentences(article, hedged=False):
        found = [*_homes(words), *_attributes(words), *_named_roles(words)]
        if not found:
            continue
        stems = frozenset(stem(w) for w in word_texts(lower_case(words)) if w not in STOP)
        for kind, key, value, side in found:
            yield _Detail(kind, key, value, side, article, sentence, stems)


def _homes(words: str) -> Iterator[_Found]:
    for match in _HOME.finditer(words):
        name = lower_case(match["who"])
        if not _ROLES.isdisjoint(name.split()) or not _AREAS.isdisjoint(
            match["what"].lower().split()
        ):
            continue
        yield ConflictKind.WHERE, ("home", name), match["what"], ""


@lru_cache(maxsize=1)
def _families() -> dict[str, frozenset[str]]:
    """The words that exclude a word, for each word of the list."""
    found: dict[str, frozenset[str]] = {}
    for lines in line_sections("contrary-attributes").values():
        for line in lines:
            words = frozenset(line.split())
            for word in words:
                found[word] = found.get(word, frozenset()) | (words - {word})
    return found


@lru_cache(maxsize=1)
def _colours() -> frozenset[str]:
    return frozenset(" ".join(line_sections("contrary-attributes")["colours"]).split())


@lru_cache(maxsize=1)
def _attribute() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?P<what>{'|'.join(sorted(_families()))})\s(?P<noun>[a-z]{{3,}})(?![\w-])"
        r"|(?<![\w-])(?P<of>[a-z]{3,})\sfrom\sthe\s(?P<side>north|south|east|west)(?![\w-])"
    )


def _attributes(words: str) -> Iterator[_Found]:
    """A side or a colour right before its noun, or a wind "from the north"."""
    matches = [*_attribute().finditer(words)]
    denied = assertions(words).denials if matches else ()
    for match in matches:
        span = Span(match.start(), match.end())
        if any(word.span.overlaps(span) for each in denied for word in each.words):
            continue
        noun, what = match["noun"] or match["of"], match["what"] or match["side"]
        if noun in STOP or noun in _families():
            continue
        yield ConflictKind.WHAT, ("attribute", stem(noun)), match.group(), what


def _named_roles(words: str) -> Iterator[_Found]:
    for match in _ROLE.finditer(words):
        role = [word for word in lower_case(match["role"]).split() if word not in STOP]
        if role and role[-1] in _ROLES:
            yield ConflictKind.WHO, ("role", role[-1]), match["what"], ""


def _differ(one: _Detail, other: _Detail, alike: Sequence[_Detail], *, joint: bool) -> bool:
    if one.article is other.article or lower_case(one.value) == lower_case(other.value):
        return False
    if one.kind is ConflictKind.WHO:
        return _is_misnamed(one, other)
    if one.kind is ConflictKind.WHERE:
        return not (_holds(one.article, other.value) or _holds(other.article, one.value))
    mine, theirs = one.side, other.side
    if theirs not in _families()[mine]:
        return False
    for each in (one, other):
        sides = {x.side for x in alike if x.article is each.article}
        if len(sides) > 1:
            return False  # it tells of both sides
    shared = (one.stems & other.stems) - {one.key[1], stem(mine), stem(theirs)}
    least = 1 if joint or mine in _colours() else _SHARED
    return len(shared) >= least


def _is_misnamed(one: _Detail, other: _Detail) -> bool:
    """True for one family name with two first names, each known to one article only."""
    mine, theirs = one.value.split(), other.value.split()
    if mine[-1] != theirs[-1] or same_person(one.value, other.value):
        return False
    if is_misspelt(one.value, other.value):
        return False  # one person, told as a difference in spelling
    return not (_holds(one.article, theirs[0]) or _holds(other.article, mine[0]))


def _holds(article: Article, name: str) -> bool:
    plain = f"{article.document.headline or ''} {article.document.text}"
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", plain) is not None


def _conflict(one: _Detail, other: _Detail, fact: str | None) -> Conflict:
    evidence = tuple(
        Evidence(
            article=each.article.letter,
            span=each.sentence.span,
            text=each.article.words_of(each.sentence.span),
        )
        for each in sorted((one, other), key=lambda each: index(each.article.letter))
    )
    words = "\n".join(sorted(folded_text(each.text) for each in evidence))
    digest = hashlib.sha256(
        f"{one.kind.value} {one.key}\n{words}".encode("utf-8", "surrogatepass")
    ).hexdigest()
    values = sorted((one.value, other.value))
    return Conflict(
        id=f"c-{digest[:6]}",
        kind=one.kind,
        question=" ".join(evidence[0].text.split()),
        evidence=evidence,
        why=f"One report says “{values[0]}”, another “{values[1]}”; neither has both.",
        fact=fact,
        verified_by=(Rule.SAME_THING,),
    )
