"""One key for the spellings that houses write one word in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.text.spelling import spelling_key

SAME = """
colour/color colours/colors coloured/colored harbour/harbor
honourable/honorable centre/center theatres/theaters defence/defense licence/license
programme/program programmes/programs grey/gray organise/organize organised/organized
organisation/organization analysed/analyzed travelled/traveled cancelling/canceling
labelled/labeled judgement/judgment whilst/while learnt/learned okay/ok e-mail/email
co-operate/cooperate re-elect/reelect ten/10 twenty/20 first/1st third/3rd %/percent pc/percent
5pm/5p.m. 1,200/1200
""".split()


@pytest.mark.parametrize("pair", SAME)
def test_two_spellings_have_one_key(pair: str) -> None:
    one, other = pair.split("/")
    assert spelling_key(one) == spelling_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("four", "for"), ("hour", "hor"), ("filled", "filed"), ("ten", "one"), ("20", "200"),
     ("metre", "meter reading"), ("willing", "wiling"), ("first", "second"), ("pm", "am")],
)  # fmt: skip
def test_other_words_keep_other_keys(one: str, other: str) -> None:
    assert spelling_key(one) != spelling_key(other)


@given(st.text(max_size=12))
def test_any_word_has_a_key(word: str) -> None:
    assert spelling_key(word) == spelling_key(word)
    assert spelling_key(spelling_key("organisation")) == spelling_key("organisation")
