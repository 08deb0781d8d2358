"""Do two short texts say the same? Asked of texts alone, without a story around them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from compare.signals import wording
from compare.signals.scale import scale
from compare.signals.views import view_of
from compare.text.fold import folded_text
from compare.text.words import words

TEXTS: Mapping[str, wording.Signal] = {
    "containment": wording.containment,
    "letters": wording.letters,
    "spelling": wording.spelling,
    "word order": wording.word_order,
    "sequence": wording.sequence,
    "unbroken": wording.unbroken,
    "no other figures": wording.no_other_figures,
}
"""The signals that need no story: equal weights, because fitted ones do worse on other texts."""


def similarity(pairs: Iterable[tuple[str, str]]) -> list[float]:
    """Return a score in 0..1 for each of `pairs` of short texts: how likely they say the same.

    1.0 when the texts are equal but for capitals, kinds of marks and white space; 0.0 when two that
    differ have no word between them, or only one has words; 0.5 where a pair of news sentences is
    as likely to say the same as not. No score depends on the other pairs.

    >>> same, other = similarity([("The bridge fell.", "The bridge fell."),
    ...                           ("The bridge fell.", "Wheat prices rose again.")])
    >>> same, other < 0.2
    (1.0, True)
    """
    return [_likeness(one, other) for one, other in pairs]


def _likeness(one: str, other: str) -> float:
    if folded_text(one) == folded_text(other):
        return 1.0
    if not (words(one) and words(other)):
        return 0.0
    return scale("texts").score(values(one, other))


def values(one: str, other: str) -> dict[str, float | None]:
    """What each signal says of two texts."""
    a, b = view_of(one), view_of(other)
    return {name: signal(a, b) for name, signal in TEXTS.items()}
