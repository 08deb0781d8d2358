from __future__ import annotations

from compare.align.blocks import column_blocks
from compare.align.collation import collate
from compare.model.findings import ColumnKind
from tests.align.test_collation import row


def laid(*texts: str) -> list[tuple[str, list[str]]]:
    rows = [row(text) for text in texts]
    return [
        (
            block.kind.value,
            [
                " ".join(rows[n].keys[words[0] : words[1] + 1]) if words else ""
                for n, words in enumerate(block.words)
            ],
        )
        for block in column_blocks(collate(rows), rows)
    ]


def test_neighbouring_words_that_all_share_make_one_block() -> None:
    assert laid("police cleared the camp", "officers cleared the camp") == [
        ("differing", ["police", "officers"]),
        ("shared", ["cleared the camp", "cleared the camp"]),
    ]


def test_a_word_that_most_share_keeps_its_column_when_one_differs() -> None:
    found = laid("crew left the ferry", "crew left the ferry today", "crew left the vessel")
    assert ("differing", ["ferry", "ferry", "vessel"]) in found


def test_words_of_one_wording_alone_are_told_apart() -> None:
    found = laid("fire swept the old ferry", "fire swept the ferry")
    assert ("in one wording", ["old", ""]) in found


def test_function_words_that_meet_by_chance_do_not_cut_a_stretch() -> None:
    found = laid(
        "crew swept the ferry out of port", "crew swept the ferry made of steel", "crew swept it"
    )
    assert ("differing", ["out of port", "made of steel", ""]) in found


def test_every_kind_is_one_of_the_three() -> None:
    kinds = {kind for kind, _ in laid("fire swept the ferry", "fire swept the quay at noon")}
    assert kinds <= {kind.value for kind in ColumnKind}
