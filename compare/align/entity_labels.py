"""The labels an article gives to whom and what it names: titles, appositions, descriptions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from compare.english.titles import COURTESY
from compare.english.word_lists import sections, word_list
from compare.model.articles import Article
from compare.model.spans import Span
from compare.model.words import LabelForm
from compare.text.names import NameRun
from compare.text.titles import title_words
from compare.text.verbs import irregular_verbs, verb_table
from compare.text.words import words

_ROLES = word_list("roles")
_TITLES = title_words()
THINGS = word_list("group-words") | word_list("thing-words")
# Ordinals qualify a role: first mate.
_CLOSED = frozenset(w for group in sections("function-words").values() for w in group) - {"first"}
_SAID = word_list("plain-speech")
# Words of a title that make none by themselves.
_NO_TITLE = frozenset(["former", "first", "late", "acting", "deputy", "senior", "vice"])
# Base forms are left out: many are nouns as well, such as "campaign".
_VERBS = frozenset(
    word
    for word, readings in verb_table("reporting-verbs").items()
    if all(reading.shape != "base" for reading in readings)
) | frozenset(word for base, done in irregular_verbs().items() for word in (base, *done))
# Too many may be meant by these: they tie no description to a person.
_ANYBODY = frozenset(
    """
    man woman boy girl person friend official officials member leader source sources people owner
    family resident partner head reporter victim survivor critic opponent director
    """.split()
)
_APPOSITION = re.compile(
    r",\s+(?:\d{1,3},\s+)?((?:the|an?|its|his|her|their)\s+)?([^,.;:“”\"()—–―\n]{3,90})"
)
_CUT = re.compile(
    r"\s(?:whose|which|with|from|for|of|in|at|on|to|and|as|by|when|after|who|that|said|says|told"
    r"|is|was|has|had|will|would|near|outside|based|since)\b.*",
    re.DOTALL,
)
_LEAD_IN = re.compile(r"\b(the|an?|his|her|its|their)\s([^,.;:“”\"()\n]{3,60}),\s$", re.IGNORECASE)
_REPORTS = re.compile(r"\b(?:said|says|told|added|tweeted|wrote)\b")
_WORD_BEFORE = re.compile(r"([^\W\d_]+(?:[-’'][^\W\d_]+)*)[ \u00a0\n]$")
_DESCRIPTION = re.compile(r"\b(?:[Tt]he|[Tt]his)((?:\s[a-z]+(?:-[a-z]+)*){1,3})\b(?!-)")
_QUALIFYING = frozenset(["disgraced", "embattled", "retired", "acting", "ousted", "convicted"])
_OWNED = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er)\s((?:[a-z]+(?:[-’'][a-z]+)*\s){0,3}?)([a-z]+(?:-[a-z]+)*)\b(?![-’'])"
)
_FURTHEST = 5
# Marked words of up to this number are the article's own.
_SCARE_QUOTE = 3


@dataclass(frozen=True, slots=True)
class LabelUse:
    """One use of a label: its span and words, its form, and the titles and roles beside it.

    `whole` is the span with what stands in apposition.
    """

    span: Span
    text: str
    form: LabelForm
    titles: tuple[str, ...]
    whole: Span


def label_uses(article: Article, named: Sequence[Sequence[NameRun]]) -> list[list[LabelUse]]:
    """The uses of labels for each named entity, in text order, without those inside quotations.

    An entity is given as the places of its name.
    """
    quoted = _quoted(article)
    text = article.document.text
    asides = [aside.span for aside in article.asides]
    found: list[list[LabelUse]] = []
    for runs in named:
        own = [r for r in runs if not any(q.overlaps(r.span) for q in (*quoted, *asides))]
        found.append([_use(text, run) for run in own])
    for number, use in _descriptions(article, found, quoted):
        found[number].append(use)
    return [sorted(uses, key=lambda use: use.span) for uses in found]


def _quoted(article: Article) -> list[Span]:
    text = article.document.text
    marked = (span for quote in article.quotes for span in quote.marked)
    return [span for span in marked if len(words(text, span)) > _SCARE_QUOTE]


def _use(text: str, run: NameRun) -> LabelUse:
    start, titles = _before(text, run)
    end, after = _after(text, run)
    whole, ahead = _ahead(text, run, start)
    span = Span(start, run.span.end)
    if start < run.span.start:
        form = LabelForm.TITLED
    elif len(run.words) > 1:
        form = LabelForm.FULL
    else:
        word = run.words[0]
        form = LabelForm.INITIALS if word.isupper() and len(word) > 1 else LabelForm.SHORT
    label = " ".join(span.of(text).split())
    return LabelUse(span, label, form, (*ahead, *titles, *after), Span(whole, end))


def _before(text: str, run: NameRun) -> tuple[int, list[str]]:
    """Where titles and roles before the name begin, with the words that qualify them."""
    at, start, words_before = run.span.start, run.span.start, 0
    if run.words[-1].lower() in THINGS:
        return start, []
    while words_before < _FURTHEST:
        found = _WORD_BEFORE.search(text, max(0, at - 40), at) or _abbreviated(text, at)
        if found is None:
            break
        word = found.group(1)
        low = word.lower().rstrip(".")
        if _ends_title(low):
            break
        at = found.start(1)
        words_before += 1
        if (low in _ROLES or low in _TITLES) and low not in _NO_TITLE:
            start = at
        elif start == run.span.start and word[0].islower():
            # A plain word right before the name belongs to it only with a role further left.
            break
    if start == run.span.start:
        return start, []
    if text[start : run.span.start].strip().lower().rstrip(".") in COURTESY:
        return start, []
    start = _qualified(text, start)
    return start, [" ".join(text[start : run.span.start].split())]


def _ahead(text: str, run: NameRun, start: int) -> tuple[int, list[str]]:
    """Where "the interior minister, ..." begins before the name, and the words of the role."""
    found = _LEAD_IN.search(text, max(0, start - 70), start)
    if found is None or text[run.span.end : run.span.end + 1] not in ",.":
        return start, []
    head = found.group(2)
    if head.split()[-1].lower() not in _ROLES or not _is_kind(head, found.group(1)):
        return start, []
    return found.start(), [head]


def _abbreviated(text: str, at: int) -> re.Match[str] | None:
    """A title with a full stop: Gov., Sgt."""
    found = re.compile(r"\b([A-Z][a-z]{0,5}\.)[ \u00a0]$").search(text, max(0, at - 10), at)
    return found if found and found.group(1).lower().rstrip(".") in _TITLES else None


def _qualified(text: str, start: int) -> int:
    """Up to three words before the role that qualify it: former national security adviser."""
    for _ in range(3):
        found = _WORD_BEFORE.search(text, max(0, start - 40), start)
        low = found.group(1).lower() if found else ""
        if found is None or _ends_title(low):
            break
        start = found.start(1)
    return start


def _ends_title(low: str) -> bool:
    """True for a word that cannot be part of a title before a name."""
    owner = low.endswith(("'s", "’s"))
    return owner or low in _CLOSED or low in _SAID or _is_verb(low)


def _is_verb(low: str) -> bool:
    return low in _VERBS or (low.endswith(("ed", "ing")) and low not in _QUALIFYING)


def _after(text: str, run: NameRun) -> tuple[int, list[str]]:
    """Where an apposition after the name ends, when its head is a role or a kind of thing."""
    end = run.span.end
    found = _APPOSITION.match(text, end)
    if found is None or run.possessive:
        return end, []
    if _REPORTS.search(text, end, found.end() + 1):
        return end, []
    head = _CUT.sub("", found.group(2)).strip()
    return (found.start(2) + len(head), [head]) if _is_kind(head, found.group(1)) else (end, [])


def _is_kind(head: str, article: str | None) -> bool:
    """True for a role, or with an article for a kind of thing in plain lower case."""
    said = head.split()
    if not said or len(said) > 5 or any(w.lower() in _SAID or w[0].isdigit() for w in said):
        return False
    if any(w.lower() in _CLOSED for w in said) or _is_verb(said[0].lower()):
        return False
    last = said[-1].lower()
    if last in _ROLES and last not in THINGS:
        return last not in _ANYBODY
    return last in THINGS and article is not None and head.islower()


def _descriptions(
    article: Article, uses: Sequence[Sequence[LabelUse]], quoted: Sequence[Span]
) -> Iterator[tuple[int, LabelUse]]:
    """Labels without a name: "the mate" where one entity alone is called a mate."""
    owner = _owners(uses)
    text = article.document.text
    taken = [use.whole for group in uses for use in group]
    firsts = [min((u.span.start for u in group), default=len(text)) for group in uses]
    for sentence in article.sentences:
        if not sentence.in_story:
            continue
        for span, number in _described(text, sentence.span, owner):
            if span.start < firsts[number] or _names_follow(text, span.end):
                continue
            if not any(span.overlaps(other) for other in (*taken, *quoted)):
                label = " ".join(span.of(text).split())
                yield number, LabelUse(span, label, LabelForm.DESCRIPTION, (), span)


def _described(text: str, sentence: Span, owner: Mapping[str, int]) -> Iterator[tuple[Span, int]]:
    """Every "the ..." whose last word is a role or kind of just one entity, with the entity."""
    for match in _DESCRIPTION.finditer(text, sentence.start, sentence.end):
        ends = [m for m in re.finditer(r"\S+", match.group(1)) if m.group() in owner]
        if ends:
            end = match.start(1) + ends[-1].end()
            yield Span(match.start(), end), owner[ends[-1].group()]


def description_at(article: Article, sentence: Span, roles: Collection[str]) -> LabelUse | None:
    """The only label of a sentence that is one of the roles without a name: "The ferry's mate"."""
    text = article.document.text
    quoted = _quoted(article)
    found = []
    for match in _OWNED.finditer(text, sentence.start, sentence.end):
        span = Span(match.start(), match.end(2))
        if match.group(2) in roles and not any(q.overlaps(span) for q in quoted):
            found.append(span)
    if len(found) != 1 or _names_follow(text, found[0].end):
        return None
    label = " ".join(found[0].of(text).split())
    return LabelUse(found[0], label, LabelForm.DESCRIPTION, (), found[0])


def _names_follow(text: str, at: int) -> bool:
    return bool(re.match(r"\s(?:[A-Z]|of\b)", text[at : at + 4]))


def _owners(uses: Sequence[Sequence[LabelUse]]) -> dict[str, int]:
    """For each role or kind that just one entity of the article has, that entity."""
    have: Counter[str] = Counter()
    of: dict[str, int] = {}
    for number, group in enumerate(uses):
        heads = {title.split()[-1].lower() for use in group for title in use.titles}
        for head in sorted(heads & (_ROLES | THINGS) - _ANYBODY):
            have[head] += 1
            of[head] = number
    return {head: number for head, number in of.items() if have[head] == 1}
