"""A followed story for a terminal, a pipe or a plain file, and as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from compare.formats.checks.text import wrap_line
from compare.formats.follows.wording import (
    NEWS_HEADS,
    NewsLine,
    article_line,
    by_state,
    figure_text,
    fresh_line,
    is_moving,
    new_figure_lines,
    news,
    none_moved,
    nothing_new,
    place_text,
    step_text,
    tally,
    title,
)
from compare.formats.screen import PIPE, Screen, shorten
from compare.formats.summary.markdown import escape_markdown
from compare.model.follows import Claim, ClaimState, Follow

_RECEIPTS = (
    ClaimState.CONTRADICTED,
    ClaimState.CORRECTED,
    ClaimState.CORROBORATED,
    ClaimState.CORROBORATED_IN_PART,
)


def follow_text(follow: Follow, screen: Screen = PIPE) -> str:
    """What is new, the figures, and the claims by state; ends with a line end.

    A screen shows the claims that moved with their receipts and counts the rest; a file has all.
    """
    return "\n".join(wrap_line(line, screen) for line in _lines(follow, screen)) + "\n"


def follow_markdown(follow: Follow) -> str:
    """The whole story over time as Markdown; ends with a line end."""
    found = [f"# {escape_markdown(title(follow))}", ""]
    found += [f"- {escape_markdown(article_line(follow, a.letter))}" for a in follow.articles]
    found += ["", *(f"> {escape_markdown(warning)}" for warning in follow.warnings)]
    found += ["", "## What is new", "", escape_markdown(fresh_line(follow)), ""]
    for line in (*news(follow), *new_figure_lines(follow)):
        found.append(f"- **{NEWS_HEADS[line.kind]}** {escape_markdown(line.text)}")
        found += [f"    - {escape_markdown(place_text(place))}" for place in line.places]
    found += ["", "## Figures", ""]
    found += [f"- {escape_markdown(figure_text(line))}" for line in follow.figures]
    found += ["", "## Claims", "", f"{escape_markdown(tally(follow))}."]
    for head, claims in by_state(follow):
        found += ["", f"### {head}", ""]
        for claim in claims:
            found.append(f"- {escape_markdown(claim.label)}")
            for step in claim.steps:
                found.append(f"    - {escape_markdown(step_text(follow, step))}")
                places = (place for place in (step.before, step.evidence) if place)
                found += [f"        - {escape_markdown(place_text(place))}" for place in places]
    return "\n".join(found) + "\n"


def _lines(follow: Follow, screen: Screen) -> Iterator[str]:
    whole = screen.facts is None
    yield title(follow)
    yield from (f"  {article_line(follow, a.letter)}" for a in follow.articles)
    yield from (f"  Note: {warning}" for warning in follow.warnings)
    yield ""
    yield "What is new"
    yield f"  {fresh_line(follow)}"
    told = news(follow)
    yield from _news(told, screen)
    if not told and not follow.new_figures:
        yield f"  {nothing_new(follow)}"
    if follow.new_figures:
        yield "  Figures that no earlier article has"
        yield from _some(new_figure_lines(follow), screen)
    yield ""
    yield "Figures that moved" if not whole else "Figures"
    lines = [line for line in follow.figures if whole or is_moving(line)]
    yield from (f"  {figure_text(line)}" for line in lines)
    if not lines:
        yield f"  {none_moved(follow)}"
    yield ""
    yield tally(follow)
    for head, claims in by_state(follow):
        yield ""
        yield f"{head} ({len(claims)})"
        yield from _claims(follow, claims, screen)
    for notice in follow.notices:
        yield ""
        yield f"A notice of correction in {place_text(notice)}"


def _news(told: tuple[NewsLine, ...], screen: Screen) -> Iterator[str]:
    for kind, head in NEWS_HEADS.items():
        mine = tuple(line for line in told if line.kind is kind)
        if mine:
            yield f"  {head} ({len(mine)})"
            yield from _some(mine, screen)


def _some(lines: tuple[NewsLine, ...], screen: Screen) -> Iterator[str]:
    most = screen.lines if screen.lines is not None else len(lines)
    for line in lines[:most]:
        yield f"    {line.text}"
        yield from (f"      {place_text(place)}" for place in line.places)
    if len(lines) > most:
        yield f"    and {len(lines) - most} more; -v shows them all"


def _claims(follow: Follow, claims: tuple[Claim, ...], screen: Screen) -> Iterator[str]:
    whole = screen.facts is None
    receipts = whole or claims[0].state in _RECEIPTS
    most = len(claims) if whole or screen.lines is None else screen.lines
    for claim in claims[:most]:
        yield f"  {shorten(claim.label)}"
        for step in claim.steps if receipts else ():
            yield f"    {step_text(follow, step)}"
            places = (place for place in (step.before, step.evidence) if place and whole)
            yield from (f"      {place_text(place)}" for place in places)
    if len(claims) > most:
        yield f"  and {len(claims) - most} more; -v shows them all"
