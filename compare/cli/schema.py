"""`storydiff schema`: the JSON Schema of comparison files."""

from __future__ import annotations

import click

from compare.assets import PACKAGE
from compare.cli.streams import put


@click.command(name="schema", context_settings={"help_option_names": ["-h", "--help"]})
def command() -> int:
    """Print the JSON Schema (2020-12) of the files that --json makes."""
    put((PACKAGE / "schema" / "comparison-1.json").read_bytes())
    return 0
