"""Who is said to have said what, inside one line: cue, speaker and the stretches of words."""

from __future__ import annotations

from dataclasses import dataclass, field

from compare.annotate import grammar, phrases
from compare.annotate.complements import Complement, complement
from compare.annotate.cues import Cue, cues
from compare.annotate.lines import Line, Token
from compare.annotate.phrases import Phrase
from compare.annotate.subjects import Subject, subject

_CLOSING = ",.?!…—-"
_DASHES = frozenset(["—", "–", "-", "--"])
_TAILS = frozenset("in on at during after before as when while to about of by via through from over "
                   "with for into who adding".split())  # fmt: skip


@dataclass(slots=True)
class Attribution:
    """One cue with its speaker and what it reports, all as tokens of one line."""

    rule: str
    speaker: Phrase | None = None
    cue: Phrase | None = None
    lemma: str = ""
    contents: list[Phrase] = field(default_factory=list)
    addressee: Phrase | None = None
    negated: bool = False
    via: list[Phrase] = field(default_factory=list)
    nested: bool = False


def attributions(line: Line) -> list[Attribution]:
    """All reported speech of a line, in text order, quotations without any cue left out."""
    found: list[Attribution] = []
    for cue in cues(line):
        one = _of_cue(line.tokens, cue, found)
        if one:
            found.append(one)
    _according(line.tokens, found)
    _naming(line, found)
    _trim_overlaps(line.tokens, found)
    return sorted((a for a in found if a.contents), key=lambda a: a.contents[0])


def _of_cue(tokens: list[Token], cue: Cue, found: list[Attribution]) -> Attribution | None:
    if cue.shape == "passive":
        return _passive(tokens, cue)
    low = _lowest(tokens, cue, found)
    who = subject(tokens, cue, low)
    right = complement(tokens, cue)
    closing = _closing(tokens, cue, who, right)
    if closing:
        return closing
    if right is None:
        return None
    if who is None and cue.shape == "ing" and found:
        return _left_cue(tokens, cue, found[-1].speaker, right, "participle")
    if who is None:
        return None
    same = found[-1].speaker if found else None
    if cue.shape == "ing" and who.way == "leading" and same and same[0] >= who.phrase[0]:
        return _left_cue(tokens, cue, same, right, "participle")
    return _left_cue(tokens, cue, who.phrase, right, who.way)


def _lowest(tokens: list[Token], cue: Cue, found: list[Attribution]) -> int:
    """Where the clause of a verb may begin: after the last long quotation or semicolon."""
    for at in range(cue.first - 1, -1, -1):
        if tokens[at].text == ";" or (tokens[at].quote and len(tokens[at].text.split()) > 4):
            return at + 1
    return 0


def _passive(tokens: list[Token], cue: Cue) -> Attribution | None:
    """It was announced that ...: words without a speaker."""
    right = complement(tokens, cue)
    if right is None or right.joined != "that" or cue.lemma in ("tell", "show", "remind"):
        return None
    end = _clause_end(tokens, right.start, len(tokens))
    return Attribution("passive", None, (cue.first, cue.last), cue.lemma, [(right.start, end)])


def _left_cue(
    tokens: list[Token], cue: Cue, speaker: Phrase | None, right: Complement, way: str
) -> Attribution | None:
    contents = _right_contents(tokens, right, way, _is_subordinate(tokens, cue, speaker))
    if not contents or (speaker and speaker[0] >= contents[0][0]):
        return None
    return Attribution(
        f"cue before, {way}",
        speaker,
        (cue.first, cue.last),
        cue.lemma,
        contents,
        right.addressee,
        cue.negated,
    )


def _is_subordinate(tokens: list[Token], cue: Cue, speaker: Phrase | None) -> bool:
    """True for "while the mayor says ..., ..." at the head of a line."""
    if not speaker or speaker[0] > cue.first:
        return False
    head = tokens[: speaker[0]]
    return any(t.low in ("while", "although", "though", "as", "if", "because", "since", "when")
               for t in head[-2:])  # fmt: skip


def _right_contents(
    tokens: list[Token], right: Complement, way: str, subordinate: bool
) -> list[Phrase]:
    if right.joined == "quote":
        return _quoted_run(tokens, right.start)
    end = _clause_end(tokens, right.start, len(tokens))
    if way == "relative" or subordinate:
        end = _first_comma(tokens, right.start, end)
    return [(right.start, end)] if end > right.start else []


def _quoted_run(tokens: list[Token], at: int) -> list[Phrase]:
    """A quotation right after its cue; with what follows when it is a piece of a clause."""
    inner = tokens[at].text.strip()
    whole = inner[-1:] in ".?!,…" or at + 1 >= len(tokens) or tokens[at + 1].text in ".,;"
    if inner[:1].isupper() or whole:
        return [(at, at + 1)]
    return [(at, _clause_end(tokens, at, len(tokens)))]


def _first_comma(tokens: list[Token], start: int, end: int) -> int:
    for at in range(start, end):
        if tokens[at].text in (",", "—", "–"):
            return at
    return end


def _clause_end(tokens: list[Token], start: int, end: int) -> int:
    """Where reported words end: before the outlet goes on in its own voice."""
    for at in range(start + 1, end):
        text = tokens[at].text
        ahead = tokens[at + 1] if at + 1 < end else None
        if text == ";" or (ahead and text == "," and _own_voice(tokens, at + 1)):
            end = at
            break
    while (
        end > start
        and not tokens[end - 1].word
        and tokens[end - 1].quote is None
        and (tokens[end - 1].text not in ")]%$€")
    ):
        end -= 1
    return end


def _own_voice(tokens: list[Token], at: int) -> bool:
    """True for ", according to", ", adding that" and ", but X said"."""
    token = tokens[at]
    if token.low == "according":
        return True
    return token.low.endswith("ing") and grammar.is_speech(token)


def _closing(
    tokens: list[Token], cue: Cue, who: Subject | None, right: Complement | None
) -> Attribution | None:
    """Words said that stand before their cue: "...," she said."""
    if cue.shape in ("ing", "to"):
        return None
    if _may_invert(tokens, cue, who, right):
        follower = phrases.after(tokens, cue.last)
        if follower:
            return _closed(tokens, cue, follower, cue.first, follower[1], "inverted")
    if who is None or who.way not in ("left", "comma"):
        return None
    start = _with_leads(tokens, who.start)
    if not _stands_free(tokens, start):
        return None
    if right and not _goes_on(tokens, start - 1, right):
        return None
    stop = right.addressee[1] if right and right.addressee else cue.last
    return _closed(tokens, cue, who.phrase, start, stop, "subject first")


def _may_invert(
    tokens: list[Token], cue: Cue, who: Subject | None, right: Complement | None
) -> bool:
    """True for "...," said Roe; not for "Lund, who left, said the talks failed"."""
    if not _stands_free(tokens, cue.first):
        return False
    if right and right.joined in ("that", "quote"):
        return False
    after_quote = tokens[cue.first - 1].quote or _quote_comma(tokens, cue.first - 1)
    return bool(after_quote) or (right is None and who is None)


def _goes_on(tokens: list[Token], at: int, right: Complement) -> bool:
    """True when words before the cue and words after it are one utterance."""
    if tokens[at].quote or _quote_comma(tokens, at):
        return True
    if right.joined != "quote" or not tokens[right.start].text.strip()[:1].islower():
        return False
    return any(grammar.is_finite(t) for t in tokens[:at] if t.word)


def _with_leads(tokens: list[Token], start: int) -> int:
    """Takes in "later" or "on Monday" between the words said and the subject."""
    while start > 1 and tokens[start - 1].word and grammar.is_adverb(tokens[start - 1]):
        start -= 1
    return start


def _stands_free(tokens: list[Token], start: int) -> bool:
    """True when a comma or the end of a quotation is right before the token."""
    if start == 0:
        return False
    before = tokens[start - 1]
    if before.quote:
        long = len(before.text.split()) > 2 and before.text.strip()[:1].isupper()
        return before.text.rstrip()[-1:] in _CLOSING or long
    return before.text == "," or (before.text in _DASHES and start > 1)


def _quote_comma(tokens: list[Token], at: int) -> bool:
    return tokens[at].text == "," and at > 0 and tokens[at - 1].quote is not None


def _closed(
    tokens: list[Token], cue: Cue, speaker: Phrase, start: int, stop: int, rule: str
) -> Attribution | None:
    after = _after_interruption(tokens, stop, quoted=rule == "inverted")
    left = _left_contents(tokens, start, interrupted=after is not None)
    if left is None:
        return None
    if after is None and not _at_rest(tokens, stop) and tokens[left[1] - 1].quote is None:
        return None
    contents = [left] + ([after] if after else [])
    return Attribution(
        f"cue after, {rule}", speaker, (cue.first, cue.last), cue.lemma, contents, None, cue.negated
    )


def _left_contents(tokens: list[Token], start: int, *, interrupted: bool) -> Phrase | None:
    end = start
    while (
        end > 0
        and tokens[end - 1].quote is None
        and not tokens[end - 1].word
        and (tokens[end - 1].text not in ")%")
    ):
        end -= 1
    if end == 0:
        return None
    begin = 0
    for at in range(end - 1, -1, -1):
        if tokens[at].text == ";":
            begin = at + 1
            break
    while begin < end and tokens[begin].low in grammar.CONJUNCTION:
        begin += 1
    if begin >= end:
        return None
    if any(t.quote for t in tokens[begin:end]):
        return begin, end
    verb = any(grammar.may_be_past(t) or t.low == "'s" for t in tokens[begin:end] if t.word)
    adjunct = _adjunct(tokens[begin]) and not interrupted
    return (begin, end) if verb or (interrupted or end - begin > 2) and not adjunct else None


def _adjunct(token: Token) -> bool:
    return token.low in grammar.PREPOSITION or token.low in ("as", "when", "asked", "if")


def _after_interruption(tokens: list[Token], stop: int, *, quoted: bool) -> Phrase | None:
    """Words that go on after ", she said,"; only a quotation when `quoted`."""
    at = stop
    while at < len(tokens) and tokens[at].word and grammar.is_adverb(tokens[at]):
        at += 1
    comma = _first_break(tokens, at)
    if comma is None or comma + 1 >= len(tokens):
        return None
    first = tokens[comma + 1]
    if not first.quote and (
        quoted or
        first.low in ("who", "which", "adding", "according", "a", "an")
        or first.low.endswith("ing") or first.low in ("as", "when", "after", "before", "while", "in", "on", "at")
        or tokens[stop:comma] and comma - at > 6
    ):  # fmt: skip
        return None
    end = _clause_end(tokens, comma + 1, len(tokens))
    return (comma + 1, end) if end > comma + 1 else None


def _first_break(tokens: list[Token], at: int) -> int | None:
    for k in range(at, min(len(tokens), at + 30)):
        if tokens[k].quote:
            return k - 1
        if tokens[k].text in (",", ":") and (
            k == at or k + 1 < len(tokens) and tokens[k + 1].quote
        ):
            return k
        if tokens[k].text in ".;" and not tokens[k].word:
            return None
    return None


def _at_rest(tokens: list[Token], stop: int) -> bool:
    """True when nothing but the end, a time or a place follows."""
    while stop < len(tokens) and tokens[stop].word and grammar.is_adverb(tokens[stop]):
        stop += 1
    return stop >= len(tokens) or not tokens[stop].word or tokens[stop].low in _TAILS


def _according(tokens: list[Token], found: list[Attribution]) -> None:
    """According to X, and ..., according to X: a speaker, or who carried another's words."""
    for at in range(len(tokens) - 2):
        if tokens[at].low != "according" or tokens[at + 1].low != "to":
            continue
        source = phrases.after(tokens, at + 2)
        if source is None:
            continue
        fronted = at == 0 or (at < 3 and not tokens[at - 1].quote and tokens[0].low in (
            "and", "but", "still", "meanwhile", "also", "yet"))  # fmt: skip
        contents = _fronted(tokens, source[1]) if fronted else _before_according(tokens, at)
        carrier = [a for a in found if a.contents and a.contents[0][0] < at and a.cue
                   and a.cue[0] < at and not fronted and a.rule != "passive"]  # fmt: skip
        if carrier:
            carrier[-1].via.append(source)
        elif contents:
            found.append(
                Attribution("according to", source, (at, at + 2), "according to", contents)
            )


def _fronted(tokens: list[Token], at: int) -> list[Phrase]:
    comma = _first_comma(tokens, at, len(tokens))
    if comma >= len(tokens):
        return []
    ahead = _first_comma(tokens, comma + 1, len(tokens))
    if ahead < len(tokens) and tokens[comma + 1].low in ("a", "an", "the", "who", "which"):
        if not any(grammar.is_finite(t) for t in tokens[comma + 1 : ahead] if t.word) or (
            tokens[comma + 1].low in ("who", "which")
        ):
            comma = ahead
    end = _clause_end(tokens, comma + 1, len(tokens))
    return [(comma + 1, end)] if end > comma + 1 else []


def _before_according(tokens: list[Token], at: int) -> list[Phrase]:
    end = at
    while end > 0 and not tokens[end - 1].word and tokens[end - 1].quote is None:
        end -= 1
    begin = 0
    for k in range(end - 1, -1, -1):
        if tokens[k].text == ";":
            begin = k + 1
            break
    while begin < end and tokens[begin].low in grammar.CONJUNCTION:
        begin += 1
    return [(begin, end)] if end - begin > 1 or (end > begin and tokens[begin].quote) else []


def _naming(line: Line, found: list[Attribution]) -> None:
    """Called the deal "a mirage" and "theft": the object and all marks are the words."""
    tokens = line.tokens
    covered = {k for a in found for start, end in a.contents for k in range(start, end)}
    for cue in cues(line, grammar.NAMING):
        if cue.shape == "passive" or cue.at in covered:
            continue
        end = _last_quote(tokens, cue.last)
        if end is None or _is_thing(tokens, cue) or any(k in covered for k in range(cue.last, end)):
            continue
        who = subject(tokens, cue, _lowest(tokens, cue, found))
        speaker = who.phrase if who else (found[-1].speaker if found else None)
        if speaker:
            covered.update(range(cue.last, end))
            found.append(Attribution("naming", speaker, (cue.first, cue.last), cue.lemma,
                                     [(cue.last, end)], None, cue.negated))  # fmt: skip


def _is_thing(tokens: list[Token], cue: Cue) -> bool:
    """True for "a course called "..."": a name, not an opinion."""
    if not tokens[cue.last].quote or cue.first < 2 or len(tokens[cue.last].text.split()) > 3:
        return False
    who = phrases.before(tokens, cue.first, 0)
    return who is not None and tokens[who[0]].low in ("a", "an")


def _last_quote(tokens: list[Token], at: int) -> int | None:
    """The end of the last quotation of an object, reached over "and" and commas."""
    end, gap = None, 0
    for k in range(at, len(tokens)):
        if tokens[k].quote:
            end, gap = k + 1, 0
            continue
        gap += 1
        if end is not None and grammar.is_speech(tokens[k]):
            break
        if gap > (14 if end is None else 3) or tokens[k].text in (";", ":"):
            break
        if end is None and tokens[k].text == ",":
            break
    return end


def _trim_overlaps(tokens: list[Token], found: list[Attribution]) -> None:
    """Ends each one's words before the next attribution that stands beside it, not inside it."""
    for one in found:
        if not one.rule.startswith(("cue before", "according")):
            continue
        for other in found:
            if other is one or not other.cue or not other.speaker or not one.contents:
                continue
            if not _under(one, other):
                _trim(tokens, one, other)


def _under(one: Attribution, other: Attribution) -> bool:
    """Cuts words that reach into a cue after them: the vote was late, he said, aides said."""
    start, end = one.contents[-1]
    if not other.rule.startswith("cue after") or not other.contents:
        return False
    left = other.contents[0]
    if left[0] <= start and start < left[1] < end:
        one.contents[-1] = (start, left[1])
        return True
    return False


def _trim(tokens: list[Token], one: Attribution, other: Attribution) -> None:
    start, end = one.contents[-1]
    head = other.cue[0] if other.cue else end
    if other.speaker and start < other.speaker[0] < head:
        head = other.speaker[0]
    if not start < head < end:
        return
    for at in range(head - 1, start, -1):
        if at < head - 2:
            break
        if tokens[at].low in ("and", "but", "while") or tokens[at].text in (",", ";", "—", "–"):
            cut = at - 1 if tokens[at - 1].text == "," else at
            if cut > start and other.contents and other.contents[0][0] > head:
                one.contents[-1] = (start, cut)
                return
    other.nested = True
