"""Whatever happens inside one source is that source's outcome and leaves the others alone."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from compare.assets import PACKAGE
from compare.errors import CompareError, UnforeseenFault, UnreadableSource


@contextmanager
def isolate_errors(source: str) -> Iterator[None]:
    """Turn every exception of the block into an error of `source`.

    A CompareError passes as it is. Too much depth or too little memory is an UnreadableSource, and
    anything else, which is a mistake of this program, an UnforeseenFault that names its place.
    """
    try:
        yield
    except CompareError:
        raise
    except RecursionError as wrong:
        reason = "its parts are nested too deeply to be read"
        raise UnreadableSource(source, reason, "Give the article alone as text") from wrong
    except MemoryError as wrong:
        reason = "there is not enough memory to read it"
        raise UnreadableSource(source, reason, "Give the article alone as text") from wrong
    except Exception as wrong:
        reason = f"reading it met a mistake in storydiff ({fault_text(wrong)})"
        advice = "Report it with this source; as a .txt file it may be read"
        raise UnforeseenFault(source, reason, advice) from wrong


def fault_text(wrong: BaseException) -> str:
    """Kind, message and place of an exception: "KeyError: 'x', compare/sources/page.py:12"."""
    frames = traceback.extract_tb(wrong.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(PACKAGE)]
    place = ""
    if ours:
        name = Path(ours[-1].filename).relative_to(PACKAGE.parent).as_posix()
        place = f", {name}:{ours[-1].lineno}"
    message = " ".join(str(wrong).split())[:200]
    return f"{type(wrong).__name__}{f': {message}' if message else ''}{place}"
