"""Wordings in columns: nothing is lost when columns are put together, and wide ones flow."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.formats.report.references import References
from compare.formats.report.wording_ladders import Ladder, ladders
from compare.model.comparison import Comparison
from compare.model.facts import Fact
from compare.model.findings import ColumnKind, Rung, Wording
from compare.model.spans import Span
from tests.formats.builder import Draft, plain


def _ladders(said: dict[str, list[str]], *, facts: int = 1) -> tuple[Ladder, ...]:
    story = _story(said, facts)
    return ladders(story, References(story))


def _story(said: dict[str, list[str]], facts: int) -> Comparison:
    drafts = [Draft(x, x, None, [[f"{' '.join(filter(None, row))}."]]) for x, row in said.items()]
    rungs = []
    for draft, row in zip(drafts, said.values(), strict=True):
        at, cells = 0, []
        for words in row:
            cells.append(Span(at, at + len(words)) if words else None)
            at += len(words) + 1 if words else 0
        rungs.append(
            Rung(
                articles=(draft.letter,),
                evidence=draft.evidence(draft.sentences[0]),
                cells=tuple(cells),
            )
        )
    made = [
        Fact(
            id=f"f-00000{i}",
            ordinal=f"f{i}",
            label="x",
            mentions=tuple(draft.mention(draft.sentences[0]) for draft in drafts),
        )
        for i in range(facts)
    ]
    columns = (ColumnKind.DIFFERING,) * len(next(iter(said.values())))
    wordings = tuple(Wording(fact=f.id, rungs=tuple(rungs), columns=columns) for f in made)
    return replace(plain(drafts, made), wordings=wordings)


def test_columns_that_no_wording_tells_apart_become_one() -> None:
    (ladder,) = _ladders({"A": ["the", "hall", "fell"], "B": ["the", "hall", "burned"]})
    assert ladder.width == 2
    assert [rung.cells for rung in ladder.rungs] == [
        (("the hall", True), ("fell", False)),
        (("the hall", True), ("burned", False)),
    ]


def test_a_ladder_of_many_columns_flows_and_a_narrow_one_does_not() -> None:
    same, other = ["one", "two"] * 8, ["one", "three"] * 8
    (wide,) = _ladders({"A": same, "B": other})
    (narrow,) = _ladders({"A": same[:4], "B": other[:4]})
    assert wide.flows
    assert not narrow.flows


def test_a_ladder_that_repeats_another_comes_after_the_others() -> None:
    story = _story({"A": ["the hall", "fell"], "B": ["the hall", "burned"]}, 3)
    other = replace(story.wordings[2], rungs=tuple(reversed(story.wordings[2].rungs[:1])))
    told = ladders(replace(story, wordings=(*story.wordings[:2], other)), References(story))
    assert [ladder.fact.id for ladder in told] == ["f-000000", "f-000002", "f-000001"]


_CELL = st.sampled_from(["", "a", "b", "c d"])


@given(
    st.integers(1, 9).flatmap(
        lambda n: st.lists(st.lists(_CELL, min_size=n, max_size=n), min_size=2, max_size=4)
    )
)
@settings(deadline=None)
def test_no_word_is_lost_or_moved(rows: list[list[str]]) -> None:
    rows = [["x", *row] for row in rows]
    (ladder,) = _ladders(dict(zip("ABCD", rows, strict=False)))
    assert len({len(rung.cells) for rung in ladder.rungs}) == 1
    for rung, row in zip(ladder.rungs, rows, strict=True):
        assert " ".join(filter(None, (words for words, _ in rung.cells))) == " ".join(
            filter(None, row)
        )
