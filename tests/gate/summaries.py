"""Scores `check` on true summaries and on summaries with planted errors, by hand and by rule."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compare.align.article_order import letter_documents
from compare.annotation.article import annotate
from compare.model.articles import Article, Document
from compare.model.checks import CheckedStatement, CheckState, DoubtKind
from compare.model.quotes import QuoteKind
from compare.sources.load import load_story
from tests.gate.planting import KINDS, persons, planted, reworded

FOLDER = Path(__file__).parent / "summaries"
CORPORA = Path(__file__).resolve().parent.parent.parent / "corpora"
# The rules were written while looking at these stories; no result of the others was looked at.
DEVELOPED = (
    "demo", "mine-rescue", "cup-final", "gallery-theft", "nap-study", "dam-evacuation",
    "election-night", "storm-hesper", "council-allotments",
)  # fmt: skip
UNSEEN = (
    "tram-strike", "mayor-resigns", "hotel-arson-verdict", "wildfire-evacuees", "disputed-song",
    "baggage-strike", "border-camp", "stadium-ruling", "tariff-summit",
)  # fmt: skip

# The doubts that name an error of each kind.
NAMED = {
    "wrong number": {DoubtKind.FIGURE, DoubtKind.NO_FIGURE, DoubtKind.ROLE, DoubtKind.UNIT},
    "unit": {DoubtKind.UNIT, DoubtKind.FIGURE, DoubtKind.NO_FIGURE},
    "wrong person": {DoubtKind.PERSON, DoubtKind.ROLE, DoubtKind.NO_NAME, DoubtKind.SPEAKER},
    "wrong place": {DoubtKind.PLACE, DoubtKind.NO_NAME},
    "wrong day": {DoubtKind.DAY, DoubtKind.NO_FIGURE},
    "polarity": {DoubtKind.DENIAL},
    "dropped attribution": {DoubtKind.ATTRIBUTION},
    "dropped hedge": {DoubtKind.RESERVE},
    "swapped speakers": {DoubtKind.SPEAKER, DoubtKind.ROLE, DoubtKind.PERSON},
    "merged people": {DoubtKind.PERSON, DoubtKind.ROLE, DoubtKind.NO_NAME},
    "invented quote": {DoubtKind.QUOTE, DoubtKind.ALTERED},
    "over-general": {DoubtKind.GENERAL},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One sentence that was checked: the kind of its planted error, "" for a true one."""

    story: str
    kind: str
    statement: CheckedStatement

    @property
    def flagged(self) -> bool:
        """True when the sentence is not called stated."""
        return self.statement.state is not CheckState.STATED

    @property
    def named(self) -> bool:
        """True when a doubt names the error that was planted."""
        return any(doubt.kind in NAMED[self.kind] for doubt in self.statement.doubts)


def judged_by_hand(api: Any, group: str) -> Iterator[Judged]:
    """The sentences of the summaries written by hand, true ones and planted ones."""
    for path in sorted((FOLDER / group).glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        documents = load_story([CORPORA / table["story"]])
        rows = table["statement"]
        true = [row["text"] for row in rows]
        yield from _judge(api, table["story"], documents, [("", text) for text in true])
        for turn in range(max(len(row["planted"]) for row in rows)):
            texts = [
                tuple(row["planted"][turn]) if turn < len(row["planted"]) else ("true", row["text"])
                for row in rows
            ]
            found = _judge(api, table["story"], documents, texts)
            yield from (one for one in found if one.kind != "true")


def judged_by_rule(api: Any, stories: Sequence[str]) -> Iterator[Judged]:
    """Sentences of our stories as they are, and with errors planted by rule."""
    quotations = _quotations(stories)
    for at, name in enumerate(stories):
        documents = load_story([CORPORA / name])
        articles = [annotate(each) for each in letter_documents(documents)]
        cast = persons(articles)
        strange = quotations[stories[(at + 1) % len(stories)]]
        true = [("", text) for article in articles for text in reworded(article)[::2]]
        wrong = [
            (one.kind, one.text)
            for article in articles
            for one in planted(article, cast, strange)
            if one.kind != "dropped attribution" or not _is_told_elsewhere(one.text, articles)
        ]
        yield from _judge(api, name, documents, true)
        yield from _judge(api, name, documents, wrong)


def _is_told_elsewhere(text: str, articles: Sequence[Article]) -> bool:
    """True when another article may tell in its own voice what one gives as said."""
    from compare.verify.only_here import LookedFor, look_again, places_searched, sought_statement

    own = annotate(_document(text))
    statement = sought_statement(own, own.sentences[0].span)
    found = [look_again(statement, places_searched(article), {}) for article in articles]
    return sum(one.answer is not LookedFor.NOT_FOUND for one in found) > 1


def _document(text: str) -> Document:
    from compare.sources.document import document

    return document(text, outlet="The text")


def _quotations(stories: Sequence[str]) -> dict[str, list[str]]:
    """Quotations of each story, of six words and more."""
    found: dict[str, list[str]] = {}
    for name in stories:
        articles = [annotate(each) for each in letter_documents(load_story([CORPORA / name]))]
        found[name] = [
            a.words_of(mark)
            for a in articles
            for q in a.quotes
            if q.kind is QuoteKind.DIRECT
            for mark in q.marked
            if 6 <= len(a.words_of(mark).split()) <= 20
        ]
    return found


def _judge(
    api: Any, story: str, documents: Sequence[Document], texts: Sequence[tuple[str, str]]
) -> Iterator[Judged]:
    """Check some sentences together, each a paragraph of its own."""
    whole = "\n\n".join(text for _, text in texts)
    result = api.check(whole, documents)
    at = 0
    for kind, text in texts:
        end = at + len(text)
        mine = [s for s in result.statements if at <= s.span.start < end]
        for statement in mine[:1] if kind else mine:
            worst = max(mine, key=lambda s: len(s.doubts)) if kind else statement
            yield Judged(story=story, kind=kind, statement=worst)
        at = end + 2


def scores(name: str, found: Iterable[Judged]) -> Iterator[tuple[str, float]]:
    """Recall and precision over all kinds and of each, and the false alarms.

    Recall: planted sentences that are not called stated. `named`: those where a doubt names the
    error. Precision: of all sentences that are flagged, each checked once, the share with an error
    planted; of a kind, of those flagged with a doubt that names that kind. False alarms: true
    sentences that are flagged.
    """
    rows = list(found)
    true = [row for row in rows if not row.kind]
    wrong = [row for row in rows if row.kind]
    alarms = sum(row.flagged for row in true)
    hits = sum(row.flagged for row in wrong)
    yield f"{name}.true_statements_kept", 1 - alarms / max(1, len(true))
    yield f"{name}.precision", hits / max(1, hits + alarms)
    yield f"{name}.found", hits / max(1, len(wrong))
    yield f"{name}.named", sum(row.named for row in wrong) / max(1, len(wrong))
    counts = Counter(row.kind for row in wrong)
    for kind in KINDS:
        mine = [row for row in wrong if row.kind == kind]
        if not counts[kind]:
            continue
        label = kind.replace(" ", "_").replace("-", "_")
        raised = [r for r in rows if any(d.kind in NAMED[kind] for d in r.statement.doubts)]
        right = sum(bool(row.kind) for row in raised)
        yield f"{name}.{label}.found", sum(row.flagged for row in mine) / counts[kind]
        yield f"{name}.{label}.named", sum(row.named for row in mine) / counts[kind]
        yield f"{name}.{label}.precision", right / max(1, len(raised)) if raised else 0.0


def score_summaries(api: Any) -> Iterator[tuple[str, float]]:
    """All scores, of what the rules were developed on and of what they never saw."""
    yield from scores("summaries.developed", judged_by_hand(api, "developed"))
    yield from scores("summaries.unseen", judged_by_hand(api, "unseen"))
    yield from scores("planted.developed", judged_by_rule(api, DEVELOPED))
    yield from scores("planted.unseen", judged_by_rule(api, UNSEEN))
