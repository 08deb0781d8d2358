"""The same things for programs: JSON under /api/v1, described by an OpenAPI document."""

from __future__ import annotations

import json
import secrets
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal, TypeVar

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from compare.app.file_names import COMPARISON
from compare.app.folder import StoryFolder
from compare.app.intake import GivenSources, GivenText, put_into
from compare.app.interface_texts import PathNotFound, interface_words, problem, refusal
from compare.app.job_messages import CHECK, COMPARE, DIFF
from compare.app.job_queue import QueuedJob
from compare.app.pages import address_of, story_of, workspace_of
from compare.errors import CompareError, OptionError

V1 = "/api/v1"
_JSON = "application/json"
B = TypeVar("B", bound=msgspec.Struct)


class Source(msgspec.Struct, forbid_unknown_fields=True):
    """One article: its `text`, or its address as `url`; the rest is guessed where it is missing."""

    text: str = ""
    url: str = ""
    outlet: str = ""
    published: str = ""


class NewStory(msgspec.Struct, forbid_unknown_fields=True):
    """Articles to compare; a story of the library gets `title`."""

    sources: list[Source]
    title: str = "Story"


class TextToCheck(msgspec.Struct, forbid_unknown_fields=True):
    """A text, and the articles to hold it against."""

    text: str
    sources: list[Source]


class TwoArticles(msgspec.Struct, forbid_unknown_fields=True):
    """Two articles of two outlets, or two versions of one, to set side by side."""

    sources: list[Source]


class NewLesson(msgspec.Struct, forbid_unknown_fields=True):
    """Articles for a lesson, and what is wished of it; without `levels` questions of each."""

    sources: list[Source]
    title: str = "Lesson"
    count: int = 9
    levels: list[Literal["find", "compare", "explain"]] = []
    plain: bool = False


class StoryState(msgspec.Struct):
    """A story as programs see it; `state` is waiting, working, done, failed or new."""

    id: str
    title: str
    state: str
    before: int
    problem: str
    articles: list[dict[str, str]]
    links: dict[str, str]


async def _body(request: Request, kind: type[B]) -> B:
    """The JSON of a request; OptionError names what is wrong with it."""
    try:
        return msgspec.json.decode(await request.body(), type=kind)
    except msgspec.DecodeError as wrong:
        raise OptionError(refusal("bad_json", why=wrong)) from wrong


def _given(sources: list[Source]) -> GivenSources:
    texts = []
    for number, source in enumerate(sources, 1):
        if bool(source.text.strip()) == bool(source.url.strip()):
            raise OptionError(refusal("one_of_two", n=number))
        text = source.text or source.url.strip()
        texts.append(GivenText(text=text, outlet=source.outlet, published=source.published))
    return GivenSources(texts=tuple(texts), files=())


async def compare_sources(request: Request) -> Response:
    """Compare articles and keep nothing; the answer is a comparison file."""
    body = await _body(request, NewStory)
    story = await _scratch_story(request, body.sources, body.title)
    try:
        await _done(await workspace_of(request).enqueue(story.path, COMPARE))
        data = await run_in_threadpool((story.path / COMPARISON).read_bytes)
    finally:
        await run_in_threadpool(shutil.rmtree, story.path, True)
    return Response(data, media_type=_JSON)


async def check_text(request: Request) -> Response:
    """Hold a text against articles and keep nothing."""
    body = await _body(request, TextToCheck)
    if not body.text.strip():
        raise OptionError(refusal("empty_check"))
    return await _worked_out(request, CHECK, "check", body.sources, body.text)


async def diff_sources(request: Request) -> Response:
    """Set two articles side by side and keep nothing."""
    body = await _body(request, TwoArticles)
    if len(body.sources) != 2:
        raise OptionError(refusal("two_sources", n=len(body.sources)))
    return await _worked_out(request, DIFF, "diff", body.sources, "")


async def make_lesson(request: Request) -> Response:
    """Make a lesson of articles and keep nothing; the answer has the key."""
    body = await _body(request, NewLesson)
    story = await _scratch_story(request, body.sources, body.title)
    try:
        await _done(await workspace_of(request).enqueue(story.path, COMPARE))
        data = await run_in_threadpool(_lesson_file, story, body.count, body.levels, body.plain)
    finally:
        await run_in_threadpool(shutil.rmtree, story.path, True)
    return Response(data, media_type=_JSON)


async def _worked_out(
    request: Request, kind: str, name: str, sources: list[Source], text: str
) -> Response:
    """The file that a task makes of articles which are not kept."""
    story = await _scratch_story(request, sources, name)
    out = story.path.parent / f"{story.slug}-{name}.json"
    try:
        place = workspace_of(request)
        task = await place.enqueue(story.path, kind, text=text, out=str(out), format="json")
        await _done(task)
        data = await run_in_threadpool(out.read_bytes)
    finally:
        out.unlink(missing_ok=True)
        await run_in_threadpool(shutil.rmtree, story.path, True)
    return Response(data, media_type=_JSON)


async def _scratch_story(request: Request, sources: list[Source], title: str) -> StoryFolder:
    given = _given(sources)
    story = StoryFolder(workspace_of(request).scratch / secrets.token_hex(8))
    await run_in_threadpool(_fill, story, given, title)
    return story


def _fill(story: StoryFolder, given: GivenSources, title: str) -> None:
    story.path.mkdir()
    story.rename(title)
    put_into(story, given)


async def _done(task: QueuedJob) -> None:
    """Wait for the end of a task; CompareError with its reason where it failed."""
    while not task.is_over:
        await task.news(5.0)
    if task.failure:
        raise CompareError(f"{task.failure.reason} {task.failure.advice}".strip())


async def list_stories(request: Request) -> Response:
    """All stories of the library."""
    place = workspace_of(request)
    stories = await run_in_threadpool(
        lambda: [_state(request, story) for story in place.library.stories()]
    )
    return JSONResponse({"stories": [msgspec.to_builtins(one) for one in stories]})


async def make_story(request: Request) -> Response:
    """A new story in the library, put into the queue."""
    body = await _body(request, NewStory)
    given, place = _given(body.sources), workspace_of(request)
    await run_in_threadpool(lambda: place.check_room(given.size, new=True))
    story = await run_in_threadpool(place.library.create, body.title)
    try:
        await run_in_threadpool(put_into, story, given)
    except CompareError:
        await run_in_threadpool(place.library.delete, story.slug)
        raise
    await place.enqueue(story.path, COMPARE)
    state = await run_in_threadpool(_state, request, story)
    return JSONResponse(msgspec.to_builtins(state), status_code=202)


async def show_story(request: Request) -> Response:
    """How a story stands."""
    state = await run_in_threadpool(lambda: _state(request, story_of(request)))
    return JSONResponse(msgspec.to_builtins(state))


def _state(request: Request, story: StoryFolder) -> StoryState:
    queue = workspace_of(request).queue
    task = queue.last(story.path)
    failure = story.reading.failure
    state = "done" if story.has_report else "failed" if failure else "new"
    if task is not None:
        state = task.state
    here = f"{V1}{address_of(story)}"
    return StoryState(
        id=story.slug,
        title=story.title,
        state=state,
        before=queue.place(task) if task else 0,
        problem=f"{failure.reason} {failure.advice}".strip() if failure else "",
        articles=[
            {
                "name": box.name,
                "outlet": box.outlet,
                "published": box.published,
                "problem": f"{box.problem.reason} {box.problem.advice}" if box.problem else "",
            }
            for box in story.boxes()
        ],
        links={"self": here, "comparison": f"{here}/comparison", "page": address_of(story)},
    )


async def comparison(request: Request) -> Response:
    """The comparison file of a story."""
    path = _comparison_file(story_of(request))
    return Response(await run_in_threadpool(path.read_bytes), media_type=_JSON)


async def show_diff(request: Request) -> Response:
    """Two articles of a story side by side, by their letters, as `storydiff diff --json` does."""
    story, path = story_of(request), request.path_params
    data = await run_in_threadpool(_diff_file, story, path["left"], path["right"])
    return Response(data, media_type=_JSON)


def _diff_file(story: StoryFolder, left: str, right: str) -> bytes:
    from compare.app.api_results import diff_file

    return diff_file(story, left, right)


async def show_lesson(request: Request) -> Response:
    """The lesson of a story as it was planned, with the key."""
    data = await run_in_threadpool(_lesson_file, story_of(request), 9, (), False)
    return Response(data, media_type=_JSON)


def _lesson_file(story: StoryFolder, count: int, levels: Sequence[str], plain: bool) -> bytes:
    from compare.app.api_results import lesson_file

    return lesson_file(story, count=count, levels=levels, plain=plain)


async def show_part(request: Request) -> Response:
    """What `storydiff show` prints for a fact, quotation, figure, contrast or article."""
    path, name = _comparison_file(story_of(request)), request.path_params["name"]
    text = await run_in_threadpool(_part, path, name)
    return JSONResponse({"name": name, "text": text})


def _part(path: Path, name: str) -> str:
    from compare.formats.details import details
    from compare.formats.json import read

    return details(read(path), name)


def _comparison_file(story: StoryFolder) -> Path:
    if not story.has_report:
        raise PathNotFound(story.title, *problem("no_report"))
    return story.path / COMPARISON


def openapi() -> dict[str, Any]:
    """The OpenAPI document, made of the types and the routes."""
    kinds = (NewStory, TextToCheck, TwoArticles, NewLesson, StoryState)
    _, schemas = msgspec.json.schema_components(kinds, ref_template="#/components/schemas/{name}")
    why_not = {"type": "object", "required": ["problem"],
               "properties": {"problem": {"type": "string"}}}  # fmt: skip
    told, paths = interface_words()["api"], dict[str, dict[str, Any]]()
    for path, method, handler, takes, gives in _OPERATIONS:
        names = [part[1:-1] for part in path.split("/") if part.startswith("{")]
        operation: dict[str, Any] = {
            "operationId": handler.__name__,
            "summary": (handler.__doc__ or "").strip(),
            "parameters": [
                {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
                for name in names
            ],
            "responses": {
                "202" if handler is make_story else "200": {
                    "description": told["as_asked"],
                    "content": {_JSON: {"schema": _ref(gives) if gives else {"type": "object"}}},
                },
                "default": {
                    "description": told["why_not"],
                    "content": {_JSON: {"schema": why_not}},
                },
            },
        }
        if takes:
            operation["requestBody"] = {
                "required": True,
                "content": {_JSON: {"schema": _ref(takes)}},
            }
        paths.setdefault(f"{V1}{path}", {})[method.lower()] = operation
    return {
        "openapi": "3.1.0",
        "info": {"title": "storydiff", "version": "1"},
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _ref(kind: type[msgspec.Struct]) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{kind.__name__}"}


async def show_openapi(request: Request) -> Response:  # noqa: ARG001 - a handler
    """The OpenAPI document of this API."""
    return Response(json.dumps(openapi(), indent=1), media_type=_JSON)


Kind = type[msgspec.Struct] | None
# Path, method, handler, what it takes and what it gives.
_OPERATIONS: tuple[tuple[str, str, Any, Kind, Kind], ...] = (
    ("/openapi.json", "GET", show_openapi, None, None),
    ("/compare", "POST", compare_sources, NewStory, None),
    ("/check", "POST", check_text, TextToCheck, None),
    ("/diff", "POST", diff_sources, TwoArticles, None),
    ("/lesson", "POST", make_lesson, NewLesson, None),
    ("/stories", "GET", list_stories, None, None),
    ("/stories", "POST", make_story, NewStory, StoryState),
    ("/stories/{slug}", "GET", show_story, None, StoryState),
    ("/stories/{slug}/comparison", "GET", comparison, None, None),
    ("/stories/{slug}/diff/{left}/{right}", "GET", show_diff, None, None),
    ("/stories/{slug}/lesson", "GET", show_lesson, None, None),
    ("/stories/{slug}/show/{name}", "GET", show_part, None, None),
)  # fmt: skip
ROUTES = [
    Route(f"{V1}{path}", handler, methods=[method]) for path, method, handler, _, _ in _OPERATIONS
]
