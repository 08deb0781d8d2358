"""Every output format by its name, and the writing of a file as one step."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from compare.errors import FormatError
from compare.model.checks import Check
from compare.model.comparison import Comparison
from compare.model.follows import Follow
from compare.sources.no_article import OWN_PDF


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatOptions:
    """What a writer may be asked for; each takes what concerns it.

    `text` is False for JSON without article texts. `excerpts` is for texts under copyright: in
    every format only the sentences that stand as evidence are shown. `only` names sections of the
    text summary and of Markdown; none means the usual ones. `brief` is for what fits on one screen
    and one printed page, as HTML also for an e-mail. CSV is a table of mentions, or one of
    the sections on words when it is asked for no others.
    """

    text: bool = True
    excerpts: bool = False
    brief: bool = False
    only: tuple[str, ...] = ()


Writer = Callable[[Comparison, FormatOptions], bytes]
PLAIN = FormatOptions()


def _html(comparison: Comparison, options: FormatOptions) -> bytes:
    from compare.formats.html import brief, html

    page = brief(comparison) if options.brief else html(comparison)
    return page.encode("utf-8", "replace")


def _json(comparison: Comparison, options: FormatOptions) -> bytes:
    from compare.formats.json import dump, dump_without_text

    return dump(comparison) if options.text else dump_without_text(comparison)


def _markdown(comparison: Comparison, options: FormatOptions) -> bytes:
    from compare.formats.summary.markdown import dump

    return dump(comparison, only=options.only, brief=options.brief)


def _csv(comparison: Comparison, options: FormatOptions) -> bytes:
    from compare.formats.csv import dump
    from compare.formats.word_csv import dump as dump_words
    from compare.formats.word_csv import is_asked

    return dump_words(comparison, options.only) if is_asked(options.only) else dump(comparison)


def _text(comparison: Comparison, options: FormatOptions) -> bytes:
    from compare.formats.screen import FILE
    from compare.formats.summary.terminal import summary

    return summary(comparison, FILE, only=options.only, brief=options.brief).encode(
        "utf-8", "replace"
    )


def _docx(comparison: Comparison, options: FormatOptions) -> bytes:  # noqa: ARG001 - a Writer
    from compare.formats.handout import handout
    from compare.formats.word_file import word_file

    return word_file(handout(comparison))


def _pdf(comparison: Comparison, options: FormatOptions) -> bytes:  # noqa: ARG001 - a Writer
    from compare.formats.browser import pdf_of
    from compare.formats.handout import handout
    from compare.formats.html import page_environment

    page = page_environment().get_template("handout.html.j2").render(page=handout(comparison))
    return pdf_of(page) + OWN_PDF


def _svg(comparison: Comparison, options: FormatOptions) -> bytes:  # noqa: ARG001 - a Writer
    from compare.formats.grid_picture import grid_svg

    return grid_svg(comparison).encode("utf-8", "replace")


def _png(comparison: Comparison, options: FormatOptions) -> bytes:  # noqa: ARG001 - a Writer
    from compare.formats.grid_picture import grid_png

    return grid_png(comparison)


def _annotations(comparison: Comparison, options: FormatOptions) -> bytes:
    from compare.formats.web_annotations import dump

    return dump(comparison, text=options.text)


def _tei(comparison: Comparison, options: FormatOptions) -> bytes:  # noqa: ARG001 - a Writer
    from compare.formats.tei import dump

    return dump(comparison)


def _table_csv(name: str) -> Writer:
    def write_table(comparison: Comparison, options: FormatOptions) -> bytes:  # noqa: ARG001 - a Writer
        from compare.formats.csv import dump

        return dump(comparison, name)

    return write_table


def _parquet(name: str) -> Writer:
    def write_table(comparison: Comparison, options: FormatOptions) -> bytes:  # noqa: ARG001 - a Writer
        from compare.formats.arrow import parquet

        return parquet(comparison, name)

    return write_table


def _arrow(name: str) -> Writer:
    def write_table(comparison: Comparison, options: FormatOptions) -> bytes:  # noqa: ARG001 - a Writer
        from compare.formats.arrow import arrow

        return arrow(comparison, name)

    return write_table


# A table is named before the suffix, as in story.figures.csv; without a name it is the mentions.
TABLE_NAMES = ("grid", "facts", "coverage", "mentions", "figures", "quotes", "conflicts")
FORMATS: dict[str, Writer] = {
    "html": _html,
    "json": _json,
    "md": _markdown,
    "csv": _csv,
    "txt": _text,
    "parquet": _parquet("mentions"),
    "arrow": _arrow("mentions"),
    "jsonld": _annotations,
    "xml": _tei,
    **{f"{name}.csv": _table_csv(name) for name in TABLE_NAMES},
    **{f"{name}.parquet": _parquet(name) for name in TABLE_NAMES},
    **{f"{name}.arrow": _arrow(name) for name in TABLE_NAMES},
}
DOCUMENTS: dict[str, Writer] = {"docx": _docx, "pdf": _pdf, "svg": _svg, "png": _png}
"""Formats for people who do not read HTML; PDF and PNG need a browser, DOCX an extra."""

EVERY_FORMAT = FORMATS | DOCUMENTS
_ALIASES = {
    "htm": "html",
    "markdown": "md",
    "text": "txt",
    "feather": "arrow",
    "tei": "xml",
    "tei.xml": "xml",
}


def known_formats(mark: str = "") -> str:
    """The names of the formats in words, each after `mark`, for an error or a help."""
    single = ", ".join(f"{mark}{name}" for name in EVERY_FORMAT if "." not in name)
    tables = ", ".join(TABLE_NAMES)
    return f"{single}, and {mark}TABLE.csv, .parquet or .arrow for a TABLE of {tables}"


def format_of(path: Path) -> str:
    """The name of the format that belongs to the suffix; FormatError lists the known ones."""
    suffix = path.suffix.lower().lstrip(".")
    table = path.with_suffix("").suffix.lower().lstrip(".") if path.suffix else ""
    name = _known(f"{table}.{suffix}") or _known(suffix)
    if name is None:
        known = known_formats(".")
        what = f"the suffix .{suffix} is not known" if suffix else "it has no suffix"
        raise FormatError(f"{path}: {what}. Use one of {known}, or name the format.")
    return name


def _known(suffix: str) -> str | None:
    name = _ALIASES.get(suffix, suffix)
    return name if name in EVERY_FORMAT else None


def render(comparison: Comparison, name: str, *, options: FormatOptions = PLAIN) -> bytes:
    """The comparison in the named format; FormatError when there is none of that name."""
    if name not in EVERY_FORMAT:
        raise FormatError(f"There is no format {name!r}. Use one of {known_formats()}.")
    if options.excerpts:
        from compare.formats.excerpts import excerpt_of

        comparison = excerpt_of(comparison)
    return EVERY_FORMAT[name](comparison, options)


def write(
    comparison: Comparison | Check | Follow,
    path: str | os.PathLike[str],
    *,
    format: str | None = None,
    options: FormatOptions = PLAIN,
) -> None:
    """Write `comparison` to the file at `path`, in the format of its suffix unless one is named.

    `format` names another format, as in "md"; `options` are for comparisons. A checked text and a
    followed story are written as well; they have no CSV. The file appears whole or not at all;
    FormatError says why it could not be written.

    >>> import tempfile
    >>> from compare.model.articles import Document
    >>> from compare.pipeline import compare_story
    >>> told = [
    ...     Document(text="Two people died.", outlet=name, headline="Ferry burns")
    ...     for name in ("Times", "Ledger")
    ... ]
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write(compare_story(told), Path(folder, "report.md"))
    ...     Path(folder, "report.md").read_text(encoding="utf-8").splitlines()[0]
    '# Ferry burns'
    """
    target = Path(path)
    write_bytes(_rendered(comparison, format or format_of(target), options), target)


def _rendered(result: Comparison | Check | Follow, name: str, options: FormatOptions) -> bytes:
    """Any result in the named format; FormatError when there is none of that name for it."""
    if isinstance(result, Comparison):
        return render(result, name, options=options)
    if isinstance(result, Check):
        from compare.formats.result_registry import CHECK_FORMATS

        return CHECK_FORMATS.render(result, name)
    from compare.formats.result_registry import FOLLOW_FORMATS

    return FOLLOW_FORMATS.render(result, name)


def write_bytes(data: bytes, path: Path) -> None:
    """Puts the bytes into a file in one step; FormatError when that is not possible."""
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
        else:
            _replace(data, path.resolve())
    except (OSError, ValueError, RuntimeError) as wrong:
        reason = getattr(wrong, "strerror", None) or wrong
        raise FormatError(
            f"{path} could not be written: {reason}. Choose another place."
        ) from wrong


def _replace(data: bytes, path: Path) -> None:
    part = _new_file(path.parent)
    try:
        part.write_bytes(data)
        if path.exists():
            part.chmod(path.stat().st_mode & 0o7777)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _new_file(folder: Path) -> Path:
    """An empty file that was not there before, of a short name whatever the result is called."""
    for number in itertools.count():
        part = folder / f".storydiff-{os.getpid()}-{number}.part"
        try:
            part.touch(exist_ok=False)
        except FileExistsError:
            continue
        return part
    raise AssertionError("the numbers do not end")
