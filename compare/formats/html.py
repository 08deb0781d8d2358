"""The comparison as one HTML file that needs no network and no script."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from typing import TYPE_CHECKING

from compare.assets import asset
from compare.errors import CompareError
from compare.model.comparison import Comparison

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# Before a slash the value would take the slash in.
_PLAIN_VALUE = re.compile(r'="([\w.#;:%-]+)"(?=[ >])', re.ASCII)
_AFTER_PROPERTY = re.compile(r"((?:[{;]|^)\s*[\w-]+:) ", re.MULTILINE)
_LINE_COMMENT = re.compile(r"^\s*//.*\n", re.MULTILINE)
_INDENT = re.compile(r"^\s+", re.MULTILINE)
# White space around a brace and the last sign before it, and white space after a declaration and
# between the names of a list; no quoted text of a style sheet has such a sign before a space.
_LOOSE = re.compile(r"\s*;?\s*([{}])\s*|([;,])\s+")


def html(comparison: Comparison) -> str:
    """The report; the same comparison always gives the same text."""
    from compare.formats.report.page import report

    page = report(comparison)
    return compact(page_environment().get_template("report.html.j2").render(page=page))


def brief(comparison: Comparison) -> str:
    """Return the brief form as HTML that mail programs show: tables and styles in attributes."""
    from compare.formats.highlights import nothing_found
    from compare.formats.summary.sections import chosen_sections

    sections = [
        (one.heading, entries, nothing_found(comparison, one.none_found))
        for one in chosen_sections((), brief=True)
        if one.entries is not None
        and ((entries := tuple(one.entries(comparison))) or one.none_found)
    ]
    template = page_environment().get_template("brief.html.j2")
    return template.render(
        story=comparison.story,
        tool=f"{comparison.tool.name} {comparison.tool.version}",
        sections=sections,
    )


def compact(page: str) -> str:
    """The page without the quotation marks that HTML does not ask for.

    Attributes of one plain word need none, and have them tens of thousands of times in a large
    report. No text of an article can look like an attribute: its quotation marks are escaped.
    """
    body, script, rest = page.partition("<script>")
    parts = _PLAIN_VALUE.split(body)
    parts[1::2] = (f"={value}" for value in parts[1::2])
    return "".join([*parts, script, rest])


@cache
def page_environment() -> Environment:
    """What all our pages are made with: article text can never become markup in any of them."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(asset("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        optimized=False,  # it takes a tenth of the time to read the templates, and gains nothing
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["inline"] = inline_asset
    environment.globals["script_digest"] = script_digest
    return environment


def inline_asset(name: str) -> Markup:
    """Our own style sheet or script, to be put into its element.

    Both lose their comments and indents, which are a good part of a small report. The only
    place where text is declared to be markup: it takes no input but the name of a file that is
    part of the program, and refuses one that could end its element.
    """
    from markupsafe import Markup

    text = asset("templates", name).read_text(encoding="utf-8")
    if name.endswith(".css"):
        text = _LOOSE.sub(r"\1\2", _INDENT.sub("", _COMMENT.sub("", text)))
        text = _AFTER_PROPERTY.sub(r"\1", text)
    elif name.endswith(".js"):
        text = _INDENT.sub("", _LINE_COMMENT.sub("", text))
    if "</" in text or "<!--" in text:
        raise CompareError(f"{name} could end its element. Install storydiff again.")
    return Markup(text)


def script_digest(name: str) -> str:
    """The digest of one of our scripts, by which a page's own policy knows it from any other."""
    digest = hashlib.sha256(inline_asset(name).encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
