from __future__ import annotations

from itertools import permutations

from compare.align.reuse import reuse
from compare.align.story import story_of
from compare.findings.absences import absences, digest_without, digests, only_here
from compare.findings.near_mentions import NearMentions
from compare.model.articles import Article
from compare.model.facts import Extent, Fact, Mode
from compare.model.findings import Absence, Hint
from tests.findings.telling import article, fact, grid, mention

BRIDGE = "Engineer Tilda Marsh condemned the eastern pier of the Orre viaduct in 2026."
HARBOUR = "Divers recovered the brass propeller of the tug Amaranth near Keld lighthouse."
LEADS = {
    "A": "A storm closed the Orre valley road for the third time since Christmas.",
    "B": "The valley road is shut again and lorries are being sent through Brae.",
    "C": "Drivers face long detours after the storm that struck overnight.",
}
FILLER = (
    "Shops in Brae stayed open on Monday. Two schools sent their pupils home before noon. "
    "A bakery gave away bread. The river fell by evening."
)


def told(letter: str, *sentences: str, hour: int | None = None, outlet: str = "") -> Article:
    text = "\n\n".join([LEADS[letter], *sentences])
    return article(letter, text, hour=hour, outlet=outlet)


def bridge(*homes: Article, name: str = "f-bridge", words: str = BRIDGE) -> Fact:
    return fact(name, *(mention(home, words) for home in homes))


def missed(articles: list[Article], *facts: Fact, **near: float) -> tuple[Absence, ...]:
    scores = {(f.id, letter): score for f in facts for letter, score in near.items()}
    return absences(
        articles,
        facts,
        grid(articles, facts, scores),
        reuse(articles),
        NearMentions(story_of(articles)),
    )


def test_a_fact_of_two_outlets_that_a_third_lacks_is_an_absence_with_its_nearest_miss() -> None:
    homes = [told("A", BRIDGE), told("B", BRIDGE), told("C", FILLER)]
    (found,) = missed(homes, bridge(*homes[:2]), C=0.08)
    assert (found.fact, found.article, found.said_by) == ("f-bridge", "C", ("A", "B"))
    assert found.nearest is not None
    assert found.nearest.score == 0.08


def test_a_fact_of_one_outlet_is_never_an_absence() -> None:
    homes = [told("A", BRIDGE), told("B", FILLER), told("C", FILLER)]
    assert missed(homes, bridge(homes[0])) == ()


def test_a_fact_that_only_one_outlet_states_in_full_is_no_absence() -> None:
    homes = [told("A", BRIDGE), told("B", BRIDGE), told("C", FILLER)]
    part = fact("f", mention(homes[0], BRIDGE), mention(homes[1], BRIDGE, extent=Extent.PARTIAL))
    assert missed(homes, part) == ()


def test_a_near_miss_may_be_the_fact_in_other_words_and_is_left_out() -> None:
    homes = [told("A", BRIDGE), told("B", BRIDGE), told("C", FILLER)]
    assert missed(homes, bridge(*homes[:2]), C=0.24) == ()


def test_a_fact_whose_words_stand_together_in_two_sentences_is_left_out() -> None:
    split = "The Orre viaduct stayed shut. Its eastern pier was condemned by an engineer in 2026."
    homes = [told("A", BRIDGE), told("B", BRIDGE), told("C", split)]
    assert missed(homes, bridge(*homes[:2]), C=0.05) == ()


def test_a_middling_miss_with_the_figure_in_other_units_is_left_out() -> None:
    feet = "Surveyors want the Orre reservoir lowered by 30 feet before masons begin."
    metres = "Water behind the wall has to sink some 9.1 metres first."
    homes = [told("A", feet), told("B", feet), told("C", metres)]
    level = bridge(*homes[:2], words=feet)
    assert missed(homes, level, C=0.07) == ()
    assert len(missed([*homes[:2], told("C", FILLER)], level, C=0.07)) == 1


def test_a_fact_that_says_too_little_to_be_looked_for_is_left_out() -> None:
    homes = [told("A", "Nobody was hurt."), told("B", "Nobody was hurt."), told("C", FILLER)]
    assert missed(homes, bridge(*homes[:2], words="Nobody was hurt.")) == ()


def test_facts_with_more_independent_wordings_come_first() -> None:
    own = "The eastern pier of the Orre viaduct was condemned by engineer Tilda Marsh in 2026."
    copied = (
        "The harbour board will sell the old customs house and its two cranes at auction in June, "
        "and the money will pay for a new roof on the fish market by the south quay."
    )
    homes = [
        told("A", copied, BRIDGE, " ".join(f"Ferry {n} sailed on time." for n in range(20))),
        told("B", copied, own, " ".join(f"Lane {n} was swept by noon." for n in range(20))),
        told("C", FILLER),
    ]
    sale = bridge(*homes[:2], name="f-sale", words=copied)
    pier = fact("f-pier", mention(homes[0], BRIDGE), mention(homes[1], own))
    found = missed(homes, sale, pier)
    assert [(one.fact, one.wordings) for one in found] == [("f-pier", 2), ("f-sale", 1)]


def test_of_equal_facts_the_one_nearer_the_top_comes_first() -> None:
    homes = [told("A", BRIDGE, HARBOUR), told("B", BRIDGE, HARBOUR), told("C", FILLER)]
    low = bridge(*homes[:2], name="f-low", words=HARBOUR)
    high = bridge(*homes[:2], name="f-high")
    assert [one.fact for one in missed(homes, low, high)] == ["f-high", "f-low"]


def test_a_shorter_and_earlier_article_has_two_innocent_reasons() -> None:
    homes = [
        told("A", BRIDGE, FILLER, HARBOUR, hour=15),
        told("B", BRIDGE, FILLER, HARBOUR, hour=16),
        told("C", hour=9),
    ]
    (found,) = missed(homes, bridge(*homes[:2]))
    assert found.hints[:2] == (Hint.SHORTER, Hint.EARLIER)


def test_an_article_between_the_two_others_in_time_was_not_earlier() -> None:
    homes = [told("A", BRIDGE, hour=8), told("B", BRIDGE, hour=16), told("C", FILLER, hour=9)]
    (found,) = missed(homes, bridge(*homes[:2]))
    assert Hint.EARLIER not in found.hints


def test_a_local_outlet_that_writes_of_its_own_town_is_marked_so() -> None:
    town = "Tarnby is spared. In Tarnby the mayor thanked the crews, and Tarnby shops reopened."
    homes = [
        told("A", BRIDGE, FILLER),
        told("B", BRIDGE, FILLER),
        told("C", town, FILLER, outlet="Tarnby Courier"),
    ]
    (found,) = missed(homes, bridge(*homes[:2]))
    assert Hint.LOCAL in found.hints


def test_the_name_of_the_outlet_itself_does_not_make_it_local() -> None:
    text = "Open Door saw the plan. Open Door asked the mayor. Open Door has the letter."
    homes = [
        told("A", BRIDGE, FILLER),
        told("B", BRIDGE, FILLER),
        told("C", text, FILLER, outlet="Open Door"),
    ]
    (found,) = missed(homes, bridge(*homes[:2]))
    assert Hint.LOCAL not in found.hints


def test_facts_of_one_article_come_with_the_highest_first_and_quotations_last() -> None:
    said = "“The pier hums at night like a kettle on the stove,” said Rolf Aske."
    home = told("A", said, BRIDGE, HARBOUR)
    other = told("B", FILLER)
    quoted = fact("f-q", mention(home, said, Mode.QUOTED))
    low = fact("f-low", mention(home, HARBOUR))
    high = fact("f-high", mention(home, BRIDGE))
    facts = (quoted, low, high)
    found = only_here(
        [home, other], facts, grid([home, other], facts), NearMentions(story_of([home, other]))
    )
    assert found == {"A": ("f-high", "f-low", "f-q"), "B": ()}


def test_a_fact_that_came_near_elsewhere_is_not_called_only_here() -> None:
    home, other = told("A", BRIDGE), told("B", FILLER)
    one = fact("f", mention(home, BRIDGE))
    cells = grid([home, other], (one,), {("f", "B"): 0.4})
    assert only_here([home, other], (one,), cells, NearMentions(story_of([home, other])))["A"] == ()


def test_the_digest_names_no_fact_twice_for_the_same_sentences() -> None:
    homes = [told("A", BRIDGE, HARBOUR), told("B", BRIDGE, HARBOUR), told("C", FILLER)]
    one = bridge(*homes[:2], name="f-1")
    same = fact("f-2", *(mention(h, "condemned the eastern pier") for h in homes[:2]))
    tug = bridge(*homes[:2], name="f-3", words=HARBOUR)
    facts = (one, same, tug)
    cells = grid(homes, facts)
    found = absences(homes, facts, cells, reuse(homes), NearMentions(story_of(homes)))
    known = {f.id: f for f in facts}
    assert digest_without("C", found, known) == ("f-1", "f-3")
    assert digest_without("A", found, known) == ()
    assert [
        d.article for d in digests(homes, facts, cells, found, NearMentions(story_of(homes)))
    ] == [
        "A",
        "B",
        "C",
    ]


def test_letters_are_only_labels() -> None:
    texts = [("A", (BRIDGE,)), ("B", (BRIDGE, HARBOUR)), ("C", (FILLER,))]
    seen = set()
    for order in permutations("ABC"):
        homes = []
        for letter, (lead, sentences) in zip(order, texts, strict=True):
            homes.append(article(letter, "\n\n".join([LEADS[lead], *sentences])))
        (found,) = missed(homes, bridge(*homes[:2]))
        back = {letter: lead for letter, (lead, _) in zip(order, texts, strict=True)}
        seen.add((back[found.article], frozenset(back[x] for x in found.said_by), found.wordings))
        assert list(found.said_by) == sorted(found.said_by)
    assert len(seen) == 1


def test_a_fact_of_the_same_sentences_is_not_missed_twice() -> None:
    homes = [told("A", BRIDGE, HARBOUR), told("B", BRIDGE, HARBOUR), told("C", FILLER)]
    wide = fact("f-1", *(mention(h, w) for h in homes[:2] for w in (BRIDGE, HARBOUR)))
    narrow = bridge(*homes[:2], name="f-2")
    assert [one.fact for one in missed(homes, wide, narrow)] == ["f-1"]
