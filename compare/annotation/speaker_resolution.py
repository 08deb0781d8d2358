"""From the words that name a speaker to the fullest name the article has for them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass

from compare.annotation import grammar, phrases
from compare.annotation.lines import Line
from compare.annotation.people import People, Person
from compare.annotation.speech_sources import is_source
from compare.english.word_lists import word_list
from compare.model.spans import Span
from compare.text.names import NameRun

_HE = frozenset(["he", "him", "his", "himself"])
_SHE = frozenset(["she", "her", "hers", "herself"])
_THEY = frozenset(["they", "them", "both", "the two"])
_PREPOSITIONS = frozenset(
    """
    of for at from with to in on by about under against behind near as including like
    """.split()
)
_ANONYMOUS = word_list("anonymous-words")
_HIDDEN = re.compile(
    r"anonym|not (?:to be )?(?:named|identified)|familiar with|close to|condition of|briefed on"
    r"|knowledge of",
    re.IGNORECASE,
)
_KIN = {parts[0]: frozenset(parts[1:]) for parts in
        (entry.split("/") for entry in word_list("role-kin"))}  # fmt: skip
_WRITTEN = frozenset(
    ["statement", "letter", "tweet", "post", "email", "e-mail", "message", "note", "memo"]
)
_LOOSE_ROLES = frozenset(
    """
    republican democrat conservative liberal candidate former mr mrs ms dr leader member
    """.split()
)
_INDEFINITE = frozenset(
    "a an one another some several many two three four other senior current".split()
)
_AFTER_HEAD = frozenset("who that which close familiar briefed involved working".split())
_REACH = 9
_COUPLE = re.compile(r"(?:Mr|Dr)\.? and (?:Mrs|Ms|Dr)\b")
_LEADING = re.compile(
    r"^(?:according to|since then|meanwhile|later|earlier|nothing in|taken together)[, ]+(?=\w)",
    re.IGNORECASE,
)
# "The hospital treated 11 people": a verb and its object have slipped in behind the noun.
_CLAUSE = re.compile(
    r"(?<=[a-z]) (?:[a-z]+(?:ed|[^su]s)) (?:the|an?|his|her|its|their|him|them|any|\d+)\b.*$"
)
_TRAILING = re.compile(r" (?:seen|obtained|reviewed|published|released|issued|dated(?: .*)?)$")
_DATED = re.compile(
    r"^((?:the|an?) )?(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:19|20)\d\d) (?=[a-z])"
)
# "The Attorney General's Office": whose it is belongs to the name.
_OWNED = re.compile(r"[^\W\d_][’']s?[ \u00a0]$")
# Those whom a report is about; they stand before names as roles do.
_TOLD_OF = frozenset(
    "suspect teenager youth defendant gunman attacker driver killer convict hostage".split()
)
# A preposition with a noun before it, up to a role in small letters at the end.
_ROLE_GOVERNED = re.compile(
    r"[a-z] (?:of|for|to|against|with|by|near|about) (?:[a-z][\w-]* )*(?P<role>[a-z][\w-]*)\s+\Z"
)
_FULL_STOP = re.compile(r"[\s.,;:]+$")


@dataclass(frozen=True, slots=True)
class ResolvedSpeaker:
    """The name found for a speaker, by what it was found, and the person if it is one."""

    name: str
    how: str
    person: Person | None = None
    anonymous: bool = False


class Resolver:
    """Resolves the speakers of one article in text order, remembering who spoke last."""

    def __init__(self, text: str, lines: Sequence[Line], people: People) -> None:
        self.text, self.lines, self.people = text, lines, people
        self._spoke: list[tuple[int, ResolvedSpeaker]] = []
        self._line_starts = [line.start for line in lines]

    def is_source(self, span: Span, line: Line, *, told: bool) -> bool:
        """True when the words in `span` can stand for somebody who speaks, see `sources`."""
        at = bisect_right(self._line_starts, span.start) - 1
        own = self.lines[at] if at >= 0 else line
        tokens = [t for t in own.tokens if span.start <= t.start < span.end]
        return is_source(tokens, named=own.capitals or bool(self._heads(span)), told=told)

    def resolve(self, span: Span, line: Line) -> ResolvedSpeaker:
        """The name for the words in `span`; they are the name themselves when nothing is found."""
        found = self._resolve(span, line)
        if found.person:
            found.person.sure = True
        insort(self._spoke, (span.start, found), key=_start)
        return found

    def _resolve(self, span: Span, line: Line) -> ResolvedSpeaker:
        words = [w.lower() for w in re.findall(r"[^\W_]+(?:[-’'][^\W_]+)*", span.of(self.text))]
        if len(words) == 1 and words[0] in _HE | _SHE:
            return self._pronoun(span, line, "man" if words[0] in _HE else "woman")
        if len(words) == 1 and words[0] in ("it", "they", "both", "we", "i"):
            return self._body(span, words[0])
        if words and words[0] in ("his", "her") and not self.people.inside(span):
            return self._described(span, words)
        return self._named(span, words) or self._described(span, words)

    def _named(self, span: Span, words: list[str]) -> ResolvedSpeaker | None:
        """The person or body that heads the phrase."""
        if _COUPLE.match(span.of(self.text)):
            return ResolvedSpeaker(self._plain(span), "name")
        heads = self._heads(span)
        persons = [person for _, person in heads if person]
        if len(persons) > 1 and " and " in span.of(self.text):
            distinct = list({id(p): p for p in persons}.values())
            if len(distinct) > 1 and all(p.sure or len(p.words) > 1 for p in distinct):
                return ResolvedSpeaker(" and ".join(p.name for p in distinct), "name")
        if not heads:
            return None
        run, person = next(((r, p) for r, p in heads if p and p.sure), heads[-1])
        tail = self._tail(run, span)
        if not person and _OWNED.search(self.text, span.start, run.whole.start):
            return ResolvedSpeaker(self._plain(span), "name")
        if tail and tail.split(" ")[-1] in grammar.ROLE:
            return None
        if person and not tail:
            how = "name" if run.words == person.words else "alias"
            return ResolvedSpeaker(person.name, how, person)
        if tail and _is_anonymous(words, self._around(span)):
            return ResolvedSpeaker(self._plain(span), "description", None, True)
        return ResolvedSpeaker(self._plain(span) if tail else " ".join(run.words), "name")

    def _heads(self, span: Span) -> list[tuple[NameRun, Person | None]]:
        """The names of a phrase that no preposition governs and that own nothing."""
        found = []
        for run, person in self.people.inside(span):
            before = self.text[span.start : max(span.start, run.whole.start)]
            if not before.rstrip().endswith(","):
                before = re.sub(r"(?:\b[A-Z][\w.’'-]*[^\w,]+|the |an? )+$", "", before)
            lead = re.search(r"([^\W\d_]+)[^\w,]*$", before)
            governed = lead is not None and lead.group(1).lower() in _PREPOSITIONS
            governed = governed or _governs_role(before)
            if not governed and not run.possessive:
                found.append((run, person))
        return found

    def _tail(self, run: NameRun, span: Span) -> str:
        """Nouns in lower case right after a name: Lund campaign officials."""
        rest = self.text[run.span.end : span.end]
        match = re.match(r"[ \u00a0]+([a-z][\w-]*(?: [a-z][\w-]*)*)", rest)
        words = match.group(1) if match else ""
        first = words.partition(" ")[0]
        return "" if first in _PREPOSITIONS | {"and", "who", "that", "which"} else words

    def _plain(self, span: Span) -> str:
        plain = " ".join(span.of(self.text).split()).replace("\u00ad", "")
        plain = re.sub(r",? (?:who|which|that|whom)$", "", _FULL_STOP.sub("", plain))
        plain = _TRAILING.sub("", _CLAUSE.sub("", _LEADING.sub("", plain))) or plain
        plain = _DATED.sub(r"\1", plain)
        if len(plain) > 4:
            plain = re.sub(r"^(?:the|a|an) ", "", plain, flags=re.IGNORECASE)
        named = any(r.span.start == span.start for r in self.people.runs)
        inside = rf"[a-z,] {re.escape(plain)}\b"
        again = " " not in plain and re.search(inside, self.text) is not None
        return plain if named or again or plain[1:2].isupper() else _uncapped(plain)

    def _around(self, span: Span) -> str:
        return self.text[span.start : span.end + 60]

    def _described(self, span: Span, words: list[str]) -> ResolvedSpeaker:
        """The aide, the senator: who in the article is one; else the words themselves."""
        head = _head(words)
        definite = (bool(words) and words[0] in ("the", "this", "that")) or (
            bool(words) and words[0] not in ("a", "an", "one", "some", "many", "several", "two")
            and not words[-1].endswith("s") and head in grammar.ROLE
        )  # fmt: skip
        if _is_anonymous(words, self._around(span)) and not (
            words[:1] == ["the"] and self._one(span, head)
        ):
            return ResolvedSpeaker(self._plain(span), "description", None, True)
        person = self._one(span, head) if definite else None
        if definite and person is None:
            person = self._issuer(span, head) or self._recent(span, words, head)
        if person:
            return ResolvedSpeaker(person.name, "description", person)
        body = self._group(head) if definite else None
        return ResolvedSpeaker(body or self._plain(span), "description" if body else "name")

    def _one(self, span: Span, head: str) -> Person | None:
        """The person last mentioned whose title or role the noun names."""
        fits = []
        for person in self.people.persons:
            known = set(person.roles)
            kin = {k for role in known for k in _KIN.get(role, ())}
            seen = [m for m in person.mentions if m < span.start]
            if seen and (head in known or head in kin):
                fits.append((head in known, max(seen), person.name, person))
        return max(fits)[3] if fits else None

    def _issuer(self, span: Span, head: str) -> Person | None:
        """Who is behind "the statement": the last speaker, if their words came in a statement."""
        if head not in _WRITTEN:
            return None
        for at, found in reversed(self._spoke):
            if span.start - at > 700:
                return None
            if found.person and re.search(rf"\b{head}\b", self.text[at : span.start]):
                return found.person
        return None

    def _recent(self, span: Span, words: Sequence[str], head: str) -> Person | None:
        """Who "the four-term congressman" is when nobody has that title: who spoke right before."""
        if len(words) < 3 or head not in grammar.ROLE or head.endswith("s") or "of" in words or (
            words[0] != "the" or re.search(r"[’']s\b", span.of(self.text))
        ):  # fmt: skip
            return None
        sex = "woman" if head.endswith("woman") else "man" if head.endswith("man") else None
        near = [r.person for r in self._between(span.start - 599, span.start) if r.person]
        for run in self.people.runs:
            person = self.people.at(run.span.start)
            close = 0 < span.start - run.span.start < 400
            if person and person.sure and close and not run.possessive:
                near.append(person)
        last = next((p for p in near[::-1] if sex is None or p.may_be(sex)), None)
        return last if last and set(last.roles) <= _LOOSE_ROLES else None

    def _group(self, head: str) -> str | None:
        """The body with a name that ends in the noun: the ministry, the Ministry of Mines."""
        if head not in grammar.GROUP:
            return None
        for run in self.people.runs:
            low = [w.lower() for w in run.words]
            if len(low) > 1 and (low[-1] == head or low[0] == head):
                return " ".join(run.words)
        return None

    def _pronoun(self, span: Span, line: Line, sex: str) -> ResolvedSpeaker:
        person = self._antecedent(span, line, sex)
        if person:
            return ResolvedSpeaker(person.name, "pronoun", person)
        spoke = next((r for at, r in reversed(self._spoke) if at < span.start and not r.person
                      and r.how != "pronoun"), None)  # fmt: skip
        if spoke and not spoke.name.lower().endswith("s"):
            return ResolvedSpeaker(spoke.name, "pronoun", None, spoke.anonymous)
        return ResolvedSpeaker(span.of(self.text), "pronoun")

    def _between(self, start: int, end: int) -> list[ResolvedSpeaker]:
        """Who was given words that are introduced in a stretch of the text, in its order."""
        first, last = (bisect_left(self._spoke, at, key=_start) for at in (start, end))
        return [found for _, found in self._spoke[first:last]]

    def _antecedent(self, span: Span, line: Line, sex: str) -> Person | None:
        """Who spoke or was the subject nearest before, of the right sex."""
        same = self._lead_person(line, span.start, sex)
        if same:
            return same
        for at in range(line.index - 1, max(-1, line.index - _REACH), -1):
            before = self.lines[at]
            spoke = [r.person for r in self._between(before.start, before.end) if r.person]
            fits = [p for p in spoke if p.may_be(sex)]
            found = (fits[-1] if fits else None) or self._lead_person(before, before.end, sex)
            if found is None and not self._leads_with_pronoun(before, sex):
                found = self._anyone(before, sex)
            if found:
                return found
        return None

    def _lead_person(self, line: Line, before: int, sex: str) -> Person | None:
        """The subject of a line, if it is a person named before the place."""
        tokens = line.tokens
        lead = phrases.leading_subject(tokens, 0, len(tokens))
        if lead is None or tokens[lead[0]].start >= before:
            return None
        end = min(before, tokens[lead[1] - 1].end)
        heads = self._heads(Span(tokens[lead[0]].start, max(end, tokens[lead[0]].start + 1)))
        return _fitting([p for _, p in heads if p], sex)

    def _leads_with_pronoun(self, line: Line, sex: str) -> bool:
        """True when "he" is the subject: then the next "he" is nobody named in the line."""
        lead = phrases.leading_subject(line.tokens, 0, len(line.tokens))
        return lead is not None and line.tokens[lead[0]].low in (_HE if sex == "man" else _SHE)

    def _anyone(self, line: Line, sex: str) -> Person | None:
        """The first person named outside quotation marks."""
        quoted = [t.quote.outer for t in line.tokens if t.quote]
        found = []
        for run, person in self.people.inside(Span(line.start, line.end)):
            rest = re.match(r"\W*([\w-]+)", self.text[run.span.end : run.span.end + 40])
            modifier = rest is not None and rest.group(1).lower() in grammar.GROUP
            if person and not (run.possessive or modifier) and not any(
                q.contains(run.span) for q in quoted
            ):  # fmt: skip
                found.append(person)
        return _fitting(found, sex)

    def _body(self, span: Span, word: str) -> ResolvedSpeaker:
        """It and they: the body or group that spoke last."""
        for at, found in reversed(self._spoke):
            if span.start - at > 1500:
                break
            many = " and " in found.name or found.name.lower().endswith("s")
            if not found.person and found.how != "pronoun" and (word in ("it",) or many):
                return ResolvedSpeaker(found.name, "pronoun", None, found.anonymous)
        return ResolvedSpeaker(span.of(self.text), "pronoun")


def _governs_role(before: str) -> bool:
    """True for "a witness against murder suspect", where the name behind it is not who speaks."""
    found = _ROLE_GOVERNED.search(before)
    return found is not None and found["role"] in grammar.ROLE | _TOLD_OF


def _uncapped(words: str) -> str:
    """Without the capital of a first word that only opened a sentence."""
    first = words.partition(" ")[0]
    if words[len(first) + 1 : len(first) + 2].isupper():
        return words
    known = first.lower() in grammar.ROLE or first.lower().rstrip("s") in grammar.ROLE or (
        (" " not in words and first.lower().endswith("s"))
        or (" " not in words and first.lower() in grammar.GROUP)
        or first.lower() in grammar.DETERMINER or first.lower() in _ANONYMOUS
    )  # fmt: skip
    return words[:1].lower() + words[1:] if known else words


def _fitting(persons: Sequence[Person], sex: str) -> Person | None:
    known = (p for p in persons if p.may_be(sex) and (p.sure or len(p.words) > 1))
    return next(known, None)


def _head(words: Sequence[str]) -> str:
    """The head noun of a description: aide in "the senior aide to the governor"."""
    for at, word in enumerate(words):
        if at and (word in _PREPOSITIONS or word in _AFTER_HEAD):
            return words[at - 1]
    return words[-1] if words else ""


def _is_anonymous(words: Sequence[str], around: str) -> bool:
    """True for one of the officials, a source, aides; not for the mayor."""
    head = _head(words)
    several = words[:1] == ["the"] and head.endswith("s") and head in _ANONYMOUS
    if words[:1] == ["one"] or several:
        return True
    indefinite = bool(words) and words[0] in _INDEFINITE
    plural = head.endswith("s") and words[0] not in ("the", "his", "her", "their")
    return head in _ANONYMOUS and (indefinite or plural or bool(_HIDDEN.search(around)))


def _start(one: tuple[int, ResolvedSpeaker]) -> int:
    return one[0]
