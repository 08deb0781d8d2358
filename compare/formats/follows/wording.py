"""What a followed story says in words: said once, for the terminal, Markdown and the page."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from compare.align.languages import not_looked_at
from compare.formats.moments import clock, day
from compare.formats.screen import shorten, unquoted_text
from compare.model.articles import Precision
from compare.model.findings import Evidence
from compare.model.follows import Claim, ClaimState, FigureLine, Follow, Step, StepKind

STATE_HEADS = {
    ClaimState.CONTRADICTED: "Contradicted",
    ClaimState.CORRECTED: "Corrected",
    ClaimState.CORROBORATED: "Corroborated independently",
    ClaimState.CORROBORATED_IN_PART: "Corroborated in part",
    ClaimState.SAID_ONCE: "Said once so far",
    ClaimState.NOT_REPEATED: "Not repeated in later articles",
}
NEWS_HEADS = {
    StepKind.CONTRADICTED: "Contradicted",
    StepKind.CORRECTED: "Corrected",
    StepKind.CHANGED: "Changed",
    StepKind.DROPPED: "Dropped",
    StepKind.CORROBORATED: "Corroborated",
    StepKind.NEW: "New",
}
STEP_WORDS = {
    StepKind.NEW: "said first",
    StepKind.REPEATED: "repeated",
    StepKind.CORROBORATED: "said independently",
    StepKind.CHANGED: "changed",
    StepKind.CORRECTED: "corrected",
    StepKind.CONTRADICTED: "contradicted",
    StepKind.DROPPED: "no longer there",
}
# Of an article whose time is not known, nothing can be said of what came before it.
_TIMELESS = {
    StepKind.NEW: "says it",
    StepKind.REPEATED: "says it too",
    StepKind.CORROBORATED: "says it independently",
}
_NOTHING_NEW = "Nothing new was found."
_NONE_MOVED = "None of the figures that several articles give has changed."
_SHOWN = 150


@dataclass(frozen=True, slots=True)
class NewsLine:
    """Something that the new articles brought: what it is about, and the words."""

    kind: StepKind
    text: str
    places: tuple[Evidence, ...]


def title(follow: Follow) -> str:
    """The first line of every output."""
    outlets = len({article.document.outlet for article in follow.articles})
    return f"A story over time: {len(follow.articles)} articles of {outlets} outlets"


def article_line(follow: Follow, letter: str) -> str:
    """An article with its time: "A Harbour Times, 14 October 2031, 21:05 UTC"."""
    document = follow.article(letter).document
    times = f", {moment_of(follow, letter)}" if document.published else ", time not known"
    earlier = [one for one, later in follow.versions if later == letter]
    version = f" (a later version of {earlier[-1]})" if earlier else ""
    return f"{letter} {document.outlet}{times}{version}"


def moment_of(follow: Follow, letter: str) -> str:
    """When an article was published, "" where it is not known."""
    document = follow.article(letter).document
    if document.published is None:
        return ""
    if document.published_precision is Precision.DAY:
        return day(document.published)
    return f"{day(document.published)}, {clock(document.published)}"


def nothing_new(follow: Follow) -> str:
    """What to say where nothing new is told: that nothing was found, or that nobody looked."""
    return not_looked_at(follow.articles) or _NOTHING_NEW


def none_moved(follow: Follow) -> str:
    """The same for figures that changed."""
    return not_looked_at(follow.articles) or _NONE_MOVED


def fresh_line(follow: Follow) -> str:
    """Which articles count as new."""
    if not follow.fresh:
        return "No article counts as new: no time of publication is known, or none is after it."
    after = f" after {day(follow.since)}, {clock(follow.since)}" if follow.since else ""
    return f"New articles{after}: {', '.join(follow.fresh)}"


def news(follow: Follow) -> tuple[NewsLine, ...]:
    """What the new articles brought, the weightiest kind first."""
    found: list[NewsLine] = []
    for kind in NEWS_HEADS:
        for claim in follow.claims:
            for step in claim.steps:
                part = step.in_part and kind is StepKind.CORROBORATED
                if step.kind is kind and step.article in follow.fresh and not part:
                    found.append(NewsLine(kind, claim.label, _places(step)))
        for line in follow.figures:
            for step in line.steps:
                told = kind not in (StepKind.NEW, StepKind.CORROBORATED)
                if told and step.kind is kind and step.article in follow.fresh:
                    found.append(NewsLine(kind, figure_text(line), _places(step)))
    return tuple(found)


def new_figure_lines(follow: Follow) -> tuple[NewsLine, ...]:
    """The figures of the new articles that agree with none before."""
    return tuple(
        NewsLine(StepKind.NEW, f"“{new.figure}”, {new.outlet}", (new.evidence,))
        for new in follow.new_figures
    )


def figure_text(line: FigureLine) -> str:
    """One line for a figure: the question, and every value that differs from the one before."""
    values: list[str] = []
    for step in line.steps:
        told = f"{step.value} ({step.article})"
        if not values or step.kind is not StepKind.REPEATED:
            values.append(told)
        else:
            values[-1] = f"{values[-1][:-1]}, {step.article})"
    return f"{line.question.rstrip('?')}: {' → '.join(values)}"


def is_moving(line: FigureLine) -> bool:
    """True for a figure that did not stay as it was first given."""
    return any(step.kind not in (StepKind.NEW, StepKind.REPEATED) for step in line.steps)


def by_state(follow: Follow) -> tuple[tuple[str, tuple[Claim, ...]], ...]:
    """The claims under the heading of their state; states without any are left out."""
    found = []
    for state, head in STATE_HEADS.items():
        mine = tuple(claim for claim in follow.claims if claim.state is state)
        if mine:
            found.append((head, mine))
    return tuple(found)


def tally(follow: Follow) -> str:
    """How many claims are in each state."""
    counts = Counter(claim.state for claim in follow.claims)
    told = [f"{counts[state]} {state.value}" for state in STATE_HEADS if counts[state]]
    return f"{len(follow.claims)} claims: {', '.join(told)}"


def step_text(follow: Follow, step: Step) -> str:
    """One receipt: when, which outlet, what it did."""
    moment = moment_of(follow, step.article)
    told, part = STEP_WORDS[step.kind], ", in part" if step.in_part else ""
    if not moment:
        return f"{step.article} {step.outlet}: {_TIMELESS.get(step.kind, told)}{part}"
    return f"{moment}, {step.article} {step.outlet}: {told}{part}"


def place_text(place: Evidence) -> str:
    """The words of a place, cut where they are long."""
    return f"{place.article}: “{shorten(unquoted_text(place.text), limit=_SHOWN)}”"


def _places(step: Step) -> tuple[Evidence, ...]:
    return tuple(place for place in (step.before, step.evidence) if place)
