"""Options from the folder's file, a named file and the command line, each over the one before."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from compare.cli.flags import Flags
from compare.errors import OptionError, SourceError
from compare.model.options import Options
from compare.sources.files import read_file

FOLDER_FILE = "storydiff.toml"


def options_for(flags: Flags) -> Options:
    """The options to compare with; OptionError says which one is wrong and where it stands."""
    options = Options()
    for path in _files(flags):
        try:
            options = options.set(_from_toml(path))
        except OptionError as wrong:
            raise OptionError(f"{path}: {wrong}") from wrong
    options = options.set(dict(_pair(setting) for setting in flags.settings))
    return replace(options, force=True) if flags.force else options


def _files(flags: Flags) -> Iterator[Path]:
    if os.path.isfile(FOLDER_FILE):  # noqa: PTH113 - False in a folder that cannot be looked into
        yield Path(FOLDER_FILE)
    if flags.config is not None:
        yield Path(flags.config)


def _from_toml(path: Path) -> Mapping[str, str]:
    import tomllib

    try:
        values = tomllib.loads(read_file(path, source=str(path), may_be_empty=True).decode())
    except SourceError as wrong:
        raise OptionError(f"it cannot be read: {wrong.reason}. Give another file.") from wrong
    except RecursionError as wrong:
        raise OptionError("it is nested too deeply. Correct the file.") from wrong
    except ValueError as wrong:
        raise OptionError(f"it is not TOML: {wrong}. Correct the file.") from wrong
    return {name: _text(value) for name, value in values.items()}


def _text(value: object) -> str:
    """A value as it would be written on the command line; tables and lists are no values."""
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _pair(setting: str) -> tuple[str, str]:
    name, equals, value = setting.partition("=")
    if not equals:
        raise OptionError(f"{setting!r} has no value. Write --set {setting}=VALUE.")
    return name.strip(), value.strip()
