"""The words by which a student copy would give an outlet or a reporter away, and a search for them.

A tell is a name, a part of a name that is used alone, a web address, a handle, a byline or the name
of a file. Names of two and more words are found in any case and with any space or hyphen between
the words, names of one word only as a word with a capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from compare.model.articles import Document

# What is left of a name without these still stands for it: "Corvid" for "Corvid News Agency".
_TAILS = frozenset("online news agency wire newswire press digital tv".split())
# Alone these say nothing of an outlet, so that only "the" before them makes them a name.
_WEAK = _TAILS | frozenset("radio weekly daily review office bulletin markets".split())
_NO_NAME = frozenset(
    "the a an and by of for from dr mr mrs ms prof sir staff report reporter reporters reporting "
    "newsroom editor editors correspondent writer writers desk news agency agencies health "
    "politics political crime sports science business our own".split()
)
_GAP = r"[\s\-‐-―_.]*"
_SHORTEST_LABEL = 5
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_PERSON = re.compile(r"[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+)+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tell:
    """One thing to look for; `letter` is the article it stands for, empty for a reporter.

    `pattern` finds it in running text with whatever goes before it, `plain` in anything at all.
    """

    what: str
    letter: str
    pattern: re.Pattern[str]
    plain: re.Pattern[str]


def tells(documents: Sequence[Document], texts: Sequence[str] = ()) -> tuple[Tell, ...]:
    """Everything that may not stand in a student copy of the documents, longest first.

    `texts` are searched for how common a short name is: a last word that the story also writes
    small, such as "chronicle", counts as a name only after "the".
    """
    found: dict[tuple[str, str], Tell] = {}
    small = {word for text in texts for word in _WORD.findall(text) if word.islower()}
    for document in documents:
        for tell in (*_of_outlet(document, small), *_of_reporter(document)):
            found.setdefault((tell.what, tell.letter), tell)
    return tuple(sorted(found.values(), key=lambda tell: (-len(tell.what), tell.what)))


def hidden(words: Iterable[str]) -> tuple[Tell, ...]:
    """Tells for the words a teacher wants to have hidden."""
    return tuple(_any_case(word, "") for word in words)


def leaks(text: str, known: Iterable[Tell]) -> tuple[str, ...]:
    """The tells that stand in `text`, each once; empty is what a student copy must give."""
    return tuple(dict.fromkeys(tell.what for tell in known if tell.plain.search(text)))


def _of_outlet(document: Document, small: set[str]) -> Iterable[Tell]:
    words = _WORD.findall(document.outlet)
    if words and words[0].lower() == "the" and len(words) > 1:
        words = words[1:]
    if not words:
        return
    letter = document.letter
    yield _name(words, letter)
    short = list(words)
    while len(short) > 1 and short[-1].lower() in _TAILS:
        short.pop()
    if len(short) < len(words):
        yield _name(short, letter)
    last = words[-1]
    if len(words) > 1 and last[0].isupper() and last not in short[:1]:
        common = last.lower() in small or last.lower() in _WEAK
        yield _after_the(last, letter) if common else _capitalised(last, letter)
    for label in _labels(document, words):
        yield _label(label, letter)


def _labels(document: Document, words: Sequence[str]) -> set[str]:
    """Names as machines write them: of hosts, of files, run together."""
    host = urlsplit(document.url or "").hostname or ""
    parts = [part for part in host.split(".")[:-1] if part != "www"]
    stem = PurePosixPath((document.source or "").replace("\\", "/")).stem
    joined = ["".join(words), "-".join(words), "_".join(words)] if len(words) > 1 else []
    labels = {each.lower() for each in (host, *parts, stem, *joined)}
    return {each for each in labels if len(each) >= _SHORTEST_LABEL and _tells(each, words)}


def _tells(label: str, words: Sequence[str]) -> bool:
    """False for labels of one plain word, which the names themselves cover where they matter."""
    return not label.isalpha() or label == "".join(words).lower() != words[0].lower()


def _of_reporter(document: Document) -> Iterable[Tell]:
    for piece in re.split(r",| and | & |;|/", document.byline or ""):
        words = [word for word in piece.split() if word.lower().strip(".") not in _NO_NAME]
        name = " ".join(words)
        if _PERSON.fullmatch(name):
            yield _any_case(name, "")
            if len(words[-1]) > 2:
                yield _titled(words[-1])


def _name(words: Sequence[str], letter: str) -> Tell:
    whole = " ".join(words)
    return _any_case(whole, letter) if len(words) > 1 else _capitalised(whole, letter)


def _any_case(name: str, letter: str) -> Tell:
    words = _WORD.findall(name)
    core = _GAP.join(re.escape(word) for word in words) if words else re.escape(name)
    if len(words) > 1 and "&" in name:
        core = core.replace(_GAP, r"[\s\-‐-―_.&]*")
    core = rf"(?<![^\W_]){core}(?![^\W_])"
    return _tell(name, letter, core, re.IGNORECASE)


def _capitalised(word: str, letter: str) -> Tell:
    forms = "|".join(sorted({re.escape(word), re.escape(word.upper())}, reverse=True))
    return _tell(word, letter, rf"(?<![^\W_])(?:{forms})(?![^\W_])", 0)


def _after_the(word: str, letter: str) -> Tell:
    core = rf"(?<![^\W_])(?:{re.escape(word)}|{re.escape(word.upper())})(?![^\W_])(?! [A-Z])"
    pattern = rf"(?<![^\W_])[Tt]he\s+{core}"
    return Tell(
        what=f"the {word}", letter=letter, pattern=re.compile(pattern), plain=re.compile(pattern)
    )


def _titled(surname: str) -> Tell:
    pattern = rf"(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.?\s+{re.escape(surname)}(?![^\W_])"
    both = re.compile(pattern)
    return Tell(what=f"Mr or Ms {surname}", letter="", pattern=both, plain=both)


def _label(label: str, letter: str) -> Tell:
    core = rf"(?<![^\W_]){re.escape(label)}(?![^\W_])"
    return _tell(label, letter, core, re.IGNORECASE)


def _tell(what: str, letter: str, core: str, flags: int) -> Tell:
    before = r"(?:(?<![^\W_])(?i:an?|the)\s+)?"
    return Tell(
        what=what,
        letter=letter,
        pattern=re.compile(before + core, flags),
        plain=re.compile(core, flags),
    )
