"""Files that are ZIP archives: what kind each is, and its parts within bounds on their size."""

from __future__ import annotations

import io
import zipfile
from enum import StrEnum

from compare.sources.bounded_reading import RefusedFile

MAX_UNPACKED = 60_000_000
MAX_MEMBERS = 20_000
DAMAGED = "this file is damaged"
AGAIN = "Save it again, or give the article as text"
LOCKED = ("this file is locked with a password", "Save it without one, or give its text")


class ZipKind(StrEnum):
    """What a ZIP file is."""

    DOCX = "a Word file"
    ODT = "an OpenDocument text"
    EPUB = "an e-book"
    WACZ = "a web archive"
    SHEET = "a table of figures (.xlsx or .ods)"
    SLIDES = "a file of slides (.pptx or .odp)"
    PAGES = "a Pages file"
    OTHER = "a packed file (.zip or the like)"


def zip_kind(data: bytes) -> ZipKind:
    """The kind of a ZIP file by the names in it; OTHER for one that cannot be opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()[:MAX_MEMBERS]
            stated = archive.open("mimetype").read(100) if "mimetype" in names else b""
    except Exception:  # whatever a hostile directory makes the reader raise
        return ZipKind.OTHER
    for begin, kind in (
        ("word/document", ZipKind.DOCX),
        ("xl/", ZipKind.SHEET),
        ("ppt/", ZipKind.SLIDES),
        ("META-INF/container.xml", ZipKind.EPUB),
        ("datapackage.json", ZipKind.WACZ),
        ("Index/Document.iwa", ZipKind.PAGES),
    ):
        if any(name.startswith(begin) for name in names):
            return kind
    for end, kind in (
        (b".text", ZipKind.ODT),
        (b".spreadsheet", ZipKind.SHEET),
        (b".presentation", ZipKind.SLIDES),
    ):
        if b"opendocument" in stated and stated.strip().endswith(end):
            return kind
    return ZipKind.OTHER


class ZipParts:
    """The members of a ZIP file, all of them together within MAX_UNPACKED bytes."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except Exception as wrong:
            raise RefusedFile(DAMAGED, AGAIN) from wrong
        self._left = MAX_UNPACKED
        if len(self._archive.infolist()) > MAX_MEMBERS:
            raise RefusedFile(f"it has more than {MAX_MEMBERS:,} parts", AGAIN)

    @property
    def names(self) -> list[str]:
        """The names of all parts in their order."""
        return self._archive.namelist()

    def read(self, name: str) -> bytes:
        """One part; b"" where there is none. Refused for damaged, locked and too large ones."""
        try:
            info = self._archive.getinfo(name)
        except KeyError:
            return b""
        if info.flag_bits & 1:
            raise RefusedFile(*LOCKED)
        try:
            with self._archive.open(info) as stream:
                data = stream.read(self._left + 1)
        except Exception as wrong:
            raise RefusedFile(DAMAGED, AGAIN) from wrong
        self._left -= len(data)
        if self._left < 0:
            most = f"{MAX_UNPACKED // 1_000_000} MB"
            raise RefusedFile(f"it is larger than {most} when unpacked", "Give the article alone")
        return data
