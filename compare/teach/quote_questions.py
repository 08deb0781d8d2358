"""Questions on quotations that one article prints in full and another in part: "the cut"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.model.findings import QuoteChange, QuoteGroup, QuoteMember
from compare.model.quotes import QuoteKind
from compare.teach.material import Material, first_of, whole_word
from compare.teach.question import Check, Cite, Kind, Level, Option, Question, question_id, quoted
from compare.text.fold import folded

_SURE = 0.95
_CUTS = (
    QuoteChange.CUT_START,
    QuoteChange.CUT_MIDDLE,
    QuoteChange.CUT_END,
    QuoteChange.ELLIPSIS,
)
_PAUSE = re.compile(r"(?<=[.;:!?,])\s+|\s+–\s+|\s+—\s+")
_FEWEST = 3
_FEWEST_KEPT = 2
# A mark for speech at the start of a word would mean that a part holds more than speech.
_MARKS = re.compile(r"[“”\"]|(?:^|\s)[‘']\w")
_TURNING = ("but", "not", "if", "only", "never", "unless", "until", "perhaps", "may", "nobody")
_EDGES = " ,;:.–—-…‘’“”\"'"


def the_cut(material: Material) -> Iterator[Question]:
    """Which words are not in the shorter version? And, open, does that change the meaning?"""
    for group in material.sure(material.c.quote_groups):
        if (
            group.confidence < _SURE
            or group.id in material.contested
            or not _direct(material, group)
        ):
            continue
        for member in group.members:
            lost = lost_pieces(material, group, member)
            kept = _kept(material, group, member)
            evidence = _evidence(material, group, member)
            if lost and kept and evidence:
                yield _which_words(material, group, member, (lost, kept), evidence)
            if lost and evidence:
                yield _does_it_matter(material, group, member, lost, evidence)


def _direct(material: Material, group: QuoteGroup) -> bool:
    return material.c.quote(group.fullest).kind is QuoteKind.DIRECT and _is_clean(
        material, _full_letter(group), group.fullest
    )


def _is_clean(material: Material, letter: str, quote_id: str) -> bool:
    """True when every part of a quotation is speech and nothing but speech."""
    quote = material.c.quote(quote_id)
    parts = [material.words(letter, part) for part in quote.parts]
    speech = quote.kind is not QuoteKind.INDIRECT
    return speech and not any(_MARKS.search(part) for part in parts)


def _full_letter(group: QuoteGroup) -> str:
    return group.fullest.partition(".")[0]


def lost_pieces(material: Material, group: QuoteGroup, member: QuoteMember) -> list[str]:
    """Whole stretches of three and more words that the article surely prints nowhere."""
    if member.change not in _CUTS or not set(member.changes) <= set(_CUTS):
        return []
    if not _is_clean(material, member.article, member.quote):
        return []
    letter = _full_letter(group)
    text = material.texts[member.article]
    stretches = [material.words(letter, span).strip(_EDGES) for span in member.lost]
    pieces = [piece for each in stretches for piece in _pieces(each)]
    long = [piece for piece in pieces if len(piece.split()) >= _FEWEST]
    return [piece for piece in long if folded(piece) not in text]


def _kept(material: Material, group: QuoteGroup, member: QuoteMember) -> list[str]:
    """Pieces of the fullest version that the shorter one prints as well, word for word."""
    letter = _full_letter(group)
    whole = [material.words(letter, span) for span in material.c.quote(group.fullest).parts]
    pieces = [piece for each in whole for piece in _pieces(each)]
    text = material.texts[member.article]
    long = [piece for piece in pieces if len(piece.split()) >= _FEWEST]
    return first_of([piece for piece in long if whole_word(piece, text)], 3)


def _pieces(text: str) -> list[str]:
    return [piece.strip(_EDGES) for piece in _PAUSE.split(text) if piece.strip(_EDGES)]


def _evidence(material: Material, group: QuoteGroup, member: QuoteMember) -> tuple[Cite, ...]:
    full = material.passage(_full_letter(group), material.c.quote(group.fullest).parts)
    short = material.passage(member.article, material.c.quote(member.quote).parts)
    return (*full, *short) if full and short else ()


def said(material: Material, letter: str, quote_id: str) -> str:
    """The words of a quotation in marks as students see them, each part in marks of its own."""
    parts = material.c.quote(quote_id).parts
    return " – ".join(quoted(material.words(letter, part).rstrip(",")) for part in parts)


def ended(quoted: str) -> str:
    """Words in marks with a full stop after them, unless they end with a mark of their own."""
    return quoted if quoted[-2:-1] in (".", "!", "?") else f"{quoted}."


def _joined(material: Material, letter: str, quote_id: str) -> str:
    """The words of a quotation as one text, which names its questions."""
    parts = material.c.quote(quote_id).parts
    return folded(" … ".join(material.words(letter, part).rstrip(",") for part in parts))


def said_in_one(material: Material, group: QuoteGroup) -> str:
    """The longest piece of the fullest version that some other version prints word for word."""
    letter = _full_letter(group)
    if not _direct(material, group):
        return ""
    others = [m.article for m in group.members if m.article != letter]
    parts = [material.words(letter, part) for part in material.c.quote(group.fullest).parts]
    pieces = [piece for part in parts for piece in (part.strip(_EDGES), *_pieces(part))]
    found = [p for p in pieces if any(whole_word(p, material.texts[each]) for each in others)]
    return max(found, key=len, default="")


def _ask(material: Material, group: QuoteGroup, member: QuoteMember) -> str:
    letter = _full_letter(group)
    full = said(material, letter, group.fullest)
    short = said(material, member.article, member.quote)
    other = member.article
    return (
        f"Article {letter} prints this quotation: {ended(full)} "
        f"Article {other} prints: {ended(short)}"
    )


def _lines(evidence: tuple[Cite, ...], letter: str) -> str:
    return ", ".join(cite.line for cite in evidence if cite.article == letter)


def _which_words(
    material: Material,
    group: QuoteGroup,
    member: QuoteMember,
    pieces: tuple[list[str], list[str]],
    evidence: tuple[Cite, ...],
) -> Question:
    letter = _full_letter(group)
    lost, kept = pieces
    right = max(lost, key=len)
    key = question_id(Kind.CUT, _joined(material, member.article, member.quote), member.article)
    where = f"{_lines(evidence, letter)} and {_lines(evidence, member.article)}"
    speaker = f" of {group.speaker}" if group.speaker else ""
    ask = (
        f"Articles {letter} and {member.article} quote the same words{speaker} ({where}), "
        f"but article {member.article} does not print all of them."
    )
    rest = [f"None: article {member.article} prints them all"] if len(kept) < _FEWEST_KEPT else []
    texts = material.shuffled((quoted(text) for text in (right, *kept)), key)
    return Question(
        id=key,
        kind=Kind.CUT,
        level=Level.FIND,
        prompt=f"{ask} Which of these words are not in article {member.article}?",
        plain=f"Read {where}. Somebody speaks. Article {member.article} does not print it all. "
        f"Which words are not in article {member.article}?",
        answer=f"{quoted(right)}.",
        why=f"Not found in article {member.article}: {', '.join(map(quoted, lost))}.",
        look_for="Both sentence numbers, and the words that stand in only one of them.",
        misreading="Calling a shorter quotation false. Cutting is allowed; the meaning must stay.",
        evidence=evidence,
        checks=(
            Check(article=letter, words=right),
            Check(article=member.article, words=right, there=False),
            *(Check(article=member.article, words=piece) for piece in kept),
        ),
        options=tuple(
            Option(text=text, right=text == quoted(right), note=f"Compare {where}.")
            for text in (*texts, *rest)
        ),
        worth=0.9,
    )


def turns(lost: list[str]) -> str:
    """What to weigh first among missing pieces: those with a word that turns a meaning."""
    told = (folded(piece).replace("as if", "").replace(",", "") for piece in lost)
    small = {word for piece in told for word in piece.split()}
    found = [word for word in _TURNING if word in small]
    words = " and ".join(quoted(word) for word in found[:2])
    return f" Weigh the piece with {words} first." if found else ""


def _does_it_matter(
    material: Material,
    group: QuoteGroup,
    member: QuoteMember,
    lost: list[str],
    evidence: tuple[Cite, ...],
) -> Question:
    letter = _full_letter(group)
    ask = _ask(material, group, member)
    return Question(
        id=question_id(
            Kind.CUT, _joined(material, member.article, member.quote), member.article, "meaning"
        ),
        kind=Kind.CUT,
        level=Level.EXPLAIN,
        prompt=f"{ask} Does a reader of article {member.article} come away with another meaning? "
        "Point at the words that decide it.",
        plain=f"{ask} Is the meaning still the same? Which words show it?",
        answer=f"Open. Not found in article {member.article}: "
        f"{', '.join(map(quoted, lost))}.{turns(lost)}",
        why="Ask of each missing piece: would the speaker object to the shorter version? Cutting "
        "is allowed where the meaning stays.",
        look_for="The missing words, and what a reader would think with and without them.",
        misreading="Counting words instead of weighing the meaning.",
        evidence=evidence,
        checks=(
            Check(article=letter, words=lost[0]),
            Check(article=member.article, words=lost[0], there=False),
        ),
        minutes=5,
        worth=0.8,
    )
