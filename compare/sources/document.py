"""A document made of a text that is already at hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from compare.errors import BadStory, UnreadableSource
from compare.model.articles import DateCertainty, Document, Extra, Provenance
from compare.sources.dates import WrittenMoment, read_moment
from compare.text.invisible import INVISIBLE
from compare.text.language import language_name, language_of, same_language


def document(
    text: str,
    *,
    outlet: str,
    headline: str | None = None,
    published: str | date | datetime | None = None,
    certainty: DateCertainty = DateCertainty.STATED,
    guess: datetime | None = None,
    url: str | None = None,
    language: str = "en",
    byline: str | None = None,
    standfirst: str | None = None,
    updated: str | date | datetime | None = None,
    licence: str | None = None,
    wire: str | None = None,
    section: str | None = None,
    canonical: str | None = None,
    free: bool | None = None,
    invented: bool = False,
    source: str | None = None,
    extras: Sequence[Extra] = (),
    provenance: Sequence[Provenance] = (),
    notes: Sequence[str] = (),
) -> Document:
    """Return a `Document` with exactly this `text`; the parameters are named as its fields.

    `published` and `updated` may be dates, datetimes or their usual written forms. A time without
    a zone is taken as UTC and a note says so; a date without a time gets the precision "day".
    `certainty` says how sure the publication is, `notes` are sentences for the reader of a result.
    `guess` is a day of publication that is kept only where `published` is not known. A text that is
    surely in another language than `language` says gets its own.
    Raises UnreadableSource for a text without words and BadStory for a field that cannot be used.

    >>> made = document("The ferry burned.", outlet="Harbour Times", published="2031-10-14")
    >>> made.outlet, made.published.year, made.published_precision.value
    ('Harbour Times', 2031, 'day')
    """
    source = whole_characters(source) if source else source
    label = source or whole_characters(outlet) or "text"
    check_text(text, source=label)
    _check_fields(
        label,
        outlet=outlet,
        headline=headline,
        url=url,
        language=language,
        byline=byline,
        standfirst=standfirst,
        licence=licence,
        wire=wire,
        section=section,
        canonical=canonical,
    )
    if not outlet.strip():
        raise BadStory(label, "outlet: no outlet is named", "Say which outlet published the text")
    spoken = language_of(text)
    differs = spoken is not None and not same_language(spoken, language)
    first, note = _read(published, "published", label)
    last, later_note = _read(updated, "updated", label)
    return Document(
        text=text,
        outlet=_line(outlet) or outlet,
        headline=_line(headline),
        standfirst=_line(standfirst),
        byline=_line(byline),
        url=_line(url),
        published=first.when if first else None,
        published_precision=first.precision if first else None,
        published_certainty=certainty if first else None,
        published_guess=None if first else guess,
        updated=last.when if last else None,
        language=(spoken if differs and spoken else _line(language)) or "en",
        licence=_line(licence),
        wire=_line(wire),
        section=_line(section),
        canonical=_line(canonical),
        free=free,
        source=source,
        invented=invented,
        extras=tuple(extras),
        provenance=tuple(provenance),
        notes=(*notes, *note, *later_note, *_unread(text), *_foreign(spoken)),
    )


def _foreign(spoken: str | None) -> tuple[str, ...]:
    """A note on a text that is surely not English."""
    if spoken in (None, "en"):
        return ()
    return (
        f"This article is in {language_name(spoken)}. Only English is read; what is shown of it "
        "rests on equal words, digits and quotation marks.",
    )


def _unread(text: str) -> tuple[str, ...]:
    """A note on the characters that could not be read, if there are any."""
    count = text.count("\ufffd")
    if not count:
        return ()
    what = "1 character" if count == 1 else f"{count:,} characters"
    return (f"{what} of this text could not be read; each stands as \ufffd.",)


def check_text(text: str, *, source: str) -> None:
    """UnreadableSource if `text` has nothing to read or cannot be written as UTF-8."""
    if not text.strip():
        raise UnreadableSource(source, "it has no text", "Put the article text into it")
    try:
        text.encode()
    except UnicodeEncodeError as wrong:
        raise UnreadableSource(
            source,
            f"character {wrong.start} is half of a surrogate pair, so the text is damaged",
            "Read the original again with its right encoding",
        ) from wrong


def _check_fields(source: str, **fields: str | None) -> None:
    """BadStory for the first of the fields that cannot be written as UTF-8."""
    for key, value in fields.items():
        if value and value != whole_characters(value):
            reason = f"{key}: it holds half of a surrogate pair, so it is damaged"
            raise BadStory(source, reason, "Write it again or leave it out")


def whole_characters(text: str) -> str:
    """The text with a question mark in place of each half of a surrogate pair."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _read(
    value: str | date | datetime | None, key: str, source: str
) -> tuple[WrittenMoment | None, tuple[str, ...]]:
    """The moment, and a note if its zone had to be assumed."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return None, ()
    try:
        moment = read_moment(value)
    except ValueError as wrong:
        reason = f"{key}: {wrong}"
        raise BadStory(source, reason, "Correct the date or leave it out") from wrong
    note = f"The time {key} has no time zone; it is taken as UTC."
    return moment, () if moment.zone_given else (note,)


def _line(text: str | None) -> str | None:
    """The text on one line without invisible characters, or None if there is nothing in it."""
    return " ".join(INVISIBLE.sub("", text).split()) or None if text else None
