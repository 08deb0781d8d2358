"""Questions that lead beyond the copies: "predict", before the reveal, and "lateral"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from compare.model.facts import Mode
from compare.model.findings import Digest, FigureRelation
from compare.teach.material import Material, stands_alone
from compare.teach.question import AnswerCheck, Cite, Question, articles_in_words, in_marks
from compare.teach.questions.figures import clear_groups, differing_readings
from compare.teach.questions.only_here import surely_alone
from compare.teach.questions.quotations import with_full_stop
from compare.teach.questions.texts import question_text
from compare.teach.questions.voices import clear_quotes
from compare.teach.voices_heard import named_bodies
from compare.text.fold import folded_text
from compare.text.meaning import meaning, number_words

# So much of an article another one has word for word when both may rest on one text.
SHARED_COPY = 0.05
# A fact to look up elsewhere has at least so many words of meaning.
_FEWEST = 6
_MOST_FACTS = 2
_MOST_QUOTES = 2
_OUTSIDE = "outside_source"


def predict(material: Material) -> Iterator[Question]:
    """Guess before the reveal. Open; the sealed key answers it."""
    if len(material.letters) > 2:
        yield _same_publisher(material)
    text = question_text("which_readers")
    yield text.question(text.id_of("reader"), {}, worth=0.8 if len(material.letters) == 2 else 0.5)


def _same_publisher(material: Material) -> Question:
    shared = max(material.sure(material.c.reuse), key=lambda reuse: reuse.share, default=None)
    text = question_text("same_publisher")
    near = (
        text.phrase("shared", articles=articles_in_words(shared.articles))
        if shared is not None and shared.share >= SHARED_COPY
        else text.phrase("nothing_shared")
    )
    return text.question(text.id_of("publisher"), {"near": near}, worth=0.9)


def lateral(material: Material) -> Iterator[Question]:
    """Name a source outside these articles that could settle it. Open, with hints."""
    hints = _hints(material)
    for matter in open_matters(material):
        yield _outside(matter, hints)
    yield from _spoken(material)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenMatter:
    """Something to look up elsewhere: what the articles say of it, and where."""

    key: str
    told: str
    goal: str
    evidence: tuple[Cite, ...]
    checks: tuple[AnswerCheck, ...]


def open_matters(material: Material) -> Iterator[OpenMatter]:
    """Numbers that differ, then what one article alone reports with a number."""
    text = question_text(_OUTSIDE)
    for group, counted in clear_groups(material):
        if group.relation not in (FigureRelation.CLASH, FigureRelation.LATER):
            continue
        pair = differing_readings(material, group)
        evidence = material.cites((r.article, r.span) for r in pair)
        if len(evidence) == len(pair) > 1:
            lines = zip(pair, evidence, strict=True)
            told = " and ".join(
                text.phrase("reading", figure=in_marks(r.text), line=cite.line) for r, cite in lines
            )
            yield OpenMatter(
                key=group.id,
                told=text.phrase("numbers", counted=counted, readings=told),
                goal=text.phrase("numbers_goal"),
                evidence=evidence,
                checks=tuple(AnswerCheck(article=r.article, words=r.text) for r in pair),
            )
    for digest in material.c.digests:
        yield from islice(_only_here(material, digest), _MOST_FACTS)


def _only_here(material: Material, digest: Digest) -> Iterator[OpenMatter]:
    for fact_id in digest.only_here:
        fact = material.c.fact(fact_id)
        mention = fact.mentions[0]
        cite = material.cite(mention.article, mention.span)
        doubted = not material.is_open(fact) or mention.mode is Mode.QUOTED
        if cite is None or doubted or not _can_be_looked_up(cite):
            continue
        if not surely_alone(material, fact, cite):
            continue
        text = question_text(_OUTSIDE)
        sentence = in_marks(cite.text)
        yield OpenMatter(
            key=fact_id,
            told=text.phrase("alone", letter=digest.article, line=cite.line, sentence=sentence),
            goal=text.phrase("alone_goal"),
            evidence=(cite,),
            checks=(AnswerCheck(article=cite.article, words=cite.text),),
        )


def _can_be_looked_up(cite: Cite) -> bool:
    known = len(meaning(cite.text)) >= _FEWEST and "Outlet" not in cite.text
    return known and stands_alone(cite.text) and bool(number_words(cite.text))


def _spoken(material: Material) -> Iterator[Question]:
    """Where could one check that somebody said these words, and what else was said?"""
    text = question_text("whole_speech")
    for letter, name, said, evidence in islice(clear_quotes(material), _MOST_QUOTES):
        yield text.question(
            text.id_of(letter, folded_text(said)),
            {"letter": letter, "name": name, "said": with_full_stop(in_marks(said))},
            worth=0.35,
            evidence=evidence,
            checks=(AnswerCheck(article=letter, words=said),),
        )


def _hints(material: Material) -> str:
    """Bodies that the articles name themselves."""
    named: dict[str, str] = {}
    for name, cite in named_bodies(material):
        plain = name.removeprefix("the ").removeprefix("The ")
        if not any(meaning(plain) & meaning(other) for other in named):
            named[plain] = cite.line
    first = [f"{name} ({line})" for name, line in named.items()][:3]
    return question_text(_OUTSIDE).phrase("hints", names="; ".join(first)) if first else ""


def _outside(matter: OpenMatter, hints: str) -> Question:
    text = question_text(_OUTSIDE)
    return text.question(
        text.id_of(matter.key),
        {"matter": matter.told, "goal": matter.goal, "hints": hints},
        worth=0.5,
        evidence=matter.evidence,
        checks=matter.checks,
    )
