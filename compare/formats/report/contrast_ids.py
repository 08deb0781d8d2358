"""Lasting addresses for words that stand for each other."""

from __future__ import annotations

import hashlib

from compare.model.comparison import Comparison
from compare.model.words import Contrast


def contrast_ids(comparison: Comparison) -> tuple[str, ...]:
    """One id for each contrast, in their order, made of kind, words and facts.

    They stay the same in another run and in another order of the outlets.
    """
    made: list[str] = []
    for contrast in comparison.contrasts:
        name = _digest(contrast)
        repeats = sum(other.partition(".")[0] == name for other in made)
        made.append(f"{name}.{repeats + 1}" if repeats else name)
    return tuple(made)


def _digest(contrast: Contrast) -> str:
    said = sorted(variant.words.casefold() for variant in contrast.variants)
    lines = "\n".join((contrast.kind.value, *said, *sorted(contrast.facts)))
    return f"w-{hashlib.sha256(lines.encode('utf-8', 'surrogatepass')).hexdigest()[:6]}"
