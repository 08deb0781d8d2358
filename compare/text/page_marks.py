"""How much a line speaks of its page or to its reader rather than of what happened.

The wordings by which pages ask, offer and explain are without number, but few things give them
away: they address the reader, begin with an imperative, name what a page is made of, name the
newsroom, give an address, or are no sentence at all. One of these a story has as well; a line is
told apart when several come together and nothing in it tells of an event.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from compare.english.calendar import WEEKDAY
from compare.english.word_lists import sections
from compare.text.story_sentences import is_attributed_line
from compare.text.verbs import has_verb

ENOUGH = 4
"""Marks from which a line is not of the story."""

PERSONAL = frozenset(("reader", "we", "control", "control or noun"))
"""Sections that tell nothing in an article which itself speaks to its reader, as advice does."""

_LONGEST = 60  # words
_SHORTEST_NAME = 2
_WORDS_OF_NAME = 2
_LONG = 18
_SHORT = 6
_SENTENCE = 8
_WORD = re.compile(r"[^\W_]+(?:[.'-][^\W_]+)*")
_ENDED = re.compile(r"(?<!\.\.)[.!?][\"”’»)\]]*$")
_CUT = re.compile(r"(?:…|\.\.\.)$")
_QUOTED = re.compile(r"[“\"][^”\"]{3,}[”\"]|''|(?:^|\s)['‘][^'’]{8,}['’]")
# A list item, the signature of a quotation, a post, a quotation: all of them are of the story.
_OTHER = re.compile(r"[—–\"“'‘#~*]|\d+[.)]\s|.{0,400}[—–-] .{2,60} \(@\w+\)")
_CONTACT = re.compile(
    r"(?:[\w.+-]+@[\w-]+(?:\.\w+)+|(?<!\w)@\w{3,30}|\b\d{3}[ -]\d{3,4}\b)(?P<last>\.?$)?"
)
_PARTED = re.compile(r"\s[|•·»]\s|^[→»›▶►▸➡☞⇒>]")
_COUNTED = re.compile(
    r"\b\d[\d,.k]* (?:comments?|shares|views|reads|likes|repl(?:y|ies)|"
    r"(?:people|readers|others) (?:are|have|likes?d?|reads?|shared|reacted))\b|\b\d(?:\.\d+)?x\b"
    r"|(?:\b\d+ ?(?:min(?:ute)?|sec(?:ond)?)s?|\d:\d\d)(?: (?:read|listen|watch))?\)?$",
    re.IGNORECASE,
)
_BIDS = re.compile(
    r"(^\W*|[.?!•|·»>:,] +)(\w+(?:'t| not)?)(?: (@?\w+)|(?=[ .!?|•·,;]*$)|(?=[.!?|•·,;]))"
)
# What stands behind a noun up to where another clause may begin.
_CLAUSE = re.compile(
    r"(?: (?!(?:how|what|when|where|which|who|whom|why|that|if|as|and|or|because|after|before)\b)"
    r"[^\W_][\w'-]*)+"
)
_NEAR = 5  # words
_NO_NOUN = frozenset(
    """
    a an the this that these those my your his her its our their all any each every some here there
    it me us them him now on in at to of for from by with about up out more
    """.split()
)
_ASKED = re.compile(r"^[^.?!]{3,40}\? \w+ (?:it|us|them|here)\b[^.?!]{0,20}\.?$")
_OF_PAGE = (
    r"(?:article|story|stories|post|page|piece|report|reporting|blog|live ?blog|newsletter|summary|"
    r"audio|video|recording|narration|gallery|slideshow|headline|caption|episode|podcast|feature|"
    r"coverage|newsroom|journalism|journalists|reporters|app|website|site|content|translation|"
    r"transcript|version|copy|newspaper|explainer|series|links|labels|essay|column|excerpt|commentary|interview)"
)
_OWN_PAGE = re.compile(
    rf"\b(?:this|these|our) (?:[\w-]+ ){{0,3}}?{_OF_PAGE}\b|\b(?:bullet|key) points\b"
    rf"|\bthis (?:reporter|writer|author)\b|\bthe (?:text|{_OF_PAGE}) (?:above|below|of this)\b"
    r"|\btext to speech\b"
    r"|\bupdates? (?:will|to)\b"
    r"|\bopt(?:ing)? out\b|\bcan be (?:found|read|seen|heard) (?:here|below|above|online)\b",
    re.IGNORECASE,
)
_MAY = re.compile(r"^(?:\w+, )?you (?:can|may|could) (?:also )?(\w+)", re.IGNORECASE)
_PRICED = re.compile(r"[$£€]\d[\d.,]*(?: ?/| (?:a|per|for|each|every)\b)", re.IGNORECASE)
_DONE_TO_PAGE = re.compile(r"^\W*(?:\w+ly |first |last )?(\w+) (?:on|by|in|with|from|at)\b", re.I)
_BY_NAMES = re.compile(r"^\w+ed by(?: (?:[A-Z][\w.'&-]*|and|of|for|the|in),?)+$")
_BY_WHOM = re.compile(
    r"^([A-Za-z][\w' -]*?) (?:by|from)(?: (?:[A-Z][\w.'&-]*|and|&|of|for|the|in|at|with),?)+$"
)
_MATERIAL = frozenset("additional graphics material pictures report research words".split())
_SUBJECT = re.compile(r", (?:the|an?|his|her|its|their|it|he|she|they)\b")
_MAIL = re.compile(r"[\w+-]@([\w-]+(?:\.\w+)+)")
_LONG_NAME = 6  # letters
# The labels of boxes to tick.
_AGREES = re.compile(
    r"^(?:Yes,? )?I (?:agree|consent) to (?:the|receive|be)\b"
    r"|^(?:Yes,? )?I(?:'d| would) (?:like|love) to (?:receive|hear|get)\b|^I have read and\b"
)
_LED_IN = re.compile(r"^For (?:more|the latest|full|details|tips)\b[^,.]{0,60}(, )(?=\w)")
_IS_OF = re.compile(
    r"^(?:[A-Z][\w'-]+ ){2,4}is (?:[\w'-]+ ){1,9}(?:with|at|for|of) (?:the )?$", re.I
)
_ITS_WORK = re.compile(
    r"'s? (?:[\w-]+ ){0,3}(?:coverage|journalism|project|reporting|series|stories)\b"
)
_YOURS = re.compile(r"\b(?:share|send|submit|leave|post|have) your \w+", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?]) +(?=[A-Z])")
_SIGNED = re.compile(r"[,|•·/]")
_LABEL_END = re.compile(r" ?[|•·»] ")
_ABOUT_US = re.compile(
    r"^(?:who|how|why|what) (?:we(?:'re|'ve)?|our (?:audience|critics|editors|"
    r"journalists|listeners|newsroom|readers|reporters|staff|team|viewers))\b[^.!?]{0,60}$",
    re.IGNORECASE,
)
_OF_STORY = re.compile(
    r"^(?:the )?(?:story|article|page|post|report) (?:is|was|will be|has been|updated|published)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\b(?:he|she|they|who|officials?|police|[A-Z]\w+) "
    r"(?:said|says|told|tells|added|wrote|announced"
    r"|(?:has|have) (?:learn(?:ed|t)|seen|been told)|can reveal|understands)\b"
    r"|\baccording to\b|[$£€]\d|\d ?(?:%|per cent|percent)"
)
_WEEKDAY = re.compile(rf"\b{WEEKDAY}\b")
_THIRD = frozenset("he she him his her hers".split())
_NO_PAST = frozenset(
    """
    is are was were may can will has have do does been be would could should must supported funded
    sponsored reserved provided
    """.split()
)
_ON_ITSELF = frozenset(
    """
    is are will accepts adheres aims belongs follows maintains receives relies uses welcomes
    """.split()
)
_PASSIVE = frozenset("be been being is are was were".split())
_WAS = frozenset(("was", "were", "had"))
_SMALL = frozenset(
    "a an and by for from how in me of on or the this to up via what why with".split()
)
# What one word of a section weighs, and what two or more.
_WEIGHTS = {
    "page": (1, 2),
    "newsroom": (1, 2),
    "money": (1, 2),
    "rights": (2, 3),
    "standards": (1, 2),
    "machine": (1, 2),
    "consent": (2, 2),
    "network": (1, 1),
    "outlet": (1, 1),
}
_ON_BUTTONS = frozenset(
    ("page", "newsroom", "control", "control or noun", "list", "widget", "reader", "we", "consent")
)
_TELLING = frozenset((*_WEIGHTS, *_ON_BUTTONS)) - {"widget"}
_NO_DEEDS = frozenset(("made", "page", "list"))
_TELLING_MOST = (*_WEIGHTS, "reader", "we")
_PERSONS = frozenset(("reader", "we"))
_NAMED = frozenset(("page", "newsroom", "outlet", "consent", "machine", "rights"))


def page_marks(line: str, *, outlet: Sequence[str] = (), but: Iterable[str] = ()) -> int:
    """The marks of a line, weighed and summed; the more, the less it is of the story.

    `outlet` are the words of the outlet's name in lower case; a section in `but` weighs nothing.
    """
    but = tuple(but)
    if led_in := _LED_IN.match(line):
        begun = line[led_in.end(1)].upper() + line[led_in.end(1) + 1 :]
        return max(_marks(line, outlet, but), _marks(begun, outlet, but))
    return _marks(line, outlet, but)


def _marks(line: str, outlet: Sequence[str], but: Sequence[str]) -> int:
    """The marks of a line without what leads into it."""
    plain = line.replace("’", "'").replace("paid for by", "funded by")
    words = [word.lower() for word in _WORD.findall(plain)]
    if not 0 < len(words) <= _LONGEST or _OTHER.match(line) or is_attributed_line(plain):
        return 0
    # The "Call" of "Call Sheet" asks nobody to call.
    read = _Line(_without_name(plain, outlet), words)
    for section in but:
        read.found.pop(section, None)
    read.names_outlet = _is_named(plain, outlet)
    last = outlet[-1] if outlet else ""
    # The "A" of an "Outlet A" is a word of every other line.
    if len(last) >= _SHORTEST_NAME and not set(words).isdisjoint((last, f"{last}'s")):
        read.found["outlet"] = set(outlet)
    of_outlet = _is_of_outlet(words, outlet) or _is_on_member(plain, outlet)
    signed = _is_signed(plain, words, outlet) or read.is_credit()
    if of_outlet or signed or _AGREES.match(plain):
        return ENOUGH
    if read.has_other_sentence():
        return 0
    return ENOUGH if _has_own_address(plain, outlet) else read.marks()


def _without_name(plain: str, outlet: Sequence[str]) -> str:
    """The line with the outlet's name of several words as one word."""
    if len(outlet) < _WORDS_OF_NAME:
        return plain
    name = r"\s+".join(map(re.escape, outlet))
    return re.sub(rf"\b{name}\b", outlet[-1].capitalize(), plain, flags=re.IGNORECASE)


def speaks_to_reader(line: str) -> bool:
    """True when the line outside quotation marks says "you" or "we"."""
    words = (word.lower() for word in _WORD.findall(_QUOTED.sub("", line.replace("’", "'"))))
    table = _sections_of()
    return any({"reader", "we"}.intersection(table.get(word, ())) for word in words)


def _is_of_outlet(words: list[str], outlet: Sequence[str]) -> bool:
    """True for a sentence on the outlet itself: "The Harbour Times is part of ..."."""
    start = words[0] == "the" and words[0] not in outlet
    name, rest = words[start : start + len(outlet)], words[start + len(outlet) :]
    return bool(outlet) and name == list(outlet) and bool(rest) and rest[0] in _ON_ITSELF


def _is_on_member(plain: str, outlet: Sequence[str]) -> bool:
    """True for a sentence on who works for the outlet: "Ada Pell is a fellow at the Times"."""
    name = " ".join(outlet)
    before = plain.rstrip(".").lower().removesuffix(name)
    return bool(name) and len(before) < len(plain.rstrip(".")) and bool(_IS_OF.match(before))


def _is_named(plain: str, outlet: Sequence[str]) -> bool:
    """True for a line with the outlet's name in capitals, or its last word behind "the"."""
    if not outlet or len(outlet[-1]) < _SHORTEST_NAME + 2:
        return False
    rest = "".join(f"{word.capitalize()} " for word in outlet[:-1])
    name = rf"(?:[Tt]he |{re.escape(rest)}){re.escape(outlet[-1].capitalize())}"
    return re.search(rf"\b{name}(?:'s)?\b(?! of\b)", plain) is not None


def _has_own_address(plain: str, outlet: Sequence[str]) -> bool:
    """True for an address at the outlet, where its reader may write."""
    name = "".join(word for word in outlet if word != "the")
    domains = (found[1].lower().replace("-", "") for found in _MAIL.finditer(plain))
    return len(name) >= _LONG_NAME and any(name in domain for domain in domains)


def _is_signed(plain: str, words: list[str], outlet: Sequence[str]) -> bool:
    """True for nothing but names, the outlet's among them: "Ada Pell, Harbour Times"."""
    capitals = all(word[0].isupper() or word in _SMALL for word in _WORD.findall(plain))
    if not outlet or not capitals or len(words) > 2 * _SHORT:
        return False
    name = " ".join(outlet)
    parts = [part.strip().lower().removeprefix("the ") for part in _SIGNED.split(plain)]
    if len(parts) == 1:
        return parts[0].endswith(f" {name}") and len(words) - len(outlet) in (2, 3)
    return name in parts and len(parts) < 4


@dataclass(slots=True)
class _Line:
    """A line, its words in lower case, and those of each section of the list that it has."""

    plain: str
    words: list[str]
    found: dict[str, set[str]] = field(default_factory=dict)
    names_outlet: bool = False

    def __post_init__(self) -> None:
        table = _sections_of()
        for word in self.words:
            for section in table.get(word, ()):
                self.found.setdefault(section, set()).add(word)

    def marks(self) -> int:
        """What the line has of its page and of its reader, less what it has of an event."""
        named = sum(_WEIGHTS[s][len(held) > 1] for s, held in self.found.items() if s in _WEIGHTS)
        addressed = self._addressed()
        fragment = self._fragment() if self._is_fragment() else 0
        if not (_TELLING.intersection(self.found) or self._is_stated() or self._done_to_page()):
            return 0
        bids = self._bids() or self._is_offer()
        page = (
            named
            + addressed
            + fragment
            + self._done_to_page()
            + bool(_PARTED.search(self.plain))
            + self._asks(bids)
        )
        reader = self._to_reader() + 3 * bids
        turned = reader or addressed or fragment or self._done_to_page() or "outlet" in self.found
        turned = turned or self._is_funded()
        talk = bids and "we" in self.found and len(self.words) <= 2 * _SHORT
        if not turned or (page < 1 + (len(self.words) > _LONG) and not talk):
            return 0
        verbless = _ENDED.search(self.plain) is not None and not has_verb(self._unmade())
        reader += verbless and "reader" in self.found
        return page + reader + self.plain.endswith("!") - self._of_event(bids=bids)

    def has_other_sentence(self) -> bool:
        """True when a sentence of several has nothing of a page: it may tell of the story."""
        sentences = _SENTENCE_END.split(_PRICED.sub("", self.plain))
        return len(sentences) > 1 and any(
            len(words) >= _SENTENCE and (not self._is_about_page(words) or _TELLS.search(sentence))
            for sentence in sentences
            for words in [_WORD.findall(sentence.lower())]
        )

    def is_credit(self) -> bool:
        """True for a work of newsrooms and names: "Video report by Ada Pell and Sam Orr"."""
        made = _BY_WHOM.match(self.plain)
        words = made[1].lower().split() if made else []
        work = self.found.get("page", set()) | self.found.get("newsroom", set()) | _MATERIAL
        return len(words) <= _SHORT and not work.isdisjoint(words) and not has_verb(words)

    def _is_about_page(self, words: list[str]) -> bool:
        if words[0] in self.found.get("control", ()):
            return True
        held = set().union(*(self.found[s] for s in _TELLING_MOST if s in self.found))
        return not held.isdisjoint(words)

    def _is_stated(self) -> bool:
        """True for a line with an address or a counter."""
        return bool(_CONTACT.search(self.plain) or _COUNTED.search(self.plain))

    def _addressed(self) -> int:
        """An address, a counter, or the page itself: "this article", "the audio above"."""
        label, parted, _ = _LABEL_END.sub(": ", self.plain, count=1).partition(": ")
        contact = _CONTACT.search(self.plain)
        marks = 2 * bool(contact) + 3 * (
            len(self.words) < _LONG and bool(_COUNTED.search(self.plain))
        )
        marks += bool(contact and contact["last"] is not None and "network" in self.found)
        marks += 2 * bool(parted and "page" in _sections_of().get(label.lower(), ()))
        marks += 4 * bool(parted and not _ENDED.search(self.plain) and self._is_button(label))
        marks += 2 * bool("reader" in self.found and _YOURS.search(self.plain))
        marks += 2 * self._is_of_outlet_now()
        paid = not {"money", "standards"}.isdisjoint(self.found)
        marks += 2 * (self.names_outlet and paid and bool(_ITS_WORK.search(self.plain)))
        marks += 2 * bool(_ABOUT_US.search(self.plain))
        marks += 3 * bool(len(self.words) <= _SHORT and _OF_STORY.search(self.plain))
        asked = {"reader", "page"} <= self.found.keys() and not _ENDED.search(self.plain)
        marks += asked and len(self.words) <= _SENTENCE
        if _OWN_PAGE.search(self.plain):
            marks += 2 + ("made" in self.found) + self.plain.endswith("?")
        return marks

    def _to_reader(self) -> int:
        """Words for the reader and the newsroom."""
        persons = _PERSONS.intersection(self.found)
        offered = _MAY.match(self.plain)
        may = offered is not None and "control" in _sections_of().get(offered[1].lower(), ())
        return 2 * bool(persons) + (len(persons) > 1) + may

    def _is_offer(self) -> bool:
        """True for a price that the reader is told: "£1 a week and you can read all"."""
        return "reader" in self.found and _PRICED.search(self.plain) is not None

    def _is_of_outlet_now(self) -> bool:
        """True for what is, with the outlet by name and a word of its work: no news of an event."""
        work = {"page", "newsroom", "money", "standards"}.intersection(self.found)
        past = has_verb(self._without_passives()) or not _WAS.isdisjoint(self.words)
        return self.names_outlet and bool(work) and not past and not _TELLS.search(self.plain)

    def _is_funded(self) -> bool:
        """True for words on who pays for the work of newsrooms now."""
        given = len(self.found.get("money", ())) > 1 and "newsroom" in self.found
        return given and _WAS.isdisjoint(self.words)

    def _done_to_page(self) -> int:
        """What was done to a page, with nothing that did it: "Originally published by ..."."""
        done = _DONE_TO_PAGE.match(self.plain)
        if done is None or _SUBJECT.search(self.plain) or has_verb(self._unmade()[1:]):
            return 0
        if _BY_NAMES.match(self.plain):
            return ENOUGH
        return 3 * ("made" in _sections_of().get(done[1].lower(), ()))

    def _asks(self, bids: bool) -> bool:
        """True for a short question with an imperative: "Something wrong? Report it"."""
        return bids and _ASKED.search(self.plain) is not None

    def _bids(self) -> bool:
        """True when a sentence of it begins with an imperative of pages: "Sign up", "Email us"."""
        return any(
            self._is_bid(*found.groups("")) and not self._is_subject(found.end(2))
            for found in _BIDS.finditer(self.plain)
        )

    def _is_subject(self, end: int) -> bool:
        """True for the first noun of several with their verb: "Print runs were cut"."""
        clause = _CLAUSE.match(self.plain, end)
        if clause is None or not _ENDED.search(self.plain):
            return False
        words = _WORD.findall(clause[0].lower())[:_NEAR]
        return words[:1] != [] and words[0] not in _NO_NOUN and has_verb(words)

    def _is_bid(self, before: str, word: str, after: str) -> bool:
        table = _sections_of()
        kinds = {s for s in table.get(word.lower(), ()) if s in self.found}
        if "," in before or ":" in before:
            return "behind a comma" in kinds
        if before and not word[0].isupper():
            return False
        if "control or noun" in kinds:
            behind = {"page", "behind a noun"}.intersection(table.get(after.lower(), ()))
            named = "control of a person" in kinds and after[:1].isupper()
            return not after or after[0] == "@" or named or bool(behind)
        return "control" in kinds or word in ("Please", "Do not", "Don't")

    def _is_fragment(self) -> bool:
        """True for a line that is no sentence: without a finite verb and without its end."""
        open_end = not _ENDED.search(self.plain)
        open_end = open_end or ("page" in self.found and self._is_button(self.plain))
        return open_end and not has_verb(self._unmade())

    def _fragment(self) -> int:
        """A short line is of the page when its words are those of buttons, lists and players."""
        few, cut = len(self.words) <= _SHORT, bool(_CUT.search(self.plain))
        button = self._is_button(self.plain) and not (cut and len(self.words) == 1)
        listed = few and not cut and "list" in self.found
        given = not _PERSONS.isdisjoint(self.found) and bool({"money", "standards"} & {*self.found})
        if not (button or listed or self._is_stated() or given or _NAMED.intersection(self.found)):
            return 0
        nameless = few and self.plain[1:] == self.plain[1:].lower() and not button
        nameless = nameless and self.words[0] not in ("the", "a", "an")
        return 1 + few + 2 * listed + 2 * button + nameless + (few and "outlet" in self.found)

    def _is_button(self, text: str) -> bool:
        """True for a text, the line or its label, with no words but those of buttons and lists."""
        words = [word.lower() for word in _WORD.findall(text)]
        if not words:
            return False
        known = set().union(*(held for name, held in self.found.items() if name in _ON_BUTTONS))
        plain = all(word in known or word in _SMALL or word[0].isdigit() for word in words)
        alone = len(words) == len(self.words)
        plain = plain and not known.isdisjoint(words) and words[0] not in ("the", "a")
        listed = words[0] in self.found.get("list", ()) or _LABEL_END.search(self.plain)
        return plain and (alone or len(words) > 1 or bool(listed))

    def _of_event(self, *, bids: bool) -> int:
        """What speaks for a sentence of the story: what was said, how much, and what was done."""
        plain = _PRICED.sub(" ", self.plain) if bids else self.plain
        told = 4 * bool(_QUOTED.search(plain)) + 3 * bool(_TELLS.search(plain))
        past = not bids and has_verb(self._without_passives())
        told += 3 * bool(past and _WEEKDAY.search(self.plain))
        long = 2 * (len(self.words) > 30)
        return told + past + bool(_THIRD.intersection(self.words)) + long

    def _without_passives(self) -> list[str]:
        """The words without what is no past: "is offered", "will be noted"."""
        words = ["", *self._unmade()]
        return [
            word
            for before, word in pairwise(words)
            if word not in _NO_PAST and before not in _PASSIVE
        ]

    def _unmade(self) -> list[str]:
        """The words without the verbs for what is done to a page."""
        table = _sections_of()
        return [word for word in self.words if not _NO_DEEDS.intersection(table.get(word, ()))]


@lru_cache(maxsize=1)
def _sections_of() -> dict[str, tuple[str, ...]]:
    """From each word of the list to the sections that have it."""
    table: dict[str, tuple[str, ...]] = {}
    for section, words in sections("page-marks").items():
        for word in words:
            table[word] = (*table.get(word, ()), section)
    return table
