"""A label for each fact: the clearest wording some article has for it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from compare.align.core import Core, clauses, weight_of
from compare.align.groups import Group
from compare.align.story import Story
from compare.model.articles import Article
from compare.model.spans import Span
from compare.signals.views import PLAIN_SPEECH, content_of
from compare.text.fold import folded
from compare.text.verbs import has_verb
from compare.text.words import words

_LONGEST = 140
_SHORTEST = 25
# What each character and each flaw costs against a full share of the fact's own words.
_PER_CHARACTER = 0.004
_FLAW = 0.25
_UNCLEAR = re.compile(
    r"[‘“\"']?(?:he|she|it|they|this|that|these|those|his|her|its|their|there|but|and|also|so"
    r"|meanwhile|i|we|you|our|my)\b",
    re.IGNORECASE,
)
# An opening that only sets the scene, up to its comma, leaves out what happened.
_SCENE = re.compile(
    r"(?:as|when|while|after|before|because|although|though|if|since|once|until|asked|speaking"
    r"|in|on|at|during|according|despite|following|with|for|by|from)\b[^,]*",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“”«»]|‘.*|\B'\w")


def labels(story: Story, cores: Mapping[Group, Core]) -> dict[Group, str]:
    """A short line for each group, no two alike where its sentences allow it.

    Best is what carries most of the words that are this fact's own in few characters, has a verb,
    neither opens with a word that needs the sentence before it nor stands in quotation marks.
    """
    holders = Counter(stem for of in cores.values() for stem in of)
    used: set[str] = set()
    found: dict[Group, str] = {}
    for group, of in cores.items():
        own = {stem: weight / holders[stem] for stem, weight in of.items()}
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
        cost = _PER_CHARACTER * len(line) + _FLAW * _flaws(line)
        return (cost - carried, len(line), line)

    lines = {line for number in group for line in _lines(story, number)}
    return [_tidy(line) for line in sorted(lines, key=worth)]


def _flaws(line: str) -> int:
    lowered = [folded(span.of(line)) for span in words(line)]
    unclear, quoted = _UNCLEAR.match(line) is not None, _QUOTED.search(line) is not None
    # "Ada Roe said in a statement" tells who spoke, not what was said.
    telling = [word for word in lowered if word not in PLAIN_SPEECH]
    incomplete = (
        not has_verb(telling)
        or _SCENE.fullmatch(line) is not None
        or lowered[-1] in PLAIN_SPEECH
        or ("that" in lowered and not has_verb(_after(lowered, "that")))
    )
    return unclear + quoted + line[:1].islower() + 2 * incomplete


def _after(lowered: Sequence[str], word: str) -> Sequence[str]:
    """The words from the last place of `word` on."""
    return lowered[len(lowered) - 1 - lowered[::-1].index(word) :]


def _lines(story: Story, number: int) -> Sequence[str]:
    """The sentence, and its openings up to the end of each clause that leave enough to read."""
    view = story.sentences[number].view
    article = story.articles[view.document]
    text = article.document.text
    body = _without_asides(article, article.sentences[view.index].span)
    start = body.start
    ends = [piece.end for piece in clauses(text, body)]
    openings = [" ".join(text[start:end].split()) for end in ends if end - start >= _SHORTEST]
    return openings or [" ".join(body.of(text).split())]


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
