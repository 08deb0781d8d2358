"""The versions of a quotation in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.formats.quote_versions import change_of, change_words, quoted_words, telling_versions
from compare.model.comparison import Comparison
from compare.model.findings import QuoteChange
from compare.model.quotes import Quote, QuoteKind, Speaker, Stance
from compare.model.spans import Span
from tests.formats.builder import Draft, plain
from tests.formats.story import market_hall


def with_quote(sentence: str, words: str, kind: QuoteKind, *, marked: bool = False) -> Comparison:
    """A story in which outlet A has these words of its sentence as a quote."""
    story = plain([Draft(letter, "Outlet", None, [[sentence]]) for letter in "AB"], [])
    start = sentence.index(words)
    span = Span(start, start + len(words))
    quote = Quote(id="A.q1", parts=(span,), kind=kind, marked=(span,) if marked else ())
    articles = (replace(story.articles[0], quotes=(quote,)), *story.articles[1:])
    return replace(story, articles=articles)


@pytest.mark.parametrize(
    ("sentence", "words", "kind", "marked", "shown"),
    [
        ("“We trained for this,” he said.", "We trained for this,", QuoteKind.DIRECT, True,
         "“We trained for this,”"),
        ("He said it “held every paper.”", "held every paper.", QuoteKind.MIXED, True,
         "“held every paper.”"),
        ("He said it “held every paper.”", "it “held every paper.", QuoteKind.MIXED, False,
         "it “held every paper.”"),
        ('He said it "held every paper."', 'it "held every paper.', QuoteKind.MIXED, False,
         'it "held every paper."'),
        ("He said the hall was full.", "the hall was full", QuoteKind.INDIRECT, False,
         "the hall was full"),
    ],
)  # fmt: skip
def test_only_what_the_outlet_prints_in_marks_stands_in_marks(
    sentence: str, words: str, kind: QuoteKind, marked: bool, shown: str
) -> None:
    assert quoted_words(with_quote(sentence, words, kind, marked=marked), "A.q1") == shown


@pytest.mark.parametrize(
    ("sentence", "cue", "shown"),
    [
        ("Roe denied that the hall was full.", "denied", "denied that the hall was full"),
        ("Roe alleged the hall was full.", "alleged", "alleged the hall was full"),
        ("Roe did not say the hall was full.", "did not say", "did not say the hall was full"),
        ("Roe said the hall was full.", "said", "the hall was full"),
    ],
)
def test_a_report_of_what_was_denied_or_alleged_keeps_its_verb(
    sentence: str, cue: str, shown: str
) -> None:
    story = with_quote(sentence, "the hall was full", QuoteKind.INDIRECT)
    start = sentence.index(cue)
    quote = replace(
        story.articles[0].quotes[0],
        cue=Span(start, start + len(cue)),
        negated="den" in cue or "not" in cue,
        stance=Stance.DOUBTING if cue == "alleged" else Stance.NEUTRAL,
    )
    articles = (replace(story.articles[0], quotes=(quote,)), *story.articles[1:])
    assert quoted_words(replace(story, articles=articles), "A.q1") == shown


def told(
    *changes: QuoteChange, full: QuoteKind = QuoteKind.DIRECT, speaker: str | None = None
) -> str:
    """What is told of the second version of a quotation when this happened to it."""
    story = market_hall()
    (group,) = story.quote_groups
    member = replace(group.members[1], change=changes[0], changes=changes)
    spoken = Speaker(name=speaker) if speaker else None
    articles = tuple(
        replace(
            article,
            quotes=tuple(
                replace(quote, kind=full)
                if quote.id == group.fullest
                else replace(quote, speaker=spoken)
                for quote in article.quotes
            ),
        )
        for article in story.articles
    )
    return change_words(replace(story, articles=articles), group, member)


def test_another_speaker_is_named_where_there_is_one() -> None:
    assert told(QuoteChange.REATTRIBUTED, speaker="Lea Moore") == "given to Lea Moore"
    assert told(QuoteChange.REATTRIBUTED) == "given to another speaker"


def test_a_report_of_a_report_was_not_turned_into_indirect_speech() -> None:
    assert told(QuoteChange.PARAPHRASED, full=QuoteKind.INDIRECT) == "told in other words"
    assert told(QuoteChange.PARAPHRASED) == "turned into indirect speech"


def test_the_words_lost_are_told_on_one_line_and_cut() -> None:
    story = market_hall()
    (group,) = story.quote_groups
    assert change_of(story, group, group.members[1]) == (
        "cut at the end, without “I ran for the doors and did not look back”"
    )


def test_of_altered_words_those_replaced_are_told_and_not_the_cut() -> None:
    story = market_hall()
    (group,) = story.quote_groups
    text = story.article(group.fullest.partition(".")[0]).document.text
    start = text.index("I ran for the doors")

    def words(first: int, last: int) -> Span:
        return Span(start + first, start + last)

    member = replace(
        group.members[1],
        change=QuoteChange.ALTERED,
        changes=(QuoteChange.ALTERED, QuoteChange.CUT_END),
        kept=(words(0, 5), words(10, 19)),
        lost=(words(6, 9), words(20, 43)),
    )
    assert change_of(story, group, member) == ("altered words, cut at the end, without “for”")


def test_a_report_that_quotes_some_words_lists_no_cuts() -> None:
    story = market_hall()
    (group,) = story.quote_groups
    changes = (QuoteChange.PARAPHRASED, QuoteChange.CUT_END)
    member = replace(group.members[1], change=changes[0], changes=changes)
    assert change_of(story, group, member) == "turned into indirect speech"


def test_a_report_does_not_count_where_its_outlet_prints_the_words_as_well() -> None:
    (group,) = market_hall().quote_groups
    home = group.members[0]
    assert home.quote == group.fullest
    report = replace(
        home,
        quote="A.q9",
        change=QuoteChange.PARAPHRASED,
        changes=(QuoteChange.PARAPHRASED,),
        kept=(Span(0, 1),),
    )
    altered = replace(report, change=QuoteChange.ALTERED, changes=(QuoteChange.ALTERED,))
    others = [member.quote for member in group.members[1:]]
    for extra, told in ((report, others), (altered, [altered.quote, *others])):
        members = (home, extra, *group.members[1:])
        assert [one.quote for one in telling_versions(replace(group, members=members))] == told
    alone = replace(group, members=(home, report))
    assert telling_versions(alone) == (report,)
