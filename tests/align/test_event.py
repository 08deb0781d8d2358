from __future__ import annotations

import pytest
from hypothesis import given, settings

from compare.align.event import check_same_event, document_cosines
from compare.errors import UnrelatedStories
from compare.model.options import Options
from compare.signals.views import views
from tests.align.small import articles, stories

BRIDGE = (
    "The bridge over the Tallow in Dunmere fell on Monday. Mayor Ada Roe said three workers were "
    "hurt. Divers searched the river.",
    "Three workers were hurt when the Dunmere bridge fell into the Tallow on Monday. Mayor Ada Roe "
    "closed the road.",
    "Dunmere's bridge is gone. It fell into the river Tallow, and Mayor Ada Roe spoke to workers.",
)
WHEAT = "Wheat prices rose for a ninth week. Growers in Aldmoor sold early, said trader Bo Lind."
DOUBTFUL = (
    "Apples are dear this spring, for frost came late to the orchards of Aldmoor and Brenn. Bo "
    "Lind, a trader, sold eleven crates in Dunmere at the price of nine. Cider makers look "
    "abroad; their presses stand idle and pickers have gone to the vineyards of Hallin."
)
SONG = "A singer of Port Vell won the prize of the festival. Judges praised her voice and songs."


def test_articles_about_one_event_give_no_warning() -> None:
    assert check_same_event(articles(*BRIDGE), Options()) == ()


def test_unrelated_articles_are_refused_with_the_evidence_and_the_way_out() -> None:
    with pytest.raises(UnrelatedStories) as refused:
        check_same_event(articles(BRIDGE[0], WHEAT), Options())
    said = str(refused.value)
    assert "Outlet A and Outlet B" in said
    assert "likeness 0.0" in said
    assert "0.10 is needed" in said
    assert said.endswith("or add --force to compare them all the same.")


def test_the_evidence_names_what_the_closest_two_share() -> None:
    wheat = WHEAT.replace("Aldmoor", "Dunmere")
    with pytest.raises(UnrelatedStories, match="share only dunmer: likeness") as refused:
        check_same_event(articles(BRIDGE[0], wheat), Options(event_floor=0.4))
    assert refused.value.groups == (("A",), ("B",))


def test_force_turns_the_refusal_into_a_warning() -> None:
    (warning,) = check_same_event(articles(BRIDGE[0], WHEAT), Options(force=True))
    assert warning.startswith("The articles do not seem to be about one event. The closest two,")
    assert "--force" not in warning


def test_an_article_that_shares_little_with_the_rest_is_a_warning_that_names_it() -> None:
    (warning,) = check_same_event(articles(BRIDGE[0], DOUBTFUL, *BRIDGE[1:]), Options())
    assert warning.startswith("Outlet B seems to be about another event than the rest")


def test_an_article_that_shares_nothing_with_the_rest_is_refused_by_its_letter() -> None:
    with pytest.raises(UnrelatedStories) as refused:
        check_same_event(articles(BRIDGE[0], WHEAT, *BRIDGE[1:]), Options())
    assert refused.value.groups == (("A", "C", "D"), ("B",))
    assert "; B (Outlet B) is about another still." in str(refused.value)


def test_two_strangers_that_differ_are_two_groups() -> None:
    with pytest.raises(UnrelatedStories) as refused:
        check_same_event(articles(SONG, *BRIDGE, WHEAT), Options())
    assert refused.value.groups == (("A",), ("B", "C", "D"), ("E",))
    assert "; A (Outlet A) and E (Outlet E) are about another still." in str(refused.value)


def test_half_of_the_articles_are_not_enough_to_hang_together() -> None:
    with pytest.raises(UnrelatedStories):
        check_same_event(articles(*BRIDGE[:2], WHEAT, SONG), Options())


def test_a_headline_counts_as_words_of_its_article() -> None:
    from tests.align.small import article

    told = "It happened on Monday. Nobody could say why."
    same = [article(told, letter, "Dunmere bridge falls into Tallow") for letter in "AB"]
    assert check_same_event(same, Options()) == ()


def test_articles_without_words_are_unrelated() -> None:
    with pytest.raises(UnrelatedStories, match="share no word of weight"):
        check_same_event(articles("", "..."), Options())


def test_the_floor_decides() -> None:
    told = articles(BRIDGE[0], WHEAT)
    assert check_same_event(told, Options(event_floor=0.0)) == ()
    with pytest.raises(UnrelatedStories, match=r"1\.00 is needed"):
        check_same_event(articles(*BRIDGE[:2]), Options(event_floor=1.0))


@given(stories(4))
@settings(deadline=None, max_examples=25)
def test_cosines_of_documents_lie_between_0_and_1(told: list[str]) -> None:
    found = document_cosines([views(one, k) for k, one in enumerate(articles(*told))])
    assert len(found) == len(told) * (len(told) - 1) // 2
    assert all(0.0 <= value <= 1.0 + 1e-9 for value in found.values())
