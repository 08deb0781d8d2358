"""The story in words: short, the same in every form, and answering what readers ask."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from compare.align.statements import has_report
from compare.findings.rank import stands_alone
from compare.formats.excerpts import excerpt_of
from compare.formats.fact_names import ends_early
from compare.formats.html import brief, html
from compare.formats.json import dump, dump_without_text
from compare.formats.lead import lead, only_in, story_counts
from compare.formats.screen import Screen
from compare.formats.summary.markdown import dump as markdown
from compare.formats.summary.terminal import summary
from compare.formats.withheld_words import NOT_SHOWN
from compare.model.comparison import Comparison
from compare.model.facts import Extent, Mode
from compare.model.findings import ConflictKind, FigureRelation
from compare.model.lead import LeadKind
from compare.model.story import Skipped
from compare.pipeline import compare_story
from compare.sources.document import document
from tests.bundled import STORIES, comparison
from tests.formats.page_parts import Element, parsed
from tests.formats.story import market_hall

every_story = pytest.mark.parametrize("story", STORIES)
# Half a minute at the speed of the news on the radio; a story with many figures may go over.
_ALOUD, _LONGEST = 105, 135


def _words(text: str) -> str:
    return "".join(text.split())


def _first_screen(story: Comparison) -> str:
    """What the report shows without a press: its header."""
    return parsed(html(story)).of_tag("header")[0].words()


@every_story
def test_the_lead_has_three_to_six_sentences_that_can_be_read_aloud(story: str) -> None:
    told = lead(comparison(story))
    assert 3 <= len(told) <= 6
    assert sum(len(one.text.split()) for one in told) <= _LONGEST
    assert all(one.text[:1].isupper() and one.text[-1] in ".!?…”" for one in told)


def test_most_leads_are_read_aloud_in_half_a_minute() -> None:
    counts = [sum(len(one.text.split()) for one in lead(comparison(story))) for story in STORIES]
    assert sum(count <= _ALOUD for count in counts) > 0.7 * len(counts)


@every_story
def test_every_form_has_the_same_sentences(story: str) -> None:
    found = comparison(story)
    page, mail = _words(_first_screen(found)), _words(parsed(brief(found)).words())
    marked = _words(re.sub(r"\\(.)", r"\1", markdown(found, only=["lead"]).decode()))
    typed = _words(summary(found, Screen(width=400), only=["lead"]))
    file = [one["text"] for one in json.loads(dump(found))["lead"]]
    for sentence in lead(found):
        assert sentence.text in file
        for form in (page, mail, marked, typed):
            assert _words(sentence.text) in form


@every_story
def test_every_sentence_names_evidence_that_is_there(story: str) -> None:
    found = comparison(story)
    sentences = {one.id for article in found.articles for one in article.sentences}
    findings = {
        one.id
        for many in (found.facts, found.figures, found.conflicts, found.quote_groups)
        for one in many
    }
    for told in lead(found):
        assert set(told.sentences) <= sentences
        assert set(told.findings) <= findings
        nothing = told.text.startswith("No ")
        assert told.sentences or nothing


@every_story
def test_words_in_quotation_marks_are_those_of_an_article(story: str) -> None:
    found = comparison(story)
    every = _words(" ".join(article.document.text for article in found.articles)).casefold()
    for told in lead(found):
        for quoted in re.findall(r"“([^“”]*)”", told.text):
            for part in quoted.split("…"):
                bare = _words(re.sub(r"\[[^]]*\]", "", part)).strip(".,;:’‘\"'").casefold()
                assert bare in every


# The five questions of a reader, answered from the first screen without a press.


@every_story
def test_how_many_died_is_answered_from_the_first_screen(story: str) -> None:
    found = comparison(story)
    screen = _first_screen(found)
    tolls = [g for g in found.figures if g.counts == "people killed"]
    if tolls:
        assert "people killed" in screen
        shown = [g for g in tolls if all(r.text.lower() in screen.lower() for r in g.readings)]
        assert shown


@every_story
def test_who_disagrees_is_answered_from_the_first_screen(story: str) -> None:
    found = comparison(story)
    screen = _words(_first_screen(found)).casefold()
    clashes = [g for g in found.figures if g.relation is FigureRelation.CLASH]
    if clashes:
        assert any(
            all(f"“{_words(r.text)}”".casefold() in screen for r in g.readings) for g in clashes
        )
    assert bool(clashes) <= ("Figures differ" in _first_screen(found))
    assert str(found.differences.differ) in screen


@every_story
def test_what_one_alone_has_is_answered_from_the_first_screen(story: str) -> None:
    found = comparison(story)
    screen = _first_screen(found)
    for letter, fact in only_in(found).items():
        assert found.cell(fact, letter).state.carries
        others = [a.letter for a in found.articles if a.letter != letter]
        assert not any(found.cell(fact, other).state.carries for other in others)
    if len(found.articles) <= 8 and only_in(found):
        assert "Only" in screen


@every_story
def test_whose_quote_was_cut_is_answered_from_the_first_screen(story: str) -> None:
    found = comparison(story)
    quotes = [one for one in lead(found) if one.kind is LeadKind.QUOTE]
    for sentence in quotes:
        group = next(g for g in found.quote_groups if g.id == sentence.findings[0])
        assert group.speaker is None or group.speaker in sentence.text
        assert f"fullest in {group.fullest.partition('.')[0]}" in sentence.text


@every_story
def test_whether_it_is_one_source_is_answered_from_the_first_screen(story: str) -> None:
    found = comparison(story)
    counts, screen = story_counts(found), _words(_first_screen(found))
    noun = "independenttext" if counts.texts == 1 else "independenttexts"
    assert f"{counts.texts}{noun}" in screen
    if any(one.kind is LeadKind.COPY for one in lead(found)):
        assert counts.texts < counts.articles


# The counter, the signs and the section have one meaning.


@every_story
def test_the_counter_on_top_counts_what_the_section_shows(story: str) -> None:
    found = comparison(story)
    tree = parsed(html(found))
    top = next(e for e in tree.of_class("counts")[0].walk() if e.tag == "li" and _is_differ(e))
    assert int(top.of_tag("b")[0].words()) == found.differences.differ
    section = next(e for e in tree.walk() if e.attributes.get("id") == "figures")
    asked = [e for e in section.of_class("question") if "clash" in e.attributes["class"]]
    others = [
        conflict
        for conflict in found.conflicts
        if conflict.kind not in (ConflictKind.LATER, ConflictKind.SCOPE, ConflictKind.CERTAINTY)
        and any(e.attributes.get("id") == f"d-{conflict.id}" for e in section.walk())
    ]
    assert len(asked) + len(others) == found.differences.differ


def _is_differ(element: Element) -> bool:
    return "differ" in element.attributes.get("class", "").split()


def test_the_order_of_the_articles_changes_letters_and_nothing_else() -> None:
    from compare.pipeline import compare_story
    from tests.bundled import documents

    forth, back = (compare_story(docs) for docs in (documents("demo"), documents("demo")[::-1]))
    assert [one.kind for one in lead(forth)] == [one.kind for one in lead(back)]
    assert story_counts(forth) == story_counts(back)


def test_an_excerpt_tells_nothing_that_it_withholds() -> None:
    cut = excerpt_of(comparison("demo"))
    assert all(NOT_SHOWN not in one.text and "░" not in one.text for one in lead(cut))


def test_a_file_without_text_has_no_lead() -> None:
    assert "lead" not in json.loads(dump_without_text(market_hall()))


def test_articles_with_nothing_in_common_have_a_lead_that_says_so() -> None:
    bare = replace(
        market_hall(),
        figures=(), conflicts=(), quote_groups=(), reuse=(), ledger=(), digests=(),
    )  # fmt: skip
    told = lead(bare)
    assert "No figures differ." in [one.text for one in told]
    assert len(told) >= 3


def test_an_article_that_states_a_part_is_not_said_to_report_the_whole() -> None:
    story = market_hall()
    shared = next(one for one in lead(story) if one.kind is LeadKind.SHARED)
    (fact,) = (story.fact(each) for each in shared.findings)
    partly = {m.article for m in fact.mentions if m.extent is Extent.PARTIAL}
    whole = {m.article for m in fact.mentions if m.extent is Extent.FULL}
    assert partly - whole
    assert {sentence.partition(".")[0] for sentence in shared.sentences} == whole
    assert not (partly - whole) & set(shared.text.partition(" report")[0].split())


def _shared(story: Comparison) -> str:
    return next(one.text for one in lead(story) if one.kind is LeadKind.SHARED)


def _partly(story: Comparison) -> Comparison:
    """The story with no fact that two articles state whole."""
    facts = tuple(
        replace(f, mentions=tuple(replace(m, extent=Extent.PARTIAL) for m in f.mentions))
        for f in story.facts
    )
    return replace(story, facts=facts)


def test_facts_that_are_shared_in_part_are_not_said_to_be_missing() -> None:
    told = next(one for one in lead(_partly(market_hall())) if one.kind is LeadKind.SHARED)
    assert "No statement" not in told.text
    assert "in two articles or more" in told.text
    assert told.findings
    assert told.sentences


@every_story
def test_words_of_others_are_reported_only_with_who_says_them(story: str) -> None:
    found = comparison(story)
    facts = tuple(
        replace(f, mentions=tuple(replace(m, mode=Mode.ATTRIBUTED) for m in f.mentions))
        for f in found.facts
    )
    told = next(one for one in lead(replace(found, facts=facts)) if one.kind is LeadKind.SHARED)
    if " report: " in told.text:
        assert has_report(found.fact(told.findings[0]).label)


@every_story
def test_a_line_that_ends_before_its_sentence_does_says_so(story: str) -> None:
    found = comparison(story)
    for told in lead(found):
        if told.kind is LeadKind.SHARED and " report: " in told.text:
            (fact,) = (found.fact(each) for each in told.findings)
            words = told.text.partition("“")[2].rstrip("”")
            assert words.endswith("…") == (ends_early(found, fact) or len(fact.label) > 90)


def test_a_pronoun_behind_a_joining_word_stands_for_something_before_it() -> None:
    assert not stands_alone("Instead, he began to close the port early last year")
    assert not stands_alone("In addition, they closed the port")
    assert not stands_alone("The other captains are just named in it")
    assert stands_alone("Later the mayor closed the port")


def test_the_brief_form_tells_what_was_skipped_and_what_to_keep_in_mind() -> None:
    story = market_hall()
    gone = Skipped(source="gone.txt", reason="there is no such file.", advice="Check the name.")
    info = replace(story.story, skipped=(gone,), warnings=("Times are guessed.",))
    found = replace(story, story=info)
    for form in (
        summary(found, Screen(width=96), brief=True),
        markdown(found, brief=True).decode(),
    ):
        assert "gone.txt" in form.replace("\\", "")
        assert "Times are guessed." in form.replace("\\", "")
    told = parsed(brief(found)).words()
    assert "gone.txt" in told
    assert "Times are guessed." in told


def test_the_brief_form_has_no_empty_section() -> None:
    story = market_hall()
    found = replace(story, story=replace(story.story, skipped=(), warnings=()))
    assert "Skipped" not in summary(found, Screen(width=96), brief=True)
    assert "Skipped" not in parsed(brief(found)).words()


def test_what_differs_is_said_where_the_words_shown_do_not_reach_it() -> None:
    long = (
        "After a meeting of seven hours in the old hall by the harbour of Port Orle, with forty"
        " speakers from every ward, the council {} the plan for a tower on the quay."
    )
    for opening, is_told in ((long, True), ("On Monday the council {} the plan.", False)):
        documents = [
            document(f"{opening.format(act)} The mayor, Ada Roe, left early.", outlet=outlet)
            for act, outlet in (("approved", "Quay Gazette"), ("rejected", "The Orle Bell"))
        ]
        found = compare_story(documents)
        told = next(one.text for one in lead(found) if "differ in substance" in one.text)
        assert (found.conflicts[0].why in told) is is_told
