"""The statements of an account add up to the sentences of its article."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.model.accounts import Account, AccountKind, StatementAccount, not_tiled
from compare.model.spans import Span
from tests.align.small import article

TEXT = "The bridge fell, and cars sank. Rain fell."
WHOLE = [("A.s1", 0, 16), ("A.s1", 17, 31), ("A.s2", 32, 42)]


def account(*told: tuple[str, int, int]) -> Account:
    return Account(
        article="A",
        shared=(),
        only_here=("A.s1", "A.s2"),
        quotation=(),
        aside=(),
        statements=tuple(
            StatementAccount(
                sentence=name, span=Span(start, end), kind=AccountKind.ONLY_HERE, fact=None
            )
            for name, start, end in told
        ),
    )


def test_statements_that_leave_only_white_space_add_up() -> None:
    assert not_tiled(account(*WHOLE), article(TEXT, "A")) is None


def test_an_account_without_statements_has_nothing_wrong_with_it() -> None:
    assert not_tiled(account(), article(TEXT, "A")) is None


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        (WHOLE[1:], "A.s1"),
        (WHOLE[:2], "A.s2"),
        ([("A.s1", 0, 15), *WHOLE[1:]], "A.s1"),
        ([WHOLE[0], ("A.s1", 18, 31), WHOLE[2]], "A.s1"),
        ([WHOLE[0], ("A.s1", 15, 31), WHOLE[2]], "A.s1"),
        ([WHOLE[1], WHOLE[0], WHOLE[2]], "A.s1"),
        ([*WHOLE[:2], ("A.s2", 32, 41)], "A.s2"),
    ],
)
def test_a_sentence_with_a_gap_or_an_overlap_is_named(
    told: list[tuple[str, int, int]], wrong: str
) -> None:
    assert not_tiled(account(*told), article(TEXT, "A")) == wrong


def test_the_filler_of_an_excerpt_is_no_gap() -> None:
    known = article(TEXT, "A")
    filled = replace(known.document, text="░ " * 15 + "░ Rain fell.", excerpt=True)
    assert len(filled.text) == len(TEXT)
    assert not_tiled(account(*WHOLE), replace(known, document=filled)) is None
