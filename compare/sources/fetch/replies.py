"""What the status of an answer means for the reader, and how long a host asks to wait."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from compare.errors import FetchFailed
from compare.sources.fetch.fetched import SAVE

REDIRECTS = frozenset({301, 302, 303, 307, 308})
# 522 and 524 are those of a large delivery network whose origin does not answer.
AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504, 522, 524})
LONGEST_WAIT = 366 * 86_400.0
CHALLENGE = re.compile(
    rb"cf-chl|challenge-platform|captcha|px-captcha|_incapsula_|just a moment", re.IGNORECASE
)
LATER = "Try again later, or save the page in your browser and give the saved file"
LOOK_AGAIN = "Check the address, or try --archived for a copy in the Wayback Machine"

MEANINGS = {
    401: ("the site asks to log in", SAVE, "login"),
    402: ("the site asks for payment", SAVE, "paywall"),
    403: ("the site refuses to show this page to programs", SAVE, "blocked"),
    404: ("the site says that there is no such page", LOOK_AGAIN, "missing"),
    407: ("a proxy asks to log in", "Ask whoever runs your network", "unreachable"),
    410: ("the site says that the page was taken down", LOOK_AGAIN, "missing"),
    429: ("the site asks for fewer requests", LATER, "unreachable"),
    451: ("the site may not show this page here, for legal reasons", SAVE, "blocked"),
}


def refusal_error(source: str, status: int, *, challenge: bool) -> FetchFailed:
    """The error for an answer that is not the page; its status stands in the reason."""
    if challenge:
        reason, advice, outcome = "the site asks whether a person is reading", SAVE, "captcha"
    elif status in MEANINGS:
        reason, advice, outcome = MEANINGS[status]
    elif status >= 500:
        reason, advice, outcome = "the site has a fault of its own", LATER, "unreachable"
    else:
        reason, advice, outcome = "the site does not give out this page", SAVE, "blocked"
    return FetchFailed(source, f"{reason} (HTTP {status})", advice, outcome=outcome)


def is_challenge(headers: Iterable[tuple[str, str]], body: bytes) -> bool:
    """True if the answer is a test for whether a person is reading."""
    named = any(name.lower() == "cf-mitigated" for name, _ in headers)
    return named or bool(CHALLENGE.search(body))


def asked_wait(value: str, *, now: datetime) -> float | None:
    """The seconds that a Retry-After asks for, given as a number or a date; None without one.

    What is longer than LONGEST_WAIT comes to the same, and could not be told as a date.
    """
    value = value.strip()
    if value.isascii() and value.isdecimal():
        return min(float(value), LONGEST_WAIT)
    try:
        when = parsedate_to_datetime(value)
        offset = when.utcoffset() or timedelta()
    except (TypeError, ValueError, OverflowError):
        return None
    # Differences have no end of the calendar that a zone could push a date over.
    wait = when.replace(tzinfo=None) - _in_utc(now) - offset
    return min(max(0.0, wait.total_seconds()), LONGEST_WAIT)


def _in_utc(when: datetime) -> datetime:
    """The time in UTC, without a zone."""
    return when.astimezone(UTC).replace(tzinfo=None)
