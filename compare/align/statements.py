"""Whether a line cut from a sentence states something by itself, and where it may be cut."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from compare.model.spans import Span
from compare.signals.views import PLAIN_SPEECH
from compare.text.fold import folded_text
from compare.text.quotation_marks import DOUBLE, SINGLE_OPENING, any_of
from compare.text.verbs import has_verb, irregular_verbs, verb_forms, verb_table
from compare.text.words import word_texts

_MARK = re.compile(r"[;—–―()]|[,:](?!\d)| --? ")
_BREAK = re.compile(r"(?:[,;:—–―]|\.\.\.|…)\s+|\s--?\s+")
_JOINING = re.compile(
    r"(?:and|but|while|who|which|that|as|after|before|when|where|adding|saying|although|though)\s",
    re.IGNORECASE,
)
_RELATIVE = frozenset(["who", "which", "whose", "where", "whom"])
_PASSIVE = frozenset(["was", "were", "been", "is", "are", "be"])
# A line that opens with one of these has lost its subject.
_PASSIVE_OR_PERFECT = _PASSIVE | {"has", "have", "had"}
_POSSESSIVE = frozenset(["his", "her", "their", "its", "whose"])
_BEFORE_NOUN = _POSSESSIVE | {"the", "a", "an", "no", "some", "of", "in", "two", "many"}
# An opening that only sets the scene, up to its comma, leaves out what happened.
_SCENE = re.compile(
    r"[‘“\"']?(?:as|when|while|after|before|because|although|though|if|since|once|until|asked"
    r"|speaking|in|on|at|during|according|despite|following|with|for|by|from|under|amid|of|to"
    r"|among|including|without)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(r"[^,“\"]{3,60},\s+")
_QUOTED = re.compile(f"[{any_of(DOUBLE + SINGLE_OPENING)}]")
_CLOSING = re.compile(r"[”\"»]\s*")
# What stands before such a word may be a statement already.
_JOINED = re.compile(
    r",?\s+(after|when|while|because|although|though|until|and|but)\s+(?=\S)", re.IGNORECASE
)
# "Three days after" and "explain when" belong together.
_BOUND = re.compile(
    r"\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|shortly|soon|just|right|even|only"
    r"|long|explain|know|knew|tell|told|say|said|ask|asked|decide|see|saw|show|find|between|both"
    r"|to)$",
    re.IGNORECASE,
)
# Only what begins with its own subject can stand alone: "two are missing", not "closed roads".
_SUBJECT = re.compile(
    r"(?:(?:the|an?|no|some|about|more|several|two|three|four|five|six|seven|eight|nine|ten"
    r"|\d[\d,.]*)\s+(?![ap]\.?m|per)[a-z]|[A-Z]\w+\s|[a-z]+s\s)"
)
_FIRST_WORDS = 5
# "Telling her", "told reporters" and no more.
_TELLS_SOMEBODY = re.compile(
    r"\b(?:tell(?:s|ing)?|told|asked|asking|informed|warned|assured)\s+(?:him|her|them|me|us|it"
    r"|reporters|journalists)\Z",
    re.IGNORECASE,
)
# What owes the reader a second half, and where it would come.
_BETWEEN = re.compile(
    r"\b[Bb]etween (?!.*\band\b)(?:(?:[A-Z][\w.’'-]* ){1,4}[A-Z][\w’'-]*|(?:an?|the) .*[^s])\W*\Z"
)
_SAYING = frozenset(["said", "says", "say"])
# Words from "said" on: less is a day, a place or an answer.
_NOUN_AT_LEAST = 4
# No line ends with one of these: "The support came" leaves out when or what.
_OWES_MORE = frozenset("came comes is was were are became becomes remained remains seemed".split())
# What owes the reader a clause with its verb.
_WHETHER = frozenset(["whether", "because", "unless", "why", "although"])
_NAME_ALONE = re.compile(r"(?:[A-Z][\w’'.-]*\s?){1,4}")


def is_statement(line: str) -> bool:
    """True when a line has the verb of its main clause and no part that is left open.

    >>> is_statement("The contract, signed in May"), is_statement("The contract was signed in May")
    (False, True)
    """
    pieces = _pieces(line)
    if not pieces or (_SCENE.match(line) and len(pieces) == 1):
        return False
    if pieces[0][0] in _PASSIVE_OR_PERFECT or _TELLS_SOMEBODY.search(line):
        return False
    return _has_main_verb(pieces) and not _is_open(line, pieces)


def has_report(line: str) -> bool:
    """Return True when a line has a word of speech: it says that somebody says something.

    >>> has_report("The mayor announced a strike"), has_report("The ferry sank")
    (True, False)
    """
    return any(_is_reporting(word) for word in _lowered(line))


def statement_starts(text: str, sentence: Span) -> list[int]:
    """Where a statement may begin: with the sentence, and with a clause that has its own subject.

    Nowhere behind a word of speech or a quotation mark, so that no claim loses its source.
    """
    found = [sentence.start]
    for match in _JOINED.finditer(text, sentence.start, sentence.end):
        before = text[sentence.start : match.start()]
        if _is_unattributed(before) and not _is_half_a_subject(before, match.group(1)):
            clause = _MARK.split(text[match.end() : sentence.end], maxsplit=1)[0]
            stands = _SUBJECT.match(clause) and _is_finite(_lowered(clause), first=False)
            found += [match.end()] if stands else []
    opening = _OPENING.match(text, sentence.start, sentence.end)
    if opening and _is_unattributed(opening.group()) and _SCENE.match(opening.group()):
        found += [opening.end()] if _SUBJECT.match(text, opening.end(), sentence.end) else []
    return sorted(set(found))


def statement_ends(text: str, sentence: Span, pieces: Sequence[Span]) -> list[int]:
    """Where a statement may end: with one of the pieces, or before a word that joins a clause.

    Not behind a bare name that has its verb further on: "the auditor, Ada Roe, 61, said".
    """
    opens = [_is_finite(_lowered(piece.of(text))[:1], first=True) for piece in pieces]
    found = [
        piece.end
        for number, piece in enumerate(pieces)
        if not (_NAME_ALONE.fullmatch(piece.of(text)) and any(opens[number + 1 :]))
    ]
    found += [joint.start for joint in joining_words(text, sentence)]
    return sorted(set(found))


def _is_half_a_subject(before: str, joining: str) -> bool:
    """True for "Gates and" before "Roe have both been charged": the subject is cut in half."""
    return joining.lower() == "and" and not _is_finite(_lowered(before), first=False)


def joining_words(text: str, sentence: Span) -> list[Span]:
    """The joining words, with the white space around them, that no mark sets off."""
    return [
        Span(match.start(), match.end())
        for match in _JOINED.finditer(text, sentence.start, sentence.end)
        if not _BOUND.search(text, max(sentence.start, match.start() - 12), match.start())
        and _joins_clauses(text, match, sentence)
    ]


def _joins_clauses(text: str, match: re.Match[str], sentence: Span) -> bool:
    """False for "212 passengers and 18 crew were"; true when "and" has a verb on both sides."""
    if match.group(1).lower() not in ("and", "but"):
        return True
    following = _MARK.split(text[match.end() : sentence.end], maxsplit=1)[0]
    before = _lowered(text[sentence.start : match.start()])
    while before and not PLAIN_SPEECH.isdisjoint(before):
        before = before[1:]
    return _is_finite(before, first=False) and _is_finite(
        _lowered(following)[:_FIRST_WORDS], first=True
    )


def _is_unattributed(before: str) -> bool:
    return PLAIN_SPEECH.isdisjoint(_lowered(before)) and not _QUOTED.search(before)


def _pieces(line: str) -> list[list[str]]:
    found = (_lowered(piece) for piece in _MARK.split(line))
    return [lowered for lowered in found if lowered]


def _lowered(text: str) -> list[str]:
    """The folded words; of a name only that it is one, because Kestrel Falls does not fall."""
    printed = word_texts(text)
    return [folded_text(w) if at == 0 or w[0].islower() else "Name" for at, w in enumerate(printed)]


def _has_main_verb(pieces: Sequence[Sequence[str]]) -> bool:
    """True when a verb is left that belongs to no relative clause, participle or setting."""
    owed = False
    for at, piece in enumerate(pieces):
        if piece[0] in _RELATIVE:
            owed = not _has_its_verb(piece)
        elif owed and _is_finite(piece, first=True):
            owed = False
        elif _is_finite(piece, first=at > 0) and not _is_aside(piece, after=at):
            return True
    return False


def _has_its_verb(relative: Sequence[str]) -> bool:
    """True for "who owns the station", not for "whose director"."""
    in_s = relative[0] != "whose" and len(relative) > 1 and relative[1].endswith("s")
    return in_s or _is_finite(relative[1:], first=True)


def _is_finite(said: Sequence[str], *, first: bool) -> bool:
    """True for a finite verb in some words; at their head only if `first`."""
    looked_at = ["", *said] if first else list(said)
    return has_verb(looked_at) or any(
        word in _present() and before not in _BEFORE_NOUN and not before.endswith("'s")
        for before, word in pairwise(looked_at)
    )


@lru_cache(maxsize=1)
def _present() -> frozenset[str]:
    """Forms in -s of verbs, such as "holds"."""
    reporting = verb_table("reporting-verbs").values()
    bases = {*irregular_verbs(), *(form.lemma for found in reporting for form in found)}
    return frozenset(
        word for base in bases for word, shape in verb_forms(base).items() if shape == "s"
    )


@lru_cache(maxsize=1)
def _participles() -> frozenset[str]:
    return frozenset(done for _, done in irregular_verbs().values())


def _is_aside(piece: Sequence[str], *, after: int) -> bool:
    """True for "signed in May", "including the crew" and other parts that state nothing.

    A participle right behind the subject is one; behind an aside it is the verb: "Roe, 66, signed".
    """
    first = piece[0]
    if first.endswith("ing") or first in _POSSESSIVE or _SCENE.match(first):
        return True
    return after == 1 and (first.endswith("ed") or first in _participles())


def _is_open(line: str, pieces: Sequence[Sequence[str]]) -> bool:
    """True when a relative clause, a report or the words after a quotation have no verb."""
    *_, before, last = ["", *pieces[-1]]
    passive = before in _PASSIVE
    if last in _OWES_MORE:
        return True
    if not passive and _is_reporting(last) and not _has_main_verb(pieces[:-1]):
        return True
    relative = [at for at, piece in enumerate(pieces) if piece[0] in _RELATIVE]
    if _BETWEEN.search(line) or _lacks_its_clause(pieces):
        return True
    if relative:
        head, *rest = pieces[relative[-1] :]
        if not _has_its_verb(head) and not any(_is_finite(piece, first=True) for piece in rest):
            return True
    *quoted, rest_of_line = _CLOSING.split(line)
    spoken = _pieces(rest_of_line) if quoted else []
    if spoken and not (_is_finite(spoken[0], first=True) or _has_main_verb(spoken)):
        return True
    return _reports_nothing(pieces)


def _lacks_its_clause(pieces: Sequence[Sequence[str]]) -> bool:
    """True for "was not whether the shop", with no verb behind the last word that asks for one."""
    said = [word for piece in pieces for word in piece]
    at = max((k for k, word in enumerate(said) if word in _WHETHER), default=None)
    if at is None or said[at + 1 : at + 2] in ([], ["of"], ["to"], ["not"]):
        return False
    return not _is_finite(said[at + 1 :], first=False)


def _reports_nothing(pieces: Sequence[Sequence[str]]) -> bool:
    """True for "the party alleged, in a suit" and for "that" with no verb behind it."""
    head, rest = pieces[0], pieces[1:]
    if _says_nothing(head, rest):
        return True
    if rest and _is_reporting(head[-1]):
        return not any(
            _is_finite(piece, first=False) and not _is_aside(piece, after=0) for piece in rest
        )
    for at, piece in enumerate(pieces):
        if "that" in piece and any(map(_is_reporting, piece[: piece.index("that")])):
            after = piece[len(piece) - piece[::-1].index("that") :]
            return not any(_is_finite(p, first=True) for p in (after, *pieces[at + 1 :]))
    return False


def _says_nothing(head: Sequence[str], rest: Sequence[Sequence[str]]) -> bool:
    """True for "the mayor said the view of the council": a noun, and not what she said of it."""
    said = next((at for at, word in enumerate(head) if at and word in _SAYING), None)
    if said is None or len(head) < said + _NOUN_AT_LEAST:
        return False
    # The last word may be a noun in -s: "on possible cuts".
    return not any(
        has_verb(["", *piece]) or _is_finite(piece[:-1], first=True)
        for piece in (head[said + 1 :], *rest)
    )


def _is_reporting(word: str) -> bool:
    """True for "said", "alleged" or "alleges"; the base form may be a noun."""
    readings = verb_table("reporting-verbs").get(word, ())
    return word in PLAIN_SPEECH or any(form.shape != "base" for form in readings)


def pieces_of(text: str, sentence: Span) -> list[Span]:
    """Return the sentence cut at commas, colons, dashes and brackets, without the joining words.

    >>> text = "Rain fell, and roads closed."
    >>> [piece.of(text) for piece in pieces_of(text, Span(0, len(text)))]
    ['Rain fell', 'roads closed.']
    """
    edges = [sentence.start]
    for match in _BREAK.finditer(text, sentence.start, sentence.end):
        edges += [match.end()] if match.end() < sentence.end else []
    edges.append(sentence.end)
    pieces = []
    for start, end in pairwise(edges):
        joined = _JOINING.match(text, start, end)
        start = joined.end() if joined and start > sentence.start else start
        piece = text[start:end].rstrip(" ,;:—–―-(")
        if piece:
            pieces.append(Span(start, start + len(piece)))
    return pieces
