"""Questions on which articles report something, and how far up: "find it" and "placement"."""

from __future__ import annotations

from collections.abc import Iterator

from compare.model.facts import Extent, Fact, Mode, State
from compare.model.verification import Outcome
from compare.teach.material import CANNOT_SAY, SAYS, Material, share_of_words, stands_alone
from compare.teach.question import (
    AnswerCheck,
    Cite,
    Option,
    Question,
    articles_in_words,
    in_marks,
    list_of,
    with_capital,
)
from compare.teach.questions.texts import question_text
from compare.text.meaning import meaning, number_words
from compare.verify.answers import verify_alone

SURE = 0.95
# Below this score the program sees no likeness at all between a fact and an article's sentence.
_FAR = 0.15
_MOST_LETTERS = 4
# With fewer words of meaning a statement is too easily said in other words.
_FEWEST = 5


def find_it(material: Material) -> Iterator[Question]:
    """Which articles say this? One question for each fact whose cells are all certain."""
    for rank, fact in enumerate(material.c.facts):
        statement = statement_of(material, fact) if material.is_open(fact) else None
        if statement is None or not fact.shared:
            continue
        says = [letter for letter in material.letters if _says(material, fact, letter, statement)]
        without = [
            letter for letter in material.letters if is_silent_on(material, fact, letter, statement)
        ]
        if len(says) > 1 and without:
            yield _who_says(material, fact, statement, (says, without), 1 / (1 + rank))


def placement(material: Material) -> Iterator[Question]:
    """Which article comes to this first? For facts that stand far apart in two articles."""
    asked: set[tuple[Cite, ...]] = set()
    for rank, fact in enumerate(material.c.facts):
        statement = statement_of(material, fact) if material.is_open(fact) else None
        if statement is None or not fact.shared:
            continue
        places = dict(_places(material, fact, statement))
        lines = _cites(material, fact, list(places), statement)
        if lines in asked:
            continue
        asked.add(lines)
        if len(places) > 1:
            order = sorted(places, key=lambda letter: places[letter])
            first, last = order[0], order[-1]
            runner_up = places[order[1]]
            if runner_up - places[first] >= 2 and len(places) <= _MOST_LETTERS:
                yield _how_far(material, fact, statement, places, (first, last), 1 / (1 + rank))


def statement_of(material: Material, fact: Fact) -> Cite | None:
    """A mention that is a whole sentence and stands alone, as students see it."""
    found = []
    for mention in fact.mentions:
        sentence = material.c.sentence(mention.sentence)
        whole = mention.span == sentence.span
        if not whole or mention.extent is not Extent.FULL or mention.mode is Mode.QUOTED:
            continue
        cite = material.cite(mention.article, mention.span)
        if cite is None or "Outlet" in cite.text or len(meaning(cite.text)) < _FEWEST:
            continue
        if stands_alone(cite.text):
            found.append(cite)
    return min(found, key=lambda cite: (len(cite.text), cite.line), default=None)


def _says(material: Material, fact: Fact, letter: str, statement: Cite) -> bool:
    """True when the article surely states it: linked closely, and in much the same words."""
    if letter == statement.article:
        return True
    sure = any(
        link.score >= SURE and letter in (link.a.article, link.b.article) for link in fact.links
    )
    stated = material.c.cell(fact.id, letter).state is State.STATED
    return sure and stated and bool(_stating(material, fact, letter, statement))


def _stating(material: Material, fact: Fact, letter: str, statement: Cite) -> tuple[Cite, ...]:
    """The sentences of an article that state the fact in so much the same words, in order."""
    found = (material.cite(letter, m.span) for m in fact.mentions if m.article == letter)
    return tuple(
        cite
        for cite in found
        if cite is not None
        and share_of_words(statement.text, cite.text) >= SAYS
        and number_words(statement.text) <= number_words(cite.text)
    )


def is_silent_on(material: Material, fact: Fact, letter: str, statement: Cite) -> bool:
    """True when nothing in the article comes near: by the program's score and by plain words."""
    cell = material.c.cell(fact.id, letter)
    if cell.state is not State.NOT_FOUND or letter == statement.article:
        return False
    near = cell.nearest.score if cell.nearest else 0.0
    far = near < _FAR and material.recall(statement.text, letter) < CANNOT_SAY
    alone = verify_alone(statement.text, material.heard(letter), common=material.common)
    return far and alone.outcome is Outcome.KEPT


def _cites(material: Material, fact: Fact, letters: list[str], statement: Cite) -> tuple[Cite, ...]:
    found = (cite for letter in letters for cite in _stating(material, fact, letter, statement))
    return tuple(dict.fromkeys(found))


def _lines(evidence: tuple[Cite, ...]) -> str:
    return list_of(cite.line for cite in evidence)


def _offered(material: Material, right: list[str], wrong: list[str], key: str) -> list[str]:
    """Up to four letters with at least one of each kind, in the order of the alphabet."""
    one, other = material.shuffled(right, key), material.shuffled(wrong, key)
    kept = [*other[: max(1, _MOST_LETTERS - len(one))], *one]
    return sorted(kept[:_MOST_LETTERS], key=material.letters.index)


def _who_says(
    material: Material,
    fact: Fact,
    statement: Cite,
    letters: tuple[list[str], list[str]],
    worth: float,
) -> Question:
    says, without = letters
    text = question_text("who_says")
    key = text.id_of(fact.id)
    offered = _offered(material, says, without, key)
    right = [letter for letter in offered if letter in says]
    options = [
        Option(
            text=f"Article {letter}",
            right=letter in says,
            note=text.phrase("says_so" if letter in says else "does_not"),
        )
        for letter in offered
    ]
    evidence = _cites(material, fact, right, statement)
    words = {
        "sentence": in_marks(statement.text),
        "right": with_capital(articles_in_words(right)),
        "lines": _lines(evidence),
        "others": articles_in_words(sorted(set(offered) - set(right))),
    }
    return text.question(
        key,
        words,
        worth=worth + 0.2,
        evidence=evidence,
        checks=(AnswerCheck(article=statement.article, words=statement.text),),
        options=options,
        several=True,
    )


def _places(material: Material, fact: Fact, statement: Cite) -> Iterator[tuple[str, int]]:
    """For each article that surely says it, the paragraph where it does so for the first time."""
    for letter in material.letters:
        if not _says(material, fact, letter, statement):
            continue
        stating = _stating(material, fact, letter, statement)
        if any(mention.article == letter for mention in fact.headlines):
            continue
        first = min(int(cite.line.removeprefix(letter)) for cite in stating)
        if material.recall(statement.text, letter, upto=first) < CANNOT_SAY:
            yield letter, material.paragraph_of(letter, first)


def _how_far(
    material: Material,
    fact: Fact,
    statement: Cite,
    places: dict[str, int],
    ends: tuple[str, str],
    worth: float,
) -> Question:
    first, last = ends
    text = question_text("fact_first")
    told = [
        text.phrase("place", letter=letter, paragraph=str(place))
        for letter, place in places.items()
    ]
    words = {
        "sentence": in_marks(statement.text),
        "first": first,
        "last": last,
        "paragraph": str(places[first]),
        "places": "; ".join(told),
    }
    return text.question(
        text.id_of(fact.id),
        words,
        worth=worth + 0.1 * (places[last] - places[first]),
        evidence=_cites(material, fact, list(places), statement),
        checks=(AnswerCheck(article=statement.article, words=statement.text),),
        options=[
            Option(
                text=f"Article {each}",
                right=each == first,
                note=text.phrase("note", paragraph=str(place)),
            )
            for each, place in places.items()
        ],
    )
