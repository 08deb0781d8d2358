"""The formats of a diff by their names, and where a command is told to put it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from compare.errors import OptionError
from compare.model.diff import Diff


@dataclass(frozen=True, slots=True)
class DiffTarget:
    """One thing to write; `path` is None for standard output."""

    path: Path | None
    format: str


def _html(diff: Diff) -> bytes:
    from compare.formats.diff_page import diff_page

    return diff_page(diff).encode("utf-8", "replace")


def _json(diff: Diff) -> bytes:
    from compare.formats.diff_json import dump_diff

    return dump_diff(diff)


def _text(diff: Diff) -> bytes:
    from compare.formats.diff_text import diff_text
    from compare.formats.screen import FILE

    return diff_text(diff, FILE).encode("utf-8", "replace")


DIFF_FORMATS: dict[str, Callable[[Diff], bytes]] = {"html": _html, "json": _json, "txt": _text}
_ALIASES = {"htm": "html", "text": "txt"}


def render_diff(diff: Diff, name: str) -> bytes:
    """The diff in the named format."""
    return DIFF_FORMATS[name](diff)


def diff_targets(
    outputs: Sequence[str], format_name: str | None, *, as_json: bool
) -> tuple[DiffTarget, ...]:
    """What to write; OptionError for a format that there is not, or two for standard output."""
    found = [_target(output, format_name) for output in outputs]
    if as_json:
        found.append(DiffTarget(None, "json"))
    elif format_name and not outputs:
        found.append(DiffTarget(None, _known(format_name)))
    if sum(target.path is None for target in found) > 1:
        raise OptionError(
            "Only one result can go to standard output. Name files for the rest with -o."
        )
    return tuple(found)


def _target(output: str, format_name: str | None) -> DiffTarget:
    if output == "-":
        return DiffTarget(None, _known(format_name or "txt"))
    suffix = Path(output).suffix.lstrip(".").lower()
    name = _ALIASES.get(suffix, suffix)
    return DiffTarget(Path(output), name if name in DIFF_FORMATS else _known(format_name or name))


def _known(name: str) -> str:
    wanted = _ALIASES.get(name.lower(), name.lower())
    if wanted not in DIFF_FORMATS:
        known = ", ".join(DIFF_FORMATS)
        raise OptionError(f"There is no format {name!r} of a diff. Use one of {known}.")
    return wanted
