"""Scores quotations of our own stories: versions put together, speakers, and what was changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from compare.model.articles import Document
from compare.model.findings import QuoteChange as Change
from compare.model.quotes import QuoteKind
from tests.gate.gold import GoldStory

# What the marks call an edit, and the changes of the program that say the same.
SAME = {
    "identical": {Change.IDENTICAL},
    "trimmed": {Change.CUT_START, Change.CUT_MIDDLE, Change.CUT_END, Change.ELLIPSIS},
    "altered": {
        Change.ALTERED,
        Change.BRACKETED,
        Change.DROPPED,
        Change.REWORDED,
        Change.NEGATION_LOST,
        Change.HEDGE_LOST,
    },
    "spliced": {Change.SPLICED},
    "reattributed": {Change.REATTRIBUTED},
    "paraphrased": {Change.PARAPHRASED},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A marked version of an utterance and the quotations of the program on the same words."""

    group: str
    letter: str
    quotes: frozenset[str]


@dataclass(slots=True, kw_only=True)
class Tally:
    """What is counted over all stories."""

    joined: int = 0
    rightly: int = 0
    gold: int = 0
    speakers: int = 0
    named: int = 0
    groups: int = 0
    changes: int = 0


def score_quotes(
    api: Any,
    stories: Sequence[GoldStory],
) -> Iterator[tuple[str, float]]:
    """Precision, recall and F1 of pairs of versions put together; shares of right names and edits.

    A pair is two versions of different outlets. A pair that the program joins is wrong when the
    marks do not join it, and left out of account when neither stands in quotation marks, since the
    marks hold no group of indirect speech alone.
    """
    tally = Tally()
    for story in stories:
        _count(story, api.compare_story(list(_documents(api, story))), tally)
    precision = tally.rightly / tally.joined if tally.joined else 0.0
    recall = tally.rightly / tally.gold if tally.gold else 0.0
    both = precision + recall
    yield "gold_quotes.precision", precision
    yield "gold_quotes.recall", recall
    yield "gold_quotes.f1", 2 * precision * recall / both if both else 0.0
    yield "gold_quotes.name_accuracy", tally.named / max(1, tally.speakers)
    yield "gold_quotes.change_accuracy", tally.changes / max(1, tally.groups)


def _documents(api: Any, story: GoldStory) -> Iterator[Document]:
    for document in story.documents:
        yield api.document(document.text, outlet=document.outlet, headline=document.headline)


def _count(story: GoldStory, result: Any, tally: Tally) -> None:
    letters = {d.outlet: result.articles[k].document.letter for k, d in enumerate(story.documents)}
    quotes = {q.id: q for article in result.articles for q in article.quotes}
    versions = [
        _version(group["id"], version, letters, result)
        for group in story.marks["quotes"]
        for version in group["versions"]
    ]
    groups_of = defaultdict(set)
    for number, group in enumerate(result.quote_groups):
        for member in group.members:
            groups_of[member.quote].add(number)
    _count_pairs(versions, groups_of, tally)
    _count_strays(versions, result, quotes, tally)
    _count_speakers(story, versions, quotes, tally)
    _count_changes(story, versions, groups_of, result, tally)


def _version(group: str, version: dict[str, str], letters: dict[str, str], result: Any) -> Version:
    letter = letters[version["outlet"]]
    article = next(a for a in result.articles if a.document.letter == letter)
    start = article.document.text.index(version["key"])
    end = start + len(version["key"])
    on_it = {
        quote.id
        for quote in article.quotes
        for part in quote.parts
        if 2 * (min(part.end, end) - max(part.start, start))
        > min(part.end - part.start, end - start)
    }
    return Version(group=group, letter=letter, quotes=frozenset(on_it))


def _count_pairs(versions: list[Version], groups_of: dict[str, set[int]], tally: Tally) -> None:
    marked = {(v.group, quote) for v in versions for quote in v.quotes}
    for a, b in combinations(versions, 2):
        if a.letter == b.letter:
            continue
        same = bool(_groups(a, groups_of) & _groups(b, groups_of))
        gold = a.group == b.group
        tally.joined += same and (gold or not _in_one_quotation(a, b, marked))
        tally.gold += gold
        tally.rightly += same and gold


def _in_one_quotation(a: Version, b: Version, marked: set[tuple[str, str]]) -> bool:
    """True if the quotation around either also holds the words that the other is a version of."""
    return any((b.group, quote) in marked for quote in a.quotes) or any(
        (a.group, quote) in marked for quote in b.quotes
    )


def _groups(version: Version, groups_of: dict[str, set[int]]) -> set[int]:
    return {number for quote in version.quotes for number in groups_of.get(quote, ())}


def _count_strays(versions: list[Version], result: Any, quotes: Any, tally: Tally) -> None:
    """Joined pairs with a quotation that the marks do not have at all."""
    marked = {quote for version in versions for quote in version.quotes}
    for group in result.quote_groups:
        for a, b in combinations(group.members, 2):
            direct = {quotes[m.quote].kind for m in (a, b)} - {QuoteKind.INDIRECT}
            if a.article != b.article and direct and not {a.quote, b.quote} <= marked:
                tally.joined += 1


def _count_speakers(
    story: GoldStory,
    versions: list[Version],
    quotes: Any,
    tally: Tally,
) -> None:
    """The last word of the marked name must be in the name given; one version may name another."""
    names = {
        group["id"]: group["speaker"].split()[-1].lower()
        for group in story.marks["quotes"]
        if group["edit"] != "reattributed"
    }
    for version in versions:
        if version.group not in names or not version.quotes:
            continue
        tally.speakers += 1
        given = [quotes[q].speaker.name.lower() for q in version.quotes if quotes[q].speaker]
        tally.named += any(names[version.group] in name for name in given)


def _count_changes(
    story: GoldStory,
    versions: list[Version],
    groups_of: dict[str, set[int]],
    result: Any,
    tally: Tally,
) -> None:
    """Of marked groups that the program has too: is the weightiest change the right one?"""
    for group in story.marks["quotes"]:
        mine = [_groups(v, groups_of) for v in versions if v.group == group["id"]]
        numbers = [number for found in mine for number in found]
        if not numbers:
            continue
        tally.groups += 1
        best = max(sorted(set(numbers)), key=numbers.count)
        tally.changes += result.quote_groups[best].change in SAME[group["edit"]]
