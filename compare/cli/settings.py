"""Options from the folder's file, a named file and the command line, each over the one before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from compare.cli.flags import Flags
from compare.errors import OptionError, UnreadableSource
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
    if Path(FOLDER_FILE).is_file():
        yield Path(FOLDER_FILE)
    if flags.config is not None:
        yield Path(flags.config)


def _from_toml(path: Path) -> Mapping[str, str]:
    import tomllib

    try:
        values = tomllib.loads(read_file(path, source=str(path), may_be_empty=True).decode("utf-8"))
    except UnreadableSource as wrong:
        raise OptionError(f"it cannot be read: {wrong.reason}. Give another file.") from wrong
    except (ValueError, RecursionError) as wrong:
        raise OptionError(f"it is not TOML: {wrong}. Correct the file.") from wrong
    return {
        name: str(value).lower() if isinstance(value, bool) else str(value)
        for name, value in values.items()
    }


def _pair(setting: str) -> tuple[str, str]:
    name, equals, value = setting.partition("=")
    if not equals:
        raise OptionError(f"{setting!r} has no value. Write --set {setting}=VALUE.")
    return name.strip(), value.strip()
