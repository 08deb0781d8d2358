from __future__ import annotations

from compare.findings.contrasts import contrasts
from compare.model.words import Contrast, ContrastKind
from compare.text.tone import counterpart_lists, tone_list
from tests.findings.ground import ground, linked


def found(**texts: str) -> tuple[Contrast, ...]:
    return contrasts(ground(**texts), counterpart_lists())


def words(contrast: Contrast) -> dict[str, tuple[str, ...]]:
    return {variant.words: variant.articles for variant in contrast.variants}


def test_a_loaded_word_is_shown_with_the_plain_word_of_others_and_its_list() -> None:
    (contrast,) = found(
        A="The operation at the Orlin camp began on Monday.",
        B="The crackdown at the Orlin camp began on Monday.",
        C="The operation at the Orlin camp began at dawn.",
    )
    assert contrast.kind is ContrastKind.LOADED
    assert words(contrast) == {"operation": ("A", "C"), "crackdown": ("B",)}
    assert [v.words for v in contrast.variants if v.loaded] == ["crackdown"]
    assert contrast.lexicon is not None
    assert contrast.lexicon.name == "force"
    assert contrast.lexicon.source.endswith("CC0.")


def test_evidence_is_the_word_as_printed() -> None:
    (contrast,) = found(
        A="Ministers criticised the Orlin plan at length.",
        B="Ministers slammed the Orlin plan at length.",
    )
    assert {e.text for v in contrast.variants for e in v.evidence} == {"criticised", "slammed"}


def test_two_plain_words_of_a_list_are_no_contrast() -> None:
    assert not found(
        A="The search of the Orlin camp took hours to finish.",
        B="The operation in the Orlin camp was finished by hours.",
    )


def test_a_statement_that_has_both_words_makes_no_contrast() -> None:
    assert not found(
        A="The operation at the Orlin camp began on Monday.",
        B="The crackdown, an operation of 300 officers, shook the Orlin camp.",
    )


def test_a_rescue_operation_is_no_plain_word_for_a_crackdown() -> None:
    assert not found(
        A="The rescue operation at the Orlin camp began on Monday.",
        B="A crackdown at the Orlin camp was feared.",
    )


def test_words_inside_a_long_quotation_are_the_speakers() -> None:
    assert not found(
        A="The operation at the Orlin camp began on Monday.",
        B="“It is a crackdown at the Orlin camp that nobody wanted,” said Ida Moss.",
    )


def test_statements_that_are_hardly_alike_are_not_compared() -> None:
    texts = {
        "A": "The operation at the Orlin camp began on Monday.",
        "B": "The crackdown at the Orlin camp began on Monday.",
    }
    assert contrasts(linked(texts, 0.9), counterpart_lists())
    assert not contrasts(linked(texts, 0.3), counterpart_lists())


def test_words_in_the_same_place_are_set_against_each_other() -> None:
    (contrast,) = found(
        A="The firm that owns the old ferry did not reply on Monday.",
        B="The firm that operates the old ferry did not reply on Monday.",
    )
    assert contrast.kind is ContrastKind.SUBSTITUTION
    assert set(words(contrast)) == {"owns", "operates"}
    assert contrast.lexicon is None


def test_figures_names_and_other_forms_of_a_word_are_no_other_words() -> None:
    assert not found(
        A="The firm said that nine boats of the harbour fleet sank.",
        B="The firm said that twelve boats of the harbour fleet sank.",
    )
    assert not found(
        A="On Monday the council of Orlin chose a new mayor there.",
        B="On Monday the council of Tessel chose a new mayor there.",
    )
    assert not found(
        A="The council has felt badly about the loss of the ferry.",
        B="The council has feel badly about the loss of the ferry.",
    )


def test_equal_contrasts_of_several_facts_are_one() -> None:
    (contrast,) = found(
        A="The operation at the Orlin camp began. The operation in the Orlin valley ended.",
        B="The crackdown at the Orlin camp began. The crackdown in the Orlin valley ended.",
    )
    assert contrast.facts == ("f-0", "f-1")


def test_the_users_list_is_looked_at_as_well() -> None:
    mine = tone_list("mine", "My list. CC0.", {"nouns": ("ferry | rust_bucket",)})
    told = ground(
        A="The ferry of the Orlin line sank near the quay.",
        B="The rust bucket of the Orlin line sank near the quay.",
    )
    (contrast,) = contrasts(told, (*counterpart_lists(), mine))
    assert contrast.lexicon is not None
    assert contrast.lexicon.source == "My list. CC0."
    assert set(words(contrast)) == {"ferry", "rust bucket"}


def test_contrasts_do_not_depend_on_the_letters() -> None:
    one = "The operation at the Orlin camp began on Monday."
    other = "The crackdown at the Orlin camp began on Monday."
    (straight,) = found(A=one, B=other)
    (turned,) = found(A=other, B=one)
    assert [v.words for v in straight.variants] == [v.words for v in turned.variants]
