from hypothesis import example, given, settings
from hypothesis import strategies as st

from compare.text.fold import fold, folded_text

WILD = st.text(
    alphabet=st.one_of(
        st.characters(), st.sampled_from("aB “”‘’'\"–—…\u00ad\u00a0\u200bﬁﬀßİ\n\t é\u0301")
    ),
    max_size=60,
)


def test_case_quotes_dashes_and_spaces_are_made_alike() -> None:
    assert folded_text("“Don’t”\u00a0— he  SAID…") == '"don\'t" - he said...'


def test_ligatures_widths_and_soft_hyphens_disappear() -> None:
    assert folded_text("the ﬁre\u00adﬁghters’ ＡＢＣ") == "the firefighters' abc"


def test_white_space_at_the_ends_is_dropped() -> None:
    assert folded_text(" \n two  words \t") == "two words"


def test_the_map_leads_back_to_the_words_as_printed() -> None:
    text = "He  said “no\u00adthing”."
    found = fold(text)
    at = found.text.index("nothing")
    assert found.original(at, at + len("nothing")).of(text) == "no\u00adthing"


def test_both_letters_of_a_ligature_lead_back_to_it() -> None:
    found = fold("ﬁre")
    assert found.text == "fire"
    assert found.original(0, 1) == found.original(1, 2)


@settings(deadline=None)
@given(WILD)
@example("İx")
def test_the_quick_form_is_the_same_text(text: str) -> None:
    assert folded_text(text) == fold(text).text


@settings(deadline=None)
@given(WILD, st.integers(0, 200), st.integers(1, 50))
def test_every_folded_stretch_comes_from_an_original_span(
    text: str, start: int, length: int
) -> None:
    found = fold(text)
    if not found.text:
        return
    start %= len(found.text)
    end = min(len(found.text), start + length)
    span = found.original(start, end)
    assert found.text[start:end].strip() in folded_text(span.of(text))


@settings(deadline=None)
@given(WILD)
def test_the_map_never_runs_backwards(text: str) -> None:
    found = fold(text)
    assert len(found.text) == len(found.starts) == len(found.ends)
    assert list(found.starts) == sorted(found.starts)
    assert list(found.ends) == sorted(found.ends)
    assert all(a < b <= len(text) for a, b in zip(found.starts, found.ends, strict=True))


@settings(deadline=None)
@given(WILD)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = folded_text(text)
    assert folded_text(once) == once


def test_accents_are_made_alike_however_they_are_written() -> None:
    assert folded_text("Café") == folded_text("Cafe\u0301") == "cafe"
