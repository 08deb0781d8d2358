"""What every page of the app is made with: the texts of the interface, the frame, the answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from compare.app.folder import StoryFolder
from compare.app.guard import own_policy
from compare.app.interface_texts import StoryBusy, interface_words
from compare.app.job_queue import Queue, QueuedJob
from compare.app.sign_in import USER
from compare.app.workspaces import Workspace, Workspaces
from compare.formats.html import page_environment


def workspace_of(request: Request) -> Workspace:
    """What the app works with for the user of this request."""
    offices = request.app.state.offices
    assert isinstance(offices, Workspaces)
    return offices.of(request.scope.get(USER, ""))


def page(request: Request, name: str, *, status: int = 200, **values: Any) -> Response:  # noqa: ANN401 - what a template takes
    """A page of the app's own."""
    template = page_environment().get_template(f"app/{name}.html.j2")
    text = template.render(t=interface_words(), office=workspace_of(request), **values)
    return HTMLResponse(text.encode("utf-8", "replace"), status_code=status)


def problem_page(request: Request, problem: str, *, status: int, back: str = "/") -> Response:
    """A page that says what did not work."""
    return page(request, "problem", status=status, problem=problem, back=back)


def finished_page(data: bytes) -> Response:
    """A page that stands for itself, such as a report, under the policy that it states."""
    return HTMLResponse(data, headers={"content-security-policy": own_policy(data)})


def download(data: bytes, name: str) -> Response:
    """A file to be kept, whatever a browser could do with it."""
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Response(data, media_type="application/octet-stream", headers=headers)


def redirect_to(path: str) -> Response:
    """Go and look there, after something was changed."""
    return RedirectResponse(path, status_code=303)


def address_of(story: StoryFolder, more: str = "") -> str:
    """The path of a story's page."""
    return f"/stories/{quote(story.slug)}{more}"


def story_of(request: Request) -> StoryFolder:
    """The story that the path names; UnreadableSource where there is none."""
    return workspace_of(request).library.open(request.path_params["slug"])


def story_to_change(request: Request) -> StoryFolder:
    """The same for a change; Busy while it is being worked on."""
    story = story_of(request)
    if workspace_of(request).queue.is_working(story.path):
        raise StoryBusy(interface_words()["story"]["busy"])
    return story


@dataclass(frozen=True, slots=True, kw_only=True)
class JobProgress:
    """A task as a page shows it."""

    place: str
    steps: tuple[tuple[str, str], ...]
    over: bool


def progress_of(queue: Queue, task: QueuedJob) -> JobProgress:
    """How far a task is, in the words of the interface."""
    said, known = interface_words()["story"], interface_words()["steps"]
    before = queue.place(task)
    place = "" if task.state != "waiting" else said["place"].format(n=before)
    if task.state == "waiting" and before < 2:
        place = said["place_one"] if before else said["first"]
    steps = tuple((name, known.get(state, state)) for name, state in task.steps.items())
    return JobProgress(place=place, steps=steps, over=task.is_over)
