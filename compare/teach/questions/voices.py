"""Questions on voices: who says a quotation, and who is not named in an article at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.english.word_lists import word_list
from compare.model.findings import LedgerRow
from compare.model.quotes import Quote, QuoteKind, SpeakerGroup
from compare.model.words import EntityKind
from compare.teach.material import Material, whole_word
from compare.teach.question import (
    AnswerCheck,
    Cite,
    Option,
    Question,
    articles_in_words,
    in_marks,
)
from compare.teach.questions.quotations import with_full_stop
from compare.teach.questions.texts import question_text
from compare.text.fold import folded_text
from compare.text.titles import title_words

_PERSON = re.compile(r"[A-Z][\w’'-]*[a-z](?: [A-Z][\w’'-]*[a-z]){1,2}")
_NO_PERSON = (SpeakerGroup.ORGANISATION, SpeakerGroup.DOCUMENT, SpeakerGroup.ANONYMOUS)
_GROUPED = (
    SpeakerGroup.OFFICIAL,
    SpeakerGroup.EXPERT,
    SpeakerGroup.WITNESS,
    SpeakerGroup.AFFECTED,
)
_SURE = 0.9
_SHORTEST_QUOTE = 6
_LONGEST_QUOTE = 40
_WRONG = 3
_ABSENT = "not_named"


def who_said(material: Material) -> Iterator[Question]:
    """Who says this? For quotations in marks whose speaker is named beside them."""
    people = quoted_people(material)
    for letter, name, said, evidence in clear_quotes(material):
        others = [each for each in people if surname(each) != surname(name)]
        if len(others) > 1:
            yield _speaker_of(material, (letter, name, said), evidence, others)


def clear_quotes(material: Material) -> Iterator[tuple[str, str, str, tuple[Cite, ...]]]:
    """Quotations with the speaker's name beside them: article, name, words and their sentences."""
    people = quoted_people(material)
    for letter in material.letters:
        for quote in material.quotes(letter):
            name = _clear_speaker(material, letter, quote, people)
            doubted = quote.id in material.contested_quotes
            if name is None or quote.speaker_span is None or doubted:
                continue
            part = max(quote.parts, key=lambda span: span.end - span.start)
            said = material.words(letter, part).rstrip(",;")
            evidence = material.passage(letter, (part, quote.speaker_span))
            if evidence and _SHORTEST_QUOTE <= len(said.split()) <= _LONGEST_QUOTE:
                yield letter, name, said, evidence


def not_named(material: Material) -> Iterator[Question]:
    """Which of these people is not named in this article? Settled by the letters alone."""
    people = quoted_people(material)
    for letter in material.letters:
        text = material.texts[letter]
        named = [name for name in people if whole_word(surname(name), text)]
        absent = [name for name in people if not whole_word(surname(name), text)]
        absent = [name for name in absent if not whole_word(name.split()[0], text)]
        if len(named) > 1 and absent:
            key = question_text(_ABSENT).id_of(letter, "absent")
            right = material.shuffled(absent, key)[0]
            wrong = material.shuffled(named, key)[:_WRONG]
            yield _missing(material, letter, right, wrong, key)


def quoted_people(material: Material) -> list[str]:
    """Full names of persons who are quoted somewhere, as students see them, in a fixed order."""
    found = {row.speaker for row in material.sure(material.c.ledger) if _is_person(material, row)}
    surnames = [surname(name) for name in found]
    return sorted(
        name
        for name in found
        if surnames.count(surname(name)) == 1
        and not _has_namesake(material, name)
        and not _takes_the(material, name)
    )


def _takes_the(material: Material, name: str) -> bool:
    """True when a name often stands after "the", as that of a newspaper does and no person's."""
    small = folded_text(name)
    text = "\n".join(material.texts.values())
    return text.count(f"the {small}") * 2 >= text.count(small)


def _has_namesake(material: Material, name: str) -> bool:
    """True when a copy has the last name after another first name, so that letters mislead."""
    known = title_words() | word_list("roles") | word_list("stop")
    known |= word_list("function-words") | {folded_text(part) for part in name.split()}
    before = re.compile(rf"\b([A-Z][\w’'-]*[a-z]) {re.escape(surname(name))}\b")
    return any(
        folded_text(found.group(1)) not in known
        for copy in material.copies
        for paragraph in copy.paragraphs
        for line in paragraph
        for found in before.finditer(line.text)
    )


def _is_person(material: Material, row: LedgerRow) -> bool:
    name = row.speaker
    if row.group in _NO_PERSON or not _PERSON.fullmatch(name) or _is_of_a_place(material, name):
        return False
    known = {
        each.name for each in material.sure(material.c.naming) if each.kind is EntityKind.PERSON
    }
    if (row.group not in _GROUPED and name not in known) or material.blinder.text(name) != name:
        return False
    return any(whole_word(name, text) for text in material.texts.values())


def _is_of_a_place(material: Material, name: str) -> bool:
    """True for a name such as "Osmere Athletic", whose first word the copies use as a place."""
    first, rest = (
        re.escape(folded_text(name.split()[0])),
        re.escape(folded_text(" ".join(name.split()[1:]))),
    )
    place = re.compile(rf"\b(?:in|at|from|near|to) {first}\b(?!['’ ]+{rest})")
    return any(place.search(text) for text in material.texts.values())


def surname(name: str) -> str:
    """The last word of a name, by which articles go on naming somebody."""
    return name.split()[-1]


def _clear_speaker(material: Material, letter: str, quote: Quote, people: list[str]) -> str | None:
    """The full name of the speaker when a reader can find it in the quotation's own sentence."""
    speaker, where = quote.speaker, quote.speaker_span
    if quote.kind is not QuoteKind.DIRECT or speaker is None or where is None:
        return None
    if quote.confidence < _SURE or speaker.anonymous or "contested" in quote.flags:
        return None
    name = next((each for each in people if surname(each) == surname(speaker.name)), None)
    quoted = material.sentence_at(letter, quote.parts[0])
    beside = material.sentence_at(letter, where)
    if name is None or quoted is None or beside is None or quoted.paragraph != beside.paragraph:
        return None
    return name if whole_word(surname(name), folded_text(material.words(letter, where))) else None


def _speaker_of(
    material: Material, told: tuple[str, str, str], evidence: tuple[Cite, ...], others: list[str]
) -> Question:
    letter, name, said = told
    text = question_text("who_said")
    key = text.id_of(letter, said)
    named_here = [each for each in others if whole_word(surname(each), material.texts[letter])]
    rest = [each for each in others if each not in named_here]
    wrong = [*material.shuffled(named_here, key), *material.shuffled(rest, key)][:_WRONG]
    line = next(c.line for c in evidence if whole_word(surname(name), folded_text(c.text)))
    return text.question(
        key,
        {"letter": letter, "said": with_full_stop(in_marks(said)), "name": name, "line": line},
        worth=0.5 + 0.1 * len(named_here[:_WRONG]),
        evidence=evidence,
        checks=(
            AnswerCheck(article=letter, words=said),
            AnswerCheck(article=letter, words=surname(name)),
        ),
        options=_options(material, name, wrong, key, text.phrase("note", line=line)),
    )


def _missing(material: Material, letter: str, right: str, wrong: list[str], key: str) -> Question:
    where = [each for each in material.letters if whole_word(right, material.texts[each])]
    lines = [f"{name}: {first_line_of(material, letter, name)}" for name in wrong]
    text = question_text(_ABSENT)
    words = {
        "letter": letter,
        "name": right,
        "articles": articles_in_words(where),
        "others": "; ".join(lines),
    }
    return text.question(
        key,
        words,
        worth=0.55 + 0.1 * len(wrong),
        checks=(
            AnswerCheck(article=letter, words=surname(right), there=False),
            *(AnswerCheck(article=letter, words=surname(name)) for name in wrong),
            AnswerCheck(article=where[0], words=right),
        ),
        options=_options(material, right, wrong, key, ""),
    )


def first_line_of(material: Material, letter: str, name: str) -> str:
    """The number of the first line of an article that names a person, else its headline."""
    for paragraph in material.copy(letter).paragraphs:
        for line in paragraph:
            if whole_word(surname(name), folded_text(line.text)):
                return f"{letter}{line.number}"
    return question_text(_ABSENT).phrase("headline", letter=letter)


def _options(
    material: Material, right: str, wrong: list[str], key: str, note: str
) -> tuple[Option, ...]:
    names = material.shuffled((right, *wrong), key)
    return tuple(Option(text=name, right=name == right, note=note) for name in names)
