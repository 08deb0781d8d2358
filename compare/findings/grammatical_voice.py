"""How a sentence presents an act: active, passive, without its actor, or as a noun."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from compare.align.own_words import OwnWords
from compare.english.word_lists import line_sections, sections, word_list
from compare.model.words import Voice
from compare.text.quotation_marks import DOUBLE
from compare.text.tone import plural
from compare.text.verbs import VerbForm, verb_forms
from compare.text.words import STOP

_CLOSED = sections("function-words")
_BEING = _CLOSED["being"] | frozenset(["been", "being", "be", "got"])
_HAVING = frozenset("have has had having".split())
_DETERMINER = _CLOSED["determiner"]
_PRONOUN = _CLOSED["pronoun"]
_PREPOSITION = _CLOSED["preposition"]
_BREAKS = frozenset(",;:()—–―" + DOUBLE)
# By these an act is done or timed, not by somebody.
_NO_ACTOR = word_list("time-words") | frozenset(
    """
    bus train road rail sea air boat plane foot hand car truck lorry ferry helicopter phone
    telephone email mail post letter law mistake accident accidents now then early late mid midday
    noon midnight dawn dusk nightfall more about nearly almost some up half percent per cent
    contrast comparison far the time sunday
    """.split()
) - frozenset(["the"])
# After a noun and a participle these tell a state: "the couple found dead".
_STATES = frozenset(
    """
    dead alive guilty unconscious missing safe unharmed wanting open shut empty lifeless liable
    responsible last late early
    """.split()
) | word_list("time-words")
# With these the noun of an act has the subject of the verb for its actor.
_LIGHT = frozenset("made issued filed launched conducted gave began opened ordered staged".split())
_ACTOR_WORDS = 6
_AHEAD = 9


@dataclass(frozen=True, slots=True)
class Act:
    """One telling of an act in a sentence; `at` is the place of its word, `actor` a range of words.

    `lemma` is the first verb of the act's line in the list.
    """

    lemma: str
    voice: Voice
    at: int
    actor: tuple[int, int] | None


def acts_of(text: str, own: OwnWords) -> list[Act]:
    """The acts of a sentence that its grammar shows clearly; anything doubtful is left out."""
    found = []
    for at, word in enumerate(own.words):
        verb = _verbs().get(word)
        act = _verb_act(text, own, at, verb) if verb else None
        act = act or (_noun_act(text, own, at) if word in _nouns() else None)
        if act:
            found.append(act)
    return found


@lru_cache(maxsize=1)
def _lines() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """The list: the name of each act, its verbs and its nouns."""
    split = (line.partition("|") for line in line_sections("acts")[""])
    return tuple(
        (verbs.split()[0], tuple(verbs.split()), tuple(nouns.split())) for verbs, _, nouns in split
    )


@lru_cache(maxsize=1)
def _verbs() -> dict[str, tuple[str, VerbForm]]:
    """From each form of a verb to the act and the form; the clearest reading of each word."""
    found: dict[str, tuple[str, VerbForm]] = {}
    for name, verbs, _ in _lines():
        for verb in verbs:
            if "_" in verb:
                continue
            for word, shape in verb_forms(verb).items():
                found.setdefault(word, (name, VerbForm(verb, shape)))
    return found


@lru_cache(maxsize=1)
def _nouns() -> dict[str, str]:
    """From each noun, singular and plural, to its act."""
    found: dict[str, str] = {}
    for name, _, nouns in _lines():
        for noun in nouns:
            found.setdefault(noun, name)
            found.setdefault(plural(noun), name)
    return found


def _verb_act(text: str, own: OwnWords, at: int, verb: tuple[str, VerbForm]) -> Act | None:
    name, form = verb
    if form.shape not in ("past", "done") and own.words[at] != form.lemma:
        return None
    before = _past_adverbs(own.words, at - 1)
    auxiliary = own.words[before] if before >= 0 else ""
    if auxiliary in _BEING and form.shape in ("past", "done", "base"):
        actor = _by(text, own, at)
        return Act(name, Voice.PASSIVE if actor else Voice.AGENTLESS, at, actor)
    if auxiliary in _HAVING:
        before = _past_adverbs(own.words, before - 1)
    elif form.shape not in ("past", "done") or _is_noun_before(auxiliary):
        return None
    if not _has_object(text, own, at):
        return None
    actor = _subject(text, own, before)
    return Act(name, Voice.ACTIVE, at, actor) if actor else None


def _past_adverbs(words: Sequence[str], at: int) -> int:
    while at >= 0 and (words[at].endswith("ly") or words[at] in _CLOSED["adverb"]
                       or words[at] in ("not", "also", "later", "then", "since")):  # fmt: skip
        at -= 1
    return at


def _is_noun_before(word: str) -> bool:
    """True after a determiner or preposition, where a word in -ed is an adjective."""
    return word in _DETERMINER or word in _PREPOSITION or word in ("and", "or", "")


def _broken(text: str, own: OwnWords, left: int, right: int) -> bool:
    """True when a mark stands between two neighbouring words."""
    return bool(set(text[own.spans[left].end : own.spans[right].start]) & _BREAKS)


def _has_object(text: str, own: OwnWords, at: int) -> bool:
    """True when a noun phrase follows the verb right away."""
    if at + 1 >= len(own.words) or _broken(text, own, at, at + 1):
        return False
    word = own.words[at + 1]
    if word in _DETERMINER or word in _PRONOUN or word[:1].isdigit():
        return True
    if not word or word in STOP or word in _PREPOSITION or word in _STATES:
        return False
    return not word.endswith(("ly", "ing"))


def _subject(text: str, own: OwnWords, end: int) -> tuple[int, int] | None:
    """The words of the noun phrase right before the verb, None when that is no clear subject."""
    first = end + 1
    while first > 0 and end + 1 - first < _ACTOR_WORDS:
        word = own.words[first - 1]
        apart = first <= end and _broken(text, own, first - 1, first)
        if not word or apart or word in _PREPOSITION or word in _CLOSED["conjunction"]:
            break
        if word in _CLOSED["relative"] or word in _CLOSED["auxiliary"]:
            return None
        first -= 1
        if word in _DETERMINER:
            break
    if first > end or _broken(text, own, end, end + 1):
        return None
    said = own.words[first : end + 1]
    before = own.words[first - 1] if first else ""
    if before in _PREPOSITION or all(w in STOP for w in said):
        return None
    return (first, end)


def _by(text: str, own: OwnWords, at: int) -> tuple[int, int] | None:
    """The words after "by" in a passive, None where they name no actor."""
    for k in range(at + 1, min(len(own.words) - 1, at + _AHEAD)):
        if _broken(text, own, k - 1, k) or own.words[k] in _BEING:
            return None
        if own.words[k] == "by":
            return _actor(text, own, k + 1)
    return None


def _actor(text: str, own: OwnWords, first: int) -> tuple[int, int] | None:
    last = first - 1
    for k in range(first, min(len(own.words), first + _ACTOR_WORDS)):
        word = own.words[k]
        apart = k > first and _broken(text, own, k - 1, k)
        if not word or apart or (word in _PREPOSITION and k > first) or word in _BEING:
            break
        last = k
    said = own.words[first : last + 1]
    content = [w for w in said if w not in STOP]
    if not content or content[0] in _NO_ACTOR or content[0][0].isdigit():
        return None
    return None if content[0].endswith("ing") and said[0] == content[0] else (first, last)


def _noun_act(text: str, own: OwnWords, at: int) -> Act | None:
    """The killing of, a shooting, three arrests: an act told as a noun."""
    before = own.words[at - 1] if at else ""
    after = own.words[at + 1] if at + 1 < len(own.words) else ""
    counted = bool(before) and (before in _DETERMINER or before[0].isdigit())
    if not (after == "of" or (counted and (not after or after in _PREPOSITION or after in STOP))):
        return None
    light = at - 2 if at > 1 else -1
    if light >= 0 and own.words[light] in _LIGHT:
        actor = _subject(text, own, light - 1)
    elif before.endswith("ing") or (light >= 0 and own.words[light].endswith(("ed", "ing"))):
        return None
    else:
        actor = _by(text, own, at)
    return Act(_nouns()[own.words[at]], Voice.NOMINAL, at, actor)
