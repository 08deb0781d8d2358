"""All questions about a story put to the reader, within its budget; all answers or none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from time import monotonic

from compare.align.story import Story
from compare.errors import FetchFailed, FormatError
from compare.model.reader import ReaderOutcome, ReaderUse
from compare.reader.chat import Chat
from compare.reader.numbering import finest_story
from compare.reader.record import Record, RecordedReply
from compare.reader.replies import ReaderAnswer, UnusableReply, answer_in
from compare.reader.requests import Request, requests_of
from compare.reader.settings import Reader
from compare.sources.fetch.posting import NOT_SENT, is_this_machine


@dataclass(frozen=True, slots=True)
class StoryReading:
    """What the reader said of a story: `answered` is empty where the rules are to stand."""

    finest: Story
    answered: tuple[tuple[Request, ReaderAnswer], ...]
    use: ReaderUse


class _NotRead(Exception):
    """The rules stand; the message says why, as the end of a sentence."""


def read_story(story: Story, reader: Reader) -> StoryReading:
    """Return what the reader says of a story with its articles in canonical order.

    Answers on record are taken from there. Where any question has no answer that can be read, the
    reading counts for nothing: half an answer would take facts for missing that were never asked
    for. What was answered by then is on record, and a later run goes on from there.
    """
    finest = finest_story(story)
    return _Session(finest, requests_of(finest, reader.stretch), reader).reading()


def unused_reading(reading: StoryReading, why: str) -> StoryReading:
    """Return a reading that counts for nothing, and why."""
    use = replace(
        reading.use,
        outcome=ReaderOutcome.RULES,
        why=why,
        answers=0,
        tokens_in=None,
        tokens_out=None,
        dropped=0,
    )
    return replace(reading, answered=(), use=use)


class _Session:
    """The questions and answers of one comparison."""

    def __init__(self, finest: Story, requests: Sequence[Request], reader: Reader) -> None:
        self._finest = finest
        self._requests = requests
        self._reader = reader
        self._model = reader.model
        self._replies: dict[Request, RecordedReply] = {}
        self._answers: dict[Request, ReaderAnswer] = {}
        self._sent = False

    def reading(self) -> StoryReading:
        """All answers, or why there are none."""
        try:
            self._answer_all()
        except _NotRead as wrong:
            return StoryReading(self._finest, (), self._use(str(wrong)))
        answered = tuple((one, self._answers[one]) for one in self._requests)
        return StoryReading(self._finest, answered, self._use(None))

    def _answer_all(self) -> None:
        try:
            record = Record(self._reader.replay or self._reader.record)
        except FormatError as wrong:
            raise _NotRead(str(wrong).rstrip(".")) from wrong
        self._model = self._model or _only(record.models)
        for request in self._requests:
            if (reply := record.reply_to(request, self._model)) is not None:
                self._replies[request] = reply
        missing = [one for one in self._requests if one not in self._replies]
        if self._reader.replay is None:
            # An answer on record that cannot be read is worth another try.
            missing += [one for one in self._replies if self._reason_against(one)]
            self._ask(missing, record)
        elif missing:
            raise _NotRead(
                f"the record has no answer to {len(missing)} of {len(self._requests)} questions"
            )
        for request in self._requests:
            if why := self._reason_against(request):
                raise _NotRead(why)

    def _reason_against(self, request: Request) -> str:
        """Why the reply to a request is of no use; "" for one that is read."""
        try:
            self._answers[request] = answer_in(self._replies[request].text, request)
        except UnusableReply as wrong:
            return str(wrong)
        return ""

    def _ask(self, missing: Sequence[Request], record: Record) -> None:
        if not missing:
            return
        reader = self._reader
        estimate = sum(request.estimate for request in missing)
        where = f"{self._model} {_at(reader.host)}"
        self._tell(
            f"Reader: {where}; {_counted(len(missing), 'question')}, about {estimate:,} tokens."
            + ("" if is_this_machine(reader.host) else f" The articles are sent to {reader.host}.")
        )
        if estimate > reader.budget:
            raise _NotRead(
                f"it would take about {estimate:,} tokens, and the budget is {reader.budget:,}. "
                "Raise it with --reader-budget"
            )
        began, spent, chat = monotonic(), 0, Chat(reader)
        fresh: dict[str, RecordedReply] = {}
        for number, request in enumerate(missing, 1):
            if request.digest in fresh:  # two articles are the same, word for word
                self._replies[request] = fresh[request.digest]
                continue
            if spent > reader.budget:
                raise _NotRead(
                    f"the budget of {reader.budget:,} tokens was used up after "
                    f"{number - 1} of {_counted(len(missing), 'question')}"
                )
            try:
                reply = chat.reply_to(request)
                self._sent = True
                record.keep(request, reply)
            except FetchFailed as wrong:
                self._sent = self._sent or wrong.outcome != NOT_SENT
                raise _NotRead(wrong.reason) from wrong
            except (UnusableReply, FormatError) as wrong:
                self._sent = True
                raise _NotRead(str(wrong).rstrip(".")) from wrong
            self._replies[request] = fresh[request.digest] = reply
            spent += _tokens(reply, request)
            if why := self._reason_against(request):
                raise _NotRead(why)
        self._tell(
            f"Reader: {_counted(len(fresh), 'answer')}, {spent:,} tokens, "
            f"{monotonic() - began:.0f} seconds."
        )

    def _tell(self, text: str) -> None:
        if self._reader.told:
            self._reader.told(text)

    def _use(self, why: str | None) -> ReaderUse:
        """The part of the reader as far as it is known; it is the same for a replay."""
        replies = [self._replies[one] for one in self._requests if one in self._answers]
        hosts = sorted({reply.host for reply in replies} or {self._reader.host} - {""})
        words = "\n".join(request.digest for request in self._requests)
        return ReaderUse(
            model=self._model,
            host=", ".join(hosts),
            here=bool(hosts) and all(map(is_this_machine, hosts)),
            sent=self._sent or bool(self._replies),
            outcome=ReaderOutcome.READ if why is None else ReaderOutcome.RULES,
            why=why,
            questions=len(self._requests),
            answers=len(replies) if why is None else 0,
            tokens_in=_total(reply.tokens_in for reply in replies) if why is None else None,
            tokens_out=_total(reply.tokens_out for reply in replies) if why is None else None,
            dropped=sum(self._answers[one].dropped for one in self._answers) if why is None else 0,
            prompts=sha256(words.encode("ascii")).hexdigest(),
        )


def _only(models: Sequence[str]) -> str:
    """The model that all answers on record are of."""
    if len(models) == 1:
        return models[0]
    if not models:
        raise _NotRead("the record holds no answer")
    raise _NotRead(
        f"the record holds answers of {len(models)} models. Name one with --reader-model"
    )


def _at(host: str) -> str:
    return f"on this machine ({host})" if is_this_machine(host) else f"at {host}"


def _tokens(reply: RecordedReply, request: Request) -> int:
    """What an answer took; the estimate where the server did not count."""
    if reply.tokens_in is None or reply.tokens_out is None:
        return request.estimate
    return reply.tokens_in + reply.tokens_out


def _total(counts: Iterable[int | None]) -> int | None:
    known = list(counts)
    return None if None in known else sum(n for n in known if n is not None)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
