"""Sentence spans inside one paragraph: marks that end a sentence, and breaks that need no mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from compare.model.spans import Span
from compare.text.full_stops import full_stop_ends, is_abbreviation, is_name_with_mark, is_starter
from compare.text.list_items import item_starts
from compare.text.quotation_marks import DOUBLE_EITHER, OPENING

_MARK = re.compile(
    r"(?P<mark>(?:\.\s){2,}\.|(?<![.!?…．。！？])[.!?…．。！？]++)"
    r"(?P<close>[\"”’'»)\]}]*)"
    r"(?P<note>(?:\[\d{1,3}\])+|(?<=[a-z)]\.)\d{1,3}(?:[ ,]\d{1,3})*(?=\s+[A-Z]))?"
    r"(?P<smiley>\s+[:;=]['’-]?[)(DPp]+(?=\s|$))?"
    r"(?P<gap>\s+|(?=[\"“‘(]?[A-Za-z]))"
)
_LABEL = re.compile(r"\W*(?:\d{1,3}|[A-Za-z]|[ivxlc]{1,5})")
_OPENERS = OPENING + DOUBLE_EITHER + "'’([{*_"
_CONTINUING = re.compile(r"[,;:)\]}/&%]|[-–—]+\s*[a-z]|[-–—]+\s*$|\([^()]{0,80}\)[.,;:]")
_NO_EVIDENCE = re.compile(r"I(?:['’]\w+)?")
_LINKED = re.compile(r"@|/|www\.|\.(?:com|org|net|gov|edu|info|html?)\b", re.IGNORECASE)
_GLUED = re.compile(r"[\"“‘(]?(?:[A-Z][\w’']+|[IA])(?:[\s,.:!?]|$)")
_CODE = re.compile(r"(?=.*\d).*[A-Za-z].*|Mc|Mac|[A-Z]+")
_VERBS = (
    r"(?:said|says|asked|asks|questioned|wondered|cried|shouted|yelled|exclaimed|tweeted|wrote|replied|"
    r"demanded|quipped|joked|responded|added|inquired|chanted|screamed)\b"
)
_NAME = r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w.’'-]*){0,3}"
_TELLING = re.compile(rf"(?:he|she|they|it|I|we|who|{_NAME})\s{_VERBS}|{_VERBS}")
_LOOK_BACK, _LOOK_AHEAD = 1000, 400
# In letters. No sentence of prose comes near it; a table or a list without full stops does, and
# what is done to each sentence grows faster than its length.
_LONGEST = 1_000
_LONGEST_WORD = 4 * _LONGEST
_WORD = re.compile(r"\S+")
_CLAUSE_END = re.compile(r"[,;:](?=\s)")


@dataclass(frozen=True, slots=True)
class _Stop:
    """A mark that may end a sentence: the sentence before it, the mark, and what comes after."""

    before: str
    mark: str
    close: str
    glued: bool
    after: str

    @property
    def word(self) -> str:
        if self.before[-1:].isspace():
            return ""
        return self.before.rsplit(None, 1)[-1].lstrip(_OPENERS)

    @property
    def following(self) -> str:
        token = self.after.split(None, 1)[0] if self.after.strip() else ""
        return token.lstrip(_OPENERS).rstrip(",;:.!?\"”’')]}")


def sentences(text: str, span: Span) -> list[Span]:
    """The sentences of the paragraph `span`, in order; only white space is left between them.

    A sentence ends at . ! ? or an ellipsis, with the closing quotation marks and brackets that
    follow, unless the mark belongs to an abbreviation, a number, a name or a quoted question that
    the sentence goes on from; a quotation of several sentences is several sentences. List items
    and bullets open a sentence by themselves. A table or a list that runs on for more than a
    thousand letters is cut behind a comma or a word.
    """
    edges = [span.start, *item_starts(text, span), span.end]
    pieces = [piece for a, b in pairwise(edges) if (piece := _trimmed(text, a, b))]
    found = (sentence for piece in pieces for sentence in _split(text, piece))
    return [part for sentence in found for part in _bounded(text, sentence)]


def _bounded(text: str, sentence: Span) -> Iterator[Span]:
    """The sentence, in parts where it is too long to be one."""
    start = sentence.start
    while sentence.end - start > _LONGEST:
        part = _trimmed(text, start, _cut(text, start, sentence.end))
        if part is None:
            break
        yield part
        start = part.end
        while start < sentence.end and text[start].isspace():
            start += 1
    if start < sentence.end:
        yield Span(start, sentence.end)


def _cut(text: str, start: int, end: int) -> int:
    """Where a part that begins at `start` ends: behind a comma, else a word, else anywhere."""
    limit = start + _LONGEST
    clauses = [match.end() for match in _CLAUSE_END.finditer(text, start + _LONGEST // 2, limit)]
    if clauses:
        return clauses[-1]
    for at in range(limit, start, -1):
        if text[at].isspace():
            return at
    word = _WORD.match(text, limit, min(end, start + _LONGEST_WORD))
    return word.end() if word else limit


def _split(text: str, piece: Span) -> list[Span]:
    found = []
    start = piece.start
    for match in _MARK.finditer(text, piece.start, piece.end):
        end = match.start("gap")
        if match.start() < start or not _ends_sentence(_stop(text, start, match, piece.end)):
            continue
        found.append(Span(start, end))
        start = match.end()
    if start < piece.end:
        found.append(Span(start, piece.end))
    return found


def _stop(text: str, start: int, match: re.Match[str], limit: int) -> _Stop:
    return _Stop(
        before=text[max(start, match.start() - _LOOK_BACK) : match.start()],
        mark=match["mark"] + ("!" if match["smiley"] else ""),
        close=match["close"],
        glued=match["gap"] == "",
        after=text[match.end() : min(limit, match.end() + _LOOK_AHEAD)],
    )


def _ends_sentence(stop: _Stop) -> bool:
    if not _has_words(stop.after) or not _has_words(stop.before):
        return False
    if _LABEL.fullmatch(stop.before) and stop.mark == ".":
        return False
    if stop.glued:
        return _glued_ends(stop)
    if _CONTINUING.match(stop.after) or _inside_brackets(stop):
        return False
    if stop.close and not stop.close.isspace() and (verdict := _closing_ends(stop)) is not None:
        return verdict
    if _is_ellipsis(stop.mark):
        return _ellipsis_ends(stop)
    if stop.mark != ".":
        return _exclamation_ends(stop)
    return full_stop_ends(stop.word, stop.following, before=stop.before[: -len(stop.word) or None])


def _glued_ends(stop: _Stop) -> bool:
    """No white space after the mark: "ends here.Then", but not web addresses, names or files."""
    token = stop.word + stop.mark + stop.after.split(None, 1)[0]
    if _LINKED.search(token) or is_abbreviation(stop.word) or is_name_with_mark(stop.word + "!"):
        return False
    if "." in stop.word or len(stop.word) < 2 or _CODE.fullmatch(stop.word):
        return False
    return bool(_GLUED.match(stop.after)) or (stop.mark[-1] in "!?" and stop.after[:1].islower())


def _inside_brackets(stop: _Stop) -> bool:
    """True in a bracket that opened inside the sentence and is closed further on."""
    for opening, closing in ("()", "[]"):
        at = stop.before.rfind(opening)
        if at > 0 and closing not in stop.before[at:] + stop.close and closing in stop.after:
            return True
    return False


def _closing_ends(stop: _Stop) -> bool | None:
    """The verdict when quotation marks or brackets close at the mark; None to look further."""
    if _first_letter(stop.after).islower():
        return False
    if set(stop.mark) & set("!?") and set(stop.close) & set("\"”’'»"):
        return not _TELLING.match(stop.after)
    if stop.mark == ".":
        if is_abbreviation(stop.word) or len(stop.word) == 1:
            return None
        return True
    return None


def _is_ellipsis(mark: str) -> bool:
    return ("…" in mark or mark.count(".") > 1) and not set(mark) & set("!?")


def _ellipsis_ends(stop: _Stop) -> bool:
    if not _first_letter(stop.after).isupper():
        return False
    if stop.close or stop.mark.count(".") > 3:
        return True
    return is_starter(stop.following) and not _NO_EVIDENCE.fullmatch(stop.following)


def _exclamation_ends(stop: _Stop) -> bool:
    if is_name_with_mark(stop.word + "!") and not is_starter(stop.following):
        return False
    if not _first_letter(stop.after).islower():
        return True
    in_title = stop.word[:1].isupper() and not stop.word.isupper() and " " in stop.before
    return not in_title and not _TELLING.match(stop.after)


def _has_words(part: str) -> bool:
    return any(character.isalnum() for character in part)


def _first_letter(after: str) -> str:
    """The first character of what follows, past opening quotation marks and brackets."""
    return after.lstrip(_OPENERS + " ")[:1]


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
