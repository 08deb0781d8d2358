"""Questions that lead beyond the copies: "predict", before the reveal, and "lateral"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from compare.model.facts import Mode
from compare.model.findings import Digest, FigureRelation
from compare.teach.alone_questions import surely_alone
from compare.teach.figure_questions import clear_groups, differing
from compare.teach.material import Material, stands_alone
from compare.teach.question import Check, Cite, Kind, Level, Question, articles, question_id, quoted
from compare.teach.quote_questions import ended
from compare.teach.roll_call import bodies
from compare.teach.voice_questions import clear_quotes
from compare.text.fold import folded
from compare.text.meaning import meaning, numbers

# So much of an article another one has word for word when both may rest on one text.
SHARED_COPY = 0.05
# A fact to look up elsewhere has at least so many words of meaning.
_FEWEST = 6
_MOST_FACTS = 2
_MOST_QUOTES = 2


def predict(material: Material) -> Iterator[Question]:
    """Guess before the reveal. Open; the sealed key answers it."""
    if len(material.letters) > 2:
        yield _same_publisher(material)
    yield Question(
        id=question_id(Kind.PREDICT, "reader"),
        kind=Kind.PREDICT,
        level=Level.EXPLAIN,
        prompt="Before the reveal: choose one article. For which readers was it written: people "
        "who live there, the whole country, or readers who want it short and strong? "
        "Write down your guess and three words from the article that led you to it.",
        plain="Guess before you are told: choose one article. Who was it written for? "
        "Write down three words that show it.",
        answer="Open until the reveal; see the sealed key.",
        why="Choice of words and detail shows who a writer has in mind.",
        look_for="Three words with their sentence numbers.",
        misreading="Guessing a name and then looking for reasons.",
        worth=0.8 if len(material.letters) == 2 else 0.5,
    )


def _same_publisher(material: Material) -> Question:
    shared = max(material.sure(material.c.reuse), key=lambda reuse: reuse.share, default=None)
    near = (
        f"The program finds most shared wording between {articles(shared.articles)}."
        if shared is not None and shared.share >= SHARED_COPY
        else "The program finds no long passages that articles share word for word."
    )
    return Question(
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


def lateral(material: Material) -> Iterator[Question]:
    """Name a source outside these articles that could settle it. Open, with hints."""
    hints = _hints(material)
    for matter in matters(material):
        yield _outside(matter, hints)
    yield from _spoken(material)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """Something to look up elsewhere: what the articles say of it, and where."""

    key: str
    told: str
    goal: str
    evidence: tuple[Cite, ...]
    checks: tuple[Check, ...]


def matters(material: Material) -> Iterator[Matter]:
    """Numbers that differ, then what one article alone reports with a number."""
    for group, counted in clear_groups(material):
        if group.relation not in (FigureRelation.CLASH, FigureRelation.LATER):
            continue
        pair = differing(material, group)
        evidence = material.cites((r.article, r.span) for r in pair)
        if len(evidence) == len(pair) > 1:
            lines = zip(pair, evidence, strict=True)
            told = " and ".join(f"{quoted(r.text)} in {cite.line}" for r, cite in lines)
            yield Matter(
                key=group.id,
                told=f"The articles give different numbers for {counted}: {told}.",
                goal="settle it",
                evidence=evidence,
                checks=tuple(Check(article=r.article, words=r.text) for r in pair),
            )
    for digest in material.c.digests:
        yield from islice(_only_here(material, digest), _MOST_FACTS)


def _only_here(material: Material, digest: Digest) -> Iterator[Matter]:
    for fact_id in digest.only_here:
        fact = material.c.fact(fact_id)
        mention = fact.mentions[0]
        cite = material.cite(mention.article, mention.span)
        doubted = not material.is_open(fact) or mention.mode is Mode.QUOTED
        if cite is None or doubted or not _can_be_looked_up(cite):
            continue
        if not surely_alone(material, fact, cite):
            continue
        yield Matter(
            key=fact_id,
            told=f"Only article {digest.article} reports this, in {cite.line}: {quoted(cite.text)}",
            goal="confirm or correct it",
            evidence=(cite,),
            checks=(Check(article=cite.article, words=cite.text),),
        )


def _can_be_looked_up(cite: Cite) -> bool:
    known = len(meaning(cite.text)) >= _FEWEST and "Outlet" not in cite.text
    return known and stands_alone(cite.text) and bool(numbers(cite.text))


def _spoken(material: Material) -> Iterator[Question]:
    """Where could one check that somebody said these words, and what else was said?"""
    for letter, name, said, evidence in islice(clear_quotes(material), _MOST_QUOTES):
        ask = f"Article {letter} quotes {name}: {ended(quoted(said))}"
        yield Question(
            id=question_id(Kind.LATERAL, letter, folded(said)),
            kind=Kind.LATERAL,
            level=Level.EXPLAIN,
            prompt=f"{ask} Where outside these articles could you check that these words were "
            "said, and what was said before and after them?",
            plain=f"{ask} Where could you check that? Where could you hear or read it all?",
            answer="Open. Good places: a recording, a transcript or the statement itself; a "
            "report by somebody else who was there; the speaker, by letter or telephone.",
            why="A quotation is a choice from what was said. The whole shows what was left.",
            look_for="A place that has the whole, not one more report that quotes the same words.",
            misreading="Taking words in quotation marks for proof that they are true.",
            evidence=evidence,
            checks=(Check(article=letter, words=said),),
            worth=0.35,
        )


def _hints(material: Material) -> str:
    """Bodies that the articles name themselves."""
    named: dict[str, str] = {}
    for name, cite in bodies(material):
        plain = name.removeprefix("the ").removeprefix("The ")
        if not any(meaning(plain) & meaning(other) for other in named):
            named[plain] = cite.line
    first = [f"{name} ({line})" for name, line in named.items()][:3]
    return f" The articles themselves name: {'; '.join(first)}." if first else ""


def _outside(matter: Matter, hints: str) -> Question:
    return Question(
        id=question_id(Kind.LATERAL, matter.key),
        kind=Kind.LATERAL,
        level=Level.EXPLAIN,
        prompt=f"{matter.told} Name one source outside these articles that could {matter.goal}, "
        "and what you would ask it.",
        plain=f"{matter.told} Where else could you look? Who could know? What would you ask?",
        answer=f"Open. Good sources are close to the event and have to keep records.{hints}",
        why="Leaving the page to look elsewhere is what people who check facts do first.",
        look_for="A source that is not one of the articles, and a question it can answer.",
        misreading="Naming one more report that rests on the same source.",
        evidence=matter.evidence,
        checks=matter.checks,
        worth=0.5,
    )
