"""What the invented story of the market hall shows of the outlets' words."""

from __future__ import annotations

from typing import Any

from compare.model.findings import ColumnKind, Rung, Wording
from compare.model.spans import Span
from compare.model.verification import Rule
from compare.model.words import (
    Agency,
    Certainty,
    CertaintyKind,
    Contrast,
    ContrastKind,
    EntityKind,
    Guarded,
    HeadlineForm,
    HeadlineWords,
    Label,
    LabelForm,
    Lexicon,
    Measure,
    Naming,
    OutletNaming,
    Profile,
    Telling,
    Variant,
    Voice,
)
from tests.formats.builder import Draft, find

LEXICON = Lexicon(name="disaster", source="A list made for these tests. CC0.")


def words(a: Draft, b: Draft, c: Draft) -> dict[str, Any]:
    """One finding of each kind, by the name of the field of a comparison."""
    return {
        "wordings": _wordings(a, b),
        "contrasts": _contrasts(a, b, c),
        "naming": (_naming(a, b),),
        "agency": (_agency(b, c),),
        "certainty": (_certainty(a, b),),
        "headline_words": (_headline(a),),
        "profiles": tuple(_profile(draft) for draft in (a, b, c)),
    }


def _wordings(a: Draft, b: Draft) -> tuple[Wording, ...]:
    fell = a.evidence("market hall fell in shortly before noon on Tuesday")
    collapsed = b.evidence("market hall in Brackwater collapsed on Tuesday")
    rows = (
        (a, fell, ("market hall", None, "fell in shortly before noon", "on Tuesday")),
        (b, collapsed, ("market hall", "in Brackwater", "collapsed", "on Tuesday")),
    )
    return (
        Wording(
            fact="f-1c0ffe",
            rungs=tuple(
                Rung(
                    articles=(draft.letter,),
                    evidence=e,
                    cells=tuple(find(draft.text, cell) if cell else None for cell in cells),
                )
                for draft, e, cells in rows
            ),
            columns=(
                ColumnKind.SHARED,
                ColumnKind.ALONE,
                ColumnKind.DIFFERING,
                ColumnKind.SHARED,
            ),
        ),
    )


def _contrasts(a: Draft, b: Draft, c: Draft) -> tuple[Contrast, ...]:
    return (
        Contrast(
            kind=ContrastKind.LOADED,
            variants=(
                Variant(words="fall in", articles=("A",), evidence=(a.evidence("fell in"),)),
                Variant(
                    words="collapse",
                    articles=("B",),
                    evidence=(b.evidence("collapsed"),),
                    loaded=True,
                ),
            ),
            facts=("f-1c0ffe",),
            lexicon=LEXICON,
            verified_by=(Rule.SAME_THING,),
        ),
        Contrast(
            kind=ContrastKind.EMOTIVE,
            variants=(
                Variant(words="hurt", articles=("C",), evidence=(c.evidence("hurt"),), loaded=True),
                Variant(
                    words="",
                    articles=("A",),
                    evidence=(a.evidence("Two people were taken to hospital."),),
                ),
            ),
            facts=("f-1c0ffe",),
            lexicon=LEXICON,
            verified_by=(Rule.SAME_THING,),
        ),
    )


def _naming(a: Draft, b: Draft) -> Naming:
    full = a.evidence("Ilse Varnham")
    role = b.evidence("a trader")
    return Naming(
        name="Ilse Varnham",
        kind=EntityKind.PERSON,
        outlets=(
            OutletNaming(
                article="A",
                mentions=1,
                labels=(Label(text=full.text, form=LabelForm.FULL, count=1, first=full),),
                introduced=a.evidence("Ilse Varnham, who sells cheese there"),
            ),
            OutletNaming(
                article="B",
                mentions=1,
                labels=(Label(text=role.text, form=LabelForm.DESCRIPTION, count=1, first=role),),
                introduced=role,
                titles=("trader",),
            ),
        ),
        differs=True,
    )


def _agency(b: Draft, c: Draft) -> Agency:
    return Agency(
        fact="f-1c0ffe",
        act="hurt",
        tellings=(
            Telling(
                article="B",
                voice=Voice.ACTIVE,
                act=b.evidence("injuring"),
                clause=b.evidence(
                    "The roof of the market hall in Brackwater collapsed on Tuesday, injuring three"
                ),
                actor=b.evidence("The roof of the market hall in Brackwater"),
            ),
            Telling(
                article="C",
                voice=Voice.AGENTLESS,
                act=c.evidence("hurt"),
                clause=c.evidence("At least two people were hurt"),
            ),
        ),
    )


def _certainty(a: Draft, b: Draft) -> Certainty:
    return Certainty(
        fact="f-1c0ffe",
        kind=CertaintyKind.ATTRIBUTION,
        guarded=(
            Guarded(
                statement=b.evidence("About 150 people escaped unhurt, the fire service said."),
                mark=b.evidence("the fire service said"),
            ),
        ),
        plain=(a.evidence("Two people were taken to hospital."),),
    )


def _headline(a: Draft) -> HeadlineWords:
    text = "Two hurt as market hall roof falls in"
    return HeadlineWords(
        article=a.letter,
        text=text,
        forms=(HeadlineForm.NUMBER,),
        opens=Span(0, 8),
        own=(find(text, "falls"),),
    )


def _profile(draft: Draft) -> Profile:
    count = len(draft.text.split())
    return Profile(
        article=draft.letter,
        measures=(
            Measure(
                name="words",
                value=float(count),
                unit="words",
                definition="All words.",
                count=count,
            ),
            Measure(
                name="quoted words",
                value=25.0,
                unit="%",
                definition="Words in quotation marks.",
                count=count // 4,
                of=count,
            ),
        ),
    )
