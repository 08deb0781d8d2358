"""Two outlets side by side, and this comparison of a story against the last one."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from compare.app.file_names import COMPARISON, LAST
from compare.app.folder import StoryFolder
from compare.app.interface_texts import PathNotFound, problem
from compare.app.pages import finished_page, page, story_of
from compare.app.story_changes import since_last
from compare.diff.outlets import diff_outlets
from compare.diff.versions import are_versions, diff_versions
from compare.errors import UnreadableSource
from compare.formats.diff_registry import render_diff
from compare.formats.json import read
from compare.model.comparison import Comparison
from compare.model.diff import Diff


async def show(request: Request) -> Response:
    """Two articles of the story, `a` and `b`; with `last` the first is of the last comparison."""
    return await run_in_threadpool(_diff_page, request)


def _diff_page(request: Request) -> Response:
    query = request.query_params
    last = query.get("last") == "yes"
    diff = diff_of(story_of(request), query.get("a", ""), query.get("b", ""), last=last)
    return finished_page(render_diff(diff, "html"))


def diff_of(story: StoryFolder, left: str, right: str, *, last: bool = False) -> Diff:
    """The diff of two articles by their letters, as `storydiff diff` makes it; Missing for others.

    With `last` it is of two versions: the first article is one of the last comparison.
    """
    now = stored_comparison(story)
    before = stored_comparison(story, LAST) if last else now
    known = ({a.letter for a in before.articles}, {a.letter for a in now.articles})
    if left not in known[0] or right not in known[1] or (left == right and not last):
        raise PathNotFound(story.title, *problem("no_pair"))
    one, other = before.article(left).document, now.article(right).document
    if last or are_versions(one, other):
        return diff_versions(one, other)
    return diff_outlets(now, left, right)


async def show_since(request: Request) -> Response:
    """What is new since the articles of the story were others."""
    return await run_in_threadpool(_since_page, request)


def _since_page(request: Request) -> Response:
    story = story_of(request)
    now, last = stored_comparison(story), stored_comparison(story, LAST)
    outlets = {article.letter: article.document.outlet for article in now.articles}
    return page(request, "since", story=story, since=since_last(last, now), outlets=outlets)


def stored_comparison(story: StoryFolder, name: str = COMPARISON) -> Comparison:
    """The comparison of a story, or the last one; UnreadableSource where there is none."""
    if not story.has_report:
        raise UnreadableSource(story.title, *problem("no_report"))
    if name == LAST and not (story.path / LAST).is_file():
        raise PathNotFound(story.title, *problem("no_last"))
    return read(story.path / name)
