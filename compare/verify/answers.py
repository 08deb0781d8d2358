"""Can a careful reader refute this answer of a lesson? Held against the words it opens."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from compare.english.word_lists import word_list
from compare.model.spans import Span
from compare.model.verification import Outcome, Rule, Verdict
from compare.text.fold import folded_text
from compare.text.hedges import hedges
from compare.text.meaning import meaning, number_words, plain_roots, word_beginnings
from compare.text.quotation_marks import DOUBLE_EITHER, OPENING
from compare.text.verbs import VerbForm, verb_stances, verb_table
from compare.text.words import words

# Two rare words in common are enough to be near, one is in a quotation or a denial.
_NEAR = 2
# So far behind a number stands what it counts, in words.
_BEHIND = 8
_FEWEST_SHARED = 2
# A right answer may be so much longer or shorter than all wrong ones, and so many characters.
_LONGER, _SLACK = 1.5, 6
_ADDED = r"\b(?:another|a further|an additional|the other)\s+"
_ADDED_BEFORE = re.compile(rf"{_ADDED}\Z", re.IGNORECASE)
_ADDED_WITHIN = re.compile(_ADDED, re.IGNORECASE)
_ADDED_AFTER = re.compile(
    r"\s+(?:[\w’'-]+\s+)?(?:more|others?|further|additional|of (?:the|those|these|whom))\b"
)
_ATTRIBUTION = re.compile(r"\b(?:according to|in the words of|by the account of)\b")
_DENIED = re.compile(
    r"n['’]t\b|\b(?:den(?:y|ies|ied|ying)|refut|rebut|reject|disput|contradict|untrue|false)"
)
_ACCUSED = re.compile(
    r"\b(?:accus(?:e[sd]?|ing)|blam(?:e[sd]|ing)|charg(?:e[sd]|ing) (?:that|with)|suing|sue[sd]?)\b"
)
_OPENED = OPENING + DOUBLE_EITHER


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardSentence:
    """A sentence of another article; `spoken` is true where somebody is quoted in it."""

    text: str
    spoken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedNumber:
    """A number as printed, and the sentence that has it."""

    text: str
    sentence: str


def is_verified(claim: object) -> bool:
    """False for a claim that names the rules that verified it and has none.

    True for a claim of a kind that is not verified by rules.
    """
    rules = getattr(claim, "verified_by", None)
    return rules is None or len(rules) > 0


def verify_alone(
    statement: str, others: Iterable[HeardSentence], *, common: Collection[str] = ()
) -> Verdict:
    """Dropped when a sentence of the others may tell, quote or deny a part of the statement.

    `common` are the roots of the words that most articles have; they bring nothing near.
    """
    rare = plain_roots(statement) - frozenset(common)
    for heard in others:
        shared = rare & word_beginnings(meaning(heard.text))
        quoted = heard.spoken or any(mark in heard.text for mark in _OPENED)
        doubted = not {"alleged", "denied"}.isdisjoint(_stance(heard.text))
        if len(shared) >= _NEAR or (shared and (quoted or doubted)):
            return Verdict(outcome=Outcome.DROPPED, rules=(Rule.NOTHING_NEAR,))
    return Verdict(outcome=Outcome.KEPT, rules=(Rule.NOTHING_NEAR,))


def is_quoted_elsewhere(statement: str, speakers: Iterable[str]) -> bool:
    """True when the statement tells what somebody says whom another article quotes."""
    told = {form.lemma for form in _reporting(statement)}
    named = {folded_text(span.of(statement)) for span in words(statement)}
    return bool(told) and any(
        folded_text(name).split()[-1] in named for name in speakers if name.strip()
    )


def verify_same_count(one: CountedNumber, other: CountedNumber) -> Verdict:
    """Whether two numbers that differ count the same, by the words of their sentences.

    Weakened where one sentence has the number of the other as a part of its own and says of it
    what the other says: then it is sure that they do not count the same. Dropped where that is
    unclear: a sentence has both numbers, one counts what comes on top, or they go on in words
    that have nothing in common.
    """
    for whole, part in ((one, other), (other, one)):
        inside = number_words(part.text) <= number_words(whole.sentence) - number_words(whole.text)
        if inside and number_words(part.text):
            sure = _says_the_same_of(whole, part)
            outcome = Outcome.WEAKENED if sure else Outcome.DROPPED
            return Verdict(outcome=outcome, rules=(Rule.PART_OF_THE_OTHER,))
    behind = [_behind(counted) for counted in (one, other)]
    apart = all(behind) and behind[0].isdisjoint(behind[1])
    if apart or _adds(one) is not _adds(other):
        return Verdict(outcome=Outcome.DROPPED, rules=(Rule.SAME_COUNT,))
    return Verdict(outcome=Outcome.KEPT, rules=(Rule.SAME_COUNT,))


def verify_stance(calm: str, others: Iterable[str]) -> Verdict:
    """Dropped when others hedge, attribute or deny what the calm sentence does not."""
    wanted = frozenset[str]().union(*map(_stance, others))
    outcome = Outcome.KEPT if wanted <= _stance(calm) else Outcome.DROPPED
    return Verdict(outcome=outcome, rules=(Rule.STANCE_KEPT,))


def is_reserve_word(word: str) -> bool:
    """True for a word by which a text alleges, attributes or denies: it must not be taken out."""
    return bool(_stance(word))


def verify_even_answers(right: Sequence[str], wrong: Sequence[str]) -> Verdict:
    """Dropped when every right answer is much longer or much shorter than every wrong one."""
    mine, theirs = [len(text) for text in right], [len(text) for text in wrong]
    apart = bool(mine and theirs) and (
        min(mine) > max(theirs) * _LONGER + _SLACK or max(mine) * _LONGER + _SLACK < min(theirs)
    )
    outcome = Outcome.DROPPED if apart else Outcome.KEPT
    return Verdict(outcome=outcome, rules=(Rule.EVEN_ANSWERS,))


def _says_the_same_of(whole: CountedNumber, part: CountedNumber) -> bool:
    """True when the part of a sentence about the other number says what its own sentence says."""
    found = [span for span in words(whole.sentence) if _is(span.of(whole.sentence), part.text)]
    own = word_beginnings(meaning(part.sentence)) - word_beginnings(number_words(part.sentence))
    after = (whole.sentence[span.end :].split()[:_BEHIND] for span in found)
    return any(
        len(own & word_beginnings(meaning(" ".join(each)))) >= _FEWEST_SHARED for each in after
    )


def _behind(counted: CountedNumber) -> frozenset[str]:
    """The roots of the words by which a sentence goes on after its number."""
    _, _, after = counted.sentence.partition(counted.text)
    return word_beginnings(meaning(" ".join(after.split()[:_BEHIND])))


def _is(word: str, number: str) -> bool:
    return folded_text(word) in number_words(number)


def _adds(counted: CountedNumber) -> bool:
    """True for a number of what comes on top of others, or of some among them."""
    before, _, after = counted.sentence.partition(counted.text)
    told = (_ADDED_WITHIN.match(counted.text), _ADDED_BEFORE.search(before))
    return any(told) or _ADDED_AFTER.match(after) is not None


@lru_cache(maxsize=4096)
def _stance(text: str) -> frozenset[str]:
    """In which ways a text holds a statement at arm's length."""
    small = folded_text(text)
    found = {folded_text(span.of(text)) for span in words(text)}
    told = {verb_stances().get(form.lemma, "") for form in _reporting(text)}
    accused = _ACCUSED.search(small) is not None
    hedged = bool(text) and bool(hedges(text, Span(0, len(text))))
    doubted = hedged or "doubting" in told or accused
    denied = bool(found & word_list("negations")) or _DENIED.search(small) is not None
    attributed = bool(told) or _ATTRIBUTION.search(small) is not None
    kinds = {"alleged": doubted, "denied": denied, "attributed": attributed or doubted}
    return frozenset(kind for kind, holds in kinds.items() if holds)


def _reporting(text: str) -> list[VerbForm]:
    """The readings of words as verbs of saying that are no base form, such as "said"."""
    table = verb_table("reporting-verbs")
    found = (folded_text(span.of(text)) for span in words(text))
    return [form for word in found for form in table.get(word, ()) if form.shape != "base"]
