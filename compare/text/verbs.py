"""The forms of English verbs, from "say" to said and saying and back, and verbs for one act."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from compare.english.word_groups import SIBILANT_END
from compare.english.word_lists import line_sections, sections, word_list
from compare.text.words import stem

_DOUBLED = re.compile(r"(?:^|[^aeiou]|qu)[aeiou][bdglmnprt]$")
_AUXILIARIES = frozenset(
    """
    am is are was were be been has have had do does did will would can could may might must
    shall should isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't
    wouldn't can't couldn't says
    """.split()
)
# Verbs in -ed of four letters; most such words are none ("need", "shed").
_SHORT_PASTS = frozenset("died lied used tied owed".split())
_NO_VERBS = frozenset("named called based aged so-called united unlimited".split())
# What stands behind these is no verb of the main clause: "who left", "the left", "his left arm".
_BEFORE_NO_VERB = frozenset("who which that whose a an the my your his her its our their".split())
_ENDS_STRESSED = frozenset("refer admit rebut concur prod crow-bar rip knap".split())


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One reading of a word as a verb: its base form and whether it is base, s, past, done or ing.

    `done` is a participle that is not the past as well, such as "written".
    """

    lemma: str
    shape: str


@lru_cache(maxsize=1)
def irregular_verbs() -> dict[str, tuple[str, str]]:
    """Past and participle of each irregular verb."""
    entries = (entry.split("/") for entry in word_list("irregular-verbs"))
    return {base: (past, done) for base, past, done in entries}


def verb_forms(lemma: str) -> dict[str, str]:
    """Every form of a verb with its shape; a particle ("point_out") is left out."""
    base = lemma.partition("_")[0]
    past, done = irregular_verbs().get(base, (_with_ed(base), _with_ed(base)))
    return {done: "done", past: "past", _with_s(base): "s", _with_ing(base): "ing", base: "base"}


@lru_cache(maxsize=8)
def verb_table(name: str) -> dict[str, tuple[VerbForm, ...]]:
    """From each form of the verbs in a word list to its readings, phrasal verbs among them."""
    table: dict[str, list[VerbForm]] = {}
    for lemma in sorted(word_list(name)):
        for word, shape in verb_forms(lemma).items():
            table.setdefault(word, []).append(VerbForm(lemma, shape))
    return {word: tuple(readings) for word, readings in table.items()}


@lru_cache(maxsize=1)
def _past_forms() -> frozenset[str]:
    return frozenset(past for past, _ in irregular_verbs().values()) | _AUXILIARIES | _SHORT_PASTS


def has_verb(words: Sequence[str]) -> bool:
    """True when folded words hold what looks like a finite verb of their main clause.

    Auxiliaries, irregular pasts and words in -ed count, unless a relative
    pronoun, an article or a possessive stands before.
    """
    return any(
        (word in _past_forms() or (word.endswith("ed") and len(word) > 4 and word not in _NO_VERBS))
        and before not in _BEFORE_NO_VERB
        for before, word in pairwise(words)
    )


@lru_cache(maxsize=1)
def verb_stances() -> dict[str, str]:
    """From the base form of a reporting verb to neutral, doubting or asserting."""
    return {lemma: name for name, lemmas in sections("reporting-verbs").items() for lemma in lemmas}


def _with_s(base: str) -> str:
    if re.search(SIBILANT_END, base) or base in {"go", "do"}:
        return base + "es"
    if re.search(r"[^aeiou]y$", base):
        return base[:-1] + "ies"
    return "has" if base == "have" else base + "s"


def _with_ed(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if re.search(r"[^aeiou]y$", base):
        return base[:-1] + "ied"
    return base + (base[-1] if _doubles(base) else "") + "ed"


def _with_ing(base: str) -> str:
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return base + (base[-1] if _doubles(base) else "") + "ing"


def _doubles(base: str) -> bool:
    """True for short stressed endings: quip, quipped; also admit, admitted."""
    return bool(_DOUBLED.search(base)) and (len(base) <= 4 or base in _ENDS_STRESSED)


@lru_cache(maxsize=1)
def _like_acts() -> dict[str, frozenset[int]]:
    """The lines of `like-acts.txt` that hold a word, by the stems of all its forms."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(line_sections("like-acts")[""]):
        for word in line.split():
            for form in (word, *verb_forms(word)):
                found.setdefault(stem(form), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def acts_told(stems: Iterable[str]) -> frozenset[int]:
    """The acts that stems of words may tell, as numbers; two that share one may be one act."""
    known = _like_acts()
    return frozenset(number for word in stems for number in known.get(word, ()))
