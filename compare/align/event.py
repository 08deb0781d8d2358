"""Do the articles seem to be about one event? Asked of whole articles, before any sentence."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from compare.errors import UnrelatedStories
from compare.model.articles import Article
from compare.model.facts import Fact
from compare.model.options import Options
from compare.signals.views import View, view_of, views

Vector = Mapping[str, float]

_SHOWN = 5
# Articles with no fact in common must be this alike, if not by their facts.
_DOUBTFUL = 0.26


def check_same_event(articles: Sequence[Article], options: Options) -> tuple[str, ...]:
    """Warnings about single articles that seem to tell of something else.

    Raises UnrelatedStories, with the words and names it looked at, when not even more than half of
    the articles hang together; with `options.force` that is a warning too. The likeness of two
    articles is the mean of the cosines of their words and of their names. Measured on whole
    articles: two of one event reach 0.32 at the least, two of different ones 0.09 in the median.
    """
    profiles = [_profile(article) for article in articles]
    together = _largest_component(profiles, options.event_floor)
    strangers = [k for k in range(len(articles)) if k not in together]
    if not strangers:
        return ()
    if 2 * len(together) > len(articles):
        return tuple(sorted(_stranger(articles[k]) for k in strangers))
    evidence = _evidence(articles, profiles, options.event_floor)
    if options.force:
        return (f"The articles do not seem to be about one event. {evidence}",)
    raise UnrelatedStories(
        f"The articles do not seem to be about one event. {evidence} "
        "Give articles about one event, or add --force to compare them all the same."
    )


def check_common_ground(
    articles: Sequence[Article], facts: Sequence[Fact], options: Options
) -> tuple[str, ...]:
    """A warning when no fact is stated by more than one article.

    Raises UnrelatedStories when the articles are not much alike either, unless `options.force`:
    two reports with the same people in them need not be of one event.
    """
    if any(fact.shared for fact in facts):
        return ()
    nothing = "No fact was found in more than one article."
    profiles = [_profile(article) for article in articles]
    if options.force or len(_largest_component(profiles, _DOUBTFUL)) > 1:
        return (f"{nothing} They may be about different events.",)
    raise UnrelatedStories(
        f"The articles do not seem to be about one event. {nothing} "
        f"{_evidence(articles, profiles, _DOUBTFUL)} "
        "Give articles about one event, or add --force to compare them all the same."
    )


def likeness(a: tuple[Vector, Vector], b: tuple[Vector, Vector]) -> float:
    """The mean of the cosines of words and of names, 0..1."""
    return (_dot(a[0], b[0]) + _dot(a[1], b[1])) / 2


def document_cosines(documents: Sequence[Iterable[View]]) -> dict[tuple[int, int], float]:
    """The cosine of each pair of documents over words weighed by their rarity in the pile."""
    counts = [Counter(stem for view in each for stem in view.stems) for each in documents]
    held = Counter(stem for count in counts for stem in count)
    rare = {stem: math.log((len(counts) + 1) / (n + 0.5)) for stem, n in held.items()}
    vectors = [
        _unit({stem: (1 + math.log(n)) * rare[stem] for stem, n in count.items()})
        for count in counts
    ]
    return {(i, j): _dot(vectors[i], vectors[j]) for j in range(len(vectors)) for i in range(j)}


def _profile(article: Article) -> tuple[Vector, Vector]:
    """The words and the names of headline and story, damped by logarithm, of unit length."""
    title = view_of(article.document.headline or "")
    known = [title, *views(article, 0)]
    words = Counter(stem for view in known for stem in view.stems)
    names = Counter(stem for view in known for stem in view.names)
    return _damped(words), _damped(names)


def _damped(counts: Counter[str]) -> Vector:
    return _unit({stem: 1 + math.log(n) for stem, n in counts.items()})


def _unit(vector: Vector) -> Vector:
    norm = math.sqrt(math.fsum(value * value for value in vector.values()))
    return {stem: value / norm for stem, value in vector.items()} if norm else {}


def _dot(a: Vector, b: Vector) -> float:
    if len(b) < len(a):
        a, b = b, a
    return math.fsum(value * b[stem] for stem, value in a.items() if stem in b)


def _largest_component(profiles: Sequence[tuple[Vector, Vector]], floor: float) -> set[int]:
    """The most articles that hang together through pairs whose likeness reaches the floor."""
    home = list(range(len(profiles)))
    for j in range(len(profiles)):
        for i in range(j):
            if home[i] != home[j] and likeness(profiles[i], profiles[j]) >= floor:
                old, new = home[j], home[i]
                home = [new if h == old else h for h in home]
    sizes = Counter(home)
    largest = max(sizes, key=lambda h: (sizes[h], -h))
    return {k for k, h in enumerate(home) if h == largest}


def _stranger(article: Article) -> str:
    return (
        f"{article.document.outlet} seems to be about another event than the rest: "
        "it shares few of their words and names."
    )


def _evidence(
    articles: Sequence[Article], profiles: Sequence[tuple[Vector, Vector]], floor: float
) -> str:
    """The pair that comes closest, in words: outlets, likeness, what they share."""
    score, i, j = max(
        (likeness(profiles[i], profiles[j]), -i, -j) for j in range(len(profiles)) for i in range(j)
    )
    one, other = sorted((articles[-i].document.outlet, articles[-j].document.outlet))
    shared = _shared(profiles[-i][1], profiles[-j][1]) or _shared(profiles[-i][0], profiles[-j][0])
    what = f"share only {', '.join(shared)}" if shared else "share no word of weight"
    return (
        f"The closest two, {one} and {other}, {what}: likeness {score:.2f}, {floor:.2f} is needed."
    )


def _shared(a: Vector, b: Vector) -> list[str]:
    """The weightiest stems that both have."""
    return sorted(a.keys() & b.keys(), key=lambda stem: (-a[stem] * b[stem], stem))[:_SHOWN]
