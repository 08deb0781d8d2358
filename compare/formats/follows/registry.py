"""Every format of a followed story by its name."""

from __future__ import annotations

from collections.abc import Callable

from compare.errors import FormatError
from compare.model.follows import Follow


def _html(follow: Follow) -> bytes:
    from compare.formats.follows.page import follow_html

    return follow_html(follow).encode("utf-8", "replace")


def _json(follow: Follow) -> bytes:
    from compare.formats.follows.record import follow_json

    return follow_json(follow)


def _markdown(follow: Follow) -> bytes:
    from compare.formats.follows.text import follow_markdown

    return follow_markdown(follow).encode("utf-8", "replace")


def _text(follow: Follow) -> bytes:
    from compare.formats.follows.text import follow_text
    from compare.formats.screen import FILE

    return follow_text(follow, FILE).encode("utf-8", "replace")


FOLLOW_FORMATS: dict[str, Callable[[Follow], bytes]] = {
    "html": _html,
    "json": _json,
    "md": _markdown,
    "txt": _text,
}


def render_follow(follow: Follow, name: str) -> bytes:
    """The story over time in the named format; FormatError when there is none of that name."""
    if name not in FOLLOW_FORMATS:
        known = ", ".join(FOLLOW_FORMATS)
        raise FormatError(f"A followed story cannot be written as {name!r}. Use one of {known}.")
    return FOLLOW_FORMATS[name](follow)
