"""From what went wrong to one line on standard error and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from compare import errors
from compare.cli.streams import note, unwritable

FOUND = 1
USAGE = 2
UNREADABLE = 3
UNRELATED = 4
UNWRITABLE = 5
DEFECT = 70
INTERRUPTED = 130

_CODES: tuple[tuple[type[errors.CompareError], int], ...] = (
    (errors.TooManyArticles, USAGE),
    (errors.UnrelatedStories, UNRELATED),
    (errors.StoryError, UNREADABLE),
    (errors.SourceError, UNREADABLE),
    (errors.FormatError, UNWRITABLE),
    (errors.OptionError, USAGE),
    (errors.UnknownFact, USAGE),
    (errors.MissingExtra, USAGE),
    (errors.CompareError, UNREADABLE),
)


def code_of(error: errors.CompareError) -> int:
    """The exit code that belongs to an error."""
    return next(code for kind, code in _CODES if isinstance(error, kind))


def run(arguments: list[str]) -> int:
    """Runs the command; returns its exit code and never raises on purpose."""
    from compare.cli.front import front

    if not arguments:
        with click.Context(front, info_name="storydiff") as context:
            note(front.get_help(context))
        return USAGE
    try:
        result = front.main(arguments, prog_name="storydiff", standalone_mode=False)
    except click.UsageError as wrong:
        note(f"{wrong.format_message().rstrip('.')}. {_advice(wrong, arguments)}")
        return USAGE
    except click.ClickException as wrong:
        note(wrong.format_message())
        return USAGE
    except (click.Abort, KeyboardInterrupt):
        note("Interrupted; nothing more was written. Run the command again to go on.")
        return INTERRUPTED
    except errors.CompareError as wrong:
        note(str(wrong))
        return code_of(wrong)
    except OSError as wrong:
        if wrong.filename is not None:
            return _defect(wrong, arguments)
        # What click prints by itself, such as the help, has no other way of saying so.
        note(str(unwritable(wrong)))
        return UNWRITABLE
    except Exception as wrong:
        return _defect(wrong, arguments)
    return result if isinstance(result, int) else 0


def _advice(wrong: click.UsageError, arguments: Sequence[str]) -> str:
    """Where to look, or how to name a file that was taken for a flag."""
    taken = [one for one in arguments if one.startswith("-") and Path(one).is_file()]
    if isinstance(wrong, click.NoSuchOption) and taken:
        return f"Write ./{taken[0]} for the file of that name."
    command = wrong.ctx.command_path if wrong.ctx else "storydiff"
    return f"Run '{command} --help' for what is possible."


def _defect(wrong: Exception, arguments: list[str]) -> int:
    """A mistake of this program: told as such, with the whole trace only when asked for."""
    if "-v" in arguments or "--verbose" in arguments:
        import traceback

        traceback.print_exception(wrong, file=sys.stderr)
    note(
        f"This is a mistake in storydiff, not in your articles: {type(wrong).__name__}: {wrong}. "
        "Run it again with -v and report what it prints."
    )
    return DEFECT
