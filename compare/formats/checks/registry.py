"""Every format of a checked text by its name."""

from __future__ import annotations

from collections.abc import Callable

from compare.errors import FormatError
from compare.model.checks import Check


def _html(check: Check) -> bytes:
    from compare.formats.checks.page import check_html

    return check_html(check).encode("utf-8", "replace")


def _json(check: Check) -> bytes:
    from compare.formats.checks.record import check_json

    return check_json(check)


def _markdown(check: Check) -> bytes:
    from compare.formats.checks.text import check_markdown

    return check_markdown(check).encode("utf-8", "replace")


def _text(check: Check) -> bytes:
    from compare.formats.checks.text import check_text
    from compare.formats.screen import FILE

    return check_text(check, FILE).encode("utf-8", "replace")


CHECK_FORMATS: dict[str, Callable[[Check], bytes]] = {
    "html": _html,
    "json": _json,
    "md": _markdown,
    "txt": _text,
}


def render_check(check: Check, name: str) -> bytes:
    """The check in the named format; FormatError when there is none of that name."""
    if name not in CHECK_FORMATS:
        known = ", ".join(CHECK_FORMATS)
        raise FormatError(f"A checked text cannot be written as {name!r}. Use one of {known}.")
    return CHECK_FORMATS[name](check)
