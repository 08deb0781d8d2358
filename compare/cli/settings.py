"""Options from the folder's file, a named file and the command line, each over the one before."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from compare.cli.flags import Flags
from compare.cli.streams import print_note
from compare.errors import OptionError, SourceError
from compare.model.options import Options
from compare.model.reader import RECORD_FILE
from compare.sources.files import is_folder, read_file

if TYPE_CHECKING:
    from compare.reader.settings import Reader

FOLDER_FILE = "storydiff.toml"

# Settings that are no options of a comparison, with their defaults.
_OF_READER = {
    "reader": "",
    "reader_model": "",
    "reader_budget": "300000",
    "reader_timeout": "300",
    "reader_replay": "",
}
_DIGITS = 10


def options_for(flags: Flags) -> Options:
    """The options to compare with; OptionError says which one is wrong and where it stands."""
    options = Options()
    for origin, values in _layers(flags):
        try:
            options = options.set({k: v for k, v in values.items() if k not in _OF_READER})
        except OptionError as wrong:
            raise OptionError(f"{origin}: {wrong}" if origin else str(wrong)) from wrong
    return replace(options, force=True) if flags.force else options


def reader_for(flags: Flags, sources: Sequence[str]) -> Reader | None:
    """The reader that the flags and the files ask for, None without one; OptionError as above.

    What it answers is kept beside the story: in the folder that is the only source, else in the
    folder that the command runs in.
    """
    values: dict[str, str] = {}
    trusted = True
    for origin, several in _layers(flags):
        found = {name: value for name, value in several.items() if name in _OF_READER}
        trusted = origin != FOLDER_FILE if "reader" in found else trusted
        values |= found
    given = {
        "reader": flags.reader,
        "reader_model": flags.reader_model,
        "reader_budget": flags.reader_budget,
        "reader_replay": flags.reader_replay,
    }
    values |= {name: str(value) for name, value in given.items() if value is not None}
    trusted = trusted or flags.reader is not None
    if not {"reader", "reader_replay"} & values.keys():
        if values:
            raise OptionError(
                "A reader needs the address of a server or a record to replay. "
                "Give --reader URL or --reader-replay FILE."
            )
        return None
    return _reader(values, sources, flags, trusted=trusted)


def _reader(
    values: Mapping[str, str], sources: Sequence[str], flags: Flags, *, trusted: bool
) -> Reader:
    """The reader of some settings; `trusted` unless a file of the folder alone names its address.

    Such a file may have come with the articles: it gets no key for a host elsewhere.
    """
    from compare.reader.settings import KEY_VARIABLE, Reader
    from compare.sources.fetch.posting import is_this_machine

    folder = Path(sources[0]) if len(sources) == 1 and is_folder(Path(sources[0])) else Path()
    replay = values.get("reader_replay")
    if replay is not None and not Path(replay).is_file():
        raise OptionError(f"{replay} is no file. Give a record that a reader wrote.")
    reader = Reader(
        url=values.get("reader"),
        model=values.get("reader_model", ""),
        budget=_whole_number("reader_budget", values),
        timeout=_whole_number("reader_timeout", values),
        record=folder / RECORD_FILE,
        replay=Path(replay) if replay is not None else None,
    )
    here = is_this_machine(reader.host)
    key = os.environ.get(KEY_VARIABLE) or None
    if key and not (trusted or here) and reader.host:
        print_note(
            f"The key is not sent to {reader.host}, which {FOLDER_FILE} names. "
            "Give --reader on the command line if you trust it."
        )
        key = None
    return replace(reader, key=key, told=None if flags.quiet and here else print_note)


def _whole_number(name: str, values: Mapping[str, str]) -> int:
    text = values.get(name, _OF_READER[name])
    if not (text.isascii() and text.isdecimal() and len(text) < _DIGITS):
        raise OptionError(f"{name} must be a whole number, not {text!r}. Change the value.")
    return int(text)


def _layers(flags: Flags) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Where settings come from, the weakest first: each file by its name, the flags as ""."""
    for path in _files(flags):
        try:
            yield str(path), _from_toml(path)
        except OptionError as wrong:
            raise OptionError(f"{path}: {wrong}") from wrong
    yield "", dict(_pair(setting) for setting in flags.settings)


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
