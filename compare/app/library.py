"""The library: plain story folders in one folder that the user chose, and the search over them."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sqlite3
import threading
from dataclasses import dataclass
from pathlib import Path

from compare.app.file_names import folder_name
from compare.app.folder import StoryFolder
from compare.app.interface_texts import PathNotFound, problem, refusal
from compare.assets import asset
from compare.errors import CompareError, FormatError
from compare.sources.article_file import read_article_file
from compare.sources.files import read_file
from compare.sources.isolation import isolate_errors
from compare.sources.story import path_inside

DELETED = "deleted-stories"
BUNDLED = ("demo", "mine-rescue", "mayor-resigns")
_MOST_HITS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """One article in which the words of a search stand; `around` has them between \x02 and \x03."""

    slug: str
    title: str
    outlet: str
    around: str


class Library:
    """The folder of stories. No name leads out of it, not by way of a link either."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.lock = threading.RLock()
        self._search: sqlite3.Connection | None = None
        self._indexed: dict[str, str] = {}

    def make(self) -> None:
        """Make the folder; FormatError where that is not possible."""
        try:
            self.root.mkdir(parents=True, exist_ok=True)
        except OSError as wrong:
            why = wrong.strerror or wrong
            raise FormatError(refusal("no_library", folder=self.root, why=why)) from wrong

    def stories(self) -> tuple[StoryFolder, ...]:
        """All stories, the newest change first, those of one time by name."""
        found = [StoryFolder(path) for path in self._folders(self.root) if path.name != DELETED]
        return tuple(sorted(found, key=lambda one: (-one.path.stat().st_mtime, one.slug)))

    def deleted(self) -> tuple[StoryFolder, ...]:
        """The stories that can be brought back."""
        return tuple(map(StoryFolder, self._folders(self.root / DELETED)))

    def open(self, slug: str) -> StoryFolder:
        """The story of this name; UnreadableSource where there is none."""
        return StoryFolder(self._inside(self.root, slug))

    def create(self, title: str) -> StoryFolder:
        """A new, empty story."""
        with self.lock:
            taken = [path.name for path in self.root.iterdir()]
            story = StoryFolder(self.root / folder_name(title, [*taken, DELETED]))
            story.path.mkdir()
            story.rename(title)
            return story

    def copy_bundled(self, name: str) -> StoryFolder:
        """A copy of a story of the package, which may be changed."""
        if name not in BUNDLED:
            raise PathNotFound(name[:60], *problem("no_bundled"))
        with self.lock:
            taken = [path.name for path in self.root.iterdir()]
            place = self.root / folder_name(name, taken)
            shutil.copytree(asset("corpora", name), place)
            place.touch()
            return StoryFolder(place)

    def delete(self, slug: str) -> str:
        """Put a story aside; the name under which it can be brought back."""
        return self._move(self._inside(self.root, slug), self.root / DELETED)

    def bring_back(self, slug: str) -> str:
        """Undo `delete`; the name of the story in the library."""
        return self._move(self._inside(self.root / DELETED, slug), self.root)

    def remove(self, name: str) -> None:
        """Remove a deleted story for good."""
        with self.lock:
            shutil.rmtree(self._inside(self.root / DELETED, name))

    def size(self) -> int:
        """How many bytes all files of the library have, those of deleted stories too."""
        found = 0
        for folder, _, names in os.walk(self.root):
            for name in names:
                with contextlib.suppress(OSError):
                    found += Path(folder, name).lstat().st_size
        return found

    def search(self, words: str) -> tuple[SearchHit, ...]:
        """The articles that hold all the words, best first."""
        wanted = " ".join(f'"{word}"' for word in re.findall(r"\w+", words)[:20])
        if not wanted:
            return ()
        with self.lock:
            rows = self._index().execute(
                "SELECT slug, title, outlet, snippet(texts, 3, char(2), char(3), '…', 24) "
                "FROM texts WHERE texts MATCH ? ORDER BY rank, slug, outlet LIMIT ?",
                (wanted, _MOST_HITS),
            )
            return tuple(SearchHit(slug=s, title=t, outlet=o, around=a) for s, t, o, a in rows)

    def _index(self) -> sqlite3.Connection:
        """The index, with each story that changed read again. It lives in memory alone."""
        if self._search is None:
            self._search = sqlite3.connect(":memory:", check_same_thread=False)
            self._search.execute(
                "CREATE VIRTUAL TABLE texts USING fts5"
                "(slug UNINDEXED, title, outlet, text, tokenize='unicode61 remove_diacritics 2')"
            )
        now = {story.slug: story for story in self.stories()}
        marks = {slug: story.files_mark() for slug, story in now.items()}
        for slug in {*self._indexed, *marks}:
            if self._indexed.get(slug) != marks.get(slug):
                self._search.execute("DELETE FROM texts WHERE slug = ?", (slug,))
                if slug in now:
                    self._search.executemany("INSERT INTO texts VALUES (?,?,?,?)", _rows(now[slug]))
        self._indexed = marks
        return self._search

    def _move(self, path: Path, into: Path) -> str:
        with self.lock:
            into.mkdir(exist_ok=True)
            names = [each.name for each in into.iterdir()]
            name = folder_name(path.name, [*names, DELETED]) if path.name in names else path.name
            path.rename(into / name)
            return name

    @staticmethod
    def _folders(root: Path) -> list[Path]:
        if not root.is_dir():
            return []
        found = [path for path in root.iterdir() if path.is_dir() and not path.is_symlink()]
        return sorted(path for path in found if not path.name.startswith("."))

    @staticmethod
    def _inside(root: Path, slug: str) -> Path:
        """The folder of this name right below `root`."""
        plain = slug not in ("", ".", "..", DELETED) and not re.search(r"[/\\\0]|^\.", slug)
        path = root / slug
        if not plain or path.is_symlink() or not path.is_dir():
            raise PathNotFound(slug[:60], *problem("no_story"))
        return path


def _rows(story: StoryFolder) -> list[tuple[str, str, str, str]]:
    """What is indexed of a story: a row for each article that can be read."""
    rows = []
    outlets = {box.key: box.outlet for box in story.boxes()}
    for name in story.article_files():
        try:
            with isolate_errors(name):
                data = read_file(path_inside(story.path, name, name), source=name)
                for document in read_article_file(data, name=name, source=name).documents:
                    text = f"{document.headline or ''}\n{document.text}"
                    rows.append((story.slug, story.title, outlets[name] or document.outlet, text))
        except CompareError:
            continue
    return rows or [(story.slug, story.title, "", "")]
