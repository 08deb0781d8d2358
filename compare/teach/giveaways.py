"""The words by which a student copy would give an outlet or a reporter away, and a search for them.

A tell is the name of an outlet, a part of it that is used alone, its initials, a web address, a
handle, the name of a reporter or that of a file. A name is found with any space or hyphen between
its words; a word that also has another use only where it stands for the outlet.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from compare.english.word_lists import word_list
from compare.model.articles import Document
from compare.model.spans import Span
from compare.teach.bylines import reporters
from compare.teach.name_use import NameUse, is_ordinary_word, names_an_outlet
from compare.teach.spelling import (
    WORD,
    any_case,
    as_digits,
    as_given,
    initials_pattern,
    is_number,
    plain_letters,
    run_together,
    whole_word_pattern,
    with_capitals,
)
from compare.text.calendar import WEEKDAYS

# What is left of a name without these still stands for it: "Corvid" for "Corvid News Agency".
_TAILS = frozenset(
    "online news agency wire newswire press digital tv fm media weekly daily today live".split()
)
# "The Times of India" is the Times, "The Mail on Sunday" the Mail.
# After these the last word is mostly a place: "Radio Lowmoor".
_MEDIA = frozenset("radio tv television channel voice".split())
_ADDED = frozenset("of on for from in de du del della der des am".split())
_SHORT_WORDS = frozenset("the of on for from in and a an".split())
# Initials that mean something else to every reader.
TAKEN = frozenset(
    "us uk un eu pm am tv fm id ok it mp mps dc la ny nz sa ceo cfo fbi cia nhs gdp dna nato who "
    "usa uae ngo gmt est pst cet utc hiv iq ad bc pr ai".split()
)
_SURE_INITIALS = 3
_SHORTEST_LABEL = 5
_PARTED_LABEL = 8
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}")
_INNER = frozenset("www news co com org net gov ac m amp edition".split())
_PLACED = (
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]round|[Aa]cross|[Tt]hroughout) (?:the )?{}(?! ?[A-Z])"
)
_SELF = re.compile(
    r"\b[Tt]his (?:newspaper|news (?:site|agency|website|channel|outlet))\b"
    r"|(?<=told )this (?:paper|magazine|channel|station|programme|program|website|site|agency)\b"
    r"|(?<=seen by )this (?:paper|magazine|channel|station|programme|program|website|agency)\b"
    r"|(?<=spoke to )this (?:paper|magazine|channel|station|programme|program|website)\b"
    r"|\b[Tt]his (?:paper|magazine|channel|station|programme|website) "
    r"(?=understands|has (?:learned|learnt|seen|obtained)|can reveal)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Giveaway:
    """One thing to look for; `letter` is the article it stands for, empty for a reporter.

    `articles_only` is true for what the pages of a lesson use with another meaning, such as "C6".
    """

    what: str
    letter: str
    pattern: re.Pattern[str]
    use: NameUse = NameUse.ANY
    articles_only: bool = False

    def spans(self, text: str) -> Iterator[Span]:
        """Where it stands in a text, without the words around it."""
        for match in self.pattern.finditer(text):
            if names_an_outlet(text, match.start(), match.end(), self.use):
                yield Span(*match.span())


def giveaways_of(documents: Sequence[Document], texts: Sequence[str] = ()) -> tuple[Giveaway, ...]:
    """Everything that may not stand in a student copy of the documents, longest first.

    `texts` are searched for the other uses of a name: a word that the story also writes small, such
    as "chronicle", a place, and what else initials may stand for.
    """
    story = _Story(texts)
    found: dict[tuple[str, str], Giveaway] = {}
    for document in documents:
        names = reporters(document.byline or "")
        for tell in (*_of_outlet(document, story), *reporter_giveaways(names)):
            found.setdefault((tell.letter, tell.pattern.pattern), tell)
    return tuple(sorted(found.values(), key=lambda tell: (-len(tell.what), tell.what)))


def hidden_words(words: Iterable[str]) -> tuple[Giveaway, ...]:
    """Tells for the words a teacher wants to have hidden."""
    return tuple(
        _tell(word, "", any_case(WORD.findall(word)) if WORD.search(word) else re.escape(word))
        for word in words
    )


def leaks(text: str, known: Iterable[Giveaway]) -> Counter[str]:
    """How often each tell stands in `text`; empty is what a student copy must give."""
    found: Counter[str] = Counter()
    for tell in known:
        if tell.articles_only:
            continue
        found[tell.what] += sum(1 for _ in tell.spans(text))
    found.update(match.group() for match in self_mentions(text))
    return +found


def self_mentions(text: str) -> Iterator[re.Match[str]]:
    """Where an article speaks of its own outlet without a name: "this newspaper"."""
    return _SELF.finditer(text)


class _Story:
    """What the texts of a story tell of words that are also names."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._all = "\n".join(texts)
        self._small = {word for word in WORD.findall(self._all) if word.islower()}

    def ordinary(self, word: str) -> bool:
        """True for a word that the story, or everybody, also writes small."""
        return word.lower() in self._small or is_ordinary_word(word)

    def is_place(self, words: Sequence[str]) -> bool:
        """True when the story says that something is in, at or near it."""
        found = re.search(_PLACED.format(with_capitals(words)), self._all)
        return found is not None or "_".join(words).lower() in word_list("places")

    def means_else(self, initials: str) -> bool:
        """True when the story has another name with these initials."""
        return any(
            "".join(word[0] for word in run.split() if word[0].isupper()) == initials
            for run in re.findall(r"[A-Z]\w+(?: (?:of|and|the|for|[A-Z]\w+))+", self._all)
        )


def _of_outlet(document: Document, story: _Story) -> Iterator[Giveaway]:
    letter = document.letter
    words = words_of_name(document.outlet)
    if words:
        yield from _whole(words, letter, story)
        yield from _parts(words, letter, story)
        yield from _initials(words, letter, story)
        yield from _numbered(words, letter)
    own = frozenset(word.lower() for word in words)
    for label in sorted(_labels(document, words)):
        yield from _label(label, letter, story, own)
    if len(words) == 1 and len(words[0]) >= _PARTED_LABEL and _is_host(document.outlet):
        yield _tell(document.outlet, letter, run_together(words[0].lower()))


def words_of_name(outlet: str) -> list[str]:
    """The words of a name without "the" and "and"; those of a host, as far as it shows them."""
    if _is_host(outlet):
        parts = [part for part in outlet.lower().split(".")[:-1] if part not in _INNER]
        return [word.title() for part in parts[-1:] for word in WORD.findall(part)]
    words = [word for word in WORD.findall(outlet) if word.lower() != "and"]
    return words[1:] if len(words) > 1 and words[0].lower() == "the" else words


def _is_host(outlet: str) -> bool:
    return _HOST.fullmatch(outlet.lower()) is not None


def _whole(words: Sequence[str], letter: str, story: _Story) -> Iterator[Giveaway]:
    """The full name, and the same typed without accents."""
    if len(words) == 1:
        yield _one_word(words[0], letter, story)
    else:
        yield _several(words, letter, story)
    bare = [plain_letters(word) for word in words]
    if bare != list(words) and all(word.isascii() for word in bare):
        yield from _whole(bare, letter, story)


def _several(words: Sequence[str], letter: str, story: _Story) -> Giveaway:
    """A name of words with another use counts only with capitals: not "an open drawer"."""
    plain = not any(map(is_number, words)) and all(
        word.isupper() or story.ordinary(word) or word.lower() in word_list("places")
        for word in words
    )
    return _tell(" ".join(words), letter, with_capitals(words) if plain else any_case(words))


def _one_word(word: str, letter: str, story: _Story) -> Giveaway:
    use = NameUse.ANY
    if story.ordinary(word):
        use = NameUse.COMMON
    elif story.is_place([word]) or word.lower() in TAKEN:
        use = NameUse.CUED
    return _tell(word, letter, as_given(word), use)


def _parts(words: Sequence[str], letter: str, story: _Story) -> Iterator[Giveaway]:
    """What a name is called for short."""
    added = next((at for at, word in enumerate(words) if at and word.lower() in _ADDED), None)
    core = list(words[:added])
    head = list(core)
    while len(head) > 1 and head[-1].lower() in _TAILS:
        head.pop()
    if len(head) < len(words) and not (len(head) > 1 and story.is_place(head)):
        yield _one_word(head[0], letter, story) if len(head) == 1 else _several(head, letter, story)
    if len(core) > 2:
        yield _several([core[0], core[-1]], letter, story)
        if not story.is_place(core[1:]):
            yield _several(core[1:], letter, story)
    if not all(word.isupper() for word in core):
        for word in core:
            if word.isupper() and len(word) >= _SURE_INITIALS:
                yield _one_word(word, letter, story)
    last = core[-1]
    no_name = last.lower() in WEEKDAYS or is_number(last) or not last[0].isupper()
    if len(core) > 1 and last != head[0] and not no_name:
        use = NameUse.COMMON if story.ordinary(last) else NameUse.ALONE
        cued = story.is_place([last]) or last.lower() in _TAILS or core[0].lower() in _MEDIA
        use = NameUse.CUED if cued else use
        yield _tell(f"the {last}", letter, as_given(last), use)


def _initials(words: Sequence[str], letter: str, story: _Story) -> Iterator[Giveaway]:
    head = list(words)
    while len(head) > 1 and head[-1].lower() in _TAILS:
        head.pop()
    if len(head) > 1 and head != list(words):
        yield from _initials(head, letter, story)
    every = "".join(word[0] for word in words).upper()
    short = "".join(word[0] for word in words if word.lower() not in _SHORT_WORDS).upper()
    mixed = "".join(word[0] if word.lower() in _SHORT_WORDS else word[0].upper() for word in words)
    for initials in dict.fromkeys((every, short, mixed)):
        known = initials.lower() in TAKEN or story.means_else(initials)
        if len(initials) > 1 and initials.isalpha() and not known:
            use = NameUse.ANY if len(initials) >= _SURE_INITIALS else NameUse.CUED
            yield _tell(initials, letter, initials_pattern(initials), use)


def _numbered(words: Sequence[str], letter: str) -> Iterator[Giveaway]:
    """Short forms of a name with a number: "Ch. 9" and "C9" for "Channel 9"."""
    short = numbered_initials(words)
    if not short:
        return
    first, number = words[0], as_digits(next(word for word in words if as_digits(word)))
    if first.lower() == "channel":
        yield _tell(f"Ch {number}", letter, rf"(?i:ch(?:an)?)\.?[\s-]?{number}")
    yield Giveaway(
        what=short,
        letter=letter,
        pattern=re.compile(whole_word_pattern(short)),
        use=NameUse.CUED,
        articles_only=True,
    )


def numbered_initials(words: Sequence[str]) -> str:
    """ "C9" for the words of "Channel 9"; empty for a name without a number after its words."""
    at = next((at for at, word in enumerate(words) if at and as_digits(word)), None)
    if at is None:
        return ""
    return "".join(word[0].upper() for word in words[:at]) + as_digits(words[at])


def _labels(document: Document, words: Sequence[str]) -> set[str]:
    """Names as machines write them: of hosts, of files, run together."""
    address = urlsplit(document.url or "").hostname or ""
    parts = [part for part in address.split(".")[:-1] if part not in _INNER]
    stem = PurePosixPath((document.source or "").replace("\\", "/")).stem.lower()
    joined = ["".join(words), "-".join(words), "_".join(words)] if len(words) > 1 else []
    own = {word.lower() for word in words if len(word) > 2}
    stems = [stem] if own & set(re.split(r"[\W_]+", stem)) or stem in map(str.lower, joined) else []
    labels = {each.lower() for each in (address, *parts, *stems, *joined)}
    return {each for each in labels if len(each) >= _SHORTEST_LABEL and _tells(each, words)}


def _tells(label: str, words: Sequence[str]) -> bool:
    """False for labels of one plain word, which the names themselves cover where they matter."""
    joined = "".join(words).lower()
    return not label.isalpha() or (len(words) > 1 and label in (joined, f"the{joined}"))


def _label(label: str, letter: str, story: _Story, own: frozenset[str]) -> Iterator[Giveaway]:
    """A label as it is; written in words as well where it is a form of the outlet's name."""
    yield _tell(label, letter, f"(?i:{re.escape(label)})")
    words = [word for word in re.split(r"[\W_]+", label) if word not in _INNER]
    if label.isalpha():
        bare = label.removeprefix("the") if len(label) > _PARTED_LABEL else label
        if len(bare) >= _PARTED_LABEL:
            yield Giveaway(
                what=bare, letter=letter, pattern=re.compile(rf"(?i:\w*{re.escape(bare)}\w*)")
            )
    elif "." not in label and len(words) > 1 and own & set(words):
        spelled = [word.title() for word in words]
        if not story.is_place(spelled):
            yield _several(spelled, letter, story)


def reporter_giveaways(names: Iterable[tuple[str, ...]]) -> Iterator[Giveaway]:
    """Tells for the names of reporters, each given as its words."""
    for name in names:
        for spelled in dict.fromkeys((name, tuple(plain_letters(word) for word in name))):
            yield _tell(" ".join(spelled), "", any_case(spelled))
        surname = name[-1]
        if len(surname) > 2:
            titled = rf"(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.?\s+{re.escape(surname)}"
            yield _tell(f"Mr or Ms {surname}", "", titled)
            yield _tell(f"{surname} reports", "", rf"{as_given(surname)}(?= report(?:s|ed)\b)")


def _tell(what: str, letter: str, core: str, use: NameUse = NameUse.ANY) -> Giveaway:
    return Giveaway(what=what, letter=letter, pattern=re.compile(whole_word_pattern(core)), use=use)
