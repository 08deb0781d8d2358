"""`storydiff mcp`: tools for a language model on standard input and output."""

from __future__ import annotations

import click

from compare.sources.extras import import_extra


@click.command(name="mcp", context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--offline", is_flag=True, help="Fetch nothing.")
@click.option("--allow-private", is_flag=True, help="Links may lead into your own network.")
def command(offline: bool, allow_private: bool) -> int:
    """Serve the Model Context Protocol: compare, facts, figures, quotes, sources, check.

    A program that works with a language model starts this and talks to it; it is nothing to type
    into. It ends when the other end closes.
    """
    import_extra("mcp", extra="mcp", what="serving tools to a language model")
    from compare.app.tool_server import tool_server
    from compare.sources.fetch.page_cache import cache_folder
    from compare.sources.fetch.settings import Fetching

    fetching = Fetching(cache=cache_folder(), offline=offline, allow_private=allow_private)
    tool_server(fetching).run("stdio")
    return 0
