"""How addresses are fetched for a command, with a live line for each of them on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from compare.cli.flags import Flags
from compare.cli.streams import is_terminal, show_working

if TYPE_CHECKING:
    from rich.table import Table

    from compare.sources.fetch.settings import Fetching

Told = Callable[[str, str], None]


def fetching_for(flags: Flags) -> Fetching:
    """What the flags ask for, with pages kept in the user's cache."""
    from compare.sources.fetch.page_cache import cache_folder
    from compare.sources.fetch.settings import Fetching

    return Fetching(
        cache=cache_folder(),
        offline=flags.offline,
        refresh=flags.refresh,
        archived=flags.archived,
        allow_private=flags.allow_private,
        use_proxy=flags.use_proxy,
    )


@contextmanager
def progress(sources: Sequence[str], *, quiet: bool = False) -> Iterator[Told]:
    """Hands out what is to be called with an address and what is being done for it.

    Without a terminal, or without an address among the sources, nothing is shown but that work
    goes on.
    """
    from compare.sources.load import is_address

    addresses = list(dict.fromkeys(source for source in sources if is_address(source)))
    if not addresses or quiet or not is_terminal(sys.stderr):
        with show_working("Reading"):
            yield _silent
        return
    from rich.console import Console
    from rich.live import Live

    states = dict.fromkeys(addresses, "waiting")
    console = Console(stderr=True, highlight=False)
    with Live(_table(states), console=console, transient=True, refresh_per_second=8) as live:

        def tell(source: str, state: str) -> None:
            if source in states:
                states[source] = state
                live.update(_table(states))

        yield tell


def _silent(_source: str, _state: str) -> None:
    """Says nothing."""


def _table(states: dict[str, str]) -> Table:
    from rich.table import Table
    from rich.text import Text

    from compare.text.control_characters import one_line

    table = Table.grid(padding=(0, 2))
    for source, state in states.items():
        table.add_row(
            Text(one_line(source), overflow="ellipsis", no_wrap=True),
            Text(one_line(state), overflow="ellipsis", no_wrap=True),
        )
    return table
