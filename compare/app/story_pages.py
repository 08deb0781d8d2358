"""The pages of the library and of one story: from boxes to the report."""

from __future__ import annotations

import importlib.util
import json
import re
import secrets
from collections.abc import AsyncIterator
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from compare.app.file_names import COMPARISON, REPORT
from compare.app.folder import StoryFolder
from compare.app.intake import form_of, given_in, put_into, title_of
from compare.app.interface_texts import PathNotFound, StoryBusy, interface_words, problem
from compare.app.job_messages import CHECK, COMPARE, FOLLOW
from compare.app.library import BUNDLED, DELETED, SearchHit
from compare.app.pages import (
    address_of,
    download,
    finished_page,
    page,
    progress_of,
    redirect_to,
    story_of,
    story_to_change,
    workspace_of,
)
from compare.app.reading import message_of
from compare.errors import CompareError, UnreadableSource
from compare.formats.registry import FORMATS, FormatOptions, render
from compare.model.letters import letter

_KINDS = (COMPARE, CHECK, FOLLOW)
_BEAT = 10.0
_CARDS = 2_000


async def home(request: Request) -> Response:
    """The start: a new story, the bundled ones, and the library."""
    return await run_in_threadpool(_home, request)


def _home(request: Request, wrong: str = "", boxes: tuple[object, ...] = ()) -> Response:
    library = workspace_of(request).library
    name = request.query_params.get("deleted", "")
    deleted = [_card(story) for story in library.deleted()]
    return page(
        request,
        "home",
        status=400 if wrong else 200,
        problem=wrong,
        boxes=boxes,
        bundled=BUNDLED,
        stories=[_card(story) for story in library.stories()],
        deleted=deleted,
        deleted_place=str(library.root / DELETED),
        deleted_now=next((one for one in deleted if name and one["slug"] == name), None),
    )


def _card(story: StoryFolder) -> dict[str, object]:
    """What the list shows of a story, worked out again when one of its files changed."""
    return _card_at(story.path, story.files_mark())


@lru_cache(maxsize=_CARDS)
def _card_at(path: Path, _mark: str) -> dict[str, object]:
    story = StoryFolder(path)
    return {
        "slug": story.slug,
        "title": story.title,
        "count": len(story.boxes()),
        "has_report": story.has_report,
    }


async def create(request: Request) -> Response:
    """A new story of what the form brings; where that fails, the form again as it was filled."""
    place = workspace_of(request)
    form = await form_of(request, place.settings.limits, files=True)
    given = None
    try:
        given = await given_in(form, place.settings.limits)
        if not given.texts and not given.files:
            raise UnreadableSource(interface_words()["problems"]["form"], *problem("empty_form"))
        size = given.size
        await run_in_threadpool(lambda: place.check_room(size, new=True))
        story = await run_in_threadpool(place.library.create, title_of(given))
        try:
            await run_in_threadpool(put_into, story, given)
        except CompareError:
            await run_in_threadpool(place.library.delete, story.slug)
            raise
    except CompareError as wrong:
        boxes = given.texts if given else ()
        return await run_in_threadpool(_home, request, message_of(wrong), boxes)
    await place.enqueue(story.path, COMPARE)
    return redirect_to(address_of(story))


async def copy_bundled(request: Request) -> Response:
    """A copy of a bundled story, compared at once."""
    place = workspace_of(request)
    form = await form_of(request, place.settings.limits)
    await run_in_threadpool(lambda: place.check_room(0, new=True))
    story = await run_in_threadpool(place.library.copy_bundled, str(form.get("name", "")))
    await place.enqueue(story.path, COMPARE)
    return redirect_to(address_of(story))


async def show(request: Request) -> Response:
    """The page of a story: how far it is, what can be done next, and its articles."""
    return await run_in_threadpool(_story_page, request)


def _story_page(request: Request, notice: str = "", status: int = 200) -> Response:
    place, story = workspace_of(request), story_of(request)
    task = place.queue.last(story.path)
    running = task is not None and not task.is_over
    reading = story.reading
    return page(
        request,
        "story",
        status=status,
        story=story,
        current=story.is_current,
        boxes=story.boxes(),
        out=story.taken_out(),
        version=story.version(),
        notice=notice,
        failure=reading.failure,
        warnings=reading.warnings,
        task=progress_of(place.queue, task) if task and running else None,
        progress_url=address_of(story, f"/progress/{COMPARE}"),
        downloads=formats(),
        compared=[(letter(at), outlet) for at, outlet in enumerate(reading.outlets)],
    )


def formats() -> tuple[str, ...]:
    """The formats that can be made with what is installed."""
    tables = importlib.util.find_spec("pyarrow") is not None
    return tuple(name for name in FORMATS if tables or not name.endswith(("parquet", "arrow")))


async def progress(request: Request) -> Response:
    """How far a task is, as server-sent events until it is over."""
    story, queue = story_of(request), workspace_of(request).queue
    kind = request.path_params["kind"]
    task = queue.last(story.path, kind) if kind in _KINDS else None

    async def events() -> AsyncIterator[str]:
        while task is not None:
            now = progress_of(queue, task)
            data = {"place": now.place, "steps": now.steps, "over": now.over}
            yield f"data: {json.dumps(data)}\n\n"
            if now.over:
                return
            await task.news(_BEAT)
        yield f"data: {json.dumps({'place': '', 'steps': [], 'over': True})}\n\n"

    return StreamingResponse(events(), media_type="text/event-stream")


async def add(request: Request) -> Response:
    """Further articles, and a comparison with them."""
    place = workspace_of(request)
    form = await form_of(request, place.settings.limits, files=True)
    story = story_to_change(request)
    given = await given_in(form, place.settings.limits)
    await run_in_threadpool(place.check_room, given.size)
    await run_in_threadpool(put_into, story, given)
    await place.enqueue(story.path, COMPARE)
    return redirect_to(address_of(story))


async def change_articles(request: Request) -> Response:
    """What the boxes say now; another tab's change is never overwritten."""
    place = workspace_of(request)
    form = await form_of(request, place.settings.limits)
    story = story_to_change(request)
    size = sum(len(str(text)) for text in form.getlist("text"))
    await run_in_threadpool(place.check_room, size)
    if not await run_in_threadpool(_changed, request, story, form):
        notice = interface_words()["story"]["changed"]
        return await run_in_threadpool(_story_page, request, notice, 409)
    await place.enqueue(story.path, COMPARE)
    return redirect_to(address_of(story))


def _changed(request: Request, story: StoryFolder, form: FormData) -> bool:
    """Write what a form says; False where it was made for an earlier state."""
    with workspace_of(request).library.lock:
        if str(form.get("version")) != story.version():
            return False
        if form.get("out"):
            story.take_out(str(form["out"]))
            return True
        columns = [
            [str(v) for v in form.getlist(n)] for n in ("key", "outlet", "published", "text")
        ]
        for key, outlet, published, text in zip(*columns, strict=False):
            story.change(key, outlet=outlet, published=published, text=text)
        return True


async def put_back(request: Request) -> Response:
    """Compare with an article again that was left out."""
    form = await form_of(request, workspace_of(request).settings.limits)
    story = story_to_change(request)
    await run_in_threadpool(story.put_back, str(form.get("name", "")))
    await workspace_of(request).enqueue(story.path, COMPARE)
    return redirect_to(address_of(story))


async def compare_again(request: Request) -> Response:
    """Put the story at the end of the queue."""
    story, place = story_of(request), workspace_of(request)
    form = await form_of(request, place.settings.limits)
    if form.get("force") == "yes":
        await run_in_threadpool(story_to_change(request).force)
    await place.enqueue(story.path, COMPARE)
    return redirect_to(address_of(story))


async def rename(request: Request) -> Response:
    """Another title; the report is made again with it."""
    form = await form_of(request, workspace_of(request).settings.limits)
    story = story_to_change(request)
    await run_in_threadpool(story.rename, str(form.get("title", "")))
    await workspace_of(request).enqueue(story.path, COMPARE)
    return redirect_to(address_of(story))


async def delete(request: Request) -> Response:
    """Put a story aside, with a way back."""
    place, story = workspace_of(request), story_to_change(request)
    await place.class_links.switch_off(str(story.path))
    name = await run_in_threadpool(place.library.delete, story.slug)
    return redirect_to(f"/?deleted={quote(name)}")


async def bring_back(request: Request) -> Response:
    """Undo a deletion."""
    library = workspace_of(request).library
    name = await run_in_threadpool(library.bring_back, request.path_params["slug"])
    return redirect_to(address_of(library.open(name)))


async def remove(request: Request) -> Response:
    """Remove a deleted story for good."""
    await run_in_threadpool(workspace_of(request).library.remove, request.path_params["slug"])
    return redirect_to("/")


async def report(request: Request) -> Response:
    """The report, byte for byte what `-o report.html` writes."""
    story = _compared(request)
    return finished_page(await run_in_threadpool((story.path / REPORT).read_bytes))


async def brief(request: Request) -> Response:
    """The short form."""
    return finished_page(await run_in_threadpool(_rendered, _compared(request), "html", True))


async def download_format(request: Request) -> Response:
    """The comparison as a file."""
    story, name = _compared(request), request.path_params["name"]
    if name not in formats():
        raise PathNotFound(name[:40], *problem("no_format"))
    data = await run_in_threadpool(_rendered, story, name, False)
    return download(data, f"{story.slug}.{name}")


def _rendered(story: StoryFolder, name: str, short: bool) -> bytes:
    if name == "html" and not short:
        return (story.path / REPORT).read_bytes()
    from compare.formats.json import read

    found = read(story.path / COMPARISON)
    return render(found, name, options=FormatOptions(brief=short))


def _compared(request: Request) -> StoryFolder:
    story = story_of(request)
    if not story.has_report:
        raise UnreadableSource(story.title, *problem("no_report"))
    return story


async def search(request: Request) -> Response:
    """The articles of all stories that hold some words."""
    given = request.query_params.get("q", "").strip()[:200]
    hits = await run_in_threadpool(workspace_of(request).library.search, given)
    return page(request, "search", words=given, hits=[_shown(hit) for hit in hits])


def _shown(hit: SearchHit) -> dict[str, object]:
    pieces = re.split("([\x02\x03])", hit.around)
    found, shown = False, []
    for piece in pieces:
        if piece in ("\x02", "\x03"):
            found = piece == "\x02"
        elif piece:
            shown.append({"text": piece, "found": found})
    return {"slug": hit.slug, "title": hit.title, "outlet": hit.outlet, "pieces": shown}


async def start_check(request: Request) -> Response:
    """Hold a text against the articles."""
    form = await form_of(request, workspace_of(request).settings.limits)
    text = str(form.get("text", "")).strip()
    if not text:
        raise UnreadableSource(interface_words()["problems"]["text"], *problem("empty_text"))
    return await _started(request, CHECK, text)


async def start_follow(request: Request) -> Response:
    """See what is new in a story."""
    return await _started(request, FOLLOW, "")


async def _started(request: Request, kind: str, text: str) -> Response:
    story, queue = story_of(request), workspace_of(request).queue
    if any((task := queue.last(story.path, one)) and not task.is_over for one in _KINDS):
        raise StoryBusy(interface_words()["story"]["busy"])
    if (last := queue.last(story.path, kind)) is not None:
        Path(last.job.out).unlink(missing_ok=True)
    out = workspace_of(request).scratch / f"{secrets.token_hex(8)}.html"
    await workspace_of(request).enqueue(story.path, kind, text=text, out=str(out))
    return redirect_to(address_of(story, f"/{kind}"))


async def result(request: Request) -> Response:
    """The page of a check or of what is new, or how far it is."""
    story, queue = story_of(request), workspace_of(request).queue
    kind = request.url.path.rpartition("/")[2]
    task = queue.last(story.path, kind)
    if task is None:
        return redirect_to(address_of(story))
    if not task.is_over:
        url = address_of(story, f"/progress/{kind}")
        return page(request, "wait", story=story, task=progress_of(queue, task), progress_url=url)
    if task.failure:
        raise CompareError(f"{task.failure.reason} {task.failure.advice}")
    return finished_page(await run_in_threadpool(Path(task.job.out).read_bytes))


ROUTES = [
    Route("/", home),
    Route("/stories", create, methods=["POST"]),
    Route("/bundled", copy_bundled, methods=["POST"]),
    Route("/search", search),
    Route("/deleted/{slug}/bring-back", bring_back, methods=["POST"]),
    Route("/deleted/{slug}/remove", remove, methods=["POST"]),
    Route("/stories/{slug}", show),
    Route("/stories/{slug}/progress/{kind}", progress),
    Route("/stories/{slug}/add", add, methods=["POST"]),
    Route("/stories/{slug}/articles", change_articles, methods=["POST"]),
    Route("/stories/{slug}/put-back", put_back, methods=["POST"]),
    Route("/stories/{slug}/compare", compare_again, methods=["POST"]),
    Route("/stories/{slug}/rename", rename, methods=["POST"]),
    Route("/stories/{slug}/delete", delete, methods=["POST"]),
    Route("/stories/{slug}/report", report),
    Route("/stories/{slug}/brief", brief),
    Route("/stories/{slug}/download/{name}", download_format),
    Route("/stories/{slug}/check", start_check, methods=["POST"]),
    Route("/stories/{slug}/follow", start_follow, methods=["POST"]),
    Route("/stories/{slug}/check", result),
    Route("/stories/{slug}/follow", result),
]
