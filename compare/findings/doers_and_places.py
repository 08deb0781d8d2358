"""One act with another doer or another place: organised by a league here, by a union there."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from compare.english.calendar import MONTHS, SHORT_MONTHS, WEEKDAYS
from compare.english.word_lists import word_list
from compare.findings.act_context import act_in_article
from compare.findings.told_sentences import facts_by_sentence, told_sentences
from compare.model.articles import Article, Sentence
from compare.model.facts import Fact
from compare.model.findings import Conflict, ConflictKind, Evidence
from compare.model.letters import index
from compare.model.spans import Span
from compare.model.verification import Rule
from compare.text.assertions import assertions
from compare.text.cardinals import ONES, TENS
from compare.text.clause_acts import ClauseAct, are_one_act
from compare.text.fold import folded_text, lower_case
from compare.text.nouns import are_one_count, is_person
from compare.text.verbs import verb_forms
from compare.text.words import STOP, stem, word_texts
from compare.verify.figures import GivenFigure, is_planned

_NAME = r"[A-Z][\w’'&-]*(?:\s+(?:of\s+(?:the\s+)?|&\s+)?[A-Z][\w’'&-]*)*"
_PLACE = re.compile(rf"(?<!\w)(?P<how>in|at|on)\s+(?:the\s+)?(?P<name>{_NAME})")
_BY = re.compile(r"(?<![\w-])by\s+(?=[A-Za-z])")
_WORD = re.compile(r"(?P<gap>[,;.]?\s*)(?P<word>[\w’'&-]+)")
# An active verb and what opens its object.
_ACTIVE = re.compile(
    r",?\s+(?:has\s+|had\s+)?(?P<verb>[a-z]+)\s+(?:the|an?|his|her|its|their|him|them|it|[A-Z\d])"
)
# The words of a doer end at these.
_END = frozenset(
    "in on at for from after before when while who which that and with during as to under over"
    " because but since until near was were been is are be has had have will".split()
)
_MOST_WORDS = 8
_SEARCHERS = frozenset(map(stem, "dog drone helicopter crew boat lifeboat robot horse".split()))
_WALKERS = frozenset(
    map(
        stem,
        "cyclist shepherd walker farmer jogger rambler hunter diver skier climber caretaker"
        " gardener postman neighbour neighbor angler rower cleaner brother sister father mother son"
        " daughter husband wife colleague guard pensioner student pupil plumber motorist"
        " passer-by".split(),
    )
)
_NO_DOERS = word_list("time-words") | frozenset(
    "hand law mistake accident far then now phone post air land sea road train car bus".split()
)
_TIMES = frozenset((*WEEKDAYS, *MONTHS, *SHORT_MONTHS, "Christmas", "Easter"))
_AREAS = frozenset(
    "county district province region state valley island islands country north south east west"
    " northern southern eastern western central upper lower greater".split()
)
_SPOTS = frozenset("street lane road avenue square alley hotel hall park station".split())


@dataclass(frozen=True, slots=True)
class _Slot:
    """A doer or a place in a sentence, with the act that it belongs to."""

    kind: ConflictKind
    article: Article
    sentence: Sentence
    words: Span
    act: ClauseAct
    planned: bool = False

    @property
    def text(self) -> str:
        """The words, as printed."""
        return self.article.words_of(self.words)

    @property
    def names(self) -> frozenset[str]:
        """The capitalised words in small letters."""
        return frozenset(lower_case(w) for w in re.findall(r"[A-Z][\w’'-]+", self.text))

    @property
    def plain(self) -> list[str]:
        """The stems of the other words of meaning, in order."""
        found = re.findall(r"(?<![\w-])[a-z][\w-]+", self.text)
        return [stem(word) for word in found if word not in STOP]


def act_conflicts(articles: Sequence[Article], facts: Sequence[Fact]) -> tuple[Conflict, ...]:
    """Acts of which two articles name another doer or another place, in the order of the text.

    The verbs tell one act of the same people or things; neither article speaks of the doer or the
    place of the other anywhere, and one may not lie in the other. Doers are told of acts that one
    does (`acts-of-one.txt`): two named ones, or two groups of people of which no list says that
    they may be one.
    """
    slots = [slot for article in articles for slot in _slots(article)]
    differing: dict[tuple[ConflictKind, frozenset[str]], list[_Slot]] = {}
    for one, other in _candidates(slots):
        if _differ(one, other):
            key = (one.kind, frozenset(lower_case(slot.text) for slot in (one, other)))
            differing.setdefault(key, []).extend((one, other))
    stated = facts_by_sentence(facts)
    return tuple(_conflict(told, stated) for told in differing.values())


def _slots(article: Article) -> Iterator[_Slot]:
    text = article.document.text
    for sentence, words in told_sentences(article, hedged=False):
        for kind, span in (*_places(words), *_doers(words)):
            start = sentence.span.start
            placed = Span(span.start + start, span.end + start)
            # The comma that closes an apposition parts no doer from the verb.
            comma = kind is ConflictKind.WHO and text[placed.end : placed.end + 1] == ","
            act = act_in_article(article, sentence, Span(placed.start, placed.end + comma))
            if act.verb is None or not act.acts or _is_denied(words, act.verb):
                continue
            if kind is ConflictKind.WHERE or lower_case(act.verb.of(words)) in _acts_of_one():
                planned = is_planned(GivenFigure(words, span.start, span.end))
                yield _Slot(kind, article, sentence, placed, act, planned)


def _is_denied(words: str, verb: Span) -> bool:
    """True for an act that is denied."""
    denied = assertions(words).denials
    return any(word.span.overlaps(verb) for each in denied for word in each.words)


@lru_cache(maxsize=1)
def _acts_of_one() -> frozenset[str]:
    return frozenset(form for verb in word_list("acts-of-one") for form in verb_forms(verb))


def _places(words: str) -> Iterator[tuple[ConflictKind, Span]]:
    for match in _PLACE.finditer(words):
        name = match["name"].split()
        spot = lower_case(name[-1]) in _SPOTS
        if name[0] in _TIMES or words[match.end() : match.end() + 2] in ("’s", "'s"):
            continue
        if spot or match["how"] not in ("at", "on"):
            yield ConflictKind.WHERE, Span(match.start("name"), match.end("name"))


def _doers(words: str) -> Iterator[tuple[ConflictKind, Span]]:
    """The doers after "by" of a passive, and the subject with which the sentence opens."""
    for match in _BY.finditer(words):
        span = _doer(words, match.end())
        if span is not None:
            yield ConflictKind.WHO, span
    opening = _doer(words, 0)
    active = _ACTIVE.match(words, opening.end) if opening else None
    if opening and active and active["verb"] in _acts_of_one():
        yield ConflictKind.WHO, opening


def _doer(words: str, start: int) -> Span | None:
    """The words of a doer that begin at an offset; None where they name nobody.

    A name set off by a comma belongs to it: "a fisherman, Pia Lund".
    """
    end, seen, articles = start, 0, 0
    for match in _WORD.finditer(words, start):
        word, gap = match["word"], match["gap"].strip()
        named = gap == "," and word[:1].isupper()
        if (gap and not named) or word in _END or seen == _MOST_WORDS:
            break
        if seen > articles and not gap and word in _acts_of_one():
            break
        articles += lower_case(word) in ("a", "an", "the") and seen == 0  # "a rescue dog"
        end, seen = match.end(), seen + 1
    told = [w for w in _WORD.findall(words[start:end]) if lower_case(w[1]) not in STOP]
    first = told[0][1] if told else "ing"
    if lower_case(first) in _NO_DOERS or first.endswith("ing") or first[0].isdigit():
        return None
    return Span(start, end)


def _candidates(slots: Sequence[_Slot]) -> Iterator[tuple[_Slot, _Slot]]:
    """Pairs of slots of one kind and one act in two articles."""
    held: dict[tuple[ConflictKind, str], list[int]] = {}
    for place, slot in enumerate(slots):
        for act in slot.act.acts:
            held.setdefault((slot.kind, act), []).append(place)
    met = {pair for places in held.values() for pair in combinations(places, 2)}
    for a, b in sorted(met):
        one, other = slots[a], slots[b]
        if one.article is not other.article and are_one_act(one.act, other.act):
            yield one, other


def _differ(one: _Slot, other: _Slot) -> bool:
    if one.planned != other.planned or _differ_in_number(one, other):
        return False  # two masked men here, three there: a number, no other doer
    if _speaks_of(one.article, other.names) or _speaks_of(other.article, one.names):
        return False
    if one.kind is ConflictKind.WHERE:
        return _are_two_places(one, other)
    if one.names and other.names:
        return not _are_initials(one, other) and not _are_initials(other, one)
    if not (one.plain and other.plain):
        return False  # a name alone may be of anybody
    heads = one.plain[-1], other.plain[-1]
    if not all(map(_is_doer, heads)) or are_one_count(*heads):
        return False
    if not (one.names or other.names):
        return True
    return not (_counts_among(one.article, heads[1]) or _counts_among(other.article, heads[0]))


def _differ_in_number(one: _Slot, other: _Slot) -> bool:
    """True for "two masked men" and "Three masked men": no other doer, another number."""
    sides = [
        [w for w in lower_case(s.text).split() if w not in ONES and w not in TENS and w not in STOP]
        for s in (one, other)
    ]
    return sides[0] == sides[1]


def _is_doer(noun: str) -> bool:
    """True for the stem of a noun for people, or for an animal or a thing that finds and saves."""
    return is_person(noun) or noun in _SEARCHERS or noun in _WALKERS


def _counts_among(article: Article, noun: str) -> bool:
    """True when an article has a noun, given by its stem, anywhere."""
    return noun in {stem(word) for word in word_texts(lower_case(article.document.text))}


def _speaks_of(article: Article, names: frozenset[str]) -> bool:
    """True when a name that says who or where stands anywhere in an article."""
    plain = lower_case(article.document.text)
    return any(re.search(rf"(?<!\w){re.escape(n)}(?!\w)", plain) for n in names - _AREAS - _SPOTS)


def _are_two_places(one: _Slot, other: _Slot) -> bool:
    """False where one may lie in the other: an area, a well-known place, a street and a town."""
    known = word_list("places")
    sides = [[lower_case(word) for word in slot.text.split()] for slot in (one, other)]
    if any(not _AREAS.isdisjoint(words) or "_".join(words) in known for words in sides):
        return False
    return (sides[0][-1] in _SPOTS) == (sides[1][-1] in _SPOTS)


def _are_initials(one: _Slot, other: _Slot) -> bool:
    letters = "".join(word[0] for word in re.findall(r"[A-Z][\w’'-]+", one.text)).lower()
    return letters in {name.replace(".", "") for name in other.names}


def _conflict(told: Sequence[_Slot], stated: dict[str, set[str]]) -> Conflict:
    """The conflict of two doers or places, with one sentence of each article that gives one."""
    by_article: dict[str, _Slot] = {}
    for slot in told:
        by_article.setdefault(slot.article.letter, slot)
    sides = [by_article[letter] for letter in sorted(by_article, key=index)]
    evidence = tuple(
        Evidence(
            article=slot.article.letter,
            span=slot.sentence.span,
            text=slot.article.words_of(slot.sentence.span),
        )
        for slot in sides
    )
    kind = told[0].kind
    words = "\n".join(sorted(folded_text(each.text) for each in evidence))
    digest = hashlib.sha256(f"{kind.value}\n{words}".encode("utf-8", "surrogatepass")).hexdigest()
    names = sorted({" ".join(slot.text.split()) for slot in told[:2]})
    joint = set.intersection(*(stated.get(slot.sentence.id, set()) for slot in sides))
    return Conflict(
        id=f"c-{digest[:6]}",
        kind=kind,
        question=" ".join(evidence[0].text.split()),
        evidence=evidence,
        why=f"One report says “{names[0]}”, another “{names[1]}”; neither has both.",
        fact=min(joint, default=None),
        verified_by=(Rule.ONE_ACT,),
    )
