"""What the user corrects holds in the result, whatever the order of the outlets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.align.corrections import apply_corrections
from compare.align.groups import group_statements
from compare.align.scores import Scores, score_pairs
from compare.align.story import story_of
from compare.findings.rank import worth_a_look
from compare.formats.json import dump, parse
from compare.model.articles import Document
from compare.model.comparison import Comparison
from compare.model.corrections import Correction, CorrectionKind, SentenceName
from compare.model.options import Options
from compare.pipeline import compare_story
from tests import bundled
from tests.align.small import articles, random_scores, stories

PIN, SPLIT, MERGE, IGNORE, SPEAKER = CorrectionKind
FLOOR = Options().fact_floor
DEMO = tuple(bundled.documents("demo"))
PLAIN = compare_story(DEMO)
REGISTER = SentenceName(outlet="The Northern Ledger", text="register shows no SECOND inspection")
CAUSE = SentenceName(outlet="Channel 6 Online", text="cause of the fire is not known")
TOLL = (
    SentenceName(outlet="Harbour Times", text="Fourteen people have died"),
    SentenceName(outlet="Channel 6 Online", text="At least 12 people have died"),
)


def one(
    kind: CorrectionKind,
    *sentences: SentenceName,
    facts: tuple[str, ...] = (),
    findings: tuple[str, ...] = (),
) -> Correction:
    source = f"corrections.toml, {kind} 1"
    return Correction(kind=kind, source=source, sentences=sentences, facts=facts, findings=findings)


def told(*corrections: Correction, documents: Sequence[Document] = DEMO) -> Comparison:
    return compare_story(documents, corrections=corrections)


def stating(comparison: Comparison, *words: str) -> list[str]:
    """The ids of the facts stated by sentences with each of these words."""
    return [
        fact.id
        for fact in comparison.facts
        if all(
            any(
                word.casefold() in " ".join(words_of(comparison, m.sentence).split()).casefold()
                for m in fact.mentions
            )
            for word in words
        )
    ]


def words_of(comparison: Comparison, sentence: str) -> str:
    article = comparison.article(sentence.partition(".")[0])
    return article.words_of(comparison.sentence(sentence).span)


def shared_fact(comparison: Comparison, place: int) -> str:
    return [fact.id for fact in comparison.facts if fact.shared][place]


@given(random_scores())
@settings(deadline=None, max_examples=60)
def test_without_corrections_the_groups_are_those_that_were_found(scores: Scores) -> None:
    found = group_statements(scores, FLOOR)
    assert apply_corrections(found, ()).grouping is found


def test_without_corrections_not_a_byte_of_the_result_changes() -> None:
    assert dump(told()) == dump(PLAIN)


def test_a_correction_that_is_not_applied_changes_a_warning_and_nothing_else() -> None:
    result = told(one(MERGE, facts=("f-000000", "f-111111")))
    (warning,) = result.story.warnings
    assert "merge 1 was not applied: no fact has the id f-000000" in warning
    assert dump(replace(result, story=PLAIN.story)) == dump(PLAIN)


def test_pinned_sentences_state_one_fact() -> None:
    assert not stating(PLAIN, REGISTER.text, CAUSE.text)
    result = told(one(PIN, REGISTER, CAUSE))
    (fact,) = stating(result, REGISTER.text, CAUSE.text)
    (applied,) = result.story.corrections
    assert applied.facts == (fact,)
    assert {words_of(result, s).split()[0] for s in applied.sentences} == {"The"}
    assert not result.story.warnings
    (account,) = (a for a in result.accounts if a.article == "B")
    assert set(applied.sentences) & set(account.shared)


def test_sentences_told_apart_are_in_no_fact_together() -> None:
    words = [name.text for name in TOLL]
    assert stating(PLAIN, *words)
    result = told(one(SPLIT, *TOLL))
    assert not stating(result, *words)
    assert len(result.story.corrections) == 1


def test_a_sentence_taken_out_of_a_fact_leaves_the_other_ones_in_it() -> None:
    fact = next(fact for fact in PLAIN.facts if len(fact.mentions) > 2)
    gone = SentenceName(id=fact.mentions[-1].sentence)
    result = told(one(SPLIT, gone, facts=(fact.id,)))
    rest = {mention.sentence for mention in fact.mentions} - {gone.id}
    held = [{m.sentence for m in each.mentions} for each in result.facts]
    assert rest in held
    assert any(gone.id in sentences for sentences in held)


def test_two_facts_made_one_have_the_sentences_of_both() -> None:
    first, second = shared_fact(PLAIN, 8), shared_fact(PLAIN, 12)
    wanted = {m.sentence for f in (first, second) for m in PLAIN.fact(f).mentions}
    result = told(one(MERGE, facts=(first, second)))
    (applied,) = result.story.corrections
    assert {m.sentence for m in result.fact(applied.facts[0]).mentions} == wanted
    assert len(result.facts) == len(PLAIN.facts) - 1


def test_what_a_correction_made_can_be_corrected_by_its_new_id() -> None:
    pin = one(PIN, REGISTER, CAUSE)
    (made,) = told(pin).story.corrections
    result = told(pin, one(SPLIT, CAUSE, facts=made.facts))
    assert not stating(result, REGISTER.text, CAUSE.text)
    assert [applied.kind for applied in result.story.corrections] == [SPLIT]
    assert "pin 1 was not applied: a split takes apart again" in result.story.warnings[0]


def test_an_ignored_fact_stays_in_the_grid_but_is_not_worth_a_look() -> None:
    looks = {look.ref for look in worth_a_look(PLAIN)}
    fact = next(one.fact for one in PLAIN.absences if one.fact in looks)
    result = told(one(IGNORE, facts=(fact,)))
    assert result.facts == PLAIN.facts
    assert result.absences == PLAIN.absences
    assert fact not in {look.ref for look in worth_a_look(result)}


def test_ignored_figures_are_no_question_any_more() -> None:
    group = next(g for g in PLAIN.figures if g.relation.value == "later")
    conflict = group.id.replace("n-", "c-")
    assert conflict in {one.id for one in PLAIN.conflicts}
    result = told(one(IGNORE, findings=(group.id,)))
    assert group.id not in {g.id for g in result.figures}
    assert conflict not in {one.id for one in result.conflicts}
    assert result.story.corrections[0].ignored == (group.id,)


def test_an_ignored_quote_stays_a_quote_but_is_not_worth_a_look() -> None:
    looks = {look.ref for look in worth_a_look(PLAIN)}
    quote = next(group.id for group in PLAIN.quote_groups if group.id in looks)
    result = told(one(IGNORE, findings=(quote,)))
    assert result.quote_groups == PLAIN.quote_groups
    assert quote not in {look.ref for look in worth_a_look(result)}


@pytest.mark.parametrize(
    ("correction", "reason"),
    [
        (one(PIN, REGISTER, replace(CAUSE, outlet="The Moon")), "no outlet is called “The Moon”"),
        (one(PIN, REGISTER, replace(CAUSE, text="a purple cow")), "no sentence of Channel 6"),
        (
            one(PIN, REGISTER, replace(CAUSE, text="the")),
            "sentences of Channel 6 Online have",
        ),
        (one(PIN, REGISTER, SentenceName(id="Q.s1")), "there is no sentence Q.s1"),
        (one(PIN, REGISTER, REGISTER), "it names one sentence twice"),
        (one(SPLIT, REGISTER, facts=(PLAIN.facts[0].id,)), "does not state f-"),
        (one(IGNORE, findings=("n-00000000",)), "no finding has the id n-00000000"),
    ],
)
def test_a_correction_that_matches_nothing_says_why_and_what_to_do(
    correction: Correction, reason: str
) -> None:
    result = told(correction)
    assert result.story.corrections == ()
    (warning,) = result.story.warnings
    assert warning.startswith(correction.source)
    assert reason in warning
    assert warning.count(". ") >= 1
    assert warning.endswith(".")


def test_corrections_by_words_do_not_depend_on_the_order_of_the_outlets() -> None:
    corrections = [one(PIN, REGISTER, CAUSE), one(SPLIT, *TOLL)]
    first = told(*corrections)
    for order in ((3, 2, 1, 0), (1, 3, 0, 2)):
        again = told(*corrections, documents=[DEMO[k] for k in order])
        assert [fact.id for fact in again.facts] == [fact.id for fact in first.facts]
        assert [fact.label for fact in again.facts] == [fact.label for fact in first.facts]


def test_a_corrected_comparison_comes_back_from_its_file() -> None:
    result = told(one(PIN, REGISTER, CAUSE), one(IGNORE, facts=(PLAIN.facts[0].id,)))
    again = parse(dump(result))
    assert again.story.corrections == result.story.corrections
    assert worth_a_look(again) == worth_a_look(result)


def test_a_correction_of_a_fact_that_is_not_there_is_refused_by_the_model() -> None:
    result = told(one(PIN, REGISTER, CAUSE))
    (applied,) = result.story.corrections
    wrong = replace(applied, facts=("f-zzzzzz",))
    with pytest.raises(ValueError, match="there is no fact f-zzzzzz"):
        replace(result, story=replace(result.story, corrections=(wrong,)))


@given(stories(), st.data())
@settings(deadline=None, max_examples=40)
def test_any_corrections_leave_every_sentence_in_a_fact_and_every_pin_or_its_warning(
    texts: list[str], data: st.DataObject
) -> None:
    known = articles(*texts)
    scores = score_pairs(story_of(known))
    ids = [SentenceName(id=s.id) for a in known for s in a.sentences if s.in_story]
    pairs = st.sampled_from(list(combinations(ids, 2)))
    drawn = data.draw(st.lists(st.tuples(st.sampled_from([PIN, SPLIT]), pairs), max_size=4))
    corrections = [one(kind, *pair) for kind, pair in drawn]
    result = apply_corrections(group_statements(scores, FLOOR), corrections)
    assert len(result.held) + len(result.warnings) == len(corrections)
    grouping = result.grouping
    of = grouping.scores.story.statements
    homes = [{of[number].sentence for number in group} for group in grouping.groups]
    for correction, numbers in result.held:
        together = any(set(numbers) <= home for home in homes)
        assert together == (correction.kind is PIN)
    every = [*grouping.groups, *(g for under in grouping.details.values() for g in under)]
    assert all(list(group) == sorted(set(group)) and len(group) > 1 for group in every)
    flat = [number for group in every for number in group]
    assert len(set(flat)) == len(flat)


def test_a_sentence_can_be_taken_out_of_what_was_merged() -> None:
    first, second = PLAIN.facts[4], PLAIN.facts[6]
    gone = next(m.sentence for m in second.mentions if m not in first.mentions)
    result = told(
        one(MERGE, facts=(first.id, second.id)),
        one(SPLIT, SentenceName(id=gone), facts=(second.id,)),
    )
    assert not result.story.warnings
    merged = {m.sentence for f in (first, second) for m in f.mentions} - {gone}
    assert merged in [{m.sentence for m in fact.mentions} for fact in result.facts]


def test_every_fact_that_is_shown_can_be_named_in_a_correction() -> None:
    result = told(*(one(IGNORE, facts=(fact.id,)) for fact in PLAIN.facts))
    ignored = [correction.ignored for correction in result.story.corrections]
    assert ignored == [(fact.id,) for fact in PLAIN.facts]
    assert result.story.warnings == PLAIN.story.warnings
