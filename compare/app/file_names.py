"""Names of files and folders that a user or an archive gave, made safe to be used."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from compare.sources.corrections import CORRECTIONS_FILE
from compare.sources.story import STORY_FILE

COMPARISON = "comparison.json"
REPORT = "report.html"
LAST = "last-comparison.json"
READING = "reading.json"
OWN_FILES = frozenset({STORY_FILE, CORRECTIONS_FILE, COMPARISON, REPORT, LAST, READING})
_LONGEST = 80
_ODD = re.compile(r"[^\w .,()+&-]+")
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


def safe_name(given: str, taken: Collection[str] = (), *, usual: str = "article.txt") -> str:
    """A plain file name that is not among `taken` nor one of ours.

    Folders in it are left out, as are characters that some system gives a meaning.

    >>> safe_name("../../etc/pass<wd>.txt")
    'pass-wd-.txt'
    >>> safe_name("story.toml", ["story-2.toml"])
    'story-3.toml'
    """
    last = unicodedata.normalize("NFC", re.split(r"[/\\]", given)[-1])
    name = _ODD.sub("-", last).strip(" .")
    stem, dot, suffix = name.rpartition(".")
    if not dot:
        stem, suffix = name, ""
    stem, suffix = stem[:_LONGEST].strip(" ."), suffix[:12]
    name = f"{stem}.{suffix}" if suffix else stem
    if not stem or _DEVICES.fullmatch(name):
        stem, _, suffix = usual.rpartition(".")
        stem, suffix = (stem, suffix) if stem else (usual, "")
        name = usual
    used = {each.casefold() for each in (*taken, *OWN_FILES)}
    number = 1
    while name.casefold() in used:
        number += 1
        name = f"{stem}-{number}.{suffix}" if suffix else f"{stem}-{number}"
    return name


def folder_name(title: str, taken: Collection[str] = ()) -> str:
    """A short folder name made of a title.

    >>> folder_name("Ferry fire: Ellery, 12 März", ["ferry-fire-ellery-12-marz"])
    'ferry-fire-ellery-12-marz-2'
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain)[:50].strip("-")
    return safe_name(words, taken, usual="story")
