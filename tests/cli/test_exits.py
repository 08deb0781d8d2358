"""From errors to exit codes and one clear line."""

from __future__ import annotations

import pytest

from compare import errors
from compare.cli import reading
from compare.cli.exits import code_of
from tests.cli.conftest import Command


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.UnreadableSource("a.txt", "is empty", "Give another file."), 3),
        (errors.BadStory("story.toml", "no title", "Add one."), 3),
        (errors.TooFewArticles(1), 3),
        (errors.TooManyArticles(51, 50), 2),
        (errors.UnrelatedStories("No shared names. Use --force."), 4),
        (errors.FormatError("out.md could not be written. Choose another place."), 5),
        (errors.OptionError("There is no option. See the list."), 2),
        (errors.UnknownFact("There is no fact. Choose one."), 2),
        (errors.MissingExtra("It needs: pip install 'storydiff[web]'"), 2),
        (errors.CompareError("The installation is incomplete. Install again."), 3),
    ],
)
def test_every_error_has_its_code_and_its_own_words(
    error: errors.CompareError,
    code: int,
    storydiff: Command,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr(reading, "compare_sources", fails)
    result = storydiff("a.txt", "b.txt")
    assert (result.code, result.out, result.err) == (code, "", f"{error}\n")
    assert code_of(error) == code


def test_an_interruption_has_its_own_code(
    storydiff: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(reading, "compare_sources", interrupted)
    result = storydiff("a.txt", "b.txt")
    assert (result.code, result.out) == (130, "")
    assert "Traceback" not in result.err


def test_a_mistake_of_the_program_is_told_as_such_and_is_not_code_one(
    storydiff: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("by nothing")

    monkeypatch.setattr(reading, "compare_sources", broken)
    result = storydiff("a.txt", "b.txt")
    assert result.code == 70
    assert "ZeroDivisionError: by nothing" in result.err
    assert "Traceback" not in result.err
    assert "Traceback" in storydiff("a.txt", "b.txt", "-v").err
