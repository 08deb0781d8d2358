"""A comparison in a notebook: one line, the story in words with its grid, a line to cite it by."""

from __future__ import annotations

import hashlib
from html import escape

from compare.formats.grid import FactRow, Sign, shared_count, shown_rows
from compare.formats.highlights import highlights
from compare.formats.screen import shorten
from compare.formats.withheld_words import with_filler_noted
from compare.model.comparison import Comparison
from compare.text.control_characters import one_line

# A notebook shows what fits on a screen; the frames hold the rest.
_ROWS = 24
_LOOKS = 6
_SIGNS = {
    Sign.STATED: "■",
    Sign.PARTLY: "◪",
    Sign.GUARDED: "◌",
    Sign.HEADLINE: "▀",
    Sign.PERHAPS: "?",
    Sign.NOT_FOUND: "–",
}
_CELL = "padding:.2em .6em;text-align:center"


def one_line_of(comparison: Comparison) -> str:
    """Like `Comparison("Ferry fire", 4 articles, 69 facts, 21 shared, 10 differences)`."""
    title = shorten(one_line(comparison.story.title), limit=60)
    counts = (
        f"{len(comparison.articles)} articles, {len(comparison.facts)} facts, "
        f"{shared_count(comparison)} shared, {len(comparison.conflicts)} differences"
    )
    return f"Comparison({f'{title!r}, ' if title else ''}{counts})"


def citation(comparison: Comparison) -> str:
    """One line by which a result can be cited and checked.

    The digest is of the SHA-256 of all articles, in an order that does not depend on the input.
    """
    tool = comparison.tool
    title = one_line(comparison.story.title) or "untitled story"
    outlets = ", ".join(sorted({one_line(a.document.outlet) for a in comparison.articles}))
    digests = sorted(article.document.sha256 for article in comparison.articles)
    digest = hashlib.sha256(" ".join(digests).encode()).hexdigest()[:16]
    return (
        f"{tool.name} {tool.version}: comparison of {len(comparison.articles)} articles on "
        f"“{title}” ({outlets}); {len(comparison.facts)} facts, {shared_count(comparison)} in two "
        f"or more articles; {comparison.schema}; articles sha256:{digest}."
    )


def page(comparison: Comparison) -> str:
    """The story in words, what is worth a look, and the grid, as a piece of HTML without scripts.

    Text of articles is escaped and without control characters.
    """
    every = shown_rows(comparison)
    head = "".join(
        f'<th style="{_CELL}">{a.letter}<br>{_text(a.document.outlet)}</th>'
        for a in comparison.articles
    )
    body = "".join(_row(row) for row in every[:_ROWS])
    left = len(every) - _ROWS
    more = f"<p>… and {left} more facts: <code>.to_frame()</code></p>" if left > 0 else ""
    key = "; ".join(f"{sign} {name.value}" for name, sign in _SIGNS.items())
    return (
        f"<div><p><b>{_text(comparison.story.title)}</b> {_words(comparison)}</p>"
        f"{_looks(comparison)}"
        f"<table><thead><tr><th></th><th style='text-align:left'>Fact</th>{head}<th>Said by</th>"
        f"</tr></thead><tbody>{body}</tbody></table>{more}<p><small>{key}</small></p></div>"
    )


def _words(comparison: Comparison) -> str:
    """The story in a few sentences: how many articles, what they share, what cannot all be true."""
    story = comparison.story
    differ = comparison.differences.differ
    said = [
        f"{len(comparison.articles)} articles; {shared_count(comparison)} of "
        f"{len(comparison.facts)} facts are in two or more; "
        f"{differ} {'difference' if differ == 1 else 'differences'} cannot both be true."
    ]
    if story.notice or story.invented:
        said.append(_text(story.notice or "The story is invented."))
    said += [_text(warning) for warning in story.warnings]
    return " ".join(said)


def _looks(comparison: Comparison) -> str:
    found = highlights(comparison)[:_LOOKS]
    items = "".join(f"<li>{_text(one.head)}</li>" for one in found)
    return f"<p>Worth a look</p><ul>{items}</ul>" if items else ""


def _row(row: FactRow) -> str:
    cells = "".join(
        f'<td style="{_CELL}" title="{cell.sign.value}">'
        f"{'▲' if cell.clash else ''}{_text(cell.figure or _SIGNS[cell.sign])}</td>"
        for cell in row.cells
    )
    label = _text(shorten(with_filler_noted(row.fact.label), limit=130))
    return (
        f"<tr><td>{row.fact.ordinal}</td><td style='text-align:left'>{label}</td>{cells}"
        f"<td>{_text(row.count)}</td></tr>"
    )


def _text(words: str) -> str:
    return escape(one_line(words))
