"""The formats of a checked text, of a diff and of a followed story by their names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Generic, TypeVar

from compare.errors import FormatError
from compare.model.checks import Check
from compare.model.diff import Diff
from compare.model.follows import Follow

R = TypeVar("R")

# Of a diff in JSON, before its other fields.
_FIRST = ("schema", "offset_unit")


@dataclass(frozen=True, slots=True)
class ResultFormats(Generic[R]):
    """The writers of one kind of result by the name of the format; `noun` is its kind in words."""

    noun: str
    writers: Mapping[str, Callable[[R], bytes | str]]

    def render(self, result: R, name: str) -> bytes:
        """Return the result in the named format; FormatError when there is none of that name."""
        if name not in self.writers:
            known = ", ".join(self.writers)
            raise FormatError(f"{self.noun} cannot be written as {name!r}. Use one of {known}.")
        data = self.writers[name](result)
        return data.encode("utf-8", "replace") if isinstance(data, str) else data


def _check_html(check: Check) -> str:
    from compare.formats.checks.page import check_html

    return check_html(check)


def _check_json(check: Check) -> bytes:
    from compare.formats.checks.record import check_json

    return check_json(check)


def _check_markdown(check: Check) -> str:
    from compare.formats.checks.text import check_markdown

    return check_markdown(check)


def _check_text(check: Check) -> str:
    from compare.formats.checks.text import check_text
    from compare.formats.screen import FILE

    return check_text(check, FILE)


def _diff_html(diff: Diff) -> str:
    from compare.formats.diff_page import diff_page

    return diff_page(diff)


def _diff_json(diff: Diff) -> bytes:
    """The diff as UTF-8 JSON, indented, with a line end at the end; `schema` comes first."""
    import msgspec

    tree = msgspec.to_builtins(diff)
    names = [*_FIRST, *(spec.name for spec in fields(diff) if spec.name not in _FIRST)]
    try:
        encoded = msgspec.json.encode({name: tree[name] for name in names})
    except UnicodeEncodeError as wrong:
        raise FormatError(
            "An article holds half a character (a lone surrogate), which JSON cannot carry. "
            "Save the article as UTF-8 and compare again."
        ) from wrong
    return msgspec.json.format(encoded, indent=2) + b"\n"


def _diff_text(diff: Diff) -> str:
    from compare.formats.diff_text import diff_text
    from compare.formats.screen import FILE

    return diff_text(diff, FILE)


def _follow_html(follow: Follow) -> str:
    from compare.formats.follows.page import follow_html

    return follow_html(follow)


def _follow_json(follow: Follow) -> bytes:
    from compare.formats.follows.record import follow_json

    return follow_json(follow)


def _follow_markdown(follow: Follow) -> str:
    from compare.formats.follows.text import follow_markdown

    return follow_markdown(follow)


def _follow_text(follow: Follow) -> str:
    from compare.formats.follows.text import follow_text
    from compare.formats.screen import FILE

    return follow_text(follow, FILE)


CHECK_FORMATS: ResultFormats[Check] = ResultFormats(
    "A checked text",
    {"html": _check_html, "json": _check_json, "md": _check_markdown, "txt": _check_text},
)
DIFF_FORMATS: ResultFormats[Diff] = ResultFormats(
    "A diff", {"html": _diff_html, "json": _diff_json, "txt": _diff_text}
)
FOLLOW_FORMATS: ResultFormats[Follow] = ResultFormats(
    "A followed story",
    {"html": _follow_html, "json": _follow_json, "md": _follow_markdown, "txt": _follow_text},
)
