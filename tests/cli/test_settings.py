"""Options: defaults, the folder's file, a named file, the command line, in this order."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare.cli.flags import Flags
from compare.cli.settings import options_for
from compare.errors import OptionError
from compare.model.options import Options
from tests.cli.conftest import Command


def test_each_place_replaces_what_the_one_before_named() -> None:
    Path("storydiff.toml").write_text("link_floor = 0.1\nfact_floor = 0.2\nevent_floor = 0.3\n")
    Path("mine.toml").write_text("fact_floor = 0.4\nevent_floor = 0.5\nforce = true\n")
    options = options_for(Flags(config="mine.toml", settings=("event_floor=0.6",)))
    assert (options.link_floor, options.fact_floor, options.event_floor) == (0.1, 0.4, 0.6)
    assert options.force is True
    assert options.max_articles == Options().max_articles


def test_without_files_and_flags_the_defaults_hold() -> None:
    assert options_for(Flags()) == Options()
    assert options_for(Flags(force=True)).force is True


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("fact_flor = 0.2", r"storydiff\.toml: .*Did you mean fact_floor"),
        ("fact_floor = 7", r"storydiff\.toml: fact_floor is 7.* between"),
        ("fact_floor = [1]", r"storydiff\.toml: fact_floor must be a number"),
        ("force = 1", r"storydiff\.toml: force must be true or false"),
        ("fact_floor", r"storydiff\.toml: it is not TOML"),
        ("# \udce9", r"storydiff\.toml: it is not TOML"),
    ],
)
def test_a_wrong_file_is_named_with_what_is_wrong(text: str, message: str) -> None:
    Path("storydiff.toml").write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(OptionError, match=message):
        options_for(Flags())


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(OptionError, match=r"mine\.toml: it cannot be read"):
        options_for(Flags(config="mine.toml"))


def test_a_setting_without_a_value_is_an_error() -> None:
    with pytest.raises(OptionError, match="--set force=VALUE"):
        options_for(Flags(settings=("force",)))


def test_the_printed_options_are_a_file_that_changes_nothing(storydiff: Command) -> None:
    printed = storydiff("options").out
    Path("storydiff.toml").write_text(printed)
    assert options_for(Flags()) == Options()
    assert all(f"\n{name} = " in f"\n{printed}" for name in Options.names())


def test_a_wrong_option_is_wrong_usage(storydiff: Command, stored: str) -> None:
    result = storydiff(stored, "--set", "fact_flor=0.4")
    assert (result.code, result.out) == (2, "")
    assert "Did you mean fact_floor?" in result.err


def test_a_device_is_no_file_of_settings() -> None:
    with pytest.raises(OptionError, match="pipe or a device"):
        options_for(Flags(config="/dev/zero"))


def test_an_empty_file_of_settings_sets_nothing() -> None:
    Path("storydiff.toml").write_text("\n", encoding="utf-8")
    assert options_for(Flags()) == Options()


def test_settings_nested_deeper_than_the_reader_goes_are_told() -> None:
    Path("storydiff.toml").write_text("a = " + "[" * 5_000, encoding="utf-8")
    with pytest.raises(OptionError, match="nested too deeply"):
        options_for(Flags())
