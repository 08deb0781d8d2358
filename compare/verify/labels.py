"""Is a label one for whom or what it is given? Titles, courtesies and family names held apart."""

from __future__ import annotations

import re
from collections.abc import Collection

from compare.english.polarity_words import BEFORE_VERB
from compare.english.titles import SEXES
from compare.english.word_lists import word_list
from compare.model.spans import Span
from compare.text.fold import folded_text
from compare.text.names import given_names
from compare.text.titles import title_words
from compare.text.words import STOP, folded_word_texts, words

_ROLES = word_list("roles")
_TITLES = title_words()
_THINGS = word_list("group-words") | word_list("thing-words")
# Lower-case words that may stand before a title with a capital.
_QUALIFYING = frozenset(
    """
    former late then acting outgoing incoming embattled disgraced ousted longtime veteran retired
    new old young first second chief deputy senior vice assistant interim self-styled so-called
    supremo boss guru tsar czar hero star ace
    """.split()
)
_ABBREVIATED = re.compile(r"(?:(?:\b(?:former|late|acting|ex)\b[ -])?(?:[A-Z]\.){2,} )\Z")
# Behind an apposition: "former Secretary", of State Hillary Clinton.
_NEXT_OF_LIST = re.compile(r"\s+of(?: [A-Z][\w’'-]+){3}")
_LAST_WORD = re.compile(r"(\w+)\s\Z")
_ANYBODY = frozenset("man woman boy girl lad person friend guy".split())


def label_span(text: str, label: Span, name: Span) -> Span:
    """The label as it should be printed: without a verb or noun that only stands before it.

    `name` is the place of the name itself, inside the label or at its end. "satisfy Justice Roe" is
    "Justice Roe", "to discuss then-adviser Roe" is "then-adviser Roe"; "director Roe" behind
    "former F.B.I." is "former F.B.I. director Roe".
    """
    cut = _ABBREVIATED.search(text, max(0, label.start - 20), label.start)
    if cut and text[label.start].islower():
        return Span(cut.start(), label.end)
    before = [span for span in words(text, label) if span.end <= name.start]
    if len(before) < 2:
        return label
    first = folded_text(before[0].of(text))
    if text[before[0].start].isupper() or first in _QUALIFYING | _ROLES | _TITLES:
        return label
    led = _LAST_WORD.search(text, max(0, label.start - 20), label.start)
    is_verb = led is not None and folded_text(led[1]) in BEFORE_VERB
    follows_capital = text[before[1].start].isupper()
    if is_verb or (follows_capital and not first.endswith("ed")):
        return Span(before[1].start, label.end)
    return label


def is_label_of(label: str, name: str, *, shared_family: bool) -> bool:
    """True when a label can be one of a person: the courtesy agrees with the given name.

    With `shared_family`, for an article that names two persons of one family name, a label that is
    the family name alone belongs to neither for sure.
    """
    said = [word.rstrip(".") for word in folded_word_texts(label)]
    called = list(folded_word_texts(name))
    if not said or not called:
        return True
    given = [word for word in called[:-1] if word not in _TITLES]
    sex = given_names().get(given[0], "any") if given else "any"
    courtesy = next((SEXES[word] for word in said if word in SEXES), None)
    if courtesy and sex in ("man", "woman") and sex != courtesy:
        return False
    alone = [word for word in said if word not in SEXES]
    return not (shared_family and alone == called[-1:])


def is_title_of(title: str, text: str, after: int, *, person: bool) -> bool:
    """True when a title or role can belong to what is named.

    A person's role is no title of a body ("the Harvest Party, a dairy farmer"), a bare "man" is no
    title at all, and what goes on as the next name of a list belongs to that; `after` is where the
    words of the title and name end in the text.
    """
    said = list(folded_word_texts(title))
    if not said or (len(said) == 1 and said[0] in _ANYBODY):
        return False
    if not person and said[-1] in _ROLES and said[-1] not in _THINGS:
        return False
    return _NEXT_OF_LIST.match(text, after) is None


def is_common_word(text: str, label: Span, lower: Collection[str]) -> bool:
    """True for a single word that opens a sentence and that articles write small elsewhere too."""
    spans = words(text, label)
    opens = re.search(r"(?:\A|[.!?:\n”\"’'])[\s“\"‘']*\Z", text[: label.start]) is not None
    return len(spans) == 1 and opens and folded_text(label.of(text)) in lower


def is_adjective(text: str, label: Span) -> bool:
    """True for a name of one word that only describes what follows: "Democratic donor"."""
    word = folded_text(label.of(text))
    if label.end >= len(text):
        return False
    following = words(text, Span(label.end, min(len(text), label.end + 40)))[:1]
    if (
        len(words(text, label)) != 1
        or not word.endswith(("ic", "ish", "ese", "an"))
        or not following
    ):
        return False
    near = text[label.end : following[0].start] == " "
    described = following[0].of(text)
    return near and described[0].islower() and folded_text(described) not in STOP


def same_but_for_title(one: str, other: str) -> bool:
    """True when two names of persons are one but for titles before it: Cllr Ada Roe, Ada Roe."""
    mine, theirs = (folded_word_texts(name) for name in (one, other))
    short, long = sorted((mine, theirs), key=len)
    extra = long[: len(long) - len(short)]
    return (
        len(short) > 1
        and long[len(extra) :] == short
        and all(w in _TITLES | _ROLES | {"cllr", "clr", "ald"} for w in extra)
    )
