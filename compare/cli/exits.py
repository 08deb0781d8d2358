"""From what went wrong to one line on standard error and an exit code."""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence

import click

from compare import errors
from compare.cli.streams import print_note, unwritable_output
from compare.text.control_characters import one_line

FOUND = 1
USAGE = 2
UNREADABLE = 3
UNRELATED = 4
UNWRITABLE = 5
DEFECT = 70
INTERRUPTED = 130

_FULL = frozenset((errno.ENOSPC, errno.EIO, errno.EFBIG, errno.EPIPE, errno.EBADF))
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
            print_note(front.get_help(context))
        return USAGE
    try:
        result = front.main(arguments, prog_name="storydiff", standalone_mode=False)
    except click.UsageError as wrong:
        said = one_line(wrong.format_message()).rstrip(".")
        print_note(f"{said}{'' if said.endswith('?') else '.'} {_advice(wrong, arguments)}")
        return USAGE
    except click.ClickException as wrong:
        print_note(wrong.format_message())
        return USAGE
    except (click.Abort, KeyboardInterrupt):
        print_note("Interrupted; nothing more was written. Run the command again to go on.")
        return INTERRUPTED
    except errors.CompareError as wrong:
        print_note(one_line(str(wrong)))
        return code_of(wrong)
    except OSError as wrong:
        print_note(_told(wrong))
        return UNWRITABLE
    except MemoryError:
        print_note("There is not enough memory for these articles. Give fewer or shorter ones.")
        return UNREADABLE
    except RecursionError:
        print_note("The articles are nested too deeply to be compared. Give them as plain text.")
        return UNREADABLE
    except Exception as wrong:
        return _defect(wrong, arguments)
    return result if isinstance(result, int) else 0


def _told(wrong: OSError) -> str:
    """What the system refuses; without a name it may be what click prints itself, like the help."""
    if wrong.filename is None and wrong.errno in _FULL:
        return str(unwritable_output(wrong))
    if wrong.filename is None:
        return (
            f"The system refuses to go on: {wrong.strerror or wrong}. Mend that and run it again."
        )
    name = os.fsdecode(wrong.filename) if isinstance(wrong.filename, str | bytes) else "a file"
    return f"{name} could not be used: {wrong.strerror}. Check that it can be read and written."


def _advice(wrong: click.UsageError, arguments: Sequence[str]) -> str:
    """Where to look, or how to name a file that was taken for a flag."""
    taken = [one for one in arguments if one.startswith("-") and os.path.isfile(one)]  # noqa: PTH113 - False for names that no file has
    if isinstance(wrong, click.NoSuchOption) and taken:
        return f"Write ./{taken[0]} for the file of that name."
    command = wrong.ctx.command_path if wrong.ctx else "storydiff"
    return f"Run '{command} --help' for what is possible."


def _defect(wrong: Exception, arguments: list[str]) -> int:
    """A mistake of this program: told as such, with the whole trace only when asked for."""
    from compare.sources.isolation import fault_text

    advice = "Report it with the command that you gave."
    if "-v" in arguments or "--verbose" in arguments:
        import traceback

        print_note("".join(traceback.format_exception(wrong)))
    elif _is_talkative(arguments):
        advice = "Run it again with -v and report what it prints."
    print_note(
        f"This is a mistake in storydiff, not in your articles: {fault_text(wrong)}. {advice}"
    )
    return DEFECT


def _is_talkative(arguments: Sequence[str]) -> bool:
    """True when the command that was called has the flag -v."""
    from compare.cli.front import COMMANDS, front

    name = arguments[0] if arguments[0] in COMMANDS else "compare"
    with click.Context(front) as context:
        command = front.get_command(context, name)
    return command is not None and any("-v" in param.opts for param in command.params)
