"""`storydiff schema`: the JSON Schema of the files that --json makes."""

from __future__ import annotations

import click

from compare.assets import PACKAGE
from compare.cli.streams import put


@click.command(name="schema", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("kind", type=click.Choice(("comparison", "diff")), default="comparison")
def command(kind: str) -> int:
    """Print the JSON Schema (2020-12) of comparison files, or of the files of 'storydiff diff'."""
    put((PACKAGE / "schema" / f"{kind}-1.json").read_bytes())
    return 0
