"""Questions on what a report rests on: "confirmation"."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from compare.model.findings import CitationKind, Evidence, Passage
from compare.model.words import CertaintyKind
from compare.teach.material import Material, likeness_of
from compare.teach.question import (
    AnswerCheck,
    Option,
    Question,
    articles_in_words,
    in_marks,
    list_of,
    with_capital,
)
from compare.teach.questions.beyond import SHARED_COPY
from compare.teach.questions.quotations import with_full_stop
from compare.teach.questions.texts import question_text
from compare.text.fold import folded_text
from compare.text.meaning import number_words

_SHORTEST_PASSAGE = 10
_LONGEST_PASSAGE = 45
_PAUSES = (",", ";", ":", ".")
_LOOSE_START = frozenset("that and but or which who".split())
_LOOSE_END = _LOOSE_START | frozenset(
    "a an the of in on at to from by for with as was were is are had has its his her their".split()
)
_NAMES = "names_a_source"
# So much of their words two sentences share that report the same.
_SAME = 0.45


def names_a_source(material: Material) -> Iterator[Question]:
    """Which of two sentences says who said it? For a fact one article attributes, one does not."""
    for certainty in material.sure(material.c.certainty):
        if certainty.kind is not CertaintyKind.ATTRIBUTION or certainty.fact in material.contested:
            continue
        for guarded in certainty.guarded:
            for plain in certainty.plain:
                said = guarded.statement
                evidence = material.cites(
                    [(said.article, guarded.mark.span), (plain.article, plain.span)]
                )
                apart = len(evidence) == len((said, plain)) and said.article != plain.article
                if (
                    apart
                    and _same(evidence[0].text, evidence[1].text)
                    and _tells_who(
                        evidence[0].text, material.words(said.article, guarded.mark.span)
                    )
                ):
                    yield _attributed(material, certainty.fact, guarded.mark, plain)
                    break
            else:
                continue
            break


def shared_copy(material: Material) -> Iterator[Question]:
    """What follows when two articles share words exactly?"""
    for reuse in material.sure(material.c.reuse):
        if reuse.share < SHARED_COPY:
            continue
        runs = [_exact_run(material, passage) for passage in reuse.passages]
        fit = [
            (words, evidence)
            for words, evidence in runs
            if _SHORTEST_PASSAGE <= len(words.split()) <= _LONGEST_PASSAGE
            and len(evidence) > 1
            and not any(_credits(material, each) for each in evidence)
            and material.cites((each.article, each.span) for each in evidence)
        ]
        if fit:
            yield _one_report(material, *max(fit, key=lambda each: len(each[0])))


def _credits(material: Material, evidence: Evidence) -> bool:
    """True when the sentence says itself that the words come from an outlet or from somebody."""
    cite = material.cite(evidence.article, evidence.span)
    return cite is None or "Outlet" in cite.text


def rests_on(material: Material) -> Iterator[Question]:
    """On which other article does this one rest? Students read "Outlet F" in its text."""
    for citation in material.sure(material.c.citations):
        known = citation.kind in (CitationKind.OUTLET, CitationKind.AGENCY)
        if not known or citation.cited is None or citation.cited == citation.article:
            continue
        cite = material.cite(citation.article, citation.evidence.span)
        name = f"Outlet {citation.cited}"
        if cite is None or name not in cite.text:
            continue
        others = [
            each for each in material.letters if each not in (citation.article, citation.cited)
        ]
        if others:
            yield _credited(material, citation.article, citation.cited, cite.line, others)


def own_sources(material: Material) -> Iterator[Question]:
    """For one fact: on what does each article rest? Open, with the words of attribution."""
    for certainty in material.sure(material.c.certainty):
        if certainty.kind is not CertaintyKind.ATTRIBUTION or certainty.fact in material.contested:
            continue
        marks = [guarded.mark for guarded in certainty.guarded]
        places = [(m.article, m.span) for m in marks]
        evidence = material.cites([*places, *((p.article, p.span) for p in certainty.plain)])
        told = material.cites(places)
        others = [cite for cite in evidence if cite not in told]
        if not told or not others or not all(_same(told[0].text, c.text) for c in others):
            continue
        if not all(_tells_who(material.cites([p])[0].text, material.words(*p)) for p in places):
            continue
        named = [cite.line for cite in told]
        lines = ", ".join(cite.line for cite in evidence)
        text = question_text("own_sources")
        alike = _same(told[0].text, others[0].text)
        yield text.question(
            text.id_of(certainty.fact, "sources"),
            {"lines": lines, "alike": alike, "named": list_of(named)},
            worth=0.5,
            evidence=evidence,
            checks=[
                AnswerCheck(article=m.article, words=material.words(*p))
                for m, p in zip(marks, places, strict=True)
            ],
        )


def _same(one: str, other: str) -> str:
    """What two sentences have in common, in words for a question; empty when that is not sure."""
    if _large(one) != _large(other):
        return ""
    if likeness_of(one, other) >= _SAME:
        return question_text(_NAMES).phrase("same_report")
    several = len(number_words(one) & number_words(other)) > 1
    return question_text(_NAMES).phrase("same_numbers") if several else ""


def _large(text: str) -> frozenset[str]:
    """The numbers of three and more digits; times of day do not count."""
    bare = (word for word in number_words(text) if word.replace(",", "").replace(".", "").isdigit())
    return frozenset(word for word in bare if sum(c.isdigit() for c in word) > 2)


def _tells_who(sentence: str, mark: str) -> bool:
    """False when the words of attribution have only a pronoun for the one who says it."""
    before = folded_text(sentence).partition(folded_text(mark))[0].split()
    near = {*folded_text(mark).split(), *before[-1:]}
    return not near & {"he", "she", "it", "they", "we", "i", "who", "which"}


def _attributed(material: Material, fact: str, mark: Evidence, plain: Evidence) -> Question:
    first, second = material.cites([(mark.article, mark.span), (plain.article, plain.span)])
    said = material.words(mark.article, mark.span)
    text = question_text(_NAMES)
    key = text.id_of(fact, mark.article, plain.article)
    offered = material.shuffled((f"Sentence {first.line}", f"Sentence {second.line}"), key)
    words = {
        "line_a": first.line,
        "one": in_marks(first.text),
        "line_b": second.line,
        "other": in_marks(second.text),
        "alike": _same(first.text, second.text),
        "mark": text.phrase("mark", words=in_marks(said)) if len(said.split()) > 1 else "",
    }
    return text.question(
        key,
        words,
        worth=0.7,
        evidence=(first, second),
        checks=(
            AnswerCheck(article=mark.article, words=said),
            AnswerCheck(article=plain.article, words=second.text),
        ),
        options=[Option(text=each, right=each == f"Sentence {first.line}") for each in offered],
    )


def _exact_run(material: Material, passage: Passage) -> tuple[str, tuple[Evidence, ...]]:
    """The longest words that two copies surely share, and the evidence of all that print them."""
    texts = [material.words(each.article, each.span) for each in passage.evidence]
    best = ""
    copies = "\n".join(
        line.text
        for evidence in passage.evidence
        for paragraph in material.copy(evidence.article).paragraphs
        for line in paragraph
    )
    for one, other in combinations(texts, 2):
        run = _trimmed(_whole_clauses(_run(one.split(), other.split()), copies))
        best = run if len(run) > len(best) else best
    holds = [e for e, text in zip(passage.evidence, texts, strict=True) if best and best in text]
    return best, tuple({each.article: each for each in reversed(holds)}.values())[::-1]


def _whole_clauses(row: str, text: str) -> str:
    """The row up to its last comma or semicolon, unless the text pauses or ends after it."""
    if not row or row[-1] in _PAUSES:
        return row
    after = text.partition(row)[2].partition("\n")[0]
    if after[:1] in _PAUSES or not after.strip(" ”’\"'"):
        return row
    pause = max(row.rfind(f"{mark} ") for mark in _PAUSES[:-1])
    return row[:pause] if pause > 0 else row


def _trimmed(row: str) -> str:
    """The row without words at its ends that only lead to what is not in it."""
    several = row.split()
    while several and folded_text(several[-1].strip(",;:–—")) in _LOOSE_END:
        several.pop()
    while several and folded_text(several[0]) in _LOOSE_START:
        del several[0]
    return " ".join(several).strip(" ,;:–—")


def _run(one: list[str], other: list[str]) -> str:
    """The longest row of words that two texts have in common."""
    match = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    return " ".join(one[match.a : match.a + match.size])


def _one_report(material: Material, words: str, found: tuple[Evidence, ...]) -> Question:
    letters = sorted({each.article for each in found})
    evidence = material.cites((each.article, each.span) for each in found)
    text = question_text("shared_copy")
    key = text.id_of(folded_text(words))
    wrong = [text.phrase(name) for name in ("wrong_alone", "wrong_confirmed", "wrong_distrust")]
    filled = {
        "articles": with_capital(articles_in_words(letters)),
        "lines": ", ".join(cite.line for cite in evidence),
        "words": with_full_stop(in_marks(words)),
    }
    return text.question(
        key,
        filled,
        worth=1.0,
        evidence=evidence,
        checks=[AnswerCheck(article=letter, words=words) for letter in letters],
        options=[
            Option(text=each, right=each == text.answer)
            for each in material.shuffled((text.answer, *wrong), key)
        ],
    )


def _credited(
    material: Material, letter: str, cited: str, line: str, others: list[str]
) -> Question:
    text = question_text("rests_on")
    key = text.id_of(letter, cited, "credit")
    offered = sorted([cited, *material.shuffled(others, key)[:3]])
    return text.question(
        key,
        {"letter": letter, "cited": cited, "line": line},
        worth=0.75,
        checks=(
            AnswerCheck(article=letter, words=f"Outlet {cited}"),
            *(
                AnswerCheck(article=letter, words=f"Outlet {each}", there=False)
                for each in offered
                if each != cited
            ),
        ),
        options=[Option(text=f"Outlet {each}", right=each == cited) for each in offered],
    )
