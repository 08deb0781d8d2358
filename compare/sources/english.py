"""Whether a text is English, told by the commonest words of English and of other languages."""

from __future__ import annotations

import re

# fmt: off
ENGLISH = frozenset("the of and to that for with by from is it said".split())
# Each word is common in one of the languages that most news is written in, and no English word.
OTHERS = frozenset(
    "der und das nicht ist ein mit von auf für sich auch le les des est une dans que qui pas sur "
    "el por una con del se su para não uma com os em il di che per sono della het een van zijn dat "
    "niet yang itu dengan untuk dari dalam och att som är för og på ikke til jest nie się że ve "
    "bir bu için ja ei että".split()
)
# fmt: on
LEAST_ENGLISH = 0.07  # English news has .13 to .30, lists of results or recipes far less
LEAST_OTHER = 0.02
LEAST_SAMPLE = 60
SAMPLE = 4_000  # letters
FOREIGN_LETTERS = 0.2  # share of letters of other alphabets, beyond what names and quotations need
ACCENTS = 0.02


def looks_english(text: str) -> bool:
    """False for a text whose letters or commonest words are surely those of another language."""
    tokens = re.findall(r"[^\W\d_]+", text.casefold())[:2_000]
    letters = "".join(tokens)[:SAMPLE]
    if sum(letter > "\u024f" for letter in letters) > FOREIGN_LETTERS * len(letters):
        return False
    english, other = (sum(token in words for token in tokens) for words in (ENGLISH, OTHERS))
    if len(tokens) < LEAST_SAMPLE or english >= LEAST_ENGLISH * len(tokens):
        return True
    accents = sum(letter > "\u00bf" for letter in letters)
    return other < LEAST_OTHER * len(tokens) and accents < ACCENTS * len(letters)
