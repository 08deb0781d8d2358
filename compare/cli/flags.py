"""The flags that commands share, declared once, and the value that carries them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True, kw_only=True)
class Flags:
    """What was asked for on the command line; each command sets those it offers."""

    strict: bool = False
    force: bool = False
    config: str | None = None
    settings: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    corrections: str | None = None
    reader: str | None = None
    reader_model: str | None = None
    reader_budget: int | None = None
    reader_replay: str | None = None
    offline: bool = False
    refresh: bool = False
    archived: bool = False
    allow_private: bool = False
    use_proxy: bool = False
    outputs: tuple[str, ...] = ()
    format_name: str | None = None
    as_json: bool = False
    open_report: bool = False
    no_text: bool = False
    excerpts: bool = False
    brief: bool = False
    title: str | None = None
    only: tuple[str, ...] = ()
    fail_on: tuple[str, ...] = ()
    quiet: bool = False
    verbose: bool = False
    no_color: bool = False
    width: int | None = None


def _listed(
    _ctx: click.Context, _param: click.Parameter, value: tuple[str, ...]
) -> tuple[str, ...]:
    """Names given with commas, with several flags, or both."""
    names = (name.strip() for given in value for name in given.split(","))
    return tuple(dict.fromkeys(name for name in names if name))


_STRICT = click.option("--strict", is_flag=True, help="A source that cannot be read is an error.")
_SETTINGS = (
    click.option("--config", metavar="FILE", help="Read options from a TOML file."),
    click.option(
        "--set", "settings", multiple=True, metavar="KEY=VALUE", help="Set one option; repeatable."
    ),
)
_SOURCES = (
    _STRICT,
    click.option("--title", metavar="TEXT", help="What the comparison is called."),
    click.option("--force", is_flag=True, help="Go on even if the articles seem unrelated."),
    *_SETTINGS,
    click.option(
        "--words",
        multiple=True,
        metavar="FILE",
        help="A list of loaded words of your own, looked at beside those of the program; "
        "repeatable.",
    ),
    click.option(
        "--corrections",
        metavar="FILE",
        help="What you put together, take apart or set aside; a corrections.toml in a story "
        "folder is read by itself.",
    ),
)

_READER = (
    click.option(
        "--reader",
        metavar="URL",
        help="A language model of your own puts statements together: the server that runs it, with "
        "the OpenAI-compatible interface, such as http://localhost:11434/v1. It gets the articles "
        "and answers in numbers; a key is taken from STORYDIFF_READER_KEY.",
    ),
    click.option("--reader-model", metavar="NAME", help="The model, as the server calls it."),
    click.option(
        "--reader-budget",
        type=click.IntRange(min=1),
        metavar="N",
        help="Tokens that a comparison may take; 300000 if not given. Beyond it the rules stand.",
    ),
    click.option(
        "--reader-replay",
        metavar="FILE",
        help="Take the answers from a record (reader.jsonl) and ask nobody.",
    ),
)

_WEB = (
    click.option("--offline", is_flag=True, help="Take addresses from the cache; fetch nothing."),
    click.option("--refresh", is_flag=True, help="Fetch anew what is in the cache."),
    click.option(
        "--archived",
        is_flag=True,
        help="Ask the Wayback Machine for pages that are gone or out of reach.",
    ),
    click.option(
        "--allow-private", is_flag=True, help="Allow addresses of this machine and its network."
    ),
    click.option(
        "--use-proxy", is_flag=True, help="Go through the proxy that the environment names."
    ),
)

_JSON = click.option("--json", "as_json", is_flag=True, help="JSON alone on standard output.")


def _fail_on(kinds: Sequence[str]) -> Callable[[F], F]:
    return click.option(
        "--fail-on",
        multiple=True,
        callback=_listed,
        metavar="KIND",
        help=f"Exit with 1 if found: {', '.join(kinds)}; several with commas.",
    )


_OUTPUTS = (
    click.option(
        "-o",
        "--output",
        "outputs",
        multiple=True,
        metavar="FILE",
        help="Write there; the suffix names the format: .html .json .md .csv .txt .parquet .arrow "
        ".jsonld .xml, or a table: .grid.csv .figures.csv; .docx and .pdf for a handout, .svg and "
        ".png for a picture of the grid. '-' is standard output. Repeatable.",
    ),
    click.option(
        "--format",
        "format_name",
        metavar="NAME",
        help="The format where there is no suffix: html, json, md, csv, txt or another of -o.",
    ),
    _JSON,
    click.option(
        "--open", "open_report", is_flag=True, help="Open the HTML report in the browser."
    ),
    click.option("--no-text", is_flag=True, help="JSON without article texts."),
    click.option(
        "--excerpts",
        is_flag=True,
        help="Show only the sentences that stand as evidence, in every format; for texts under "
        "copyright.",
    ),
    click.option(
        "--brief",
        is_flag=True,
        help="The story in a few sentences: one screen, one printed page, or an e-mail.",
    ),
    click.option(
        "--only",
        multiple=True,
        callback=_listed,
        metavar="SECTION",
        help="Sections of the summary and of Markdown: lead, outlets, alone, facts, look, figures, "
        "time, quotes, speakers, absences, headlines, ladders, words, names, acts, certainty, "
        "profile, accounts, notes; several with commas. CSV holds words, names, acts, certainty "
        "and profile if only such are named.",
    ),
    _fail_on(
        "clash, later, scope, who, when, where, opposite, certainty, altered-quote, reattributed, "
        "quote, absence, headline".split(", ")
    ),
)


def result_flags(
    kinds: Sequence[str] = (), formats: Sequence[str] = ("html", "json", "md", "txt")
) -> Callable[[F], F]:
    """The flags for what is written of a result that is no comparison; `kinds` can be failed on."""
    suffixes = " ".join(f".{name}" for name in formats)
    named = f"{', '.join(formats[:-1])} or {formats[-1]}"
    options = [
        click.option(
            "-o",
            "--output",
            "outputs",
            multiple=True,
            metavar="FILE",
            help=f"Write there; the suffix names the format: {suffixes}. '-' is standard output. "
            "Repeatable.",
        ),
        click.option(
            "--format",
            "format_name",
            metavar="NAME",
            help=f"The format where there is no suffix: {named}.",
        ),
        _JSON,
    ]
    if kinds:
        options.append(_fail_on(kinds))
    return lambda function: _with(function, options)


_SCREEN = (
    click.option("-q", "--quiet", is_flag=True, help="No notes; no summary if -o is given."),
    click.option("-v", "--verbose", is_flag=True, help="Tell more; leave nothing out of lists."),
    click.option("--no-color", is_flag=True, help="No colours."),
    click.option(
        "--width", type=click.IntRange(24, 1000), metavar="N", help="Columns of the summary."
    ),
)


def source_flags(function: F) -> F:
    """Add the flags for what is read and how it is compared."""
    return _with(function, (*_SOURCES, *_READER, *_WEB))


def reader_flags(function: F) -> F:
    """Add the flags for a reader of the user's own, and for the files that may name one."""
    return _with(function, (*_READER, *_SETTINGS))


def reading_flags(function: F) -> F:
    """Add the flags for what is read, where nothing of a comparison is shown."""
    return _with(function, (_STRICT, *_SETTINGS, *_WEB))


def web_flags(function: F) -> F:
    """Add the flags for how addresses are fetched."""
    return _with(function, _WEB)


def output_flags(function: F) -> F:
    """Add the flags for what is written."""
    return _with(function, _OUTPUTS)


def screen_flags(function: F) -> F:
    """Add the flags for what is printed."""
    return _with(function, _SCREEN)


def _with(function: F, options: Sequence[Callable[[F], F]]) -> F:
    for option in reversed(options):
        function = option(function)
    return function
