"""`storydiff schema`: the JSON Schema of the files that this program writes."""

from __future__ import annotations

import click

from compare.assets import PACKAGE
from compare.cli.streams import put

FILES = {"comparison": "comparison-1.json", "check": "check-1.json", "follow": "follow-1.json"}


@click.command(name="schema", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("name", type=click.Choice(tuple(FILES)), default="comparison", metavar="[NAME]")
def command(name: str) -> int:
    """Print the JSON Schema (2020-12) of the files that --json makes.

    NAME is comparison, check or follow; without it that of comparisons is printed.
    """
    put((PACKAGE / "schema" / FILES[name]).read_bytes())
    return 0
