"""Whose words stand in quotation marks in an article: a whole list where that is sure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.model.articles import Article
from compare.model.quotes import Quote, QuoteKind
from compare.model.spans import Span
from compare.teach.material import Material, whole_word
from compare.teach.question import AnswerCheck, Question, list_of
from compare.teach.questions.texts import question_text
from compare.text.fold import folded_text

_SURE = 0.9
_FEWEST = 2
_PRONOUNS = frozenset("he she they it who".split())
_POINTING = _PRONOUNS | frozenset("them him her which that one".split())
# Marks that open speech; a straight one at the start of a word.
_OPENED = re.compile(r"[“„«]|(?<![\w’'])[\"‘](?=\w)|(?<![\w’'])'(?=[A-Z])")
_NEAR = 2
_MOST_WORDS = 5
_REACH = 16
_LED_IN = re.compile(
    r"\b(?:the|an?|in|of|at|on|to|from|by|for|near|off) (?:the )?\Z", re.IGNORECASE
)
_OWNS = re.compile(r"['’]s?\b")
_NAMED = re.compile(r"[A-Z][\w’'-]*(?: (?:[a-z]{1,3} )?[A-Z][\w’'.-]*)*")


def missing_voice(material: Material) -> Iterator[Question]:
    """Whose voice would you add? Open; the key lists all who are heard, where that is sure."""
    for letter in material.letters:
        voices = list(_voices(material, letter))
        sure = _each_once(voices)
        if len(sure) < _FEWEST:
            continue
        whole = all(name and line for name, line in voices) and _all_marked(material, letter)
        told = list_of(f"{name} ({line})" for name, line in sure.items())
        text = question_text("all_voices" if whole else "some_voices")
        yield text.question(
            text.id_of(letter, "voice"),
            {"letter": letter, "voices": told},
            worth=0.3,
            checks=[AnswerCheck(article=letter, words=name) for name in sure],
        )


def _each_once(voices: list[tuple[str, str]]) -> dict[str, str]:
    """Each name with its first line; a family name alone is not told beside the full one."""
    found: dict[str, str] = {}
    for name, line in voices:
        if name and not any(folded_text(name).endswith(folded_text(other)) for other in found):
            shorter = [
                other for other in found if folded_text(other).split()[-1] == folded_text(name)
            ]
            if not shorter:
                found[name] = line
    return found


def _voices(material: Material, letter: str) -> Iterator[tuple[str, str]]:
    """Who says each quotation in marks, and the line that says so; empty where that is not sure."""
    known = set(material.quotes(letter))
    for quote in material.c.article(letter).quotes:
        if quote.kind is QuoteKind.INDIRECT:
            continue
        yield _sure_speaker(material, letter, quote) if quote in known else ("", "")


def _sure_speaker(material: Material, letter: str, quote: Quote) -> tuple[str, str]:
    speaker, where = quote.speaker, quote.speaker_span
    if speaker is None or where is None or quote.confidence < _SURE or "contested" in quote.flags:
        return "", ""
    beside = material.sentence_at(letter, where)
    said = material.sentence_at(letter, quote.parts[0])
    if beside is None or said is None or beside.paragraph != said.paragraph:
        return "", ""
    printed = material.words(letter, where)
    if folded_text(printed) in _PRONOUNS:
        return _by_pronoun(material, letter, quote, speaker.name)
    name = _name(printed, speaker.name)
    return (name, material.line(beside.id)) if name else ("", "")


def _name(printed: str, name: str) -> str:
    """The name as printed, or the words for somebody without one; empty for anything else."""
    if len(printed.split()) > _MOST_WORDS * 2 or "Outlet" in printed:
        return ""
    last = name.split()[-1]
    if name[:1].isupper():
        shown = name if folded_text(name) in folded_text(printed) else last
        clean = _NAMED.fullmatch(shown) and whole_word(shown, folded_text(printed))
        return shown if clean and len(shown.split()) <= _MOST_WORDS else ""
    described = len(printed.split()) > 1 and not _POINTING & set(folded_text(printed).split())
    article = printed.split()[0].lower() in ("a", "an", "the", "one")
    return printed if article and described and folded_text(name) in folded_text(printed) else ""


def _by_pronoun(material: Material, letter: str, quote: Quote, name: str) -> tuple[str, str]:
    """The person that "he" or "she" is: the only one named just before the words, or nobody."""
    article = material.c.article(letter)
    said = material.sentence_at(letter, quote.parts[0])
    if said is None:
        return "", ""
    for back in (0, 1):
        paragraph = article.paragraphs[max(0, said.paragraph - back)]
        named = {
            run.text.split()[-1]: run.span
            for run in article.names
            if paragraph.span.start <= run.span.start < min(paragraph.span.end, said.span.end)
            and _acts(article, run.span)
        }
        if named:
            last = name.split()[-1]
            sentence = material.sentence_at(letter, named[last]) if set(named) == {last} else None
            line = material.line(sentence.id) if sentence else ""
            return (last, line) if line and _NAMED.fullmatch(last) else ("", "")
    return "", ""


def _acts(article: Article, name: Span) -> bool:
    """False for a name in a quotation, after a preposition or an article, or before a noun."""
    before = article.document.text[max(0, name.start - _REACH) : name.start]
    after = article.document.text[name.end : name.end + _REACH]
    spoken = any(part.start <= name.start < part.end for q in article.quotes for part in q.parts)
    return not spoken and _LED_IN.search(before) is None and _OWNS.match(after) is None


def _all_marked(material: Material, letter: str) -> bool:
    """True when every mark that opens speech opens words that the program gives to somebody."""
    article = material.c.article(letter)
    known = [span for q in article.quotes for span in (*q.parts, *q.marked)]
    return all(
        any(span.start - _NEAR <= at <= span.end for span in known)
        for sentence in article.sentences
        if sentence.in_story
        for match in _OPENED.finditer(sentence.span.of(article.document.text))
        if (at := sentence.span.start + match.start()) >= 0
    )
