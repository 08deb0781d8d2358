"""What a statement affirms and what it denies, word by word: the ground for telling opposites."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from compare.english.calendar import NOT_MAY, WEEKDAYS
from compare.english.polarity_words import (
    ADJECTIVES,
    ADMITTING,
    AUXILIARY,
    DEGREES,
    DENIAL,
    ENDS,
    NO_DENIAL,
    OF_KNOWING,
    ON_THE_WAY,
    OPEN,
    TO_REAL,
    UNREAL,
    WEAKER,
)
from compare.english.word_lists import line_sections, word_list
from compare.model.spans import Span
from compare.text.fold import fold, folded_text
from compare.text.outcomes import GENERIC_PEOPLE, PERSONS
from compare.text.verbs import irregular_verbs
from compare.text.words import STOP, stem, words

_OWN_DENIAL = re.compile(r"den|reject|dismiss")
# "Its own data, not that of the board": what is set aside is no act.
_CONTRAST = re.compile(r"[,;:–—―]\s*\Z")
# "You do not close a school in spring": told of what anybody does, of no act that was.
_ANYBODY_DOES = re.compile(r"(?<!\w)you\s+(?:do\s+|would\s+|can\s+|should\s+)?\Z")
# "No collusion and no obstruction": these do not turn round a denial before them.
_NO_SECOND = frozenset("no none nor neither never nobody nothing zero".split()) | {"no one"}
_BREAK = re.compile(r"[,;:.!?()\[\]—–…]|\s-\s")
_MORE = frozenset("other further additional more new".split())
_UNREAL_REACH = 6
_SUBJECT_REACH = 12
_BETWEEN_DOUBLE = 2
# A denial reaches this many words at most.
_REACH = 16
_SO_FAR = frozenset("yet immediately initially originally immediate longer".split())
_SPEECH = word_list("plain-speech")
_COPULAS = frozenset(["remain", "stay"])  # "broke an arm and was released": no arm was
_JOINED = frozenset(["and", "but", "then"])
_OF_KNOWING = _SPEECH | OF_KNOWING
_ANYBODY = frozenset("everyon everybodi someon somebodi aboard board".split())
_OBJECT_REACH = 3
# Past forms that are base forms as well.
_AS_THEY_ARE = ("left", "found", "lay", "saw")
# "No court at Sandhaven", "no handler in the country".
_INSIDE = frozenset("in at of on for from with under near".split())
_OF_THE_WILL = ("fail", "refus", "declin", "unable", "unwilling")
_OBJECTS = frozenset(["nothing", "nobody", "none", "no one"])  # these deny the verb before them
# These deny the noun behind them, not the rest of the clause.
_OF_A_NOUN = frozenset(["no", "without", "none"])
_RELATIVE = frozenset(["that", "who", "which"])
_SOMEBODY = [["you"], ["i"], ["we"], ["he"], ["she"], ["they"]]
_POINTING = [["this"], ["that"], ["these"], ["those"], ["it"]]
_TIMES = frozenset(name.lower() for name in (*WEEKDAYS, *NOT_MAY))


@dataclass(frozen=True, slots=True)
class AssertedWord:
    """A word of meaning: its stem, or the state it names ("life", "dead"), and its place.

    `subject` are the stems of the words of meaning before it in its clause, `head` the nearest of
    them.
    """

    stem: str
    state: tuple[str, str] | None
    span: Span
    subject: frozenset[str]
    head: str = ""

    @property
    def concept(self) -> tuple[str, str]:
        """What the word stands for; words for one state stand for the same."""
        return self.state or ("", self.stem)


@dataclass(frozen=True, slots=True)
class Denial:
    """What one denial reaches: the words that would all have to be so. `cue` is the denying word.

    `own` tells that somebody denies it ("denied taking") or that nothing shows it, rather than
    that it was not so; `past` that it is told of a time before ("had never"), which no later act
    mends.
    """

    cue: Span
    words: tuple[AssertedWord, ...]
    own: bool
    past: bool = False

    @property
    def subject(self) -> frozenset[str]:
        """The stems of the words of meaning before the denied words, in their clause."""
        return self.words[0].subject


@dataclass(frozen=True, slots=True)
class Assertions:
    """A statement as what it affirms, what it denies, and what it speaks of.

    `so_far` tells that it holds for its hour only ("not yet"). `context` are the stems of the words
    of meaning, `names` the capitalised words, `times` weekdays and months, `people` the nouns for
    people, generic ones such as "people" left out. `admits` tells that somebody owns up to an act,
    `again` that a state comes back.
    """

    affirmed: tuple[AssertedWord, ...]
    denials: tuple[Denial, ...]
    context: frozenset[str]
    names: frozenset[str]
    times: frozenset[str]
    people: frozenset[str]
    so_far: bool
    again: bool
    admits: bool


@lru_cache(maxsize=1)
def _states() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    """A pattern for the phrases of `opposite-states.txt`, and the heading and state of each."""
    known: dict[str, tuple[str, str]] = {}
    for heading, lines in line_sections("opposite-states").items():
        for line in lines:
            name, _, phrases = line.partition(":")
            known.update((phrase.strip(), (heading, name)) for phrase in phrases.split(","))
    longest_first = sorted(known, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(longest_first)})(?![\w-])"), known


@lru_cache(maxsize=8192)
def may_deny_or_name_state(statement: str) -> tuple[bool, bool]:
    """Whether a statement has a denying word, and whether it has a word for a state.

    Told without reading the statement; where neither is there, it excludes nothing.
    """
    plain = folded_text(statement)
    return DENIAL.search(plain) is not None, _states()[0].search(plain) is not None


@lru_cache(maxsize=8192)
def assertions(statement: str) -> Assertions:
    """What a statement affirms and denies; the spans count in `statement`. Linear in its words."""
    plain = fold(statement)
    reading = _Reading(plain.text)
    capital = [statement[plain.starts[span.start]].isupper() for span in reading.spans]

    placed = {
        word.span: AssertedWord(
            word.stem,
            word.state,
            plain.original(word.span.start, word.span.end),
            word.subject,
            word.head,
        )
        for word in reading.words
    }
    denied = {word.span for _, reached, _ in reading.denials for word in reached}
    # "Without a question" denies no act of its own, and affirms nothing either.
    kept = [
        denial
        for denial in reading.denials
        if not plain.text.startswith("without", denial[0].start)
    ]
    found = [placed[word.span] for word in reading.words]
    return Assertions(
        affirmed=tuple(
            placed[word.span]
            for place, word in zip(reading.places, reading.words, strict=True)
            if word.span not in denied and not reading.is_unreal(place, name=capital[place])
        ),
        denials=tuple(
            Denial(
                plain.original(cue.start, cue.end),
                tuple(placed[word.span] for word in reached),
                own,
                plain.text.endswith("had ", 0, cue.start),
            )
            for cue, reached, own in kept
        ),
        context=frozenset(word.stem for word in found if word.state is None),
        names=frozenset(
            word.stem
            for word in found
            if statement[word.span.start].isupper() and word.span.start > 0
        ),
        times=_TIMES.intersection(reading.tokens),
        people=frozenset(word.stem for word in found if word.stem in PERSONS - GENERIC_PEOPLE),
        so_far=not _SO_FAR.isdisjoint(reading.tokens),
        again="again" in reading.tokens,
        admits=not ADMITTING.isdisjoint(reading.tokens),
    )


class _Reading:
    """Folded text as tokens, the words of meaning among them, and what its denials reach.

    `places` are the numbers of the tokens at which the `words` begin.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = words(text) if text else []
        self.tokens = [text[span.start : span.end] for span in self.spans]
        self._starts = [span.start for span in self.spans]
        # Whether a clause ends between a token and the next one.
        self._ended = [
            _BREAK.search(text, one.end, other.start) is not None
            for one, other in pairwise(self.spans)
        ]
        cues = _cues(text)
        self._cue_at = {
            place for cue in cues for place in range(self._at(cue.start), self._at(cue.end))
        }
        self.places, self.words = self._of_meaning()
        self._word_at = dict(zip(self.places, self.words, strict=True))
        self.denials = [
            (cue, reached, own)
            for cue in cues
            for own in [_is_own(text, cue)]
            for reached in self._reached(cue, own=own)
        ]

    def _at(self, offset: int) -> int:
        """The number of the first token that begins at an offset or behind it."""
        return bisect_left(self._starts, offset)

    def _of_meaning(self) -> tuple[list[int], list[AssertedWord]]:
        """The words of meaning in order; a phrase for a state is one of them."""
        pattern, known = _states()
        matches = [(m.start(), m) for m in pattern.finditer(self.text)]
        states = {self._at(start): match for start, match in matches}
        places: list[int] = []
        found: list[AssertedWord] = []
        behind = 0
        for place, token in enumerate(self.tokens):
            state = states.get(place)
            if place < behind or place in self._cue_at:
                continue
            if state is not None and self._is_before_noun(place, state.group()):
                state = None
            if state is not None:
                behind = self._at(state.end())
                span = Span(state.start(), state.end())
                first = state.group().split()[0]
                named = known[state.group()]
                one = AssertedWord(stem(first), named, span, *self._subject(found, place))
            elif _is_word(token):
                one = AssertedWord(
                    _base(token), None, self.spans[place], *self._subject(found, place)
                )
            else:
                continue
            places.append(place)
            found.append(one)
        return places, found

    def _is_before_noun(self, place: int, state: str) -> bool:
        """True for the "open" of "an open letter" and the "close" of "too close to call"."""
        if state not in ADJECTIVES:
            return False
        before = self.tokens[place - 1] if place else ""
        if before in DEGREES:
            return True
        if before in AUXILIARY or place + 1 >= len(self.tokens):
            return False
        gap = self.text[self.spans[place].end : self.spans[place + 1].start]
        return not _BREAK.search(gap) and _is_word(self.tokens[place + 1])

    def _subject(self, found: list[AssertedWord], place: int) -> tuple[frozenset[str], str]:
        """The stems of the words of meaning before a token in its clause, and the nearest noun."""
        stems: list[str] = []
        head, joined = "", False
        after = self.spans[place].start
        for word in reversed(found[-_SUBJECT_REACH:]):
            between = self.text[word.span.end : after]
            if between != " ":
                if _BREAK.search(between):
                    break
                joining = between.split()
                if not _SPEECH.isdisjoint(joining):
                    break  # who says it does nothing else
                joined = joined or not _JOINED.isdisjoint(joining)
            after = word.span.start
            if word.stem in _ANYBODY or word.stem in GENERIC_PEOPLE:
                continue
            stems.append(word.stem)
            if word.stem in _COPULAS:
                continue
            if not (head or joined or word.state or _is_verb(self.text[after : word.span.end])):
                head = word.stem
        return frozenset(stems), head

    def _reached(self, cue: Span, *, own: bool) -> list[tuple[AssertedWord, ...]]:
        """The words of meaning that a denial reaches, one set for each "or" between them.

        Empty where a second denial stands among them, or "but" says what holds instead.
        """
        sets: list[list[AssertedWord]] = [[]]
        first = self._at(cue.end)
        clause = self._clause(first, cue.end)
        if not own and "but" in self.tokens[first:clause]:
            return []
        denying = self.text[cue.start : cue.end]
        behind = self.tokens[first] if first < clause else ""
        if self._is_of_some(cue) or (denying in _OBJECTS and self._is_unsaid(first)):
            return []
        if denying in _OBJECTS and behind != "of" and behind in ENDS:
            return self._verb_before(cue)
        for place in range(first, clause):
            token, word = self.tokens[place], self._word_at.get(place)
            if place in self._cue_at and sets[-1]:
                break
            if place in self._cue_at or (token in _OF_KNOWING and not own and not sets[-1]):
                return []
            if token == "to" and self.tokens[first - 1] == "nothing":
                break  # "nothing to vote with" is lacking; the voting is not denied
            if token == "or":
                sets.append([])
            elif word is None and sets[-1] and self._ends(token, sets[-1][-1]):
                break
            elif word is not None and token not in ON_THE_WAY and token not in _SO_FAR:
                sets[-1].append(word)
        if denying == "no" and self._is_subject(cue, sets[-1]):
            return []
        kept = [tuple(w for w in each if w.stem not in GENERIC_PEOPLE) for each in sets]
        return [each for each in kept if each] or self._verb_before(cue)

    def _is_subject(self, cue: Span, reached: list[AssertedWord]) -> bool:
        """True for "no court at Dorn had a say": what it does is out of reach of the denial."""
        at = self._at(cue.start)
        opens = at == 0 or self.tokens[at - 1] in ("that", "and", "but", "because")
        opens = opens or bool(_BREAK.search(self.text, self.spans[at - 1].end, cue.start))
        if not opens or len(reached) != 1:
            return False
        behind = self._at(reached[0].span.end)
        return not _INSIDE.isdisjoint(self.tokens[behind : behind + 1])

    def _verb_before(self, cue: Span) -> list[tuple[AssertedWord, ...]]:
        """The verb before a denial that is its object: paid nothing, pay the town nothing.

        "Nothing to repair" says what was lacking, not what was not done.
        """
        at, behind = self._at(cue.start), self._at(cue.end)
        if self.text[cue.start : cue.end] not in _OBJECTS:
            return []
        if self.tokens[behind : behind + 1] == ["to"]:
            return []
        for place in range(at - 1, max(-1, at - 1 - _OBJECT_REACH), -1):
            if _BREAK.search(self.text, self.spans[place].end, cue.start):
                return []
            if _is_verb(self.tokens[place]):
                word = self._word_at.get(place)
                return [(word,)] if word else []
        return []

    @staticmethod
    def _ends(token: str, last: AssertedWord) -> bool:
        if token == "of":
            return last.stem not in WEAKER
        return token in ENDS

    def _is_of_some(self, cue: Span) -> bool:
        """True in a clause that picks some out: "states that do not recognize it"."""
        last = at = self._at(cue.start) - 1
        while at >= 0 and self.tokens[at] in AUXILIARY:
            at -= 1
        # "Promoters said that no tickets": no clause that picks out.
        if at < 1 or at == last or self.tokens[at] not in _RELATIVE:
            return False
        return not self._ended[at - 1]

    def _is_unsaid(self, first: int) -> bool:
        """True for "nothing you can do" and "none of this": what is denied stands elsewhere."""
        return self.tokens[first : first + 1] in _SOMEBODY or (
            self.tokens[first : first + 1] == ["of"]
            and self.tokens[first + 1 : first + 2] in _POINTING
        )

    def _clause(self, first: int, start: int) -> int:
        """The number of the token behind the clause, or behind the reach, of a denial."""
        for place in range(first, min(len(self.spans), first + _REACH)):
            if _BREAK.search(self.text, start, self.spans[place].start):
                return place
            start = self.spans[place].end
        return min(len(self.spans), first + _REACH)

    def is_unreal(self, place: int, *, name: bool) -> bool:
        """True for what may be, is feared or is asked for: "could be killed", "urged to resign".

        Before a `name`, "to" tells a way and no wish.
        """
        for before in range(place - 1, max(-1, place - 1 - _UNREAL_REACH), -1):
            if self._ended[before]:
                return False
            if self.tokens[before] == "to" and before == place - 1 and not name:
                return before == 0 or self.tokens[before - 1] not in TO_REAL
            if self.tokens[before] == "would" and self._is_said_before(before):
                continue  # "she said she would stand" tells of the future as "will" does
            if self.tokens[before] in UNREAL or self._is_no_other(before):
                return True
        before_it = self._before(place)
        first = place - len(before_it)
        denied = any(
            at in self._cue_at and self.tokens[at] not in _OF_A_NOUN for at in range(first, place)
        )
        return denied or not OPEN.isdisjoint(before_it)

    def _is_said_before(self, place: int) -> bool:
        """True when a verb of saying stands before a word in its clause."""
        return not _SPEECH.isdisjoint(self._before(place))

    def _is_no_other(self, place: int) -> bool:
        """True at the last word of "no one else" and "no other": what follows is of nobody told."""
        last = self.tokens[place]
        if last == "else":
            before = self.tokens[max(0, place - 2) : place]
            return not {"no", "nobody", "none"}.isdisjoint(before)
        return last in _MORE and place > 0 and self.tokens[place - 1] == "no"

    def _before(self, place: int) -> list[str]:
        """The tokens before one in its clause."""
        first, least = place, max(0, place - _REACH)
        while first > least and not self._ended[first - 1]:
            first -= 1
        return self.tokens[first:place]


def _is_verb(token: str) -> bool:
    """True for a form of a verb that cannot well be another word."""
    base = token.removesuffix("s")
    return (
        token.endswith("ed")
        or token in _bases()
        or token in _AS_THEY_ARE
        or base in irregular_verbs()
    )


@lru_cache(maxsize=1)
def _bases() -> dict[str, str]:
    """The base form of each irregular past and participle; "left" and "found" stay as they are."""
    return {
        form: base
        for base, pair in irregular_verbs().items()
        for form in pair
        if form not in _AS_THEY_ARE
    }


_SINGULAR = {"children": "child", "men": "man", "women": "woman"}


def _base(word: str) -> str:
    return stem(_bases().get(word, _SINGULAR.get(word, word)))


def _is_word(word: str) -> bool:
    silent = word in STOP or word in _SPEECH or word in _TIMES or word in AUXILIARY
    return not silent and not word[0].isdigit()


def _cues(text: str) -> list[Span]:
    """The denying words; two that turn each other round ("never failed to") are left out."""
    found: list[Span] = []
    for match in DENIAL.finditer(text):
        word = match.group()
        if not word.endswith("n't") and NO_DENIAL.match(text, match.start()):
            continue
        between = text[found[-1].end : match.start()] if found else "."
        near = len(between.split()) <= _BETWEEN_DOUBLE and not _BREAK.search(between)
        if word == "not" and _CONTRAST.search(text, 0, match.start()):
            continue
        if _ANYBODY_DOES.search(text, max(0, match.start() - 16), match.start()):
            continue
        if near and word not in _NO_SECOND:
            found.pop()
        else:
            found.append(Span(match.start(), match.end()))
    return found


def _is_own(text: str, cue: Span) -> bool:
    """True for "denied that" and "no evidence that": it need not have been otherwise."""
    if _OWN_DENIAL.match(text, cue.start):
        return True
    if text.startswith(_OF_THE_WILL, cue.start):
        return False  # "refused to sign" has another sign
    return not WEAKER.isdisjoint(text[cue.end : cue.end + 30].split()[:2])
