from __future__ import annotations

from compare.findings.certainty import certainty
from compare.model.words import Certainty, CertaintyKind
from tests.findings.ground import ground


def found(**texts: str) -> list[Certainty]:
    return list(certainty(ground(**texts)))


def sides(one: Certainty) -> tuple[list[tuple[str, str]], list[str]]:
    guarded = [(g.statement.article, g.mark.text) for g in one.guarded]
    return guarded, [plain.article for plain in one.plain]


def test_asserted_here_and_attributed_there() -> None:
    (one,) = found(
        A="About 30 people were detained at the camp, Sgt. Emil Tarn said.",
        B="About 30 people were detained at the camp.",
    )
    assert one.kind is CertaintyKind.ATTRIBUTION
    assert sides(one) == ([("A", "Sgt. Emil Tarn said")], ["B"])


def test_two_attributions_are_no_difference() -> None:
    assert not found(
        A="About 30 people were detained at the camp, Sgt. Emil Tarn said.",
        B="About 30 people were detained at the camp, Ida Moss said.",
    )


def test_statements_that_share_only_the_setting_are_not_compared() -> None:
    assert not found(
        A="Lake Hask behind the old earthen dam was 97 percent full, the authority said.",
        B="Lake Hask behind the old earthen dam holds 84,000 tonnes of fish and weed.",
    )


def test_a_hedge_that_the_other_leaves_out() -> None:
    (one,) = found(
        A="The clerk reportedly fled the burning harbour office with the ledger.",
        B="The clerk fled the burning harbour office with the ledger.",
    )
    assert one.kind is CertaintyKind.HEDGE
    assert sides(one) == ([("A", "reportedly")], ["B"])


def test_could_be_as_leave_is_no_hedge() -> None:
    assert not found(
        A="A court ruled the old camp could be removed.",
        B="A court ruled the old camp removed.",
    )


def test_a_word_in_quotation_marks_that_another_prints_without() -> None:
    (one,) = found(
        A="Campaign chiefs “conspired” with the bank to sink the harbour plan.",
        B="Campaign chiefs conspired with the bank to sink the harbour plan.",
    )
    assert one.kind is CertaintyKind.SCARE_QUOTES
    assert sides(one) == ([("A", "“conspired”")], ["B"])


def test_a_condition_that_another_drops() -> None:
    (one,) = found(
        A="A Velm court ruled that the camp could be removed if shelter was offered.",
        B="A Velm court ruled last week that the camp could be removed.",
    )
    assert one.kind is CertaintyKind.CONDITION
    assert sides(one) == ([("A", "if")], ["B"])
