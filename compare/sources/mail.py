"""A saved e-mail or newsletter: the article in it, its sender as the outlet."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from email.utils import parseaddr

from compare.errors import NoArticleFound
from compare.model.articles import DateCertainty, Document, Provenance
from compare.sources.bounded_reading import read_bounded
from compare.sources.dates import read_moment
from compare.sources.document import document
from compare.sources.plain import line_ends

HEADERS = re.compile(rb"\A(?:\d+\s*\n)?(?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+\r?\n")
MARKS = re.compile(
    rb"^(?:MIME-Version|Message-ID|Received|Return-Path|DKIM-Signature):", re.M | re.I
)
COUNT = re.compile(rb"\A\d+\s*\n")  # a line that Apple Mail puts before the message
QUOTED = re.compile(r"^(?:>.*|On .{5,120} wrote:|-{2,} ?Original Message ?-{2,}.*)$", re.MULTILINE)
# What a mail program sets above a message that is passed on: a line, and the headers of that one.
FORWARDED = re.compile(
    r"^(?:-{3,} ?(?:Forwarded|Original) message ?-{3,}|Begin forwarded message:)[ \t]*\n\s*"
    r"((?:[A-Z][\w-]{1,20}:[^\n]*\n(?:[ \t]+\S[^\n]*\n)*)+)",
    re.MULTILINE | re.IGNORECASE,
)
# How a subject begins where the message below is passed on, not answered.
PASSED_ON = re.compile(r"\s*(?:fwd?|wg|tr|rv|vs|i)\s*:", re.IGNORECASE)
FORWARDED_PAGE = re.compile(
    rb"<div[^>]{0,200}\bgmail_quote\b[^>]{0,200}>\s*<div[^>]{0,200}\bgmail_attr\b.{0,4000}?</div>",
    re.DOTALL | re.IGNORECASE,
)
HEADER = re.compile(
    r"^([A-Z][\w-]{1,20}):[ \t]*(.*(?:\n[ \t]+\S.*)*)", re.MULTILINE | re.IGNORECASE
)
SIGNATURE = re.compile(r"^-- $", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedMail:
    """What a mail holds: its headers decoded, and its page and plain text where it has them."""

    subject: str
    sender: str
    sent: str
    page: bytes
    charset: str | None
    text: str
    remark: int = 0  # words above a message that is passed on


def is_mail(data: bytes) -> bool:
    """True for bytes that begin with the headers of a mail that was sent."""
    found = HEADERS.match(data[:65_536].replace(b"\r\n", b"\n"))
    return found is not None and MARKS.search(found.group()) is not None


def read_mail(data: bytes, *, source: str, outlet: str) -> Document:
    """The article in a mail: its page, or its plain text where the page holds none.

    The subject is the headline and the sender the outlet, unless the page names others. Raises
    NoArticleFound for a mail without text, and UnreadableSource for one that takes too much memory
    or time.
    """
    from compare.sources.html import read_html

    mail = _passed_on(read_bounded(mail_parts, data, SavedMail, source=source))
    name, address = parseaddr(mail.sender)
    sender = name or address.partition("@")[2] or outlet
    found: Document | None = None
    if mail.page.strip():
        try:
            found = read_html(mail.page, source=source, outlet=sender, charset=mail.charset)
        except NoArticleFound:
            if not mail.text.strip():
                raise
    if found is None:
        text = SIGNATURE.split(QUOTED.sub("", line_ends(mail.text)))[0].strip()
        if not text:
            advice = "Paste the article in it into a .txt file and give that"
            raise NoArticleFound(source, "there is no text in this mail", advice)
        found = document(text, outlet=sender, source=source)
    return _described(found, mail, sender)


def _passed_on(mail: SavedMail) -> SavedMail:
    """The message that a mail passes on, with its own headers; the mail itself where it is none.

    What the one who passed it on wrote above is left out, and counted.
    """
    text = line_ends(mail.text)
    found = FORWARDED.search(text)
    if found is None or ("original" in found[0].lower() and not PASSED_ON.match(mail.subject)):
        return mail
    headers = {name.lower(): " ".join(value.split()) for name, value in HEADER.findall(found[1])}
    page = FORWARDED_PAGE.search(mail.page)
    return replace(
        mail,
        subject=headers.get("subject", mail.subject),
        sender=headers.get("from", mail.sender),
        sent=headers.get("date") or headers.get("sent") or mail.sent,
        page=mail.page[page.end() :] if page else mail.page,
        text=text[found.end() :],
        remark=len(text[: found.start()].split()),
    )


def _described(found: Document, mail: SavedMail, sender: str) -> Document:
    sources = {item.field: item.source for item in found.provenance}
    known: dict[str, object] = {}
    if sources.get("outlet") in (None, "file name", "none"):
        known["outlet"], sources["outlet"] = sender, "mail"
    subject = " ".join(mail.subject.split())
    if subject and sources.get("headline") in (None, "title", "first line"):
        known["headline"], sources["headline"] = subject, "mail"
    if found.published is None:
        try:
            moment = read_moment(mail.sent)
        except ValueError:
            pass
        else:
            known |= {
                "published": moment.when,
                "published_precision": moment.precision,
                "published_certainty": DateCertainty.STATED,
                "published_guess": None,
            }
            sources["published"] = "mail"
            sources.pop("published_guess", None)
    provenance = tuple(Provenance(field=name, source=sources[name]) for name in sorted(sources))
    if mail.remark:
        told = f"Words above the message that is passed on, left out: {mail.remark:,}."
        known["notes"] = (*found.notes, told)
    return replace(found, **known, provenance=provenance)  # type: ignore[arg-type]


def mail_parts(data: bytes) -> SavedMail:
    """The parts of a mail as the mail package of Python reads them; attachments are left alone."""
    from email import message_from_bytes, policy

    message = message_from_bytes(COUNT.sub(b"", data, count=1), policy=policy.default)
    page, text, charset = b"", "", None
    for part in message.walk():
        if part.is_multipart() or part.get_content_disposition() == "attachment":
            continue
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes):
            continue
        if part.get_content_type() == "text/html" and len(content) > len(page):
            page, charset = content, part.get_content_charset()
        elif part.get_content_type() == "text/plain" and not text:
            text = content.decode(_codec(part.get_content_charset()), "replace")
    return SavedMail(
        subject=str(message.get("Subject") or ""),
        sender=str(message.get("From") or ""),
        sent=str(message.get("Date") or ""),
        page=page,
        charset=charset,
        text=text,
    )


def _codec(charset: str | None) -> str:
    import codecs

    try:
        return codecs.lookup(charset or "utf-8").name
    except LookupError:
        return "utf-8"
