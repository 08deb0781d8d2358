from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model.spans import Mark, Span, SpanIndex, runs


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    """A text with marks of all kinds: nested, equal, touching, overlapping."""
    text = draw(st.text(min_size=1, max_size=40))
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    spans = [Span(min(p), max(p)) for p in draw(st.lists(places, max_size=8)) if p[0] != p[1]]
    names = st.lists(st.sampled_from(["f-1", "f-2", "stated", "quote"]), max_size=3)
    return text, [Mark(span=span, names=tuple(draw(names))) for span in spans]


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 3), (4, 2), (-1, 2)])
def test_a_span_is_never_empty_backwards_or_before_the_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="empty or backwards"):
        Span(start, end)


def test_a_span_counts_code_points() -> None:
    assert Span(2, 6).of("👍 Fire") == "Fire"


def test_a_span_that_reaches_beyond_a_text_has_no_words_in_it() -> None:
    with pytest.raises(ValueError, match="beyond 3 characters"):
        Span(1, 4).of("abc")


@given(
    st.tuples(st.integers(0, 9), st.integers(1, 9)), st.tuples(st.integers(0, 9), st.integers(1, 9))
)
def test_overlap_and_containment_are_those_of_the_characters(
    one: tuple[int, int], other: tuple[int, int]
) -> None:
    a, b = (Span(start, start + size) for start, size in (one, other))
    inside_a, inside_b = set(range(a.start, a.end)), set(range(b.start, b.end))
    assert a.overlaps(b) == b.overlaps(a) == bool(inside_a & inside_b)
    assert a.contains(b) == (inside_b <= inside_a)


@given(marked_texts())
@settings(deadline=None)
def test_runs_tile_the_text_so_that_marks_never_change_it(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    pieces = runs(len(text), marks)
    assert "".join(piece.span.of(text) for piece in pieces) == text
    assert [p.span.start for p in pieces] == [0, *(p.span.end for p in pieces[:-1])]


@given(marked_texts())
@settings(deadline=None)
def test_each_character_of_a_run_has_exactly_the_names_that_cover_it(
    case: tuple[str, list[Mark]],
) -> None:
    text, marks = case
    for piece in runs(len(text), marks):
        for at in range(piece.span.start, piece.span.end):
            here = {name for m in marks if m.span.start <= at < m.span.end for name in m.names}
            assert piece.names == tuple(sorted(here))


def test_an_empty_text_has_no_runs() -> None:
    assert runs(0, []) == []


def test_a_mark_beyond_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="beyond 3 characters"):
        runs(3, [Mark(span=Span(1, 4), names=("f-1",))])


spans = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 40), st.integers(1, 12)
)


@given(st.lists(spans, max_size=12), spans)
def test_an_index_finds_what_a_look_at_every_span_finds(held: list[Span], wanted: Span) -> None:
    found = SpanIndex(held).overlapping(wanted.start, wanted.end)
    assert found == sorted(span for span in held if span.overlaps(wanted))


@given(st.lists(st.tuples(spans, st.sampled_from("abc")), max_size=10))
def test_each_run_has_the_names_of_all_marks_that_cover_it(found: list[tuple[Span, str]]) -> None:
    marks = [Mark(span=span, names=(name, name.upper())) for span, name in found]
    for run in runs(60, marks):
        names = {name for mark in marks if mark.span.contains(run.span) for name in mark.names}
        assert run.names == tuple(sorted(names))
