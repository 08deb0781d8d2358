"""Questions on what a report rests on: "confirmation", "predict" and "lateral"."""

from __future__ import annotations

from collections.abc import Iterator

from compare.model.findings import CitationKind, Evidence, FigureRelation, Passage, Reuse
from compare.model.words import CertaintyKind
from compare.teach.figure_questions import clear_groups
from compare.teach.material import Material, alike, meaning, numbers, stands_alone
from compare.teach.question import (
    Check,
    Kind,
    Level,
    Option,
    Question,
    articles,
    listed,
    opening,
    question_id,
)
from compare.text.fold import folded

_SHORTEST_PASSAGE = 10
_LONGEST_PASSAGE = 45
_SHARED_COPY = 0.05
# A fact to look up elsewhere has at least so many words of meaning.
_FEWEST = 6
# So much of their words two sentences share that report the same.
_SAME = 0.45


def names_a_source(material: Material) -> Iterator[Question]:
    """Which of two sentences says who said it? For a fact one article attributes, one does not."""
    for certainty in material.c.certainty:
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
    for reuse in material.c.reuse:
        if reuse.share < _SHARED_COPY:
            continue
        passage = _long_passage(material, reuse)
        if passage is not None:
            yield _one_report(material, reuse, passage)


def rests_on(material: Material) -> Iterator[Question]:
    """On which other article does this one rest? Students read "Outlet F" in its text."""
    for citation in material.c.citations:
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
    for certainty in material.c.certainty:
        if certainty.kind is not CertaintyKind.ATTRIBUTION or certainty.fact in material.contested:
            continue
        marks = [guarded.mark for guarded in certainty.guarded]
        places = [(m.article, m.span) for m in marks]
        evidence = material.cites([*places, *((p.article, p.span) for p in certainty.plain)])
        told = material.cites(places)
        others = [cite for cite in evidence if cite not in told]
        if not told or not others or not all(_same(told[0].text, c.text) for c in others):
            continue
        named = [cite.line for cite in told]
        lines = ", ".join(cite.line for cite in evidence)
        yield Question(
            id=question_id(Kind.CONFIRMATION, certainty.fact, "sources"),
            kind=Kind.CONFIRMATION,
            level=Level.EXPLAIN,
            prompt=f"Read {lines}. Several articles report this. How many of them show you how "
            "they know it? Does that make it better confirmed?",
            plain=f"Read {lines}. Which articles say how they know it? Why does that help you?",
            answer=f"A source is named in {listed(named)}. The rest is open.",
            why="Ten reports that rest on one source are one confirmation.",
            look_for="The words of attribution, such as “said” or “according to”.",
            misreading="Counting articles instead of sources.",
            evidence=evidence,
            checks=tuple(
                Check(article=m.article, words=material.words(*p))
                for m, p in zip(marks, places, strict=True)
            ),
            minutes=4,
            worth=0.5,
        )


def predict(material: Material) -> Iterator[Question]:
    """Guess before the reveal. Open; the sealed key answers it."""
    shared = max(material.c.reuse, key=lambda reuse: reuse.share, default=None)
    near = (
        f"The program finds most shared wording between {articles(shared.articles)}."
        if shared is not None and shared.share >= _SHARED_COPY
        else "The program finds no long passages that articles share word for word."
    )
    if len(material.letters) > 2:
        yield Question(
            id=question_id(Kind.PREDICT, "publisher"),
            kind=Kind.PREDICT,
            level=Level.EXPLAIN,
            prompt="Before the reveal: which two articles could come from the same publisher or "
            "rest on the same agency text? Write down your guess and the words that led you to it.",
            plain="Guess before you are told: which two articles could come from the same place? "
            "Which words make you think so?",
            answer=f"Open until the reveal. {near}",
            why="Whoever writes a guess down first notices what the reveal changes.",
            look_for="Words that two articles share, or a tone they share.",
            misreading="Guessing by the opinion one would like an outlet to have.",
            worth=0.9,
        )
    yield Question(
        id=question_id(Kind.PREDICT, "reader"),
        kind=Kind.PREDICT,
        level=Level.EXPLAIN,
        prompt="Before the reveal: choose one article. For which readers was it written: people of "
        "the place, the whole country, or a public that wants it short and strong? "
        "Write down your guess and three words from the article that led you to it.",
        plain="Guess before you are told: choose one article. Who was it written for? "
        "Write down three words that show it.",
        answer="Open until the reveal; see the sealed key.",
        why="Choice of words and detail shows who a writer has in mind.",
        look_for="Three words with their sentence numbers.",
        misreading="Guessing a name and then looking for reasons.",
        worth=0.8 if len(material.letters) == 2 else 0.5,
    )


def lateral(material: Material) -> Iterator[Question]:
    """Name a source outside these articles that could settle it. Open, with hints."""
    hints = _hints(material)
    for group, _ in clear_groups(material):
        if group.relation not in (FigureRelation.CLASH, FigureRelation.LATER):
            continue
        readings = {r.value: r for r in group.readings}
        evidence = material.cites((r.article, r.span) for r in readings.values())
        if len(evidence) < 2:
            continue
        told = ", ".join(f"“{r.text}” in article {r.article}" for r in readings.values())
        lines = ", ".join(cite.line for cite in evidence)
        yield _outside(
            material,
            group.id,
            f"The articles give different numbers: {told} ({lines}).",
            hints,
            tuple(Check(article=r.article, words=r.text) for r in readings.values()),
        )
    for digest in material.c.digests:
        facts = [material.c.fact(each) for each in digest.only_here[:1]]
        for fact in facts:
            mention = fact.mentions[0]
            cite = material.cite(mention.article, mention.span)
            if cite is None or fact.id in material.contested:
                continue
            known = len(meaning(cite.text)) >= _FEWEST and "Outlet" not in cite.text
            if known and stands_alone(cite.text):
                yield _outside(
                    material,
                    fact.id,
                    f"Only article {digest.article} has sentence {cite.line}: “{cite.text}”",
                    hints,
                    (Check(article=cite.article, words=cite.text),),
                )


def _hints(material: Material) -> str:
    """Bodies that the articles name themselves."""
    kinds = (CitationKind.ORGANISATION, CitationKind.DOCUMENT)
    named = {
        citation.source: f"{citation.source} ({cite.line})"
        for citation in material.c.citations
        if citation.kind in kinds
        and citation.source[:1].isupper()
        and len(citation.source.split()) > 1
        and (cite := material.cite(citation.article, citation.evidence.span))
        and folded(citation.source) in folded(cite.text)
        and not material.blinder.leaks(citation.source)
    }
    first = list(named.values())[:3]
    return f" The articles themselves name: {'; '.join(first)}." if first else ""


def _outside(
    material: Material, key: str, ask: str, hints: str, checks: tuple[Check, ...]
) -> Question:
    evidence = []
    for check in checks:
        for paragraph in material.copy(check.article).paragraphs:
            for line in paragraph:
                if check.words in line.text and f"{check.article}{line.number}" in ask:
                    evidence.append((check.article, line.sentence))
    places = [(letter, material.c.sentence(sentence).span) for letter, sentence in evidence]
    return Question(
        id=question_id(Kind.LATERAL, key),
        kind=Kind.LATERAL,
        level=Level.EXPLAIN,
        prompt=f"{ask} Name one source outside these articles that could show what is right, "
        "and what you would ask it.",
        plain=f"{ask} Where else could you look? Who could know? What would you ask?",
        answer=f"Open. Good sources are close to the event and have to keep records.{hints}",
        why="Leaving the page to look elsewhere is what people who check facts do first.",
        look_for="A source that is not one of the articles, and a question it can answer.",
        misreading="Naming one more report that rests on the same source.",
        evidence=material.cites(places),
        checks=checks,
        worth=0.5,
    )


def _same(one: str, other: str) -> str:
    """What two sentences have in common, in words for a question; empty when that is not sure."""
    if _large(one) != _large(other):
        return ""
    if alike(one, other) >= _SAME:
        return "Both report the same."
    return "Both give the same numbers." if len(numbers(one) & numbers(other)) > 1 else ""


def _large(text: str) -> frozenset[str]:
    """The numbers of three and more digits; times of day do not count."""
    bare = (word for word in numbers(text) if word.replace(",", "").replace(".", "").isdigit())
    return frozenset(word for word in bare if sum(c.isdigit() for c in word) > 2)


def _tells_who(sentence: str, mark: str) -> bool:
    """False when the words of attribution have only a pronoun for the one who says it."""
    before = folded(sentence).partition(folded(mark))[0].split()
    near = {*folded(mark).split(), *before[-1:]}
    return not near & {"he", "she", "it", "they", "we", "i", "who", "which"}


def _attributed(material: Material, fact: str, mark: Evidence, plain: Evidence) -> Question:
    first, second = material.cites([(mark.article, mark.span), (plain.article, plain.span)])
    said = material.words(mark.article, mark.span)
    told = f": “{said}”" if len(said.split()) > 1 else ""
    key = question_id(Kind.CONFIRMATION, fact, mark.article, plain.article)
    texts = material.shuffled((f"Sentence {first.line}", f"Sentence {second.line}"), key)
    ask = f"{first.line}: “{first.text}” {second.line}: “{second.text}”"
    return Question(
        id=key,
        kind=Kind.CONFIRMATION,
        level=Level.COMPARE,
        prompt=f"{ask} {_same(first.text, second.text)} Which sentence tells you who said so?",
        plain=f"{ask} Which sentence tells you who said it?",
        answer=f"Sentence {first.line}{told}.",
        why=f"{second.line} states it as a fact, without a source in the sentence.",
        look_for="The words that name a source.",
        misreading="Taking a sentence without a source for a wrong one.",
        evidence=(first, second),
        checks=(
            Check(article=mark.article, words=said),
            Check(article=plain.article, words=second.text),
        ),
        options=tuple(Option(text=t, right=t == f"Sentence {first.line}") for t in texts),
        worth=0.7,
    )


def _long_passage(material: Material, reuse: Reuse) -> Passage | None:
    """The longest passage that can be quoted on a sheet and stands in all copies."""

    def length(passage: Passage) -> int:
        return len(passage.evidence[0].text.split())

    fit = [
        passage
        for passage in reuse.passages
        if _SHORTEST_PASSAGE <= length(passage) <= _LONGEST_PASSAGE
        and len({each.article for each in passage.evidence}) > 1
        and material.cites((each.article, each.span) for each in passage.evidence)
    ]
    return max(fit, key=length, default=None)


def _one_report(material: Material, reuse: Reuse, passage: Passage) -> Question:
    letters = [
        letter for letter in reuse.articles if letter in {e.article for e in passage.evidence}
    ]
    evidence = material.cites((each.article, each.span) for each in passage.evidence)
    first = passage.evidence[0]
    words = material.words(first.article, first.span).strip(" ,;")
    where = ", ".join(cite.line for cite in evidence)
    right = "They may rest on one text, so together they count as one report until more is known."
    wrong = (
        "It is certainly true, because more than one article prints it.",
        "Several reporters must have found it out, each alone, in the same words.",
        "One of the reporters must have copied from the other; there is no other way.",
    )
    key = question_id(Kind.CONFIRMATION, folded(words))
    ask = f"{opening(articles(letters))} share these words almost exactly ({where}): “{words}”"
    return Question(
        id=key,
        kind=Kind.CONFIRMATION,
        level=Level.COMPARE,
        prompt=f"{ask} What can a careful reader conclude?",
        plain=f"{ask} What can you be sure of?",
        answer=right,
        why="Reports often share the text of an agency or a press office. That is allowed, but it "
        "is one source.",
        look_for="The words that are the same in each article.",
        misreading="Counting articles instead of sources.",
        evidence=evidence,
        checks=tuple(
            Check(article=each.article, words=material.words(each.article, each.span))
            for each in passage.evidence
        ),
        options=tuple(
            Option(text=t, right=t == right) for t in material.shuffled((right, *wrong), key)
        ),
        worth=1.0,
    )


def _credited(
    material: Material, letter: str, cited: str, line: str, others: list[str]
) -> Question:
    key = question_id(Kind.CONFIRMATION, letter, cited, "credit")
    offered = sorted([cited, *material.shuffled(others, key)[:3]])
    return Question(
        id=key,
        kind=Kind.CONFIRMATION,
        level=Level.FIND,
        prompt=f"Article {letter} tells its readers that another outlet of this lesson reported "
        "or published something. Which outlet?",
        plain=f"Article {letter} names another outlet of this lesson. Which one?",
        answer=f"Outlet {cited}, in {line}.",
        why="Naming the first report shows readers where a fact comes from.",
        look_for=f"The sentence number, {line}.",
        misreading="Counting both as separate confirmations.",
        checks=(
            Check(article=letter, words=f"Outlet {cited}"),
            *(
                Check(article=letter, words=f"Outlet {each}", there=False)
                for each in offered
                if each != cited
            ),
        ),
        options=tuple(Option(text=f"Outlet {each}", right=each == cited) for each in offered),
        minutes=2,
        worth=0.75,
    )
