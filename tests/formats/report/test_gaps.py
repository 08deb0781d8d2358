"""What is not everywhere, in the order in which it matters."""

from __future__ import annotations

from dataclasses import replace

from compare.formats.report.basics import OutletColumn
from compare.formats.report.gaps import gaps
from compare.formats.report.references import References
from compare.model.articles import Part
from compare.model.comparison import Comparison
from compare.model.facts import Fact, Nearest, State
from compare.model.findings import Prominence
from tests.formats.builder import Draft, plain

LINES = (
    "The bridge was painted green last year.",
    "The bridge was painted green last year again.",
    "Two divers found a crack in the third pillar.",
    "The band played on until the rain stopped.",
)


def _story() -> Comparison:
    drafts = [
        Draft("A", "A", None, [[line] for line in LINES]),
        Draft("B", "B", None, [[line] for line in LINES]),
        Draft("C", "C", None, [["Nothing of the kind."]]),
    ]
    facts = [
        Fact(
            id=f"f-00000{i}",
            ordinal=f"f{i}",
            label=line,
            mentions=tuple(draft.mention(line) for draft in drafts[:2]),
        )
        for i, line in enumerate(LINES)
    ]
    return plain(drafts, facts)


def _missed(story: Comparison, letter: str = "C") -> list[str]:
    outlets = [
        OutletColumn(
            number=i, letter=a.letter, name=a.letter, moment="", since="", words=0, url=None
        )
        for i, a in enumerate(story.articles, 1)
    ]
    found = next(g for g in gaps(story, References(story), outlets) if g.outlet.letter == letter)
    return [one.fact.label for one in found.missed]


def test_what_repeats_something_above_it_comes_last() -> None:
    assert _missed(_story()) == [LINES[0], LINES[2], LINES[3], LINES[1]]


def test_what_others_lead_with_comes_first() -> None:
    story = _story()
    lead = Prominence(
        fact="f-000003", article="A", part=Part.HEADLINE, paragraph=None, paragraphs=4, share=0.1
    )
    assert _missed(replace(story, prominence=(lead,)))[0] == LINES[3]


def test_what_the_outlet_nearly_has_comes_after_what_it_lacks() -> None:
    story = _story()
    near = Nearest(sentence="C.s1", span=story.article("C").sentences[0].span, score=0.6)
    coverage = tuple(
        replace(cell, nearest=near)
        if (cell.fact, cell.article) == ("f-000000", "C") and cell.state is State.NOT_FOUND
        else cell
        for cell in story.coverage
    )
    told = _missed(replace(story, coverage=coverage))
    assert told.index(LINES[0]) > told.index(LINES[2])


def test_no_gap_is_lost_in_the_order() -> None:
    assert sorted(_missed(_story())) == sorted(LINES)
    assert _missed(_story(), "A") == []
