"""Do the articles seem to be about one event? Asked of whole articles, before any sentence."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from compare.align.events import MEAN, EventThreshold, link_groups
from compare.align.likeness import vectors
from compare.align.near_pairs import Pair, near_pairs
from compare.errors import UnrelatedStories
from compare.model.articles import Article
from compare.model.facts import Fact
from compare.model.letters import index, ordered_letters
from compare.model.options import Options
from compare.signals.views import View

Vector = Mapping[str, float]

_SHOWN = 5
# Whoever gives articles as one story has the benefit of the doubt: no pair of articles must be
# alike, no time counts, and groups may be closer within than in a pile before they come apart.
_CLOSE = 0.22
# An article by itself is a stranger beyond doubt below this share of the floor.
_SURE = 0.8
# Articles with no fact in common must be so many times as alike as the floor says.
_DOUBTFUL = 2.0
_ADVICE = "Give articles about one event, or add --force to compare them all the same."
_REFUSAL = "The articles do not seem to be about one event"


def check_same_event(articles: Sequence[Article], options: Options) -> tuple[str, ...]:
    """Warnings about single articles that may tell of something else.

    Raises UnrelatedStories with the groups when the articles fall into several, when no more than
    half of them hang together, or when one is like none of the rest beyond doubt; with
    `options.force` that is a warning too. The groups are those of `group_events` without its doubt:
    by the mean likeness of their articles, whatever the time between them.
    """
    pairs = near_pairs(vectors([article.document for article in articles]), 0.0)
    bar = EventThreshold(options.event_floor, _CLOSE)
    found = link_groups(pairs, len(articles), bar, MEAN)
    if len(found) < 2:
        return ()
    largest = max(found, key=lambda group: (len(group), -min(group)))
    rest = [group for group in found if group is not largest]
    if 2 * len(largest) > len(articles) and not any(
        _apart(group, largest, pairs, options) for group in rest
    ):
        return tuple(sorted(_stranger(articles[group[0]]) for group in rest))
    evidence = _evidence(articles, pairs, options.event_floor)
    if options.force:
        outlets = [sorted(articles[k].document.outlet for k in group) for group in found]
        return (_told_apart(sorted(outlets)) or evidence,)
    groups = tuple(ordered_letters(articles[k].letter for k in group) for group in found)
    groups = tuple(sorted(groups, key=lambda group: index(group[0])))
    named = {one.letter: f"{one.letter} ({one.document.outlet})" for one in articles}
    reason = _told_apart([[named[letter] for letter in group] for group in groups])
    raise UnrelatedStories(reason or evidence, _ADVICE, groups)


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
    pairs = near_pairs(vectors([article.document for article in articles]), 0.0)
    floor = min(1.0, _DOUBTFUL * options.event_floor)
    if options.force or max(pairs.values()) >= floor:
        return (f"{nothing} They may be about different events.",)
    raise UnrelatedStories(f"{_evidence(articles, pairs, floor)} {nothing}", _ADVICE)


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


def _unit(vector: Vector) -> Vector:
    norm = math.sqrt(math.fsum(value * value for value in vector.values()))
    return {stem: value / norm for stem, value in vector.items()} if norm else {}


def _dot(a: Vector, b: Vector) -> float:
    if len(b) < len(a):
        a, b = b, a
    return math.fsum(value * b[stem] for stem, value in a.items() if stem in b)


def _apart(
    group: Sequence[int], largest: Sequence[int], pairs: Mapping[Pair, float], options: Options
) -> bool:
    """True for a group that surely is of another event: of several articles, or unlike the rest."""
    if len(group) > 1:
        return True
    (one,) = group
    alike = math.fsum(pairs[min(one, k), max(one, k)] for k in largest) / len(largest)
    return alike < _SURE * options.event_floor


def _told_apart(groups: Sequence[Sequence[str]]) -> str:
    """Which articles belong together, by their names; nothing when no two do."""
    several = [group for group in groups if len(group) > 1]
    single = [group[0] for group in groups if len(group) == 1]
    if not several:
        return ""
    told = [f"{_listed(several[0])} are about one"]
    told += [f"{_listed(group)} about another" for group in several[1:]]
    if single:
        told.append(f"{_listed(single)} {'is' if len(single) == 1 else 'are'} about another still")
    return f"{_REFUSAL}: {'; '.join(told)}."


def _listed(names: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def _stranger(article: Article) -> str:
    return (
        f"{article.document.outlet} seems to be about another event than the rest: "
        "it shares few of their words and names."
    )


def _evidence(articles: Sequence[Article], pairs: Mapping[Pair, float], floor: float) -> str:
    """The pair that comes closest, in words: outlets, likeness, what they share."""
    i, j = min(pairs, key=lambda pair: (-pairs[pair], pair))
    one, other = sorted((articles[i].document.outlet, articles[j].document.outlet))
    found = vectors([article.document for article in articles])
    shared = found.shared(i, j, _SHOWN)
    what = f"share only {', '.join(shared)}" if shared else "share no word of weight"
    return (
        f"{_REFUSAL}. The closest two, {one} and {other}, {what}: "
        f"likeness {pairs[i, j]:.2f}, {floor:.2f} is needed."
    )
