"""Questions on how far up an article names somebody or prints a quotation: "placement"."""

from __future__ import annotations

from collections.abc import Iterator

from compare.teach.material import Material, whole_word
from compare.teach.question import AnswerCheck, Cite, Option, Question, in_marks
from compare.teach.questions.quotations import said_in_one, with_full_stop
from compare.teach.questions.texts import question_text
from compare.teach.questions.voices import quoted_people, surname
from compare.text.fold import folded_text

_APART = 2
_MOST_LETTERS = 4
_SURE = 0.95
_SHORTEST, _LONGEST = 5, 30


def name_first(material: Material) -> Iterator[Question]:
    """Which article names this person nearest to its top? Settled by the letters of the name."""
    for name in quoted_people(material):
        places = {
            letter: cite
            for letter in material.letters
            if not whole_word(surname(name), folded_text(material.copy(letter).headline))
            and (cite := _first_line(material, letter, surname(name)))
        }
        yield from _placed(material, name, "name_first", {"name": name}, places)


def quote_first(material: Material) -> Iterator[Question]:
    """Which article prints these words nearest to its top? For words all of them print alike."""
    for group in material.sure(material.c.quote_groups):
        if group.confidence < _SURE or group.id in material.contested:
            continue
        words = said_in_one(material, group)
        if not _SHORTEST <= len(words.split()) <= _LONGEST:
            continue
        places = {
            letter: cite
            for letter in material.letters
            if not whole_word(words, folded_text(material.copy(letter).headline))
            and (cite := _first_line(material, letter, words))
        }
        said = with_full_stop(in_marks(words))
        yield from _placed(material, words, "quote_first", {"said": said}, places)


def _first_line(material: Material, letter: str, words: str) -> Cite | None:
    for paragraph in material.copy(letter).paragraphs:
        for line in paragraph:
            if whole_word(words, folded_text(line.text)):
                return Cite(article=letter, line=f"{letter}{line.number}", text=line.text)
    return None


def _placed(
    material: Material, key: str, name: str, words: dict[str, str], places: dict[str, Cite]
) -> Iterator[Question]:
    """One question when the first of two to four articles is clearly the first."""
    at = {
        letter: material.paragraph_of(letter, int(cite.line.removeprefix(letter)))
        for letter, cite in places.items()
    }
    order = sorted(at, key=lambda letter: (at[letter], letter))
    if len(order) <= 1 or at[order[1]] - at[order[0]] < _APART:
        return
    first = order[0]
    offered = sorted([first, *material.shuffled(order[1:], key)[: _MOST_LETTERS - 1]])
    text = question_text(name)
    told = [text.phrase("place", letter=letter, paragraph=str(at[letter])) for letter in offered]
    yield text.question(
        text.id_of(folded_text(key)),
        {**words, "first": first, "paragraph": str(at[first]), "places": "; ".join(told)},
        worth=0.4 + 0.05 * (at[order[-1]] - at[first]),
        evidence=[places[letter] for letter in offered],
        checks=[AnswerCheck(article=letter, words=places[letter].text) for letter in offered],
        options=[
            Option(
                text=f"Article {letter}",
                right=letter == first,
                note=text.phrase("note", paragraph=str(at[letter])),
            )
            for letter in offered
        ],
    )
