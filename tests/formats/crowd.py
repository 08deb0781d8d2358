"""An invented story of as many outlets as a test needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from compare.model.comparison import Comparison
from compare.model.facts import Fact
from compare.model.findings import Reuse
from tests.formats.builder import Draft, plain


def letters(count: int) -> list[str]:
    """A to Z, then AA, AB and so on."""
    names = [chr(65 + i) for i in range(26)]
    return (names + [f"A{name}" for name in names])[:count]


def crowd(outlets: int, facts: int = 40) -> Comparison:
    """Many outlets and facts: fact number k is stated by every (k + 1)th outlet."""
    said = [f"Statement number {k} of the crowd was made on the square." for k in range(facts)]
    drafts = [
        Draft(
            letter,
            f"Outlet {letter}",
            f"Headline of {letter}",
            [[words for k, words in enumerate(said) if k == 0 or (i % (k + 1)) == 0]],
            datetime(2024, 5, 14, 8 + i // 60, i % 60, tzinfo=UTC),
        )
        for i, letter in enumerate(letters(outlets))
    ]
    made = [
        Fact(
            id=f"f-{k:06x}",
            ordinal=f"f{k + 1}",
            label=words,
            mentions=tuple(d.mention(words) for d in drafts if words in d.sentences),
        )
        for k, words in enumerate(said)
    ]
    comparison = plain(drafts, made, title=f"A crowd of {outlets}")
    evidence = (drafts[0].evidence(said[0]),)
    shared = Reuse(articles=("A", "B"), share=0.82, shares=(0.82, 0.9), evidence=evidence)
    return replace(comparison, reuse=(shared,))
