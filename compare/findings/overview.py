"""All findings of a comparison at once, each from the facts and the articles alone."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from compare.align.own_words import own_words
from compare.align.quotes import quote_groups
from compare.align.reuse import reuse
from compare.align.story import Story
from compare.findings.absences import absences, digests
from compare.findings.agency import agency
from compare.findings.certainty import certainty
from compare.findings.citations import citations
from compare.findings.contradictions import statement_conflicts
from compare.findings.contrasts import contrasts
from compare.findings.denials import denial_conflicts
from compare.findings.doers_and_places import act_conflicts
from compare.findings.figures import figure_conflicts, figure_groups
from compare.findings.headline_words import headline_words
from compare.findings.headlines import headlines
from compare.findings.ledger import ledger
from compare.findings.linked_sentences import LinkedSentences
from compare.findings.loaded_words import emotive_contrasts, saying_contrasts
from compare.findings.naming import naming
from compare.findings.near_mentions import NearMentions
from compare.findings.profiles import profiles
from compare.findings.prominence import placements, prominence
from compare.findings.rank import ranked_conflicts
from compare.findings.wordings import wordings
from compare.model.comparison import Findings
from compare.model.facts import Coverage, Fact
from compare.model.ids import conflict_id_of
from compare.model.reader import NO_FIGURES_READ, ReadFigures
from compare.text.tone import ToneList, counterpart_lists, emotive_list


def findings(
    story: Story,
    facts: Sequence[Fact],
    coverage: Sequence[Coverage],
    *,
    lists: Sequence[ToneList] = (),
    read_figures: ReadFigures = NO_FIGURES_READ,
) -> Findings:
    """Everything found; a story has its articles in canonical order, so that ties fall alike.

    `lists` are the user's own lists of loaded words, looked at beside those of the program;
    `read_figures` the pairs that a reader of theirs took for answers to one question.
    """
    articles = story.articles
    figures = figure_groups(articles, facts, read_figures)
    numbers = figure_conflicts(figures, articles)
    denied = denial_conflicts(articles, facts, figures)
    stated = statement_conflicts(articles, facts)
    known = {one.id for one in stated}
    acts = (one for one in act_conflicts(articles, facts) if one.id not in known)
    conflicts = (*numbers, *denied, *stated, *acts)
    own = [own_words(article) for article in articles]
    copies, traces = reuse(articles, own), NearMentions(story)
    missed = absences(articles, facts, coverage, copies, traces, figures=figures)
    ground = LinkedSentences(articles, facts, own)
    titles = headlines(articles, facts, ground.entities)
    places = prominence(articles, facts, titles)
    toned = (*counterpart_lists(), *lists)
    return Findings(
        figures=figures,
        conflicts=ranked_conflicts(conflicts, articles),
        absences=missed,
        digests=digests(articles, facts, coverage, missed, traces),
        wordings=wordings(articles, facts),
        contrasts=(
            *contrasts(ground, toned),
            *emotive_contrasts(ground, (emotive_list(), *lists)),
            *saying_contrasts(ground, articles),
        ),
        naming=naming(ground, toned),
        agency=agency(ground),
        certainty=certainty(ground),
        headline_words=headline_words(articles, titles),
        profiles=profiles(articles, facts),
        quote_groups=quote_groups(articles, ground.heard),
        ledger=ledger(articles, ground.heard),
        reuse=copies,
        citations=citations(articles),
        headlines=titles,
        prominence=places,
        placements=placements(places),
    )


def without_ignored(seen: Findings, ignored: AbstractSet[str]) -> Findings:
    """The findings without figures that are not one question, and without ignored conflicts.

    Facts and quotes stay where they are; they are only not shown as worth a look.
    """
    if not ignored:
        return seen
    gone = ignored | {conflict_id_of(name) for name in ignored}
    return replace(
        seen,
        figures=tuple(group for group in seen.figures if group.id not in ignored),
        conflicts=tuple(one for one in seen.conflicts if one.id not in gone),
    )


def finding_ids(seen: Findings) -> tuple[str, ...]:
    """The ids of all figures, conflicts and quotes that can be set aside."""
    return tuple(
        one.id for found in (seen.figures, seen.conflicts, seen.quote_groups) for one in found
    )
