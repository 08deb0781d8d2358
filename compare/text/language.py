"""The language of a text, told by its commonest words and, in doubt, by py3langid.

py3langid (Barbaresi, after langid.py by Lui and Baldwin 2012) weighs byte sequences over 139
languages; its model is part of its package. It takes most of a second to load, so it is asked only
about a text that is not plainly English.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

# fmt: off
ENGLISH = frozenset(
    "the of and to that for with by from is it said was were be has have had in on at as this are "
    "not but they which who will an or he she his her their been would after when".split()
)
NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech",
    "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "et": "Estonian", "eu": "Basque", "fa": "Persian", "fi": "Finnish", "fr": "French",
    "ga": "Irish", "gl": "Galician", "gu": "Gujarati", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "is": "Icelandic", "it": "Italian",
    "ja": "Japanese", "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian",
    "ms": "Malay", "nb": "Norwegian", "nl": "Dutch", "nn": "Norwegian", "no": "Norwegian",
    "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak",
    "sl": "Slovenian", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili",
    "ta": "Tamil", "te": "Telugu", "th": "Thai", "tl": "Filipino", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}
# Pairs that news in the one is often taken for the other; a page is believed that says which.
ALIKE = (
    frozenset({"nb", "nn", "no", "da"}), frozenset({"hr", "sr", "bs", "sl"}),
    frozenset({"id", "ms"}), frozenset({"cs", "sk"}), frozenset({"es", "gl", "ca"}),
)
# fmt: on
WORD = re.compile(r"[^\W\d_]+")
MOST_WORDS = 2_000
SAMPLE = 6_000  # letters that are looked at; more change nothing
FEW, FEW_LETTERS = 8, 20  # below which nothing is said
SOME = 40  # words from which the share of the commonest is steady
PLAINLY = 0.2  # share of common English words in a text of any length; news has .30 to .45
SURELY = 0.12  # in a longer one
CERTAIN = 0.75  # by py3langid; lists of names and results stay far below for any language
OTHER_LETTERS = 0.2


def language_of(text: str) -> str | None:
    """The code of the language of `text`, as in "de"; None where that is not sure."""
    words = [word.casefold() for word in WORD.findall(text[: 4 * SAMPLE])[:MOST_WORDS]]
    letters = "".join(words)[:SAMPLE]
    if len(words) < FEW and len(letters) < FEW_LETTERS:
        return None
    share = sum(word in ENGLISH for word in words) / len(words)
    other = sum(letter > "\u024f" for letter in letters) > OTHER_LETTERS * len(letters)
    if not other and share >= (PLAINLY if len(words) < SOME else SURELY):
        return "en"
    code, probability = _identifier().classify(text[:SAMPLE])
    return str(code) if probability >= CERTAIN else None


def language_name(code: str) -> str:
    """The name of a language in English, as in "German"; the code itself where it is not known."""
    base = code.partition("-")[0].partition("_")[0].lower()
    return NAMES.get(base, f"the language “{base}”")


def base_language(code: str) -> str:
    """The code without its country, as in "en" for "en-US"; one for those that are hard to part."""
    return code.partition("-")[0].partition("_")[0].strip().lower()


def same_language(one: str, other: str) -> bool:
    """True for two codes of one language, or of two that are hardly told apart by their words."""
    a, b = base_language(one), base_language(other)
    return a == b or any(a in group and b in group for group in ALIKE)


@lru_cache(maxsize=1)
def _identifier() -> Any:  # noqa: ANN401 - py3langid has no public type for it
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
