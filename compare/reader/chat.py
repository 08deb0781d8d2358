"""One question to the server of a reader, over the OpenAI-compatible chat interface."""

from __future__ import annotations

import json
from typing import Any

from compare.reader.record import RecordedReply, count_in, settings_of
from compare.reader.replies import UnusableReply
from compare.reader.requests import Request
from compare.reader.settings import Reader
from compare.sources.fetch.posting import Service, post

# Statuses of servers that do not know the form of the answer that was asked for.
_NO_SCHEMA = frozenset({400, 404, 415, 422, 501})
_REFUSED = {
    401: "it asks for a key",
    402: "it asks for payment",
    403: "it refuses the question",
    404: "it has no such address or model",
    413: "the question is too long for it",
}


class Chat:
    """The conversation with one server; each question stands for itself."""

    def __init__(self, reader: Reader) -> None:
        headers = {"Authorization": f"Bearer {reader.key}"} if reader.key else {}
        self._model = reader.model
        self._host = reader.host
        self._with_schema = True
        self._service = Service(
            url=reader.chat_url,
            headers=headers,
            total=reader.timeout,
            resolver=reader.resolver,
            clock=reader.clock,
        )

    def reply_to(self, request: Request) -> RecordedReply:
        """Return what the model writes.

        FetchFailed where no answer came, UnusableReply where there is none in what came.
        """
        posted = post(self._service, self._body(request))
        if posted.status in _NO_SCHEMA and self._with_schema:
            self._with_schema = False
            posted = post(self._service, self._body(request))
        if posted.status != 200:
            why = _REFUSED.get(posted.status, "it does not answer the question")
            raise UnusableReply(f"{why} (HTTP {posted.status})")
        return self._reply(posted.body)

    def _body(self, request: Request) -> bytes:
        body: dict[str, Any] = {
            "model": self._model,
            "messages": request.messages,
            "stream": False,
            **settings_of(request),
        }
        if self._with_schema:
            form = {"name": request.kind.value, "strict": True, "schema": request.schema}
            body["response_format"] = {"type": "json_schema", "json_schema": form}
        return json.dumps(body).encode("ascii")

    def _reply(self, data: bytes) -> RecordedReply:
        try:
            tree = json.loads(data)
            choice = tree["choices"][0]
            text = choice["message"]["content"]
            usage = tree.get("usage")
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as wrong:
            raise UnusableReply("what it sends is no answer of a chat") from wrong
        if not isinstance(text, str) or not text.strip():
            raise UnusableReply("its answer is empty")
        if choice.get("finish_reason") == "length":
            raise UnusableReply("its answer was cut off before the end")
        usage = usage if isinstance(usage, dict) else {}
        return RecordedReply(
            # Half a character cannot be kept in a file.
            text=text.encode("utf-8", "replace").decode(),
            model=self._model,
            host=self._host,
            tokens_in=count_in(usage.get("prompt_tokens")),
            tokens_out=count_in(usage.get("completion_tokens")),
        )
