"""Questions on quotations that one article prints in full and another in part: "the cut"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from compare.model.findings import QuoteChange, QuoteGroup, QuoteMember
from compare.model.ids import letter_of
from compare.model.quotes import QuoteKind
from compare.model.verification import Outcome
from compare.teach.material import Material, first_of, whole_word
from compare.teach.question import AnswerCheck, Cite, Option, Question, in_marks
from compare.teach.questions.texts import question_text
from compare.text.fold import folded_text
from compare.verify.answers import is_verified, verify_even_answers

_SURE = 0.95
_CUTS = (
    QuoteChange.CUT_START,
    QuoteChange.CUT_MIDDLE,
    QuoteChange.CUT_END,
    QuoteChange.ELLIPSIS,
)
_PAUSE = re.compile(r"(?<=[.;:!?,])\s+|\s+–\s+|\s+—\s+")
_FEWEST = 3
_MOST_WRONG = 3
_SEVERAL = 2
# A mark for speech at the start of a word would mean that a part holds more than speech.
_MARKS = re.compile(r"[“”\"]|(?:^|\s)[‘']\w")
_TURNING = ("but", "not", "if", "only", "never", "unless", "until", "perhaps", "may", "nobody")
_MEANING = "meaning_of_the_cut"
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
            if evidence and (pieces := _even_pieces(lost, kept)):
                yield _which_words(material, group, member, pieces, evidence)
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
    speech = quote.kind is not QuoteKind.INDIRECT and is_verified(quote)
    return speech and not any(_MARKS.search(part) for part in parts)


def _full_letter(group: QuoteGroup) -> str:
    return letter_of(group.fullest)


def lost_pieces(material: Material, group: QuoteGroup, member: QuoteMember) -> list[str]:
    """Whole stretches of three and more words that the article surely prints nowhere."""
    cut = is_verified(member) and {member.change, *member.changes} <= set(_CUTS)
    if not cut:
        return []
    if not _is_clean(material, member.article, member.quote):
        return []
    letter = _full_letter(group)
    text = material.texts[member.article]
    stretches = [material.words(letter, span).strip(_EDGES) for span in member.lost]
    pieces = [piece for each in stretches for piece in _pieces(each)]
    long = [piece for piece in pieces if len(piece.split()) >= _FEWEST]
    return [piece for piece in long if folded_text(piece) not in text]


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


def quotation_of(material: Material, letter: str, quote_id: str) -> str:
    """The words of a quotation in marks as students see them, each part in marks of its own."""
    parts = material.c.quote(quote_id).parts
    return " – ".join(in_marks(material.words(letter, part).rstrip(",")) for part in parts)


def with_full_stop(quoted: str) -> str:
    """Words in marks with a full stop after them, unless they end with a mark of their own."""
    return quoted if quoted[-2:-1] in (".", "!", "?") else f"{quoted}."


def _joined(material: Material, letter: str, quote_id: str) -> str:
    """The words of a quotation as one text, which names its questions."""
    parts = material.c.quote(quote_id).parts
    return folded_text(" … ".join(material.words(letter, part).rstrip(",") for part in parts))


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


def _lines(evidence: tuple[Cite, ...], letter: str) -> str:
    return ", ".join(cite.line for cite in evidence if cite.article == letter)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pieces:
    """Words to choose from; `missing` is true where the right ones are those that are not there."""

    right: str
    wrong: tuple[str, ...]
    missing: bool


def _even_pieces(lost: list[str], kept: list[str]) -> _Pieces | None:
    """One piece of a sort against up to three of the other that are nearest to it in length."""
    fit: list[tuple[float, _Pieces]] = []
    for missing, several, others in ((True, lost, kept), (False, kept, lost)):
        for right in several:
            near = sorted(others, key=lambda piece: (abs(len(piece) - len(right)), piece))
            wrong = tuple(near[:_MOST_WRONG])
            if wrong and verify_even_answers([right], wrong).outcome is Outcome.KEPT:
                apart = sum(abs(len(piece) - len(right)) for piece in wrong) / len(wrong)
                fit.append((apart, _Pieces(right=right, wrong=wrong, missing=missing)))
    fit.sort(key=lambda each: (-len(each[1].wrong[:_SEVERAL]), not each[1].missing, each[0]))
    return fit[0][1] if fit else None


def _which_words(
    material: Material,
    group: QuoteGroup,
    member: QuoteMember,
    pieces: _Pieces,
    evidence: tuple[Cite, ...],
) -> Question:
    letter = _full_letter(group)
    right = in_marks(pieces.right)
    text = question_text("words_left_out" if pieces.missing else "words_kept")
    key = text.id_of(_joined(material, member.article, member.quote), member.article)
    where = f"{_lines(evidence, letter)} and {_lines(evidence, member.article)}"
    offered = material.shuffled(map(in_marks, (pieces.right, *pieces.wrong)), key)
    absent = (pieces.right,) if pieces.missing else pieces.wrong
    printed = pieces.wrong if pieces.missing else (pieces.right,)
    words = {
        "full": letter,
        "short": member.article,
        "speaker": text.phrase("speaker", name=group.speaker) if group.speaker else "",
        "where": where,
        "right": right,
        "absent": ", ".join(map(in_marks, absent)),
        "printed": ", ".join(map(in_marks, printed)),
    }
    return text.question(
        key,
        words,
        worth=0.9,
        evidence=evidence,
        checks=(
            *(AnswerCheck(article=letter, words=piece) for piece in (pieces.right, *pieces.wrong)),
            *(AnswerCheck(article=member.article, words=piece, there=False) for piece in absent),
            *(AnswerCheck(article=member.article, words=piece) for piece in printed),
        ),
        options=[
            Option(text=each, right=each == right, note=text.phrase("note", where=where))
            for each in offered
        ],
    )


def what_to_weigh(lost: list[str]) -> str:
    """What to weigh first among missing pieces: those with a word that turns a meaning."""
    told = (folded_text(piece).replace("as if", "").replace(",", "") for piece in lost)
    small = {word for piece in told for word in piece.split()}
    found = [word for word in _TURNING if word in small]
    words = " and ".join(in_marks(word) for word in found[:2])
    return question_text(_MEANING).phrase("weigh", words=words) if found else ""


def _does_it_matter(
    material: Material,
    group: QuoteGroup,
    member: QuoteMember,
    lost: list[str],
    evidence: tuple[Cite, ...],
) -> Question:
    letter = _full_letter(group)
    text = question_text(_MEANING)
    words = {
        "full": letter,
        "short": member.article,
        "long_version": with_full_stop(quotation_of(material, letter, group.fullest)),
        "short_version": with_full_stop(quotation_of(material, member.article, member.quote)),
        "absent": ", ".join(map(in_marks, lost)),
        "weigh": what_to_weigh(lost),
    }
    return text.question(
        text.id_of(_joined(material, member.article, member.quote), member.article, "meaning"),
        words,
        worth=0.8,
        evidence=evidence,
        checks=(
            AnswerCheck(article=letter, words=lost[0]),
            AnswerCheck(article=member.article, words=lost[0], there=False),
        ),
    )
