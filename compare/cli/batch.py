"""`storydiff batch SOURCE... -o FOLDER`: a whole pile compared, event by event, into tables."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from time import monotonic
from typing import TYPE_CHECKING, Any

import click

from compare.cli.exits import UNREADABLE
from compare.cli.flags import Flags, web_flags
from compare.cli.streams import is_terminal, print_note, print_result
from compare.text.control_characters import one_line

if TYPE_CHECKING:
    from compare.corpus import Corpus
    from compare.corpus.corpus import Compared
    from compare.corpus.shards import Tally
    from compare.corpus.stage_runs import Progress, Told

# Events and failures that are listed; the tables hold all.
_LISTED = 10
_EVERY = 0.2
_MINUTE, _HOUR = 60, 3600


@click.command(name="batch", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("sources", nargs=-1, metavar="[SOURCE...]")
@click.option(
    "-o", "--output", required=True, metavar="FOLDER", help="The corpus; a new folder at first."
)
@click.option(
    "--jobs", type=click.IntRange(1, 256), default=1, help="How many processes work at once; 1."
)
@click.option(
    "--engine",
    type=click.Choice(["pool", "dask"]),
    default="pool",
    help="Processes of this machine, or Dask workers.",
)
@click.option("--scheduler", metavar="ADDRESS", help="A Dask scheduler that runs already.")
@click.option(
    "--since", metavar="DAY", help="Compare only events with an article of that day or later."
)
@click.option("--postgres", metavar="URI", help="Write the tables to this PostgreSQL database too.")
@click.option("--config", metavar="FILE", help="Read options from a TOML file.")
@click.option(
    "--set", "settings", multiple=True, metavar="KEY=VALUE", help="Set one option; repeatable."
)
@click.option("--strict", is_flag=True, help="A failure ends with exit code 3.")
@web_flags
@click.option("-q", "--quiet", is_flag=True, help="No notes and no progress.")
def command(
    sources: tuple[str, ...],
    output: str,
    jobs: int,
    engine: str,
    scheduler: str | None,
    since: str | None,
    postgres: str | None,
    **given: Any,  # noqa: ANN401 - what click hands over
) -> int:
    """Read many articles, tell them apart into events, and compare each event.

    A SOURCE is a file, a folder with all that is in it, JSON Lines, a web archive, an address or a
    feed. The FOLDER holds the results as Parquet and as corpus.sqlite. The same command goes on
    where it stopped and does only what changed; without a SOURCE, those given before are used.
    """
    from compare import corpus as package
    from compare.cli.progress import fetching_for
    from compare.cli.settings import options_for

    flags = Flags(**given)
    day = _day(since)
    asked = bool(flags.settings or flags.config)
    corpus = package.open(output, options_for(flags) if asked else None)
    worker = package.engine_named(engine, jobs, scheduler)
    try:
        with _progress(quiet=flags.quiet) as told:
            read = corpus.add(sources, engine=worker, fetching=fetching_for(flags), told=told)
            compared = corpus.compare(since=day, engine=worker, told=told)
    finally:
        worker.close()
    place = corpus.index()
    if postgres:
        from compare.corpus.postgres import write_tables

        write_tables(corpus, postgres)
    print_result("\n".join([*_lines(corpus, read, compared), ""]))
    if not flags.quiet:
        _tell_failures(corpus)
        print_note(f"Written: {one_line(output)}, tables as Parquet and {one_line(str(place))}")
        print_note(f"Look at it with: datasette {shlex.quote(str(place))}")
    if not read.went_out or (flags.strict and (read.failed or compared.failed)):
        return UNREADABLE
    return 0


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as wrong:
        raise click.UsageError(f"--since {text!r} is no day. Write it like 2031-10-14") from wrong


def _lines(corpus: Corpus, read: Tally, compared: Compared) -> Iterator[str]:
    """What came in and what went out, what is new, and the events of the most outlets."""
    from compare.align.languages import NOT_TOGETHER, UNREAD

    events = corpus.events()
    came = _counted(read.came_in, "article")
    yield f"{came} came in, {read.went_out} read, {read.failed} failed."
    distinct = sum(len(event.articles) for event in events)
    if distinct < read.went_out:
        yield f"{_counted(read.went_out - distinct, 'article')} given more than once."
    parts = [
        f"{compared.compared} compared",
        f"{compared.failed} failed",
        f"{compared.single} of one article alone",
    ]
    parts += [f"{compared.older} before the day of --since"] if compared.older else []
    yield f"{_counted(len(events), 'event')}: {', '.join(parts)}."
    changes = list(corpus.rows("changes"))
    last = max((change["run"] for change in changes), default=1)
    if last > 1:
        kinds = [change["kind"] for change in changes if change["run"] == last]
        told = (
            f"{_counted(kinds.count('new'), 'new event')}, "
            f"{_counted(kinds.count('grown'), 'article')} to known events, "
            f"{kinds.count('split')} split, {kinds.count('merged')} merged"
        )
        yield f"Since the run before: {told}."
    titles = {row["event"]: row for row in corpus.rows("comparisons")}
    for event in events[:_LISTED]:
        if (row := titles.get(event.id)) is not None:
            title = f"  “{one_line(row['title'])}”" if row["title"] else ""
            warnings = str(row["warnings"] or "").split("\n")
            unread = [line for line in warnings if UNREAD in line]
            known = [line for line in warnings if UNREAD in line or NOT_TOGETHER in line]
            differences = _counted(row["differences"], "difference")
            yield (
                f"{event.id}  {len(event.articles)} articles, "
                f"{_counted(len(event.outlets), 'outlet')}, "
                f"{_counted(row['shared'], 'shared fact')}, "
                f"{'differences not looked at' if unread else differences}{title}"
            )
            yield from (f"    {one_line(line)}" for line in known)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _tell_failures(corpus: Corpus) -> None:
    failures = list(corpus.failures())
    for row in failures[:_LISTED]:
        source, message = one_line(row["source"]), one_line(row["message"])
        print_note(message if message.startswith(source) else f"{source}: {message}")
    if len(failures) > _LISTED:
        print_note(f"… and {len(failures) - _LISTED} more, in the table failures.")


@contextmanager
def _progress(*, quiet: bool) -> Iterator[Told]:
    """Hands out what tells of the work: one line written over on a terminal, else one a stage."""
    from compare.corpus.stage_runs import tell_nobody

    if quiet:
        yield tell_nobody
        return
    shown = _Shown(terminal=is_terminal(sys.stderr))
    yield shown.tell
    shown.end()


class _Shown:
    """The progress of the stages as lines with counts, rate and time left."""

    def __init__(self, *, terminal: bool) -> None:
        self._terminal = terminal
        self._stage = ""
        self._began = self._last = 0.0
        self._before = 0
        self._open = False

    def tell(self, progress: Progress) -> None:
        """Show how far a stage is."""
        now = monotonic()
        if progress.stage != self._stage:
            self.end()
            self._stage, self._began, self._before = progress.stage, now, progress.done
        finished = progress.done == progress.total
        if self._terminal and (finished or now - self._last > _EVERY):
            self._last, self._open = now, True
            click.echo(f"\r\x1b[K{self._line(progress, now)}", err=True, nl=False, color=True)
        elif not self._terminal and finished:
            print_note(self._line(progress, now))

    def end(self) -> None:
        """End the line of the stage."""
        if self._open:
            click.echo("", err=True)
            self._open = False

    def _line(self, progress: Progress, now: float) -> str:
        done = progress.done - self._before
        seconds = now - self._began
        parts = [f"{progress.stage}: {progress.done} of {progress.total}"]
        if progress.failed:
            parts.append(f"{progress.failed} failed")
        if done and seconds > 1:
            rate = done / seconds
            parts.append(f"{rate:.1f} a second")
            left = (progress.total - progress.done) / rate
            parts += [f"{_span(left)} left"] if left >= 1 else []
        return ", ".join(parts)


def _span(seconds: float) -> str:
    if seconds >= _HOUR:
        return f"{seconds / _HOUR:.1f} hours"
    if seconds >= 2 * _MINUTE:
        return f"{seconds / _MINUTE:.0f} minutes"
    return f"{seconds:.0f} seconds"
