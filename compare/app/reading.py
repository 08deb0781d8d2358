"""What the last reading of a story folder found: kept beside the articles in reading.json."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import msgspec

from compare.app.file_names import READING
from compare.app.interface_texts import interface_words
from compare.errors import CompareError, SourceError
from compare.formats.registry import write_bytes
from compare.model.articles import Document, Precision

# Advice that names flags of the command, and what to do on a page.
_ON_A_PAGE = (
    ("Add a file, a saved page or a story folder", "add_another"),
    (", or add --force to compare them all the same", ""),
    (", or try --archived for a copy in the Wayback Machine", "or_paste"),
    ("add --allow-private", "allow_private"),
    ("Run it once without --offline", "without_offline"),
    ("add --offline to use it", "with_offline"),
)


class Problem(msgspec.Struct, frozen=True):
    """Why something could not be read or compared, and what to do next.

    `may_be_forced` is True where the articles do not seem to be about one event.
    """

    reason: str = ""
    advice: str = ""
    may_be_forced: bool = False


class WaitingLink(msgspec.Struct):
    """An address that is still to be fetched, or that could not be."""

    address: str
    outlet: str = ""
    published: str = ""
    problem: Problem | None = None


class Guess(msgspec.Struct):
    """What was read of an article's file, or why nothing was."""

    outlet: str = ""
    headline: str = ""
    published: str = ""
    words: int = 0
    problem: Problem | None = None


class FolderReading(msgspec.Struct):
    """The state of a story between its folder and its comparison.

    `compared` is the mark of the inputs that were compared last, `pending` is True from the wish
    to compare until its end, so that a restart goes on with it. `outlets` are those of the articles
    that were compared last, in the order of their letters, `warnings` what to keep in mind of them.
    `force` is the wish to compare articles that do not seem to be about one event.
    """

    links: list[WaitingLink] = []
    files: dict[str, Guess] = {}
    failure: Problem | None = None
    compared: str = ""
    pending: bool = False
    outlets: list[str] = []
    warnings: list[str] = []
    force: bool = False


def load_reading(folder: Path) -> FolderReading:
    """The reading of a folder; an empty one where there is none or it is damaged."""
    try:
        return msgspec.json.decode((folder / READING).read_bytes(), type=FolderReading)
    except (OSError, msgspec.DecodeError):
        return FolderReading()


def save_reading(folder: Path, reading: FolderReading) -> None:
    """Write the reading of a folder in one step."""
    data = msgspec.json.format(msgspec.json.encode(reading), indent=1)
    write_bytes(data + b"\n", folder / READING)


def guess_of(document: Document) -> Guess:
    """What a document says of itself, as it is shown in a box."""
    when = document.published
    day = document.published_precision is Precision.DAY
    shown = "" if when is None else shown_moment(when.date() if day else when)
    return Guess(
        outlet=document.outlet,
        headline=document.headline or "",
        published=shown,
        words=len(document.text.split()),
    )


def shown_moment(when: date) -> str:
    """A day or a time as it is written in a box.

    >>> from datetime import UTC, datetime
    >>> shown_moment(datetime(2031, 10, 14, 21, 5, tzinfo=UTC)), shown_moment(date(2031, 10, 14))
    ('2031-10-14T21:05Z', '2031-10-14')
    """
    if isinstance(when, datetime):
        return when.isoformat(timespec="minutes").replace("+00:00", "Z")
    return when.isoformat()


def problem_of(wrong: SourceError) -> Problem:
    """Reason and advice of an error as whole sentences, without the place that it names."""
    return Problem(reason=as_sentence(wrong.reason), advice=page_advice(as_sentence(wrong.advice)))


def page_advice(advice: str) -> str:
    """The advice without flags of a command that nobody types here.

    >>> page_advice("Give articles about one event, or add --force to compare them all the same.")
    'Give articles about one event.'
    """
    for flag, name in _ON_A_PAGE:
        advice = advice.replace(flag, interface_words()["advice"][name] if name else "")
    return advice


def message_of(wrong: CompareError) -> str:
    """The words of an error with a full stop at the end."""
    told = str(wrong).strip()
    return told if told.endswith((".", "!", "?")) else f"{told}."


def as_sentence(told: str) -> str:
    """The words with a capital at the start and a full stop at the end.

    >>> as_sentence("it is empty")
    'It is empty.'
    """
    told = told.strip()
    end = "" if not told or told[-1] in ".!?" else "."
    return f"{told[:1].upper()}{told[1:]}{end}"
