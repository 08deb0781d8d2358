"""Noun phrases beside a verb, found by closed word classes alone: who said it."""

from __future__ import annotations

from compare.annotation import grammar
from compare.annotation.appositions import WRITTEN, is_state, phrase_with_name
from compare.annotation.lines import DASHES, Token

Phrase = tuple[int, int]
"""First token and the one after the last."""

_RIGHT_STOP = frozenset(
    """
    in on at during after before when while as who that whose about because if to since from
    which where though although via through following earlier by into over under amid upon until
    till outside inside
    """.split()
)
_WIDEST = 32


def phrase_before(tokens: list[Token], end: int, low: int) -> Phrase | None:
    """The noun phrase that ends right before token `end`, not reaching over token `low`."""
    start = _scan(tokens, end, low)
    return _trimmed(tokens, start, end)


def antecedent_of(tokens: list[Token], end: int, low: int) -> Phrase | None:
    """The noun before who or that: the name alone where a name stands there."""
    if end <= low or not tokens[end - 1].capital:
        return phrase_before(tokens, end, low)
    start = end - 1
    while start > low and (tokens[start - 1].capital or tokens[start - 1].low in grammar.ROLE):
        start -= 1
    return start, end


def _scan(tokens: list[Token], end: int, low: int) -> int:
    at = end
    while at > low and end - at < _WIDEST:
        token = tokens[at - 1]
        if token.text == ")":
            opened = _bracket(tokens, at - 1, low)
            if opened is None:
                break
            at = opened
        elif _stops(tokens, at - 1, end, low):
            break
        else:
            at -= 1
            if token.low in grammar.SUBJECT_PRONOUN:
                break
    return at


def _bracket(tokens: list[Token], at: int, low: int) -> int | None:
    for k in range(at - 1, max(low - 1, at - 8), -1):
        if tokens[k].text == "(":
            return k
    return None


def _stops(tokens: list[Token], at: int, end: int, low: int) -> bool:
    """True when the token cannot be inside a noun phrase that goes on to its right."""
    token = tokens[at]
    if token.low == "to" and at > low and tokens[at - 1].low == "according":
        return True
    if token.quote is not None:
        return len(token.text.split()) > 4 or at + 1 == end or not tokens[at + 1].word
    if not token.word:
        if token.text == ",":
            return not _lists_names(tokens, at, end)
        return token.text not in ".&/%$£€'’#@*[]"
    if token.low in ("and", "or", "&"):
        return not _joins(tokens, at, end, low)
    if token.low == "that" and at + 1 == end:
        return False
    if grammar.may_be_past(token) and not token.capital and at + 1 < end:
        fresh = tokens[at + 1].low in grammar.DETERMINER or tokens[at + 1].low in grammar.PRONOUN
        if fresh and tokens[at + 1].low != "that":
            return True
    return token.low in grammar.SUBORDINATOR or (grammar.is_finite(token) and not token.capital)


def _joins(tokens: list[Token], at: int, end: int, low: int) -> bool:
    """True for "and" between two nouns of one subject."""
    if at <= low or at + 1 >= end:
        return False
    left, right = tokens[at - 1], tokens[at + 1]
    if right.low in grammar.SUBJECT_PRONOUN or not left.word:
        return False
    if right.low in ("others", "other", "several", "many", "some"):
        return True
    if left.capital and (right.capital or right.low in grammar.DETERMINER):
        return True
    return (left.low.endswith("s") and tokens[end - 1].low.endswith("s")) or left.low == "mr"


def _lists_names(tokens: list[Token], at: int, end: int) -> bool:
    """True for the comma of "Lund, Roe and Ito"."""
    rest = [t.low for t in tokens[at:end]]
    both = 0 < at < len(tokens) - 1 and tokens[at - 1].capital and tokens[at + 1].capital
    return both and "and" in rest


def _trimmed(tokens: list[Token], start: int, end: int) -> Phrase | None:
    """Without leading conjunctions, times and "in a statement", and without a time at the end."""
    while end - 1 > start and _is_time(tokens[end - 1]):
        end = _before_time(tokens, start, end)
    if end - 1 > start and tokens[end - 1].text in ("late", "early") and tokens[end - 2].capital:
        end -= 1
    while start < end and _leads(tokens[start]):
        start += 1
    if start < end and tokens[start].low in grammar.PREPOSITION:
        start = _after_preposition(tokens, start, end)
    while start < end and _leads(tokens[start]):
        start += 1
    return (start, end) if start < end and _names_someone(tokens[start:end]) else None


def _before_time(tokens: list[Token], start: int, end: int) -> int:
    """Where the phrase ends without the time at its end, nor "over the" of "over the weekend"."""
    end = max(start + 1, end - (3 if tokens[end - 1].low == "ago" else 1))
    while end - 1 > start and _links(tokens[end - 1]):
        end -= 1
    return end


def _links(token: Token) -> bool:
    return not token.capital and token.low in grammar.PREPOSITION | grammar.DETERMINER


def _is_time(token: Token) -> bool:
    if token.low in ("last", "this", "next", "earlier"):
        return True
    return token.low not in grammar.PRONOUN and grammar.is_adverb(token)


def _leads(token: Token) -> bool:
    if token.quote is not None or not token.word:
        return True
    if token.low in grammar.PRONOUN or token.low in grammar.DETERMINER:
        return False
    return token.low in grammar.CONJUNCTION or (token.low in grammar.TIME and not (
        token.low in ("may", "march", "april", "june", "august", "jan", "sun") and token.capital
    )) or (grammar.is_adverb(token) and not token.capital)  # fmt: skip


def _after_preposition(tokens: list[Token], start: int, end: int) -> int:
    """The last place after a leading preposition where a new phrase can begin."""
    for at in range(end - 1, start + 1, -1):
        token, prior = tokens[at], tokens[at - 1]
        if token.low in grammar.SUBJECT_PRONOUN:
            return at
        fresh = token.low in grammar.DETERMINER and prior.low not in grammar.PREPOSITION
        title = token.low in grammar.TITLE and token.capital and not prior.capital
        if (fresh or title) and prior.low not in grammar.DETERMINER and prior.low not in (
            "and", "all", "both", "half"
        ):  # fmt: skip
            return at
    at = end - 1
    while at > start + 1 and tokens[at - 1].capital and tokens[at - 1].low not in grammar.TIME:
        at -= 1
    return at if tokens[at].low not in grammar.TIME else end


def _names_someone(tokens: list[Token]) -> bool:
    return any(t.word and t.low not in grammar.PREPOSITION and t.low not in grammar.AUXILIARY
               for t in tokens)  # fmt: skip


def parenthetical_subject(tokens: list[Token], end: int, low: int) -> Phrase | None:
    """The subject of a verb that follows a comma: before an apposition or a relative clause.

    `end` is the comma (or closing dash) right before the verb.
    """
    chunks = _chunks(tokens, _clause_start(tokens, end, low), end)
    for start, stop in chunks:
        start = _skip_leads(tokens, start, stop)
        if (
            start < stop
            and not _is_aside(tokens, start, stop)
            and not _is_clause(tokens, start, stop)
        ):
            if tokens[start].low in grammar.RELATIVE:
                continue
            return start, min(phrase_with_name(tokens, start, stop), end)
    return _last_subject(tokens, chunks)


def _last_subject(tokens: list[Token], chunks: list[Phrase]) -> Phrase | None:
    """Ada Lund in "it came up after Ada Lund, asked about it, said"."""
    if len(chunks) < 2:
        return None
    start, stop = chunks[0]
    for at in range(stop - 1, start, -1):
        if tokens[at].low in ("after", "when", "as", "because", "that", "before", "while"):
            named = at + 1 < stop and tokens[at + 1].capital
            return (at + 1, stop) if named and not _is_clause(tokens, at + 1, stop) else None
    return None


def _skip_leads(tokens: list[Token], start: int, stop: int) -> int:
    while start < stop and _leads(tokens[start]):
        start += 1
    return start


def _clause_start(tokens: list[Token], end: int, low: int) -> int:
    """After the last break that cannot be inside one clause."""
    for at in range(end - 1, low - 1, -1):
        token = tokens[at]
        if token.text in (";", ":", "(") or (token.quote and len(token.text.split()) > 4):
            return at + 1
        joined = token.low in ("but", "while", "although") or (
            token.low == "and" and at > low and tokens[at - 1].text == ","
        )
        if (
            joined
            and at + 1 < end
            and may_open_phrase(tokens[at + 1])
            and _has_verb(tokens[low:at])
        ):
            return at + 1
    return low


def may_open_phrase(token: Token) -> bool:
    """True for a token a noun phrase may begin with."""
    return grammar.opens_noun_phrase(token)


def _has_verb(tokens: list[Token]) -> bool:
    return any(grammar.may_be_past(t) or grammar.is_speech(t) for t in tokens if t.word)


def _chunks(tokens: list[Token], start: int, end: int) -> list[Phrase]:
    """The stretch cut at its commas and dashes outside brackets."""
    found, depth, at = [], 0, start
    for k in range(start, end):
        text = tokens[k].text
        depth += (text == "(") - (text == ")")
        if depth == 0 and (text == "," or text in DASHES):
            found.append((at, k))
            at = k + 1
    found.append((at, end))
    return [(a, b) for a, b in found if a < b]


def _is_aside(tokens: list[Token], start: int, stop: int) -> bool:
    """True for "on Monday", "Eight years ago", "Recalling that day" and a dateline."""
    first, last = tokens[start], tokens[stop - 1]
    timed = last.low in grammar.TIME and first.word
    short = start == 0 and stop - start < 4
    if last.low in ("ago", "later", "earlier", "before"):
        return True
    if timed and (not first.capital or first.low in grammar.TIME or short):
        return True
    dateline = stop < len(tokens) and tokens[stop].text in DASHES and start < 4
    if dateline and all(t.text.isupper() or not t.word for t in tokens[start:stop]):
        return True
    if start == 0 and first.low in grammar.ADVERB and stop - start > 1:
        return tokens[start + 1].low in grammar.PREPOSITION
    if first.capital and first.low.endswith("ing") and len(first.low) > 5 and start == 0:
        return stop - start > 1 and not tokens[start + 1].capital
    return _adverbial(first)


def _adverbial(token: Token) -> bool:
    low = token.low
    if low in grammar.PREPOSITION or low in (
        "to",
        "asked",
        "when",
        "as",
        "if",
        "while",
        "although",
    ):
        return True
    if low in grammar.SUBORDINATOR and low not in grammar.DETERMINER:
        return True
    return (not token.capital and low.endswith("ing") and len(low) > 5) or (
        low.endswith("ly") and len(low) > 4
    ) or (not token.capital and low.endswith("ed") and len(low) > 4)  # fmt: skip


def _is_clause(tokens: list[Token], start: int, stop: int) -> bool:
    """True when a chunk has a finite verb of its own outside a relative clause."""
    for k in range(start, stop):
        if tokens[k].low in grammar.RELATIVE:
            return False
        if tokens[k].word and grammar.is_finite(tokens[k]) and not tokens[k].capital:
            return True
        if start < k < stop - 1 and _has_object(tokens, k):
            return True
    return False


def _has_object(tokens: list[Token], at: int) -> bool:
    """True for a verb with its object: "treated 11 people"."""
    token, after = tokens[at], tokens[at + 1]
    if token.capital or not grammar.may_be_past(token) or tokens[at - 1].low in grammar.DETERMINER:
        return False
    return after.text[:1].isdigit() or (
        after.low in grammar.DETERMINER | {"him", "them", "us", "me"} and after.low != "that"
    )


def leading_subject(tokens: list[Token], low: int, end: int) -> Phrase | None:
    """The subject at the head of a clause: the first noun phrase that no preposition opens."""
    for start, stop in _chunks(tokens, low, end):
        start = _skip_leads(tokens, start, stop)
        if start >= stop or _is_aside(tokens, start, stop) or is_state(tokens, start, stop):
            continue
        found = _until_verb(tokens, start, stop)
        if found:
            return found
    return None


def _until_verb(tokens: list[Token], start: int, stop: int) -> Phrase | None:
    if not may_open_phrase(tokens[start]) and not tokens[start].low.endswith("s"):
        return None
    if tokens[start].low in grammar.SUBJECT_PRONOUN:
        return start, start + 1
    end = start + 1
    while end < stop and end - start < _WIDEST and not _ends_subject(tokens, start, end):
        end += 1
    return start, end


def _ends_subject(tokens: list[Token], start: int, at: int) -> bool:
    token = tokens[at]
    if token.quote is not None or (not token.word and token.text not in ".&'’"):
        return True
    if token.capital or token.low in ("and", "'s"):
        return False
    if token.low in grammar.SUBORDINATOR or grammar.may_be_past(token):
        return True
    named = tokens[at - 1].capital and tokens[start].capital
    return (named and token.low.endswith("s") and token.low not in grammar.GROUP) or (
        grammar.is_speech(token) and token.low.endswith("s")
    )


def phrase_after(tokens: list[Token], start: int) -> Phrase | None:
    """The noun phrase that begins at token `start`, as after "said"."""
    if start >= len(tokens) or not _may_follow(tokens, start):
        return None
    end = start + 1
    while end < len(tokens) and end - start < _WIDEST and not _ends_after(tokens, end):
        end += 1
    while end - 1 > start and grammar.may_be_past(tokens[end - 1]) and not tokens[end - 1].capital:
        end -= 1
    return start, phrase_with_name(tokens, start, _with_author(tokens, end))


def _with_author(tokens: list[Token], end: int) -> int:
    """Takes in the body of "a report by the water board"."""
    if end + 1 >= len(tokens) or tokens[end].low != "by" or tokens[end - 1].low not in WRITTEN:
        return end
    author = phrase_after(tokens, end + 1)
    return author[1] if author else end


def _may_follow(tokens: list[Token], start: int) -> bool:
    token = tokens[start]
    if not token.word or token.low in grammar.TIME or token.low in ("that", "this", "it"):
        return False
    if token.low in ("him", "them", "me", "us"):
        return False
    if token.low == "her":
        return start + 1 < len(tokens) and tokens[start + 1].low in grammar.ROLE
    plural = token.low.endswith("s") and not grammar.is_adverb(token) and token.low != "as"
    role = token.low in grammar.ROLE or token.low in grammar.TITLE or token.low == "former"
    return may_open_phrase(token) or plural or role or _describes(tokens, start)


def _describes(tokens: list[Token], start: int) -> bool:
    """True for an adjective before a name or a role: "retired General Roe"."""
    if grammar.is_adverb(tokens[start]) or tokens[start].low in _RIGHT_STOP:
        return False
    ahead = tokens[start + 1 : start + 4]
    near = next((t for t in ahead if t.capital or t.low in grammar.ROLE), None)
    return near is not None and all(t.word for t in ahead[: ahead.index(near)])


def _ends_after(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    if token.quote is not None:
        return len(token.text.split()) > 4
    if not token.word:
        return token.text not in ".&/'’#@" or at + 1 >= len(tokens)
    if token.low in grammar.TIME and token.capital:
        return tokens[at - 1].low not in grammar.DETERMINER
    if token.low in ("and", "or"):
        return at + 1 < len(tokens) and not may_open_phrase(tokens[at + 1])
    return token.low in _RIGHT_STOP or (grammar.is_finite(token) and not token.capital)
