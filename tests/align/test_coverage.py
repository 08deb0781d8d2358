from __future__ import annotations

import pytest
from hypothesis import given, settings

from compare.align.coverage import coverage, state_of
from compare.align.facts import GroupedFact
from compare.model.articles import Document
from compare.model.comparison import Comparison
from compare.model.facts import Coverage, Extent, Fact, HeadlineMention, Mention, Mode, State
from compare.model.options import Options
from compare.model.spans import Span
from compare.pipeline import compare_story
from tests.align.small import given_scores, stories

FORCED = Options(force=True)
MISSING = (State.NOT_FOUND, State.PERHAPS, State.HEADLINE)


def compared(*texts: str, headlines: tuple[str | None, ...] = ()) -> Comparison:
    titles = (*headlines, *[None] * len(texts))
    documents = [
        Document(text=text, outlet=f"Outlet {n}", headline=titles[n])
        for n, text in enumerate(texts)
    ]
    return compare_story(documents, FORCED)


def fact_with(comparison: Comparison, words: str) -> Fact:
    """The fact with a mention that holds the words."""
    found = [
        fact
        for fact in comparison.facts
        if any(words in comparison.text_of(mention) for mention in fact.mentions)
    ]
    assert len(found) == 1, [fact.label for fact in found]
    return found[0]


@given(stories(4))
@settings(deadline=None, max_examples=40)
def test_the_grid_is_full_and_each_cell_says_what_the_mentions_say(told: list[str]) -> None:
    comparison = compared(*told)
    letters = [article.letter for article in comparison.articles]
    places = [(cell.fact, cell.article) for cell in comparison.coverage]
    assert places == [(fact.id, letter) for fact in comparison.facts for letter in letters]
    for cell in comparison.coverage:
        fact = comparison.fact(cell.fact)
        assert (cell.article in fact.articles) == (cell.state not in MISSING)
        assert (cell.first is None) == (cell.state in MISSING)
        assert cell.first is None or 0.0 <= cell.first <= 1.0
        assert cell.nearest is None or cell.state in (State.NOT_FOUND, State.PERHAPS)
        assert cell.nearest is not None or cell.state is not State.PERHAPS
        if cell.nearest is not None:
            least = 0.1 if fact.shared else 0.15
            # In the row of a figure, a statement without such a figure does not have it perhaps.
            assert cell.state is not State.PERHAPS or cell.nearest.score >= least
            stating = {mention.article for mention in fact.mentions}
            assert cell.article not in stating
            assert 0.0 < cell.nearest.score <= 1.0


def state(*mentions: tuple[Mode, Extent], headline: bool = False) -> State:
    span = Span(0, 1)
    fact = Fact(
        id="f-1",
        ordinal="f1",
        label="x",
        mentions=(
            *[
                Mention(article="A", sentence=f"A.s{n}", span=span, mode=mode, extent=extent)
                for n, (mode, extent) in enumerate(mentions, 1)
            ],
            Mention(article="B", sentence="B.s1", span=span, mode=Mode.ASSERTED),
        ),
        headlines=(HeadlineMention(article="A", span=span, score=0.9),) if headline else (),
    )
    return state_of(fact, "A")


def test_the_fullest_mention_gives_the_state() -> None:
    full, part = Extent.FULL, Extent.PARTIAL
    assert state((Mode.ASSERTED, full), (Mode.QUOTED, full)) is State.STATED
    assert state((Mode.HEDGED, part), (Mode.ATTRIBUTED, full)) is State.STATED
    assert state((Mode.ASSERTED, part), (Mode.QUOTED, full)) is State.PARTLY
    assert state((Mode.QUOTED, full)) is State.QUOTED
    assert state((Mode.QUOTED, part), headline=True) is State.QUOTED
    assert state(headline=True) is State.HEADLINE
    assert state() is State.NOT_FOUND


def test_a_fact_that_stands_only_in_the_headline_says_so() -> None:
    told = "The bridge over the river Tallow in Dunmere fell on Monday. Divers came at noon."
    headline = "Bridge over river Tallow in Dunmere fell on Monday"
    rest = "Divers came at noon. A crane is expected from Port Vell."
    comparison = compared(told, rest, headlines=(None, headline))
    cell = comparison.cell(fact_with(comparison, "fell on Monday").id, "B")
    assert cell.state is State.HEADLINE
    assert cell.first is None
    assert cell.nearest is None


def test_a_fact_that_only_a_quotation_states_says_so() -> None:
    one = "The bridge over the river Tallow was never inspected. It fell on Monday at noon."
    other = (
        "“The bridge over the river Tallow was never inspected,” Ada Roe said. It fell on Monday "
        "at noon."
    )
    comparison = compared(one, other)
    fact = fact_with(comparison, "was never inspected.")
    assert comparison.cell(fact.id, "A").state is State.STATED
    assert comparison.cell(fact.id, "B").state is State.QUOTED


def test_the_nearest_miss_is_given_with_its_score() -> None:
    one = "The bridge over the river Tallow in Dunmere fell on Monday. Growers sold their wheat."
    other = "Nobody in Dunmere had looked at the bridge for years. A ferry was hired."
    comparison = compared(one, other)
    fact = fact_with(comparison, "fell on Monday")
    nearest = comparison.cell(fact.id, "B").nearest
    assert nearest is not None
    assert nearest.sentence == "B.s1"
    assert nearest.score < Options().fact_floor
    assert comparison.cell(fact_with(comparison, "wheat").id, "B").nearest is None


def cell_for(score: float, *, shared: bool) -> Coverage:
    """The cell of the last of three articles, whose first statement fits a fact so well."""
    found = {(0, 8): score, (4, 8): score, (0, 4): 0.9} if shared else {(0, 8): score}
    scores = given_scores(found)
    group = (0, 4) if shared else (0,)
    mentions = tuple(
        Mention(article=letter, sentence=f"{letter}.s1", span=Span(0, 1), mode=Mode.ASSERTED)
        for letter in ("A", "B")[: len(group)]
    )
    fact = Fact(id="f-1", ordinal="f1", label="x", mentions=mentions)
    return coverage(scores, [GroupedFact(fact, group)])[-1]


@pytest.mark.parametrize(
    ("score", "shared", "state"),
    [
        (0.09, True, State.NOT_FOUND),
        (0.1, True, State.PERHAPS),
        (0.29, True, State.PERHAPS),
        (0.14, False, State.NOT_FOUND),
        (0.15, False, State.PERHAPS),
    ],
)
def test_a_statement_that_comes_near_may_state_the_fact(
    score: float, shared: bool, state: State
) -> None:
    cell = cell_for(score, shared=shared)
    assert cell.article == "C"
    assert cell.state is state
    assert cell.nearest is not None
    assert (cell.nearest.sentence, cell.nearest.score) == ("C.s1", score)
    assert cell.first is None


def test_perhaps_is_never_counted_as_carrying_a_fact() -> None:
    assert not State.PERHAPS.carries
    assert [state for state in State if not state.carries] == [State.PERHAPS, State.NOT_FOUND]
