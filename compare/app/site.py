"""The app as one ASGI application: `create_app(AppSettings(library=Path("stories")))`."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from importlib import import_module
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from compare.app import api, story_pages
from compare.app.class_link import ClassLinks
from compare.app.guard import PROGRAMS, Asgi, Guard
from compare.app.interface_texts import LibraryFull, PathNotFound, StoryBusy, interface_words
from compare.app.job_messages import COMPARE
from compare.app.job_queue import Queue, interrupted_stories
from compare.app.library import Library
from compare.app.pages import problem_page
from compare.app.reading import message_of
from compare.app.settings import AppSettings
from compare.app.sign_in import SignIn
from compare.app.workspaces import Workspaces, library_folder
from compare.assets import asset
from compare.errors import CompareError
from compare.formats.html import inline_asset

_ASSETS = {
    "report.css": ("report.css", "text/css"),
    "app.css": ("app/app.css", "text/css"),
    "app.js": ("app/app.js", "text/javascript"),
    "icon.svg": ("app/icon.svg", "image/svg+xml"),
}


# Pages whose modules take long to load, which is put off until one is asked for.
_LATER = (
    ("/diff", "GET", "diff_pages", "show"),
    ("/since", "GET", "diff_pages", "show_since"),
    ("/correct", "GET", "correction_pages", "show"),
    ("/correct", "POST", "correction_pages", "correct"),
    ("/correct/take-back", "POST", "correction_pages", "undo"),
    ("/lesson", "GET", "lesson_pages", "show"),
    ("/lesson/plan", "POST", "lesson_pages", "change_plan"),
    ("/lesson/file/{name:path}", "GET", "lesson_pages", "one_file"),
    ("/lesson/pack", "GET", "lesson_pages", "pack"),
    ("/lesson/share", "POST", "lesson_pages", "share"),
)
Handler = Callable[[Request], Awaitable[Response]]


def create_app(settings: AppSettings) -> Guard:
    """The whole app behind its guard; FormatError where there can be no library.

    Any ASGI server can run it. Without `users` it serves one library to whoever may reach it, so
    it belongs on this machine alone; with them each has a library of their own.
    """
    Library(library_folder(settings)).make()

    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        queue, links = Queue(settings), ClassLinks()
        with tempfile.TemporaryDirectory(prefix="storydiff-") as scratch:
            app.state.offices = offices = Workspaces(settings, queue, links, Path(scratch))
            async with queue.running():
                for place in await run_in_threadpool(lambda: list(offices.every())):
                    for path in await run_in_threadpool(
                        interrupted_stories, place.library.stories()
                    ):
                        # What was asked for before counts towards no bound.
                        await queue.add(path, COMPARE)
                try:
                    yield
                finally:
                    await links.all_off()

    app = Starlette(
        routes=[
            *story_pages.ROUTES,
            *(
                Route(f"/stories/{{slug}}{path}", _later(module, name), methods=[method])
                for path, method, module, name in _LATER
            ),
            *api.ROUTES,
            Route("/assets/{name}", _asset),
        ],
        lifespan=lifespan,
        exception_handlers={CompareError: _refused, HTTPException: _not_there, Exception: _fault},
    )
    inner: Asgi = app if settings.users is None else SignIn(app, settings.users)
    return Guard(inner, settings)


def _later(module: str, name: str) -> Handler:
    """The handler of this name, of a module that is loaded with the first request."""

    async def handle(request: Request) -> Response:
        loaded = await run_in_threadpool(import_module, f"compare.app.{module}")
        handler: Handler = getattr(loaded, name)
        return await handler(request)

    return handle


async def _asset(request: Request) -> Response:
    """A style sheet, the script or the icon."""
    if request.path_params["name"] not in _ASSETS:
        raise HTTPException(404)
    name, kind = _ASSETS[request.path_params["name"]]
    text = (
        asset("templates", name).read_text("utf-8")
        if kind == "image/svg+xml"
        else inline_asset(name)
    )
    return Response(text, media_type=kind)


async def _refused(request: Request, wrong: Exception) -> Response:
    """An error that was raised on purpose, in its own words."""
    kinds = ((StoryBusy, 409), (PathNotFound, 404), (LibraryFull, 507))
    status = next((code for kind, code in kinds if isinstance(wrong, kind)), 400)
    assert isinstance(wrong, CompareError)
    return _told(request, message_of(wrong), status)


async def _not_there(request: Request, wrong: Exception) -> Response:
    assert isinstance(wrong, HTTPException)
    told = (
        interface_words()["all"]["unknown"]
        if wrong.status_code in (404, 405)
        else str(wrong.detail)
    )
    return _told(request, told, wrong.status_code)


async def _fault(request: Request, _wrong: Exception) -> Response:
    """A mistake of this program: nothing of it is told that could hold words of an article."""
    return _told(request, interface_words()["all"]["mistake"], 500)


def _told(request: Request, problem: str, status: int) -> Response:
    if request.url.path.startswith(PROGRAMS):
        return JSONResponse({"problem": problem}, status_code=status)
    slug = request.path_params.get("slug")
    lost = status == 404 or request.url.path.startswith("/deleted/")
    back = f"/stories/{slug}" if slug and not lost else "/"
    return problem_page(request, problem, status=status, back=back)
