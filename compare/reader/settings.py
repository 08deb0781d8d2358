"""What the user says of their reader: where it is, which model, and what it may cost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from compare.errors import FetchFailed, OptionError
from compare.sources.fetch.clock import Clock
from compare.sources.fetch.posting import service_address
from compare.sources.fetch.settings import Resolver

KEY_VARIABLE = "STORYDIFF_READER_KEY"
"""The variable of the environment that the command takes the key from."""

_LONGEST_NAME = 200
_CHAT = "/chat/completions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A language model of the user's own that reads the articles and answers in numbers.

    `url` is a server with the OpenAI-compatible chat interface, such as
    "http://localhost:11434/v1", and `model` the name that it gives the model. Or `replay` is a
    record of answers; then nothing is asked of anyone. `key` is sent to `url` and written nowhere.

    `budget` is how many tokens one comparison may take, questions and answers together; `timeout`
    how many seconds the server has for an answer; `stretch` how many characters of an article stand
    in one question. `record` is the file that questions and answers are kept in, None to keep none;
    what it holds is not asked again. `told` is called with what is about to be sent, and with what
    it took. `resolver` and `clock` are there to be replaced by tests.

    >>> Reader(url="http://localhost:11434", model="small").chat_url
    'http://localhost:11434/v1/chat/completions'
    """

    url: str | None = None
    model: str = ""
    key: str | None = field(default=None, repr=False)
    budget: int = 300_000
    timeout: float = 300.0
    stretch: int = 6_000
    record: str | Path | None = None
    replay: str | Path | None = None
    told: Callable[[str], None] | None = None
    resolver: Resolver | None = None
    clock: Clock = field(default_factory=Clock)

    def __post_init__(self) -> None:
        if self.url is None and self.replay is None:
            raise OptionError(
                "A reader needs the address of a server or a record to replay. "
                "Give --reader URL or --reader-replay FILE."
            )
        if self.replay is None and not self.model:
            raise OptionError(
                "A reader needs the name of its model. Give --reader-model NAME, as the server "
                "calls it."
            )
        _check_text("The name of the model", self.model, ascii_only=False)
        _check_text(f"The key in {KEY_VARIABLE}", self.key or "", ascii_only=True)
        if self.url is not None:
            try:
                service_address(self.url)
            except FetchFailed as wrong:
                raise OptionError(
                    f"{self.url} cannot be asked: {wrong.reason}. "
                    "Give an address like http://localhost:11434/v1."
                ) from wrong
        for name, value in (("budget", self.budget), ("timeout", self.timeout)):
            if value <= 0:
                raise OptionError(f"The {name} of the reader is {value}. Give more than 0.")
        if self.stretch < 500:
            raise OptionError(f"A stretch of {self.stretch} is too short. Give 500 or more.")

    @property
    def chat_url(self) -> str:
        """The address that questions are posted to; "" for a replay."""
        if self.url is None or self.replay is not None:
            return ""
        parts = urlsplit(service_address(self.url).url)
        path = parts.path.rstrip("/")
        if not path.endswith(_CHAT):
            path = f"{path or '/v1'}{_CHAT}"
        return urlunsplit((parts.scheme, parts.netloc, path, parts.query, ""))

    @property
    def host(self) -> str:
        """The host that questions go to; "" for a replay."""
        return service_address(self.chat_url).host if self.chat_url else ""


def _check_text(what: str, text: str, *, ascii_only: bool) -> None:
    """OptionError for what cannot stand in one line, or in the head of a request."""
    if not text.isprintable() or len(text) > _LONGEST_NAME or (ascii_only and not text.isascii()):
        raise OptionError(f"{what} is too long or holds unseen characters. Correct it.")
