"""The quick look at a statement agrees with its reading."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from compare.text.assertions import assertions, may_deny_or_name_state

WORDS = (
    "no never denied refused without nobody hardly not isn’t the a council mayor ferry was were"
    " said dead alive open closed arrested released killed survived guilty Roe, — . to of and yet"
).split()


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_what_has_no_denying_word_denies_nothing_and_what_has_no_state_affirms_none(
    statement: str,
) -> None:
    denies, names_state = may_deny_or_name_state(statement)
    read = assertions(statement)
    assert denies or not read.denials
    assert names_state or all(word.state is None for word in read.affirmed)


def test_a_denying_word_and_a_state_are_seen_at_a_glance() -> None:
    assert may_deny_or_name_state("Nobody was killed") == (True, True)
    assert may_deny_or_name_state("The ferry sailed on Monday") == (False, False)
