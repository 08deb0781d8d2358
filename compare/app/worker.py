"""The process that does the heavy work: one job on standard input, its progress on standard output.

Each line is a JSON object. A process of its own keeps the pages quick while something is compared,
can be stopped, and takes nothing of the app down with it.
"""

from __future__ import annotations

import contextlib
import os
import sys
import traceback
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import msgspec

from compare.app.file_names import COMPARISON, LAST, REPORT
from compare.app.folder import StoryFolder
from compare.app.interface_texts import interface_words, problem
from compare.app.job_messages import CHECK, COMPARE, DIFF, FOLLOW, Job, ProgressLine
from compare.app.reading import (
    Guess,
    Problem,
    guess_of,
    load_reading,
    page_advice,
    problem_of,
    save_reading,
)
from compare.errors import (
    CompareError,
    SourceError,
    TooFewArticles,
    TooFewSources,
    UnrelatedStories,
)
from compare.formats.json import dump, read
from compare.formats.registry import render, write_bytes
from compare.model.comparison import Comparison
from compare.model.options import Options
from compare.model.story import Skipped
from compare.sources.fetch.settings import Fetching
from compare.sources.load import LoadedSources, load_all
from compare.sources.story_folder import page_name, story_entry
from compare.sources.web import read_pages

Told = Callable[[str, str], None]


def main() -> None:
    """Do the job that stands on standard input."""
    # What a library prints must not get between the lines.
    out = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)

    def tell(line: ProgressLine) -> None:
        out.write(msgspec.json.encode(line) + b"\n")

    if hasattr(os, "nice"):
        os.nice(5)  # The pages come first.
    job = msgspec.json.decode(sys.stdin.buffer.readline(), type=Job)
    # Places are told as from the library, so that no report holds the path of a user's home.
    os.chdir(Path(job.folder).parent)
    failure = run(job, lambda source, state: tell(ProgressLine(source=source, state=state)))
    tell(ProgressLine(done=True, failure=failure))


def run(job: Job, told: Told) -> Problem | None:
    """Do a job; why it failed, or None."""
    try:
        _WORK[job.kind](job, told)
    except CompareError as wrong:
        return _failure(wrong)
    except Exception as wrong:
        place = traceback.extract_tb(wrong.__traceback__)[-1]
        return Problem(*problem("mistake", kind=type(wrong).__name__, place=place.name))
    return None


def _compare(job: Job, told: Told) -> None:
    from compare.pipeline import compare_story

    folder = Path(job.folder)
    story = StoryFolder(folder)
    _fetch(job, story, told)
    mark = story.inputs_mark()
    loaded = _load(folder, told)
    if len(loaded.documents) < 2:
        raise TooFewArticles(len(loaded.documents))
    told("", "comparing")
    found = compare_story(
        loaded.documents,
        Options(force=story.reading.force),
        story=replace(loaded.story, skipped=(*loaded.story.skipped, *_unread_links(folder))),
        corrections=loaded.corrections,
    )
    told("", "writing")
    _keep_last(story, found)
    write_bytes(dump(found), folder / COMPARISON)
    write_bytes(render(found, "html"), folder / REPORT)
    reading = load_reading(folder)
    reading.compared = mark
    reading.outlets = [article.document.outlet for article in found.articles]
    reading.warnings = list(found.story.warnings)
    save_reading(folder, reading)


def _keep_last(story: StoryFolder, found: Comparison) -> None:
    """Keep the comparison that is there, unless it is of the same articles."""
    if not story.has_report:
        return
    with contextlib.suppress(CompareError):
        texts = [article.document.text for article in read(story.path / COMPARISON).articles]
        if sorted(texts) != sorted(article.document.text for article in found.articles):
            (story.path / COMPARISON).replace(story.path / LAST)


def _check(job: Job, told: Told) -> None:
    from compare.checking.check import check
    from compare.formats.result_registry import CHECK_FORMATS
    from compare.sources.document import document

    _fetch_once(job, told)
    loaded = _load(Path(job.folder), told)
    if not loaded.documents:
        raise TooFewSources
    told("", "checking")
    found = check(
        document(job.text, outlet=interface_words()["problems"]["text"]), loaded.documents
    )
    unread = (*loaded.story.skipped, *_unread_links(Path(job.folder)))
    told_of = [f"{one.source}: {one.reason} {one.advice}".strip() for one in unread]
    found = replace(found, warnings=(*found.warnings, *told_of))
    Path(job.out).write_bytes(CHECK_FORMATS.render(found, job.format))


def _follow(job: Job, told: Told) -> None:
    from compare.following.follow import follow
    from compare.formats.result_registry import FOLLOW_FORMATS

    loaded = _load(Path(job.folder), told)
    told("", "comparing")
    Path(job.out).write_bytes(FOLLOW_FORMATS.render(follow(loaded.documents), job.format))


def _diff(job: Job, told: Told) -> None:
    from compare.diff.outlets import diff_outlets
    from compare.diff.versions import are_versions, diff_versions
    from compare.formats.result_registry import DIFF_FORMATS
    from compare.pipeline import compare_story

    _fetch_once(job, told)
    loaded = _load(Path(job.folder), told)
    if len(loaded.documents) != 2:
        raise TooFewArticles(len(loaded.documents))
    told("", "comparing")
    if are_versions(*loaded.documents):
        found = diff_versions(*loaded.documents)
    else:
        found = diff_outlets(compare_story(loaded.documents), "A", "B")
    Path(job.out).write_bytes(DIFF_FORMATS.render(found, job.format))


_WORK: dict[str, Callable[[Job, Told], None]] = {
    COMPARE: _compare,
    CHECK: _check,
    FOLLOW: _follow,
    DIFF: _diff,
}


def _unread_links(folder: Path) -> tuple[Skipped, ...]:
    """The links of a story that could not be read, as sources that were skipped."""
    return tuple(
        Skipped(source=link.address, reason=link.problem.reason, advice=link.problem.advice)
        for link in StoryFolder(folder).reading.links
        if link.problem
    )


def _fetch_once(job: Job, told: Told) -> None:
    """Fetch links that were never asked for; what failed before is left to the next comparison."""
    story = StoryFolder(Path(job.folder))
    if any(link.problem is None for link in story.reading.links):
        _fetch(job, story, told)


def _fetch(job: Job, story: StoryFolder, told: Told) -> None:
    """Fetch what waits; a page becomes a file of the folder, the rest keeps why it did not."""
    links = story.reading.links
    if not links:
        return
    fetching = Fetching(
        cache=Path(job.cache) if job.cache else None,
        allow_private=job.allow_private,
        offline=job.offline,
    )
    found = read_pages([link.address for link in links], fetching, told=told)
    problems: dict[str, Problem] = {}
    for link in links:
        page, result = found[link.address]
        if isinstance(result, SourceError):
            problems[link.address] = problem_of(result)
        elif page is None or len(result.documents) != 1:
            problems[link.address] = Problem(*problem("several", n=len(result.documents)))
        else:
            document = result.documents[0]
            story.keep_fetched(link, page_name(page), page.data, story_entry(page, document))
            told(link.address, "read")
            continue
        told(link.address, problems[link.address].reason)
    reading = story.reading
    for link in reading.links:
        link.problem = problems.get(link.address)
    save_reading(story.path, reading)


def _load(folder: Path, told: Told) -> LoadedSources:
    """The articles of the folder, and beside each file what was read of it or why nothing was."""
    story = StoryFolder(folder)
    for name in story.article_files():
        told(name, "reading")
    loaded = load_all([folder.name])
    reading = story.reading
    files: dict[str, Guess] = {}
    for document in loaded.documents:
        files[_file_of(document.source, folder)] = guess_of(document)
    for skipped in loaded.skipped:
        name = _file_of(skipped.source, folder)
        problem = problem_of(SourceError(skipped.source, skipped.reason, skipped.advice))
        files[name] = Guess(problem=problem)
    reading.files = files
    save_reading(folder, reading)
    for name, guess in files.items():
        told(name, guess.problem.reason if guess.problem else "read")
    return loaded


def _file_of(source: str | None, folder: Path) -> str:
    return (source or "").removeprefix(f"{folder.name}/")


def _failure(wrong: CompareError) -> Problem:
    """The whole message of an error, in which the last sentence says what to do."""
    reason, dot, advice = str(wrong).partition(". ")
    forced = isinstance(wrong, UnrelatedStories)
    return Problem(f"{reason}{dot.strip()}", page_advice(advice), may_be_forced=forced)


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError):
        main()
