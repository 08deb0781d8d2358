"""A label for each fact: the clearest wording some article has for it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from compare.align.core import Core, clauses, own_core, weight_of
from compare.align.groups import Group
from compare.align.statements import ends, is_statement, starts
from compare.align.story import Story
from compare.model.articles import Article
from compare.model.spans import Span
from compare.signals.views import content_of

_LONGEST = 140
_SHORTEST = 25
_SHORTEST_PART = 18
# What each character and each flaw costs against a full share of the fact's own words.
_PER_CHARACTER, _PER_CHARACTER_MORE, _ROOM = 0.0025, 0.005, 100
_FLAW = 0.25
_UNCLEAR = re.compile(
    r"[‘“\"']?(?:he|she|it|they|this|that|these|those|his|her|its|their|but|and|also|so"
    r"|meanwhile|i|we|you|our|my)\b",
    re.IGNORECASE,
)
_POINTING = re.compile(r"\b(?:he|she|they|him|her|his|them|their|its)\b", re.IGNORECASE)
_NAME = re.compile(r"\b[A-Z]\w")
_QUOTED = re.compile(r"[\"“”«»]|‘.*|\B'\w")


def labels(story: Story, cores: Mapping[Group, Core]) -> dict[Group, str]:
    """A short line for each group, no two alike where its sentences allow it.

    Best is what carries most of the words that are this fact's own in few characters, has a verb,
    neither opens with a word that needs the sentence before it nor stands in quotation marks.
    """
    used: set[str] = set()
    found: dict[Group, str] = {}
    for group, own in own_core(cores).items():
        ranked = _ranked(story, group, own)
        label = next((line for line in ranked if line not in used), ranked[0])
        used.add(label)
        found[group] = label
    return found


def _ranked(story: Story, group: Group, own: Core) -> list[str]:
    """The lines of the group's sentences, the clearest first."""
    whole = sum(own.values()) or 1.0

    def worth(line: str) -> tuple[float, int, str]:
        carried = weight_of(content_of(line), own) / whole
        cost = _length_cost(len(line)) + _FLAW * _flaws(line)
        return (cost - carried, len(line), line)

    lines = {line for number in group for line in _lines(story, number)}
    return [_tidy(line) for line in sorted(lines, key=worth)]


def _length_cost(length: int) -> float:
    return _PER_CHARACTER * length + _PER_CHARACTER_MORE * max(0, length - _ROOM)


def _flaws(line: str) -> int:
    """What a reader stumbles over: open pronouns, quotation marks, a cut, no whole statement."""
    unclear = 2 * (_UNCLEAR.match(line) is not None) + _points_back(line)
    cut = len(line) > _LONGEST
    return unclear + (_QUOTED.search(line) is not None) + cut + 3 * (not is_statement(line))


def _points_back(line: str) -> bool:
    """True for a pronoun with no name before it in the line."""
    found = _POINTING.search(line)
    return found is not None and _NAME.search(line, 1, found.start()) is None


def _lines(story: Story, number: int) -> Sequence[str]:
    """The sentence, and what can be cut from it at the ends of clauses and still be read."""
    view = story.sentences[number].view
    article = story.articles[view.document]
    text = article.document.text
    body = _without_asides(article, article.sentences[view.index].span)
    stops = ends(text, body, clauses(text, body))
    found = [
        " ".join(text[start:end].split())
        for start in starts(text, body)
        for end in stops
        if end - start >= (_SHORTEST if start == body.start else _SHORTEST_PART)
    ]
    return found or [" ".join(body.of(text).split())]


def _without_asides(article: Article, sentence: Span) -> Span:
    """The sentence without an aside that opens it, such as a dateline, up to the next aside."""
    text, start, end = article.document.text, sentence.start, sentence.end
    for aside in sorted(a.span for a in article.asides if a.span.overlaps(sentence)):
        if text[start : aside.start].strip():
            end = aside.start
            break
        start = max(start, aside.end)
    left = text[start:end]
    if not left.strip():
        return sentence
    start += len(left) - len(left.lstrip())
    return Span(start, start + len(left.strip()))


def _tidy(line: str) -> str:
    """Without marks that stay open at the ends, and cut at a word when it is very long."""
    line = line.strip(" ,;:—–-")
    for opening, closing in (("“", "”"), ("(", ")"), ("[", "]")):
        if line.count(opening) != line.count(closing):
            line = line.replace(opening, "").replace(closing, "")
    if line.count('"') % 2:
        line = line.replace('"', "")
    if line.startswith("‘") and line.count("‘") > line.count("’"):
        line = line[1:]
    if len(line) > _LONGEST:
        line = line[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:—–-") + " …"
    if line.endswith(".") and not line.endswith("..") and not re.search(r"\b\w\.\w?\.?$", line):
        line = line[:-1]
    return line[:1].upper() + line[1:] if line else "…"
