"""A checked text for a terminal, a pipe or a plain file, and as Markdown."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from compare.formats.checks.wording import (
    GLYPHS,
    PLAIN_GLYPHS,
    RemarkLine,
    borne_out_by,
    left_out_line,
    none_left_out,
    outlet_of,
    remarks,
    state_words,
    tally,
    title,
)
from compare.formats.screen import PIPE, Screen, shorten, unquoted_text
from compare.model.checks import Check, CheckedStatement, CheckState

# So many characters of a place are shown in a line.
_PLACE = 160
_INDENT = "    "


def check_text(check: Check, screen: Screen = PIPE) -> str:
    """The whole check as text of the width of the screen; ends with a line end."""
    lines = [title(check), *_sources(check), *(f"Note: {each}" for each in check.warnings)]
    lines += [tally(check), ""]
    for number, statement in enumerate(check.statements, 1):
        lines += _statement(check, statement, number, screen)
    lines += ["", *_left_out(check, screen)]
    return "\n".join(wrap_line(line, screen) for line in lines) + "\n"


def check_markdown(check: Check) -> str:
    """The whole check as Markdown; ends with a line end."""
    found = [f"# {_md(title(check))}", "", *(f"- {_md(line)}" for line in _sources(check)), ""]
    found += [line for warning in check.warnings for line in (f"> {_md(warning)}", "")]
    found += [f"**{tally(check)}.**", ""]
    for number, statement in enumerate(check.statements, 1):
        text = _md(" ".join(statement.text.split()))
        found += [f"{number}. **{_md(state_words(statement))}** – {text}"]
        for line in _lines(statement):
            found.append(f"    - {_md(line.text)}")
            found += [f"        - {_md(place)}" for place in _places(check, line)]
    found += ["", "## Left out", ""]
    found += [f"- {_md(left_out_line(left).text)}" for left in check.left_out] or [
        none_left_out(check)
    ]
    return "\n".join(found) + "\n"


def _sources(check: Check) -> list[str]:
    return [outlet_of(check, source.letter) for source in check.sources]


def _statement(
    check: Check, statement: CheckedStatement, number: int, screen: Screen
) -> Iterator[str]:
    glyph = (PLAIN_GLYPHS if screen.plain else GLYPHS)[statement.state]
    yield f"{number:>2} {glyph} {state_words(statement)}"
    yield f"{_INDENT}{' '.join(statement.text.split())}"
    for line in _lines(statement) if screen.facts is None else remarks(statement):
        yield f"{_INDENT}  {line.text}"
        for place in _places(check, line):
            yield f"{_INDENT}    {place}"


def _lines(statement: CheckedStatement) -> tuple[RemarkLine, ...]:
    """The remarks on a statement, and where it is borne out."""
    borne = borne_out_by(statement)
    stated = statement.state in (CheckState.STATED, CheckState.ATTRIBUTED, CheckState.PARTLY)
    return (*remarks(statement), *([borne] if borne and stated else []))


def _places(check: Check, line: RemarkLine) -> Iterator[str]:
    for place in line.places:
        words = shorten(unquoted_text(place.text), limit=_PLACE)
        yield f"{outlet_of(check, place.article)}: “{words}”"


def _left_out(check: Check, screen: Screen) -> Iterator[str]:
    yield "Left out by the text"
    if not check.left_out:
        yield f"  {none_left_out(check)}"
    for left in check.left_out if screen.facts is None else check.left_out[: screen.facts]:
        yield f"  {left_out_line(left).text}"
    rest = 0 if screen.facts is None else len(check.left_out) - screen.facts
    if rest > 0:
        yield f"  and {rest} more; -v shows them all"


def wrap_line(line: str, screen: Screen) -> str:
    """A line that keeps its indent, on as many lines as the width of the screen asks for."""
    indent = " " * (len(line) - len(line.lstrip()))
    return textwrap.fill(
        screen.say(line.strip()),
        width=max(24, screen.width),
        initial_indent=indent,
        subsequent_indent=f"{indent}  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _md(text: str) -> str:
    """The words with what Markdown would read as marks escaped."""
    from compare.formats.summary.markdown import escape_markdown

    return escape_markdown(text)
