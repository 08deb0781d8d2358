"""What outlets do with one utterance: cut, bracket, alter, retell, or give it to somebody else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.align.quotes import quote_groups
from compare.model.findings import QuoteChange as Change
from tests.align.stories import articles, groups, kept, shorter

FULL = (
    '"I will not sign this treaty, nor will I ever surrender the northern harbour," said Ada Lund.'
)


@pytest.mark.parametrize(
    ("other", "change"),
    [
        (FULL, Change.IDENTICAL),
        ('"I will not sign this treaty," said Ada Lund.', Change.CUT_END),
        ('"Nor will I ever surrender the northern harbour," said Ada Lund.', Change.CUT_START),
        ('"I will not … surrender the northern harbour," said Ada Lund.', Change.ELLIPSIS),
        ('"I will not ... surrender the northern harbour," said Ada Lund.', Change.ELLIPSIS),
        ('"I will not sign," said Ada Lund, "nor will I ever surrender the northern harbour."',
         Change.CUT_MIDDLE),
        ('"[Lund] will not sign this treaty, nor will I ever surrender the northern harbour," '
         "said Ada Lund.", Change.BRACKETED),
        ('"I will not sign this [peace] treaty, nor will I ever surrender the northern harbour," '
         "said Ada Lund.", Change.BRACKETED),
        ('"I will not sign this paper, nor will I ever yield the northern harbour," said Ada Lund.',
         Change.ALTERED),
        ('"I will not sign this treaty, nor will I surrender the northern harbour," said Ada Lund.',
         Change.DROPPED),
        ("Ada Lund said she would not sign the treaty or surrender the northern harbour.",
         Change.PARAPHRASED),
        ('"I will sign this treaty, nor will I ever surrender the northern harbour," said Lund.',
         Change.NEGATION_LOST),
        ('"I will hardly sign this treaty, nor will I ever surrender the northern harbour," '
         "said Ada Lund.", Change.ALTERED),
        ('"I will not sign this treaty, nor will I ever surrender the northern harbour," '
         "said Erik Roe.", Change.REATTRIBUTED),
    ],
)  # fmt: skip
def test_each_edit_is_named(other: str, change: Change) -> None:
    assert shorter(FULL, other).change is change


def test_few_rare_words_said_alike_by_two_people_are_one_quotation() -> None:
    one = 'The festival director, Ada Lund, said: "It would have been madness to go on."'
    other = '"It would have been madness to go on," said Erik Roe, head of events.'
    (group,) = groups(one, other)
    assert Change.REATTRIBUTED in {c for m in group.members for c in m.changes}


def test_hardly_is_a_negation_that_a_cut_can_lose() -> None:
    one = '"The old wall was hardly safe before the winter storms," said Ada Lund.'
    other = '"The old wall was safe before the winter storms," said Ada Lund.'
    (group,) = groups(one, other)
    assert Change.NEGATION_LOST in {c for m in group.members for c in m.changes}


def test_a_lost_hedge_is_named() -> None:
    one = '"The old wall may give way before the winter storms," said Ada Lund.'
    other = '"The old wall will give way before the winter storms," said Ada Lund.'
    (group,) = groups(one, other)
    assert Change.HEDGE_LOST in {c for m in group.members for c in m.changes}


def test_words_joined_from_two_places_are_spliced() -> None:
    one = (
        '"We opened the lower gate at noon. The river was already over the road by then, and the '
        'sirens were silent. Nobody in the valley had been told," said Ada Lund.'
    )
    other = '"We opened the lower gate at noon. Nobody in the valley had been told," said Ada Lund.'
    assert shorter(one, other).change is Change.SPLICED


def test_words_kept_and_lost_are_spans_of_the_fullest_version() -> None:
    assert kept(FULL, '"I will not sign this treaty," said Ada Lund.') == (
        ["I will not sign this treaty"],
        ["nor will I ever surrender the northern harbour"],
    )


def test_a_condition_that_was_cut_shows_among_the_words_lost() -> None:
    one = 'Roe said the rebels "will be crushed without mercy if they refuse the talks".'
    other = 'Roe said the rebels "will be crushed without mercy".'
    assert kept(one, other)[1] == ["if they refuse the talks"]


def test_an_insertion_in_brackets_is_not_an_alteration() -> None:
    one = '"[Finance Minister Ana] Brandt will resign before the vote on Friday," said Erik Roe.'
    other = '"Brandt will resign before the vote on Friday," said Erik Roe.'
    assert Change.BRACKETED in {c for m in groups(one, other)[0].members for c in m.changes}


def test_a_name_in_brackets_for_a_pronoun_is_a_bracket() -> None:
    one = '"[She] lied to the whole council for eleven years," said Erik Roe.'
    other = '"My opponent lied to the whole council for eleven years," said Erik Roe.'
    (group,) = groups(one, other)
    assert group.change is Change.BRACKETED


def test_masked_swear_words_count_as_the_same_word() -> None:
    one = '"It is a f---ing disgrace to the whole harbour," said Erik Roe.'
    other = '"It is a f*****g disgrace to the whole harbour," said Erik Roe.'
    assert shorter(one, other).change is Change.IDENTICAL


def test_a_second_translation_is_named_when_enough_words_are_shared() -> None:
    one = '"We made a grave mistake that night and the harbour will pay for it," said Ana Brandt.'
    other = (
        '"We committed a bad error that night and the harbour must pay dearly," said Ana Brandt.'
    )
    assert {Change.REWORDED, Change.ALTERED} & set(shorter(one, other).changes)


def test_a_report_that_keeps_the_negation_is_the_same_statement() -> None:
    one = '"I won\'t raise the harbour taxes," Lee said.'
    other = "Lee said the harbour taxes would not be raised."
    assert shorter(one, other).change is Change.PARAPHRASED


def test_a_report_in_other_words_than_another_report_alters_no_quotation() -> None:
    one = "Ada Lund said the old northern harbour would stay open through the long winter."
    other = "Ada Lund said the northern harbour would stay open through this long winter."
    assert shorter(one, other).changes == (Change.PARAPHRASED,)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Other figures.
        ('"Three people died at the northern harbour," said Ada Lund.',
         '"Four people died at the northern harbour," said Ada Lund.'),
        # A denial and what is denied.
        ('"I misled the harbour council," said Vance.',
         'Vance denied he had "misled" anyone on the harbour council.'),
        # Two statements by one speaker.
        ('"The harbour will stay open through the winter," said Ada Lund.',
         '"Nobody has ever asked me about the ferry contract," said Ada Lund.'),
        # A stock phrase of two people.
        ('"The claims are without merit," said Ada Lund.',
         '"The claims are without merit," said Erik Roe.'),
        # Few words in common.
        ("Ada Lund said the harbour was full.", "Ada Lund said the harbour police had left."),
    ],
)  # fmt: skip
def test_other_statements_stay_apart(one: str, other: str) -> None:
    assert groups(one, other) == ()


def test_a_group_needs_two_articles() -> None:
    assert groups(FULL + "\n\n" + FULL, "Nothing was said here.") == ()


def test_three_versions_form_one_group() -> None:
    (group,) = groups(
        FULL,
        '"I will not sign this treaty," said Ada Lund.',
        "Ada Lund said she would not sign the treaty or surrender the northern harbour.",
    )
    assert [m.article for m in group.members] == ["A", "B", "C"]
    assert group.fullest == "A.q1"
    assert group.speaker == "Ada Lund"


def test_the_order_of_outlets_changes_only_letters() -> None:
    texts = [
        FULL,
        '"I will not sign this treaty," said Ada Lund.\n\n"The wall may fall," said Erik Roe.',
        'Ada Lund said she would not sign. "The wall may fall," Roe said.',
    ]
    story = articles(*texts)
    turned = articles(*texts[::-1])
    swap = {"A": "C", "B": "B", "C": "A"}

    def shape(found: tuple, letters: dict[str, str]) -> list:  # type: ignore[type-arg]
        return [
            (g.id, g.speaker, g.change, g.confidence,
             sorted((letters[m.article], m.changes, m.kept, m.lost) for m in g.members))
            for g in found
        ]  # fmt: skip

    same = {letter: letter for letter in swap}
    assert shape(quote_groups(story), same) == shape(quote_groups(turned), swap)


def test_ids_survive_a_second_run_and_another_letter() -> None:
    story = articles(FULL, FULL)
    again = tuple(
        replace(a, document=replace(a.document, outlet="Somebody else"))
        for a in articles(FULL, FULL)
    )
    assert [g.id for g in quote_groups(story)] == [g.id for g in quote_groups(again)]


def test_two_halves_of_one_quotation_meet_in_the_outlet_that_prints_the_whole() -> None:
    first = "I gave the order to clear the lower deck, and I will answer for that."
    second = "The second time I could hear them, and I could not find them."
    found = groups(
        f"“{first} {second}” Erik Roe said.",
        f"“{first}” Erik Roe said.",
        f"“{second}” Erik Roe said.",
    )
    assert len(found) == 1
    assert len({member.article for member in found[0].members}) == 3


def test_an_outlet_that_also_gives_the_words_rightly_gives_them_to_nobody_else() -> None:
    words = "We will rebuild every street of this town with the people who live in it."
    found = groups(
        f"“{words}” Ada Lund said.",
        f"“{words}” Ada Lund said. Later the town wrote it down. “{words}” Erik Roe said.",
    )
    changes = {change for member in found[0].members for change in member.changes}
    assert Change.REATTRIBUTED not in changes


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "“Whoever insults my crew will never sail on a ship of mine again, and whoever laughs "
            "at an insult will carry coal until the ice of the sound melts,” said Bo Lund.",
            "Bo Lund said that he had taken on three jobs for the sake of the crew in years in "
            "which no owner had called at the quays of Dunmere and the sound was full of wrecks.",
        ),
        (
            "“We look after the people on board before we look after our ships, our books, our "
            "lawyers and the gentlemen who sit in warm offices and count tickets,” said Ada Roe.",
            "Ada Roe said that the ships had been painted in colours that the owners liked best, "
            "and that the people on board had heard of it from the radio of a tug near the lamp.",
        ),
    ],
)
def test_two_sayings_of_one_speaker_with_a_word_in_common_stay_apart(one: str, other: str) -> None:
    assert groups(one, other) == ()


def test_who_denies_the_words_of_another_loses_no_negation() -> None:
    one = "“Clearly, the strike was not a strike of the crews’ choosing,” said Bo Lund."
    other = "It was a strike of the crews’ choosing, the paper said."
    for group in groups(one, other):
        assert all(Change.NEGATION_LOST not in member.changes for member in group.members)


def test_a_negation_that_one_speaker_loses_is_still_told() -> None:
    one = "“This was not a strike of the crews’ own choosing at all,” said Bo Lund."
    other = "“This was a strike of the crews’ own choosing,” said Bo Lund."
    assert Change.NEGATION_LOST in shorter(one, other).changes


def test_two_quotations_of_one_speaker_with_a_stock_name_in_common_stay_apart() -> None:
    one = "“I am not here for the board of the Free Ports as a spare for a king,” said Bo Lund."
    other = "“I am here to sail and haul for crews of the Free Ports,” said Bo Lund."
    assert groups(one, other) == ()
