"""Addresses of pages: which can be fetched, and which of them are one and the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from compare.errors import FetchFailed

MAX_LENGTH = 2_048
PORTS = frozenset({80, 443, 8000, 8080, 8443})
DEFAULT_PORTS = {"http": 80, "https": 443}
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
UNSEEN = re.compile(r"[\x00-\x20\x7f\\]")
TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_ga|cmpid|ocid|smid|at_\w+)$",
    re.IGNORECASE,
)
OWN = "If it is a page of your own network, add --allow-private; otherwise check the address"
WRONG = "Check the address, or save the page in your browser and give the saved file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An address that can be asked for; `url` is its ASCII form without a fragment."""

    url: str
    scheme: str
    host: str
    port: int

    @property
    def origin(self) -> str:
        """Scheme, host and port: the reach of one robots.txt."""
        return f"{self.scheme}://{_bracketed(self.host)}:{self.port}"


def read_address(text: str, *, source: str, any_port: bool = False) -> Address:
    """The address in `text`; FetchFailed names what is wrong with it.

    Names in other alphabets become their ASCII form. User names in front of the host are refused,
    as they are either secrets or there to deceive. `any_port` allows ports that no news page uses.
    """
    text = text.strip()
    if text.lower().startswith("www."):
        text = f"https://{text}"
    scheme = SCHEME.match(text)
    if not scheme or scheme[1].lower() not in DEFAULT_PORTS:
        kind = f"{scheme[1].lower()}: addresses" if scheme else "addresses without http(s)://"
        raise FetchFailed(source, f"{kind} are not fetched, only http and https", WRONG)
    if len(text) > MAX_LENGTH:
        raise FetchFailed(source, f"the address is longer than {MAX_LENGTH} characters", WRONG)
    if UNSEEN.search(text):
        raise FetchFailed(source, "the address holds a space or an unseen character", WRONG)
    found = _parsed(text, source)
    if not any_port and found.port not in PORTS:
        raise FetchFailed(source, f"port {found.port} is not one that pages come from", OWN)
    return found


def key_of(url: str) -> str:
    """The same text for addresses of one page: no fragment, no default port, no tracking fields.

    The query keeps its other fields in their order; the path keeps its case.
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    port = parts.port
    if port and port != DEFAULT_PORTS.get(parts.scheme):
        host = f"{_bracketed(host)}:{port}"
    fields = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in fields if not TRACKING.match(name)]
    query = parts.query if len(kept) == len(fields) else urlencode(kept)
    return urlunsplit((parts.scheme, host, parts.path or "/", query, ""))


def host_of(url: str) -> str:
    """The host of an address that `read_address` made."""
    return (urlsplit(url).hostname or "").rstrip(".")


def _parsed(text: str, source: str) -> Address:
    from compare.sources.fetch.connection import ascii_form

    try:
        parts = urlsplit(ascii_form(text))
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError as wrong:
        raise FetchFailed(source, "this is no valid address", WRONG) from wrong
    if "@" in parts.netloc:
        reason = "the address names a user in front of the host"
        raise FetchFailed(source, reason, "Leave out everything before the @, and the @ itself")
    if not host:
        raise FetchFailed(source, "the address names no host", WRONG)
    port = DEFAULT_PORTS[parts.scheme] if port is None else port
    netloc = _bracketed(host) + ("" if port == DEFAULT_PORTS[parts.scheme] else f":{port}")
    url = urlunsplit((parts.scheme, netloc, parts.path or "/", parts.query, ""))
    return Address(url=url, scheme=parts.scheme, host=host, port=port)


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
