"""What a form or an archive brings: links, texts and files, each for one article."""

from __future__ import annotations

import re
import zipfile
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from compare.app.folder import StoryFolder
from compare.app.interface_texts import interface_words, problem
from compare.app.settings import AppLimits
from compare.errors import UnreadableSource
from compare.sources.bounded_reading import RefusedFile
from compare.sources.files import MAX_BYTES, TOO_LARGE
from compare.sources.story import ENDINGS, NO_ARTICLE
from compare.sources.zip_files import ZipKind, ZipParts, zip_kind

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenText:
    """What stood in one box, a link or a text, and what was said below it."""

    text: str
    outlet: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenSources:
    """Everything that one form brought; `files` are names with their bytes."""

    texts: tuple[GivenText, ...]
    files: tuple[tuple[str, bytes], ...]

    @property
    def size(self) -> int:
        """How many bytes it takes, nearly."""
        texts = sum(len(one.text) for one in self.texts)
        return texts + sum(len(data) for _, data in self.files)


async def form_of(request: Request, limits: AppLimits, *, files: bool = False) -> FormData:
    """The form of a request, within bounds on the number and size of its parts."""
    return await request.form(
        max_files=limits.files if files else 0,
        max_fields=limits.fields,
        max_part_size=limits.text,
    )


async def given_in(form: FormData, limits: AppLimits) -> GivenSources:
    """The links, texts and files of a form; UnreadableSource for one that is too large."""
    texts = [str(one) for one in form.getlist("text")]
    outlets = [str(one) for one in form.getlist("outlet")]
    dates = [str(one) for one in form.getlist("published")]
    rows = [
        GivenText(
            text=text,
            outlet=outlets[number] if number < len(outlets) else "",
            published=dates[number] if number < len(dates) else "",
        )
        for number, text in enumerate(texts)
    ]
    try:
        files = [each async for each in _files(form, limits)]
    finally:
        await form.close()
    if len(files) > limits.files:
        told = problem("too_many_files", n=len(files), most=limits.files)
        raise UnreadableSource(interface_words()["problems"]["upload"], *told)
    return GivenSources(texts=tuple(row for row in rows if row.text.strip()), files=tuple(files))


async def _files(form: FormData, limits: AppLimits) -> AsyncIterator[tuple[str, bytes]]:
    for upload in form.getlist("files"):
        if isinstance(upload, UploadFile) and upload.filename:
            data = await upload.read(MAX_BYTES + 1)
            if len(data) > MAX_BYTES:
                raise UnreadableSource(upload.filename[:80], *TOO_LARGE)
            for each in await run_in_threadpool(_unpacked, upload.filename, data, limits):
                yield each


def put_into(story: StoryFolder, given: GivenSources) -> None:
    """Add everything to a story."""
    for name, data in given.files:
        story.add_file(name, data)
    for one in given.texts:
        addresses = _addresses(one.text)
        for address in addresses:
            story.add_link(address, outlet=one.outlet, published=one.published)
        if not addresses:
            story.add_text(one.text, outlet=one.outlet, published=one.published)


def title_of(given: GivenSources) -> str:
    """A first title: the first words of the first text, or the name of the first file."""
    for one in given.texts:
        if not _addresses(one.text):
            first = one.text.strip().splitlines()[0]
            return " ".join(first.split()[:8])[:80]
    for name, _ in given.files:
        return re.sub(r"[-_]+", " ", PurePosixPath(name.replace("\\", "/")).stem)[:80]
    for one in given.texts:
        path = re.sub(r"^\w+://|[?#].*$", "", _addresses(one.text)[0]).rstrip("/")
        return re.sub(r"[-_]+", " ", path.rpartition("/")[2].partition(".")[0] or path)[:80]
    return "Story"


def _addresses(text: str) -> list[str]:
    """The addresses of a text that has nothing else; a bare www gets the usual scheme."""
    words = text.split()
    if not words or not all(_ADDRESS.fullmatch(word) for word in words):
        return []
    return [f"https://{word}" if word[:4].lower() == "www." else word for word in words]


def _unpacked(name: str, data: bytes, limits: AppLimits) -> list[tuple[str, bytes]]:
    """The file itself, or the articles in a packed one, all within bounds."""
    if data[:4] != b"PK\x03\x04" or zip_kind(data) is not ZipKind.OTHER:
        return [(name, data)]
    try:
        parts = ZipParts(data)
        found = [(inner, parts.read(inner)) for inner in _articles(parts.names, limits)]
    except (RefusedFile, zipfile.BadZipFile) as wrong:
        reason, advice = problem("damaged")
        reason = wrong.reason if isinstance(wrong, RefusedFile) else reason
        raise UnreadableSource(name[:80], reason, advice) from wrong
    if not found:
        raise UnreadableSource(name[:80], *problem("no_articles"))
    return found


def _articles(names: list[str], limits: AppLimits) -> Iterator[str]:
    """The members of an archive that may be articles, as many as are taken and one more."""
    wanted = (
        name
        for name in dict.fromkeys(names)
        if name.lower().endswith(ENDINGS)
        and not PurePosixPath(name).name.startswith((".", "__"))
        and "__MACOSX" not in name
        and PurePosixPath(name).stem.lower() not in NO_ARTICLE
    )
    for _, name in zip(range(limits.files + 1), wanted, strict=False):
        yield name
