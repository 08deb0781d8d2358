"""Do two short texts say the same? Asked of texts alone, without a story around them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from compare.signals import content, wording
from compare.signals.pairs import Pair, Signal, pair
from compare.signals.rarity import Rarity, weigh
from compare.signals.scale import scale
from compare.signals.views import view_of

TEXTS: Mapping[str, Signal] = {
    "containment": wording.containment,
    "letters": wording.letters,
    "all words": wording.all_words,
    "spelling": wording.spelling,
    "figures": content.same_figures,
}
"""The signals that need no story: equal weights, because fitted ones do worse on other texts."""

_NO_STORY = Rarity(stems={}, letters={})


def similarity(pairs: Iterable[tuple[str, str]]) -> list[float]:
    """One score in 0..1 for each pair of short texts: how likely they say the same.

    0.5 is where a pair of news sentences is as likely to say the same as not. Each pair is looked
    at on its own, so that its score does not depend on the others.

    >>> same, other = similarity([("The bridge fell.", "The bridge fell."),
    ...                           ("The bridge fell.", "Wheat prices rose again.")])
    >>> same > 0.9, other < 0.2
    (True, True)
    """
    whole = scale("texts")
    return [whole.score(values(one, other)) for one, other in pairs]


def values(one: str, other: str) -> dict[str, float | None]:
    """What each signal says of two texts."""
    looked_at = text_pair(one, other)
    return {name: signal(looked_at) for name, signal in TEXTS.items()}


def text_pair(one: str, other: str) -> Pair:
    """Two texts as a pair in which every word weighs the same."""
    return pair(weigh(view_of(one), _NO_STORY), weigh(view_of(other), _NO_STORY), _NO_STORY)
