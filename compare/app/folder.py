"""One story as a plain folder: its articles, what is said of them, and what is still to be read."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tomllib
from collections.abc import Callable, Iterable, Mapping, MutableMapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import tomlkit
from tomlkit.exceptions import TOMLKitError

from compare.app.file_names import COMPARISON, LAST, OWN_FILES, REPORT, safe_name
from compare.app.interface_texts import problem
from compare.app.reading import (
    FolderReading,
    Guess,
    Problem,
    WaitingLink,
    guess_of,
    load_reading,
    problem_of,
    save_reading,
    shown_moment,
)
from compare.errors import BadStory, SourceError
from compare.formats.registry import write_bytes
from compare.sources.article_file import read_article_file
from compare.sources.corrections import CORRECTIONS_FILE
from compare.sources.dates import read_moment
from compare.sources.files import read_file
from compare.sources.isolation import isolate_errors
from compare.sources.no_article import is_own_result
from compare.sources.story import ENDINGS, NO_ARTICLE, STORY_FILE, path_inside
from compare.sources.story_folder import LICENCE
from compare.text.control_characters import one_line

_LONGEST = 300
Table = TypeVar("Table", bound=Mapping[str, Any])


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleBox:
    """One article as its box shows it; `key` is its file, or "link:" and an address."""

    key: str
    name: str
    outlet: str = ""
    headline: str = ""
    published: str = ""
    words: int = 0
    problem: Problem | None = None

    @property
    def is_link(self) -> bool:
        """True for an address of which there is no file yet."""
        return self.key.startswith("link:")


class StoryFolder:
    """A story folder that is open for reading and changing.

    What a user wrote into story.toml, comments too, stays as it is. A folder without one gets one
    at the first change. SourceError tells what is wrong with a folder.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def slug(self) -> str:
        """The name of the folder, by which its page is found."""
        return self.path.name

    @property
    def title(self) -> str:
        """The title in story.toml, or the name of the folder."""
        try:
            return str(self._table().get("title") or "").strip() or self.slug
        except SourceError:
            return self.slug

    @property
    def reading(self) -> FolderReading:
        """What the last reading found."""
        return load_reading(self.path)

    @property
    def has_report(self) -> bool:
        """True when there is a comparison to show."""
        return (self.path / COMPARISON).is_file() and (self.path / REPORT).is_file()

    @property
    def has_last(self) -> bool:
        """True when there is a comparison of other articles of the story, made before."""
        return self.has_report and (self.path / LAST).is_file()

    @property
    def is_current(self) -> bool:
        """True when nothing changed since the last comparison."""
        return self.has_report and self.reading.compared == self.inputs_mark()

    def inputs_mark(self) -> str:
        """A mark that changes with the articles, story.toml or the corrections."""
        digest = hashlib.sha256()
        with contextlib.suppress(SourceError):
            # What a lesson asks changes no report.
            said = {key: value for key, value in self._table().items() if key != "teach"}
            digest.update(repr(said).encode("utf-8", "replace"))
        for name in (CORRECTIONS_FILE, *sorted(self.article_files())):
            with contextlib.suppress(SourceError):
                data = read_file(path_inside(self.path, name, name), source=name, may_be_empty=True)
                digest.update(f"{name}\x1f{len(data)}\x1f".encode())
                digest.update(data)
        return digest.hexdigest()[:16]

    def files_mark(self) -> str:
        """A mark that changes with any file, found without reading one."""
        found = [(e.name, e.stat().st_mtime_ns, e.stat().st_size) for e in os.scandir(self.path)]
        return repr(sorted(found))

    def version(self) -> str:
        """A mark of what the boxes show, to tell when another tab changed it."""
        links = [(one.address, one.outlet, one.published) for one in self.reading.links]
        return hashlib.sha256(f"{self.inputs_mark()}{links}".encode()).hexdigest()[:16]

    def boxes(self) -> tuple[ArticleBox, ...]:
        """A box for each article and each waiting link, in their order."""
        reading = self.reading
        found = []
        for name, said in self._entries():
            guess = reading.files.get(name, Guess())
            found.append(
                ArticleBox(
                    key=name,
                    name=name,
                    outlet=said.get("outlet") or guess.outlet,
                    headline=said.get("headline") or guess.headline,
                    published=said.get("published") or guess.published,
                    words=guess.words,
                    problem=guess.problem,
                )
            )
        return (*found, *(_link_box(link) for link in reading.links))

    def article_files(self) -> tuple[str, ...]:
        """The names of the files that are compared."""
        return tuple(name for name, _ in self._entries())

    def taken_out(self) -> tuple[str, ...]:
        """The article files of the folder that are not compared any more."""
        used = {name.casefold() for name in self.article_files()}
        return tuple(name for name in self._files() if name.casefold() not in used)

    def rename(self, title: str) -> None:
        """Give the story another title; the folder keeps its name."""
        table = self._editable()
        table["title"] = _line(title) or self.slug
        self._write(table)

    def add_file(self, name: str, data: bytes, *, outlet: str = "", published: str = "") -> None:
        """Put an article's file into the folder, as it came, and read it."""
        stored = safe_name(name, self._names())
        write_bytes(data, self.path / stored)
        self._append(stored, outlet, published)
        self.read(stored)

    def add_text(self, text: str, *, outlet: str = "", published: str = "") -> None:
        """Put a pasted text into the folder."""
        name = f"{outlet}.txt" if outlet else "text-1.txt"
        self.add_file(name, text.encode("utf-8", "replace"), outlet=outlet, published=published)

    def add_link(self, address: str, *, outlet: str = "", published: str = "") -> None:
        """Note an address; it is fetched with the next comparison."""
        self._append("", "", "")
        reading = self.reading
        if all(link.address != address for link in reading.links):
            reading.links.append(WaitingLink(address, _line(outlet), _moment(published)))
        save_reading(self.path, reading)

    def keep_fetched(self, link: WaitingLink, name: str, data: bytes, said: Iterable[str]) -> None:
        """Put a fetched page into the folder; `said` are lines of TOML that tell of it."""
        stored = safe_name(name, self._names())
        write_bytes(data, self.path / stored)
        table = self._editable()
        entry = tomlkit.table()
        entry["file"] = stored
        for key, value in tomllib.loads("\n".join(said)).items():
            entry[key] = value
        if link.outlet:
            entry["outlet"] = link.outlet
        if link.published:
            entry["published"] = link.published
        _articles(table).append(entry)
        self._write(table)
        self.forget_link(link.address)

    def forget_link(self, address: str) -> None:
        """Take an address off the list of what is to be fetched."""
        reading = self.reading
        reading.links = [link for link in reading.links if link.address != address]
        save_reading(self.path, reading)

    def change(self, key: str, *, outlet: str, published: str, text: str = "") -> None:
        """Write what a user says of an article; with `text`, that becomes the article."""
        if key.startswith("link:"):
            self._change_link(key.removeprefix("link:"), outlet, published, text)
            return
        table = self._editable()
        entry = next((one for one in _articles(table) if one.get("file") == key), None)
        if entry is None:
            raise BadStory(key, *problem("article_gone"))
        guess = self.reading.files.get(key, Guess())
        for name, value, guessed in (
            ("outlet", _line(outlet), guess.outlet),
            ("published", _moment(published), guess.published),
        ):
            if value and (name in entry or value != guessed):
                if _shown(entry.get(name, "")) != value:
                    entry[name] = value
            elif not value and name in entry:
                del entry[name]
        if text.strip():
            entry["file"] = safe_name(f"{Path(key).stem}.txt", self._names())
            write_bytes(text.encode("utf-8", "replace"), self.path / str(entry["file"]))
        self._write(table)
        self.read(str(entry["file"]))

    def _change_link(self, address: str, outlet: str, published: str, text: str) -> None:
        if text.strip():
            self.add_text(text, outlet=outlet, published=published)
            self.forget_link(address)
            return
        reading = self.reading
        for link in reading.links:
            if link.address == address:
                link.outlet, link.published = _line(outlet), _moment(published)
        save_reading(self.path, reading)

    def force(self) -> None:
        """Compare from now on also where the articles do not seem to be about one event."""
        reading = self.reading
        reading.force = True
        save_reading(self.path, reading)

    def take_out(self, key: str) -> None:
        """Compare without this article; its file stays and can be put back."""
        if key.startswith("link:"):
            self.forget_link(key.removeprefix("link:"))
            return
        table = self._editable()
        articles = _articles(table)
        for number, entry in reversed(list(enumerate(articles))):
            if entry.get("file") == key:
                del articles[number]
        self._write(table)

    def put_back(self, name: str) -> None:
        """Compare with a file again that was taken out."""
        if name in self.taken_out():
            self._append(name, "", "")
            self.read(name)

    def read(self, name: str) -> None:
        """Read one file and note what it says of itself, or why it cannot be read."""
        try:
            with isolate_errors(name):
                data = read_file(path_inside(self.path, name, name), source=name)
                found = read_article_file(data, name=name, source=name)
                for problem in found.problems:
                    raise problem
                guess = guess_of(found.documents[0])
        except SourceError as wrong:
            guess = Guess(problem=problem_of(wrong))
        reading = self.reading
        reading.files[name] = guess
        save_reading(self.path, reading)

    def plan(self, change: Mapping[str, tuple[str, bool]]) -> None:
        """Change lists of the [teach] table: for each key a text, and whether it is to be there."""
        table = self._editable()
        teach = table.setdefault("teach", tomlkit.table())
        for key, (text, wanted) in change.items():
            kept = [str(each) for each in teach.get(key, []) if str(each) != text]
            teach[key] = [*kept, text] if wanted else kept
        self._write(table)

    def _table(self) -> Mapping[str, Any]:
        """What story.toml says, for reading."""
        return self._parsed(tomllib.loads) if os.path.lexists(self.path / STORY_FILE) else {}

    def _parsed(self, parse: Callable[[str], Table]) -> Table:
        data = read_file(path_inside(self.path, STORY_FILE, STORY_FILE), source=STORY_FILE)
        try:
            return parse(data.decode("utf-8", "replace"))
        except (TOMLKitError, RecursionError, ValueError) as wrong:
            raise BadStory(STORY_FILE, *problem("bad_toml", why=str(wrong)[:180])) from wrong

    def _editable(self) -> MutableMapping[str, Any]:
        """The table of story.toml, made of the files of the folder where there is none."""
        if os.path.lexists(self.path / STORY_FILE):
            return self._parsed(tomlkit.parse)
        table = tomlkit.document()
        table["title"] = self.slug
        table["licence"] = LICENCE
        articles = _articles(table)
        for name in self._files():
            entry = tomlkit.table()
            entry["file"] = name
            articles.append(entry)
        return table

    def _write(self, table: MutableMapping[str, Any]) -> None:
        write_bytes(tomlkit.dumps(table).encode(), self.path / STORY_FILE)

    def _append(self, name: str, outlet: str, published: str) -> None:
        """A new entry at the end; no name makes the story file alone."""
        there = os.path.lexists(self.path / STORY_FILE)
        if there and not name:
            return
        table = self._editable()
        if name and all(one.get("file") != name for one in _articles(table)):
            entry = tomlkit.table()
            entry["file"] = name
            _articles(table).append(entry)
        for entry in _articles(table):
            if entry.get("file") == name:
                if _line(outlet):
                    entry["outlet"] = _line(outlet)
                if _moment(published):
                    entry["published"] = _moment(published)
        self._write(table)

    def _entries(self) -> tuple[tuple[str, dict[str, str]], ...]:
        """The files that are compared, each with what story.toml says of it."""
        if not os.path.lexists(self.path / STORY_FILE):
            return tuple((name, {}) for name in self._files())
        try:
            articles = self._table().get("articles", [])
        except SourceError:
            return ()
        found = []
        for entry in articles if isinstance(articles, list) else ():
            if isinstance(entry, Mapping) and isinstance(entry.get("file"), str):
                found.append((str(entry["file"]), {k: _shown(v) for k, v in entry.items()}))
        return tuple(found)

    def _files(self) -> tuple[str, ...]:
        """The article files of the folder itself, as the command takes them, by name."""
        return tuple(
            name
            for name in self._names()
            if name.lower().endswith(ENDINGS)
            and not name.startswith(".")
            and name not in OWN_FILES
            and Path(name).stem.lower() not in NO_ARTICLE
            and not _is_result(self.path / name)
        )

    def _names(self) -> list[str]:
        return sorted(entry.name for entry in self.path.iterdir() if not entry.is_dir())


def _articles(table: MutableMapping[str, Any]) -> Any:  # noqa: ANN401 - a list of tables of tomlkit
    if not table.get("articles"):
        table["articles"] = tomlkit.aot()
    return table["articles"]


def _is_result(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            return is_own_result(stream.read(4096))
    except OSError:
        return True


def _link_box(link: WaitingLink) -> ArticleBox:
    return ArticleBox(
        key=f"link:{link.address}",
        name=link.address,
        outlet=link.outlet,
        published=link.published,
        problem=link.problem,
    )


def _shown(value: object) -> str:
    return shown_moment(value) if isinstance(value, date) else str(value)


def _line(text: str) -> str:
    return one_line(text).strip()[:_LONGEST]


def _moment(text: str) -> str:
    """A date as it was typed, once it is one; BadStory tells how dates are written."""
    text = _line(text)
    if text:
        try:
            read_moment(text)
        except ValueError as wrong:
            raise BadStory(text[:60], *problem("bad_date", why=wrong)) from wrong
    return text
