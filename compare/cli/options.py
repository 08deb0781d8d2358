"""`storydiff options`: every option with its default."""

from __future__ import annotations

from dataclasses import Field, fields
from typing import Any

import click

from compare.cli.streams import print_result


@click.command(name="options", context_settings={"help_option_names": ["-h", "--help"]})
def command() -> int:
    """Print every option with its help, range and default, in the form of a storydiff.toml.

    'storydiff options > storydiff.toml' makes a file to edit.
    """
    from compare.model.options import Options

    print_result("\n".join(_entry(spec) for spec in fields(Options)))
    return 0


def _entry(spec: Field[Any]) -> str:
    """The help as a comment and the default as TOML."""
    low, high = spec.metadata.get("low"), spec.metadata.get("high")
    limits = "" if low is None else f" From {low} to {high}."
    value = str(spec.default).lower() if isinstance(spec.default, bool) else str(spec.default)
    return f"# {spec.metadata['help']}{limits}\n{spec.name} = {value}\n"
