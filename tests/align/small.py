"""Small random stories and hand-made scores for the tests of the alignment."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import strategies as st

from compare.align.scores import Scores, scores_of
from compare.align.story import Story, story_of
from compare.annotation.article import annotate
from compare.model.articles import Article, Document
from compare.model.letters import letter
from compare.signals.statement_signals import SIGNALS

# Few words, so that sentences share some; names, figures, quotes and joining words among them.
WORDS = """
bridge mayor council fire harbour Dunmere Roe Tallow closed opened burned resigned inspected 12 40
three people workers because and that who “never again” on Monday in May rain road, river quickly
""".split()


def article(text: str, name: str, headline: str | None = None) -> Article:
    """A text as an article of an outlet of its letter."""
    outlet = f"Outlet {name}"
    return annotate(Document(text=text, outlet=outlet, letter=name, headline=headline))


def articles(*texts: str) -> tuple[Article, ...]:
    """Texts as articles with the letters A, B and so on."""
    return tuple(article(text, letter(k)) for k, text in enumerate(texts))


def sentences() -> st.SearchStrategy[str]:
    words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9)
    return words.map(lambda found: " ".join(found).capitalize().rstrip(",") + ".")


def texts(most: int = 5) -> st.SearchStrategy[str]:
    """A text of one to `most` sentences, now and then in two paragraphs."""
    joined = st.sampled_from([" ", " ", "\n\n"])
    told = st.lists(sentences(), min_size=1, max_size=most)
    return st.tuples(told, joined).map(lambda pair: pair[1].join(pair[0]))


def stories(outlets: int = 3) -> st.SearchStrategy[list[str]]:
    """Two or more texts."""
    return st.lists(texts(), min_size=2, max_size=outlets)


def _plain_story(outlets: int, size: int) -> Story:
    told = " ".join(f"Word{n} alone{n} here." for n in range(size))
    return story_of(articles(*[told] * outlets))


_STORY = _plain_story(3, 4)
_PAIRS = list(combinations(range(len(_STORY.statements)), 2))


def given_scores(found: dict[tuple[int, int], float]) -> Scores:
    """Scores as if these had been worked out, over three articles of four statements.

    Statements 0 to 3 are those of the first article, each a sentence of its own.
    """
    return scores_of(
        _STORY,
        dict(sorted(found.items())),
        row={pair: number for number, pair in enumerate(sorted(found))},
        values=np.full((len(found), len(SIGNALS)), np.nan),
        headlines={},
    )


def random_scores() -> st.SearchStrategy[Scores]:
    """Scores of some pairs of statements, many of them high, some equal, some of one article."""
    score = st.sampled_from([0.05, 0.2, 0.3, 0.5, 0.7, 0.7, 0.8, 0.9, 0.95, 1.0])
    return st.dictionaries(st.sampled_from(_PAIRS), score, max_size=30).map(given_scores)
