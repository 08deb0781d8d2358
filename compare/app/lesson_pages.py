"""A lesson without TOML: the choices, the questions with their key, the files, the class link."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from compare.app.class_link import MINUTES, ClassPages
from compare.app.file_names import COMPARISON
from compare.app.folder import StoryFolder
from compare.app.intake import form_of
from compare.app.interface_texts import PathNotFound, interface_words, problem, refusal
from compare.app.pages import (
    address_of,
    download,
    finished_page,
    page,
    redirect_to,
    story_of,
    story_to_change,
    workspace_of,
)
from compare.app.reading import message_of
from compare.errors import CompareError, MissingExtra, OptionError, UnreadableSource
from compare.formats.archive import archive
from compare.formats.html import page_environment
from compare.formats.json import read
from compare.model.comparison import Comparison
from compare.model.teaching import TeachPlan
from compare.sources.teaching import read_plan
from compare.teach.lesson import Lesson, lesson
from compare.teach.pack import lesson_files
from compare.teach.question import Level
from compare.teach.question_choice import Wish
from compare.teach.word_files import check_word

MOST_QUESTIONS = 60
_USUAL = 9
_KEPT = 4
# What a class may open; the worksheet by the name of its kind.
_SHARED = {"student": "student.html", "quiz": "quiz.html", "worksheet": "worksheet.html"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a teacher chose, as it stands in the address of the page."""

    levels: tuple[str, ...]
    count: int
    plain: bool
    title: str
    class_name: str

    @property
    def query(self) -> str:
        """The same as the query of an address."""
        pairs = [("level", level) for level in self.levels]
        pairs += [("count", str(self.count)), ("title", self.title), ("class", self.class_name)]
        return urlencode([*pairs, *([("plain", "yes")] if self.plain else [])])

    @property
    def wish(self) -> Wish:
        """What is asked of the maker of the sheet."""
        levels = tuple(Level(level) for level in self.levels)
        return Wish(count=self.count, levels=levels, plain=self.plain)


def _choices(query: QueryParams, story: StoryFolder) -> Choices:
    known = [level.value for level in Level]
    levels = tuple(level for level in known if level in query.getlist("level"))
    count = query.get("count", "")
    number = int(count[:4]) if count.isascii() and count.isdigit() else _USUAL
    return Choices(
        levels=levels or tuple(known),
        count=min(max(number, 1), MOST_QUESTIONS),
        plain=query.get("plain") == "yes",
        title=query.get("title", story.title).strip()[:120],
        class_name=query.get("class", "").strip()[:40],
    )


async def show(request: Request) -> Response:
    """The choices and what they give."""
    return await run_in_threadpool(_page, request)


def _page(request: Request) -> Response:
    story = story_of(request)
    choices = _choices(request.query_params, story)
    made, told, dropped = None, "", 0
    try:
        dropped = len(read_plan(story.path, source=story.slug).drop)
        made = _lesson(story, choices)
    except CompareError as wrong:
        told = message_of(wrong)
    return page(
        request,
        "lesson",
        story=story,
        wish=choices,
        query=choices.query,
        problem=told,
        dropped=dropped,
        lesson=made,
        share=workspace_of(request).class_links.get(str(story.path)),
    )


def _lesson(story: StoryFolder, choices: Choices) -> Lesson:
    if not story.has_report:
        raise UnreadableSource(story.title, *problem("no_report"))
    comparison = story.path / COMPARISON
    plan = read_plan(story.path, source=story.slug)
    made = _made(comparison, comparison.stat().st_mtime_ns, choices.wish, plan)
    title = " – ".join(filter(None, (choices.title, choices.class_name)))
    return replace(made, title=title) if title != story.title else made


@lru_cache(maxsize=_KEPT)
def _made(path: Path, _written: int, wish: Wish, plan: TeachPlan) -> Lesson:
    return lesson(_read(path), wish, plan=plan)


def _read(path: Path) -> Comparison:
    found = read(path)
    assert isinstance(found, Comparison)
    return found


async def change_plan(request: Request) -> Response:
    """Drop, replace, hide or keep with one press, in the [teach] table of the story."""
    form = await form_of(request, workspace_of(request).settings.limits)
    story = story_to_change(request)
    choices = _choices(request.query_params, story)
    what, _, about = str(form.get("do", "")).partition(" ")
    await run_in_threadpool(_write_plan, story, choices, what, about)
    if what == "drop":
        choices = replace(choices, count=max(1, choices.count - 1))
    return redirect_to(address_of(story, f"/lesson?{choices.query}"))


def _write_plan(story: StoryFolder, choices: Choices, what: str, about: str) -> None:
    if what == "restore":
        for each in read_plan(story.path, source=story.slug).drop:
            story.plan({"drop": (each, False)})
        return
    made = _lesson(story, choices)
    known = {"hide": {each.words for each in made.doubts}}
    known["keep"] = known["hide"]
    known["drop"] = known["replace"] = {each.id for each in made.questions}
    if about not in known.get(what, set()):
        raise OptionError(refusal("not_in_lesson"))
    key = "drop" if what == "replace" else what
    story.plan({key: (about, True)})


async def one_file(request: Request) -> Response:
    """One page of the lesson, as it is given out."""
    made = await run_in_threadpool(_files, request, False)
    name = request.path_params["name"]
    if name not in made or not name.endswith(".html"):
        raise PathNotFound(name[:60], *problem("no_lesson_page"))
    return finished_page(made[name])


async def pack(request: Request) -> Response:
    """Everything of the lesson in one file."""
    made = await run_in_threadpool(_files, request, True)
    return download(archive(made), f"{story_of(request).slug}-lesson.zip")


def _files(request: Request, everything: bool) -> dict[str, bytes]:
    story = story_of(request)
    made = _lesson(story, _choices(request.query_params, story))
    try:
        check_word()
    except MissingExtra:
        everything = False
    return lesson_files(made, word=everything)


async def share(request: Request) -> Response:
    """Switch the link for the class on or off."""
    place, story = workspace_of(request), story_of(request)
    form = await form_of(request, place.settings.limits)
    choices = _choices(request.query_params, story)
    if form.get("do") == "on" and place.has_class_links:
        made = await run_in_threadpool(_files, request, False)
        await place.class_links.switch_on(
            str(story.path),
            lambda code: _class_pages(made, code),
            address=place.settings.class_address,
            minutes=MINUTES,
        )
    else:
        await place.class_links.switch_off(str(story.path))
    return redirect_to(address_of(story, f"/lesson?{choices.query}"))


def _class_pages(made: dict[str, bytes], code: str) -> ClassPages:
    """The pages of a link. Their title is always the same: a story's own may name an outlet."""

    def drawn(*, wrong: bool = False, listed: bool = False) -> bytes:
        names = tuple((name, f"/{code}/{file}") for name, file in _SHARED.items())
        template = page_environment().get_template("app/class.html.j2")
        title = interface_words()["class"]["title"]
        shown = names if listed else ()
        return template.render(t=interface_words(), title=title, wrong=wrong, files=shown).encode()

    return ClassPages(
        ask=drawn(),
        wrong=drawn(wrong=True),
        opened=drawn(listed=True),
        files={file: made[f"students/{file}"] for file in _SHARED.values()},
    )
