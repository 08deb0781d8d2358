"""The findings on words in the report: each with its words, its outlets and its sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.formats.html import html
from compare.formats.report.references import References
from compare.formats.report.wording import ContrastLine, counts, wordings
from compare.model.comparison import Comparison
from compare.model.words import Contrast, ContrastKind, Variant, Voice
from tests.formats.page_parts import Element, parsed, visible_text
from tests.formats.press import press
from tests.formats.story import market_hall
from tests.formats.words import LEXICON

STORY = market_hall()
BARE = replace(
    STORY,
    wordings=(),
    contrasts=(),
    naming=(),
    agency=(),
    certainty=(),
    headline_words=(),
    profiles=(),
)


def _section(story: Comparison, name: str) -> Element:
    return next(e for e in parsed(html(story)).walk() if e.attributes.get("id") == name)


def test_every_mark_of_words_opens_the_sentence_that_holds_them() -> None:
    tree = parsed(html(STORY))
    notes = {e.attributes["id"]: e.words() for e in tree.walk() if "popover" in e.attributes}
    section = next(e for e in tree.walk() if e.attributes.get("id") == "wording")
    spots = [e for e in section.of_class("spot") if e.of_tag("mark")]
    assert len(spots) == 3
    for spot in spots:
        note = notes[spot.of_tag("button")[0].attributes["popovertarget"]]
        assert spot.of_tag("mark")[0].words() in note


def test_every_outlet_of_every_finding_has_a_way_to_its_words() -> None:
    section = _section(STORY, "wording")
    for item in section.of_class("sides"):
        for side in (e for e in item.inside if isinstance(e, Element)):
            assert side.of_tag("button")
    for label in section.of_class("label"):
        assert label.of_tag("button")


def test_contrasts_tell_who_has_which_words_and_which_list_knows_them() -> None:
    text = _section(STORY, "wording").words()
    assert "A: fall in" in text
    assert "B: collapse marked in the list “disaster”" in text
    assert "no such word" in text
    assert f"disaster: {LEXICON.source}" in text


def test_contrasts_that_a_list_knows_come_before_those_of_place() -> None:
    placed = replace(STORY.contrasts[0], kind=ContrastKind.SUBSTITUTION, lexicon=None)
    found = _contrasts(replace(STORY, contrasts=(placed, *STORY.contrasts)))
    assert [one.kind for one in found] == [
        ContrastKind.LOADED.value,
        ContrastKind.EMOTIVE.value,
        ContrastKind.SUBSTITUTION.value,
    ]


def test_more_than_eight_contrasts_are_folded_and_none_is_lost() -> None:
    many = replace(STORY, contrasts=STORY.contrasts[:1] * 11)
    section = _section(many, "wording")
    folded = next(e for e in section.of_tag("details") if e.words().strip().startswith("3 more"))
    lists = section.of_class("contrasts")
    assert sum(len(e.of_class("sides")) for e in lists[:1]) == 8
    assert len(folded.of_class("sides")) == 3


def test_names_stand_in_the_column_of_their_outlet() -> None:
    table = _section(STORY, "wording").of_class("names")[0]
    row = table.of_tag("tbody")[0].of_tag("tr")[0]
    cells = [" ".join(cell.words().split()) for cell in row.of_tag("td")]
    assert cells[0].startswith("A Ilse Varnham 1×")
    assert "first as “Ilse Varnham, who sells cheese there”" in cells[0]
    assert cells[1].startswith("B a trader 1×")
    assert cells[2] == "not named"


def test_names_that_all_outlets_use_alike_are_not_listed() -> None:
    same = replace(STORY, naming=(replace(STORY.naming[0], differs=False),))
    assert "No person, group, place or thing is named in different ways." in visible_text(
        html(same)
    )


def test_an_act_is_told_with_its_grammar_and_who_did_it() -> None:
    section = " ".join(_section(STORY, "wording").words().split())
    assert "B: active actor named: The roof of the market hall in Brackwater" in section
    assert f"C: {Voice.AGENTLESS.value}“…At least two people were hurt…”" in section


def test_a_rung_of_the_ladder_names_the_grammar_of_an_act_in_it() -> None:
    telling = STORY.agency[0].tellings[0]
    rung = STORY.wordings[0].rungs[1]
    inside = replace(telling, act=rung.evidence)
    story = replace(
        STORY, agency=(replace(STORY.agency[0], tellings=(inside, STORY.agency[0].tellings[1])),)
    )
    ladder = wordings(story, References(story)).ladders[0]
    assert [line.chips for line in ladder.rungs] == [(), ("hurt: active, actor named",)]


def test_reserve_is_shown_with_the_words_that_make_it() -> None:
    section = " ".join(_section(STORY, "wording").words().split())
    assert "B: with “the fire service said” About 150 people escaped unhurt" in section
    assert "A: without Two people were taken to hospital." in section


def test_a_headline_tells_its_own_words_and_what_its_text_holds_at_arms_length() -> None:
    guarded = STORY.certainty[0].guarded
    letter = guarded[0].statement.article
    headline = replace(STORY.headline_words[0], article=letter, guarded=guarded)
    text = visible_text(html(replace(STORY, headline_words=(headline,))))
    assert "leads with a number" in text
    assert "Only here: falls" in text
    assert "The headline states it plainly; the text has “the fire service said” with it" in text


def test_plain_counts_come_with_what_is_counted() -> None:
    made = counts(STORY)
    assert [row[0] for row in made.rows] == ["A", "B", "C"]
    assert all(len(row[2]) == len(made.measures) for row in made.rows)
    assert "Words in quotation marks." in _section(STORY, "method").words()


@pytest.mark.parametrize(
    "words",
    [
        "No words were found that stand for each other.",
        "No wordings were lined up word by word.",
        "No act is told in different grammar.",
        "No person, group, place or thing is named in different ways.",
        "No fact is stated with reserve here and plainly there.",
        "No article was counted.",
    ],
)
def test_a_part_without_findings_says_so(words: str) -> None:
    assert words in visible_text(html(BARE))
    assert words not in visible_text(html(STORY))


def test_no_word_of_judgement_is_in_the_parts_on_words() -> None:
    for name in ("wording", "headlines", "method"):
        words = _section(STORY, name).words().lower().split()
        assert not {"bias", "biased", "spin", "slanted", "manipulative", "omitted"} & set(words)


def test_a_contrast_weighs_little() -> None:
    story = press(8, shared=60, own=0)
    found = tuple(_contrast_of(story, fact.id) for fact in story.facts)
    before, after = (len(html(one).encode()) for one in (story, replace(story, contrasts=found)))
    assert after - before < len(found) * 1500


def _contrasts(story: Comparison) -> tuple[ContrastLine, ...]:
    return wordings(story, References(story)).contrasts


def _contrast_of(story: Comparison, fact_id: str) -> Contrast:
    fact = story.fact(fact_id)
    evidence = [
        replace(
            STORY.contrasts[0].variants[0].evidence[0],
            article=m.article,
            span=m.span,
            text=story.text_of(m),
        )
        for m in fact.mentions[:2]
    ]
    return Contrast(
        kind=ContrastKind.LOADED,
        variants=tuple(
            Variant(words=f"word {n}", articles=(e.article,), evidence=(e,), loaded=bool(n))
            for n, e in enumerate(evidence)
        ),
        facts=(fact_id,),
        lexicon=LEXICON,
    )
