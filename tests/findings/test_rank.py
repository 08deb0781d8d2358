from __future__ import annotations

from dataclasses import replace

import pytest

from compare.findings.highlight_places import HighlightKind, Places
from compare.findings.rank import RankedHighlight, ranked_conflicts, stands_alone, worth_a_look
from compare.findings.second_looks import SecondLooks, second_looks
from compare.model.comparison import Comparison
from compare.model.findings import (
    Conflict,
    ConflictKind,
    Digest,
    Evidence,
    Headline,
    Placement,
    Reuse,
)
from compare.model.letters import letter
from compare.model.spans import Span
from compare.model.verification import Rule
from compare.model.words import ContrastKind
from compare.pipeline import compare_story
from tests import bundled
from tests.formats.story import market_hall

STORY = market_hall()


def evidence(letter: str, start: int) -> Evidence:
    span = Span(start, start + 3)
    words = STORY.article(letter).words_of(span)
    return Evidence(article=letter, span=span, text=words)


def conflict(name: str, kind: ConflictKind, start: int = 0) -> Conflict:
    return Conflict(
        id=name,
        kind=kind,
        question="How many?",
        evidence=(evidence("A", start), evidence("B", start)),
        why="They differ.",
        verified_by=(Rule.ONE_COUNT,),
    )


def bare() -> Comparison:
    """The story with nothing found."""
    return replace(
        STORY,
        conflicts=(),
        quote_groups=(),
        headlines=(),
        absences=(),
        placements=(),
        reuse=(),
        digests=(),
        contrasts=(),
    )


def test_what_cannot_both_be_true_comes_before_what_changed_with_time() -> None:
    given = [conflict("c1", ConflictKind.LATER), conflict("c2", ConflictKind.CLASH)]
    assert [one.id for one in ranked_conflicts(given, STORY.articles)] == ["c2", "c1"]


def test_of_two_conflicts_of_a_kind_the_one_nearer_the_top_comes_first() -> None:
    given = [conflict("c1", ConflictKind.CLASH, 200), conflict("c2", ConflictKind.CLASH)]
    assert [one.id for one in ranked_conflicts(given, STORY.articles)] == ["c2", "c1"]


def test_equal_conflicts_keep_their_order() -> None:
    given = [conflict("c2", ConflictKind.CLASH), conflict("c1", ConflictKind.CLASH)]
    assert [one.id for one in ranked_conflicts(given, STORY.articles)] == ["c2", "c1"]


def test_nothing_found_is_nothing_worth_a_look() -> None:
    assert worth_a_look(bare()) == ()


def test_many_of_one_kind_leave_room_for_the_others() -> None:
    rising = tuple(conflict(f"c{n}", ConflictKind.LATER, n) for n in range(6))
    placement = Placement(fact=STORY.facts[-1].id, high=("A",), low=("B",))
    found = worth_a_look(replace(bare(), conflicts=rising, placements=(placement,)))
    kinds = [look.kind for look in found]
    assert kinds[0] is HighlightKind.CONFLICT
    assert kinds.index(HighlightKind.PLACED) < 3


def test_what_stands_in_the_sentences_of_something_weightier_comes_lower() -> None:
    fact = next(fact for fact in STORY.facts if fact.shared)
    mention = fact.mentions[0]
    inside = Evidence(article=mention.article, span=mention.span, text=STORY.text_of(mention))
    clash = replace(conflict("c1", ConflictKind.CLASH), evidence=(inside,))
    placement = Placement(fact=fact.id, high=("A",), low=("B",))
    alone = worth_a_look(replace(bare(), placements=(placement,)))
    beside = worth_a_look(replace(bare(), placements=(placement,), conflicts=(clash,)))
    assert [look.kind for look in alone] == [HighlightKind.PLACED]
    assert [look.kind for look in beside] == [HighlightKind.CONFLICT, HighlightKind.PLACED]


def test_a_clash_is_not_pushed_down_by_tolls_that_rose() -> None:
    tolls = tuple(conflict(f"c{n}", ConflictKind.LATER, n) for n in range(3))
    clashes = tuple(conflict(f"d{n}", ConflictKind.CLASH, n) for n in range(3))
    found = worth_a_look(replace(bare(), conflicts=(*tolls, *clashes)))
    assert [look.ref for look in found][:3] == ["d0", "d1", "d2"]


def test_places_are_those_of_the_words_shown() -> None:
    fact = next(fact for fact in STORY.facts if fact.shared)
    places = Places(STORY)
    assert places.of(HighlightKind.PLACED, fact.id) == {
        mention.sentence for mention in fact.mentions
    }
    assert places.of(HighlightKind.HEADLINE, "A") == frozenset()


def test_a_headline_that_its_text_carries_is_not_worth_a_look() -> None:
    fine = Headline(article="A", text="Hall shut", facts=(STORY.facts[0].id,), unmatched=False)
    rules = (Rule.WORD_NOWHERE,)
    lacking = replace(fine, article="B", unsupported=(Span(0, 4),), verified_by=rules)
    found = worth_a_look(replace(bare(), headlines=(fine, lacking)))
    assert [(look.kind, look.ref) for look in found] == [(HighlightKind.HEADLINE, "B")]


def test_a_finding_that_no_rule_bore_out_is_not_worth_a_look() -> None:
    loaded = Headline(
        article="A", text="Hall shut", facts=(), unmatched=True, unsupported=(Span(0, 4),)
    )
    contrast = replace(STORY.contrasts[0], kind=ContrastKind.LOADED, verified_by=())
    clash = replace(conflict("c1", ConflictKind.CLASH), verified_by=())
    found = replace(bare(), headlines=(loaded,), contrasts=(contrast,), conflicts=(clash,))
    assert worth_a_look(found) == ()


def test_what_another_article_may_state_in_other_words_is_missing_nowhere() -> None:
    looks, shared = SecondLooks(STORY), next(fact for fact in STORY.facts if fact.shared)
    assert not looks.is_missing(shared, shared.articles)
    assert looks.is_missing(shared, ())


def test_a_label_that_says_what_others_state_is_no_label_of_one_article_alone() -> None:
    number, alone = next((n, f) for n, f in enumerate(STORY.facts) if not f.shared)
    first = alone.mentions[0]
    shared = next(fact for fact in STORY.facts if fact.shared)
    # The same words are put into a shared fact as well.
    held = replace(shared, mentions=(*shared.mentions, first))
    facts = [held if fact is shared else fact for fact in STORY.facts]
    assert SecondLooks(STORY).is_alone(alone)
    other = replace(STORY, facts=tuple(facts))
    assert not SecondLooks(other).is_alone(STORY.facts[number])


@pytest.mark.parametrize(
    ("label", "stands"),
    [
        ("The roof of the hall fell in on Monday", True),
        ("… saw the mayor wading into the dispute", False),
        ("He saw the mayor", False),
    ],
)
def test_a_line_without_its_beginning_does_not_stand_alone(label: str, stands: bool) -> None:
    assert stands_alone(label) is stands


def test_the_second_looks_are_kept_until_another_comparison_is_asked_about() -> None:
    one, other = bare(), bare()
    kept = second_looks(one)
    assert second_looks(one) is kept
    assert second_looks(other) is not kept
    assert second_looks(one) is not kept


def test_shared_copy_counts_when_outlets_depend_on_each_other() -> None:
    shared = Reuse(
        articles=("A", "B"),
        share=0.4,
        shares=(0.4, 0.6),
        evidence=(evidence("A", 0), evidence("B", 0)),
    )
    little = replace(shared, share=0.02, shares=(0.02, 0.03))
    found = worth_a_look(replace(bare(), reuse=(shared, little)))
    assert [(look.kind, look.ref) for look in found] == [(HighlightKind.SHARED_COPY, "A B")]


def test_of_what_one_outlet_has_alone_only_the_weightiest_is_shown() -> None:
    alone = [fact.id for fact in STORY.facts if not fact.shared]
    letter = STORY.fact(alone[0]).articles[0]
    digest = Digest(article=letter, only_here=tuple(alone), elsewhere=())
    found = worth_a_look(replace(bare(), digests=(digest,)))
    assert [look.ref for look in found] == [alone[0]]


def test_the_whole_story_is_ranked_from_the_weightiest_down() -> None:
    found = worth_a_look(STORY)
    assert {look.kind for look in found} >= {HighlightKind.CONFLICT, HighlightKind.NOT_FOUND}
    assert all(0 < look.weight <= 1 for look in found)
    assert found[0].weight == max(look.weight for look in found)


@pytest.mark.parametrize("order", [(2, 0, 1, 3, 5, 4), (5, 4, 3, 2, 1, 0)])
def test_the_order_of_the_outlets_does_not_change_what_comes_first(order: tuple[int, ...]) -> None:
    documents = bundled.documents("dam-evacuation")
    turned = compare_story([documents[k] for k in order])
    letters = {letter(place): letter(k) for place, k in enumerate(order)}

    def told(look: RankedHighlight) -> tuple[HighlightKind, list[str], float]:
        return look.kind, sorted(letters.get(one, one) for one in look.ref.split()), look.weight

    usual = worth_a_look(bundled.comparison("dam-evacuation"))
    assert [told(look) for look in worth_a_look(turned)] == [
        (look.kind, sorted(look.ref.split()), look.weight) for look in usual
    ]
