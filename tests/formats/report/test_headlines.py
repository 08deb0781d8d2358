"""Headlines side by side: what each leads with, and the words that two or more have."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.formats.report.basics import OutletColumn
from compare.formats.report.headline_chips import HeadlineChips
from compare.formats.report.headlines import Headlines, headlines
from compare.formats.report.marked_text import MarkedText
from compare.formats.report.references import References
from compare.model.comparison import Comparison
from compare.model.findings import Evidence
from compare.model.spans import Span
from compare.model.words import (
    EntityKind,
    HeadlineForm,
    HeadlineWords,
    Label,
    LabelForm,
    Naming,
    OutletNaming,
)
from tests.formats.builder import Draft, find, plain
from tests.formats.extremes import extremes
from tests.formats.story import market_hall


def _board(story: Comparison) -> Headlines:
    outlets = [
        OutletColumn(
            number=i,
            letter=a.letter,
            name=a.document.outlet,
            moment="",
            since="",
            words=0,
            url=None,
        )
        for i, a in enumerate(story.articles, 1)
    ]
    return headlines(story, MarkedText(story), References(story), outlets)


def _story(*titles: str | None) -> Comparison:
    return plain(
        [Draft(x, x, title, [["One."]]) for x, title in zip("ABC", titles, strict=False)], []
    )


def _named(name: str, kind: EntityKind) -> Naming:
    label = Label(
        text=name,
        form=LabelForm.FULL,
        count=1,
        first=Evidence(article="A", span=Span(0, 3), text="One"),
    )
    said = OutletNaming(article="A", labels=(label,), mentions=1, introduced=label.first)
    return Naming(name=name, kind=kind, outlets=(said,), differs=False)


def _headline(text: str, opens: str, *forms: HeadlineForm) -> HeadlineWords:
    return HeadlineWords(article="A", text=text, forms=forms, opens=find(text, opens), own=())


@pytest.mark.parametrize(
    ("text", "opens", "leads", "also"),
    [
        ("Fourteen dead on the ferry", "Fourteen dead", "number", ()),
        ("Mayor Ada Quist resigns over 3 bridges", "Mayor Ada Quist", "who", ("number",)),
        ("“We knew,” says Quist", "We knew", "quotation", ("who",)),
        ("Port Ellery mourns", "Port Ellery", "place", ()),
        ("Bridge Board “sorry”", "Bridge Board", "who", ("quotation",)),
        ("Bridge closed in Port Ellery", "Bridge closed", "what", ("place",)),
        ("Bridge closed: why?", "Bridge closed", "question", ()),
        ("2031 inquiry into the bridge", "2031 inquiry", "what", ()),
        ("Bridge that took 212 in 2031", "Bridge", "what", ("number",)),
    ],
)
def test_a_headline_tells_what_it_leads_with(
    text: str, opens: str, leads: str, also: tuple[str, ...]
) -> None:
    story = replace(
        _story("x"),
        naming=(
            _named("Ada Quist", EntityKind.PERSON),
            _named("Port Ellery", EntityKind.PLACE),
            _named("Bridge Board", EntityKind.GROUP),
        ),
    )
    chips = HeadlineChips(story)
    assert chips.leads(_headline(text, opens)) == leads
    assert chips.also(_headline(text, opens)) == also


def test_words_of_two_headlines_are_lined_up_as_each_prints_them() -> None:
    board = _board(_story("The bridge closes", "Bridges of the town", "Town closed"))
    lined = {word.cells for word in board.shared}
    assert ("bridge", "Bridges", "") in lined
    assert ("", "town", "Town") in lined
    assert ("closes", "", "closed") in lined
    assert not any("The" in word.cells for word in board.shared)


def test_what_most_headlines_have_comes_first() -> None:
    board = _board(_story("Roof of the hall falls", "Roof and hall", "Hall gone"))
    assert [word.number for word in board.shared] == [3, 2]


def test_shared_words_are_marked_in_the_headline_and_change_no_letter_of_it() -> None:
    story = market_hall()
    for line, article in zip(_board(story).lines, story.articles, strict=True):
        assert "".join(piece.text for piece in line.text) == (article.document.headline or "")
        marked = {piece.text.lower() for piece in line.text if "sw" in piece.marks.split()}
        assert {"roof", "market"} <= marked


def test_one_headline_alone_shares_nothing() -> None:
    assert _board(_story("The bridge closes", None)).shared == ()


def test_headlines_in_other_scripts_are_kept_whole() -> None:
    story = extremes()
    for line, article in zip(_board(story).lines, story.articles, strict=True):
        assert "".join(piece.text for piece in line.text) == article.document.headline
