"""The sections of a summary, said once for every format that prints lines of text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from compare.errors import OptionError
from compare.formats.correction_lines import correction_lines
from compare.formats.fact_names import fact_name, topic_of
from compare.formats.figure_lines import answers, numbered_figures, question, relation_reason
from compare.formats.grid import letters
from compare.formats.highlights import highlights, paragraph_place, skipped_text
from compare.formats.ladder_text import wording_of
from compare.formats.lead import lead, only_in, story_counts
from compare.formats.moments import publication_moment, since_first
from compare.formats.outlet_names import outlet_name
from compare.formats.quote_versions import change_of, quoted_words
from compare.formats.reader_lines import reader_lines
from compare.formats.screen import shorten, unquoted_text
from compare.formats.timeline import timeline
from compare.formats.withheld_words import shown_words
from compare.formats.word_lines import WORD_SECTIONS, SectionEntry, headline_lines
from compare.model.comparison import Account, Comparison
from compare.model.findings import Headline

# A sentence with this share of a headline's content words says what it says.
_NEAR = 0.5
# Of the facts that a report had first so many are named.
_FIRSTS = 3

Entries = Callable[[Comparison], Iterable[SectionEntry]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One section of a summary.

    `entries` is None for the grid of facts, which each format draws in its own way. `none_found`
    is said where there are no entries; where it is empty, so is the section. `usual` sections are
    printed on a terminal unless others are asked for, `brief` ones are all that the brief form has.
    """

    name: str
    heading: str
    entries: Entries | None
    none_found: str = ""
    usual: bool = False
    brief: bool = False


def chosen_sections(only: Sequence[str], *, brief: bool = False) -> tuple[Section, ...]:
    """Return the sections named in `only`, in their own order; when none is named, all, or with
    `brief` those of the brief form.

    OptionError when a name is no section.
    """
    for name in only:
        if name not in SECTION_NAMES:
            names = ", ".join(SECTION_NAMES)
            raise OptionError(f"There is no section {name!r}. Choose from {names}.")
    if not only and brief:
        return tuple(section for section in SECTIONS if section.brief)
    return tuple(section for section in SECTIONS if not only or section.name in only)


def account_text(account: Account) -> str:
    """Like "6 sentences = 3 shared + 2 only here + 1 not part of the story"; empty parts go."""
    parts = {
        "shared": account.shared,
        "only here": account.only_here,
        "quotation": account.quotation,
        "not part of the story": account.aside,
    }
    added = " + ".join(f"{len(ids)} {name}" for name, ids in parts.items() if ids)
    noun = "sentence" if account.total == 1 else "sentences"
    return f"{account.total} {noun} = {added or 'none'}"


def _lead(comparison: Comparison) -> Iterator[SectionEntry]:
    yield SectionEntry(head=counts_text(comparison))
    for sentence in lead(comparison):
        yield SectionEntry(head=sentence.text)


def counts_text(comparison: Comparison) -> str:
    """Like "4 articles · 4 independent texts · 4 outlets"."""
    counts = story_counts(comparison)
    return " · ".join(
        (
            _counted(counts.articles, "article"),
            _counted(counts.texts, "independent text"),
            _counted(counts.outlets, "outlet"),
        )
    )


def _outlets(comparison: Comparison) -> Iterator[SectionEntry]:
    since = since_first(comparison.articles)
    for article in comparison.articles:
        document = article.document
        about = (outlet_name(article), publication_moment(document), since.get(article.letter, ""))
        headline = f": “{unquoted_text(document.headline)}”" if document.headline else ""
        yield SectionEntry(mark=article.letter, head=f"{', '.join(filter(None, about))}{headline}")


def _alone(comparison: Comparison) -> Iterator[SectionEntry]:
    alone = only_in(comparison)
    for article in comparison.articles:
        if article.letter in alone:
            fact = comparison.fact(alone[article.letter])
            yield SectionEntry(mark=article.letter, head=fact_name(comparison, fact))


def _time(comparison: Comparison) -> Iterator[SectionEntry]:
    """Each report in order of publication, then each figure through time."""
    found = timeline(comparison)
    for report in found.reports:
        more = [
            f"first with {fact.ordinal}: {shorten(fact_name(comparison, fact))}"
            for fact in report.first[:_FIRSTS]
        ]
        if report.again_missing:
            facts = letters(fact.ordinal for fact in report.again_missing)
            more.append(f"told before and not found here: {facts}")
        document = comparison.article(report.article).document
        yield SectionEntry(
            mark=report.article,
            head=f"{publication_moment(document)}: {_counted(len(report.new), 'new fact')}, "
            f"{len(report.first)} of them told by others later",
            more=tuple(more),
        )
    for course in found.figures:
        told = (
            f"{one.article} “{one.text}” "
            f"({publication_moment(comparison.article(one.article).document)})"
            for one in course.readings
        )
        yield SectionEntry(head=f"{topic_of(course.group)}: {', then '.join(told)}")


def _looks(comparison: Comparison) -> Iterator[SectionEntry]:
    for one in highlights(comparison):
        yield SectionEntry(mark=one.ref, head=one.head, more=one.more)


def _figures(comparison: Comparison) -> Iterator[SectionEntry]:
    for number, group in numbered_figures(comparison):
        told = [f"{letter}: {words}" for letter, words in answers(comparison, group)]
        more = (*told, *filter(None, [relation_reason(group)]))
        yield SectionEntry(mark=number, head=question(group), more=more)


def _quotes(comparison: Comparison) -> Iterator[SectionEntry]:
    for number, group in enumerate(comparison.quote_groups, 1):
        yield SectionEntry(
            mark=f"q{number}",
            head=group.speaker or "Unnamed speaker",
            more=tuple(
                f"{member.article}: {change_of(comparison, group, member)}: "
                f"{quoted_words(comparison, member.quote)}"
                for member in group.members
            ),
        )


def _speakers(comparison: Comparison) -> Iterator[SectionEntry]:
    """Who is quoted, the most quoted first, and how much each outlet prints of them."""
    columns = {article.letter: n for n, article in enumerate(comparison.articles)}
    for row in sorted(comparison.ledger, key=lambda row: -sum(one.words for one in row.counts)):
        in_order = sorted(row.counts, key=lambda one: columns[one.article])
        counts = (f"{one.article} {_counted(one.words, 'word')}" for one in in_order)
        yield SectionEntry(head=f"{row.speaker} ({row.group.value}): {', '.join(counts)}")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _absences(comparison: Comparison) -> Iterator[SectionEntry]:
    for absence in comparison.absences:
        fact = comparison.fact(absence.fact)
        name, more = fact_name(comparison, fact), []
        if absence.hints:
            more.append(f"possible reasons: {', '.join(hint.value for hint in absence.hints)}")
        if absence.nearest is not None:
            words = shown_words(comparison.article(absence.article), absence.nearest.span)
            more.append(f"nearest, {absence.nearest.score:.2f}: “{words}”")
        yield SectionEntry(
            mark=fact.ordinal,
            head=f"{absence.article}: {name} (said by {letters(absence.said_by)})",
            more=tuple(more),
        )


def _headlines(comparison: Comparison) -> Iterator[SectionEntry]:
    for headline in comparison.headlines:
        facts = letters(comparison.fact(fact).ordinal for fact in headline.facts)
        rests = f"rests on {facts}" if facts else _nearest_to(comparison, headline)
        own = headline_lines(comparison, headline.article)
        yield SectionEntry(
            mark=headline.article,
            head=f"“{headline.text}” ({rests})",
            more=tuple(filter(None, (headline.why, *own))),
        )


def _nearest_to(comparison: Comparison, headline: Headline) -> str:
    """Where the text comes closest to a headline that rests on no fact of it."""
    if headline.nearest is None:
        return "no sentence of its text comes near"
    where = paragraph_place(comparison, headline.article, headline.nearest.sentence)
    near = "stated in" if headline.nearest.score >= _NEAR else "nearest is"
    return f"{near} {where}"


def _ladders(comparison: Comparison) -> Iterator[SectionEntry]:
    for fact in comparison.facts:
        wording = wording_of(comparison, fact.id)
        if wording is not None:
            yield SectionEntry(mark=fact.ordinal, head=fact_name(comparison, fact), wording=wording)


def _accounts(comparison: Comparison) -> Iterator[SectionEntry]:
    for account in comparison.accounts:
        outlet = outlet_name(comparison.article(account.article))
        yield SectionEntry(mark=account.article, head=f"{outlet}: {account_text(account)}")


def _skipped(comparison: Comparison) -> Iterator[SectionEntry]:
    return (SectionEntry(head=skipped_text(skipped)) for skipped in comparison.story.skipped)


def _warnings(comparison: Comparison) -> Iterator[SectionEntry]:
    return (SectionEntry(head=warning) for warning in comparison.story.warnings)


def _corrections(comparison: Comparison) -> Iterator[SectionEntry]:
    return (SectionEntry(head=line) for line in correction_lines(comparison))


def _disagreements(comparison: Comparison) -> Iterator[SectionEntry]:
    return (SectionEntry(head=line) for line in reader_lines(comparison))


SECTIONS: tuple[Section, ...] = (
    Section(name="lead", heading="In short", entries=_lead, usual=True, brief=True),
    Section(name="outlets", heading="Outlets", entries=_outlets, brief=True),
    Section(
        name="alone",
        heading="Only here",
        entries=_alone,
        none_found="Nothing stands out that one article alone has.",
        brief=True,
    ),
    Section(name="facts", heading="Who says what", entries=None, usual=True),
    Section(
        name="look",
        heading="Worth a look",
        entries=_looks,
        none_found="Nothing stands out: no differing figures, no changed quotes.",
        usual=True,
    ),
    Section(
        name="figures",
        heading="Figures",
        entries=_figures,
        none_found="No question is answered with a figure by two outlets.",
    ),
    Section(
        name="time",
        heading="Over time",
        entries=_time,
        none_found="No two articles are known to be of different times.",
    ),
    Section(
        name="quotes",
        heading="Quotes",
        entries=_quotes,
        none_found="No quote is in two outlets.",
    ),
    Section(
        name="speakers",
        heading="Who gets to speak",
        entries=_speakers,
        none_found="No speaker is quoted by name or description.",
    ),
    Section(
        name="absences",
        heading="Not found",
        entries=_absences,
        none_found="No fact of two or more outlets is missing in another.",
    ),
    Section(
        name="headlines",
        heading="Headlines",
        entries=_headlines,
        none_found="No article has a headline of its own.",
    ),
    Section(
        name="ladders",
        heading="Word by word",
        entries=_ladders,
        none_found="No wordings line up.",
    ),
    *(
        Section(name=name, heading=one.heading, entries=one.entries, none_found=one.none)
        for name, one in WORD_SECTIONS.items()
    ),
    Section(name="accounts", heading="Where every sentence went", entries=_accounts, usual=True),
    Section(name="notes", heading="Skipped", entries=_skipped, usual=True, brief=True),
    Section(name="notes", heading="Keep in mind", entries=_warnings, usual=True, brief=True),
    Section(name="notes", heading="Your corrections", entries=_corrections, usual=True),
    Section(name="notes", heading="The reader and the rules", entries=_disagreements),
)
SECTION_NAMES: tuple[str, ...] = tuple(dict.fromkeys(section.name for section in SECTIONS))
