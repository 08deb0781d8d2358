"""A folder of articles on one event, with or without a story.toml that describes them."""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from typing import NoReturn

from compare.errors import BadStory, SourceError, UnreadableSource
from compare.model.articles import Document, Provenance
from compare.model.story import StoryInfo
from compare.sources.article_file import SUFFIXES, read_article_file
from compare.sources.dates import moment_in_words, read_moment
from compare.sources.encoding import decode
from compare.sources.files import missing_file, read_file
from compare.sources.isolation import isolate_errors
from compare.sources.no_article import is_own_result

STORY_FILE = "story.toml"
STORY_KEYS: dict[str, type | tuple[type, ...]] = {
    "title": str,
    "licence": str,
    "language": str,
    "about": str,
    "notice": str,
    "invented": bool,
    "articles": list,
    "teach": dict,
}
MOMENTS = ("published", "updated")
ARTICLE_KEYS: dict[str, type | tuple[type, ...]] = {
    "file": str,
    "outlet": str,
    "headline": str,
    "standfirst": str,
    "byline": str,
    "author": str,
    "url": str,
    "published": (date, str),
    "updated": (date, str),
    "language": str,
    "licence": str,
    "wire": str,
    "invented": bool,
    "fetched": (date, str),
    "captured": (date, str),
    "charset": str,
}
# Keys that say how a file is to be read or was got; the others are fields of a document.
OF_THE_FILE = frozenset({"file", "charset", "fetched", "captured"})
NO_ARTICLE = frozenset({"readme", "license", "licence", "notice", "copying", "changelog"})
ENDINGS = (*SUFFIXES, ".warc.gz")
LOOK_UP = "docs/inputs.md shows a whole story.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceStory:
    """The articles of a folder in their order, what is said of them, and what could not be read."""

    documents: tuple[Document, ...]
    info: StoryInfo | None
    problems: tuple[SourceError, ...] = ()


def read_story(folder: Path, *, source: str) -> SourceStory:
    """The articles of a folder; `info` is None when it has no story.toml.

    With a story.toml its articles come in its order, and what it says of one goes before what the
    file itself says. Without it they are the article files of the folder itself, by name. A wrong
    story.toml raises BadStory; an article that cannot be read is a problem and leaves the others.
    """
    if not os.path.lexists(folder / STORY_FILE):
        return _plain_folder(folder, source)
    at = f"{source.rstrip('/')}/{STORY_FILE}"
    story = _checked(read_story_table(folder, source=source), STORY_KEYS, at, "")
    if not str(story.get("licence") or "").strip():
        _refuse(at, "licence: there is none", 'Add a line such as licence = "CC0-1.0"')
    entries = story.get("articles")
    if not isinstance(entries, list) or not entries:
        _refuse(at, "articles: none are listed", f"Add [[articles]] with a file; {LOOK_UP}")
    documents: list[Document] = []
    problems: list[SourceError] = []
    for number, entry in enumerate(entries, 1):
        try:
            with isolate_errors(f"{at}, article {number}"):
                documents.append(_article(entry, number, story, folder, source))
        except SourceError as wrong:
            problems.append(wrong)
    info = StoryInfo(
        title=_text(story, "title") or "",
        invented=bool(story.get("invented")),
        licence=_text(story, "licence"),
        notice=_text(story, "notice"),
    )
    return SourceStory(documents=tuple(documents), info=info, problems=tuple(problems))


def _plain_folder(folder: Path, source: str) -> SourceStory:
    documents: list[Document] = []
    problems: list[SourceError] = []
    for name in _article_names(folder, source):
        at = f"{source.rstrip('/')}/{name}"
        try:
            data = read_file(path_inside(folder, name, at), source=at)
            if is_own_result(data):
                continue
            with isolate_errors(at):
                records = read_article_file(data, name=name, source=at)
            documents += records.documents
            problems += records.problems
        except SourceError as wrong:
            problems.append(wrong)
    if not documents and not problems:
        kinds = ", ".join(sorted(SUFFIXES))
        advice = f"Put article files in it ({kinds}), or name the folder that has them"
        raise UnreadableSource(source, "there are no articles in this folder", advice)
    return SourceStory(documents=tuple(documents), info=None, problems=tuple(problems))


def _article_names(folder: Path, source: str) -> list[str]:
    try:
        paths = [path for path in folder.iterdir() if path.name.lower().endswith(ENDINGS)]
        return sorted(
            path.name
            for path in paths
            if not path.name.startswith(".")
            and path.stem.lower() not in NO_ARTICLE
            and not path.is_dir()
        )
    except OSError as wrong:
        reason = "you may not read this folder"
        raise UnreadableSource(source, reason, "Change its permissions, or copy it") from wrong


def _article(
    entry: object, number: int, story: Mapping[str, object], folder: Path, source: str
) -> Document:
    at, where = f"{source.rstrip('/')}/{STORY_FILE}", f"article {number}: "
    if not isinstance(entry, dict):
        _refuse(at, f"{where}it must be a table of keys", f"Write [[articles]]; {LOOK_UP}")
    fields = _checked(entry, ARTICLE_KEYS, at, where)
    name = _text(fields, "file")
    if not name:
        _refuse(at, f"{where}file: there is none", f"Name the article's file; {LOOK_UP}")
    path = f"{source.rstrip('/')}/{name}"
    data = read_file(path_inside(folder, name, path), source=path)
    headline = _text(fields, "headline")
    records = read_article_file(
        data,
        name=Path(name).name,
        source=path,
        headline=headline,
        charset=_text(fields, "charset"),
    )
    for problem in records.problems:
        raise problem
    if len(records.documents) != 1:
        advice = "Give each article a file of its own"
        _refuse(path, f"it holds {len(records.documents)} articles, not one", advice)
    return _described(records.documents[0], fields, story, at=at, where=where)


def _described(
    document: Document,
    fields: Mapping[str, object],
    story: Mapping[str, object],
    *,
    at: str,
    where: str,
) -> Document:
    """The document with what story.toml says of it, and that it says so."""
    said: dict[str, object] = {
        "byline" if key == "author" else key: value.strip() if isinstance(value, str) else value
        for key, value in fields.items()
        if key not in OF_THE_FILE and key not in MOMENTS and value != ""
    }
    for key in MOMENTS:
        value = fields.get(key)
        if isinstance(value, date | str) and value:
            said |= _moment(key, value, at, where)
    own = {item.field: item.source for item in document.provenance}
    if "language" not in said and (language := _text(story, "language")):
        said["language"] = language
    sources = own | dict.fromkeys(
        set(said) & {"headline", "byline", "outlet", "published", "url"}, STORY_FILE
    )
    if how := _how_got(fields, at, where):
        sources["page"] = how
    if "captured" in fields:
        said["notes"] = (*document.notes, f"This is an archived copy. {how}.")
    said.setdefault("licence", document.licence or _text(story, "licence"))
    said.setdefault("invented", bool(story.get("invented")))
    said["provenance"] = tuple(
        Provenance(field=name, source=sources[name]) for name in sorted(sources)
    )
    return replace(document, **said)  # type: ignore[arg-type] # the keys are fields of Document


def _how_got(fields: Mapping[str, object], at: str, where: str) -> str | None:
    """How the file came from the web, as in "fetched 14 October 2031, 21:05 UTC"."""
    words = {"captured": "Wayback Machine, copy of", "fetched": "fetched"}
    for key, how in words.items():
        value = fields.get(key)
        if isinstance(value, date | str) and value:
            when = _moment(key, value, at, where)[key]
            assert isinstance(when, datetime)
            return f"{how} {moment_in_words(when)}"
    return None


def _moment(key: str, value: date | str, at: str, where: str) -> dict[str, object]:
    try:
        moment = read_moment(value)
    except ValueError as wrong:
        _refuse(at, f"{where}{key}: {wrong}", "Correct the date or leave it out")
    precision = {"published_precision": moment.precision} if key == "published" else {}
    return {key: moment.when, **precision}


def read_story_table(folder: Path, *, source: str) -> Mapping[str, object]:
    """The tables of a folder's story file, not yet checked; BadStory if it is no TOML."""
    at = f"{source.rstrip('/')}/{STORY_FILE}"
    path = path_inside(folder, STORY_FILE, at)
    if path.is_file() and not path.stat().st_size:
        _refuse(at, "it is empty", f"List the articles in it, or delete it; {LOOK_UP}")
    text = decode(read_file(path, source=at), source=at)
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as wrong:
        raise BadStory(at, f"this is no valid TOML ({wrong})", "Correct the line") from wrong


def _checked(
    table: Mapping[str, object],
    known: Mapping[str, type | tuple[type, ...]],
    at: str,
    where: str,
) -> Mapping[str, object]:
    """The table, once every key of it is known and of its kind."""
    for key, value in table.items():
        if key not in known:
            near = difflib.get_close_matches(key, known, 1)
            meant = f"Did you mean {near[0]}?" if near else f"Known keys: {', '.join(known)}"
            _refuse(at, f"{where}{key}: there is no such key", meant)
        if not isinstance(value, known[key]):
            kinds = _names(known[key])
            _refuse(
                at, f"{where}{key}: it must be {kinds}, not {value!r}"[:200], "Correct the value"
            )
    return table


def _names(kinds: type | tuple[type, ...]) -> str:
    words: dict[type, str] = {
        str: "text in quotation marks",
        bool: "true or false",
        list: "[[articles]]",
        dict: "a table",
        date: "a date",
        datetime: "a date",
    }
    several: Iterable[type] = kinds if isinstance(kinds, tuple) else (kinds,)
    return " or ".join(words[kind] for kind in several)


def path_inside(folder: Path, name: str, source: str) -> Path:
    """The path of a file of the folder; nothing outside it is read, not even through a link."""
    path = folder / name
    try:
        resolved = path.resolve(strict=True)
        root = folder.resolve(strict=True)
    except (FileNotFoundError, NotADirectoryError):
        raise missing_file(path, source=source) from None
    except (OSError, RuntimeError, ValueError) as wrong:
        raise UnreadableSource(source, "it cannot be reached", "Check the name") from wrong
    if PurePosixPath(name).is_absolute() or not resolved.is_relative_to(root):
        _refuse(source, "this file lies outside the story folder", "Copy it into the folder")
    return path


def _text(table: Mapping[str, object], key: str) -> str | None:
    value = table.get(key)
    return value.strip() or None if isinstance(value, str) else None


def _refuse(source: str, reason: str, advice: str) -> NoReturn:
    raise BadStory(source, reason, advice)
