"""A label for each fact: the clearest wording some article has for it."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from compare.align.fact_core import Core, distinctive_cores, weight_of
from compare.align.groups import Group
from compare.align.mentions import runs_of
from compare.align.statements import is_statement, pieces_of, statement_ends, statement_starts
from compare.align.story import Story
from compare.english.word_lists import word_list
from compare.model.articles import Article
from compare.model.spans import Span
from compare.signals.views import fact_stems
from compare.text.quotation_marks import DOUBLE, any_of
from compare.text.words import folded_word_texts

_LONGEST = 140
_SHORTEST = 25
_SHORTEST_PART = 18
# What each character and each flaw costs against a full share of the fact's own words.
_PER_CHARACTER, _PER_CHARACTER_MORE, _ROOM = 0.0025, 0.005, 100
_FLAW = 0.25
# How many flaws it is to be no whole statement.
_NO_STATEMENT = 4
# How many flaws it is to leave out the figure that most statements of the fact hold.
_NO_FIGURE = 3
_COUNTS = word_list("counts-and-days")
# What it is worth that the articles bear a line out, on average and the one that does so least.
_MEAN_BORNE, _LEAST_BORNE = 0.6, 0.4
# Lines are alike when one has so large a part of the words of the shorter; so many of the best
# lines are tried for one that is not like another label.
_SAME_LABEL, _TRIED = 0.8, 6
# A line must hold so large a part of the statements that it is to stand for.
_MOSTLY = 0.6
# And so large a part of a line must be of these statements: the rest is another fact's.
_OWN = 0.7
_UNCLEAR = re.compile(
    r"[‘“\"']?(?:he|she|it|they|this|that|these|those|his|her|its|their|but|and|also|so"
    r"|meanwhile|i|we|you|our|my)\b",
    re.IGNORECASE,
)
_POINTING = re.compile(r"\b(?:he|she|they|him|her|his|them|their|its)\b", re.IGNORECASE)
_NAME = re.compile(r"\b[A-Z]\w")
_OPENING_MARK = re.compile(r"(?<![^\s(\[—–―-])\"(?=\S)")
_QUOTED = re.compile(rf"[{any_of(DOUBLE)}]|‘.*|\B'\w")


def fact_labels(story: Story, cores: Mapping[Group, Core]) -> dict[Group, str]:
    """Return a short line for each group, no two alike where its sentences allow it.

    Best is what carries most of the words that are this fact's own and what all articles of the
    group bear out, in few characters: a line with a verb that neither opens with a word that needs
    the sentence before it nor stands in quotation marks.
    """
    used: set[str] = set()
    holders: dict[str, set[frozenset[str]]] = {}
    found: dict[Group, str] = {}
    for group, own in distinctive_cores(cores).items():
        ranked = _ranked(story, group, own)
        fresh = (line for line in ranked[:_TRIED] if not _repeats(line, holders))
        label = next(fresh, None) or next((x for x in ranked if x not in used), ranked[0])
        used.add(label)
        stems = fact_stems(label)
        for stem in stems:
            holders.setdefault(stem, set()).add(stems)
        found[group] = label
    return found


def shown_label(story: Story, group: Group, label: str) -> str:
    """Return the label of a group as it is shown: a whole sentence only where all of it is meant.

    `label` is the one that its marks are held against. A sentence of which no part can be read by
    itself may tell what other facts tell; of it only the part that the group is about is shown.
    """
    runs = runs_of(story, group)
    if any(_lines(story, run) for run in runs):
        return label
    whole = next((run for run in runs if _tidy(_whole_sentence(story, run)) == label), runs[0])
    return _tidy(_own_line(story, whole))


def _repeats(line: str, holders: Mapping[str, Collection[frozenset[str]]]) -> bool:
    """True for a line that says nearly all that another label says, or the other way round.

    `holders` has for each stem the stems of every label that holds it.
    """
    stems = fact_stems(line)
    shared = Counter(other for stem in stems for other in holders.get(stem, ()))
    return any(
        count >= _SAME_LABEL * min(len(stems), len(other)) for other, count in shared.items()
    )


def _ranked(story: Story, group: Group, own: Core) -> list[str]:
    """The lines of the group's sentences, the clearest first."""
    whole = math.fsum(own.values()) or 1.0
    told = _told_by_article(story, group)
    numbers = [_numbers(each) for each in told]
    counted = _mostly_counted(story, group)

    def worth(line: str) -> tuple[float, int, str]:
        stems = fact_stems(line)
        carried = weight_of(stems, own) / whole
        cost = _length_cost(len(line)) + _FLAW * (_flaws(line) + _is_disputed(stems, numbers))
        cost += _FLAW * _NO_FIGURE if counted and not _has_number(line) else 0.0
        return (cost - carried - _borne_out(story, stems, told), len(line), line)

    runs = runs_of(story, group)
    lines = {line for run in runs for line in _lines(story, run)}
    otherwise = _own_line if len(told) == 1 else _whole_sentence
    lines = lines or {otherwise(story, run) for run in runs}
    return [_tidy(line) for line in sorted(lines, key=worth)]


def _told_by_article(story: Story, group: Group) -> list[frozenset[str]]:
    """What each article of the group says in the sentences of the fact, as stems."""
    told: dict[int, frozenset[str]] = {}
    for number in group:
        statement = story.statements[number]
        stems = story.sentences[statement.sentence].content
        document = statement.view.document
        told[document] = told.get(document, frozenset()) | stems
    return list(told.values())


def _borne_out(story: Story, stems: Collection[str], told: Sequence[Collection[str]]) -> float:
    """How far the articles say what a line says, 0..1: the mean and the least of them."""
    if len(told) < 2:
        return 0.0
    rarity = story.rarity
    whole = rarity.of(stems)
    if not whole:
        return 0.0
    shares = [rarity.of([stem for stem in stems if stem in each]) / whole for each in told]
    return _MEAN_BORNE * math.fsum(shares) / len(shares) + _LEAST_BORNE * min(shares)


def _is_disputed(stems: Iterable[str], numbers_told: Sequence[frozenset[str]]) -> bool:
    """True for a line with a number where another article has only other numbers."""
    numbers = _numbers(stems)
    return bool(numbers) and any(each and not numbers <= each for each in numbers_told)


def _mostly_counted(story: Story, group: Group) -> bool:
    """True when the statements of most articles of the group hold a figure, days left out."""
    holding = {story.document(n) for n in group if story.statements[n].view.figures}
    return len(holding) > len({story.document(n) for n in group}) / 2 and len(holding) > 1


@lru_cache(maxsize=8192)
def _has_number(line: str) -> bool:
    return any(
        word[0].isdigit() or (word in _COUNTS and not word.endswith("day"))
        for word in folded_word_texts(line)
    )


def _numbers(stems: Iterable[str]) -> frozenset[str]:
    return frozenset(s for s in stems if not s.isalpha() and any(c.isdigit() for c in s))


def _length_cost(length: int) -> float:
    return _PER_CHARACTER * length + _PER_CHARACTER_MORE * max(0, length - _ROOM)


@lru_cache(maxsize=8192)
def _flaws(line: str) -> int:
    """What a reader stumbles over: open pronouns, quotation marks, a cut, no whole statement."""
    unclear = 2 * (_UNCLEAR.match(line) is not None) + _points_back(line)
    cut = len(line) > _LONGEST
    stump = 0 if is_statement(line) else _NO_STATEMENT
    return unclear + (_QUOTED.search(line) is not None) + cut + stump


def _points_back(line: str) -> bool:
    """True for a pronoun with no name before it in the line."""
    found = _POINTING.search(line)
    return found is not None and _NAME.search(line, 1, found.start()) is None


def _lines(story: Story, run: Sequence[int]) -> Sequence[str]:
    """The statements, and what can be cut from their sentence at the ends of clauses and be read.

    Only lines that hold most of the statements, and little besides, are looked at.
    """
    text = story.articles[story.document(run[0])].document.text
    stated = _stated(story, run)
    return [_line(text, cut) for cut in _cut_lines(text, _body(story, run), stated, _OWN)]


def _whole_sentence(story: Story, run: Sequence[int]) -> str:
    text = story.articles[story.document(run[0])].document.text
    return _line(text, _body(story, run))


def _own_line(story: Story, run: Sequence[int]) -> str:
    """A line for what one article alone has, where the rest of its sentence is in other facts.

    It is the shortest part of the sentence that can be read and holds most of the statements, or
    else their own words, with dots for what stands before them.
    """
    text = story.articles[story.document(run[0])].document.text
    body, stated = _body(story, run), _stated(story, run)
    found = [cut for cut in _cut_lines(text, body, stated, 0.0) if len(cut.of(text)) <= _LONGEST]
    if found:
        return _line(text, min(found, key=lambda cut: (cut.end - cut.start, cut)))
    return ("… " if stated.start > body.start else "") + _line(text, stated)


def _line(text: str, part: Span) -> str:
    return " ".join(part.of(text).split())


def _body(story: Story, run: Sequence[int]) -> Span:
    article = story.articles[story.document(run[0])]
    return _without_asides(article, story.sentence_of(run[0]).span)


def _stated(story: Story, run: Sequence[int]) -> Span:
    """The statements without the asides at the ends of their sentence."""
    body = _body(story, run)
    first, last = (story.statements[run[end]].span for end in (0, -1))
    if last.end <= body.start:
        return body
    return Span(max(body.start, first.start), min(body.end, last.end))


@lru_cache(maxsize=8192)
def _cut_lines(text: str, body: Span, stated: Span, own: float) -> list[Span]:
    """The readable parts of a sentence with most of `stated`, of which it is so large a part."""
    first, last = _cuts(text, body)
    least = _MOSTLY * (stated.end - stated.start)
    return [
        Span(start, end)
        for start in first
        for end in last
        if end - start >= (_SHORTEST if start == body.start else _SHORTEST_PART)
        and min(end, stated.end) - max(start, stated.start) >= max(least, own * (end - start))
    ]


@lru_cache(maxsize=8192)
def _cuts(text: str, body: Span) -> tuple[list[int], list[int]]:
    """Where a line may begin and where it may end."""
    return statement_starts(text, body), statement_ends(text, body, pieces_of(text, body))


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
    """Cut at a word when it is very long, with both marks of a quotation that is cut in two."""
    line = line.strip(" ,;:—–―-")
    for opening, closing in (("(", ")"), ("[", "]")):
        if line.count(opening) != line.count(closing):
            line = line.replace(opening, "").replace(closing, "")
    if line.startswith("‘") and line.count("‘") > line.count("’"):
        line = line[1:]
    if len(line) > _LONGEST:
        line = line[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:—–―-") + " …"
    if line.endswith(".") and not line.endswith("..") and not re.search(r"\b\w\.\w?\.?$", line):
        line = line[:-1]
    line = _with_both_marks(line)
    return line[:1].upper() + line[1:] if line else "…"


def _with_both_marks(line: str) -> str:
    """The line with the mark that a cut left behind: “We are asking” for “We are asking."""
    if "„" in line:
        return line  # there “ closes
    if line.count("“") == line.count("”") + 1:
        return f"{line}”" if line.rfind("“") > line.rfind("”") else line.replace("“", "", 1)
    if line.count("”") == line.count("“") + 1:
        return f"“{line}" if line.find("”") < (line.find("“") % (len(line) + 1)) else line
    if line.count('"') % 2:
        at = line.rfind('"')
        if _OPENING_MARK.match(line, at):
            return f'{line}"'
        # Behind a digit it may count inches.
        return line if line[at - 1].isdigit() else f'"{line}'
    return line
