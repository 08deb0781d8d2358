"""Runs of capitals that name somebody or something, with their titles apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from compare.english.calendar import WEEKDAY, one_of
from compare.english.name_parts import PARTICLES, SUFFIXES
from compare.english.titles import ABBREVIATED, FORMAL
from compare.english.word_lists import sections, word_list
from compare.model.spans import Span
from compare.text.calendar import MONTHS, WEEKDAYS
from compare.text.titles import title_words

_WORD = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}|{one_of(ABBREVIATED)}\.|[A-Z]\.(?=\s)|[^\W_]+(?:[-‐‑’'&\u00ad][^\W_]+)*"
)
_GAP = re.compile(r"[ \t\u00a0\u202f\u2009\u00ad]+|\s*\n(?!\s*\n)\s*")
_LAST_WORD = re.compile(r"([^\W\d_]+)[ \u00a0]+$")
_NAMED_LIKE_A_DAY = re.compile(
    rf"\b([A-Z][a-z]+\.?)[ \u00a0]({WEEKDAY}|March|April|May|June|July|August)\b(?![ \u00a0]\d)"
)
_POSSESSIVE = re.compile(r"[’']s?$")
_ARTICLED = re.compile(r"(?:al|el|ul|bin|ben|d)[-’'‑][A-Z]")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_CLOSED = sections("function-words")
_TITLES = title_words()
_OPENING = word_list("starters") | word_list("time-words") | frozenset(
    word for name in _CLOSED for word in _CLOSED[name]
)  # fmt: skip
_HEADS = word_list("group-words") | title_words() | frozenset(["bank", "isle", "gulf"])


_BEFORE_A_MONTH = frozenset(
    "in on since until till by from to of last next this early late mid every before after".split()
)
# Marks a home or an owner, not a name: "London-based", "state-owned".
_HOME = re.compile(r"-(?:based|born|led|owned|backed|run|funded|registered|headquartered)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRun:
    """A name in the text: `span` of the name without its titles, `words` of the name, `titles`.

    `whole` is the span with the titles. `possessive` when an 's follows. Soft hyphens and the like
    are left out of `words`.
    """

    span: Span
    whole: Span
    words: tuple[str, ...]
    titles: tuple[str, ...] = ()
    possessive: bool = False

    @property
    def last(self) -> str:
        """The family name as most write it, in lower case: the last word that is no suffix."""
        plain = [w.lower().rstrip(".") for w in self.words]
        while len(plain) > 1 and plain[-1] in SUFFIXES:
            plain.pop()
        return plain[-1]

    @property
    def first(self) -> str:
        """The first word of the name in lower case."""
        return self.words[0].lower().rstrip(".")


# What the popular press sets in capitals behind a name.
_SHOUTED = frozenset(
    """
    quit quits won wins lost loses died dies dead fled flees will must knew told tells took takes
    hit hits broke beat beats begs begged vows says said slams hid lies lied left leaves is was has
    had never not finally
    """.split()
)


@dataclass(slots=True)
class _Piece:
    start: int
    end: int
    text: str
    low: str
    possessive: bool


def name_runs(text: str, sentences: Sequence[Span]) -> tuple[NameRun, ...]:
    """All names in text order; a capital that only opens a sentence makes no name."""
    return _name_runs(text, tuple(sentences))


@lru_cache(maxsize=128)
def _name_runs(text: str, sentences: tuple[Span, ...]) -> tuple[NameRun, ...]:
    calendar = calendar_names(text)
    lower = frozenset(re.findall(r"(?<![^\W_])[a-z]+(?![^\W_])", text))
    inner = frozenset(w.lower() for w in re.findall(r"(?<=[a-z,] )[A-Z][^\W_]+", text))
    plain, shouted = list[NameRun](), list[Span]()
    for sentence in sentences:
        if _all_capitals(sentence.of(text)):
            shouted.append(sentence)
            continue
        runs = _with_joined_bodies(text, _runs(text, sentence))
        names = (_named(run, sentence, text, (lower, inner, calendar)) for run in runs)
        plain += [name for name in names if name]
    known = {_folded(name.words) for name in plain} | {(name.last,) for name in plain}
    found = [name for span in shouted for name in _known_runs(text, span, known)]
    return tuple(sorted([*plain, *found], key=lambda name: name.span))


def _all_capitals(sentence: str) -> bool:
    """True for a headline with a capital on every long word and no full stop."""
    if sentence.rstrip().endswith("."):
        return False
    long = [w for w in re.findall(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*", sentence) if len(w) > 3]
    return len(long) > 3 and sum(w[0].isupper() for w in long) > 0.8 * len(long)


def _folded(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(w.lower().rstrip(".") for w in words)


def _known_runs(text: str, span: Span, known: set[tuple[str, ...]]) -> list[NameRun]:
    """In a line of capitals only names that the rest of the text has too."""
    pieces, found, at = _pieces(text, span), list[NameRun](), 0
    while at < len(pieces):
        for width in (4, 3, 2, 1):
            part = pieces[at : at + width]
            whole = len(part) == width and all(p.text[0].isupper() for p in part)
            if whole and tuple(p.low for p in part) in known:
                found.append(_run(part))
                at += width - 1
                break
        at += 1
    return found


def _pieces(text: str, span: Span) -> list[_Piece]:
    found = []
    for match in _WORD.finditer(text, span.start, span.end):
        word = match.group()
        tail = _POSSESSIVE.search(word) if "’" in word or "'" in word else None
        end = match.end() - (len(tail.group()) if tail else 0)
        plain = text[match.start() : end]
        if not plain.isascii():
            plain = plain.translate(_INVISIBLE)
        if plain:
            low = plain.lower().rstrip(".")
            found.append(_Piece(match.start(), end, plain, low, bool(tail)))
    return found


def _runs(text: str, span: Span) -> list[list[_Piece]]:
    """Neighbouring capitals, with particles and "of the" between them."""
    runs: list[list[_Piece]] = []
    joined: list[_Piece] = []
    held: list[_Piece] = []
    last_end = -1
    for piece in _pieces(text, span):
        near = bool(joined) and bool(_GAP.fullmatch(text, last_end, piece.start))
        if joined and (not near or (joined[-1].possessive and not held)):
            runs.append(joined)
            joined, held = [], []
        if piece.text[0].isupper() or (joined and near and _ARTICLED.match(piece.text)):
            joined = [*joined, *held, piece] if joined else [piece]
            held = []
        elif joined and _holds(joined, held, piece):
            held.append(piece)
        elif joined:
            runs.append(joined)
            joined, held = [], []
        last_end = piece.end + (2 if piece.possessive else 0)
    return [*runs, joined] if joined else runs


def _with_joined_bodies(text: str, runs: list[list[_Piece]]) -> list[list[_Piece]]:
    """The runs, those of "the Fish and Wildlife Service" as one: a body whose name holds "and"."""
    found: list[list[_Piece]] = []
    for run in runs:
        last = found[-1] if found else None
        if last and text[last[-1].end : run[0].start] == " and " and _is_one_body(text, last, run):
            link = _Piece(last[-1].end + 1, run[0].start - 1, "and", "and", False)
            last += [link, *run]
        else:
            found.append(run)
    return found


def _is_one_body(text: str, left: list[_Piece], right: list[_Piece]) -> bool:
    led = left[0].low == "the" or text[max(0, left[0].start - 4) : left[0].start].lower() == "the "
    named = {p.low for p in (*left, *right) if p.text[0].isupper()} & (
        given_names().keys() | word_list("places")
    )
    whole = left[-1].low in word_list("group-words") | word_list("roles")
    return _ends_body(right[-1]) and led and not named and not whole and not left[-1].possessive


def _ends_body(piece: _Piece) -> bool:
    return piece.low in word_list("group-words") or piece.low in ("services", "affairs")


def _holds(joined: list[_Piece], held: list[_Piece], piece: _Piece) -> bool:
    if piece.low in PARTICLES:
        return True
    if piece.low == "of" and not held:
        return joined[-1].low in _HEADS
    return piece.low == "the" and bool(held) and held[-1].low == "of"


def calendar_names(text: str) -> frozenset[str]:
    """The days and months that the text also uses as somebody's family name, in lower case.

    They follow a given name or a courtesy title: "Theresa May", "Mrs May", not "May 5".
    """
    return frozenset(
        match.group(2).lower()
        for match in _NAMED_LIKE_A_DAY.finditer(text)
        if is_named_before(match.group(1))
    )


def is_named_before(word: str) -> bool:
    """True when a family name must follow the word: a given name that is no place, or "Mrs"."""
    low = word.lower().rstrip(".")
    return low in FORMAL or (low in given_names() and low not in word_list("places"))


def is_calendar_word(low: str) -> bool:
    """True for a day of the week or a month, in full."""
    return (
        low in WEEKDAYS
        or low == "may"
        or (len(low) > 3 and low[:3] in MONTHS and low in word_list("time-words"))
    )


def follows_a_date_word(text: str, start: int) -> bool:
    """True when the word before place `start` is one that dates have before them: in, since."""
    before = _LAST_WORD.search(text, max(0, start - 12), start)
    return before is not None and before.group(1).lower() in _BEFORE_A_MONTH


def _named(
    run: list[_Piece],
    sentence: Span,
    text: str,
    seen: tuple[frozenset[str], frozenset[str], frozenset[str]],
) -> NameRun | None:
    lower, inner, calendar = seen
    opens = _opens(text, sentence.start, run[0].start)
    run = _without_home(_without_day(run))
    while run and run[0].low in _OPENING and (len(run) == 1 or run[0].low not in _TITLES):
        if run[0].low in ("will", "may", "april", "june", "august") and len(run) > 1:
            break
        if len(run) > 1 and run[0].text.lower() in given_names():  # Jan Lund; no "Jan. 5"
            break
        if run[0].low in calendar and not follows_a_date_word(text, run[0].start):
            break
        run = run[1:]
        opens = False
    run = _without_shout(run)
    if not run or (len(run) == 1 and opens and not _worth(run[0], lower, inner)):
        return None
    return _run(run)


def _without_day(run: list[_Piece]) -> list[_Piece]:
    """The run without a day at its end ("Lund Friday"), unless it is a family name."""
    while len(run) > 1 and run[-1].text != run[-1].text.upper() and is_calendar_word(run[-1].low):
        if len(run) == 2 and is_named_before(run[0].text):
            break
        run = run[:-1]
    return run


def _without_home(run: list[_Piece]) -> list[_Piece]:
    """The run without where somebody is based: the "New York-based" before a name."""
    home = max((at for at, piece in enumerate(run[:-1]) if _HOME.search(piece.low)), default=-1)
    return run[home + 1 :]


def _opens(text: str, start: int, at: int) -> bool:
    """True when no word stands between `at` and what a sentence or a clause begins with."""
    while at > start and text[at - 1] not in '—–―:“"':
        at -= 1
        if text[at].isalnum():
            return False
    return True


def _without_shout(run: list[_Piece]) -> list[_Piece]:
    """The run without a verb in capitals behind a name: "Ada Lund QUIT"."""
    last = run[-1] if len(run) > 1 else None
    shouted = last is not None and last.text.isupper() and not run[-2].text.isupper()
    if last is None or not shouted or not (last.low in _SHOUTED or last.low.endswith("ed")):
        return run
    return run[:-1]


def _worth(piece: _Piece, lower: frozenset[str], inner: frozenset[str]) -> bool:
    """True for a capital that opens a sentence and is a name all the same.

    `lower` are the words the text has in lower case, `inner` those it has with a capital inside a
    sentence.
    """
    low = piece.low
    if low in inner or low in given_names():
        return True
    role = low in word_list("roles") or low.rstrip("s") in word_list("roles")
    return not (low in lower or low in _HEADS or role or low.endswith(("ly", "s")))


def _run(run: list[_Piece]) -> NameRun:
    cut = _title_end(run)
    name = run[cut:]
    return NameRun(
        span=Span(name[0].start, name[-1].end),
        whole=Span(run[0].start, run[-1].end),
        words=tuple(p.text for p in name),
        titles=tuple(p.low for p in run[:cut] if p.low in _TITLES | word_list("roles")),
        possessive=run[-1].possessive,
    )


def _title_end(run: list[_Piece]) -> int:
    """How many words of the run are titles and what goes with them."""
    if run[-1].low in word_list("place-words") or _ends_body(run[-1]):
        return 0
    cut = 0
    if len(run) == 2 and run[1].low in _OPENING and not is_calendar_word(run[1].low):
        return 0
    for at, piece in enumerate(run[:-1]):
        rest = run[at + 1]
        if piece.low in given_names() and (piece.low not in _TITLES or len(run) == 2):
            break
        role = piece.low in word_list("roles") and rest.low in given_names() and at + 2 < len(run)
        if (piece.low in _TITLES or role) and rest.low not in SUFFIXES | {"of", "for"}:
            cut = at + 1
        if piece.low == "of" and at and run[at - 1].low in _TITLES and at + 2 < len(run):
            cut = _office_end(run, at)
    return cut if any(p.low in _TITLES | word_list("roles") for p in run[:cut]) else 0


def _office_end(run: list[_Piece], of: int) -> int:
    """Where the office of "Minister of Public Health Ida Rowe" ends and the name begins."""
    first = of + 1 + (run[of + 1].low == "the")
    given = (at for at in range(first + 1, len(run) - 1) if run[at].low in given_names())
    return min(next(given, first + 1), len(run) - 1)


@lru_cache(maxsize=1)
def given_names() -> dict[str, str]:
    """Given names in lower case, each with man, woman or any."""
    groups = sections("given-names")
    return {name: sex for sex in ("man", "woman", "any") for name in groups[sex]}
