"""Sentences cut into statements: the clauses that each say one thing.

A sentence often states two or three things, and outlets put them together differently. The
statement is the unit in which facts are compared, so that one sentence can be part of several.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from compare.english.word_lists import word_list
from compare.model.articles import Article, Sentence
from compare.model.quotes import Quote
from compare.model.spans import Span
from compare.text.quotation_marks import DOUBLE
from compare.text.verbs import has_verb
from compare.text.words import STOP, folded_word_texts, word_texts, words

_EDGE = re.compile(
    r"(?P<closing>[,;:](?!\d)|[—–―]| --? |[”\)\]])"
    r"|(?P<opening>[“\"\(\[])"
    # "But that" and "and when" are one joining word: no piece ends with a bare "but".
    r"|\b(?P<joining>(?:(?:and|but)\s+)?(?:that|who|which|whose|where|and|but|after|before|while"
    r"|because|when|as|according|saying|adding|although|though|if|until|since|including|despite))\b"
)
_FINE_EDGE = re.compile(
    _EDGE.pattern + r"|\b(?P<preposition>in|on|at|for|from|with|by|to|of|into|over|under|near"
    r"|during|about|against|between)\b"
)
_PLAIN_SPEECH = word_list("plain-speech")
# A piece with fewer content words says too little to be compared.
_FEWEST_WORDS = 2
_AND = re.compile(r"(?:and|or|but)\b\s*", re.IGNORECASE)
_AUXILIARY_LAST = re.compile(r"\b(?:has|have|had|was|were|is|are|been|be|will|would)\s*\Z", re.I)
_QUOTATION_MARKS = frozenset(DOUBLE)
# Marked words of up to this number are the article's own and no quotation to be kept whole.
_SCARE_QUOTE = 3


def statements(article: Article, sentence: Sentence) -> tuple[Span, ...]:
    """Return the statements of a sentence: spans that leave only white space between them.

    The sentence is cut at marks and joining words, never inside a name, a number or a quotation. A
    piece that is nothing but names, or has fewer than two content words, goes to its neighbour, and
    so does a report ("Police said") to the words that it reports.
    """
    text = article.document.text
    whole = _whole_spans(article, sentence.span)
    edges = [sentence.span.start]
    for at in _edges(text, sentence.span, _EDGE):
        if not any(span.start < at < span.end for span in whole):
            edges.append(at)
    edges.append(sentence.span.end)
    pieces = [piece for piece in map(_trimmed(text), edges, edges[1:]) if piece]
    pieces = _joined(pieces, [_says_little(piece.of(text)) for piece in pieces])
    return tuple(_with_reports(article, sentence.span, pieces)) or (sentence.span,)


def smaller_statements(text: str, statement: Span) -> tuple[Span, ...]:
    """Return a statement cut once more, at prepositions as well; for one that states two facts."""
    pieces = _pieces(text, statement, _FINE_EDGE)
    return tuple(_joined(pieces, [_content_count(piece.of(text)) < 1 for piece in pieces]))


def finest_statements(article: Article, statement: Span) -> tuple[Span, ...]:
    """Return a statement cut wherever it can be, at prepositions as well.

    No piece begins or ends inside a name or a quotation, and each has a content word.
    """
    text = article.document.text
    whole = _whole_spans(article, statement)
    found: list[Span] = []
    for piece in smaller_statements(text, statement):
        if found and any(span.start < piece.start < span.end for span in whole):
            found[-1] = Span(found[-1].start, piece.end)
        else:
            found.append(piece)
    return tuple(found)


def clauses(text: str, statement: Span) -> tuple[Span, ...]:
    """Return the clauses of a statement, those of a quotation in it too.

    A list of nouns stays whole ("an arc of volcanoes and fault lines"), and so do an auxiliary and
    its verb ("has since pleaded guilty").
    """
    pieces = _lists_joined(text, _pieces(text, statement, _EDGE))
    slight = [_content_count(piece.of(text)) < _FEWEST_WORDS for piece in pieces]
    return tuple(_joined(pieces, slight))


def _lists_joined(text: str, pieces: Sequence[Span]) -> list[Span]:
    """The pieces, those that only go on with a noun or verb of the one before put to it."""
    found: list[Span] = []
    for piece in pieces:
        if found and _goes_on(found[-1].of(text), piece.of(text)):
            start = found.pop().start
            # The items before the last of a list: "tables, chairs" before "and lamps".
            while (
                found and text[found[-1].end - 1] == "," and not _tells(text[start : piece.start])
            ):
                start = found.pop().start
            found.append(Span(start, piece.end))
        else:
            found.append(piece)
    return found


def _goes_on(before: str, piece: str) -> bool:
    """True for "and fault lines" and for "since pleaded" behind "has"; false for a new clause."""
    if _AUXILIARY_LAST.search(before):
        return True
    coordinated = _AND.match(piece)
    return coordinated is not None and not _tells(piece[coordinated.end() :])


def _tells(piece: str) -> bool:
    """True for words with what looks like a finite verb, or a verb at their head."""
    lowered = folded_word_texts(piece)
    return has_verb(["", *lowered]) or bool(lowered and lowered[0].endswith("ing"))


def _pieces(text: str, whole: Span, edge: re.Pattern[str]) -> list[Span]:
    """A stretch of text cut at every edge, without white space at the ends of the pieces."""
    edges = [whole.start, *_edges(text, whole, edge), whole.end]
    return [piece for piece in map(_trimmed(text), edges, edges[1:]) if piece]


def _edges(text: str, whole: Span, edge: re.Pattern[str]) -> Iterator[int]:
    """Where a stretch of text is cut, ascending, without its ends.

    Words in quotation marks that are part of the running sentence ("called it a “horror show”") are
    not set off: a mark cuts only where it stands beside another mark.
    """
    last = whole.start
    for match in edge.finditer(text, whole.start, whole.end):
        is_closing = match.lastgroup == "closing"
        at = match.end() if is_closing else match.start()
        if match.group() in _QUOTATION_MARKS and not _is_set_off(text, whole, match):
            continue
        if last < at < whole.end:
            last = at
            yield at


def _is_set_off(text: str, whole: Span, mark: re.Match[str]) -> bool:
    before = text[whole.start : mark.start()].rstrip()
    if mark.lastgroup == "opening":
        return not before or before[-1] in ",:;—–―-.!?("
    return before[-1:] in tuple(",.!?;…") or text[mark.end() : mark.end() + 1] in tuple(",.;:")


def report_frame(article: Article, statement: Span) -> Span | None:
    """Return the words of a statement that only name the source: "Police said", or None.

    Only a frame at either end that lies outside the reported words is returned.
    """
    text = article.document.text
    for quote in article.quotes:
        anchors = [a for a in (quote.cue, quote.speaker_span) if a and statement.contains(a)]
        if not anchors or any(part.overlaps(a) for part in quote.parts for a in anchors):
            continue
        inside = [part for part in quote.parts if part.overlaps(statement)]
        if not inside:
            continue
        first, last = min(p.start for p in inside), max(p.end for p in inside)
        if all(a.end <= first for a in anchors):
            return _trimmed(text)(statement.start, max(first, statement.start))
        if all(a.start >= last for a in anchors):
            return _trimmed(text)(min(last, statement.end), statement.end)
    return None


def _whole_spans(article: Article, sentence: Span) -> list[Span]:
    """Names and quotations of a sentence, which are never cut."""
    text = article.document.text
    found = [name.span for name in article.names if name.span.overlaps(sentence)]
    for quote in article.quotes:
        found += [
            part
            for part in quote.marked
            if part.overlaps(sentence) and len(words(text, part)) > _SCARE_QUOTE
        ]
    return found


def _trimmed(text: str) -> Callable[[int, int], Span | None]:
    """Return a function that gives the span without white space at its ends, None if empty."""

    def trim(start: int, end: int) -> Span | None:
        piece = text[start:end]
        start += len(piece) - len(piece.lstrip())
        return Span(start, start + len(piece.strip())) if piece.strip() else None

    return trim


def _content_words(piece: str) -> list[tuple[str, str]]:
    """The content words as printed and folded."""
    found = zip(word_texts(piece), folded_word_texts(piece), strict=True)
    return [(word, low) for word, low in found if low not in STOP and low not in _PLAIN_SPEECH]


def _content_count(piece: str) -> int:
    return len({low for _, low in _content_words(piece)})


def _says_little(piece: str) -> bool:
    """True for fewer than two content words, and for nothing but names."""
    content = _content_words(piece)
    few = len({low for _, low in content}) < _FEWEST_WORDS
    return few or all(word[0].isupper() for word, _ in content)


def _joined(pieces: Sequence[Span], little: Sequence[bool]) -> list[Span]:
    """The pieces, each that says little put to the one on its left, or first to the right."""
    found: list[Span] = []
    waiting: int | None = None
    for piece, slight in zip(pieces, little, strict=True):
        start = piece.start if waiting is None else waiting
        if slight and found:
            found[-1] = Span(found[-1].start, piece.end)
        elif slight:
            waiting = start
        else:
            found.append(Span(start, piece.end))
            waiting = None
    if waiting is not None and pieces:
        found.append(Span(waiting, pieces[-1].end))
    return found


def _with_reports(article: Article, sentence: Span, pieces: list[Span]) -> list[Span]:
    """The pieces, each that only reports put to the words it reports beside it."""
    found = list(pieces)
    for quote in article.quotes:
        if any(part.overlaps(sentence) for part in quote.parts):
            for anchor in (quote.cue, quote.speaker_span):
                if anchor and sentence.contains(anchor):
                    found = _with_report(quote, anchor, found)
    return found


def _with_report(quote: Quote, anchor: Span, pieces: list[Span]) -> list[Span]:
    at = next((k for k, piece in enumerate(pieces) if piece.start <= anchor.start < piece.end), -1)
    if at < 0 or any(part.overlaps(pieces[at]) for part in quote.parts):
        return pieces
    said = [k for k, piece in enumerate(pieces) if any(p.overlaps(piece) for p in quote.parts)]
    beside = [k for k in said if abs(k - at) == 1]
    if not beside:
        return pieces
    first, last = sorted((at, beside[0]))
    joined = Span(pieces[first].start, pieces[last].end)
    return [*pieces[:first], joined, *pieces[last + 1 :]]
