"""What the findings on words refer to, so that each reference can be checked in one place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from compare.model.findings import Evidence
from compare.model.words import (
    Agency,
    Certainty,
    Contrast,
    HeadlineWords,
    Naming,
    OutletNaming,
    Profile,
)

Finding = Contrast | Naming | Agency | Certainty | HeadlineWords | Profile


@dataclass(frozen=True, slots=True)
class Places:
    """The letters, facts and evidence of one finding; `where` names it for a message."""

    where: str
    letters: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


def places(found: Iterable[Finding]) -> Iterator[Places]:
    """The places of each finding; ValueError when one contradicts itself."""
    for one in found:
        match one:
            case Contrast():
                yield _contrast(one)
            case Naming():
                yield from (_outlet(f"naming of {one.name}", outlet) for outlet in one.outlets)
            case Agency():
                yield _agency(one)
            case Certainty():
                marks = [e for g in one.guarded for e in (g.statement, g.mark)]
                where = f"certainty of {one.fact}"
                yield Places(where, facts=(one.fact,), evidence=(*marks, *one.plain))
            case HeadlineWords():
                yield _headline(one)
            case Profile():
                yield Places("profile", letters=(one.article,))


def _contrast(one: Contrast) -> Places:
    where = f"contrast of {', '.join(v.words or 'no word' for v in one.variants)}"
    for variant in one.variants:
        _same(where, variant.articles, (e.article for e in variant.evidence))
    return Places(
        where,
        letters=tuple(letter for variant in one.variants for letter in variant.articles),
        facts=one.facts,
        evidence=tuple(e for variant in one.variants for e in variant.evidence),
    )


def _outlet(where: str, one: OutletNaming) -> Places:
    evidence = (one.introduced, *(label.first for label in one.labels))
    _same(where, (one.article,), (e.article for e in evidence))
    if one.mentions != sum(label.count for label in one.labels):
        raise ValueError(f"{where}: the labels do not add up to the mentions")
    return Places(where, letters=(one.article,), evidence=evidence)


def _agency(one: Agency) -> Places:
    where = f"agency of {one.act}"
    evidence = []
    for telling in one.tellings:
        mine = [telling.act, telling.clause, *([telling.actor] if telling.actor else [])]
        _same(where, (telling.article,), (e.article for e in mine))
        evidence += mine
    return Places(where, facts=(one.fact,), evidence=tuple(evidence))


def _headline(one: HeadlineWords) -> Places:
    where = f"headline of {one.article}"
    if any(span.end > len(one.text) for span in (one.opens, *one.own)):
        raise ValueError(f"{where}: it is shorter than a span in it")
    marks = tuple(e for g in one.guarded for e in (g.statement, g.mark))
    return Places(where, letters=(one.article,), evidence=marks)


def _same(where: str, letters: Iterable[str], of_evidence: Iterable[str]) -> None:
    if set(letters) != set(of_evidence):
        raise ValueError(f"{where}: its articles are not those of its evidence")
