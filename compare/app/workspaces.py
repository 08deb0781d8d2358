"""What the pages of one user work with, and the place of each user."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from compare.app.class_link import ClassLinks
from compare.app.interface_texts import LibraryFull, refusal
from compare.app.job_queue import Queue, QueuedJob
from compare.app.library import Library
from compare.app.settings import AppSettings
from compare.app.sign_in import is_user_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """What the pages of one user share; `scratch` is a folder that goes when the app ends.

    `user` is empty where nobody signs in.
    """

    settings: AppSettings
    library: Library
    queue: Queue
    class_links: ClassLinks
    scratch: Path
    user: str = ""

    @property
    def has_class_links(self) -> bool:
        """True where students can reach this machine under an address that is known."""
        return self.settings.users is None or bool(self.settings.class_address)

    async def enqueue(
        self, story: Path, kind: str, *, text: str = "", out: str = "", format: str = "html"
    ) -> QueuedJob:
        """Put a job at the end of the queue; Busy where this user has too many there."""
        return await self.queue.add(story, kind, text=text, out=out, format=format, owner=self.user)

    def check_room(self, data: int, *, new: bool = False) -> None:
        """Full where the library cannot take so many bytes more, or with `new` another story."""
        limits = self.settings.limits
        if new and limits.stories is not None and len(self.library.stories()) >= limits.stories:
            raise LibraryFull(refusal("too_many_stories", most=limits.stories))
        if limits.stored is not None and self.library.size() + data > limits.stored:
            raise LibraryFull(refusal("library_full", most=limits.stored // 1_000_000))


class Workspaces:
    """The offices of all users, each made when it is first asked for."""

    def __init__(
        self, settings: AppSettings, queue: Queue, class_links: ClassLinks, scratch: Path
    ) -> None:
        self._settings = settings
        self._queue = queue
        self._class_links = class_links
        self._scratch = scratch
        self._made: dict[str, Workspace] = {}
        self._lock = threading.Lock()

    def of(self, user: str) -> Workspace:
        """The office of a user who signed in; of "" where nobody has to."""
        with self._lock:
            if user not in self._made:
                library = Library(library_folder(self._settings) / user)
                library.make()
                self._made[user] = Workspace(
                    settings=self._settings,
                    library=library,
                    queue=self._queue,
                    class_links=self._class_links,
                    scratch=self._scratch,
                    user=user,
                )
            return self._made[user]

    def every(self) -> Iterator[Workspace]:
        """Those of all who have a library."""
        if self._settings.users is None:
            yield self.of("")
            return
        for path in sorted(library_folder(self._settings).iterdir()):
            if path.is_dir() and not path.is_symlink() and is_user_name(path.name):
                yield self.of(path.name)


def library_folder(settings: AppSettings) -> Path:
    """The folder of the library, or with users that of their libraries."""
    return settings.library.absolute()
